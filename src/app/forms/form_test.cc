// A form of a shipped pack on its way: printed, filled in, imported, judged.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "app/forms/form_sheet.h"
#include "app/import/desk_test.h"
#include "domain/household/household.h"
#include "domain/person/person.h"
#include "domain/survey/survey.h"
#include "policy/compile.h"
#include "port/quiet_progress.h"
#include "sheet/reader.h"
#include "sheet/writer.h"
#include "store/sqlite/sqlite_store.h"
#include "store/test_folder.h"

namespace tz {
namespace {

namespace fs = std::filesystem;
using Cells = std::vector<std::string>;
using Rows = std::vector<Cells>;

constexpr std::size_t kTitle = form_column("调查项目"), kNumber = form_column("户编号"),
                      kAnswer = form_column("回答内容"), kDay = form_column("核查日期"),
                      kNow = form_column("现值");

constexpr std::string_view kDivisions =
    "区划代码,区划名称,上级区划,级别\n"
    "430499000000,青禾县,430400000000,县级\n"
    "430499100000,吴集镇,430499000000,乡级\n"
    "430499100201,大坪村,430499100000,村级\n";
// The first has been lifted out, the second was never poor, the third is still poor.
constexpr std::string_view kHouseholds =
    "县,乡镇,村,户编号,户主姓名,户类型,脱贫属性,是否危房户\n"
    "青禾县,吴集镇,大坪村,4304990001,周建国,脱贫户,已脱贫,否\n"
    "青禾县,吴集镇,大坪村,4304990002,王五,一般农户,,否\n"
    "青禾县,吴集镇,大坪村,4304990003,李四,建档立卡户,未脱贫,\n";
constexpr std::string_view kPersons =
    "县,乡镇,村,户编号,姓名,证件号码,与户主关系\n"
    "青禾县,吴集镇,大坪村,4304990001,周建国,430499197001010014,户主\n";

// Kinds of answers and a field that is judged, beside the shipped form.
constexpr std::string_view kWaterForm = R"(
form water_check "用水小表" from hengyang_2020 @ "三(二)第一阶段/3#1" on household
  when registered_poor
  section use "用水"
  | question                  | ask when | answer                                                | field                   | problem |
  | dangerous "住的是危房吗"  |          | yes_no                                                | dangerous_dwelling      | yes: housing "住着危房" owner housing_bureau within 30 days |
  | litres "每人每天用多少水" |          | number L/person/day                                   | water_litres_per_person |         |
  | earning "收入靠什么"      |          | choices {farming "种养", wages "务工", none "没有来源"} |                         | none: income "没有来源" owner rural_office within 30 days |
  | since "哪天通的水"        |          | date                                                  |                         |         |
)";

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

Result<policy::CompiledPacks> hengyang() {
    std::vector<policy::PackSource> sources;
    for (const char* name : {"national/base", "hunan/hengyang_2020"}) {
        policy::PackSource source{name, {}};
        for (const auto& file : fs::directory_iterator(fs::path(TZ_DATA_DIR) / "packs" / name))
            source.files.push_back({file.path().filename().string(), read_file(file.path())});
        std::ranges::sort(source.files);
        sources.push_back(std::move(source));
    }
    sources.back().files.push_back({"water.test.tz", std::string(kWaterForm)});
    policy::Compiled compiled = policy::compile(sources, catalog());
    EXPECT_TRUE(compiled.ok());
    return std::move(compiled.packs);
}

Rows rows_of(const std::string& workbook) {
    Rows rows;
    const auto reader = sheet::open(workbook, "表.xlsx");
    EXPECT_TRUE(reader);
    EXPECT_TRUE((*reader)->read(0, [&](const sheet::RowView& row) {
        Cells cells;
        for (std::size_t i = 0; i < std::size(kFormColumns); ++i) cells.emplace_back(row.at(i));
        if (!rows.empty() || cells[0] == kFormColumns[0]) rows.push_back(std::move(cells));
        return true;
    }));
    return rows;
}

// What a clerk who saves the sheet again sends back: row 1 is the header.
std::string saved(const Rows& rows) {
    sheet::SheetSpec spec;
    spec.name = "大坪村";
    spec.look = sheet::Look::kPlain;
    for (const std::string& title : rows[0]) spec.columns.push_back({.title = title});
    sheet::Writer writer;
    EXPECT_TRUE(writer.add_sheet(spec));
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::vector<std::string_view> cells(rows[i].begin(), rows[i].end());
        EXPECT_TRUE(writer.append_text(cells));
    }
    const auto bytes = writer.finish();
    EXPECT_TRUE(bytes);
    return *bytes;
}

