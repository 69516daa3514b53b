#include "policy/eval/plan.h"

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <tuple>

#include "base/result.h"
#include "policy/eval/derive.h"
#include "policy/eval/walks.h"

namespace tz::policy {
namespace {

using Where = Source::Where;

constexpr std::size_t kLongestList = 16;  // of constants compared one by one
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

bool is_comparison(Op op) { return op >= Op::kEqual && op <= Op::kGreaterOrEqual; }

class Planner {
  public:
    explicit Planner(Plan& plan)
        : plan_(plan), program_(*plan.program), sources_(program_.code.size()) {}

    void run() {
        for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) add_rule(rule);
    }

  private:
    const Instruction& code(std::uint32_t at) const { return program_.code[at]; }

    std::uint32_t reg_of(const Entity& entity) {
        auto& list = plan_.registers;
        const auto it = std::ranges::find(list, &entity, &Image::Register::entity);
        if (it != list.end()) return static_cast<std::uint32_t>(it - list.begin());
        const Image::Register* found = plan_.image->find_register(entity);
        CHECK(found != nullptr);  // the image was made for another program
        list.push_back(found);
        return static_cast<std::uint32_t>(list.size() - 1);
    }

    std::uint32_t new_slot(std::uint32_t reg, bool is_int) {
        plan_.slots.push_back({reg, is_int, 0});
        return static_cast<std::uint32_t>(plan_.slots.size() - 1);
    }

    static Source slot_source(std::uint32_t slot, std::uint32_t instruction) {
        return {.where = Where::kSlot, .slot = slot, .instruction = instruction};
    }
    static Source constant_source(const Datum& value, std::uint32_t at) {
        return {.where = Where::kConstant, .constant = value, .instruction = at};
    }

    Source push(Step step) {
        step.out = new_slot(step.reg, step.is_int);
        const std::uint32_t at = step.instruction;
        plan_.steps.push_back(std::move(step));
        return slot_source(plan_.steps.back().out, at);
    }

    Step step_for(Action action, std::uint32_t at) {
        const Instruction& in = code(at);
        return {.action = action,
                .instruction = at,
                .reg = reg_of(*in.entity),
                .is_int = in.kind != Kind::kBool};
    }

    // --- where an instruction's answers are ---

    const Source& source(std::uint32_t at) {
        if (sources_[at].is(Where::kNowhere)) {
            Source made = make_source(at);
            made.instruction = at;
            sources_[at] = made;
        }
        return sources_[at];
    }

    Source make_source(std::uint32_t at) {
        if (plan_.ready[at]) return {.where = Where::kColumn, .column = plan_.ready[at]};
        if (const auto value = constant(at)) return constant_source(*value, at);
        if (is_regional(at)) return regional(at, regional_map(at), code(at).kind == Kind::kBool);
        return emit(at);
    }

    // What doesn't depend on the row: constants, the dates of the run, and what follows from them.
    std::optional<Datum> constant(std::uint32_t at) const {
        const Instruction& in = code(at);
        const Single single(program_, *plan_.image, plan_.dates, plan_.parameters, plan_.ready);
        if (in.op == Op::kConstant || in.op == Op::kAsOf || in.op == Op::kLawDate)
            return single.evaluate(at, 0);
        if (!is_local(in.op)) return std::nullopt;
        for (std::uint32_t arg : in.args)
            if (arg != kNone && !constant(arg)) return std::nullopt;
        return single.evaluate(at, 0);
    }

    // --- what depends on the row's division only ---

    // Parameters, and what follows from them and from constants.
    bool is_regional(std::uint32_t at) const {
        const Instruction& in = code(at);
        if (in.op == Op::kParameter) return true;
        if (!is_local(in.op)) return false;
        return std::ranges::all_of(in.args, [&](std::uint32_t arg) {
            return arg == kNone || constant(arg) || is_regional(arg);
        });
    }

    void collect_parameters(std::uint32_t at, std::vector<std::size_t>& out) const {
        const Instruction& in = code(at);
        if (in.op == Op::kParameter) out.push_back(static_cast<std::size_t>(in.index));
        for (std::uint32_t arg : in.args)
            if (arg != kNone) collect_parameters(arg, out);
    }

