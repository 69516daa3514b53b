#include "base/division.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace tz {
namespace {

Division at(std::string_view code) { return *parse_division(code); }

Division any_division() {
    const auto code = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
    return at_level({code}, static_cast<DivisionLevel>(*rc::gen::inRange(0, 6)));
}

TEST(ParseDivision, FillsShortCodes) {
    EXPECT_EQ(at("43").code, 430000000000);
    EXPECT_EQ(at("4304").code, 430400000000);
    EXPECT_EQ(at("430424").code, 430424000000);
    EXPECT_EQ(at("430424100").code, 430424100000);
    EXPECT_EQ(at(" 430424100201 ").code, 430424100201);
    EXPECT_EQ(at("４３").code, 430000000000);
    EXPECT_EQ(at("000000000000"), Division{});
}

TEST(ParseDivision, RefusesOtherText) {
    for (const char* text : {"", "4", "430", "43042", "4304241", "43042410", "4304241002",
                             "4304241002011", "43042a", "-43", "湖南省"}) {
        EXPECT_EQ(parse_division(text), std::nullopt) << text;
    }
}

TEST(Division, KnowsItsLevel) {
    EXPECT_EQ(level_of({}), DivisionLevel::kNation);
    EXPECT_EQ(level_of(at("43")), DivisionLevel::kProvince);
    EXPECT_EQ(level_of(at("4304")), DivisionLevel::kCity);
    EXPECT_EQ(level_of(at("430424")), DivisionLevel::kCounty);
    EXPECT_EQ(level_of(at("430424100")), DivisionLevel::kTownship);
    EXPECT_EQ(level_of(at("430424100201")), DivisionLevel::kVillage);
}

TEST(Division, GivesTheOneAbove) {
    const Division village = at("430424100201");
    EXPECT_EQ(at_level(village, DivisionLevel::kTownship), at("430424100"));
    EXPECT_EQ(county_of(village), at("430424"));
    EXPECT_EQ(at_level(village, DivisionLevel::kNation), Division{});
    EXPECT_EQ(at_level(at("43"), DivisionLevel::kVillage), at("43"));
}

TEST(Division, ShortCodeDropsLowerLevels) {
    EXPECT_EQ(short_code(at("430400000000")), "4304");
    EXPECT_EQ(short_code(at("110000000000")), "11");
    EXPECT_EQ(short_code(at("430420")), "430420");
    EXPECT_EQ(short_code({}), "");
    EXPECT_EQ(to_string(at("01")), "010000000000");
}

TEST(Division, ContainsWhatIsUnderIt) {
    EXPECT_TRUE(contains(at("4304"), at("430424100201")));
    EXPECT_TRUE(contains(at("4304"), at("4304")));
    EXPECT_FALSE(contains(at("4304"), at("4305")));
    EXPECT_FALSE(contains(at("430424"), at("4304")));
    EXPECT_TRUE(contains({}, at("99")));
    EXPECT_EQ(end_code(at("4304")), 430500000000);
    EXPECT_EQ(end_code(at("430424100201")), 430424100202);
}

// Cities such as Dongguan have townships and no counties.
TEST(Division, TownshipsMayLieRightUnderACity) {
    const Division township = at("441900003");
    EXPECT_EQ(level_of(township), DivisionLevel::kTownship);
    EXPECT_EQ(county_of(township), at("4419"));
    EXPECT_TRUE(contains(at("4419"), township));
}

TEST(Division, RoundTrips) {
    rc::check([] {
        const Division division = any_division();
        RC_ASSERT(at(to_string(division)) == division);
        if (division.code != 0) RC_ASSERT(at(short_code(division)) == division);
    });
}

TEST(Division, EveryUpperLevelContainsIt) {
    rc::check([] {
        const Division division = any_division();
        for (int level = 0; level < 6; ++level) {
            RC_ASSERT(contains(at_level(division, static_cast<DivisionLevel>(level)), division));
        }
    });
}

}  // namespace
}  // namespace tz
