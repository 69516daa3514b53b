#include "base/fraction.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace tz {
namespace {

Fraction ratio(std::int64_t top, std::int64_t bottom) { return Fraction::of(top, bottom).value(); }

TEST(Fraction, IsExact) {
    EXPECT_EQ(ratio(1, 3).plus(ratio(1, 6)), ratio(1, 2));
    EXPECT_EQ(ratio(1, 10).plus(ratio(2, 10)), ratio(3, 10));
    EXPECT_EQ(ratio(2, 3).times(ratio(3, 2)), Fraction(1));
    EXPECT_EQ(ratio(-2, 4), ratio(1, -2));
    EXPECT_FALSE(Fraction(1).over(Fraction(0)));
}

TEST(Fraction, RoundsHalvesAwayFromZero) {
    EXPECT_EQ(ratio(25, 10).text(0), "3");
    EXPECT_EQ(ratio(-25, 10).text(0), "-3");
    EXPECT_EQ(ratio(2, 3).text(6), "0.666667");
    EXPECT_EQ(ratio(1, 2).text(6), "0.5");
    EXPECT_EQ(ratio(1, 2).fixed(2), "0.50");
    EXPECT_EQ(ratio(-1, 1000).text(2), "0");
    EXPECT_EQ(ratio(-7, 2).rounded_down(Fraction(1)), Fraction(-4));
    EXPECT_EQ(ratio(78, 1000).rounded_half_up(ratio(1, 100)), ratio(8, 100));
}

TEST(Fraction, OverflowIsNoValue) {
    Fraction big(std::numeric_limits<std::int64_t>::max());
    const auto square = big.times(big);
    ASSERT_TRUE(square);
    EXPECT_FALSE(square->times(*square));
    EXPECT_LT(big, *square);
}

TEST(Fraction, PrintedNumbersKnowTheirDecimals) {
    EXPECT_EQ(parse_printed("85.60")->decimals, 2);
    EXPECT_EQ(parse_printed("85.60")->value, ratio(856, 10));
    EXPECT_EQ(parse_printed("436,011.81")->value, ratio(43601181, 100));
    EXPECT_EQ(parse_printed("-3")->value, Fraction(-3));
    EXPECT_EQ(parse_printed("１２．５")->value, ratio(25, 2));
    for (const char* text : {"", "-", ".", "5.", "1.2.3", "12a", "1234567890123456789"})
        EXPECT_FALSE(parse_printed(text)) << text;
}

TEST(Fraction, OrdersAsCrossProductsDo) {
    rc::check([](std::int32_t a, std::int32_t b, std::int32_t c, std::int32_t d) {
        RC_PRE(b != 0 && d != 0);
        const auto left = std::int64_t{a} * d, right = std::int64_t{c} * b;
        const bool turned = (b < 0) != (d < 0);
        RC_ASSERT((ratio(a, b) < ratio(c, d)) == (turned ? right < left : left < right));
        RC_ASSERT((ratio(a, b) == ratio(c, d)) == (left == right));
    });
}

}  // namespace
}  // namespace tz
