// taizhang ledger sign, step and chain: signatures, one step of one record, and what stands before
// steps.
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
    std::string chain{};
    std::string reason{};
    std::string division{};
    std::vector<std::string> set{};
    std::vector<std::string> evidence{};
};

// The id that the parts of a natural key give, as people write them; null when they don't fit.
Id id_by_key(const Entity& entity, const std::string& name) {
    const auto parts = split(name, '/');
    if (parts.size() != entity.key.size()) return {};
    Row values(entity.fields.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t field = entity.index(entity.key[i]);
        auto value = parse_value(entity.fields[field], parts[i]);
        if (!value) return {};
        values[field] = *std::move(value);
    }
    return natural_id(entity, values);
}

Error no_name(const Entity& entity, const std::string& name) {
    std::vector<std::string> labels, names;
    for (const std::string_view key : entity.key) {
        labels.emplace_back(entity.find(key)->label);
        names.emplace_back(key);
    }
    return invalid(
        fmt::format("“{}”应为32位记录号，或“{}”", name, join(labels, "/")),
        fmt::format("\"{}\" should be a record id of 32 digits, or {}", name, join(names, "/")));
}

// A record is named by its id or its natural key: an item of the ledger as RULE/RECORD.
Result<Id> id_of(const Entity& entity, const std::string& name) {
    if (const auto id = parse_id(name)) return *id;
    const std::size_t slash = name.find('/');
    if (&entity == &kProblem && slash != std::string::npos)
        if (const auto record = parse_id(name.substr(slash + 1)))
            return problem_id(name.substr(0, slash), *record);
    const Id id = &entity == &kProblem ? Id{} : id_by_key(entity, name);
    if (id.is_null()) return no_name(entity, name);
    return id;
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
void chosen(CLI::App* command, Shell& shell, const std::shared_ptr<Options>& options, Job job) {
    command->callback([&shell, options, job] {
        shell.chosen = [&shell, options, job] {
            const Status status = job(shell, *options);
            return status ? kExitOk : fail(shell, status.error());
        };
    });
}

template <class Job>
void finish(CLI::App* command, Shell& shell, const std::shared_ptr<Options>& options, Job job) {
    add_database(*command, shell, options->database);
    command->add_option("--by", options->by, shell.say({"办理人姓名", "who acts"}))->required();
    command->add_option("--division", options->division,
                        shell.say({"办理人管辖的区划", "the area of who acts"}));
    chosen(command, shell, options, job);
}

std::string standing_text(const Shell& shell, const ChainInForce& chain, Date today) {
    if (chain.ended_on)
        return shell.say({fmt::format("{} 停用（{}：{}）", to_string(*chain.ended_on),
                                      chain.ended_by, chain.end_reason),
                          fmt::format("ended {} by {}: {}", to_string(*chain.ended_on),
                                      chain.ended_by, chain.end_reason)});
    const std::string until = chain.to ? to_string(*chain.to) : std::string();
    return shell.say({fmt::format("{}至{}{}", to_string(chain.from), until,
                                  chain.is_in_force(today) ? "，有效" : ""),
                      fmt::format("{} to {}{}", to_string(chain.from), until,
                                  chain.is_in_force(today) ? ", in force" : "")});
}

Status list_chains(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const auto transaction, office->store().begin(Access::kRead));
    ASSIGN_OR_RETURN(const auto chains, chains_kept(*transaction));
    for (const ChainInForce& chain : chains) {
        std::vector<std::string> signers;
        for (const policy::Signer& signer : chain.signers)
            signers.push_back(fmt::format("{}.{}", signer.order, signer.title));
        fmt::print("{}  {}  {}  {}  {}\n  {}\n", chain.name, chain.title, chain.step, chain.pack,
                   standing_text(shell, chain, office->clock().today()), join(signers, " "));
    }
    return ok();
}

Status end_one_chain(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    ASSIGN_OR_RETURN(const Division division, division_option("--division", options.division));
    const Session session{options.by, Role::kCounty, Scope::of(division)};
    RETURN_IF_ERROR(
        end_chain(office->registrar(), office->store(), session, options.chain, options.reason));
    fmt::print("{}\n", shell.say({fmt::format("签字链“{}”从今天起停用", options.chain),
                                  fmt::format("chain {} ends today", options.chain)}));
    return ok();
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

void add_chain(CLI::App& ledger, Shell& shell) {
    const auto options = std::make_shared<Options>();
    CLI::App* chain = ledger.add_subcommand(
        "chain", shell.say({"签字链:列出,停用", "chains of signatures: list them, end one"}));
    chain->require_subcommand(1);
    CLI::App* list = chain->add_subcommand(
        "list", shell.say({"列出生效过的签字链", "all that were ever in force"}));
    add_database(*list, shell, options->database);
    chosen(list, shell, options, list_chains);
    CLI::App* end = chain->add_subcommand(
        "end", shell.say({"停用一条签字链,写明理由", "end a chain, saying why"}));
    end->add_option("chain", options->chain, shell.say({"签字链标识", "the chain"}))->required();
    end->add_option("--reason", options->reason, shell.say({"停用理由", "why"}))->required();
    finish(end, shell, options, end_one_chain);
}

}  // namespace

void add_steps(CLI::App& ledger, Shell& shell) {
    add_sign(ledger, shell);
    add_step(ledger, shell);
    add_chain(ledger, shell);
}

}  // namespace tz::cli
