// Two packs over one small register: who changes verdict, and by what; and the pages of clauses.
#include "app/policy_run/pack_diff.h"

#include <gtest/gtest.h>

#include "app/policy_run/clauses_of.h"
#include "app/policy_run/coverage_report.h"
#include "app/small_office_test.h"
#include "domain/household/household.h"

namespace tz {
namespace {

constexpr std::int64_t kTenth = 10;  // litres are kept with one decimal

std::string pack_text(std::string_view limit, std::string_view when) {
    return std::string(
               "parameter limit \"供水下限\" : number L/person/day\n"
               "  | division | from       | to | value | source        |\n"
               "  | 4304     | 2020-01-01 |    | ") +
           std::string(limit) +
           " L/person/day | law @ \"一(一)#1\" |\n"
           "require water \"供水量\"\n  from law @ \"一(一)#1\"\n  on household\n" +
           std::string(when) +
           "  that water_litres_per_person >= limit\n"
           "  else problem water \"供水不足\" owner water_bureau within 30 days\n"
           "case water\n  | water_litres_per_person | has_electricity | expect  |\n"
           "  | 50                      | true            | holds   |\n"
           "  | 10                      | true            | fails   |\n"
           "context law @ \"二\" because \"只是号召\"\n";
}

constexpr std::string_view kDocument =
    "一、任务\n(一)供水。人均每天不低于35升。水质要好。\n二、要求\n高度重视。\n";

class PackDiffTest : public ::testing::Test, protected test::SmallOffice {
  protected:
    PackDiffTest() {
        rich_ = household("4304240001", kTenth * 50, true);
        middle_ = household("4304240002", kTenth * 35, true);
        dark_ = household("4304240003", kTenth * 20, false);
        open_ = household("4304240004", Value{}, true);
    }

    Id household(const char* number, Value litres, bool has_electricity) {
        return put(kHousehold, {{"division", kVillage},
                                {"number", std::string(number)},
                                {"head_name", std::string("周建国")},
                                {"has_electricity", has_electricity},
                                {"water_litres_per_person", std::move(litres)}})
            .record;
    }

    std::unique_ptr<CheckRun> run(const std::string& text) {
        auto out =
            run_check(*store_, with_holds(compiled(text)), options_of("2023-12-18"), progress_);
        EXPECT_TRUE(out);
        return std::move(*out);
    }
    std::vector<RuleDifference> compare(const std::string& a, const std::string& b) {
        return compare_runs(*run(a), *run(b), Language::kEnglish);
    }
    static policy::Verdict after(const RuleDifference& difference, Id record) {
        for (const VerdictMove& move : difference.moves)
            if (move.record == record) return move.after;
        ADD_FAILURE() << "the record does not move";
        return policy::Verdict::kHolds;
    }

