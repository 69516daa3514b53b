// taizhang check: the main job. Packs over the register, findings into the ledger, a page to look
// at.
#include <fmt/format.h>

#include "app/ledger/reconcile.h"
#include "app/ledger/signing.h"
#include "app/policy_run/check_report.h"
#include "app/policy_run/page_of.h"
#include "cli/command_line.h"
#include "cli/packs.h"
#include "document/page.h"

namespace tz::cli {
namespace {

struct Options {
    std::string database{};
    std::vector<std::string> packs{};
    std::string as_of{};
    std::string law_date{};
    std::string division{};
    std::string html{};
    std::string title{};
    bool is_dry = false;
    unsigned threads = 0;
    Format format{};
};

Result<CheckOptions> check_options(const Options& options, Clock& clock) {
    CheckOptions out;
    out.as_of = clock.today();
    if (!options.as_of.empty()) {
        ASSIGN_OR_RETURN(out.as_of, date_option("--as-of", options.as_of));
    }
    if (!options.law_date.empty()) {
        ASSIGN_OR_RETURN(const Date day, date_option("--law-date", options.law_date));
        out.law_date = day;
    }
    ASSIGN_OR_RETURN(out.division, division_option("--division", options.division));
    if (out.as_of < clock.today()) out.when.held_on = out.as_of;
    out.threads = options.threads;
    return out;
}

Status write_page(Office& office, const CheckRun& run, const Options& options) {
    if (options.html.empty()) return ok();
    PageOptions page_options;
    page_options.title = options.title;
    ASSIGN_OR_RETURN(const document::Page page, page_of(office.store(), run, page_options));
    return write_file(options.html, document::render_page(page));
}

Status print_result(const Shell& shell, const CheckRun& run,
                    const std::optional<ReconcileReport>& ledger, const Options& options) {
    if (options.format.is_json())
        write_check_json(
            run, [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); });
    else
        fmt::print("{}", check_summary(run, ledger, shell.language));
    return ok();
}

Status check(const Shell& shell, const Options& options, policy::CompiledPacks packs) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const CheckOptions check_option, check_options(options, office->clock()));
    const auto progress = make_progress();
    ASSIGN_OR_RETURN(const auto run,
                     run_check(office->store(), std::move(packs), check_option, *progress));
    std::optional<ReconcileReport> ledger;
    if (!options.is_dry) {
        RETURN_IF_ERROR(keep_chains(office->store(), run->packs()));
        ASSIGN_OR_RETURN(ledger, reconcile(office->registrar(), office->store(), office->session(),
                                           *run, *progress));
    }
    RETURN_IF_ERROR(write_page(*office, *run, options));
    return print_result(shell, *run, ledger, options);
}

int run(const Shell& shell, const Options& options) {
    auto packs = load_packs(options.packs);
    if (!packs) return fail(shell, packs.error());
    if (!report_diagnostics(shell, *packs, false)) return kExitWrong;
    const Status status = check(shell, options, std::move(packs->compiled.packs));
    return status ? kExitOk : fail(shell, status.error());
}

}  // namespace

void add_check(CLI::App& app, Shell& shell) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "check", shell.say({"核查:用政策包核对登记册,结果进台账",
                            "judge the register by policy packs; findings go into the ledger"}));
    add_database(*command, shell, options->database);
    command
        ->add_option(
            "--pack", options->packs,
            shell.say({"政策包文件夹,可多个,逗号分隔", "pack folders, separated by commas"}))
        ->required();
    command->add_option(
        "--as-of", options->as_of,
        shell.say({"数据截至哪天(缺省今天)", "facts as of this day (default: today)"}));
    command->add_option(
        "--law-date", options->law_date,
        shell.say({"按哪天有效的规定(缺省各政策包取其有效期内最近的一天)",
                   "law of this day (default: nearest day of each pack's own time)"}));
    command->add_option("--division", options->division,
                        shell.say({"只核查该区划", "only this division"}));
    command->add_option(
        "--html", options->html,
        shell.say({"另写一页可离线打开的结果", "also write a page that opens without a network"}));
    command->add_option("--title", options->title, shell.say({"结果页标题", "title of the page"}));
    command->add_flag("--dry-run", options->is_dry,
                      shell.say({"只判定,不写台账", "judge only; leave the ledger alone"}));
    command->add_option("--threads", options->threads,
                        shell.say({"线程数(缺省全部)", "threads (default: all)"}));
    add_format(*command, shell, options->format);
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return run(shell, *options); }; });
}

}  // namespace tz::cli