Cells& row_of(Rows& rows, std::string_view household, std::string_view question) {
    const auto found = std::ranges::find_if(rows, [&](const Cells& row) {
        return row[kNumber] == household && row[kTitle] == question;
    });
    EXPECT_NE(found, rows.end()) << household << question;
    return *found;
}

class FormTest : public ::testing::TestWithParam<bool> {
  protected:
    FormTest() : folder_("form"), desk_(engine()) {
        options_.apply = true;
        options_.default_division = Division{430499000000};
        options_.packs = [](const std::string& name) -> Result<policy::CompiledPacks> {
            EXPECT_EQ(name, "hunan/hengyang_2020");
            return hengyang();
        };
        desk_.import_divisions(kDivisions);
        desk_.import("户.csv", kHouseholds, options_);
        desk_.import("人.csv", kPersons, options_);
    }
    std::unique_ptr<Store> engine() {
        if (!GetParam()) return make_memory_store();
        auto store = open_sqlite(folder_.file("form.db"));
        EXPECT_TRUE(store);
        return std::move(*store);
    }
    std::string printed(std::string_view name = "household_check") {
        const auto packs = hengyang();
        const policy::Form* form = find_form(*packs, name);
        EXPECT_NE(form, nullptr);
        FormSheetOptions wishes;
        wishes.check.as_of = *parse_date("2024-01-15");
        wishes.check.division = Division{430499000000};
        const auto sheets = form_workbook(*desk_.store, *packs, *form, wishes, progress_);
        EXPECT_TRUE(sheets) << sheets.error().text.zh;
        EXPECT_EQ(sheets->records, 2);
        return sheets->bytes;
    }
    // Rules of the form that fail, with the household number or name of the record.
    std::set<std::string> findings() {
        auto packs = hengyang();
        CheckOptions check;
        check.as_of = *parse_date("2024-01-15");
        check.division = Division{430499000000};
        const auto run = run_check(*desk_.store, std::move(*packs), check, progress_);
        EXPECT_TRUE(run);
        std::set<std::string> out;
        (*run)->for_each(policy::Verdict::kFails, [&](const Finding& finding) {
            const std::string& name = (*run)->packs().rules[finding.rule].name;
            for (const std::string_view form : {"household_check_", "water_check_"})
                if (name.starts_with(form)) out.insert(name.substr(form.size()));
        });
        return out;
    }
    Value household(std::string_view number, std::string_view field) {
        for (const Record& record : desk_.all(kHousehold))
            if (text_or_empty(record.values[at(kHousehold, "number")]) == number)
                return record.values[kHousehold.index(field)];
        return {};
    }

    test::Folder folder_;
    test::Desk desk_;
    ImportOptions options_;
    QuietProgress progress_;
};

TEST_P(FormTest, AsksWhatAppliesOfWhomItAppliesTo) {
    const Rows rows = rows_of(printed());
    const auto count = [&](std::string_view household, std::string_view question) {
        return std::ranges::count_if(rows, [&](const Cells& row) {
            return row[kNumber] == household && row[kTitle] == question;
        });
    };
    EXPECT_EQ(count("4304990001", "水质好吗"), 1);
    EXPECT_EQ(count("4304990003", "水质好吗"), 1);
    EXPECT_EQ(count("4304990002", "水质好吗"), 0) << "never poor";
    EXPECT_EQ(count("4304990001", "脱贫是谁签的字"), 1);
    EXPECT_EQ(count("4304990003", "脱贫是谁签的字"), 0) << "not lifted out";
    EXPECT_EQ(count("4304990001", "这个人平时在家住吗"), 1) << "of its member";
    EXPECT_EQ(count("4304990003", "这个人平时在家住吗"), 0) << "nobody is there";
    std::set<std::string> headings;
    for (const Cells& row : rows) headings.insert(row[form_column("调查大项")].substr(0, 6));
    EXPECT_EQ(headings.size(), 18u + 1u) << "and the title of the column";
}

