// taizhang policy diff: two packs over the same register; who changes verdict, and by what.
#include <fmt/format.h>

#include "app/policy_run/pack_diff.h"
#include "cli/command_line.h"
#include "cli/packs.h"
#include "cli/run_options.h"

namespace tz::cli {
namespace {

struct Options {
    std::string first{};
    std::string second{};
    std::string database{};
    std::string division{};
    std::size_t shown = 20;
    DateOptions dates{};
    Format format{};
};

Result<std::unique_ptr<CheckRun>> run_pack(const Shell& shell, Office& office,
                                           const std::string& name, const CheckOptions& check) {
    ASSIGN_OR_RETURN(LoadedPacks packs, load_packs({name}));
    if (!report_diagnostics(shell, packs, false))
        return invalid(fmt::format("政策包“{}”有错", name),
                       fmt::format("pack \"{}\" has errors", name), name);
    const auto progress = make_progress();
    return run_check(office.store(), with_holds(std::move(packs.compiled.packs)), check, *progress);
}

Result<int> diff(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(CheckOptions check, check_options(options.dates, office->clock()));
    ASSIGN_OR_RETURN(check.division, division_option("--division", options.division));
    ASSIGN_OR_RETURN(const auto first, run_pack(shell, *office, options.first, check));
    ASSIGN_OR_RETURN(const auto second, run_pack(shell, *office, options.second, check));
    const auto differences = compare_runs(*first, *second, shell.language);
    fmt::print("{}", options.format.is_json()
                         ? difference_json(differences)
                         : difference_text(differences, shell.language, options.shown));
    return differences.empty() ? kExitOk : kExitFound;
}

int run(const Shell& shell, const Options& options) {
    const Result<int> code = diff(shell, options);
    return code ? *code : fail(shell, code.error());
}

}  // namespace

void add_policy_diff(CLI::App& policy, Shell& shell) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = policy.add_subcommand(
        "diff", shell.say({"两个政策包对同一登记册:哪些判定改变,因为什么不同",
                           "two packs over one register: which verdicts change, and by what"}));
    command->add_option("first", options->first, shell.say({"政策包甲", "the first pack"}))
        ->required();
    command->add_option("second", options->second, shell.say({"政策包乙", "the second pack"}))
        ->required();
    add_database(*command, shell, options->database);
    command->add_option("--division", options->division,
                        shell.say({"只看该区划", "only this division"}));
    command->add_option("--records", options->shown,
                        shell.say({"每条规则列出几条记录(缺省 20;json 全列)",
                                   "records listed a rule (default 20; json lists all)"}));
    add_dates(*command, shell, options->dates);
    add_format(*command, shell, options->format);
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return run(shell, *options); }; });
}

}  // namespace tz::cli
