#include "app/forms/asked.h"

#include "app/policy_run/engine.h"

namespace tz {
namespace {

std::vector<policy::NodePtr> conditions_of(const policy::Form& form) {
    std::vector<policy::NodePtr> out;
    if (form.when) out.push_back(form.when);
    for (const policy::FormSection& section : form.sections)
        for (const policy::Question& question : section.questions)
            if (question.when) out.push_back(question.when);
    return out;
}

void take(const Entity& entity, const policy::ValueResult& result, const policy::Image& image,
          std::unordered_set<Id, IdHash>& ids) {
    const auto keep = [&](std::uint32_t row) { ids.insert(image.id(entity, row)); };
    for (const auto& row : result.values) keep(row.first);
    result.unknowns.for_each(keep);
}

}  // namespace

Result<Asked> Asked::work_out(Store& store, const policy::CompiledPacks& packs,
                              const policy::Form& form, const CheckOptions& options,
                              Progress& progress) {
    Asked out(form);
    const std::vector<policy::NodePtr> conditions = conditions_of(form);
    if (conditions.empty()) return out;
    policy::CompiledPacks without_rules = packs;
    without_rules.rules.clear();
    const policy::Program program = policy::flatten(without_rules, conditions);
    ASSIGN_OR_RETURN(policy::Image image,
                     load_image(store, packs.catalog, program, options, progress));
    const policy::RunDates dates =
        run_dates(packs.packs[static_cast<std::size_t>(form.pack)], options);
    const policy::RunResult result = run_on_threads(program, image, dates, options);
    for (std::size_t i = 0; i < conditions.size() && i < result.values.size(); ++i)
        take(*conditions[i]->entity, result.values[i], image, out.hold_[conditions[i].get()]);
    for (const policy::NodePtr& condition : conditions) out.hold_.try_emplace(condition.get());
    return out;
}

bool Asked::may_hold(const policy::NodePtr& condition, Id record) const {
    return !condition || hold_.at(condition.get()).contains(record);
}

bool Asked::is_asked(const policy::FormSection& section, const policy::Question& question,
                     const Record& record) const {
    const auto* of =
        section.relation.empty() ? &record.id : std::get_if<Id>(&record.values[section.reference]);
    return of && may_hold(question.when, record.id) && may_hold(form_->when, *of);
}

}  // namespace tz
