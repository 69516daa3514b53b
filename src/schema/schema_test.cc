// Tests of converting, describing and validating by field tables, over a small register of its own.
#include <gtest/gtest.h>

#include "schema/convert.h"
#include "schema/describe.h"
#include "schema/record.h"

namespace tz {
namespace {

constexpr std::string_view kSickAliases[] = {"生病"};
constexpr Choice kCauseChoices[] = {{0, "illness", "因病", kSickAliases}, {1, "school", "因学"}};
constexpr CodeList kCauses{"cause", "致贫原因", kCauseChoices};

constexpr std::string_view kKey[] = {"number"};
constexpr Field kFields[] = {
    text("number", "户编号").required().range(2, 20),
    division("division", "行政村").required().scope(),
    number("land", "耕地面积", "亩", "mu", 2).range(0, 100000),
    money("income", "年收入"),
    boolean("safe_water", "饮水安全"),
    date("born", "出生日期"),
    month("identified", "识别时间"),
    choice("main_cause", "主要致贫原因", kCauses),
    choices("causes", "致贫原因", kCauses),
    reference("parent", "所属户", "plot").many("parts"),
};
constexpr Entity kPlot{"plot", "地块", kFields, kKey};
constexpr const Entity* kAll[] = {&kPlot};

struct CellCase {
    std::string_view field{};
    std::string_view cell{};
    std::string_view shown{};  // label form; "!" when it must be refused
    std::string_view machine{};
};

constexpr CellCase kCells[] = {
    {"land", "3.5", "3.5", "3.5"},
    {"land", " ３．５亩 ", "3.5", "3.5"},
    {"land", "1,234.00", "1234", "1234"},
    {"land", "3.555", "!", ""},
    {"land", "约3亩", "!", ""},
    {"income", "12,345.60元", "12345.60", "12345.60"},
    {"income", "1.2万元", "12000", "12000"},
    {"income", "很多", "!", ""},
    {"safe_water", "是", "是", "true"},
    {"safe_water", "无", "否", "false"},
    {"safe_water", "大概", "!", ""},
    {"born", "20120229", "2012-02-29", "2012-02-29"},
    {"born", "20110229", "!", ""},
    {"identified", "2023年5月", "2023-05", "2023-05"},
    {"identified", "202313", "!", ""},
    {"main_cause", "生病", "因病", "illness"},
    {"main_cause", "因穷", "!", ""},
    {"causes", "因病，因学", "因病,因学", "illness,school"},
    {"causes", "因病,因穷", "!", ""},
    {"division", "4304", "430400000000", "430400000000"},
    {"division", "43041", "!", ""},
    {"land", "   ", "", ""},
};

TEST(Convert, CellsOfOffices) {
    for (const CellCase& c : kCells) {
        const Field& field = *kPlot.find(c.field);
        const auto value = parse_value(field, c.cell);
        if (c.shown == "!") {
            ASSERT_FALSE(value) << c.field << " " << c.cell;
            EXPECT_NE(value.error().text.zh.find(field.label), std::string::npos);
            EXPECT_EQ(value.error().field, c.field);
            continue;
        }
        ASSERT_TRUE(value) << value.error().text.zh;
        EXPECT_EQ(show_value(field, *value), c.shown) << c.cell;
        EXPECT_EQ(machine_value(field, *value), c.machine) << c.cell;
        EXPECT_EQ(*parse_value(field, machine_value(field, *value)), *value) << c.cell;
    }
}

TEST(Convert, EmptyIsUnknown) { EXPECT_FALSE(is_known(*parse_value(kFields[2], "　"))); }

Row plot_row() {
    Row row(std::size(kFields));
    row[at(kPlot, "number")] = std::string("4304240001");
    row[at(kPlot, "division")] = std::int64_t{430424001001};
    return row;
}

TEST(Validate, SaysAllProblemsAtOnce) {
    EXPECT_TRUE(validate(kPlot, plot_row()).empty());
    Row row = plot_row();
    row[at(kPlot, "number")] = Value{};
    row[at(kPlot, "land")] = std::int64_t{-1};
    row[at(kPlot, "main_cause")] = std::int64_t{9};
    row[at(kPlot, "causes")] = std::int64_t{1 << 5};
    row[at(kPlot, "born")] = std::string("yesterday");
    EXPECT_EQ(validate(kPlot, row).size(), 5u);
}

TEST(Record, NaturalIdIsTheSameForTheSameKey) {
    Row row = plot_row();
    EXPECT_EQ(natural_id(kPlot, row), natural_id(kPlot, plot_row()));
    row[at(kPlot, "number")] = std::string("4304240002");
    EXPECT_NE(natural_id(kPlot, row), natural_id(kPlot, plot_row()));
    row[at(kPlot, "number")] = Value{};
    EXPECT_TRUE(natural_id(kPlot, row).is_null());
}

TEST(Record, UnreadTextIsKeptByField) {
    Record record;
    record.values = plot_row();
    set_unread(record, "land", "约3亩\n多");
    set_unread(record, "born", "不详");
    EXPECT_EQ(unread_text(record, "land"), "约3亩 多");
    set_unread(record, "land", "四亩");
    EXPECT_EQ(unread_text(record, "land"), "四亩");
    clear_unread(record, "land");
    EXPECT_EQ(unread_text(record, "land"), "");
    EXPECT_EQ(unread_text(record, "born"), "不详");
}

TEST(Record, EncodingTellsRowsApart) {
    Record a;
    a.values = plot_row();
    Record b = a;
    EXPECT_EQ(encode_values(kPlot, a), encode_values(kPlot, b));
    b.values[at(kPlot, "safe_water")] = false;
    EXPECT_NE(encode_values(kPlot, a), encode_values(kPlot, b));
    b = a;
    b.retired = true;
    EXPECT_NE(encode_values(kPlot, a), encode_values(kPlot, b));
}

TEST(Entity, InverseRelation) {
    const Relation parts = find_inverse(kAll, kPlot, "parts");
    EXPECT_EQ(parts.entity, &kPlot);
    EXPECT_EQ(parts.field, at(kPlot, "parent"));
    EXPECT_EQ(find_inverse(kAll, kPlot, "pieces").entity, nullptr);
}

TEST(Describe, TablesJsonAndTypes) {
    const auto statements = create_statements(kPlot, true);
    EXPECT_EQ(statements.size(), 4u);  // table, history, two indexes
    EXPECT_NE(statements[0].find("\"land\" INTEGER"), std::string::npos);
    EXPECT_NE(statements[0].find("STRICT"), std::string::npos);
    EXPECT_NE(describe_json(kAll).find("\"unit\":\"mu\""), std::string::npos);
    EXPECT_NE(describe_typescript(kAll).find("safe_water?: boolean"), std::string::npos);
    EXPECT_NE(describe_json(kAll).find("\"inverse\":\"parts\""), std::string::npos);
    EXPECT_NE(describe_mermaid(kAll).find("plot |o--o{ plot : parent\n"), std::string::npos);
}

}  // namespace
}  // namespace tz
