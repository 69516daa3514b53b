// taizhang policy: packs as an office sees them: run their cases, read them as sentences, explain.
#include <fmt/format.h>

#include <algorithm>

#include "app/policy_run/check.h"
#include "cli/command_line.h"
#include "cli/packs.h"
#include "cli/run_options.h"
#include "domain/catalog.h"
#include "domain/department/department.h"
#include "domain/household/household.h"
#include "domain/person/person.h"
#include "policy/explain/cases.h"
#include "policy/explain/explain.h"
#include "policy/syntax/report.h"

namespace tz::cli {
namespace {

struct Options {
    std::vector<std::string> packs{};
    std::string rule{};
    std::string database{};
    std::string record{};
    DateOptions dates{};
    bool is_strict = false;
};

// What an unknown verdict lacked; a parameter without a value is named with what to do.
Text lacking(const policy::CaseResult& result) {
    constexpr std::string_view kParameter = "parameter:";
    Text out;
    for (const std::string& name : result.missing) {
        const bool parameter = name.starts_with(kParameter);
        const std::string shown = parameter ? name.substr(kParameter.size()) : name;
        const Text one =
            parameter ? policy::say("；参数 {0} 这一天没有值，给它加一行，或在用例里加一列 {0}",
                                    "; parameter {0} has no value on that day: add a row to it, or "
                                    "a column {0} to the case",
                                    shown)
                      : policy::say("；缺 {}", "; {} is missing", shown);
        out = {out.zh + one.zh, out.en + one.en};
    }
    return out;
}

int test(const Shell& shell, const Options& options) {
    const auto packs = load_packs(options.packs);
    if (!packs) return fail(shell, packs.error());
    if (!report_diagnostics(shell, *packs, true)) return kExitWrong;
    const policy::CompiledPacks& compiled = packs->compiled.packs;
    std::int64_t failed = 0;
    const std::vector<policy::CaseResult> results = policy::run_cases(compiled);
    for (const policy::CaseResult& result : results) {
        if (result.passed()) continue;
        ++failed;
        const Text lacks = lacking(result);
        fmt::print(
            "{}:{} {}: {}\n", result.file, result.at.line, result.subject,
            shell.say(
                {fmt::format("应为 {},实为 {}{}", result.expected, result.actual, lacks.zh),
                 fmt::format("expected {}, got {}{}", result.expected, result.actual, lacks.en)}));
    }
    std::size_t weak = 0;
    if (options.is_strict)
        for (const policy::WeakCase& found : policy::weak_cases(compiled)) {
            ++weak;
            fmt::print("{}: {}\n", found.rule, shell.say(found.change));
        }
    fmt::print("{}\n", shell.say({fmt::format("{} 个政策包,{} 条规则,{} 个用例,不通过 {} 个",
                                              compiled.packs.size(), compiled.rules.size(),
                                              results.size(), failed),
                                  fmt::format("{} packs, {} rules, {} cases, {} failed",
                                              compiled.packs.size(), compiled.rules.size(),
                                              results.size(), failed)}));
    return failed == 0 && weak == 0 ? kExitOk : kExitFound;
}

const policy::Labels kLabels{.departments = &kDepartments, .categories = nullptr};

// A record is named by its id, a household by its number, a person by the ID number.
Result<Record> find_record(Office& office, const Entity& entity, const std::string& name) {
    ASSIGN_OR_RETURN(auto transaction, office.store().begin(Access::kRead));
    if (const auto id = parse_id(name)) {
        ASSIGN_OR_RETURN(auto record, transaction->get(entity, *id, office.session().scope));
        if (record) return std::move(*record);
    }
    for (const char* field : {"number", "id_number", "household_number", "name"}) {
        const std::size_t i = entity.index(field);
        if (i == entity.fields.size()) continue;
        Query query;
        query.filters.push_back({i, Compare::kEqual, name});
        ASSIGN_OR_RETURN(auto records, transaction->find(entity, query, office.session().scope));
        if (records.size() == 1) return std::move(records.front());
    }
    return failure(
        ErrorKind::kNotFound,
        fmt::format("{}里没有(或不止一个)“{}”,请给记录号、户编号或证件号码", entity.label, name),
        fmt::format(
            "{} has none, or more than one, \"{}\"; give the record id, household or ID number",
            entity.name, name));
}

Result<std::string> explanation(const Shell& shell, const Options& options,
                                policy::CompiledPacks packs) {
    const auto rule = std::ranges::find_if(packs.rules, [&](const policy::Rule& r) {
        return r.name == options.rule || r.source.clause == options.rule;
    });
    if (rule == packs.rules.end())
        return failure(ErrorKind::kNotFound, fmt::format("政策包里没有规则“{}”", options.rule),
                       fmt::format("the packs have no rule \"{}\"", options.rule));
    const std::string name = rule->name;
    const Entity& entity = *rule->entity;
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const Record record, find_record(*office, entity, options.record));
    ASSIGN_OR_RETURN(CheckOptions check, check_options(options.dates, office->clock()));
    check.division = county_of(division_of(entity, record.values));
    const auto progress = make_progress();
    ASSIGN_OR_RETURN(const auto run,
                     run_check(office->store(), std::move(packs), check, *progress));
    const auto& rules = run->packs().rules;
    const auto found = std::ranges::find(rules, name, &policy::Rule::name);
    const auto row = run->image().find(entity, record.id);
    if (found == rules.end() || !row)
        return failure(ErrorKind::kPrecondition, "规则所在政策包在该日期未生效",
                       "the rule's pack is not in force on that date");
    return show(policy::explain(*found, run->packs(), run->image(), *row,
                                run->dates_of(found->pack), shell.language, kLabels),
                shell.language);
}

int explain(const Shell& shell, const Options& options) {
    const auto names = options.packs.empty() ? std::vector<std::string>{"packs"} : options.packs;
    auto packs = load_packs(names);
    if (!packs) return fail(shell, packs.error());
    if (!report_diagnostics(shell, *packs, false)) return kExitWrong;
    const auto text = explanation(shell, options, std::move(packs->compiled.packs));
    if (!text) return fail(shell, text.error());
    fmt::print("{}", *text);
    return kExitOk;
}

void add_explain(CLI::App& policy, Shell& shell, const std::shared_ptr<Options>& options) {
    CLI::App* command = policy.add_subcommand(
        "explain",
        shell.say({"一条记录为什么这样判:依据、所见的值、要改什么", "why a record is judged so"}));
    add_database(*command, shell, options->database);
    command->add_option("rule", options->rule, shell.say({"规则名或条款号", "rule or clause"}))
        ->required();
    command
        ->add_option("record", options->record,
                     shell.say({"记录号、户编号或证件号码", "record id, household or ID number"}))
        ->required();
    command->add_option(
        "--pack", options->packs,
        shell.say({"政策包(缺省 packs/ 下全部)", "packs (default: all below packs/)"}));
    add_dates(*command, shell, options->dates);
    command->callback([&shell, options] {
        shell.chosen = [&shell, options] { return explain(shell, *options); };
    });
}

}  // namespace

void add_policy(CLI::App& app, Shell& shell) {
    CLI::App* policy = app.add_subcommand(
        "policy", shell.say({"政策包:跑用例、看条文、问依据", "packs: run cases, read, explain"}));
    policy->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    CLI::App* command = policy->add_subcommand(
        "test", shell.say({"检查政策包并跑全部用例", "check packs and run all their cases"}));
    command->add_option("packs", options->packs, shell.say({"政策包文件夹", "pack folders"}))
        ->required();
    command->add_flag(
        "--strict", options->is_strict,
        shell.say({"还要求用例能发现规则被改动", "cases must also notice a changed rule"}));
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return test(shell, *options); }; });
    add_policy_show(*policy, shell);
    add_explain(*policy, shell, options);
    add_policy_coverage(*policy, shell);
    add_policy_diff(*policy, shell);
    add_policy_form(*policy, shell);
}

}  // namespace tz::cli