    Datum evaluate_regional(std::uint32_t at, const std::vector<std::size_t>& parameters,
                            std::span<const Datum> values) const {
        const Instruction& in = code(at);
        if (in.op == Op::kParameter)
            return values[static_cast<std::size_t>(
                std::ranges::find(parameters, static_cast<std::size_t>(in.index)) -
                parameters.begin())];
        if (const auto fixed = constant(at)) return *fixed;
        std::array<Datum, 3> args;
        std::size_t count = 0;
        for (; count < args.size() && in.args[count] != kNone; ++count)
            args[count] = evaluate_regional(in.args[count], parameters, values);
        return apply(program_, in, {args.data(), count});
    }

    ParameterMap regional_map(std::uint32_t at) const {
        std::vector<std::size_t> parameters;
        collect_parameters(at, parameters);
        std::vector<const ParameterMap*> maps;
        for (std::size_t parameter : parameters) maps.push_back(&plan_.parameters[parameter]);
        return ParameterMap(maps, [&](std::span<const Datum> values) {
            return evaluate_regional(at, parameters, values);
        });
    }

    // `map` as rows of the instruction's register see it.
    Source regional(std::uint32_t at, ParameterMap map, bool is_bool) {
        Step step = step_for(Action::kParameter, at);
        step.is_int = !is_bool;
        step.rule = static_cast<std::uint32_t>(plan_.uses.size());
        plan_.parameters.push_back(std::move(map));
        plan_.uses.push_back({plan_.parameters.size() - 1, step.reg, is_bool});
        const Source out = push(step);
        if (is_bool) return out;
        return {.where = Where::kParameter, .slot = out.slot, .use = step.rule, .instruction = at};
    }

    // A text column against a text that depends on the division: by its code in the dictionary.
    bool compares_regional_text(const Instruction& in) const {
        const bool equality = in.op == Op::kEqual || in.op == Op::kNotEqual;
        if (!equality || code(in.args[0]).kind != Kind::kText) return false;
        return (plan_.ready[in.args[0]] && is_regional(in.args[1])) ||
               (plan_.ready[in.args[1]] && is_regional(in.args[0]));
    }

    Source emit_regional_text(std::uint32_t at) {
        const Instruction& in = code(at);
        const std::size_t column = plan_.ready[in.args[0]] ? 0 : 1;
        const ParameterMap texts = regional_map(in.args[1 - column]);
        const Dictionary& dictionary = *plan_.ready[in.args[column]]->texts();
        const ParameterMap* from = &texts;
        ParameterMap codes({&from, 1}, [&](std::span<const Datum> values) {
            return values[0].known ? Datum::of(code_of(dictionary, values[0].text)) : Datum{};
        });
        Step step = step_for(Action::kInInterval, at);
        step.args[0] = source(in.args[column]);
        step.args[1] = regional(at, std::move(codes), false);
        return push(step);
    }

    // -1 when no row has this text.
    static std::int64_t code_of(const Dictionary& dictionary, std::string_view text) {
        for (std::size_t i = 0; i < dictionary.size(); ++i)
            if (dictionary.at(i) == text) return static_cast<std::int64_t>(i);
        return -1;
    }

