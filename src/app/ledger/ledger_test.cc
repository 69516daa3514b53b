// From finding to close-out on a small register: each state of an item and each wrong turn.
#include <gtest/gtest.h>

#include "app/ledger/problem_commands.h"
#include "app/ledger/problem_fields.h"
#include "app/ledger/reconcile.h"
#include "app/ledger/workbook.h"
#include "app/policy_run/check.h"
#include "app/policy_run/page_of.h"
#include "app/small_office_test.h"
#include "domain/division/division.h"
#include "domain/household/household.h"
#include "domain/ledger/exemption.h"
#include "domain/person/person.h"
#include "schema/convert.h"
#include "sheet/reader.h"

namespace tz {
namespace {

using namespace problem_field;

constexpr std::string_view kPackText = R"(
require electricity "通生活用电"
  from law @ "1"
  on household
  that has_electricity
  else problem living "未通生活用电" owner power_supply within 30 days
require grown "满18周岁"
  from law @ "2"
  on person
  that not (age(birth_date) between 18 and 18)
  else problem data "刚满18周岁" owner township within 30 days
case grown
  | birth_date | as_of      | expect |
  | 2000-01-01 | 2020-01-01 | holds  |
  | 2002-01-01 | 2020-01-01 | fails  |
  | 2001-01-01 | 2020-01-01 | holds  |
  | 2001-01-02 | 2020-01-01 | fails  |
case electricity
  | has_electricity | expect  |
  | true            | holds   |
  | false           | fails   |
  | ?               | unknown |
)";

class LedgerTest : public ::testing::Test, protected test::SmallOffice {
  protected:
    LedgerTest() {
        put(kDivision, {{"division", kCounty.code}, {"name", std::string("衡东县")}});
        put(kDivision, {{"division", std::int64_t{430424100000}}, {"name", std::string("吴集镇")}});
        put(kDivision, {{"division", kVillage}, {"name", std::string("杨林村")}});
    }

