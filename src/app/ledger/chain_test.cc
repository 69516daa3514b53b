// Chains of a pack in the command path: who is asked to sign which record, and what comes of a
// signature that is late.
#include <gtest/gtest.h>

#include "app/ledger/problem_fields.h"
#include "app/ledger/reconcile.h"
#include "app/small_office_test.h"
#include "domain/ledger/ledger_file.h"

namespace tz {
namespace {

constexpr std::string_view kPackText = R"(
codes shared_levels "要乡镇签的" of responsibility_levels = {township, county}
parameter long_ledger "要县签的条数" : number
  | division | from       | to | value | source    |
  | 4304     | 2020-01-01 |    | 10    | law @ "1" |
define is_long "条数多" on ledger_file = row_count >= long_ledger
chain signatures "逐级签字"
  from law @ "1"
  on ledger_file before confirm
  when not known department
  else problem ledger "逾期未签字" owner leading_group_office within 3 days
  | order | role     | title    | when                   | within |
  | 1     | helper   | "帮扶人" |                        | 3 days |
  | 2     | township | "乡镇"   | level in shared_levels | 2 days |
  | 3     | county   | "县"     | is_long                |        |
  voided by change
)";
constexpr policy::WorkStep kSteps[] = {
    {"ledger_file.confirm", "state", "signing", "sent_to_sign_on"}};

class ChainTest : public ::testing::Test, protected test::SmallOffice {
  protected:
    ChainTest() {
        add_signing_commands(commands_);
        set_day("2020-03-01");
    }

    void set_day(const char* day) { clock_.set(*parse_date(day)); }

    static policy::CompiledPacks packs() { return compiled(kPackText, {{}, {}, {}, kSteps}); }

    // A ledger sent to be signed today; `more` are fields with their values.
    Id ledger(const char* name, std::initializer_list<std::pair<const char*, Value>> more) {
        Envelope envelope;
        envelope.command = "ledger_file.put";
        envelope.patch = {{at(kLedgerFile, "division"), kVillage},
                          {at(kLedgerFile, "name"), std::string(name)}};
        for (const auto& [field, value] : more)
            envelope.patch.push_back({kLedgerFile.index(field), value});
        const auto put = registrar_->execute(session_, envelope);
        EXPECT_TRUE(put) << put.error().text.en;
        EXPECT_TRUE(step("ledger_file.send_to_sign", put->record));
        return put->record;
    }
    Status step(const char* command, Id record) {
        Envelope envelope;
        envelope.command = command;
        envelope.record = record;
        const auto done = registrar_->execute(session_, envelope);
        return done ? ok() : Status(done.error());
    }
    std::string sign_as(Id record, const char* role) {
        const auto done =
            sign(*registrar_, *store_, session_, {&kLedgerFile, record, role, "张三", {}});
        return done ? join(done->waiting, " ") : "refused: " + done.error().text.en;
    }
    ReconcileReport check(const char* as_of) {
        set_day(as_of);
        const auto run = run_check(*store_, packs(), options_of(as_of), progress_);
        EXPECT_TRUE(run) << run.error().text.en;
        const auto report = reconcile(*registrar_, *store_, session_, **run, progress_);
        EXPECT_TRUE(report) << report.error().text.en;
        return report ? *report : ReconcileReport{};
    }
    Record item(const char* rule, Id record) {
        const auto transaction = store_->begin(Access::kRead);
        const auto found = (*transaction)->get(kProblem, problem_id(rule, record), session_.scope);
        EXPECT_TRUE(found && *found) << rule;
        return found && *found ? **found : Record{};
    }

    Session session_{"李四", Role::kCounty, Scope::of({430400000000})};
};

Value level(const char* name) { return std::int64_t{kResponsibilityLevels.by_name(name)->code}; }

TEST_F(ChainTest, OnlyThoseAreAskedWhomTheRecordNeeds) {
    ASSERT_TRUE(enforce_chains(*registrar_, *store_, session_, packs()));
    const Id village = ledger("村台账", {{"level", level("village")}, {"row_count", 9}});
    const Id township = ledger("镇台账", {{"level", level("township")}, {"row_count", 9}});
    const Id longer = ledger("长台账", {{"level", level("village")}, {"row_count", 10}});
    const Id unknown = ledger("不明台账", {});
    const Id department =
        ledger("部门台账", {{"department", std::int64_t{kDepartmentChoices[0].code}}});
    EXPECT_EQ(sign_as(village, "township"), "refused: no chain in force asks township to sign");
    EXPECT_FALSE(step("ledger_file.confirm", village));
    EXPECT_EQ(sign_as(village, "helper"), "");
    EXPECT_TRUE(step("ledger_file.confirm", village));
    EXPECT_EQ(sign_as(township, "helper"), "乡镇");
    EXPECT_FALSE(step("ledger_file.confirm", township));
    EXPECT_EQ(sign_as(township, "township"), "");
    EXPECT_TRUE(step("ledger_file.confirm", township));
    EXPECT_EQ(sign_as(longer, "helper"), "县");
    EXPECT_EQ(sign_as(unknown, "helper"), "乡镇 县") << "what is not known is asked for";
    EXPECT_TRUE(step("ledger_file.confirm", department)) << "the chain is not for departments";
}

TEST_F(ChainTest, ALateSignatureIsAnItemUntilItIsGiven) {
    const policy::CompiledPacks said = packs();
    ASSERT_TRUE(enforce_chains(*registrar_, *store_, session_, said));
    const Id record = ledger("镇台账", {{"level", level("township")}, {"row_count", 9}});
    EXPECT_EQ(check("2020-03-04").opened, 0) << "the third day";
    EXPECT_EQ(check("2020-03-05").opened, 1);
    const Record late = item("signatures_helper_in_time", record);
    using namespace problem_field;
    EXPECT_EQ(show_value(kProblem.fields[kOwner], late.values[kOwner]),
              kDepartments.by_name("leading_group_office")->label);
    EXPECT_EQ(show_value(kProblem.fields[kDue], late.values[kDue]), "2020-03-08");
    EXPECT_EQ(as_text(late.values[kDescription]), "帮扶人：逾期未签字");
    EXPECT_EQ(sign_as(record, "helper"), "乡镇");
    EXPECT_EQ(check("2020-03-06").held, 1);
    EXPECT_EQ(check("2020-03-07").opened, 0) << "two days from the signature below";
    EXPECT_EQ(check("2020-03-08").opened, 1);
    EXPECT_EQ(as_text(item("signatures_township_in_time", record).values[kDescription]),
              "乡镇：逾期未签字");
}

TEST_F(ChainTest, AVoidSignatureIsWaitedForAgain) {
    ASSERT_TRUE(enforce_chains(*registrar_, *store_, session_, packs()));
    const Id record = ledger("村台账", {{"level", level("village")}, {"row_count", 9}});
    EXPECT_EQ(sign_as(record, "helper"), "");
    EXPECT_EQ(check("2020-03-05").opened, 0);
    Envelope envelope;
    envelope.command = "ledger_file.put";
    envelope.record = record;
    envelope.patch = {{at(kLedgerFile, "row_count"), std::int64_t{8}}};
    ASSERT_TRUE(registrar_->execute(session_, envelope));
    EXPECT_EQ(void_changed(*registrar_, *store_, session_).value(), 1);
    EXPECT_EQ(check("2020-03-06").opened, 1);
    EXPECT_FALSE(step("ledger_file.confirm", record));
}

}  // namespace
}  // namespace tz
