// taizhang grant: who is entitled to which grant, what arrived, and what is missing.
#include <fmt/format.h>

#include "app/policy_run/grant_report.h"
#include "cli/command_line.h"
#include "cli/packs.h"
#include "cli/run_dates.h"

namespace tz::cli {
namespace {

struct Options {
    std::string database{};
    std::vector<std::string> packs{};
    DateOptions dates{};
    std::string division{};
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

Result<CheckOptions> run_options(const Options& options, Clock& clock) {
    ASSIGN_OR_RETURN(CheckOptions out, check_options(options.dates, clock));
    ASSIGN_OR_RETURN(out.division, division_option("--division", options.division));
    if (out.as_of < clock.today()) out.when.held_on = out.as_of;
    return out;
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
    ASSIGN_OR_RETURN(const CheckOptions wanted, run_options(options, office->clock()));
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
    auto packs = load_packs(options.packs);
    if (!packs) return fail(shell, packs.error());
    if (!report_diagnostics(shell, *packs, false)) return kExitWrong;
    const Status status = grant(shell, options, std::move(packs->compiled.packs));
    return status ? kExitOk : fail(shell, status.error());
}

}  // namespace

void add_grant(CLI::App& app, Shell& shell) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "grant", shell.say({"补助:谁应享受、已到位多少、差多少",
                            "grants: who is entitled, what arrived, what is missing"}));
    add_database(*command, shell, options->database);
    command
        ->add_option(
            "--pack", options->packs,
            shell.say({"政策包文件夹,可多个,逗号分隔", "pack folders, separated by commas"}))
        ->required();
    add_dates(*command, shell, options->dates);
    command->add_option("--division", options->division,
                        shell.say({"只算该区划", "only this division"}));
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
