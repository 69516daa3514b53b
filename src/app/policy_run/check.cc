#include "app/policy_run/check.h"

#include <algorithm>
#include <map>

#include "app/policy_run/engine.h"
#include "schema/convert.h"

namespace tz {
namespace {

bool is_in_force(const policy::PackInfo& pack, Date law_date) {
    return pack.from <= law_date && (!pack.to || law_date <= *pack.to);
}

// Leaves out the rules of packs that are not in force on the law date, if one was asked for.
std::vector<std::string> drop_idle(policy::CompiledPacks& packs, std::optional<Date> asked) {
    std::vector<std::string> idle;
    if (!asked) return idle;
    const Date law_date = *asked;
    for (const policy::PackInfo& pack : packs.packs)
        if (!is_in_force(pack, law_date)) idle.push_back(pack.name);
    std::erase_if(packs.rules, [&](const policy::Rule& rule) {
        return !is_in_force(packs.packs[static_cast<std::size_t>(rule.pack)], law_date);
    });
    return idle;
}

// Which household a finding belongs to is asked of every register that knows one.
void add_households(policy::Program& program) {
    for (std::size_t i = 0; i < program.needed.size(); ++i) {
        const Entity& entity = *program.needed[i].entity;
        const std::size_t reference = entity.index("household");
        if (reference < entity.fields.size() && entity.fields[reference].type == Type::kReference)
            policy::add_column(program.needed, entity, reference);
    }
}

// Collects what the oracle looked at while judging one record.
class SeenFields : public policy::Listener {
  public:
    SeenFields(const policy::Facts& facts, const policy::Rule& rule, std::uint32_t row)
        : facts_(facts), rule_(rule), row_(row) {}
    void on_answer(const policy::Node& node, std::uint32_t row, const policy::Answer&) override {
        if (node.op != policy::Op::kField && node.op != policy::Op::kSame) return;
        const bool is_own = node.entity == rule_.entity && row == row_;
        const Field& field = node.entity->fields[node.field];
        const std::string name =
            is_own ? std::string(field.name)
                   : std::string(node.entity->name) + "." + std::string(field.name);
        FindingDetail::Seen& seen = seen_[name];
        if (seen.name.empty())
            seen = {name,
                    (is_own ? std::string() : std::string(node.entity->label) + "·") +
                        std::string(field.label),
                    {},
                    field.is_personal};
        add(seen, show_value(field, facts_.value(*node.entity, row, node.field)));
    }
    void on_parameter(int, const policy::ParameterRow*) override {}
    std::vector<FindingDetail::Seen> take() {
        std::vector<FindingDetail::Seen> out;
        for (auto& [name, seen] : seen_) out.push_back(std::move(seen));
        return out;
    }

  private:
    // Values of several members stand beside each other, each once.
    static void add(FindingDetail::Seen& seen, const std::string& value) {
        if (value.empty() || seen.value == value) return;
        if (seen.value.find(value) != std::string::npos) return;
        seen.value += (seen.value.empty() ? "" : "、") + value;
    }

    const policy::Facts& facts_;
    const policy::Rule& rule_;
    std::uint32_t row_;
    std::map<std::string, FindingDetail::Seen> seen_;
};

}  // namespace

policy::RunDates CheckRun::dates_of(int pack) const {
    return run_dates(packs_.packs[static_cast<std::size_t>(pack)], options_);
}

// Rules of packs with the same law date are one program.
void CheckRun::judge() {
    result_.rules.resize(packs_.rules.size());
    std::map<Date, policy::RunDates> dates;
    for (const policy::Rule& rule : packs_.rules)
        dates[dates_of(rule.pack).law_date] = dates_of(rule.pack);
    for (const auto& [law_date, both] : dates) judge_by(both);
}

void CheckRun::judge_by(policy::RunDates dates) {
    policy::CompiledPacks some = packs_;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < packs_.rules.size(); ++i)
        if (dates_of(packs_.rules[i].pack).law_date == dates.law_date) places.push_back(i);
    std::erase_if(some.rules, [&](const policy::Rule& rule) {
        return dates_of(rule.pack).law_date != dates.law_date;
    });
    const policy::Program program = policy::flatten(some);
    policy::RunResult all = run_on_threads(program, image_, dates, options_);
    for (std::size_t i = 0; i < all.rules.size(); ++i)
        result_.rules[places[i]] = std::move(all.rules[i]);
}

void CheckRun::for_each(policy::Verdict verdict,
                        const std::function<void(const Finding&)>& visit) const {
    for (std::size_t i = 0; i < packs_.rules.size(); ++i) {
        const Entity& entity = *packs_.rules[i].entity;
        const policy::RuleResult& result = result_.rules[i];
        const policy::RowSet& rows =
            verdict == policy::Verdict::kFails ? result.fails : result.unknowns;
        std::vector<std::uint32_t> sorted = rows.rows();
        std::ranges::sort(sorted);
        for (const std::uint32_t row : sorted)
            visit({i, row, image_.id(entity, row), image_.division(entity, row), verdict});
    }
}

FindingDetail CheckRun::detail(const Finding& finding) const {
    const policy::Rule& rule = packs_.rules[finding.rule];
    SeenFields seen(image_, rule, finding.row);
    const policy::Oracle oracle(packs_, image_, dates_of(rule.pack), nullptr, &seen,
                                &wide_[dates_of(rule.pack).law_date]);
    const policy::Judgement judgement = oracle.judge(rule, finding.row);
    FindingDetail out;
    out.values = seen.take();
    out.missing_parts.assign(judgement.missing.begin(), judgement.missing.end());
    for (const policy::Missing& missing : judgement.missing)
        out.missing.push_back(name_of(missing));
    std::ranges::sort(out.missing);
    out.missing.erase(std::unique(out.missing.begin(), out.missing.end()), out.missing.end());
    return out;
}

Result<std::unique_ptr<CheckRun>> run_check(Store& store, policy::CompiledPacks packs,
                                            const CheckOptions& options, Progress& progress) {
    std::vector<std::string> idle = drop_idle(packs, options.law_date);
    policy::Program program = policy::flatten(packs);
    add_households(program);
    ASSIGN_OR_RETURN(auto image, load_image(store, packs.catalog, program, options, progress));
    std::unique_ptr<CheckRun> run(new CheckRun(std::move(packs), std::move(image), options));
    run->idle_packs_ = std::move(idle);
    run->judge();
    return run;
}

}  // namespace tz
