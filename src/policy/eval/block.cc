#include "policy/eval/block.h"

#include <algorithm>

namespace tz::policy {
namespace {

using Where = Source::Where;

bool is_text(const Source& source) { return source.is(Where::kColumn) && source.column->is_text(); }

bool bit(Bits b, std::size_t i) {
    const std::size_t at = i + b.shift;
    return (b.words[at / 64] >> (at % 64) & 1) != 0;
}

void set_bit(std::uint64_t* bits, std::size_t i, bool on) {
    const std::uint64_t mask = std::uint64_t{1} << (i % 64);
    bits[i / 64] = on ? bits[i / 64] | mask : bits[i / 64] & ~mask;
}

void fill_ones(std::vector<std::uint64_t>& bits, std::size_t rows) {
    std::ranges::fill(bits, 0);
    std::fill_n(bits.begin(), rows / 64, ~std::uint64_t{0});
    if (rows % 64 != 0) bits[rows / 64] = (std::uint64_t{1} << (rows % 64)) - 1;
}

}  // namespace

Block::Block(const Plan& plan, const Kernels& kernels, const std::vector<Villages>& blocks)
    : plan_(plan),
      program_(*plan.program),
      kernels_(kernels),
      single_(program_, *plan.image, plan.dates, plan.parameters, plan.ready),
      parts_(plan.registers.size()),
      parameters_(plan.uses.size()) {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const auto& first = plan.registers[i]->village_first;
        std::size_t rows = 0;
        for (const Villages& v : blocks)
            rows = std::max<std::size_t>(rows, first[v.last] - first[v.first]);
        Part& part = parts_[i];
        part.room = words_of(rows) + 1;
        part.ones.resize(part.room);
        part.zeros.resize(part.room);
        part.bools.assign(plan.places[i][0], std::vector<std::uint64_t>(2 * part.room));
        part.ints.assign(plan.places[i][1], std::vector<std::int64_t>(64 * part.room));
        part.ints_known.assign(plan.places[i][1], std::vector<std::uint64_t>(part.room));
        fails_.resize(std::max(fails_.size(), part.room));
    }
    unknowns_.resize(fails_.size());
}

void Block::place(Villages villages) {
    now_ = villages;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const auto& first = plan_.registers[i]->village_first;
        Part& part = parts_[i];
        part.first = first[villages.first];
        part.rows = first[villages.last] - part.first;
        fill_ones(part.ones, part.rows);
    }
}

void Block::run(Villages villages, const RunOptions& options, RunResult& result) {
    place(villages);
    for (const Step& step : plan_.steps) {
        if (parts_[step.reg].rows == 0) continue;
        if (step.action == Action::kVerdict)
            verdict(step, options, result.rules[step.rule]);
        else if (step.action == Action::kKeep)
            keep(step, result.values[step.rule]);
        else
            execute(step);
    }
}

// --- arguments and answers ---

Bits Block::known_bits(const Part& part, const Column& column) const {
    if (column.all_known()) return {part.ones.data(), 0};
    return {column.known_bits() + part.first / 64, part.first % 64};
}

BoolIn Block::bool_in(const Source& source, std::uint32_t reg) const {
    const Part& part = parts_[reg];
    if (source.is(Where::kColumn))
        return {{source.column->bits() + part.first / 64, part.first % 64},
                known_bits(part, *source.column)};
    if (source.is(Where::kSlot)) {
        const auto& bits = part.bools[plan_.slots[source.slot].place];
        return {{bits.data(), 0}, {bits.data() + part.room, 0}};
    }
    // No condition: true.
    return constant_bool(part,
                         source.is(Where::kNowhere) ? Datum::of(std::int64_t{1}) : source.constant);
}

BoolIn Block::constant_bool(const Part& part, const Datum& value) {
    const auto pick = [&](bool on) { return Bits{on ? part.ones.data() : part.zeros.data(), 0}; };
    return {pick(value.is_true()), pick(value.known)};
}

IntIn Block::int_in(const Source& source) const {
    if (!source.is(Where::kSlot)) return {};
    const Slot& slot = plan_.slots[source.slot];
    const Part& part = parts_[slot.reg];
    return {part.ints[slot.place].data(), {part.ints_known[slot.place].data(), 0}};
}

