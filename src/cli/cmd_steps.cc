// taizhang ledger sign and taizhang ledger step: signatures, and one step of one record.
#include <fmt/format.h>

#include "app/ledger/reconcile.h"
#include "app/ledger/signing.h"
#include "base/text.h"
#include "cli/command_line.h"
#include "domain/catalog.h"
#include "domain/ledger/ledger_file.h"
#include "domain/ledger/problem.h"
#include "schema/convert.h"

namespace tz::cli {
namespace {

struct Options {
    std::string database{};
    std::string item{};
    std::string register_name = "problem";
    std::string command{};
    std::string role{};
    std::string by{};
    std::string unit{};
    std::string division{};
    std::vector<std::string> set{};
    std::vector<std::string> evidence{};
};

// A record is named by its id; an item of the ledger also as RULE/RECORD.
Result<Id> id_of(const Entity& entity, const std::string& name) {
    const std::size_t slash = name.find('/');
    const bool is_finding = slash != std::string::npos && &entity == &kProblem;
    const auto id = parse_id(is_finding ? name.substr(slash + 1) : name);
    if (!id)
        return invalid(fmt::format("“{}”应为32位记录号，问题也可写“规则/记录号”", name),
                       fmt::format("\"{}\" should be a record id of 32 digits, or RULE/RECORD of "
                                   "a problem",
                                   name));
    return is_finding ? problem_id(name.substr(0, slash), *id) : *id;
}

Result<const Entity*> register_of(const std::string& name) {
    if (const Workflow* flow = find_workflow(name)) return flow->entity;
    std::vector<std::string> names;
    for (const Workflow* flow : workflows()) names.emplace_back(flow->entity->name);
    return invalid(fmt::format("“{}”没有办理步骤；有步骤的是 {}", name, join(names, "、")),
                   fmt::format("{} has no workflow; these have: {}", name, join(names, ", ")));
}

// Whoever signs for a level acts with that level's rights.
Role role_of_signer(std::string_view role) {
    if (role == "township") return Role::kTownship;
    if (role == "county") return Role::kCounty;
    return role.starts_with("department") ? Role::kLineDepartment : Role::kVillageTeam;
}

Status sign_item(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const Entity* entity, register_of(options.register_name));
    ASSIGN_OR_RETURN(const Id id, id_of(*entity, options.item));
    ASSIGN_OR_RETURN(const Division division, division_option("--division", options.division));
    const Session session{options.by, role_of_signer(options.role), Scope::of(division)};
    ASSIGN_OR_RETURN(const SigningReport report,
                     sign(office->registrar(), office->store(), session,
                          {entity, id, options.role, options.by, options.unit}));
    const std::string names = join(report.waiting, "、");
    fmt::print("{}\n",
               report.waiting.empty()
                   ? shell.say({fmt::format("{}：签字已齐", report.chain),
                                fmt::format("{}: all have signed", report.chain)})
                   : shell.say({fmt::format("{}：已签，还缺 {}", report.chain, names),
                                fmt::format("{}: signed; still missing {}", report.chain, names)}));
    return ok();
}

Result<FieldValue> field_value(const Entity& entity, const std::string& pair) {
    const std::size_t mark = pair.find('=');
    const std::size_t field = entity.index(pair.substr(0, mark));
    if (mark == std::string::npos || field == entity.fields.size())
        return invalid(fmt::format("--set 的“{}”应写成 字段=值", pair),
                       fmt::format("--set \"{}\" should be FIELD=VALUE", pair), "--set");
    ASSIGN_OR_RETURN(Value value, parse_value(entity.fields[field], pair.substr(mark + 1)));
    return FieldValue{field, std::move(value)};
}

Status take_step(const Shell& shell, const Options& options) {
    const std::string name = options.command.substr(0, options.command.find('.'));
    ASSIGN_OR_RETURN(const Entity* entity, register_of(name));
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const Division division, division_option("--division", options.division));
    const auto role = parse_role(options.role);
    if (!role)
        return invalid(fmt::format("没有角色“{}”", options.role),
                       fmt::format("there is no role {}", options.role), "--role");
    Envelope envelope;
    envelope.command = options.command;
    ASSIGN_OR_RETURN(envelope.record, id_of(*entity, options.item));
    for (const std::string& pair : options.set) {
        ASSIGN_OR_RETURN(FieldValue value, field_value(*entity, pair));
        envelope.patch.push_back(std::move(value));
    }
    envelope.evidence = options.evidence;
    const Session session{options.by, *role, Scope::of(division)};
    ASSIGN_OR_RETURN(const Receipt receipt, office->registrar().execute(session, envelope));
    fmt::print("{}\n", shell.say({fmt::format("已办理，现为第 {} 版", receipt.version),
                                  fmt::format("done; now version {}", receipt.version)}));
    return ok();
}

template <class Job>
void finish(CLI::App* command, Shell& shell, const std::shared_ptr<Options>& options, Job job) {
    add_database(*command, shell, options->database);
    command->add_option("--by", options->by, shell.say({"办理人姓名", "who acts"}))->required();
    command->add_option("--division", options->division,
                        shell.say({"办理人管辖的区划", "the area of who acts"}));
    command->callback([&shell, options, job] {
        shell.chosen = [&shell, options, job] {
            const Status status = job(shell, *options);
            return status ? kExitOk : fail(shell, status.error());
        };
    });
}

void add_sign(CLI::App& ledger, Shell& shell) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = ledger.add_subcommand(
        "sign", shell.say({"签字:按政策包的签字链逐级签", "sign an item in its pack's chain"}));
    command->add_option("item", options->item, shell.say({"记录号，或“规则/记录号”", "record"}))
        ->required();
    std::vector<std::string> roles;
    for (const Choice& choice : kSignRoleChoices) roles.emplace_back(choice.name);
    command->add_option("--role", options->role, shell.say({"以什么身份签", "in which role"}))
        ->required()
        ->check(CLI::IsMember(roles));
    command->add_option("--unit", options->unit, shell.say({"签字人单位", "unit of the signer"}));
    command
        ->add_option("--register", options->register_name,
                     shell.say({"哪个登记册的记录", "the register of the record"}))
        ->capture_default_str();
    finish(command, shell, options, sign_item);
}

void add_step(CLI::App& ledger, Shell& shell) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = ledger.add_subcommand(
        "step", shell.say({"办理一步:整改、验收、项目审查、退回……",
                           "one step of a workflow: rectify, review, send back …"}));
    std::vector<std::string> steps;
    for (const Workflow* flow : workflows())
        for (const Step& one : flow->steps) steps.emplace_back(one.command);
    command->add_option("step", options->command, shell.say({"步骤", "the step"}))
        ->required()
        ->check(CLI::IsMember(steps));
    command->add_option("item", options->item, shell.say({"记录号", "record"}))->required();
    command->add_option("--role", options->role, shell.say({"办理人的角色", "role of who acts"}))
        ->required();
    command->add_option("--set", options->set,
                        shell.say({"字段=值,可多个", "FIELD=VALUE, repeatable"}));
    command->add_option("--evidence", options->evidence, shell.say({"佐证材料", "evidence"}));
    finish(command, shell, options, take_step);
}

}  // namespace

void add_steps(CLI::App& ledger, Shell& shell) {
    add_sign(ledger, shell);
    add_step(ledger, shell);
}

}  // namespace tz::cli
