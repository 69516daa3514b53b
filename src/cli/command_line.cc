#include "cli/command_line.h"

#include <fmt/format.h>

#include "app/ledger/chains.h"
#include "app/ledger/problem_commands.h"
#include "app/workflow.h"
#include "domain/catalog.h"
#include "store/sqlite/sqlite_store.h"
#include "store/system/system.h"

namespace tz::cli {

void add_format(CLI::App& app, const Shell& shell, Format& format) {
    app.add_option("--format", format.name, shell.say({"输出:text 文字 或 json", "text or json"}))
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
}

void add_database(CLI::App& app, const Shell& shell, std::string& path) {
    app.add_option("--db", path, shell.say({"数据库文件", "database file"}))->required();
}

Office::Office(std::unique_ptr<Store> store, std::unique_ptr<Clock> clock,
               std::unique_ptr<Random> random)
    : store_(std::move(store)),
      clock_(std::move(clock)),
      random_(std::move(random)),
      commands_(catalog()),
      session_{"office", Role::kCounty, Scope::everything("the office's own database file")} {
    add_workflow_commands(commands_);
    add_signing_commands(commands_);
    registrar_ = std::make_unique<Registrar>(*store_, *clock_, *random_, commands_);
}

Result<std::unique_ptr<Office>> Office::open(const std::string& path, bool create) {
    ASSIGN_OR_RETURN(auto store, open_sqlite(path, {.create = create}));
    RETURN_IF_ERROR(store->migrate(catalog()));
    return std::unique_ptr<Office>(
        new Office(std::move(store), make_system_clock(), make_system_random()));
}

int fail(const Shell& shell, const Error& error) {
    fmt::print(stderr, "{}{}\n", shell.say({"出错:", "error: "}), shell.say(error.text));
    return kExitWrong;
}

Result<Date> date_option(const std::string& option, const std::string& text) {
    const auto day = parse_date(text);
    if (day) return *day;
    return invalid(fmt::format("{} 的值“{}”不是日期,应写成 2023-12-18", option, text),
                   fmt::format("{}: \"{}\" is not a date; write 2023-12-18", option, text), option);
}

Result<Division> division_option(const std::string& option, const std::string& text) {
    if (text.empty()) return Division{};
    const auto division = parse_division(text);
    if (division) return *division;
    return invalid(
        fmt::format("{} 的值“{}”不是区划代码,应为 2、4、6、9 或 12 位数字", option, text),
        fmt::format("{}: \"{}\" is not a division code of 2, 4, 6, 9 or 12 digits", option, text),
        option);
}

}  // namespace tz::cli
