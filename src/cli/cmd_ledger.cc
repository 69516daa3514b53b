// taizhang ledger: the sheets people work with, exemptions, acceptance and close-out.
#include <fmt/format.h>

#include "app/ledger/problem_commands.h"
#include "app/ledger/problem_fields.h"
#include "app/ledger/reconcile.h"
#include "app/ledger/workbook.h"
#include "cli/command_line.h"
#include "domain/catalog.h"
#include "domain/ledger/exemption.h"
#include "schema/convert.h"

namespace tz::cli {
namespace {

using namespace problem_field;

struct Options {
    std::string database{};
    std::string division{};
    std::string by{};
    std::string out{};
    std::string as_of{};
    std::string finding{};
    std::string reason{};
    std::string approver{};
    std::string until{};
    std::string rule{};
    std::string actor{};
};

Result<ExportOptions> export_options(const Options& options, Clock& clock) {
    ExportOptions out;
    out.as_of = clock.today();
    if (!options.as_of.empty()) {
        ASSIGN_OR_RETURN(out.as_of, date_option("--as-of", options.as_of));
    }
    ASSIGN_OR_RETURN(out.division, division_option("--division", options.division));
    return out;
}

Status write_export(const std::string& path, const ExportFile& file) {
    RETURN_IF_ERROR(write_file(path, file.bytes));
    fmt::print("{}  {}\n", path, file.items);
    return ok();
}

Status export_sheets(const Options& options) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const ExportOptions wanted, export_options(options, office->clock()));
    if (options.by != "village") {
        ASSIGN_OR_RETURN(const ExportFile file, export_ledger(office->store(), catalog(), wanted));
        const bool is_file = options.out.ends_with(".xlsx");
        if (!is_file) RETURN_IF_ERROR(make_folder(options.out));
        return write_export(is_file ? options.out : options.out + "/" + file.name, file);
    }
    RETURN_IF_ERROR(make_folder(options.out));
    ASSIGN_OR_RETURN(const auto files, export_fix_sheets(office->store(), catalog(), wanted));
    for (const ExportFile& file : files)
        RETURN_IF_ERROR(write_export(options.out + "/" + file.name, file));
    return ok();
}

// A finding is named by its ledger item, or as RULE/RECORD.
Result<Record> find_item(Office& office, const std::string& finding) {
    const std::size_t slash = finding.find('/');
    const auto record =
        parse_id(slash == std::string::npos ? std::string_view(finding)
                                            : std::string_view(finding).substr(slash + 1));
    if (!record)
        return invalid(
            fmt::format("“{}”应为问题编号(32位),或“规则/记录号”", finding),
            fmt::format("\"{}\" should be an item id of 32 digits, or RULE/RECORD", finding));
    const Id id =
        slash == std::string::npos ? *record : problem_id(finding.substr(0, slash), *record);
    ASSIGN_OR_RETURN(auto transaction, office.store().begin(Access::kRead));
    ASSIGN_OR_RETURN(auto item, transaction->get(kProblem, id, office.session().scope));
    if (item) return std::move(*item);
    return failure(ErrorKind::kNotFound, fmt::format("台账里没有问题“{}”", finding),
                   fmt::format("the ledger has no item \"{}\"", finding));
}

Status exempt(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const Date until, date_option("--until", options.until));
    ASSIGN_OR_RETURN(const Record item, find_item(*office, options.finding));
    Envelope envelope;
    envelope.command = "exemption.put";
    const auto set = [&](std::string_view field, Value value) {
        envelope.patch.push_back({kExemption.index(field), std::move(value)});
    };
    set("division", item.values[kDivisionOf]);
    set("rule", item.values[kRule]);
    set("record", item.values[kRecord]);
    set("register_name", item.values[kRegister]);
    set("subject", item.values[kSubject]);
    set("reason", options.reason);
    set("approver", options.approver.empty() ? office->session().actor : options.approver);
    set("approved_on", std::int64_t{office->clock().today().days});
    set("until", std::int64_t{until.days});
    ASSIGN_OR_RETURN(const Receipt receipt,
                     office->registrar().execute(office->session(), envelope));
    fmt::print(
        "{}\n",
        shell.say({fmt::format("已豁免至 {}(下次核查起生效)", to_string(until)),
                   fmt::format("exempted until {} (from the next check)", to_string(until))}));
    return receipt.outcome == Outcome::kRefused ? Status(to_error(receipt)) : ok();
}

