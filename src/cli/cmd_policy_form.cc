// taizhang policy form: a form of a pack as a workbook to print and fill in.
#include <fmt/format.h>

#include "app/forms/form_sheet.h"
#include "cli/command_line.h"
#include "cli/packs.h"
#include "cli/run_options.h"

namespace tz::cli {
namespace {

struct Options {
    std::string pack{};
    std::string form{};
    std::string database{};
    std::string division{};
    std::string campaign{};
    std::string out{};
    DateOptions dates{};
};

std::string names_of(const std::vector<policy::Form>& forms) {
    std::vector<std::string> names;
    for (const policy::Form& form : forms) names.push_back(form.name);
    return names.empty() ? "-" : join(names, ", ");
}

Error no_form(const policy::CompiledPacks& packs, const std::string& asked) {
    const std::string there = names_of(packs.forms);
    return failure(ErrorKind::kNotFound,
                   fmt::format("政策包里没有调查表“{}”；有：{}", asked, there),
                   fmt::format("the pack has no form {}; there are: {}", asked, there), asked);
}

Result<FormSheets> write(const policy::CompiledPacks& packs, const Options& options) {
    const policy::Form* form = find_form(packs, options.form);
    if (form == nullptr) return no_form(packs, options.form);
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    FormSheetOptions wishes;
    wishes.campaign = options.campaign;
    ASSIGN_OR_RETURN(wishes.check, check_options(options.dates, office->clock()));
    ASSIGN_OR_RETURN(wishes.check.division, division_option("--division", options.division));
    const auto progress = make_progress();
    ASSIGN_OR_RETURN(FormSheets sheets,
                     form_workbook(office->store(), packs, *form, wishes, *progress));
    RETURN_IF_ERROR(write_file(options.out, sheets.bytes));
    return sheets;
}

int run(const Shell& shell, const Options& options) {
    const auto packs = load_packs({options.pack});
    if (!packs) return fail(shell, packs.error());
    if (!report_diagnostics(shell, *packs, false)) return kExitWrong;
    const auto sheets = write(packs->compiled.packs, options);
    if (!sheets) return fail(shell, sheets.error());
    fmt::print("{}\n", shell.say({fmt::format("{}：{} 个对象，{} 题", options.out, sheets->records,
                                              sheets->questions),
                                  fmt::format("{}: {} records, {} questions", options.out,
                                              sheets->records, sheets->questions)}));
    return kExitOk;
}

}  // namespace

void add_policy_form(CLI::App& policy, Shell& shell) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = policy.add_subcommand(
        "form", shell.say({"调查表：打印出来填，填好用 taizhang import 收回",
                           "a form to print and fill in; taizhang import takes it back"}));
    command->add_option("pack", options->pack, shell.say({"政策包", "the pack"}))->required();
    command->add_option("form", options->form, shell.say({"调查表名称", "name of the form"}))
        ->required();
    add_database(*command, shell, options->database);
    command->add_option("--division", options->division,
                        shell.say({"只写该区划的对象", "only this division"}));
    command->add_option("--campaign", options->campaign,
                        shell.say({"行动名称(缺省取表名);再查一轮换一个名称",
                                   "name of the campaign (default: the form's title)"}));
    command->add_option("--out", options->out, shell.say({"写到哪个文件", "file to write"}))
        ->required();
    add_dates(*command, shell, options->dates);
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return run(shell, *options); }; });
}

}  // namespace tz::cli