    // As 64-bit values in a temporary.
    Source vector(std::uint32_t at, std::uint32_t reg) {
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

    // --- instructions ---

    Source emit(std::uint32_t at) {
        const Instruction& in = code(at);
        if (in.op >= Op::kParent) return emit_walk(at);
        if (in.op == Op::kKnown && plan_.ready[in.args[0]])
            return emit_sources(Action::kIsKnown, at);
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

    Source emit_logic(std::uint32_t at) {
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
                if (source(in.args[0]).is(Where::kParameter))
                    return emit_vectors(Action::kIsKnown, at);
                return emit_sources(Action::kIsKnown, at);
            case Op::kMissingAs:
                return is_bool ? emit_sources(Action::kMissingAsBools, at)
                               : emit_vectors(Action::kMissingAsInts, at);
            default:
                return is_bool ? emit_sources(Action::kChooseBools, at)
                               : emit_vectors(Action::kChooseInts, at);
        }
    }

    Source emit_sources(Action action, std::uint32_t at) {
        Step step = step_for(action, at);
        for (std::size_t i = 0; i < step.args.size(); ++i)
            if (code(at).args[i] != kNone) step.args[i] = source(code(at).args[i]);
        return push(step);
    }

    // All arguments as 64-bit values, but the condition of an `if` and lone bools.
    Source emit_vectors(Action action, std::uint32_t at) {
        const Instruction& in = code(at);
        Step step = step_for(action, at);
        for (std::size_t i = 0; i < step.args.size(); ++i) {
            if (in.args[i] == kNone) continue;
            const bool is_condition = in.op == Op::kIf && i == 0;
            step.args[i] = is_condition ? source(in.args[i]) : vector(in.args[i], step.reg);
        }
        return push(step);
    }

    Source emit_comparison(std::uint32_t at) {
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

    // less(a, b), turned round for > and <=, negated for >= and <=.
    Source emit_vector_comparison(std::uint32_t at) {
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

    // The varying argument comes first; `negate` says it stood on the right.
    Source emit_interval(std::uint32_t at, std::uint32_t varying) {
        const Instruction& in = code(at);
        Step step = step_for(Action::kInInterval, at);
        step.args[0] = narrow(varying, step.reg);
        step.negate = is_comparison(in.op) && in.args[0] != varying;
        if (is_comparison(in.op)) step.args[1] = source(in.args[step.negate ? 0 : 1]);
        return push(step);
    }

    Source emit_set(std::uint32_t at) {
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

    // A column as it is stored, or a temporary.
    Source narrow(std::uint32_t at, std::uint32_t reg) {
        const Source& from = source(at);
        const bool as_it_is = from.is(Where::kColumn) && code(at).kind != Kind::kBool;
        return as_it_is ? from : vector(at, reg);
    }

    Source emit_arithmetic(std::uint32_t at) {
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
            default:
                return emit_years(at);
        }
    }

    // Differences of dates: as calendar days (yyyymmdd) they give whole years by division.
    Source emit_years(std::uint32_t at) {
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

    // The second date less the first.
    Source emit_difference(std::uint32_t at, std::uint32_t reg) {
        const Instruction& in = code(at);
        Step step = step_for(Action::kSubtract, at);
        const bool months = in.op == Op::kMonthsBetween;
        step.args[0] = months ? month(in.args[1], reg) : calendar_day(in.args[1], reg);
        step.args[1] = months ? month(in.args[0], reg) : calendar_day(in.args[0], reg);
        return push(step);
    }

    Source calendar_day(std::uint32_t at, std::uint32_t reg) {
        return converted(Action::kCalendarDay, at, reg);
    }
    Source month(std::uint32_t at, std::uint32_t reg) {
        if (code(at).kind != Kind::kDate) return vector(at, reg);
        return converted(Action::kCalendarMonth, at, reg);
    }
    Source converted(Action action, std::uint32_t at, std::uint32_t reg) {
        const auto [it, is_new] = converted_.try_emplace({action, at, reg});
        if (is_new) {
            Step step{.action = action, .instruction = at, .reg = reg, .is_int = true};
            step.args[0] = vector(at, reg);
            it->second = push(step);
        }
        return it->second;
    }

    Source emit_with_constant(Action action, std::uint32_t at, std::int64_t value, bool first) {
        Step step = step_for(action, at);
        const Source operand = vector(code(at).args[0], step.reg);
        Step fill{.action = Action::kFill, .reg = step.reg, .is_int = true};
        fill.args[0] = constant_source(Datum::of(value), kNone);
        const Source constant = push(fill);
        step.args[0] = first ? constant : operand;
        step.args[1] = first ? operand : constant;
        return push(step);
    }

    // --- other registers ---

    Source emit_walk(std::uint32_t at) {
        const Instruction& in = code(at);
        if (in.op == Op::kParent || in.op == Op::kChild) return emit_take(at);
        Step step = step_for(Action::kRuns, at);
        step.other = reg_of(*in.other);
        step.walk = &find_walk(*plan_.image, in);
        if (in.args[0] != kNone) step.args[0] = source(in.args[0]);
        if (in.args[1] != kNone) step.args[1] = vector(in.args[1], step.other);
        return push(step);
    }

    Source emit_take(std::uint32_t at) {
        const Instruction& in = code(at);
        const bool is_bool = in.kind == Kind::kBool;
        Step step = step_for(is_bool ? Action::kTakeBools : Action::kTakeInts, at);
        step.other = reg_of(*in.other);
        step.walk = &find_walk(*plan_.image, in);
        step.args[0] = is_bool ? source(in.args[0]) : vector(in.args[0], step.other);
        return push(step);
    }

    // --- rules ---

    void add_rule(std::uint32_t rule) {
        const ProgramRule& r = program_.rules[rule];
        Step step{.action = Action::kVerdict, .reg = reg_of(*r.entity), .rule = rule};
        step.args[0] = source(r.when);
        step.args[1] = source(r.that);
        if (r.exception != kNone) step.args[2] = source(r.exception);
        plan_.steps.push_back(step);
    }

    Plan& plan_;
    const Program& program_;
    std::vector<Source> sources_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Source> vectors_;
    std::map<std::tuple<Action, std::uint32_t, std::uint32_t>, Source> converted_;
};

// Gives every temporary a place, which another takes after its last use.
class Places {
  public:
    explicit Places(Plan& plan) : plan_(plan), last_use_(plan.slots.size()) {}
    void run() {
        plan_.places.resize(plan_.registers.size());
        free_.resize(plan_.registers.size());
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
            const Step& step = plan_.steps[i];
            if (step.out != kNoSlot) last_use_[step.out] = i;
            for (const Source& arg : step.args)
                if (arg.slot != kNoSlot) last_use_[arg.slot] = i;
        }
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) place(i);
    }

  private:
    void place(std::size_t i) {
        const Step& step = plan_.steps[i];
        if (step.out != kNoSlot) take(plan_.slots[step.out]);
        if (step.out != kNoSlot && last_use_[step.out] == i) release(step.out);
        for (std::size_t a = 0; a < step.args.size(); ++a) {
            const std::uint32_t slot = step.args[a].slot;
            if (slot == kNoSlot || last_use_[slot] != i) continue;
            last_use_[slot] = plan_.steps.size();  // an argument may stand there twice
            release(slot);
        }
    }
    void take(Slot& slot) {
        auto& free = free_[slot.reg][slot.is_int ? 1 : 0];
        if (free.empty()) {
            slot.place = plan_.places[slot.reg][slot.is_int ? 1 : 0]++;
        } else {
            slot.place = free.back();
            free.pop_back();
        }
    }
    void release(std::uint32_t at) {
        const Slot& slot = plan_.slots[at];
        free_[slot.reg][slot.is_int ? 1 : 0].push_back(slot.place);
    }
    Plan& plan_;
    std::vector<std::size_t> last_use_;
    std::vector<std::array<std::vector<std::uint32_t>, 2>> free_;
};

}  // namespace

Op mirrored(Op op) {
    switch (op) {
        case Op::kLess:
            return Op::kGreater;
        case Op::kLessOrEqual:
            return Op::kGreaterOrEqual;
        case Op::kGreater:
            return Op::kLess;
        case Op::kGreaterOrEqual:
            return Op::kLessOrEqual;
        default:
            return op;
    }
}

Interval interval_of(Op op, std::int64_t value) {
    switch (op) {
        case Op::kEqual:
            return {value, value, false};
        case Op::kNotEqual:
            return {value, value, true};
        case Op::kLess:
            return {value, kMost, true};
        case Op::kLessOrEqual:
            return {kLeast, value, false};
        case Op::kGreater:
            return {kLeast, value, true};
        default:
            return {value, kMost, false};
    }
}

std::unique_ptr<Plan> make_plan(const Program& program, Image& image, RunDates dates) {
    auto plan = std::make_unique<Plan>();
    plan->program = &program;
    plan->image = &image;
    plan->dates = dates;
    for (const Parameter& parameter : program.parameters)
        plan->parameters.push_back(ParameterMap(parameter, dates.law_date));
    derive_columns(program, image, dates, plan->ready);
    Planner(*plan).run();
    Places(*plan).run();
    return plan;
}

}  // namespace tz::policy
