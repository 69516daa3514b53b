#include "policy/report/amount.h"

#include <algorithm>

#include "policy/syntax/report.h"

namespace tz::policy {
namespace {

using Maybe = std::optional<Fraction>;

Maybe apply(TermOp op, const Fraction& a, const Fraction& b) {
    switch (op) {
        case TermOp::kAdd:
            return a.plus(b);
        case TermOp::kSubtract:
            return a.minus(b);
        case TermOp::kMultiply:
            return a.times(b);
        case TermOp::kDivide:
            return a.over(b);
        case TermOp::kRoundDown:
            return a.rounded_down(b);
        default:
            return a.rounded_half_up(b);
    }
}

// All corners of the two spans; a divisor that may be zero has no span.
std::optional<Span> corners(TermOp op, const Span& a, const Span& b) {
    if (op == TermOp::kDivide && b.low <= Fraction(0) && b.high >= Fraction(0)) return std::nullopt;
    std::optional<Span> out;
    for (const Fraction& x : {a.low, a.high})
        for (const Fraction& y : {b.low, b.high}) {
            const Maybe value = apply(op, x, y);
            if (!value) return std::nullopt;
            if (!out) out = Span{*value, *value};
            out->low = std::min(out->low, *value);
            out->high = std::max(out->high, *value);
        }
    return out;
}

bool is_sum(TermOp op) { return op == TermOp::kAdd || op == TermOp::kSubtract; }

// A sum keeps its unit; a product or quotient with a plain number that of the other.
FigureUnit unit_of(TermOp op, const Amount& a, const Amount& b) {
    if (is_sum(op)) return a.unit.name.empty() ? b.unit : a.unit;
    if (b.unit.name.empty()) return a.unit;
    return op == TermOp::kMultiply && a.unit.name.empty() ? b.unit : FigureUnit{};
}

Text no_value(TermOp op, const Amount& b) {
    if (op == TermOp::kDivide && b.value->is_zero()) return say("除数为0", "the divisor is 0");
    return say("数值太大，无法精确计算", "too large to compute exactly");
}

}  // namespace

Amount without_value(Text problem, std::vector<std::string> missing) {
    Amount out;
    out.problem = std::move(problem);
    out.missing = std::move(missing);
    return out;
}

void inherit(Amount& out, const Amount& from) {
    out.missing.insert(out.missing.end(), from.missing.begin(), from.missing.end());
    if (out.problem.zh.empty()) out.problem = from.problem;
}

Amount constant(const PrintedNumber& number, const FigureUnit& unit) {
    Amount out;
    out.unit = unit;
    out.value = number.value.times(unit.scale);
    if (!out.value)
        return without_value(say("数值太大，无法精确计算", "too large to compute exactly"));
    out.span = Span{*out.value, *out.value};
    return out;
}

Fraction half_digit(const PrintedNumber& number, const FigureUnit& unit) {
    const auto half = Fraction::power_of_ten(-number.decimals).over(Fraction(2));
    return half->times(unit.scale).value_or(Fraction(0));
}

Amount amount_of(const Figure& figure) {
    Amount out = constant(*figure.number, figure.unit);
    if (!out.value || figure.number->decimals == 0) return out;
    const Fraction half = half_digit(*figure.number, figure.unit);
    out.span = corners(TermOp::kAdd, *out.span, Span{half.negated(), half});
    return out;
}

bool unlike(const Amount& a, const Amount& b) {
    const std::string& left = a.unit.measure;
    const std::string& right = b.unit.measure;
    return !left.empty() && !right.empty() && left != right;
}

Text unlike_units(const Amount& a, const Amount& b) {
    return say("单位不同：{} 与 {}", "units differ: {} and {}", a.unit.name, b.unit.name);
}

Amount combine(TermOp op, const Amount& a, const Amount& b) {
    Amount out;
    inherit(out, a);
    inherit(out, b);
    if (!a.value || !b.value) return out;
    if (is_sum(op) && unlike(a, b)) return without_value(unlike_units(a, b));
    out.value = apply(op, *a.value, *b.value);
    if (!out.value) return without_value(no_value(op, b));
    if (a.span && b.span) out.span = corners(op, *a.span, *b.span);
    out.unit = unit_of(op, a, b);
    return out;
}

Amount negate(const Amount& a) {
    Amount out = a;
    if (a.value) out.value = a.value->negated();
    if (a.span) out.span = Span{a.span->high.negated(), a.span->low.negated()};
    return out;
}

Amount round_to(TermOp op, const Amount& a, const Amount& step) {
    Amount out = combine(op, a, step);
    out.unit = a.unit.name.empty() ? step.unit : a.unit;
    return out;
}

Amount extreme(TermOp op, const std::vector<Amount>& all) {
    Amount out = all[0];
    const auto pick = [&](const Fraction& a, const Fraction& b) {
        return op == TermOp::kLeast ? std::min(a, b) : std::max(a, b);
    };
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Amount& next = all[i];
        inherit(out, next);
        if (!out.value || !next.value) {
            out.value.reset();
            continue;
        }
        if (unlike(out, next)) return without_value(unlike_units(out, next));
        out.value = pick(*out.value, *next.value);
        if (out.span && next.span)
            out.span =
                Span{pick(out.span->low, next.span->low), pick(out.span->high, next.span->high)};
    }
    return out;
}

}  // namespace tz::policy
