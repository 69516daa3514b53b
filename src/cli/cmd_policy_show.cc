// taizhang policy show: rules read as sentences, one or all, or a whole pack as a page to print.
#include <fmt/format.h>

#include <algorithm>
#include <type_traits>

#include "app/policy_run/clauses_of.h"
#include "cli/command_line.h"
#include "cli/packs.h"
#include "domain/department/department.h"
#include "policy/explain/declarations.h"
#include "policy/explain/sentence.h"
#include "policy/report/sentence.h"

namespace tz::cli {
namespace {

struct Options {
    std::string pack{};
    std::string rule{};
    bool all = false;
    std::string html{};
    std::string document{};
    std::string name{};
};

const policy::Labels kLabels{.departments = &kDepartments, .categories = nullptr};

void print_rule(const Shell& shell, const policy::Rule& rule, const policy::CompiledPacks& packs) {
    fmt::print("{}  {}{}\n    {}\n", rule.name, rule.title,
               rule.proposed ? shell.say({"(拟)", " (proposed)"}) : "",
               sentence(rule, packs, shell.language, kLabels));
    for (const std::string& line : parameter_values(rule, packs, shell.language))
        fmt::print("  {}\n", line);
}

Status write_page(const Options& options, const LoadedPacks& packs) {
    const auto declared = policy::declared_addresses(packs.sources);
    ClauseSource source{&packs.compiled.packs, declared, {}, nullptr, {}};
    policy::Outline outline;
    if (!options.document.empty()) {
        ASSIGN_OR_RETURN(const std::string text, read_document(options.document));
        ASSIGN_OR_RETURN(source.document, document_name(options.name, packs));
        outline = policy::read_outline(text);
        source.outline = &outline;
    }
    return write_file(options.html, render_clauses(pack_page(source)));
}

// Forms, chains and whatever else is read as a whole.
template <class Declared>
std::int64_t show_each(const Shell& shell, const Options& options,
                       const std::vector<Declared>& declared, const policy::CompiledPacks& packs) {
    std::int64_t shown = 0;
    for (const Declared& one : declared) {
        const bool is_wanted = options.rule.empty()
                                   ? one.pack == 0
                                   : one.name == options.rule || one.source.clause == options.rule;
        if (!is_wanted) continue;
        std::string text;
        if constexpr (std::is_same_v<Declared, policy::ListComparison>)
            text = sentence(one, packs, shell.language, kLabels);
        else
            text = sentence(one, packs, shell.language);
        fmt::print("{}  {}\n    {}\n", one.name, one.title, text);
        ++shown;
    }
    return shown;
}

// A define of that name, by what it is made of.
std::int64_t show_define(const Shell& shell, const std::string& name,
                         const policy::CompiledPacks& packs) {
    const auto found = std::ranges::find(packs.defines, name, &policy::Define::name);
    if (found == packs.defines.end() || !found->body) return 0;
    fmt::print("{}  {}\n    {}\n", found->name, found->title,
               spelled_out(*found->body, packs, shell.language));
    return 1;
}

int show(const Shell& shell, const Options& options) {
    const auto packs = load_packs({options.pack});
    if (!packs) return fail(shell, packs.error());
    if (!report_diagnostics(shell, *packs, false)) return kExitWrong;
    if (!options.html.empty()) {
        const Status status = write_page(options, *packs);
        return status ? kExitOk : fail(shell, status.error());
    }
    const policy::CompiledPacks& compiled = packs->compiled.packs;
    std::int64_t shown = 0;
    for (const policy::Rule& rule : compiled.rules) {
        const bool is_wanted =
            options.rule.empty() ? rule.pack == 0
                                 : rule.name == options.rule || rule.source.clause == options.rule;
        if (!is_wanted) continue;
        print_rule(shell, rule, compiled);
        ++shown;
    }
    for (const policy::FigureReport& report : compiled.reports) {
        const bool is_wanted = options.rule.empty()
                                   ? report.pack == 0
                                   : report.name == options.rule || report.item(options.rule) >= 0;
        if (!is_wanted) continue;
        fmt::print("{}  {}\n", report.name, report_sentence(report, shell.language));
        ++shown;
    }
    for (const policy::Grant& grant : compiled.grants) {
        const bool is_wanted = options.rule.empty() ? grant.pack == 0
                                                    : grant.name == options.rule ||
                                                          grant.source.clause == options.rule;
        if (!is_wanted) continue;
        fmt::print("{}  {}{}\n    {}\n", grant.name, grant.title,
                   grant.proposed ? shell.say({"(拟)", " (proposed)"}) : "",
                   sentence(grant, compiled, shell.language, kLabels));
        ++shown;
    }
    shown += show_each(shell, options, compiled.forms, compiled);
    shown += show_each(shell, options, compiled.chains, compiled);
    shown += show_each(shell, options, compiled.assessments, compiled);
    shown += show_each(shell, options, compiled.comparisons, compiled);
    if (shown == 0 && !options.rule.empty()) shown += show_define(shell, options.rule, compiled);
    if (shown > 0 || options.rule.empty()) return kExitOk;
    return fail(shell,
                failure(ErrorKind::kNotFound, fmt::format("政策包里没有规则“{}”", options.rule),
                        fmt::format("the pack has no rule \"{}\"", options.rule)));
}

}  // namespace

void add_policy_show(CLI::App& policy, Shell& shell) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        policy.add_subcommand("show", shell.say({"把规则读成中文条文", "read rules as sentences"}));
    command->add_option("pack", options->pack, shell.say({"政策包文件夹", "pack folder"}))
        ->required();
    CLI::Option* rule = command->add_option(
        "rule", options->rule,
        shell.say({"规则名或条款号(缺省全部)", "rule or clause (default: all)"}));
    command->add_flag("--all", options->all, shell.say({"全部规则", "all rules"}))->excludes(rule);
    command
        ->add_option("--html", options->html,
                     shell.say({"整个政策包写成一页,可打印:条款、条文、参数、用例",
                                "the whole pack as a page to print: clauses, parameters, cases"}))
        ->excludes(rule);
    command->add_option("--document", options->document,
                        shell.say({"政策文件(纯文本),页面上附原句",
                                   "the document as plain text: its sentences on the page"}));
    command->add_option("--of", options->name,
                        shell.say({"它是政策包里的哪个文件", "which document of the pack it is"}));
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return show(shell, *options); }; });
}

}  // namespace tz::cli
