// taizhang policy: packs as an office sees them: run their cases, read them as sentences, explain.
#include <fmt/format.h>

#include <algorithm>

#include "app/policy_run/check.h"
#include "cli/command_line.h"
#include "cli/packs.h"
#include "domain/household/household.h"
#include "policy/explain/cases.h"

namespace tz::cli {
namespace {

struct Options {
    std::vector<std::string> packs{};
    std::string pack{};
    std::string rule{};
    std::string database{};
    std::string record{};
    bool is_strict = false;
};

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
        fmt::print("{}:{} {}: {}\n", result.file, result.at.line, result.subject,
                   shell.say({fmt::format("应为 {},实为 {}", result.expected, result.actual),
                              fmt::format("expected {}, got {}", result.expected, result.actual)}));
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
}

}  // namespace tz::cli
