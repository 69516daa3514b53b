#include "app/workflow.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tz {
namespace {

std::string_view label_of(const Workflow& flow, std::int64_t state) {
    const Choice* choice = flow.entity->find(flow.state)->codes->by_code(state);
    return choice ? choice->label : std::string_view("尚无状态");
}

std::int64_t state_in(const Workflow& flow, const Record& record) {
    const Value& state = record.values[flow.entity->index(flow.state)];
    return is_known(state) ? as_int(state) : 0;
}

Error wrong_state(const Workflow& flow, std::int64_t now, std::string_view needed) {
    return failure(
        ErrorKind::kPrecondition,
        fmt::format("{}现在是“{}”,这一步要求“{}”", flow.entity->label, label_of(flow, now), needed),
        fmt::format("the {} is in state {}; this step needs {}", flow.entity->name, now, needed),
        std::string(flow.state));
}

Error wrong_role(const Step& taken, Role role) {
    return failure(ErrorKind::kForbidden,
                   fmt::format("您的角色({})现在不能办理“{}”", role_name(role), taken.label),
                   fmt::format("your role ({}) may not do {} now", role_name(role), taken.command));
}

Error lacking(const Entity& entity, const Step& taken, std::string_view field) {
    const std::string_view label = entity.find(field)->label;
    return failure(ErrorKind::kPrecondition,
                   fmt::format("办理“{}”前要先有“{}”", taken.label, label),
                   fmt::format("{} needs {} first", taken.command, field), std::string(field));
}

Error same_person(const Entity& entity, const Step& taken) {
    const std::string_view label = entity.find(taken.not_by)->label;
    return failure(ErrorKind::kPrecondition,
                   fmt::format("“{}”和“{}”不能是同一个人", label, taken.label),
                   fmt::format("whoever is named in {} may not do {}", taken.not_by, taken.command),
                   std::string(taken.not_by));
}

bool is_among(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

// The fields that the step itself carries. What steps leave behind is not for the sender to say,
// but for what this one needs and the day it was taken.
Record with_patch(const Workflow& flow, const Step& taken, const Situation& at_hand) {
    Record after = *at_hand.before;
    for (const FieldValue& value : at_hand.envelope.patch) {
        const std::string_view name = flow.entity->fields[value.field].name;
        const bool is_open =
            !is_among(flow.not_content, name) || is_among(taken.needs, name) || name == taken.on;
        if (is_open) after.values[value.field] = value.value;
    }
    return after;
}

bool is_in_patch(const Situation& at_hand, std::size_t field) {
    return std::ranges::any_of(at_hand.envelope.patch,
                               [&](const FieldValue& value) { return value.field == field; });
}

std::optional<Error> objection(const Step& taken, const Situation& at_hand, const Record& after) {
    const Entity& entity = at_hand.entity;
    if (!taken.roles.has(at_hand.session.role)) return wrong_role(taken, at_hand.session.role);
    for (const std::string_view field : taken.needs)
        if (!is_known(after.values[entity.index(field)])) return lacking(entity, taken, field);
    if (taken.needs_evidence && at_hand.envelope.evidence.empty())
        return invalid(fmt::format("办理“{}”须附佐证材料", taken.label),
                       fmt::format("{} needs evidence", taken.command), "evidence");
    if (taken.not_by.empty()) return std::nullopt;
    const Value& other = at_hand.before->values[entity.index(taken.not_by)];
    if (!is_known(other)) return lacking(entity, taken, taken.not_by);
    if (as_text(other) == at_hand.session.actor) return same_person(entity, taken);
    return std::nullopt;
}

void leave_traces(const Step& taken, const Situation& at_hand, Record& after) {
    const Entity& entity = at_hand.entity;
    for (const std::string_view field : taken.clears) after.values[entity.index(field)] = Value{};
    if (!taken.by.empty()) after.values[entity.index(taken.by)] = at_hand.session.actor;
    const std::size_t day = entity.index(taken.on);
    if (!taken.on.empty() && !is_in_patch(at_hand, day))
        after.values[day] = std::int64_t{at_hand.today.days};
    if (taken.counts.empty()) return;
    Value& count = after.values[entity.index(taken.counts)];
    count = (is_known(count) ? as_int(count) : 0) + 1;
}

Result<Record> walk(const Situation& at_hand) {
    const Workflow& flow = *find_workflow(at_hand.entity.name);
    if (at_hand.before == nullptr)
        return failure(ErrorKind::kNotFound, fmt::format("没有这条{}记录", at_hand.entity.label),
                       fmt::format("there is no such {}", at_hand.entity.name));
    ASSIGN_OR_RETURN(const Step taken, step_at(flow, *at_hand.before, at_hand.envelope.command));
    Record after = with_patch(flow, taken, at_hand);
    if (auto error = objection(taken, at_hand, after)) return *std::move(error);
    leave_traces(taken, at_hand, after);
    after.values[at_hand.entity.index(flow.state)] = taken.to;
    return after;
}

Error step_writes(const Entity& entity, const Field& field) {
    return failure(
        ErrorKind::kForbidden,
        fmt::format("{}的“{}”由核查和办理步骤写入，不能直接填；请删去这一列，用 taizhang ledger "
                    "step 办理",
                    entity.label, field.label),
        fmt::format("{} of {} is written by checks and steps; leave the column out and use "
                    "taizhang ledger step",
                    field.name, entity.name),
        std::string(field.name));
}

// Put, where only steps and runs write what steps write. A new record is in the first state.
Result<Record> decide_kept(const Situation& at_hand) {
    const Workflow& flow = *find_workflow(at_hand.entity.name);
    ASSIGN_OR_RETURN(Record after, decide_put(at_hand));
    const std::size_t state = flow.entity->index(flow.state);
    if (at_hand.before == nullptr && !is_known(after.values[state]))
        after.values[state] = flow.first;
    for (const FieldValue& value : at_hand.envelope.patch) {
        const Field& field = flow.entity->fields[value.field];
        if (!is_among(flow.not_content, field.name)) continue;
        const Value now = at_hand.before         ? at_hand.before->values[value.field]
                          : value.field == state ? Value{flow.first}
                                                 : Value{};
        if (value.value != now) return step_writes(*flow.entity, field);
    }
    return after;
}

void add_kept(Commands& commands, const Workflow& flow) {
    const std::string name(flow.entity->name);
    commands.add({name + ".run", flow.entity, kWriters, decide_put});
    commands.add({name + ".put", flow.entity, kWriters, decide_kept});
}

}  // namespace

Result<Step> step_at(const Workflow& flow, const Record& before, std::string_view command) {
    const std::int64_t now = state_in(flow, before);
    std::string needed;
    for (const Step& one : flow.steps) {
        if (one.command != command) continue;
        if (one.from == now) return one;
        if (!needed.empty()) needed += "、";
        needed += label_of(flow, one.from);
    }
    return wrong_state(flow, now, needed);
}

void add_workflow_commands(Commands& commands) {
    for (const Workflow* flow : workflows()) {
        if (find_entity(commands.catalog(), flow->entity->name) != flow->entity) continue;
        if (flow->first != 0) add_kept(commands, *flow);
        std::map<std::string_view, RoleSet> roles;
        for (const Step& one : flow->steps) roles[one.command].bits |= one.roles.bits;
        for (const auto& [name, who] : roles) {
            CommandSpec spec{std::string(name), flow->entity, who, walk};
            spec.is_step = true;
            commands.add(std::move(spec));
        }
    }
}

}  // namespace tz
