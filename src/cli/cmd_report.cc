// taizhang report crossfoot: published figures held against each other by the reports of packs.
#include <fmt/format.h>

#include "app/crossfoot/crossfoot.h"
#include "app/crossfoot/figure_file.h"
#include "cli/command_line.h"
#include "cli/packs.h"

namespace tz::cli {
namespace {

struct Options {
    std::vector<std::string> figures{};
    std::vector<std::string> packs{};
    std::string out{};
    bool shows_all = false;
    Format format{};
};

Result<policy::FigureTable> read_tables(const std::vector<std::string>& names) {
    policy::FigureTable table;
    for (const std::string& name : names) {
        ASSIGN_OR_RETURN(const MappedFile file, MappedFile::open(name));
        RETURN_IF_ERROR(crossfoot::read_figures(file.bytes(), name, table));
    }
    return table;
}

Status write_workbook(const crossfoot::Crossfoot& result, const std::string& path) {
    if (path.empty()) return ok();
    ASSIGN_OR_RETURN(const std::string bytes, crossfoot::to_workbook(result));
    return write_file(path, bytes);
}

Error no_reports() {
    return failure(
        ErrorKind::kNotFound,
        "政策包里没有报告（report）用到这些数字：请检查编号或指标名，或用 --pack 换政策包",
        "no report of the packs uses these figures: look at their ids or names, or give "
        "other packs by --pack");
}

Result<bool> run_crossfoot(const Shell& shell, const Options& options,
                           const policy::CompiledPacks& packs) {
    ASSIGN_OR_RETURN(const policy::FigureTable table, read_tables(options.figures));
    const crossfoot::Crossfoot result =
        crossfoot::crossfoot(packs, table, options.shows_all, shell.language);
    if (result.reports.empty()) return no_reports();
    RETURN_IF_ERROR(write_workbook(result, options.out));
    fmt::print("{}", options.format.is_json() ? crossfoot::to_json(result, packs)
                                              : crossfoot::to_text(result, packs, shell.language));
    return result.needs_attention();
}

int run(const Shell& shell, const Options& options) {
    const auto names = options.packs.empty() ? std::vector<std::string>{"packs"} : options.packs;
    const auto packs = load_packs(names);
    if (!packs) return fail(shell, packs.error());
    if (!report_diagnostics(shell, *packs, false)) return kExitWrong;
    const auto found = run_crossfoot(shell, options, packs->compiled.packs);
    if (!found) return fail(shell, found.error());
    return *found ? kExitFound : kExitOk;
}

}  // namespace

void add_report(CLI::App& app, Shell& shell) {
    CLI::App* report = app.add_subcommand(
        "report", shell.say({"报告：公布数字的勾稽", "reports: published figures"}));
    report->require_subcommand(1);
    auto options = std::make_shared<Options>();
    CLI::App* command = report->add_subcommand(
        "crossfoot", shell.say({"勾稽：公布的数字之间是否相符，逐项列出算式",
                                "hold published figures against each other, with the working"}));
    command
        ->add_option("--figures", options->figures,
                     shell.say({"数字表（xlsx、xls、csv、tsv；列：指标、数值、单位、编号），可多个",
                                "tables of figures (columns 指标, 数值, 单位, 编号), repeatable"}))
        ->required();
    command->add_option("--pack", options->packs,
                        shell.say({"政策包（缺省 packs/ 下全部）", "packs (default: all)"}));
    command->add_flag(
        "--all", options->shows_all,
        shell.say({"一个数字都没有的报告也列出", "also reports that find none of their figures"}));
    command->add_option("--out", options->out,
                        shell.say({"结果另存为 xlsx", "also write a workbook"}));
    add_format(*command, shell, options->format);
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return run(shell, *options); }; });
}

}  // namespace tz::cli
