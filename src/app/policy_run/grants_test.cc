// Grants over a small register: who is entitled, who received, totals and sheets.
#include "app/policy_run/grants.h"

#include <gtest/gtest.h>

#include "app/policy_run/grant_report.h"
#include "app/small_office_test.h"
#include "domain/division/division.h"
#include "domain/household/household.h"
#include "domain/receipt/receipt.h"

namespace tz {
namespace {

constexpr std::int64_t kOtherVillage = 430424100202;

constexpr std::string_view kPackText = R"(
grant power "电费补助"
  from law @ "1" on household
  when has_electricity
  amount 100 元 per year payer power_supply
  received sum(receipts.amount)
grant light "照明补助" from law @ "2" on household
  when not has_electricity amount 30 元 per once payer civil_affairs_bureau
)";

class GrantsTest : public ::testing::Test, protected test::SmallOffice {
  protected:
    GrantsTest() {
        put(kDivision, {{"division", kVillage}, {"name", std::string("杨林村")}});
        put(kDivision, {{"division", kOtherVillage}, {"name", std::string("柘塘村")}});
    }

    Id household(const char* number, std::int64_t village, Value has_electricity,
                 std::int64_t received = 0) {
        const Id id = put(kHousehold, {{"division", village},
                                       {"number", std::string(number)},
                                       {"head_name", std::string("周建国")},
                                       {"has_electricity", std::move(has_electricity)}})
                          .record;
        if (received != 0) {
            put(kReceipt, {{"division", village},
                           {"household", id},
                           {"id_number", std::string("11010519491231002X")},
                           {"item", std::int64_t{kReceiptItems.choices[0].code}},
                           {"period", std::string(number)},
                           {"paid_on", std::int64_t{parse_date("2020-06-01")->days}},
                           {"amount", received}});
        }
        return id;
    }

    std::unique_ptr<GrantRun> run() {
        auto made = run_grants(*store_, compiled(kPackText), options_of("2020-12-31"), progress_);
        EXPECT_TRUE(made);
        return std::move(*made);
    }
};

TEST_F(GrantsTest, TotalsByItemAndVillage) {
    household("1", kVillage, true, 6000);
    household("2", kVillage, true, 10000);
    household("3", kOtherVillage, true);
    household("4", kOtherVillage, false, 500);
    household("5", kOtherVillage, {});
    const auto grants = run();
    const auto items = grant_rows(*store_, *grants, GrantKey::kItem);
    ASSERT_TRUE(items);
    ASSERT_EQ(items->size(), 2u);
    const GrantTotal& power = items->at(0).total;
    EXPECT_EQ(items->at(0).label, "电费补助");
    EXPECT_EQ(power.entitled, 3);
    EXPECT_EQ(power.unknown, 1);
    EXPECT_EQ(power.undue, 1);
    EXPECT_EQ(power.amount, 30000);
    EXPECT_EQ(power.received, 16500);
    EXPECT_EQ(power.gap, 14000);
    EXPECT_EQ(items->at(1).total.amount, 3000);
    const auto villages = grant_rows(*store_, *grants, GrantKey::kVillage);
    ASSERT_TRUE(villages);
    ASSERT_EQ(villages->size(), 2u);
    EXPECT_EQ(villages->at(0).total.gap, 4000);
    EXPECT_EQ(villages->at(1).total.gap, 10000);
}

TEST_F(GrantsTest, WritesOneSheetAPayer) {
    household("1", kVillage, true, 6000);
    household("4", kOtherVillage, false);
    const auto grants = run();
    const auto files = grant_files(*store_, *grants, GrantKey::kPayer);
    ASSERT_TRUE(files);
    ASSERT_EQ(files->size(), 2u);
    EXPECT_EQ(files->at(0).lines, 1);
    const auto rows = grant_rows(*store_, *grants, GrantKey::kPerson);
    ASSERT_TRUE(rows);
    const std::string text = grant_text(*grants, *rows, Language::kChinese);
    EXPECT_NE(text.find("周建国"), std::string::npos) << text;
    EXPECT_NE(grant_json(*grants, *rows, GrantKey::kPerson).find("\"gap\":\"40\""),
              std::string::npos);
}

}  // namespace
}  // namespace tz
