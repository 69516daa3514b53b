// taizhang policy coverage: which sentences of a document a pack takes care of, and which it does
// not. The document is a file of the office; nothing of it is kept.
#include <fmt/format.h>

#include "app/policy_run/clauses_of.h"
#include "app/policy_run/coverage_report.h"
#include "cli/command_line.h"
#include "cli/packs.h"
#include "cli/run_options.h"

namespace tz::cli {
namespace {

struct Options {
    std::string pack{};
    std::string document{};
    std::string name{};
    bool outline = false;
    bool unmatched = false;
    std::string html{};
    std::string database{};
    DateOptions dates{};
    Format format{};
};

// What the rules answer over the register, when one is given.
Result<RuleCounts> rule_counts(const Options& options, policy::CompiledPacks packs) {
    if (options.database.empty()) return RuleCounts{};
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const CheckOptions check, check_options(options.dates, office->clock()));
    const auto progress = make_progress();
    ASSIGN_OR_RETURN(const auto run,
                     run_check(office->store(), std::move(packs), check, *progress));
    return counts_of(*run);
}

std::string title_of(const LoadedPacks& packs, const std::string& name) {
    for (const policy::PackDocument& document : policy::pack_documents(packs.sources))
        if (document.name == name) return document.title;
    return name;
}

Status write_page(const Shell& shell, const Options& options, const LoadedPacks& packs,
                  const policy::Outline& outline, const std::string& name,
                  const policy::Coverage& found) {
    if (options.html.empty()) return ok();
    if (!report_diagnostics(shell, packs, false))
        return invalid("政策包有错,不能写页面", "the pack has errors; no page is written");
    const auto declared = policy::declared_addresses(packs.sources);
    ClauseSource source{&packs.compiled.packs, declared, name, &outline, {}};
    ASSIGN_OR_RETURN(source.counts, rule_counts(options, packs.compiled.packs));
    document::ClausePage page = coverage_page(source, found);
    page.title = title_of(packs, name);
    return write_file(options.html, render_clauses(page));
}

Result<int> coverage(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const std::string text, read_document(options.document));
    const policy::Outline outline = policy::read_outline(text);
    if (options.outline) {
        fmt::print("{}", options.format.is_json() ? outline_json(outline)
                                                  : outline_text(outline, shell.language));
        return kExitOk;
    }
    ASSIGN_OR_RETURN(const LoadedPacks packs, load_packs({options.pack}));
    ASSIGN_OR_RETURN(const std::string name, document_name(options.name, packs));
    const policy::Coverage found =
        policy::cover(outline, policy::declared_addresses(packs.sources), name);
    RETURN_IF_ERROR(write_page(shell, options, packs, outline, name, found));
    if (options.unmatched)
        fmt::print("{}", unmatched_text(outline, found, name));
    else
        fmt::print("{}", options.format.is_json() ? coverage_json(outline, found, shell.language)
                                                  : coverage_text(outline, found, shell.language));
    return found.uncovered.empty() && found.wrong.empty() ? kExitOk : kExitFound;
}

int run(const Shell& shell, const Options& options) {
    const Result<int> code = coverage(shell, options);
    return code ? *code : fail(shell, code.error());
}

}  // namespace

void add_policy_coverage(CLI::App& policy, Shell& shell) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = policy.add_subcommand(
        "coverage", shell.say({"文件逐句核对:哪句有规则,哪句是说明,哪句还没有",
                               "a document sentence by sentence: which have rules, which a "
                               "reason, which nothing"}));
    command->add_option("pack", options->pack, shell.say({"政策包文件夹", "pack folder"}))
        ->required();
    command
        ->add_option("--document", options->document,
                     shell.say({"政策文件(纯文本)", "the document as plain text"}))
        ->required();
    command->add_option("--of", options->name,
                        shell.say({"它是政策包里的哪个文件(包里只有一个时可不写)",
                                   "which document of the pack it is, when there are several"}));
    command->add_flag(
        "--outline", options->outline,
        shell.say({"只列出每句和它的地址", "only list every sentence with its address"}));
    command->add_flag("--unmatched", options->unmatched,
                      shell.say({"给每个没有着落的句子写一行待填的 context",
                                 "a context line to fill in for each uncovered sentence"}));
    command->add_option("--html", options->html,
                        shell.say({"另写一页:文件逐句,旁边是规则",
                                   "also write a page: the document with its rules beside it"}));
    command->add_option("--db", options->database,
                        shell.say({"数据库:页面上写明各规则符合、不符合、不知道多少",
                                   "database: the page tells how many hold, fail, are unknown"}));
    add_dates(*command, shell, options->dates);
    add_format(*command, shell, options->format);
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return run(shell, *options); }; });
}

}  // namespace tz::cli