TEST_P(FormTest, AnUnchangedSheetChangesNothing) {
    const std::string before = desk_.audit_heads();
    const ImportReport report = desk_.import("表.xlsx", printed(), options_);
    EXPECT_EQ(report.sheets[0].layout, "form_sheet");
    EXPECT_EQ(report.total().added + report.total().changed + report.refusals, 0);
    EXPECT_EQ(desk_.audit_heads(), before);
    EXPECT_EQ(desk_.all(kSurveyAnswer).size(), 0u);
    EXPECT_TRUE(findings().empty());
}

TEST_P(FormTest, WhatIsFilledInIsKeptAndJudged) {
    Rows rows = rows_of(printed());
    row_of(rows, "4304990001", "吃有没有保障")[kAnswer] = "否";
    row_of(rows, "4304990001", "家里干净整洁吗")[kAnswer] = "否";
    row_of(rows, "4304990001", "水质好吗")[kAnswer] = "是";
    row_of(rows, "4304990001", "脱贫是谁签的字")[kAnswer] = "他人代签";
    row_of(rows, "4304990001", "这个人平时在家住吗")[kAnswer] = "是";
    row_of(rows, "4304990003", "有没有失学辍学的孩子")[kAnswer] = "是";
    const std::string bytes = saved(rows);

    ImportOptions dry = options_;
    dry.apply = false;
    EXPECT_EQ(desk_.import("表.xlsx", bytes, dry).total().added, 6 + 2) << "answers and sheets";
    EXPECT_EQ(desk_.all(kSurveyAnswer).size(), 0u);

    const ImportReport report = desk_.import("表.xlsx", bytes, options_);
    EXPECT_EQ(report.refusals, 0) << to_text(report, Language::kChinese);
    EXPECT_EQ(report.counts.find("survey_answer")->second.added, 6);
    EXPECT_EQ(report.counts.find("household")->second.changed, 1);
    EXPECT_EQ(household("4304990001", "food_assured"), Value{false});
    // "done": the visit is not over before every question is answered.
    EXPECT_EQ(findings(),
              (std::set<std::string>{"clean_inside", "exit_signer", "dropout", "done"}));

    const std::string before = desk_.audit_heads();
    EXPECT_EQ(desk_.import("表.xlsx", bytes, options_).total().changed, 0) << "sent twice";
    EXPECT_EQ(desk_.audit_heads(), before);
}

TEST_P(FormTest, AnswersNameTheirSheet) {
    Rows rows = rows_of(printed());
    row_of(rows, "4304990001", "水质好吗")[kAnswer] = "是";
    row_of(rows, "4304990001", "这个人平时在家住吗")[kAnswer] = "是";
    row_of(rows, "4304990003", "水质好吗")[kAnswer] = "是";
    desk_.import("表.xlsx", saved(rows), options_);
    std::map<Id, std::string> sheets;
    for (const Record& sheet : desk_.all(kSurveySheet))
        sheets[sheet.id] = as_text(sheet.values[at(kSurveySheet, "household_number")]);
    std::multiset<std::string> named;
    for (const Record& answer : desk_.all(kSurveyAnswer))
        named.insert(sheets[std::get<Id>(answer.values[at(kSurveyAnswer, "sheet")])]);
    EXPECT_EQ(sheets.size(), 2u);
    EXPECT_EQ(named, (std::multiset<std::string>{"4304990001", "4304990001", "4304990003"}))
        << "a member's answer stands on the household's sheet";
}

TEST_P(FormTest, ValuesOfFieldsAreJudgedThere) {
    Rows rows = rows_of(printed("water_check"));
    EXPECT_EQ(row_of(rows, "4304990001", "住的是危房吗")[kNow], "否");
    row_of(rows, "4304990001", "住的是危房吗")[kAnswer] = "是";
    row_of(rows, "4304990001", "每人每天用多少水")[kAnswer] = "40";
    row_of(rows, "4304990001", "收入靠什么")[kAnswer] = "种养、务工";
    row_of(rows, "4304990003", "收入靠什么")[kAnswer] = "没有来源";
    row_of(rows, "4304990003", "哪天通的水")[kAnswer] = "2019年5月1日";
    const ImportReport report = desk_.import("表.xlsx", saved(rows), options_);
    EXPECT_EQ(report.refusals, 0) << to_text(report, Language::kChinese);
    EXPECT_EQ(household("4304990001", "dangerous_dwelling"), Value{true});
    EXPECT_EQ(household("4304990001", "water_litres_per_person"), Value{std::int64_t{400}});
    EXPECT_EQ(findings(), (std::set<std::string>{"dangerous", "earning"}));
    std::set<std::string> answers;
    for (const Record& record : desk_.all(kSurveyAnswer))
        answers.insert(as_text(record.values[at(kSurveyAnswer, "answer")]));
    EXPECT_EQ(answers, (std::set<std::string>{"是", "40", "种养,务工", "没有来源", "2019-05-01"}));
}