    Id rich_{}, middle_{}, dark_{}, open_{};
};

TEST_F(PackDiffTest, ThePackItselfDoesNotDiffer) {
    EXPECT_TRUE(compare(pack_text("35", ""), pack_text("35", "")).empty());
}

TEST_F(PackDiffTest, AParameterMovesThoseBetween) {
    const auto found = compare(pack_text("35", ""), pack_text("40", ""));
    ASSERT_EQ(found.size(), 1u);
    ASSERT_EQ(found[0].moves.size(), 1u) << "rich and dark keep their verdict";
    EXPECT_EQ(found[0].moves[0].record, middle_);
    EXPECT_EQ(found[0].moves[0].before, policy::Verdict::kHolds);
    EXPECT_EQ(found[0].moves[0].after, policy::Verdict::kFails);
    ASSERT_EQ(found[0].first_says.size(), 1u);
    EXPECT_NE(found[0].first_says[0].find("= 35"), std::string::npos) << found[0].first_says[0];
    const std::string text = difference_text(found, Language::kEnglish, 0);
    EXPECT_NE(text.find("holds → fails: 1"), std::string::npos) << text;
    EXPECT_NE(difference_json(found).find("\"after\":\"fails\""), std::string::npos);
}

TEST_F(PackDiffTest, AConditionTakesRecordsOut) {
    const auto found = compare(pack_text("35", ""), pack_text("35", "  when has_electricity\n"));
    ASSERT_EQ(found.size(), 1u);
    ASSERT_EQ(found[0].moves.size(), 1u);
    EXPECT_EQ(after(found[0], dark_), policy::Verdict::kNotApplicable);
}

TEST_F(PackDiffTest, ARuleThatIsGoneMovesAllItJudged) {
    const auto found = compare(pack_text("35", ""), "context law @ \"一\" because \"无\"\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].in_second);
    EXPECT_EQ(found[0].moves.size(), 4u);
    EXPECT_EQ(after(found[0], open_), policy::Verdict::kNotApplicable);
    EXPECT_EQ(after(found[0], rich_), policy::Verdict::kNotApplicable);
}

class ClausePagesTest : public PackDiffTest {
  protected:
    ClausePagesTest()
        : packs_(compiled(pack_text("35", ""))), outline_(policy::read_outline(kDocument)) {
        const policy::PackSource one = pack(pack_text("35", ""));
        declared_ = policy::declared_addresses({&one, 1});
    }
    policy::CompiledPacks packs_;
    policy::Outline outline_;
    std::vector<policy::Declared> declared_{};
};

TEST_F(ClausePagesTest, ADocumentWithItsRulesAndCounts) {
    const policy::Coverage coverage = policy::cover(outline_, declared_, "law");
    const auto judged = run(pack_text("35", ""));
    const ClauseSource from{&packs_, declared_, "law", &outline_, counts_of(*judged)};
    const document::ClausePage page = coverage_page(from, coverage);
    ASSERT_EQ(page.clauses.size(), outline_.sentences.size());
    const document::Clause& asked = page.clauses[2];
    EXPECT_EQ(asked.address, "一(一)#1");
    EXPECT_EQ(asked.state, document::ClauseState::kImplemented);
    ASSERT_EQ(asked.notes.size(), 2u) << "the parameter and the rule";
    ASSERT_TRUE(asked.notes[1].counts);
    EXPECT_EQ(asked.notes[1].counts->holds, 2);
    EXPECT_EQ(asked.notes[1].counts->fails, 1);
    EXPECT_EQ(asked.notes[1].counts->unknown, 1);
    EXPECT_EQ(page.clauses[3].state, document::ClauseState::kUncovered);
    EXPECT_EQ(page.clauses[5].state, document::ClauseState::kContext);
    const std::string json = coverage_json(outline_, coverage, Language::kEnglish);
    EXPECT_NE(json.find("\"sentences\":3,\"implemented\":1,\"context\":1"), std::string::npos)
        << json;
    EXPECT_NE(json.find("\"address\":\"一(一)\",\"sentence_no\":2"), std::string::npos) << json;
}

TEST_F(ClausePagesTest, APackInTheOrderOfItsDocument) {
    const ClauseSource from{&packs_, declared_, "law", &outline_, {}};
    const document::ClausePage page = pack_page(from);
    ASSERT_EQ(page.clauses.size(), 2u);
    EXPECT_EQ(page.clauses[0].text, "人均每天不低于35升。");
    ASSERT_EQ(page.clauses[0].notes.size(), 2u);
    ASSERT_EQ(page.clauses[0].notes[1].tables.size(), 1u) << "its cases";
    EXPECT_EQ(page.clauses[0].notes[1].tables[0].rows[0].back(), "holds");
    EXPECT_EQ(page.clauses[1].notes[0].text[0], "只是号召");
}

TEST_F(ClausePagesTest, ADefineIsReadByWhatItIsMadeOf) {
    const std::string text = pack_text("35", "") +
                             "define wet \"水够\" from law @ \"二\" on household"
                             " = water_litres_per_person >= 35 L/person/day\n";
    const policy::PackSource one = pack(text);
    const policy::CompiledPacks packs = compiled(text);
    const std::vector<policy::Declared> declared = policy::declared_addresses({&one, 1});
    const ClauseSource from{&packs, declared, "law", &outline_, {}};
    const document::ClausePage page = pack_page(from);
    std::string all;
    for (const document::Clause& clause : page.clauses)
        for (const document::ClauseNote& note : clause.notes)
            all += note.title + "：" + join(note.text, "|") + "\n";
    EXPECT_NE(all.find("水够：人均日用水量不低于35升/人/日\n"), all.npos) << all;
    EXPECT_NE(all.find("|参数“供水下限”：35升/人/日（4304，2020-01-01起）。"), all.npos) << all;
}

TEST_F(ClausePagesTest, UnmatchedSentencesGetALineToFillIn) {
    EXPECT_EQ(unmatched_text(outline_, policy::cover(outline_, declared_, "law"), "law"),
              "context law @ \"一(一)#2\" because \"\"\n");
}

}  // namespace
}  // namespace tz