Status step(const Shell& shell, const Options& options, const char* command, Role role) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const Division division, division_option("--division", options.division));
    const Session session{options.actor, role, Scope::of(division)};
    ASSIGN_OR_RETURN(const StepReport report,
                     step_all(office->registrar(), office->store(), session,
                              {command, kStateDataHold, division, options.rule}));
    fmt::print(
        "{}\n",
        shell.say({fmt::format("完成 {} 个,未办成 {} 个", report.done, report.refused.size()),
                   fmt::format("{} done, {} refused", report.done, report.refused.size())}));
    for (const Receipt& refused : report.refused)
        fmt::print("  {} {}\n", to_string(refused.record), shell.say(to_error(refused).text));
    return ok();
}

using Job = std::function<Status(const Shell&, const Options&)>;

void finish(CLI::App* command, Shell& shell, const std::shared_ptr<Options>& options, Job job) {
    command->callback([&shell, options, job = std::move(job)] {
        shell.chosen = [&shell, options, job] {
            const Status status = job(shell, *options);
            return status ? kExitOk : fail(shell, status.error());
        };
    });
}

void add_export(CLI::App& ledger, Shell& shell, const std::shared_ptr<Options>& options) {
    CLI::App* command = ledger.add_subcommand(
        "export", shell.say({"导出台账;--by village 导出各村整改单",
                             "write the ledger; --by village: a fix sheet a village"}));
    add_database(*command, shell, options->database);
    command->add_option("--division", options->division,
                        shell.say({"只导出该区划", "only this division"}));
    command
        ->add_option("--by", options->by,
                     shell.say({"village:每村一份整改单", "village: a fix sheet a village"}))
        ->check(CLI::IsMember({"village"}));
    command
        ->add_option("--out", options->out,
                     shell.say({"文件夹,或 .xlsx 文件", "folder, or an .xlsx file"}))
        ->required();
    command->add_option("--as-of", options->as_of,
                        shell.say({"表上的日期(缺省今天)", "date on the sheets"}));
    finish(command, shell, options,
           [](const Shell&, const Options& o) { return export_sheets(o); });
}

void add_exempt(CLI::App& ledger, Shell& shell, const std::shared_ptr<Options>& options) {
    CLI::App* command =
        ledger.add_subcommand("exempt", shell.say({"豁免一个误报:写明理由、批准人和期限",
                                                   "excuse a finding: reason, approver, expiry"}));
    add_database(*command, shell, options->database);
    command
        ->add_option("finding", options->finding,
                     shell.say({"问题编号,或“规则/记录号”", "item id, or RULE/RECORD"}))
        ->required();
    command->add_option("--reason", options->reason, shell.say({"理由", "reason"}))->required();
    command->add_option("--approver", options->approver, shell.say({"批准人", "who approved"}));
    command->add_option("--until", options->until, shell.say({"有效期至", "until"}))->required();
    finish(command, shell, options, exempt);
}

void add_step(CLI::App& ledger, Shell& shell, const std::shared_ptr<Options>& options,
              const char* name, const Text& help, const char* command_name, Role role) {
    CLI::App* command = ledger.add_subcommand(name, shell.say(help));
    add_database(*command, shell, options->database);
    command->add_option("--division", options->division,
                        shell.say({"只办该区划", "only this division"}));
    command->add_option("--rule", options->rule, shell.say({"只办该规则", "only this rule"}));
    command->add_option("--actor", options->actor, shell.say({"签字人", "who signs"}))->required();
    finish(command, shell, options, [command_name, role](const Shell& s, const Options& o) {
        return step(s, o, command_name, role);
    });
}

}  // namespace

void add_ledger(CLI::App& app, Shell& shell) {
    CLI::App* ledger = app.add_subcommand(
        "ledger", shell.say({"台账:导出、豁免、验收、销号",
                             "the problem ledger: export, exempt, accept, close out"}));
    ledger->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    add_export(*ledger, shell, options);
    add_exempt(*ledger, shell, options);
    add_step(*ledger, shell, options, "accept",
             {"验收数据已达标的问题", "accept items whose data hold"}, "problem.accept",
             Role::kTownship);
    add_step(*ledger, shell, options, "close",
             {"销号已验收的问题(须另一人)", "close out accepted items (by another person)"},
             "problem.close_out", Role::kCounty);
    add_steps(*ledger, shell);
}

}  // namespace tz::cli
