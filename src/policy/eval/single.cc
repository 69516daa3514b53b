#include "policy/eval/single.h"

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

Datum Single::aggregate(const Instruction& in, std::uint32_t row) const {
    Aggregate state(in.op);
    const auto [first, last] = positions(image_, in, row);
    for (std::uint32_t position = first; position < last; ++position) {
        const std::uint32_t child = image_.child(*in.other, in.field, in.by_division, position);
        const Datum condition =
            in.args[0] == kNone ? Datum::of(std::int64_t{1}) : evaluate(in.args[0], child);
        // A term may be costly, and doesn't matter where the condition is not true.
        const bool wanted = in.args[1] != kNone && condition.is_true();
        state.add(condition, wanted ? evaluate(in.args[1], child) : Datum{});
    }
    return state.finish();
}

Datum Single::walk(const Instruction& in, std::uint32_t row) const {
    if (in.op == Op::kParent) {
        const std::uint32_t parent = image_.parent(*in.entity, row, in.field);
        return parent == kNoRow ? Datum{} : evaluate(in.args[0], parent);
    }
    if (in.op != Op::kChild) return aggregate(in, row);
    const auto [first, last] = positions(image_, in, row);
    if (first == last) return {};
    return evaluate(in.args[0], image_.child(*in.other, in.field, in.by_division, first));
}

Datum Single::evaluate(std::uint32_t at, std::uint32_t row) const {
    if (ready_[at]) return datum_at(*ready_[at], row);
    const Instruction& in = program_.code[at];
    if (in.op >= Op::kParent) return walk(in, row);
    if (!is_local(in.op)) return leaf(in, row);
    std::array<Datum, 3> args;
    std::size_t count = 0;
    for (; count < args.size() && in.args[count] != kNone; ++count)
        args[count] = evaluate(in.args[count], row);
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
