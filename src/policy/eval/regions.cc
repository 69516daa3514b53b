#include "policy/eval/regions.h"

#include <algorithm>

namespace tz::policy {

Regions::Regions(const Plan& plan) : plan_(plan) {
    for (const Instruction& in : plan.program->code) {
        constants_.push_back(find_constant(in));
        regional_.push_back(!constants_.back() && follows_from_regional(in));
    }
}

std::optional<Datum> Regions::find_constant(const Instruction& in) const {
    const Program& program = *plan_.program;
    if (in.op == Op::kAsOf) return Datum::of(std::int64_t{plan_.dates.as_of.days});
    if (in.op == Op::kLawDate) return Datum::of(std::int64_t{plan_.dates.law_date.days});
    if (in.op == Op::kConstant)
        return in.kind == Kind::kText ? Datum::of(std::string_view(program.texts[in.text]))
                                      : Datum::of(in.int_value);
    if (!is_local(in.op)) return std::nullopt;
    std::array<Datum, 3> args;
    std::size_t count = 0;
    for (; count < args.size() && in.args[count] != kNone; ++count) {
        if (!constants_[in.args[count]]) return std::nullopt;
        args[count] = *constants_[in.args[count]];
    }
    return apply(program, in, {args.data(), count});
}

bool Regions::follows_from_regional(const Instruction& in) const {
    if (in.op == Op::kParameter) return true;
    return is_local(in.op) && std::ranges::all_of(in.args, [&](std::uint32_t arg) {
               return arg == kNone || constants_[arg] || regional_[arg];
           });
}

void Regions::collect(std::uint32_t at, std::vector<std::size_t>& parameters) const {
    const Instruction& in = code(at);
    const auto index = static_cast<std::size_t>(in.index);
    if (in.op == Op::kParameter && std::ranges::count(parameters, index) == 0)
        parameters.push_back(index);
    for (std::uint32_t arg : in.args)
        if (arg != kNone) collect(arg, parameters);
}

Datum Regions::evaluate(std::uint32_t at, const std::vector<std::size_t>& parameters,
                        std::span<const Datum> values) const {
    if (constants_[at]) return *constants_[at];
    const Instruction& in = code(at);
    if (in.op == Op::kParameter) {
        const auto it = std::ranges::find(parameters, static_cast<std::size_t>(in.index));
        return values[static_cast<std::size_t>(it - parameters.begin())];
    }
    std::array<Datum, 3> args;
    std::size_t count = 0;
    for (; count < args.size() && in.args[count] != kNone; ++count)
        args[count] = evaluate(in.args[count], parameters, values);
    return apply(*plan_.program, in, {args.data(), count});
}

ParameterMap Regions::map(std::uint32_t at) const {
    std::vector<std::size_t> parameters;
    collect(at, parameters);
    std::vector<const ParameterMap*> maps;
    for (std::size_t parameter : parameters) maps.push_back(&plan_.parameters[parameter]);
    return ParameterMap(
        maps, [&](std::span<const Datum> values) { return evaluate(at, parameters, values); });
}

ParameterMap Regions::codes(std::uint32_t at, const Dictionary& dictionary) const {
    const ParameterMap texts = map(at);
    const ParameterMap* from = &texts;
    return ParameterMap({&from, 1}, [&](std::span<const Datum> values) {
        if (!values[0].known) return Datum{};
        for (std::size_t code = 0; code < dictionary.size(); ++code)
            if (dictionary.at(code) == values[0].text)
                return Datum::of(static_cast<std::int64_t>(code));
        return Datum::of(std::int64_t{-1});
    });
}

}  // namespace tz::policy
