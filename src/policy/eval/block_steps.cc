// The steps that take more than one kernel: parameters, other registers, rows one by one, verdicts.
#include <algorithm>

#include "policy/eval/block.h"

namespace tz::policy {
namespace {

using Where = Source::Where;

Fold fold_of(Op op) {
    return op == Op::kSum ? Fold::kSum : op == Op::kMin ? Fold::kLeast : Fold::kMost;
}

}  // namespace

// --- parameters: one value for the block, or one for each row ---

bool Block::is_uniform(const Part& p, const Image::Register& reg, const ParameterMap& map) const {
    const auto& villages = plan_.image->parts().villages;
    const std::size_t from = map.stretch(villages[now_.first]);
    const std::size_t to = map.stretch(villages[now_.last - 1]);
    for (std::size_t i = from; i <= to; ++i)
        if (!map.same(from, i)) return false;
    const auto begin =
        std::ranges::lower_bound(reg.strays, p.first, {}, [](const auto& s) { return s.first; });
    for (auto it = begin; it != reg.strays.end() && it->first < p.first + p.rows; ++it)
        if (!map.same(from, map.stretch(it->second))) return false;
    return true;
}

void Block::load_parameter(const Step& step) {
    const ParameterUse& use = plan_.uses[step.rule];
    const ParameterMap& map = plan_.parameters[use.parameter];
    const Part& p = part(step);
    const Image::Register& reg = *plan_.registers[step.reg];
    ParameterState& state = parameters_[step.rule];
    state.uniform = is_uniform(p, reg, map);
    if (state.uniform) state.value = map.at(plan_.image->parts().villages[now_.first]);
    if (!state.uniform) return fill_parameter(step, map);
    if (!use.as_vector) return;
    if (step.is_int)
        return kernels_.fill(p.rows, state.value.number, state.value.known, int_out(step));
    const BoolIn value = constant_bool(p, state.value);
    kernels_.both(p.rows, value, value, bool_out(step));
}

void Block::fill_parameter(const Step& step, const ParameterMap& map) {
    const Part& p = part(step);
    const Image::Register& reg = *plan_.registers[step.reg];
    for (std::uint32_t i = 0; i < p.rows; ++i)
        set(step, i, map.at(own_division(*plan_.image, reg, p.first + i)));
}

// --- other registers ---

void Block::execute_walk(const Step& step) {
    const Part& p = part(step);
    const Part& other = parts_[step.other];
    if (step.action == Action::kRuns) {
        runs(step);
        return mend_outside(step);
    }
    const ParentsIn parents{step.walk->parents + p.first, other.first, other.rows};
    if (step.action == Action::kTakeBools)
        kernels_.take_bools(p.rows, parents, bool_in(step.args[0], step.other), bool_out(step));
    else
        kernels_.take_ints(p.rows, parents, int_in(step.args[0]), int_out(step));
    mend_outside(step);
}

SegmentsIn Block::segments(const Step& step) const {
    const Part &own = parts_[step.reg], &other = parts_[step.other];
    const auto from = [](const Bitmap& bits, std::uint32_t row) {
        return Bits{bits.data() + row / 64, row % 64};
    };
    return {from(step.walk->ends, other.first),
            from(step.walk->owned, other.first),
            from(step.walk->has, own.first),
            step.walk->segment_parents + other.first,
            own.first,
            other.rows};
}

void Block::runs(const Step& step) {
    const Part& p = part(step);
    const RunsIn runs{step.walk->first + p.first, step.walk->last + p.first,
                      parts_[step.other].first};
    const BoolIn condition = bool_in(step.args[0], step.other);
    const IntIn term = int_in(step.args[1]);
    const Op op = program_.code[step.instruction].op;
    if (step.walk->segment_parents && !step.is_int)
        return kernels_.any_segments(p.rows, segments(step), condition, op == Op::kAll,
                                     bool_out(step));
    if (step.walk->segment_parents && op != Op::kCount)
        return kernels_.fold_segments(p.rows, segments(step), condition, term, fold_of(op),
                                      int_out(step));
    switch (op) {
        case Op::kCount:
            return kernels_.count_runs(p.rows, runs, condition, int_out(step));
        case Op::kAny:
            return kernels_.any_runs(p.rows, runs, condition, bool_out(step));
        case Op::kAll:
            return kernels_.all_runs(p.rows, runs, condition, bool_out(step));
        default:
            return kernels_.fold_runs(p.rows, runs, condition, term, fold_of(op), int_out(step));
    }
}

// Rows that look beyond their village get their answer one by one.
void Block::mend_outside(const Step& step) {
    const Part& p = part(step);
    const auto& rows = step.walk->outside;
    const auto begin = std::ranges::lower_bound(rows, p.first);
    for (auto it = begin; it != rows.end() && *it < p.first + p.rows; ++it)
        set(step, *it - p.first, single_.evaluate(step.instruction, *it));
}

// --- row by row ---

void Block::each_apply(const Step& step) {
    const Part& p = part(step);
    const Instruction& in = program_.code[step.instruction];
    std::array<Datum, 3> args;
    std::size_t count = 0;
    while (count < args.size() && !step.args[count].is(Where::kNowhere)) ++count;
    for (std::uint32_t i = 0; i < p.rows; ++i) {
        for (std::size_t a = 0; a < count; ++a) args[a] = in_block(step.args[a], p, i);
        if (step.negate) std::swap(args[0], args[1]);
        set(step, i, apply(program_, in, {args.data(), count}));
    }
}

void Block::each_single(const Step& step) {
    const Part& p = part(step);
    for (std::uint32_t i = 0; i < p.rows; ++i)
        set(step, i, single_.evaluate(step.instruction, p.first + i));
}

// --- the answer ---

void Block::verdict(const Step& step, const RunOptions& options, RuleResult& result) {
    const Part& p = parts_[step.reg];
    const bool has_exception = !step.args[2].is(Where::kNowhere);
    JudgeIn in{bool_in(step.args[0], step.reg), bool_in(step.args[1], step.reg), {}, p.ones.data()};
    in.exception = has_exception ? bool_in(step.args[2], step.reg)
                                 : constant_bool(p, Datum::of(std::int64_t{0}));
    JudgeOut out{fails_.data(), unknowns_.data(), {}};
    kernels_.judge(p.rows, in, out);
    for (std::size_t v = 0; v < result.counts.size(); ++v) result.counts[v] += out.counts[v];
    if (options.list_fails && out.counts[1] != 0) list(fails_, p, result.fails);
    if (options.list_unknowns && out.counts[2] != 0) list(unknowns_, p, result.unknowns);
}

void Block::keep(const Step& step, ValueResult& result) {
    const Part& p = part(step);
    std::uint64_t unknown = 0;
    for (std::uint32_t i = 0; i < p.rows; ++i) {
        const Datum value = in_block(step.args[0], p, i);
        if (!value.known) unknown |= std::uint64_t{1} << (i % 64);
        if (value.known && value.number != 0) result.values.push_back({p.first + i, value.number});
        if (i % 64 != 63 && i + 1 != p.rows) continue;
        result.unknowns.add(p.first + i / 64 * 64, unknown);
        unknown = 0;
    }
}

void Block::list(const std::vector<std::uint64_t>& bits, const Part& p, RowSet& rows) {
    for (std::size_t i = 0; i < words_of(p.rows); ++i)
        rows.add(p.first + static_cast<std::uint32_t>(64 * i), bits[i]);
}

}  // namespace tz::policy
