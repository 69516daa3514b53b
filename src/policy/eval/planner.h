// Turns a program into the steps of a plan. For plan.cc only; one thread.
#pragma once
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "policy/eval/plan.h"
#include "policy/eval/regions.h"

namespace tz::policy {

class Planner {
  public:
    explicit Planner(Plan& plan)
        : plan_(plan), program_(*plan.program), regions_(plan), sources_(program_.code.size()) {}
    void run();
    // Only the values of some instructions, in their order.
    void run_values(const std::vector<std::uint32_t>& wanted);

  private:
    void keep(std::uint32_t at, const Entity& entity, std::uint32_t index);
    // Where an instruction's answers are (planner.cc).
    const Instruction& code(std::uint32_t at) const;
    std::uint32_t reg_of(const Entity& entity);
    std::uint32_t new_slot(std::uint32_t reg, bool is_int);
    static Source slot_source(std::uint32_t slot, std::uint32_t instruction);
    static Source constant_source(const Datum& value, std::uint32_t at);
    Source push(Step step);
    Step step_for(Action action, std::uint32_t at);
    const Source& source(std::uint32_t at);
    Source make_source(std::uint32_t at);
    // `map` as rows of the instruction's register see it.
    Source regional(std::uint32_t at, ParameterMap map, bool is_bool);
    // As 64-bit values in a temporary.
    Source vector(std::uint32_t at, std::uint32_t reg);

    // Steps for each kind of instruction (planner_emit.cc).
    Source emit(std::uint32_t at);
    // A text column against a text that depends on the division.
    bool compares_regional_text(const Instruction& in) const;
    Source emit_regional_text(std::uint32_t at);
    Source emit_logic(std::uint32_t at);
    Source emit_sources(Action action, std::uint32_t at);
    // All arguments as 64-bit values, but the condition of an `if` and lone bools.
    Source emit_vectors(Action action, std::uint32_t at);
    Source emit_comparison(std::uint32_t at);
    // less(a, b), turned round for > and <=, negated for >= and <=.
    Source emit_vector_comparison(std::uint32_t at);
    // The varying argument comes first; `negate` says it stood on the right.
    Source emit_interval(std::uint32_t at, std::uint32_t varying);
    Source emit_set(std::uint32_t at);
    // A column as it is stored, or a temporary.
    Source narrow(std::uint32_t at, std::uint32_t reg);
    Source emit_arithmetic(std::uint32_t at);
    // Differences of dates: as calendar days (yyyymmdd) they give whole years by division.
    Source emit_years(std::uint32_t at);
    // The second date less the first.
    Source emit_difference(std::uint32_t at, std::uint32_t reg);
    Source calendar_day(std::uint32_t at, std::uint32_t reg);
    Source month(std::uint32_t at, std::uint32_t reg);
    Source converted(Action action, std::uint32_t at, std::uint32_t reg);
    Source emit_with_constant(Action action, std::uint32_t at, std::int64_t value, bool first);
    Source emit_walk(std::uint32_t at);
    Source emit_take(std::uint32_t at);
    void add_rule(std::uint32_t rule);

    Plan& plan_;
    const Program& program_;
    const Regions regions_;
    std::vector<Source> sources_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Source> vectors_;
    std::map<std::tuple<Action, std::uint32_t, std::uint32_t>, Source> converted_;
};

// Gives every temporary a place, which another takes after its last use.
void assign_places(Plan& plan);

}  // namespace tz::policy
