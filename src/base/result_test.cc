#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace tz {
namespace {

Result<int> half(int value) {
    if (value % 2 != 0) return invalid("不是偶数", "not even", "value");
    return value / 2;
}

Result<int> quarter(int value) {
    ASSIGN_OR_RETURN(const int once, half(value));
    ASSIGN_OR_RETURN(const int twice, half(once));
    return twice;
}

Status check_quarter(int value) {
    RETURN_IF_ERROR(quarter(value));
    return ok();
}

TEST(Result, HoldsAValueOrAnError) {
    const Result<int> good = half(4);
    ASSERT_TRUE(good);
    EXPECT_EQ(*good, 2);
    const Result<int> bad = half(3);
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().kind, ErrorKind::kInvalid);
    EXPECT_EQ(bad.error().text, (Text{"不是偶数", "not even"}));
    EXPECT_EQ(bad.error().field, "value");
}

TEST(Result, MacrosPassErrorsOn) {
    EXPECT_EQ(*quarter(8), 2);
    EXPECT_FALSE(quarter(6));
    EXPECT_TRUE(check_quarter(8));
    EXPECT_EQ(check_quarter(6).error().field, "value");
}

TEST(Result, CarriesValuesThatOnlyMove) {
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
    const std::unique_ptr<int> taken = std::move(*result);
    EXPECT_EQ(*taken, 7);
}

TEST(Result, FailureKeepsItsKind) {
    EXPECT_EQ(failure(ErrorKind::kConflict, "已被修改", "changed").kind, ErrorKind::kConflict);
}

TEST(CheckDeathTest, StopsTheProgramWithTheCondition) {
    CHECK(1 + 1 == 2);
    EXPECT_DEATH(CHECK(1 + 1 == 3), "check failed: 1 \\+ 1 == 3");
}

}  // namespace
}  // namespace tz