    Id household(const char* number, Value has_electricity) {
        return put(kHousehold, {{"division", kVillage},
                                {"number", std::string(number)},
                                {"head_name", std::string("周建国")},
                                {"has_electricity", std::move(has_electricity)}})
            .record;
    }
    std::unique_ptr<CheckRun> judge(const char* as_of) {
        auto run = run_check(*store_, compiled(kPackText), options_of(as_of), progress_);
        EXPECT_TRUE(run);
        return std::move(*run);
    }
    ReconcileReport check(const char* as_of) {
        const auto report = reconcile(*registrar_, *store_, office("系统", Role::kCounty),
                                      *judge(as_of), progress_);
        EXPECT_TRUE(report) << report.error().text.en;
        return report ? *report : ReconcileReport{};
    }
    Record item(Id record) {
        auto transaction = store_->begin(Access::kRead);
        return **(*transaction)
                     ->get(kProblem, problem_id("electricity", record), Scope::of(kCounty));
    }
    std::int64_t state(Id record) { return as_int(item(record).values[kState]); }
    StepReport step(const char* command, const char* actor, Role role) {
        const auto report = step_all(*registrar_, *store_, office(actor, role),
                                     {command, kStateDataHold, kCounty, ""});
        EXPECT_TRUE(report);
        return *report;
    }
};

TEST_F(LedgerTest, OpensOncePerRuleAndRecord) {
    const Id dark = household("4304240001", false);
    household("4304240002", true);
    EXPECT_EQ(check("2023-12-18").opened, 1);
    const ReconcileReport again = check("2023-12-25");
    EXPECT_EQ(again.opened, 0);
    EXPECT_EQ(again.updated, 1);
    EXPECT_EQ(show_value(kProblem.fields[kDue], item(dark).values[kDue]), "2024-01-17");
    EXPECT_EQ(as_text(item(dark).values[kHeadName]), "周建国");
    EXPECT_EQ(show_value(kProblem.fields[kSourceKind], item(dark).values[kSourceKind]), "规则核查");
}

TEST_F(LedgerTest, ClosesOnlyWhenDataAndTwoPeopleSaySo) {
    const Id record = household("4304240001", false);
    check("2023-12-18");
    EXPECT_EQ(step("problem.accept", "乡镇李四", Role::kTownship).done, 0);  // data do not hold
    household("4304240001", Value{});
    EXPECT_EQ(check("2024-01-10").held, 0) << "an unknown verdict proves nothing";
    household("4304240001", true);
    EXPECT_EQ(check("2024-01-18").held, 1);
    EXPECT_EQ(state(record), kStateDataHold);
    EXPECT_EQ(step("problem.close_out", "县里王五", Role::kCounty).refused.size(), 1u)
        << "not accepted yet";
    EXPECT_EQ(step("problem.accept", "乡镇李四", Role::kTownship).done, 1);
    EXPECT_EQ(step("problem.close_out", "乡镇李四", Role::kCounty).refused.size(), 1u)
        << "the same person";
    EXPECT_EQ(step("problem.close_out", "县里王五", Role::kTownship).refused.size(), 1u)
        << "not the county";
    EXPECT_EQ(step("problem.close_out", "县里王五", Role::kCounty).done, 1);
    EXPECT_EQ(state(record), kStateClosed);
}

TEST_F(LedgerTest, RelapseReopensWithItsCount) {
    const Id record = household("4304240001", false);
    check("2023-12-18");
    household("4304240001", true);
    check("2024-01-18");
    step("problem.accept", "乡镇李四", Role::kTownship);
    step("problem.close_out", "县里王五", Role::kCounty);
    household("4304240001", false);
    EXPECT_EQ(check("2024-02-18").reopened, 1);
    EXPECT_EQ(state(record), kStateOpen);
    EXPECT_EQ(as_int(item(record).values[kReopenedCount]), 1);
    EXPECT_FALSE(is_known(item(record).values[kClosedOn]));
}

TEST_F(LedgerTest, ExemptionHoldsUntilItsEnd) {
    const Id record = household("4304240001", false);
    check("2023-12-18");
    put(kExemption, {{"division", kVillage},
                     {"rule", std::string("electricity")},
                     {"record", to_string(record)},
                     {"register_name", std::string("household")},
                     {"reason", std::string("自家光伏供电")},
                     {"approver", std::string("县里王五")},
                     {"approved_on", std::int64_t{parse_date("2023-12-20")->days}},
                     {"until", std::int64_t{parse_date("2024-06-30")->days}}});
    EXPECT_EQ(check("2024-01-18").exempted, 1);
    EXPECT_EQ(state(record), kStateExempted);
    EXPECT_EQ(check("2024-07-01").exempted, 0);
    EXPECT_EQ(state(record), kStateOpen);
}

TEST_F(LedgerTest, ANewItemSaysWhyItIsNew) {
    holds_from_ = *parse_date("2023-12-01");
    const Id home = household("4304240001", false);
    household("4304240002", true);
    put(kPerson, {{"division", kVillage},
                  {"household", home},
                  {"household_number", std::string("4304240001")},
                  {"name", std::string("周小满")},
                  {"id_number", std::string("430424200512250018")},
                  {"birth_date", std::int64_t{parse_date("2005-12-25")->days}}});
    EXPECT_TRUE(check("2023-12-18").why_new.empty()) << "the first check has nothing before it";
    holds_from_ = *parse_date("2023-12-20");
    household("4304240002", false);
    household("4304240003", false);
    const ReconcileReport report = check("2023-12-31");
    EXPECT_EQ(report.opened, 3);
    std::string why;
    for (const NewItems& items : report.why_new)
        why += fmt::format("{} {}\n", items.count, items.why.zh);
    EXPECT_NE(why.find("1 改了“是否通生活用电”以后\n"), why.npos) << why;
    EXPECT_NE(why.find("1 上次核查以后新登记的\n"), why.npos) << why;
    EXPECT_NE(why.find("1 数据没有变，到了日期（年龄、期限）\n"), why.npos) << why;
}

TEST_F(LedgerTest, FixSheetHasARowForEachValueToCorrect) {
    household("4304240001", false);
    check("2023-12-18");
    ExportOptions options;
    options.division = kCounty;
    options.as_of = *parse_date("2023-12-18");
    const auto files = export_fix_sheets(*store_, catalog(), options);
    ASSERT_TRUE(files) << files.error().text.en;
    ASSERT_EQ(files->size(), 1u);
    EXPECT_EQ(files->front().name, "整改单_吴集镇_杨林村.xlsx");
    std::string all;
    auto reader = sheet::open(files->front().bytes, files->front().name);
    ASSERT_TRUE(reader);
    ASSERT_TRUE((*reader)->read(0, [&](const sheet::RowView& row) {
        for (const std::string_view cell : row.cells) all += std::string(cell) + "|";
        return true;
    }));
    EXPECT_NE(all.find("是否通生活用电"), std::string::npos) << all;
    EXPECT_NE(all.find("未通生活用电"), std::string::npos);
}

TEST_F(LedgerTest, LedgerWorkbookAndPageCountTheSame) {
    household("4304240001", false);
    household("4304240002", false);
    household("4304240003", Value{});
    check("2023-12-18");
    ExportOptions options;
    options.division = kCounty;
    options.as_of = *parse_date("2023-12-18");
    const auto file = export_ledger(*store_, catalog(), options);
    ASSERT_TRUE(file) << file.error().text.en;
    EXPECT_EQ(file->items, 2);
    const auto page = page_of(*store_, *judge("2023-12-18"), {});
    ASSERT_TRUE(page);
    EXPECT_EQ(page->open, 2);
    EXPECT_EQ(page->unknown, 1);
    EXPECT_EQ(page->households_open, 2);
    EXPECT_EQ(page->townships.at(0).name, "吴集镇");
    EXPECT_EQ(page->missing.at(0).count, 1);
}

}  // namespace
}  // namespace tz