NarrowIn Block::narrow_in(const Source& source, std::uint32_t reg, std::size_t& width) const {
    width = 3;
    if (!source.is(Where::kColumn)) {
        const IntIn in = int_in(source);
        return {in.values, in.known};
    }
    const Part& part = parts_[reg];
    const Column& column = *source.column;
    width = static_cast<std::size_t>(column.width()) - 1;
    return {column.data() + part.first * bytes_of(column.width()), known_bits(part, column)};
}

BoolOut Block::bool_out(const Step& step) {
    Part& p = part(step);
    auto& bits = p.bools[plan_.slots[step.out].place];
    return {bits.data(), bits.data() + p.room};
}

IntOut Block::int_out(const Step& step) {
    Part& p = part(step);
    const std::uint32_t place = plan_.slots[step.out].place;
    return {p.ints[place].data(), p.ints_known[place].data()};
}

void Block::set(const Step& step, std::uint32_t i, const Datum& value) {
    if (step.is_int) {
        const IntOut out = int_out(step);
        out.values[i] = value.number;
        set_bit(out.known, i, value.known);
    } else {
        const BoolOut out = bool_out(step);
        set_bit(out.yes, i, value.is_true());
        set_bit(out.known, i, value.known);
    }
}

// Row i of the block.
Datum Block::in_block(const Source& source, const Part& p, std::uint32_t i) const {
    if (source.is(Where::kColumn)) return datum_at(*source.column, p.first + i);
    if (source.is(Where::kConstant)) return source.constant;
    const Slot& slot = plan_.slots[source.slot];
    if (slot.is_int) {
        if (!bit({p.ints_known[slot.place].data(), 0}, i)) return {};
        return Datum::of(p.ints[slot.place][i]);
    }
    const auto& bits = p.bools[slot.place];
    if (!bit({bits.data() + p.room, 0}, i)) return {};
    return Datum::of(std::int64_t{bit({bits.data(), 0}, i)});
}

// --- steps ---

void Block::execute(const Step& step) {
    switch (step.action) {
        case Action::kParameter:
            return load_parameter(step);
        case Action::kInInterval:
            return in_interval(step);
        case Action::kInList:
            return in_list(step);
        case Action::kIsKnown:
            return is_known(step);
        case Action::kTakeBools:
        case Action::kTakeInts:
        case Action::kRuns:
            return execute_walk(step);
        case Action::kEachApply:
            return each_apply(step);
        case Action::kEachSingle:
            return each_single(step);
        default:
            return step.is_int ? execute_ints(step) : execute_bools(step);
    }
}

void Block::execute_bools(const Step& step) {
    const std::size_t n = part(step).rows;
    const auto in = [&](std::size_t i) { return bool_in(step.args[i], step.reg); };
    const auto number = [&](std::size_t i) { return int_in(step.args[i]); };
    const BoolOut out = bool_out(step);
    const Instruction& code = program_.code[step.instruction];
    switch (step.action) {
        case Action::kBoth:
            return kernels_.both(n, in(0), in(1), out);
        case Action::kEither:
            return kernels_.either(n, in(0), in(1), out);
        case Action::kNegation:
            return kernels_.negation(n, in(0), out);
        case Action::kEqualBools:
            kernels_.equal_bools(n, in(0), in(1), out);
            if (step.negate) kernels_.negation(n, {{out.yes, 0}, {out.known, 0}}, out);
            return;
        case Action::kMissingAsBools:
            return kernels_.missing_as(n, in(0), in(1), out);
        case Action::kChooseBools:
            return kernels_.choose(n, in(0), in(1), in(2), out);
        case Action::kEqual:
            return kernels_.equal(n, number(0), number(1), step.negate, out);
        case Action::kLess:
            return kernels_.less(n, number(0), number(1), step.negate, out);
        default:
            return kernels_.has(n, number(0),
                                code.op == Op::kHasAny   ? HasWhat::kAny
                                : code.op == Op::kHasAll ? HasWhat::kAll
                                                         : HasWhat::kOnly,
                                code.int_value, out);
    }
}

