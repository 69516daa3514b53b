// taizhang import: files of the office into the register; a dry run unless --apply is given.
#include <fmt/format.h>

#include "app/import/import.h"
#include "app/undo.h"
#include "cli/command_line.h"
#include "cli/packs.h"

namespace tz::cli {
namespace {

struct Options {
    std::vector<std::string> files{};
    std::string database{};
    std::string division{};
    std::string holds_from{};
    std::string month{};
    std::string map_file{};
    std::string undo{};
    std::vector<std::string> packs{};
    ImportOptions import{};
    Format format{};
};

// Lines "header = register.field", "header = -" to leave a column out, # for remarks.
Status read_map(const std::string& path, ImportOptions& options) {
    if (path.empty()) return ok();
    ASSIGN_OR_RETURN(const MappedFile file, MappedFile::open(path));
    std::int64_t number = 0;
    for (const std::string_view raw : split(file.bytes(), '\n')) {
        ++number;
        const std::string_view line = trim(raw);
        if (line.empty() || line.front() == '#') continue;
        const std::size_t equals = line.rfind('=');
        if (equals == std::string_view::npos)
            return invalid(
                fmt::format("{} 第 {} 行应为“列名 = 登记册.字段”", path, number),
                fmt::format("{} line {} should read: header = register.field", path, number), path);
        options.map.push_back({std::string(trim(line.substr(0, equals))),
                               std::string(trim(line.substr(equals + 1)))});
    }
    return ok();
}

// The pack a filled-in form names, unless other ones were asked for.
Result<policy::CompiledPacks> read_packs(const std::vector<std::string>& asked,
                                         const std::string& name) {
    ASSIGN_OR_RETURN(LoadedPacks packs,
                     load_packs(asked.empty() ? std::vector<std::string>{name} : asked));
    if (!packs.compiled.ok())
        return invalid(fmt::format("政策包“{}”有错", name),
                       fmt::format("pack \"{}\" has errors", name), name);
    return std::move(packs.compiled.packs);
}

Status prepare(Options& options) {
    options.import.packs = [asked = options.packs](const std::string& name) {
        return read_packs(asked, name);
    };
    if (!options.packs.empty()) {
        ASSIGN_OR_RETURN(policy::CompiledPacks packs, read_packs(options.packs, ""));
        options.import.added = std::move(packs.fields);
    }
    RETURN_IF_ERROR(read_map(options.map_file, options.import));
    ASSIGN_OR_RETURN(options.import.default_division,
                     division_option("--division", options.division));
    if (!options.month.empty()) {
        options.import.month = parse_month(options.month);
        if (!options.import.month)
            return invalid(fmt::format("--month 应写成 2023-12，不能是“{}”", options.month),
                           fmt::format("--month is written 2023-12, not {}", options.month),
                           "month");
    }
    if (options.holds_from.empty()) return ok();
    ASSIGN_OR_RETURN(const Date day, date_option("--holds-from", options.holds_from));
    options.import.holds_from = day;
    return ok();
}

Result<ImportReport> import_one(Office& office, const Options& options, const std::string& path) {
    ASSIGN_OR_RETURN(const MappedFile file, MappedFile::open(path));
    const auto progress = make_progress();
    return import_file(office.registrar(), office.store(), office.session(), base_name(path),
                       file.bytes(), options.import, progress.get());
}

int run_undo(const Shell& shell, Office& office, const Options& options) {
    const auto progress = make_progress();
    const auto done = import_undo(
        office.registrar(), office.store(), office.session(), options.undo,
        [&](const UndoKept& kept) {
            fmt::print("  {} {} {} {}\n", kept.register_name, to_string(kept.id), kept.later_source,
                       shell.say(kept.text));
        },
        progress.get());
    if (!done) return fail(shell, done.error());
    fmt::print(
        "{}\n",
        shell.say({fmt::format("已撤销:恢复 {} 条,撤下 {} 条;之后又改过的 {} 条未动",
                               done->reverted, done->retired, done->kept),
                   fmt::format("undone: {} went back, {} retired; {} changed since were kept",
                               done->reverted, done->retired, done->kept)}));
    return kExitOk;
}

int run(const Shell& shell, Options options) {
    if (const auto status = prepare(options); !status) return fail(shell, status.error());
    auto office = Office::open(options.database, true);
    if (!office) return fail(shell, office.error());
    if (!options.undo.empty()) return run_undo(shell, **office, options);
    if (options.files.empty()) return fail(shell, invalid("没有给出文件", "no file was given"));
    int exit = kExitOk;
    bool is_first = true;
    if (options.format.is_json()) fmt::print("[");
    for (const std::string& path : options.files) {
        const auto report = import_one(**office, options, path);
        if (!report) {
            exit = fail(shell, report.error());
            continue;
        }
        if (report->refusals + report->questions > 0) exit = std::max(exit, kExitFound);
        if (options.format.is_json())
            fmt::print("{}{}", is_first ? "\n" : ",\n", to_json(*report));
        else
            fmt::print("{}", to_text(*report, shell.language));
        is_first = false;
    }
    if (options.format.is_json()) fmt::print("\n]\n");
    return exit;
}

}  // namespace

void add_import(CLI::App& app, Shell& shell) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "import", shell.say({"导入表格(xlsx、xls、csv):先试导入看问题,加 --apply 才写入",
                             "import spreadsheets; a dry run unless --apply is given"}));
    command->add_option("files", options->files, shell.say({"要导入的文件", "files to import"}));
    add_database(*command, shell, options->database);
    command->add_option("--layout", options->import.layout,
                        shell.say({"表式名称(缺省自动识别)", "layout (default: recognised)"}));
    command->add_option("--source", options->import.source,
                        shell.say({"数据来源,如“民政局”;学到的列名记在它名下",
                                   "whose file it is; learnt columns are kept under it"}));
    command->add_option("--map", options->map_file,
                        shell.say({"列名对照文件,每行“列名 = 登记册.字段”",
                                   "file of lines: header = register.field"}));
    command->add_option("--division", options->division,
                        shell.say({"文件所属区划代码", "division the file is about"}));
    command->add_option(
        "--holds-from", options->holds_from,
        shell.say({"数据从哪天起成立(缺省取文件月份)", "day from which the values hold"}));
    command->add_option("--month", options->month,
                        shell.say({"数据是哪个月的，如 2023-12(缺省看文件名、标题)",
                                   "month of the data (default: by name and titles)"}));
    command->add_option("--header-row", options->import.header_row,
                        shell.say({"表头在第几行(缺省自动找)", "row of the header"}));
    command->add_option("--pack", options->packs,
                        shell.say({"调查表所在的政策包(缺省用表上写的)；也认政策包加的栏目",
                                   "packs of a filled-in form (default: as it says), and of "
                                   "columns that packs add"}));
    command->add_flag("--apply", options->import.apply,
                      shell.say({"写入(不加只试导入)", "write (otherwise a dry run)"}));
    command->add_option(
        "--undo", options->undo,
        shell.say({"撤销一个批次(批次来源见导入结果)", "take back a batch by its source"}));
    add_format(*command, shell, options->format);
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return run(shell, *options); }; });
}

}  // namespace tz::cli
