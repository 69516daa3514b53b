#include "policy/check/case_path.h"

#include <algorithm>

#include "base/utf8.h"
#include "policy/check/typer.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

using Parts = std::vector<std::string_view>;

class PathReader {
  public:
    PathReader(const CompiledPacks& packs, int pack, const Entity& subject,
               std::string_view written)
        : packs_(packs), pack_(pack), parts_(split(written, '.')) {
        path_.entity = &subject;
    }

    FoundPath run() {
        if (parts_[0] == "others") others();
        while (!failed_ && at_ < parts_.size() && !done_) part();
        if (!done_ && !failed_) record();
        if (failed_) return {std::nullopt, std::move(problem_)};
        return {std::move(path_), {}};
    }

  private:
    bool last() const { return at_ + 1 == parts_.size(); }

    void fail(Text message, Text fix = {}) {
        failed_ = true;
        problem_ = {std::move(message), std::move(fix)};
    }

    // Reads the number behind a name: members.2
    std::optional<int> number(std::string_view name) {
        const auto value = at_ + 1 < parts_.size() && all_digits(parts_[at_ + 1])
                               ? to_int(parts_[at_ + 1])
                               : std::nullopt;
        if (value && *value >= 1 && *value <= 1000) {
            ++at_;
            return static_cast<int>(*value);
        }
        fail(say("“{}”之后要写第几个", "say which of `{}`", name),
             say("如 {0}.1、{0}.2", "such as {0}.1, {0}.2", name));
        return std::nullopt;
    }

    void go(CaseStep step) {
        path_.steps.push_back(step);
        path_.entity = step.to;
        ++at_;
    }

    void others() {
        if (const auto n = number("others")) go({StepKind::kOthers, path_.entity, 0, *n});
    }

    void part() {
        const std::string_view name = parts_[at_];
        const Entity& entity = *path_.entity;
        const std::size_t field = entity.index(name);
        if (field < entity.fields.size()) return field_part(field);
        const FoundRelation found = find_relation(packs_.catalog, entity, name);
        if (found.relation.entity) return relation_part(found, name);
        if (const AreaAround area = find_area_around(packs_.catalog, entity, name); area.divisions)
            return go({StepKind::kAround, area.divisions, static_cast<std::size_t>(area.level), 1});
        if (last() && define_part(name)) return;
        if (last() && path_.steps.empty() && (name == "as_of" || name == "law_date")) {
            path_.target = name == "as_of" ? CellTarget::kAsOf : CellTarget::kLawDate;
            path_.type = {Kind::kDate};
            done_ = true;
            return;
        }
        if (last() && path_.steps.empty() && parameter_part(name)) return;
        if (last() && name == "division" && entity.scope_index() < entity.fields.size())
            return field_part(entity.scope_index());
        unknown(name);
    }

    void field_part(std::size_t field) {
        const Field& found = path_.entity->fields[field];
        const bool reference = found.type == Type::kReference;
        const Entity* target = reference ? find_entity(packs_.catalog, found.refers_to) : nullptr;
        if (!last() && !target)
            return fail(say("“{}”之后不能再加 .", "nothing follows `{}`", found.name));
        if (target) return go({StepKind::kParent, target, field, 1});
        path_.target = CellTarget::kField;
        path_.field = field;
        path_.type = type_of(found);
        path_.plain_decimals = found.decimals;
        done_ = true;
    }

    void relation_part(const FoundRelation& found, std::string_view name) {
        const bool many = found.relation.inverse == Inverse::kMany;
        const auto n = many ? number(name) : std::optional(1);
        if (!n) return;
        go({found.by_division ? StepKind::kNeighbour : StepKind::kChild, found.relation.entity,
            found.relation.field, *n});
    }

    bool define_part(std::string_view name) {
        for (std::size_t i = 0; i < packs_.defines.size(); ++i) {
            const Define& define = packs_.defines[i];
            if (define.name != name || define.entity != path_.entity || !define.body) continue;
            if (!sees(packs_, pack_, define.pack)) continue;
            path_.target = CellTarget::kDefine;
            path_.define = static_cast<int>(i);
            path_.type = define.body->type;
            path_.plain_decimals = path_.type.decimals;
            done_ = true;
        }
        return done_;
    }

    bool parameter_part(std::string_view name) {
        for (std::size_t i = 0; i < packs_.parameters.size() && !done_; ++i) {
            const Parameter& parameter = packs_.parameters[i];
            if (parameter.name != name || !sees(packs_, pack_, parameter.pack)) continue;
            path_.target = CellTarget::kParameter;
            path_.parameter = static_cast<int>(i);
            path_.type = parameter.type;
            path_.plain_decimals = path_.type.decimals;
            done_ = true;
        }
        return done_;
    }

    void record() {
        path_.target = CellTarget::kRecord;
        path_.type = {Kind::kText};
    }

    void unknown(std::string_view name) {
        std::vector<std::string> names = {"as_of", "law_date", "division", "others"};
        for (const Field& field : path_.entity->fields) names.emplace_back(field.name);
        for (const Define& define : packs_.defines)
            if (define.entity == path_.entity) names.push_back(define.name);
        for (const Parameter& parameter : packs_.parameters) names.push_back(parameter.name);
        for (const Entity* other : packs_.catalog)
            for (const Field& field : other->fields)
                if (field.refers_to == path_.entity->name && !field.inverse_name.empty())
                    names.emplace_back(field.inverse_name);
        fail(say("“{}”上没有“{}”", "`{}` has no `{}`", path_.entity->name, name),
             did_you_mean(name, names));
    }

    const CompiledPacks& packs_;
    int pack_;
    Parts parts_;
    std::size_t at_ = 0;
    bool done_ = false;
    bool failed_ = false;
    CasePath path_{};
    PathProblem problem_{};
};

}  // namespace

bool sees(const CompiledPacks& packs, int pack, int ancestor) {
    for (std::size_t i = 0; pack >= 0 && i <= packs.packs.size(); ++i) {
        if (pack == ancestor) return true;
        const std::string& parent = packs.packs[static_cast<std::size_t>(pack)].parent;
        const auto named = [&](const PackInfo& info) {
            return !parent.empty() && info.name == parent;
        };
        const auto found = std::find_if(packs.packs.begin(), packs.packs.end(), named);
        pack = found == packs.packs.end() ? -1 : static_cast<int>(found - packs.packs.begin());
    }
    return false;
}

FoundPath find_path(const CompiledPacks& packs, int pack, const Entity& subject,
                    std::string_view written) {
    return PathReader(packs, pack, subject, written).run();
}

const CasePath* CasePaths::find(int pack, const Entity& subject, std::string_view written) {
    const auto [place, is_new] = known_.try_emplace({pack, &subject, written});
    if (!is_new) return place->second.get();
    if (FoundPath found = find_path(packs_, pack, subject, written); found.path)
        place->second = std::make_unique<CasePath>(*std::move(found.path));
    return place->second.get();
}

}  // namespace tz::policy
