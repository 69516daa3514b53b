#include "base/id.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <unordered_set>

namespace tz {
namespace {

TEST(DeriveId, DependsOnRegisterAndKey) {
    const Id id = derive_id("household", "430424100201000123");
    EXPECT_EQ(id, derive_id("household", "430424100201000123"));
    EXPECT_NE(id, derive_id("person", "430424100201000123"));
    EXPECT_NE(id, derive_id("household", "430424100201000124"));
    EXPECT_NE(derive_id("a", "1b").low, derive_id("a1", "b").low);
}

TEST(DeriveId, TheFirstHalfIsTheLeadingDigits) {
    EXPECT_EQ(derive_id("r", "430424100201000123").high, 430424100201000123u);
    EXPECT_EQ(derive_id("r", "43042410020100012399").high, 430424100201000123u);
    EXPECT_EQ(derive_id("r", "12-34").high, 12u);
    EXPECT_EQ(derive_id("r", "00042").high, 42u);
    EXPECT_EQ(derive_id("r", "43042419600101123X").high, 43042419600101123u);
}

TEST(DeriveId, KeysWithoutLeadingDigitsUseTheDigest) {
    const Id id = derive_id("r", "湘D12345");
    EXPECT_NE(id.high, id.low);  // both halves carry the key
    EXPECT_FALSE(derive_id("r", "").is_null());
}

// Stored ids must stay what they are: the expected half is sha256("household\x1f" "1")[0..8].
TEST(DeriveId, NeverChanges) {
    EXPECT_EQ(to_string(derive_id("household", "1")), "0000000000000001e4bfac366d69c9a7");
}

TEST(DeriveId, KeepsTheOrderOfKeysOfEqualLength) {
    rc::check([] {
        const auto number = rc::gen::inRange<std::int64_t>(100'000'000'000, 1'000'000'000'000);
        const auto a = *number, b = *number;
        const Id left = derive_id("r", std::to_string(a)),
                 right = derive_id("r", std::to_string(b));
        RC_ASSERT((a <=> b) == (left <=> right));
    });
}

TEST(ParseId, ReadsWhatToStringWrites) {
    rc::check([](std::uint64_t high, std::uint64_t low) {
        const Id id{high, low};
        RC_ASSERT(to_string(id).size() == 32u);
        RC_ASSERT(parse_id(to_string(id)) == id);
    });
    EXPECT_EQ(parse_id("0123456789ABCDEFfedcba9876543210"),
              (Id{0x0123456789abcdef, 0xfedcba9876543210}));
}

TEST(ParseId, RefusesOtherText) {
    for (const char* text :
         {"", "0123456789abcdef", "0123456789abcdef0123456789abcdef0",
          "0123456789abcdef0123456789abcdeg", "0123456789abcdef-123456789abcdef"}) {
        EXPECT_EQ(parse_id(text), std::nullopt) << text;
    }
}

TEST(Id, WorksInHashedSets) {
    std::unordered_set<Id, IdHash> ids;
    for (int i = 0; i < 1000; ++i) ids.insert(derive_id("r", std::to_string(i % 500)));
    EXPECT_EQ(ids.size(), 500u);
    EXPECT_TRUE(Id{}.is_null());
}

}  // namespace
}  // namespace tz