YearUnit Block::year_unit(const Step& step) const {
    const bool months = program_.code[step.instruction].op == Op::kYearOfMonth;
    return months ? YearUnit::kMonths : YearUnit::kCalendarDays;
}

void Block::divide(const Step& step) {
    const Instruction& in = program_.code[step.instruction];
    const Quotient quotient{in.int_value, in.int_value2, in.op == Op::kDivideHalfUp};
    kernels_.divide(part(step).rows, int_in(step.args[0]), int_in(step.args[1]), quotient,
                    int_out(step));
}

void Block::execute_ints(const Step& step) {
    const std::size_t n = part(step).rows;
    const auto number = [&](std::size_t i) { return int_in(step.args[i]); };
    const IntOut out = int_out(step);
    std::size_t width = 0;
    switch (step.action) {
        case Action::kFill: {
            const Datum& value = step.args[0].constant;
            return kernels_.fill(n, value.number, value.known, out);
        }
        case Action::kWiden: {
            const NarrowIn in = narrow_in(step.args[0], step.reg, width);
            return kernels_.widen[width](n, in, out);
        }
        case Action::kWidenBools:
            return kernels_.widen_bools(n, bool_in(step.args[0], step.reg), out);
        case Action::kSize:
            return kernels_.size(n, number(0), out);
        case Action::kDivide:
            return divide(step);
        case Action::kCalendarDay:
            return kernels_.calendar_day(n, number(0), out);
        case Action::kCalendarMonth:
            return kernels_.calendar_month(n, number(0), out);
        case Action::kWholeYears:
            return kernels_.whole_years(n, number(0), year_unit(step), out);
        case Action::kAdd:
            return kernels_.add(n, number(0), number(1), out);
        case Action::kSubtract:
            return kernels_.subtract(n, number(0), number(1), out);
        case Action::kMultiply:
            return kernels_.multiply(n, number(0), number(1), out);
        case Action::kMissingAsInts:
            return kernels_.missing_as_int(n, number(0), number(1), out);
        default:
            return kernels_.choose_int(n, bool_in(step.args[0], step.reg), number(1), number(2),
                                       out);
    }
}

void Block::in_interval(const Step& step) {
    const Instruction& in = program_.code[step.instruction];
    const std::size_t n = part(step).rows;
    Interval range{in.int_value, in.int_value2 - 1, false};  // kInDivision
    if (in.op == Op::kInSet) {
        const auto& set = program_.int_sets[in.set];
        range = set.empty() ? Interval{1, 0, false} : Interval{set.front(), set.back(), false};
    } else if (in.op != Op::kInDivision) {
        const Source& limit = step.args[1];
        const bool varies = limit.is(Where::kParameter) && !parameters_[limit.use].uniform;
        if (varies) return is_text(step.args[0]) ? each_single(step) : each_apply(step);
        const Datum value =
            limit.is(Where::kParameter) ? parameters_[limit.use].value : limit.constant;
        if (!value.known) {
            const BoolIn unknown = constant_bool(part(step), Datum{});
            return kernels_.both(n, unknown, unknown, bool_out(step));
        }
        range = interval_of(in.op, value.number);
        if (step.negate) range = interval_of(mirrored(in.op), value.number);
    }
    std::size_t width = 0;
    const NarrowIn data = narrow_in(step.args[0], step.reg, width);
    kernels_.in_interval[width](n, data, range, bool_out(step));
}

void Block::in_list(const Step& step) {
    const auto& set = program_.int_sets[program_.code[step.instruction].set];
    std::size_t width = 0;
    const NarrowIn data = narrow_in(step.args[0], step.reg, width);
    kernels_.in_list[width](part(step).rows, data, set.data(), set.size(), bool_out(step));
}

void Block::is_known(const Step& step) {
    const Source& from = step.args[0];
    Bits known{};
    if (from.is(Where::kColumn))
        known = known_bits(part(step), *from.column);
    else if (plan_.slots[from.slot].is_int)
        known = int_in(from).known;
    else
        known = bool_in(from, step.reg).known;
    kernels_.is_known(part(step).rows, known, bool_out(step));
}

}  // namespace tz::policy
