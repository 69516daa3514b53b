#include "policy/eval/single.h"

#include "base/division.h"
#include "base/result.h"

namespace tz::policy {
namespace {

Datum constant(const Program& program, const Instruction& in) {
    if (in.kind == Kind::kText) return Datum::of(std::string_view(program.texts[in.text]));
    return Datum::of(in.int_value);
}

}  // namespace

Datum datum_at(const Column& column, std::uint32_t row) {
    if (!column.known(row)) return {};
    return column.is_text() ? Datum::of(column.text(row)) : Datum::of(column.number(row));
}

std::pair<std::uint32_t, std::uint32_t> positions(const Image& image, const Instruction& in,
                                                  std::uint32_t row) {
    if (in.within) return image.within(*in.entity, row, *in.other);
    if (in.by_division) return image.neighbours(*in.entity, row, *in.other);
    return image.children(*in.entity, row, *in.other, in.field);
}

Datum Single::leaf(const Instruction& in, std::uint32_t row) const {
    switch (in.op) {
        case Op::kConstant:
            return constant(program_, in);
        case Op::kAsOf:
            return Datum::of(std::int64_t{dates_.as_of.days});
        case Op::kLawDate:
            return Datum::of(std::int64_t{dates_.law_date.days});
        default:
            CHECK(in.op == Op::kParameter);  // the other leaves stand ready
            return parameters_[static_cast<std::size_t>(in.index)].at(
                own_division(image_, *image_.find_register(*in.entity), row));
    }
}

std::uint32_t around(const Image& image, const Instruction& in, std::uint32_t row) {
    const std::int64_t own = own_division(image, *image.find_register(*in.entity), row);
    const auto level = static_cast<DivisionLevel>(in.int_value);
    if (own == kUnknownDivision || level_of({own}) < level) return kNoRow;
    return image.at_division(*in.other, at_level({own}, level).code);
}

Datum Single::aggregate(const Instruction& in, std::uint32_t row, const Asker* asker) const {
    Aggregate state(in.op);
    const auto [first, last] = positions(image_, in, row);
    for (std::uint32_t position = first; position < last; ++position) {
        const std::uint32_t child = image_.child(*in.other, in.field, in.by_division, position);
        const Datum condition =
            in.args[0] == kNone ? Datum::of(std::int64_t{1}) : evaluate(in.args[0], child, asker);
        // A term may be costly, and doesn't matter where the condition is not true.
        const bool wanted = in.args[1] != kNone && condition.is_true();
        state.add(condition, wanted ? evaluate(in.args[1], child, asker) : Datum{});
    }
    return state.finish();
}

Datum Single::walk(const Instruction& in, std::uint32_t row, const Asker* asker) const {
    if (in.op == Op::kAsking) return evaluate(in.args[0], asker->row, asker->outer);
    const Asker self{row, asker};
    if (in.opens) asker = &self;
    if (in.op > Op::kAround) return aggregate(in, row, asker);
    std::uint32_t there = kNoRow;
    if (in.op == Op::kParent) there = image_.parent(*in.entity, row, in.field);
    if (in.op == Op::kAround) there = around(image_, in, row);
    if (in.op == Op::kChild) {
        const auto [first, last] = positions(image_, in, row);
        if (first != last) there = image_.child(*in.other, in.field, in.by_division, first);
    }
    return there == kNoRow ? Datum{} : evaluate(in.args[0], there, asker);
}

Datum Single::evaluate(std::uint32_t at, std::uint32_t row, const Asker* asker) const {
    if (ready_[at]) return datum_at(*ready_[at], row);
    const Instruction& in = program_.code[at];
    if (in.op >= Op::kParent) return walk(in, row, asker);
    if (!is_local(in.op)) return leaf(in, row);
    std::array<Datum, 3> args;
    std::size_t count = 0;
    for (; count < args.size() && in.args[count] != kNone; ++count)
        args[count] = evaluate(in.args[count], row, asker);
    return apply(program_, in, {args.data(), count});
}

Datum Single::evaluate_text(std::uint32_t at, std::uint32_t leaf_at, const Datum& text) const {
    if (at == leaf_at) return text;
    const Instruction& in = program_.code[at];
    if (in.op == Op::kConstant) return constant(program_, in);
    std::array<Datum, 3> args;
    std::size_t count = 0;
    for (; count < args.size() && in.args[count] != kNone; ++count)
        args[count] = evaluate_text(in.args[count], leaf_at, text);
    return apply(program_, in, {args.data(), count});
}

}  // namespace tz::policy
