// The command line of taizhang: chooses the language, builds the subcommands, runs the one asked
// for.
#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

#include "cli/command_line.h"

namespace tz::cli {
namespace {

// --lang is needed before the other options are described, so it is looked for first.
Language language_of(int argc, char** argv) {
    std::string_view wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word.starts_with("--lang=")) wanted = word.substr(7);
        if (word == "--lang" && i + 1 < argc) wanted = argv[i + 1];
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); wanted.empty() && value != nullptr)
            wanted = value;
    return wanted.starts_with("en") ? Language::kEnglish : Language::kChinese;
}

std::shared_ptr<CLI::Formatter> formatter(Language language) {
    auto form = std::make_shared<CLI::Formatter>();
    form->column_width(34);
    if (language == Language::kEnglish) return form;
    form->label("Usage", "用法");
    form->label("OPTIONS", "选项");
    form->label("SUBCOMMAND", "子命令");
    form->label("Positionals", "参数");
    form->label("REQUIRED", "(必填)");
    form->label("TEXT", "");
    form->label("INT", "数");
    form->label("UINT", "数");
    form->label("Needs", "需要");
    form->label("Excludes", "不可与之同用");
    return form;
}

void add_subcommands(CLI::App& app, Shell& shell) {
    add_import(app, shell);
    add_check(app, shell);
    add_grant(app, shell);
    add_compare(app, shell);
    add_ledger(app, shell);
    add_policy(app, shell);
    add_report(app, shell);
    add_demo(app, shell);
    add_admin(app, shell);
}

// The headings of the help, in the language of the rest.
void name_groups(CLI::App& app, const Shell& shell) {
    for (CLI::App* command : app.get_subcommands(nullptr)) {
        command->group(shell.say({"子命令", "Subcommands"}));
        name_groups(*command, shell);
    }
}

}  // namespace

int run(int argc, char** argv) {
    Shell shell;
    shell.language = language_of(argc, argv);
    CLI::App app(
        shell.say({"台账 taizhang:谁需要帮、政策许了什么、什么没到位、谁负责、问题真的销了没有。",
                   "taizhang: who needs help, what each policy promises, what has not "
                   "arrived, who answers for it, and whether the problem was really closed."}),
        "taizhang");
    app.formatter(formatter(shell.language));
    app.option_defaults()->group(shell.say({"选项", "Options"}));
    app.set_help_flag("-h,--help", shell.say({"显示帮助", "show this help"}));
    app.require_subcommand(1);
    std::string language;
    app.add_option("--lang", language,
                   shell.say({"语言:zh 或 en(缺省按 LANG)", "zh or en (default: LANG)"}));
    app.footer(
        shell.say({"一个月的活:import 导入 → check 核查 → ledger export 台账和整改单 → import "
                   "整改单 → check 再核查。",
                   "A month's work: import, check, ledger export, import the edited fix sheets, "
                   "check again."}));
    add_subcommands(app, shell);
    name_groups(app, shell);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kExitOk : kExitUsage;
    }
    return shell.chosen ? shell.chosen() : kExitUsage;
}

}  // namespace tz::cli
