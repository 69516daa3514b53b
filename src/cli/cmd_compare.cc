// taizhang compare: a department's list against a register; who is found, what differs, who must
// act.
#include <fmt/format.h>

#include "app/cross_check/problems.h"
#include "app/cross_check/report.h"
#include "app/import/batch.h"
#include "app/ledger/places.h"
#include "base/text.h"
#include "cli/command_line.h"
#include "cli/packs.h"

namespace tz::cli {
namespace {

namespace compare = cross_check;

struct Options {
    std::string file{};
    std::string database{};
    std::string against = "person";
    std::string division{};
    std::string layout{};
    std::string source{};
    std::string as_of{};
    std::string out{};
    std::vector<std::string> map{};
    std::vector<std::string> packs{};
    bool is_complete = false;
    bool writes_ledger = false;
    unsigned threads = 0;
    Format format{};
};

Result<intake::Answers> answers_of(const std::vector<std::string>& map) {
    intake::Answers answers;
    for (const std::string& pair : map) {
        const std::size_t mark = pair.rfind('=');
        if (mark == std::string::npos || mark == 0)
            return invalid(fmt::format("--map 的“{}”应写成 列名=登记册.字段", pair),
                           fmt::format("--map \"{}\" should be HEADER=register.field", pair),
                           "--map");
        answers[header_key(pair.substr(0, mark))] = pair.substr(mark + 1);
    }
    return answers;
}

Result<compare::CompareOptions> compare_options(Office& office, const Options& options) {
    compare::CompareOptions out;
    out.against = options.against;
    out.layout = options.layout;
    out.is_complete = options.is_complete;
    out.threads = options.threads;
    out.today = office.clock().today();
    if (!options.as_of.empty()) {
        ASSIGN_OR_RETURN(out.today, date_option("--as-of", options.as_of));
    }
    ASSIGN_OR_RETURN(out.division, division_option("--division", options.division));
    ASSIGN_OR_RETURN(out.answers, answers_of(options.map));
    if (!options.source.empty()) {
        ASSIGN_OR_RETURN(out.learnt,
                         intake::load_learnt(office.store(), office.session(), options.source));
    }
    return out;
}

Status write_workbook(Office& office, const compare::Comparison& result, const Options& options) {
    if (options.out.empty()) return ok();
    ASSIGN_OR_RETURN(const Places places,
                     Places::load(office.store(), Scope::of(result.options.division)));
    ASSIGN_OR_RETURN(const std::string bytes, compare::to_workbook(result, places));
    return write_file(options.out, bytes);
}

Status write_ledger(const Shell& shell, Office& office, const compare::Comparison& result,
                    const Options& options, Progress& progress) {
    if (!options.writes_ledger) return ok();
    ASSIGN_OR_RETURN(const compare::LedgerReport report,
                     compare::write_problems(office.registrar(), office.store(), office.session(),
                                             result, progress));
    if (options.format.is_json()) return ok();
    fmt::print(
        "{}",
        shell.say({fmt::format("台账：新开 {}，仍未改 {}，反弹重开 {}，数据已达标待验收 {}\n",
                               report.opened, report.updated, report.reopened, report.held),
                   fmt::format("ledger: {} opened, {} still open, {} reopened, {} waiting "
                               "for acceptance\n",
                               report.opened, report.updated, report.reopened, report.held)}));
    return ok();
}

Status print_result(const Shell& shell, const compare::Comparison& result, const Options& options) {
    if (options.format.is_json()) {
        compare::write_json(result, [](std::string_view text) {
            std::fwrite(text.data(), 1, text.size(), stdout);
        });
        return ok();
    }
    fmt::print("{}", compare::to_text(result, shell.language));
    if (!options.out.empty())
        fmt::print("{}", shell.say({fmt::format("明细：{}\n", options.out),
                                    fmt::format("details: {}\n", options.out)}));
    return ok();
}

// What the packs declare, asked of the register as it is.
Result<std::shared_ptr<const compare::Declared>> declared_by(const Shell& shell, Office& office,
                                                             const Options& options,
                                                             const compare::CompareOptions& wanted,
                                                             Progress& progress) {
    if (options.packs.empty()) return std::shared_ptr<const compare::Declared>();
    ASSIGN_OR_RETURN(LoadedPacks packs, load_packs(options.packs));
    if (!report_diagnostics(shell, packs, false))
        return invalid("政策包有错误", "the packs have errors", "--pack");
    CheckOptions check;
    check.as_of = wanted.today;
    check.division = wanted.division;
    check.threads = wanted.threads;
    check.list_unknowns = false;
    return compare::declare(office.store(), std::move(packs.compiled.packs), check, progress);
}

Status run_compare(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(compare::CompareOptions wanted, compare_options(*office, options));
    ASSIGN_OR_RETURN(const MappedFile file, MappedFile::open(options.file));
    const auto progress = make_progress();
    ASSIGN_OR_RETURN(wanted.declared, declared_by(shell, *office, options, wanted, *progress));
    ASSIGN_OR_RETURN(const auto result,
                     compare::run_comparison(office->store(), base_name(options.file), file.bytes(),
                                             std::move(wanted), *progress));
    RETURN_IF_ERROR(write_workbook(*office, *result, options));
    RETURN_IF_ERROR(print_result(shell, *result, options));
    return write_ledger(shell, *office, *result, options, *progress);
}

int run(const Shell& shell, const Options& options) {
    const Status status = run_compare(shell, options);
    return status ? kExitOk : fail(shell, status.error());
}

void add_file_options(CLI::App& command, const Shell& shell, Options& options) {
    command.add_option("file", options.file, shell.say({"部门名单(xlsx、xls、csv)", "the list"}))
        ->required();
    add_database(command, shell, options.database);
    command
        .add_option("--against", options.against,
                    shell.say({"与哪个登记册比对", "the register to compare with"}))
        ->capture_default_str();
    command.add_option("--layout", options.layout,
                       shell.say({"表式名(缺省自动认)", "layout of the file (default: found)"}));
    command.add_option(
        "--source", options.source,
        shell.say({"名单来自谁;用以往记住的列对照", "whose list it is; columns learnt of it"}));
    command.add_option("--map", options.map,
                       shell.say({"列名=登记册.字段,可多个", "HEADER=register.field, repeatable"}));
}

}  // namespace

void add_compare(CLI::App& app, Shell& shell) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "compare", shell.say({"比对:部门名单与登记册逐人核对",
                              "hold a department's list against a register, person by person"}));
    add_file_options(*command, shell, *options);
    command->add_option("--division", options->division,
                        shell.say({"只比对该区划的人", "only persons of this division"}));
    command->add_flag(
        "--complete", options->is_complete,
        shell.say({"名单是该区划的全部:登记册有而名单没有的也列出",
                   "the list is complete for the division: tell who is missing from it"}));
    command->add_option(
        "--pack", options->packs,
        shell.say({"按政策包的 compare 声明比对", "compare as these packs declare"}));
    command->add_option("--as-of", options->as_of,
                        shell.say({"比对日期(缺省今天)", "day of the comparison (today)"}));
    command->add_flag("--ledger", options->writes_ledger,
                      shell.say({"结果写入问题台账", "write the outcomes into the ledger"}));
    command->add_option("--out", options->out,
                        shell.say({"结果另存为 xlsx", "also write a workbook"}));
    command->add_option("--threads", options->threads,
                        shell.say({"线程数(缺省全部)", "threads (default: all)"}));
    add_format(*command, shell, options->format);
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return run(shell, *options); }; });
}

}  // namespace tz::cli
