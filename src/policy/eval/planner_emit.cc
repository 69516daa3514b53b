#include "policy/eval/planner.h"
#include "policy/eval/walks.h"

namespace tz::policy {
namespace {

using Where = Source::Where;

constexpr std::size_t kLongestList = 16;  // of constants compared one by one

bool is_comparison(Op op) { return op >= Op::kEqual && op <= Op::kGreaterOrEqual; }

}  // namespace

Source Planner::emit(std::uint32_t at) {
    const Instruction& in = code(at);
    if (in.op >= Op::kParent) return emit_walk(at);
    if (in.op == Op::kKnown && plan_.ready[in.args[0]]) return emit_sources(Action::kIsKnown, at);
    if (compares_regional_text(in)) return emit_regional_text(at);
    if (in.args[0] != kNone && code(in.args[0]).kind == Kind::kText)
        return push(step_for(Action::kEachSingle, at));
    if (is_comparison(in.op)) return emit_comparison(at);
    if (in.op >= Op::kAnd && in.op <= Op::kIf) return emit_logic(at);
    if (in.op == Op::kInSet) return emit_set(at);
    if (in.op == Op::kInDivision) return emit_interval(at, in.args[0]);
    if (in.op >= Op::kHasAny && in.op <= Op::kHasOnly) return emit_vectors(Action::kHas, at);
    return emit_arithmetic(at);
}

bool Planner::compares_regional_text(const Instruction& in) const {
    const bool equality = in.op == Op::kEqual || in.op == Op::kNotEqual;
    if (!equality || code(in.args[0]).kind != Kind::kText) return false;
    return (plan_.ready[in.args[0]] && regions_.is_regional(in.args[1])) ||
           (plan_.ready[in.args[1]] && regions_.is_regional(in.args[0]));
}

Source Planner::emit_regional_text(std::uint32_t at) {
    const Instruction& in = code(at);
    const std::size_t column = plan_.ready[in.args[0]] ? 0 : 1;
    const Dictionary& dictionary = *plan_.ready[in.args[column]]->texts();
    Step step = step_for(Action::kInInterval, at);
    step.args[0] = source(in.args[column]);
    step.args[1] = regional(at, regions_.codes(in.args[1 - column], dictionary), false);
    return push(step);
}

Source Planner::emit_logic(std::uint32_t at) {
    const Instruction& in = code(at);
    const bool is_bool = in.kind == Kind::kBool;
    switch (in.op) {
        case Op::kAnd:
            return emit_sources(Action::kBoth, at);
        case Op::kOr:
            return emit_sources(Action::kEither, at);
        case Op::kNot:
            return emit_sources(Action::kNegation, at);
        case Op::kKnown:
            return emit_sources(Action::kIsKnown, at);
        case Op::kMissingAs:
            return is_bool ? emit_sources(Action::kMissingAsBools, at)
                           : emit_vectors(Action::kMissingAsInts, at);
        default:
            return is_bool ? emit_sources(Action::kChooseBools, at)
                           : emit_vectors(Action::kChooseInts, at);
    }
}

Source Planner::emit_sources(Action action, std::uint32_t at) {
    Step step = step_for(action, at);
    for (std::size_t i = 0; i < step.args.size(); ++i)
        if (code(at).args[i] != kNone) step.args[i] = source(code(at).args[i]);
    return push(step);
}

Source Planner::emit_vectors(Action action, std::uint32_t at) {
    const Instruction& in = code(at);
    Step step = step_for(action, at);
    for (std::size_t i = 0; i < step.args.size(); ++i) {
        if (in.args[i] == kNone) continue;
        const bool is_condition = in.op == Op::kIf && i == 0;
        step.args[i] = is_condition ? source(in.args[i]) : vector(in.args[i], step.reg);
    }
    return push(step);
}

Source Planner::emit_comparison(std::uint32_t at) {
    const Instruction& in = code(at);
    const bool equality = in.op == Op::kEqual || in.op == Op::kNotEqual;
    if (code(in.args[0]).kind == Kind::kBool && equality) {
        const Source same = emit_sources(Action::kEqualBools, at);
        plan_.steps.back().negate = in.op == Op::kNotEqual;
        return same;
    }
    const auto varies = [&](std::size_t i) {
        const Where where = source(in.args[i]).where;
        return code(in.args[i]).kind != Kind::kBool &&
               (where == Where::kColumn || where == Where::kSlot);
    };
    if (varies(0) != varies(1)) return emit_interval(at, in.args[varies(0) ? 0 : 1]);
    return emit_vector_comparison(at);
}

Source Planner::emit_vector_comparison(std::uint32_t at) {
    const Instruction& in = code(at);
    const bool equality = in.op == Op::kEqual || in.op == Op::kNotEqual;
    const bool turned = in.op == Op::kGreater || in.op == Op::kLessOrEqual;
    Step step = step_for(equality ? Action::kEqual : Action::kLess, at);
    step.args[0] = vector(in.args[turned ? 1 : 0], step.reg);
    step.args[1] = vector(in.args[turned ? 0 : 1], step.reg);
    step.negate =
        in.op == Op::kNotEqual || in.op == Op::kLessOrEqual || in.op == Op::kGreaterOrEqual;
    return push(step);
}

Source Planner::emit_interval(std::uint32_t at, std::uint32_t varying) {
    const Instruction& in = code(at);
    Step step = step_for(Action::kInInterval, at);
    step.args[0] = narrow(varying, step.reg);
    step.negate = is_comparison(in.op) && in.args[0] != varying;
    if (is_comparison(in.op)) step.args[1] = source(in.args[step.negate ? 0 : 1]);
    return push(step);
}

Source Planner::emit_set(std::uint32_t at) {
    const Instruction& in = code(at);
    const auto& set = program_.int_sets[in.set];
    const bool is_run = set.empty() || static_cast<std::uint64_t>(set.back()) -
                                               static_cast<std::uint64_t>(set.front()) ==
                                           set.size() - 1;
    if (is_run) return emit_interval(at, in.args[0]);
    if (set.size() > kLongestList) return emit_vectors(Action::kEachApply, at);
    Step step = step_for(Action::kInList, at);
    step.args[0] = narrow(in.args[0], step.reg);
    return push(step);
}

Source Planner::narrow(std::uint32_t at, std::uint32_t reg) {
    const Source& from = source(at);
    const bool as_it_is = from.is(Where::kColumn) && code(at).kind != Kind::kBool;
    return as_it_is ? from : vector(at, reg);
}

Source Planner::emit_arithmetic(std::uint32_t at) {
    switch (code(at).op) {
        case Op::kAdd:
            return emit_vectors(Action::kAdd, at);
        case Op::kSubtract:
            return emit_vectors(Action::kSubtract, at);
        case Op::kMultiply:
            return emit_vectors(Action::kMultiply, at);
        case Op::kNegate:
            return emit_with_constant(Action::kSubtract, at, 0, true);
        case Op::kScale:
            return emit_with_constant(Action::kMultiply, at, code(at).int_value, false);
        case Op::kSize:
            return emit_vectors(Action::kSize, at);
        case Op::kDivideDown:
        case Op::kDivideHalfUp:
            return emit_vectors(Action::kDivide, at);
        case Op::kMonthOf:
            return emit_vectors(Action::kCalendarMonth, at);
        case Op::kMonth:
        case Op::kQuarter:
        case Op::kSchoolYear:
        case Op::kWeekday:
        case Op::kStartOf:
        case Op::kEndOf:
        case Op::kAddMonths:
        case Op::kWorkdaysBetween:
        case Op::kAddWorkdays:
            return emit_vectors(Action::kEachApply, at);
        default:
            return emit_years(at);
    }
}

Source Planner::emit_years(std::uint32_t at) {
    const Instruction& in = code(at);
    Step step = step_for(Action::kWholeYears, at);
    if (in.op == Op::kYear)
        step.args[0] = calendar_day(in.args[0], step.reg);
    else if (in.op == Op::kYearOfMonth)
        step.args[0] = vector(in.args[0], step.reg);
    else
        step.args[0] = emit_difference(at, step.reg);
    return in.op == Op::kMonthsBetween ? step.args[0] : push(step);
}

Source Planner::emit_difference(std::uint32_t at, std::uint32_t reg) {
    const Instruction& in = code(at);
    Step step = step_for(Action::kSubtract, at);
    const bool months = in.op == Op::kMonthsBetween;
    step.args[0] = months ? month(in.args[1], reg) : calendar_day(in.args[1], reg);
    step.args[1] = months ? month(in.args[0], reg) : calendar_day(in.args[0], reg);
    return push(step);
}

Source Planner::calendar_day(std::uint32_t at, std::uint32_t reg) {
    return converted(Action::kCalendarDay, at, reg);
}

Source Planner::month(std::uint32_t at, std::uint32_t reg) {
    if (code(at).kind != Kind::kDate) return vector(at, reg);
    return converted(Action::kCalendarMonth, at, reg);
}

Source Planner::converted(Action action, std::uint32_t at, std::uint32_t reg) {
    const auto [it, is_new] = converted_.try_emplace({action, at, reg});
    if (is_new) {
        Step step{.action = action, .instruction = at, .reg = reg, .is_int = true};
        step.args[0] = vector(at, reg);
        it->second = push(step);
    }
    return it->second;
}

Source Planner::emit_with_constant(Action action, std::uint32_t at, std::int64_t value,
                                   bool first) {
    Step step = step_for(action, at);
    const Source operand = vector(code(at).args[0], step.reg);
    Step fill{.action = Action::kFill, .reg = step.reg, .is_int = true};
    fill.args[0] = constant_source(Datum::of(value), kNone);
    const Source constant = push(fill);
    step.args[0] = first ? constant : operand;
    step.args[1] = first ? operand : constant;
    return push(step);
}

Source Planner::emit_walk(std::uint32_t at) {
    const Instruction& in = code(at);
    if (in.opens || in.op == Op::kDistinct) return push(step_for(Action::kEachSingle, at));
    if (in.op == Op::kParent || in.op == Op::kChild) return emit_take(at);
    Step step = step_for(Action::kRuns, at);
    step.other = reg_of(*in.other);
    step.walk = &find_walk(*plan_.image, in);
    if (in.args[0] != kNone) step.args[0] = source(in.args[0]);
    if (in.args[1] != kNone) step.args[1] = vector(in.args[1], step.other);
    return push(step);
}

Source Planner::emit_take(std::uint32_t at) {
    const Instruction& in = code(at);
    const bool is_bool = in.kind == Kind::kBool;
    Step step = step_for(is_bool ? Action::kTakeBools : Action::kTakeInts, at);
    step.other = reg_of(*in.other);
    step.walk = &find_walk(*plan_.image, in);
    step.args[0] = is_bool ? source(in.args[0]) : vector(in.args[0], step.other);
    return push(step);
}

void Planner::add_rule(std::uint32_t rule) {
    const ProgramRule& r = program_.rules[rule];
    Step step{.action = Action::kVerdict, .reg = reg_of(*r.entity), .rule = rule};
    step.args[0] = source(r.when);
    step.args[1] = source(r.that);
    if (r.exception != kNone) step.args[2] = source(r.exception);
    plan_.steps.push_back(step);
}

}  // namespace tz::policy