TEST_P(FormTest, WrongAnswersAreRefusedByRowAndColumn) {
    Rows rows = rows_of(printed("water_check"));
    row_of(rows, "4304990001", "住的是危房吗")[kAnswer] = "一般";
    row_of(rows, "4304990001", "每人每天用多少水")[kAnswer] = "很多";
    row_of(rows, "4304990001", "收入靠什么")[kAnswer] = "种养、彩票";
    row_of(rows, "4304990003", "住的是危房吗")[kAnswer] = "是";
    row_of(rows, "4304990003", "住的是危房吗")[kDay] = "改天";
    const ImportReport report = desk_.import("表.xlsx", saved(rows), options_);
    std::map<std::string, std::pair<std::int64_t, std::string>> refused;
    for (const ImportIssue& issue : report.issues)
        if (issue.kind == IssueKind::kRefusal) refused[issue.value] = {issue.row, issue.column};
    EXPECT_EQ(report.refusals, 4) << to_text(report, Language::kChinese);
    for (const char* wrong : {"一般", "很多", "种养、彩票", "改天"}) {
        const auto row = std::ranges::find_if(rows, [&](const Cells& cells) {
            return cells[kAnswer] == wrong || cells[kDay] == wrong;
        });
        EXPECT_EQ(refused[wrong].first, row - rows.begin() + 1) << wrong;
        EXPECT_EQ(refused[wrong].second,
                  sheet::column_name(std::string_view(wrong) == "改天" ? kDay : kAnswer));
    }
    EXPECT_EQ(desk_.all(kSurveyAnswer).size(), 0u);
    EXPECT_EQ(household("4304990003", "dangerous_dwelling"), Value{});
}

TEST_P(FormTest, AQuestionThatMayNotBeAskedIsRefused) {
    Rows rows = rows_of(printed());
    // About the one who was lifted out, put to the one who was not.
    Cells& row = row_of(rows, "4304990001", "脱贫是谁签的字");
    row[form_column("记录号")] = row_of(rows, "4304990003", "水质好吗")[form_column("记录号")];
    row[kAnswer] = "他人代签";
    const std::int64_t number = &row - rows.data() + 1;
    const ImportReport report = desk_.import("表.xlsx", saved(rows), options_);
    ASSERT_EQ(report.refusals, 1) << to_text(report, Language::kChinese);
    EXPECT_EQ(report.issues[0].row, number);
    EXPECT_EQ(report.issues[0].column, sheet::column_name(kAnswer));
    EXPECT_EQ(desk_.all(kSurveyAnswer).size(), 0u);
}

TEST_P(FormTest, WhatTheRegisterLearntSinceStays) {
    Rows rows = rows_of(printed("water_check"));
    row_of(rows, "4304990001", "住的是危房吗")[kAnswer] = "否";
    row_of(rows, "4304990001", "住的是危房吗")[kNow] = "";
    row_of(rows, "4304990003", "住的是危房吗")[kAnswer] = "是";
    row_of(rows, "4304990003", "住的是危房吗")[kNow] = "否";
    const ImportReport report = desk_.import("表.xlsx", saved(rows), options_);
    EXPECT_EQ(report.doubts, 1) << "the first says what the register says";
    EXPECT_EQ(report.refusals, 0);
    EXPECT_EQ(household("4304990003", "dangerous_dwelling"), Value{});
    EXPECT_EQ(desk_.all(kSurveyAnswer).size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(Stores, FormTest, ::testing::Bool(), [](const auto& test) {
    return test.param ? std::string("Sqlite") : std::string("Memory");
});

}  // namespace
}  // namespace tz
