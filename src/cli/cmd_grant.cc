// taizhang grant: who is entitled to which grant, what arrived, and what is missing.
#include <fmt/format.h>

#include "app/policy_run/grant_report.h"
#include "cli/command_line.h"
#include "cli/run_options.h"

namespace tz::cli {
namespace {

struct Options {
    std::string database{};
    RunOptions run{};
    std::string by = "item";
    std::string out{};
    Format format{};
};

GrantKey key_of(const std::string& by) {
    if (by == "payer") return GrantKey::kPayer;
    if (by == "village") return GrantKey::kVillage;
    if (by == "household") return GrantKey::kHousehold;
    return by == "person" ? GrantKey::kPerson : GrantKey::kItem;
}

Status write_files(Office& office, const GrantRun& run, const Options& options) {
    if (options.out.empty()) return ok();
    RETURN_IF_ERROR(make_folder(options.out));
    ASSIGN_OR_RETURN(const auto files, grant_files(office.store(), run, key_of(options.by)));
    for (const GrantFile& file : files) {
        RETURN_IF_ERROR(write_file(options.out + "/" + file.name, file.bytes));
        fmt::print(stderr, "{}/{}  {}\n", options.out, file.name, file.lines);
    }
    return ok();
}

Status grant(const Shell& shell, const Options& options, policy::CompiledPacks packs) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const CheckOptions wanted, check_options(options.run, office->clock()));
    const auto progress = make_progress();
    ASSIGN_OR_RETURN(const auto run,
                     run_grants(office->store(), std::move(packs), wanted, *progress));
    const GrantKey by = key_of(options.by);
    ASSIGN_OR_RETURN(const auto rows, grant_rows(office->store(), *run, by));
    fmt::print("{}", options.format.is_json() ? grant_json(*run, rows, by)
                                              : grant_text(*run, rows, shell.language));
    return write_files(*office, *run, options);
}

int run(const Shell& shell, const Options& options) {
    return with_packs(shell, options.run.packs, [&](policy::CompiledPacks packs) {
        return grant(shell, options, std::move(packs));
    });
}

}  // namespace

void add_grant(CLI::App& app, Shell& shell) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "grant", shell.say({"补助:谁应享受、已到位多少、差多少",
                            "grants: who is entitled, what arrived, what is missing"}));
    add_database(*command, shell, options->database);
    add_run(*command, shell, options->run);
    command
        ->add_option(
            "--by", options->by,
            shell.say({"按 item 补助、payer 发放部门、village 村、household 户、person 人汇总",
                       "total by item, payer, village, household or person"}))
        ->check(CLI::IsMember({"item", "payer", "village", "household", "person"}));
    command->add_option("--out", options->out,
                        shell.say({"另写明细表到文件夹(按部门或村分开)",
                                   "also write workbooks (one a payer or village)"}));
    add_format(*command, shell, options->format);
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return run(shell, *options); }; });
}

}  // namespace tz::cli
