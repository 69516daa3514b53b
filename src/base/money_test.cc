#include "base/money.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace tz {
namespace {

TEST(ParseMoney, TakesTheFormsOfSheets) {
    EXPECT_EQ(parse_money("1,234.56"), Money{123456});
    EXPECT_EQ(parse_money("1234.5元"), Money{123450});
    EXPECT_EQ(parse_money("¥12"), yuan(12));
    EXPECT_EQ(parse_money("￥ 12.30 元"), Money{1230});
    EXPECT_EQ(parse_money("人民币３００元整"), yuan(300));
    EXPECT_EQ(parse_money(" 620 "), yuan(620));
    EXPECT_EQ(parse_money("0"), Money{});
}

TEST(ParseMoney, KnowsLargeUnits) {
    EXPECT_EQ(parse_money("0.5万元"), yuan(5000));
    EXPECT_EQ(parse_money("1.234567万"), Money{1234567});
    EXPECT_EQ(parse_money("2亿元"), yuan(200'000'000));
    EXPECT_EQ(parse_money("3千元"), yuan(3000));
    EXPECT_EQ(parse_money("1.2345678万"), std::nullopt);
}

TEST(ParseMoney, TakesNegativeAmounts) {
    EXPECT_EQ(parse_money("-12.34"), Money{-1234});
    EXPECT_EQ(parse_money("-¥12"), yuan(-12));
    EXPECT_EQ(parse_money("¥-12"), yuan(-12));
    EXPECT_EQ(parse_money("-0.5万元"), yuan(-5000));
}

TEST(ParseMoney, RefusesOtherText) {
    for (const char* text : {"", "元", "¥", "万元", "1.234", "12块", "一百元", "-¥-1", "¥¥1",
                             "12元3角", "1e5", "$5", "-¥", "92233720368547758.08"}) {
        EXPECT_EQ(parse_money(text), std::nullopt) << text;
    }
}

TEST(MoneyToString, HasTwoDecimalsOrNone) {
    EXPECT_EQ(to_string(Money{123456}), "1234.56");
    EXPECT_EQ(to_string(Money{123450}), "1234.50");
    EXPECT_EQ(to_string(yuan(1234)), "1234");
    EXPECT_EQ(to_string(Money{-5}), "-0.05");
    EXPECT_EQ(to_string(Money{}), "0");
}

TEST(MoneyToString, RoundTrips) {
    rc::check([](std::int64_t fen) {
        const Money money{fen};
        RC_ASSERT(parse_money(to_string(money)) == money);
        RC_ASSERT(parse_money("￥" + to_string(money) + "元") == money);
    });
    const Money lowest{INT64_MIN};
    EXPECT_EQ(parse_money(to_string(lowest)), lowest);
}

}  // namespace
}  // namespace tz
