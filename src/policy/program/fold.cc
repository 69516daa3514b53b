#include "policy/program/fold.h"

#include <algorithm>
#include <optional>

#include "policy/program/apply.h"

namespace tz::policy {
namespace {

using Folded = std::variant<std::uint32_t, Instruction>;

std::size_t arg_count(const Instruction& in) {
    return static_cast<std::size_t>(std::ranges::find(in.args, kNone) - in.args.begin());
}

std::optional<Datum> constant(const Program& program, std::uint32_t arg) {
    const Instruction& in = program.code[arg];
    if (in.op != Op::kConstant) return std::nullopt;
    if (in.kind == Kind::kText) return Datum::of(std::string_view(program.texts[in.text]));
    return Datum::of(in.int_value);
}

Instruction make_constant(Program& program, Kind kind, const Datum& value) {
    Instruction out{.op = Op::kConstant, .kind = kind, .int_value = value.number};
    if (kind == Kind::kText) out.text = intern(program, std::string(value.text));
    return out;
}

// a and true = a; a and false = false; the same for or, and for either side.
Folded fold_logic(const Program& program, const Instruction& in) {
    const bool neutral = in.op == Op::kAnd;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto side = constant(program, in.args[i]);
        if (side) return (side->number != 0) == neutral ? in.args[1 - i] : in.args[i];
    }
    if (in.args[0] == in.args[1]) return in.args[0];
    return in;
}

Folded fold_known(Program& program, const Instruction& in) {
    const auto value = constant(program, in.args[0]);
    if (in.op == Op::kMissingAs) return value ? Folded(in.args[0]) : Folded(in);
    return value ? Folded(make_constant(program, Kind::kBool, Datum::of(std::int64_t{1}))) : in;
}

Folded fold_if(const Program& program, const Instruction& in) {
    const auto condition = constant(program, in.args[0]);
    if (!condition) return in;
    return in.args[condition->number != 0 ? 1 : 2];
}

Folded fold_not(Program& program, const Instruction& in) {
    const Instruction& inner = program.code[in.args[0]];
    if (inner.op == Op::kNot) return inner.args[0];
    if (inner.op == Op::kConstant)
        return make_constant(program, Kind::kBool, Datum::of(std::int64_t{inner.int_value == 0}));
    return in;
}

Folded fold_strict(Program& program, const Instruction& in) {
    std::vector<Datum> args;
    for (std::size_t i = 0; i < arg_count(in); ++i) {
        const auto value = constant(program, in.args[i]);
        if (!value) return in;
        args.push_back(*value);
    }
    const Datum answer = apply(program, in, args);
    // Not known whatever the row (overflow, division by 0): left for the run to say.
    return answer.known ? Folded(make_constant(program, in.kind, answer)) : in;
}

}  // namespace

std::uint32_t intern(Program& program, std::string_view text) {
    const auto it = std::ranges::find(program.texts, text);
    if (it == program.texts.end()) {
        program.texts.emplace_back(text);
        return static_cast<std::uint32_t>(program.texts.size() - 1);
    }
    return static_cast<std::uint32_t>(it - program.texts.begin());
}

Folded fold(Program& program, const Instruction& in) {
    if (!is_local(in.op)) return in;
    switch (in.op) {
        case Op::kAnd:
        case Op::kOr:
            return fold_logic(program, in);
        case Op::kKnown:
        case Op::kMissingAs:
            return fold_known(program, in);
        case Op::kIf:
            return fold_if(program, in);
        case Op::kNot:
            return fold_not(program, in);
        default:
            return fold_strict(program, in);
    }
}

}  // namespace tz::policy
