#include "base/fraction.h"

#include <algorithm>

#include "base/utf8.h"

namespace tz {
namespace {

constexpr Int128 kMax = (((Int128{1} << 126) - 1) << 1) + 1;
constexpr int kDigitsMax = 18;

Int128 absolute(Int128 x) { return x < 0 ? -x : x; }

Int128 common_factor(Int128 a, Int128 b) {
    while (b != 0) {
        const Int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

std::optional<Int128> product(Int128 a, Int128 b) {
    if (a == 0 || b == 0) return Int128{0};
    if (absolute(a) > kMax / absolute(b)) return std::nullopt;
    return a * b;
}

std::optional<Int128> sum(Int128 a, Int128 b) {
    if (b > 0 ? a > kMax - b : a < -kMax - b) return std::nullopt;
    return a + b;
}

Int128 floor_of(Int128 top, Int128 bottom) {
    const Int128 quotient = top / bottom;
    return top % bottom < 0 ? quotient - 1 : quotient;
}

// By whole parts, then by the turned-over rests: nothing is multiplied, so nothing overflows.
std::strong_ordering compare(Int128 a, Int128 b, Int128 c, Int128 d) {
    const Int128 left = floor_of(a, b), right = floor_of(c, d);
    if (left != right)
        return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
    const Int128 rest = a - left * b, other = c - right * d;
    if (rest == 0 || other == 0) return (rest != 0) <=> (other != 0);
    return compare(d, other, b, rest);
}

std::string digits_of(Int128 value) {
    std::string out;
    for (; value > 0; value /= 10)
        out.push_back(static_cast<char>('0' + static_cast<int>(value % 10)));
    if (out.empty()) out = "0";
    std::reverse(out.begin(), out.end());
    return out;
}

}  // namespace

std::optional<Fraction> Fraction::of(Int128 top, Int128 bottom) {
    if (bottom == 0) return std::nullopt;
    const Int128 factor = common_factor(absolute(top), absolute(bottom));
    Fraction out;
    out.top_ = (bottom < 0 ? -top : top) / factor;
    out.bottom_ = absolute(bottom) / factor;
    return out;
}

Fraction Fraction::power_of_ten(int exponent) {
    Fraction out(1);
    Int128& part = exponent < 0 ? out.bottom_ : out.top_;
    for (int i = 0; i < std::min(kDigitsMax, exponent < 0 ? -exponent : exponent); ++i) part *= 10;
    return out;
}

Fraction Fraction::negated() const {
    Fraction out = *this;
    out.top_ = -top_;
    return out;
}

std::optional<Fraction> Fraction::plus(const Fraction& other) const {
    const Int128 factor = common_factor(bottom_, other.bottom_);
    const auto left = product(top_, other.bottom_ / factor);
    const auto right = product(other.top_, bottom_ / factor);
    const auto bottom = product(bottom_, other.bottom_ / factor);
    if (!left || !right || !bottom) return std::nullopt;
    const auto top = sum(*left, *right);
    return top ? of(*top, *bottom) : std::nullopt;
}

std::optional<Fraction> Fraction::minus(const Fraction& other) const {
    return plus(other.negated());
}

std::optional<Fraction> Fraction::times(const Fraction& other) const {
    const Int128 across = std::max(common_factor(absolute(top_), other.bottom_), Int128{1});
    const Int128 back = std::max(common_factor(absolute(other.top_), bottom_), Int128{1});
    const auto top = product(top_ / across, other.top_ / back);
    const auto bottom = product(bottom_ / back, other.bottom_ / across);
    return top && bottom ? of(*top, *bottom) : std::nullopt;
}

std::optional<Fraction> Fraction::over(const Fraction& other) const {
    const auto turned = of(other.bottom_, other.top_);
    return turned ? times(*turned) : std::nullopt;
}

std::strong_ordering Fraction::operator<=>(const Fraction& other) const {
    return compare(top_, bottom_, other.top_, other.bottom_);
}

std::optional<Fraction> Fraction::rounded_down(const Fraction& step) const {
    const auto steps = over(step);
    if (!steps) return std::nullopt;
    return of(floor_of(steps->top_, steps->bottom_), 1)->times(step);
}

std::optional<Fraction> Fraction::rounded_half_up(const Fraction& step) const {
    const bool is_negative = top_ < 0;
    const auto half = step.over(Fraction(2));
    const auto moved = half ? (is_negative ? negated() : *this).plus(*half) : std::nullopt;
    const auto out = moved ? moved->rounded_down(step) : std::nullopt;
    return out && is_negative ? std::optional(out->negated()) : out;
}

std::string Fraction::fixed(int decimals) const {
    const auto rounded = rounded_half_up(power_of_ten(-decimals));
    const auto scaled = rounded ? rounded->times(power_of_ten(decimals)) : std::nullopt;
    if (!scaled) return top_ < 0 ? "-∞" : "∞";
    std::string digits = digits_of(absolute(scaled->top_));
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, ".");
    return scaled->top_ < 0 ? "-" + digits : digits;
}

std::string Fraction::text(int decimals) const {
    std::string out = fixed(decimals);
    if (out.find('.') == std::string::npos) return out;
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
    return out;
}

std::optional<PrintedNumber> parse_printed(std::string_view text) {
    const Folded folded(text);
    text = folded.view();
    const bool is_negative = text.starts_with('-');
    if (is_negative || text.starts_with('+')) text.remove_prefix(1);
    PrintedNumber out;
    Int128 value = 0;
    int digits = 0;
    bool point = false;
    for (const char c : text) {
        if (c == ',' && !point && digits > 0) continue;
        if (c == '.' && !point && digits > 0) {
            point = true;
            continue;
        }
        if (!is_digit(c) || ++digits > kDigitsMax) return std::nullopt;
        value = value * 10 + (c - '0');
        out.decimals += point ? 1 : 0;
    }
    if (digits == 0 || text.back() == '.' || text.back() == ',') return std::nullopt;
    const auto scaled =
        Fraction::of(is_negative ? -value : value, 1)->times(Fraction::power_of_ten(-out.decimals));
    if (!scaled) return std::nullopt;
    out.value = *scaled;
    return out;
}

}  // namespace tz
