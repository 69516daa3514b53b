#include "policy/eval/planner.h"

#include <algorithm>

#include "base/result.h"

namespace tz::policy {

using Where = Source::Where;

void Planner::run() {
    for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) add_rule(rule);
    for (std::uint32_t i = 0; i < program_.outputs.size(); ++i)
        keep(program_.outputs[i].instruction, *program_.outputs[i].entity, i);
}

void Planner::run_values(const std::vector<std::uint32_t>& wanted) {
    for (std::uint32_t i = 0; i < wanted.size(); ++i) keep(wanted[i], *code(wanted[i]).entity, i);
}

void Planner::keep(std::uint32_t at, const Entity& entity, std::uint32_t index) {
    Step step{.action = Action::kKeep, .instruction = at, .reg = reg_of(entity)};
    step.rule = index;
    const bool ready = source(at).is(Where::kColumn) || source(at).is(Where::kConstant);
    const bool is_bool = code(at).kind == Kind::kBool;
    step.args[0] = ready || is_bool ? source(at) : vector(at, step.reg);
    plan_.steps.push_back(step);
}

const Instruction& Planner::code(std::uint32_t at) const { return program_.code[at]; }

std::uint32_t Planner::reg_of(const Entity& entity) {
    auto& list = plan_.registers;
    const auto it = std::ranges::find(list, &entity, &Image::Register::entity);
    if (it != list.end()) return static_cast<std::uint32_t>(it - list.begin());
    const Image::Register* found = plan_.image->find_register(entity);
    CHECK(found != nullptr);  // the image was made for another program
    list.push_back(found);
    return static_cast<std::uint32_t>(list.size() - 1);
}

std::uint32_t Planner::new_slot(std::uint32_t reg, bool is_int) {
    plan_.slots.push_back({reg, is_int, 0});
    return static_cast<std::uint32_t>(plan_.slots.size() - 1);
}

Source Planner::slot_source(std::uint32_t slot, std::uint32_t instruction) {
    return {.where = Where::kSlot, .slot = slot, .instruction = instruction};
}

Source Planner::constant_source(const Datum& value, std::uint32_t at) {
    return {.where = Where::kConstant, .constant = value, .instruction = at};
}

Source Planner::push(Step step) {
    step.out = new_slot(step.reg, step.is_int);
    const std::uint32_t at = step.instruction;
    plan_.steps.push_back(std::move(step));
    return slot_source(plan_.steps.back().out, at);
}

Step Planner::step_for(Action action, std::uint32_t at) {
    const Instruction& in = code(at);
    return {.action = action,
            .instruction = at,
            .reg = reg_of(*in.entity),
            .is_int = in.kind != Kind::kBool};
}

const Source& Planner::source(std::uint32_t at) {
    if (sources_[at].is(Where::kNowhere)) {
        Source made = make_source(at);
        made.instruction = at;
        sources_[at] = made;
    }
    return sources_[at];
}

Source Planner::make_source(std::uint32_t at) {
    if (plan_.ready[at]) return {.where = Where::kColumn, .column = plan_.ready[at]};
    if (const auto& value = regions_.constant(at)) return constant_source(*value, at);
    if (regions_.is_regional(at))
        return regional(at, regions_.map(at), code(at).kind == Kind::kBool);
    return emit(at);
}

Source Planner::regional(std::uint32_t at, ParameterMap map, bool is_bool) {
    Step step = step_for(Action::kParameter, at);
    step.is_int = !is_bool;
    step.rule = static_cast<std::uint32_t>(plan_.uses.size());
    plan_.parameters.push_back(std::move(map));
    plan_.uses.push_back({plan_.parameters.size() - 1, step.reg, is_bool});
    const Source out = push(step);
    if (is_bool) return out;
    return {.where = Where::kParameter, .slot = out.slot, .use = step.rule, .instruction = at};
}

Source Planner::vector(std::uint32_t at, std::uint32_t reg) {
    const Source from = source(at);
    if (from.is(Where::kParameter)) {
        plan_.uses[from.use].as_vector = true;
        return slot_source(from.slot, at);
    }
    const bool is_bool = code(at).kind == Kind::kBool;
    if (from.is(Where::kSlot) && !is_bool) return from;
    const auto [it, is_new] = vectors_.try_emplace({at, reg});
    if (is_new) {
        Step step{.instruction = at, .reg = reg, .is_int = true, .args = {from}};
        step.action = from.is(Where::kConstant) ? Action::kFill
                      : is_bool                 ? Action::kWidenBools
                                                : Action::kWiden;
        it->second = push(step);
    }
    return it->second;
}

}  // namespace tz::policy
