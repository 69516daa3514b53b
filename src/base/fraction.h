// Exact fractions of 128-bit whole numbers: sums, ratios and roundings of figures without floating
// point. What does not fit is no value, never a wrong one. Pure; any thread.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tz {

__extension__ typedef __int128 Int128;

class Fraction {
  public:
    Fraction() = default;
    Fraction(std::int64_t whole) : top_(whole) {}
    // Nothing when the bottom is zero or a part does not fit.
    static std::optional<Fraction> of(Int128 top, Int128 bottom);
    // 10^exponent, exponent from -18 to 18.
    static Fraction power_of_ten(int exponent);

    bool is_zero() const { return top_ == 0; }
    Fraction negated() const;
    std::optional<Fraction> plus(const Fraction& other) const;
    std::optional<Fraction> minus(const Fraction& other) const;
    std::optional<Fraction> times(const Fraction& other) const;
    std::optional<Fraction> over(const Fraction& other) const;
    std::strong_ordering operator<=>(const Fraction& other) const;
    bool operator==(const Fraction& other) const = default;

    // The multiple of `step` that is nearest (halves go away from zero), or next below.
    std::optional<Fraction> rounded_half_up(const Fraction& step) const;
    std::optional<Fraction> rounded_down(const Fraction& step) const;
    // Decimal text, rounded half up to that many decimals, without trailing zeros.
    std::string text(int decimals) const;
    // The same with all decimals written.
    std::string fixed(int decimals) const;

  private:
    Int128 top_ = 0;
    Int128 bottom_ = 1;  // above 0; no common factor with top_
};

// A number as printed: its value and how many decimals were written ("85.60": 2). Accepts a sign,
// thousands commas, full-width digits; nothing for other text or more than 18 digits.
struct PrintedNumber {
    Fraction value{};
    int decimals = 0;
};
std::optional<PrintedNumber> parse_printed(std::string_view text);

}  // namespace tz
