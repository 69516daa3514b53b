// From finding to close-out on a small register: each state of an item and each wrong turn.
#include <gtest/gtest.h>

#include "app/flow_test.h"
#include "app/ledger/problem_commands.h"
#include "app/ledger/problem_fields.h"
#include "app/ledger/reconcile.h"
#include "app/ledger/workbook.h"
#include "app/policy_run/check.h"
#include "app/policy_run/page_of.h"
#include "app/workflow.h"
#include "domain/catalog.h"
#include "domain/division/division.h"
#include "domain/household/household.h"
#include "domain/ledger/exemption.h"
#include "policy/compile.h"
#include "schema/convert.h"
#include "sheet/reader.h"
#include "store/memory/memory_store.h"

namespace tz {
namespace {

using namespace problem_field;

constexpr Division kCounty{430424000000};
constexpr std::int64_t kVillage = 430424100201;

constexpr std::string_view kPackToml = R"(name = "test"
title = "试验"
division = "4304"
from = "2020-01-01"
[documents.law]
title = "试验"
)";
constexpr std::string_view kPackText = R"(
require electricity "通生活用电"
  from law @ "1"
  on household
  that has_electricity
  else problem living "未通生活用电" owner power_supply within 30 days
case electricity
  | has_electricity | expect  |
  | true            | holds   |
  | false           | fails   |
  | ?               | unknown |
)";

class QuietProgress : public Progress {
  public:
    void step(std::string_view, std::int64_t, std::int64_t) override {}
};

class LedgerTest : public ::testing::Test {
  protected:
    LedgerTest() : store_(make_memory_store()), commands_(catalog()) {
        add_workflow_commands(commands_);
        EXPECT_TRUE(store_->migrate(catalog()));
        registrar_.emplace(*store_, clock_, random_, commands_);
        put(kDivision, {{"division", kCounty.code}, {"name", std::string("衡东县")}});
        put(kDivision, {{"division", std::int64_t{430424100000}}, {"name", std::string("吴集镇")}});
        put(kDivision, {{"division", kVillage}, {"name", std::string("杨林村")}});
    }

    using Pairs = std::vector<std::pair<std::string_view, Value>>;
    Receipt put(const Entity& entity, const Pairs& pairs) {
        Envelope envelope;
        envelope.command = std::string(entity.name) + ".put";
        for (const auto& [name, value] : pairs)
            envelope.patch.push_back({entity.index(name), value});
        const auto receipt = registrar_->execute(office("张三", Role::kCounty), envelope);
        EXPECT_TRUE(receipt) << receipt.error().text.en;
        return receipt ? *receipt : Receipt{};
    }
    Id household(const char* number, Value has_electricity) {
        return put(kHousehold, {{"division", kVillage},
                                {"number", std::string(number)},
                                {"head_name", std::string("周建国")},
                                {"has_electricity", std::move(has_electricity)}})
            .record;
    }
    static Session office(const char* actor, Role role) {
        return {actor, role, Scope::of(kCounty)};
    }

    std::unique_ptr<CheckRun> judge(const char* as_of) {
        policy::PackSource source{
            "test", {{"pack.toml", std::string(kPackToml)}, {"a.tz", std::string(kPackText)}}};
        policy::Compiled compiled = policy::compile(std::span(&source, 1), catalog());
        for (const auto& diagnostic : compiled.diagnostics)
            EXPECT_TRUE(compiled.ok()) << diagnostic.message.en;
        CheckOptions options;
        options.as_of = *parse_date(as_of);
        options.division = kCounty;
        options.threads = 1;
        auto run = run_check(*store_, std::move(compiled.packs), options, progress_);
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

    std::unique_ptr<Store> store_;
    test::FlowClock clock_;
    test::FlowRandom random_;
    Commands commands_;
    std::optional<Registrar> registrar_;
    QuietProgress progress_;
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
