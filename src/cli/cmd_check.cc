// taizhang check: the main job. Packs over the register, findings into the ledger, a page to look
// at.
#include <fmt/format.h>

#include "app/ledger/reconcile.h"
#include "app/ledger/signing.h"
#include "app/policy_run/check_report.h"
#include "app/policy_run/page_of.h"
#include "cli/command_line.h"
#include "cli/run_options.h"
#include "document/page.h"

namespace tz::cli {
namespace {

struct Options {
    std::string database{};
    RunOptions run{};
    std::string html{};
    std::string title{};
    bool is_dry = false;
    unsigned threads = 0;
    Format format{};
};

Status write_page(Office& office, const CheckRun& run, const std::optional<ReconcileReport>& ledger,
                  const Options& options) {
    if (options.html.empty()) return ok();
    PageOptions page_options;
    page_options.title = options.title;
    if (ledger) page_options.why_new = ledger->why_new;
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

// The packs' chains come into force, and signatures under what has changed since are void, before
// anything is judged.
Status prepare_chains(const Shell& shell, Office& office, const policy::CompiledPacks& packs) {
    ASSIGN_OR_RETURN(const EnforceReport report,
                     enforce_chains(office.registrar(), office.store(), office.session(), packs));
    for (const std::string& chain : report.begun)
        fmt::print(stderr, "{}\n",
                   shell.say({fmt::format("签字链“{}”开始生效", chain),
                              fmt::format("chain {} is in force now", chain)}));
    for (const std::string& chain : report.unsaid)
        fmt::print(stderr, "{}\n",
                   shell.say({fmt::format("政策包里已没有签字链“{}”，它仍然有效；停用请办 taizhang "
                                          "ledger chain end {} --reason …",
                                          chain, chain),
                              fmt::format("no pack says chain {} any more; it stays in force until "
                                          "taizhang ledger chain end {} --reason …",
                                          chain, chain)}));
    const auto voided = void_changed(office.registrar(), office.store(), office.session());
    return voided ? ok() : Status(voided.error());
}

Status check(const Shell& shell, const Options& options, policy::CompiledPacks packs) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(CheckOptions wanted, check_options(options.run, office->clock()));
    wanted.threads = options.threads;
    const auto progress = make_progress();
    if (!options.is_dry) RETURN_IF_ERROR(prepare_chains(shell, *office, packs));
    ASSIGN_OR_RETURN(const auto run,
                     run_check(office->store(), std::move(packs), wanted, *progress));
    std::optional<ReconcileReport> ledger;
    if (!options.is_dry) {
        ASSIGN_OR_RETURN(ledger, reconcile(office->registrar(), office->store(), office->session(),
                                           *run, *progress));
    }
    RETURN_IF_ERROR(write_page(*office, *run, ledger, options));
    return print_result(shell, *run, ledger, options);
}

int run(const Shell& shell, const Options& options) {
    return with_packs(shell, options.run.packs, [&](policy::CompiledPacks packs) {
        return check(shell, options, std::move(packs));
    });
}

}  // namespace

void add_check(CLI::App& app, Shell& shell) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "check", shell.say({"核查:用政策包核对登记册,结果进台账",
                            "judge the register by policy packs; findings go into the ledger"}));
    add_database(*command, shell, options->database);
    add_run(*command, shell, options->run);
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
