// What the writer writes, read back by the reader; the rest of a sheet's dress in its XML.
#include "sheet/writer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/date.h"
#include "sheet/test_files.h"
#include "sheet/zip_package.h"

namespace tz::sheet {
namespace {

std::string part_text(const std::string& bytes, std::string_view part) {
    auto package = ZipPackage::open(bytes, "w.xlsx", {});
    EXPECT_TRUE(package);
    auto opened = (*package)->part(part, {.bytes = 1 << 30});
    EXPECT_TRUE(opened) << part;
    std::string text;
    if (!opened) return text;
    std::string buffer(1 << 16, '\0');
    while (const auto got = (*opened)->read(buffer.data(), buffer.size())) {
        text.append(buffer, 0, static_cast<std::size_t>(got));
    }
    return text;
}

std::string date_value(int year, int month, int day) {
    return to_string(*make_date(year, month, day));
}

SheetSpec typed() {
    return {.name = "台账",
            .title = "问题台账",
            .subtitle = {"单位：元", "2024-01-05"},
            .columns = {{.title = "文字"},
                        {.title = "数", .kind = Kind::kNumber, .decimals = 2},
                        {.title = "钱", .kind = Kind::kMoney},
                        {.title = "日期", .kind = Kind::kDate},
                        {.title = "是否", .kind = Kind::kBool}}};
}

std::string write_one(const SheetSpec& spec, const std::vector<Row>& rows) {
    Writer writer;
    EXPECT_TRUE(writer.add_sheet(spec));
    for (const Row& row : rows) {
        const Status status = writer.append(row);
        EXPECT_TRUE(status) << status.error().text.en;
    }
    auto bytes = writer.finish();
    EXPECT_TRUE(bytes);
    return bytes ? *bytes : std::string();
}

TEST(SheetWriter, TypesComeBack) {
    const std::int64_t day = make_date(2023, 12, 18)->days;
    const std::int64_t old_day = make_date(1899, 1, 2)->days;
    const std::string bytes = write_one(
        typed(), {{std::string("=1+1"), std::int64_t{150}, std::int64_t{123456}, day, true},
                  {std::string("@甲"), Value(), std::int64_t{-5}, old_day, false},
                  {std::string("_"), std::string("未知"), Value(), std::int64_t{0}, Value()}});
    const Cells cells = read_all(bytes, "w.xlsx").cells;
    const Cells expected = {
        {"A1", "问题台账"},   {"A2", "单位：元"},   {"D2", "2024-01-05"},
        {"A3", "文字"},       {"B3", "数"},         {"C3", "钱"},
        {"D3", "日期"},       {"E3", "是否"},       {"A4", "=1+1"},
        {"B4", "1.5"},        {"C4", "1234.56"},    {"D4", date_value(2023, 12, 18)},
        {"E4", "是"},         {"A5", "@甲"},        {"C5", "-0.05"},
        {"D5", "1899-01-02"}, {"E5", "否"},         {"A6", "_"},
        {"B6", "未知"},       {"D6", "1970-01-01"},
    };
    EXPECT_EQ(cells, expected);
    EXPECT_EQ(part_text(bytes, "xl/worksheets/sheet1.xml").find("<f>"), std::string::npos);
}

// Any text and any amount, through the file and back.
TEST(SheetWriter, WhatIsWrittenIsRead) {
    const auto piece = rc::gen::element<std::string>("甲", "𠮷", "a", "&", "<", "\"", "\n", " ",
                                                     "=", "\x01", "]]>", "é");
    EXPECT_TRUE(rc::check([&piece] {
        const auto pieces =
            *rc::gen::resize(20, rc::gen::container<std::vector<std::vector<std::string>>>(
                                     rc::gen::container<std::vector<std::string>>(piece)));
        std::vector<Row> rows;
        Cells expected;
        for (const auto& each : pieces) {
            const std::int64_t scaled =
                *rc::gen::inRange<std::int64_t>(-99'999'999'999, 99'999'999'999);
            const std::string number = std::to_string(rows.size() + 4);
            const std::string text = join(each, "");
            rows.push_back({text, scaled, scaled});
            if (!text.empty()) expected["A" + number] = text;
            expected["B" + number] = expected["C" + number] = from_scaled(scaled, 2);
        }
        Cells cells = read_all(write_one(typed(), rows), "w.xlsx").cells;
        std::erase_if(
            cells, [](const auto& cell) { return cell.first.size() == 2 && cell.first[1] < '4'; });
        RC_ASSERT(cells == expected);
    }));
}

TEST(SheetWriter, LargeWholeNumbersKeepTheirDigits) {
    SheetSpec spec{.name = "n", .columns = {{.title = "号", .kind = Kind::kNumber}}};
    const std::string bytes = write_one(spec, {{std::int64_t{430524197001010123}}});
    EXPECT_EQ(read_all(bytes, "w.xlsx").cells.at("A2"), "430524197001010123");
}

TEST(SheetWriter, GroupsAreMergedOverTheirColumns) {
    SheetSpec spec{
        .name = "组",
        .title = "标题",
        .columns = {{.title = "村"}, {.title = "姓名"}, {.title = "证件"}, {.title = "备注"}},
        .groups = {{.title = "户主", .first = 1, .count = 2}}};
    const std::string bytes = write_one(spec, {{std::string("甲村")}});
    auto reader = open(bytes, "w.xlsx");
    ASSERT_TRUE(reader);
    const Cells expected = {{"A1", "标题"}, {"A2", "村"},   {"B2", "户主"}, {"D2", "备注"},
                            {"B3", "姓名"}, {"C3", "证件"}, {"A4", "甲村"}};
    EXPECT_EQ(read_sheet(**reader).cells, expected);
    const std::vector<Merge> merges = {{1, 1, 0, 3}, {2, 2, 1, 2}, {2, 3, 0, 0}, {2, 3, 3, 3}};
    EXPECT_EQ(*(*reader)->merges(0), merges);

    spec.look = Look::kPlain;
    const std::string plain = write_one(spec, {{std::string("甲村"), std::int64_t{5}}});
    auto again = open(plain, "w.xlsx");
    const Cells as_exported = {{"A1", "标题"}, {"B2", "户主"}, {"A3", "村"},   {"B3", "姓名"},
                               {"C3", "证件"}, {"D3", "备注"}, {"A4", "甲村"}, {"B4", "5"}};
    EXPECT_EQ(read_sheet(**again).cells, as_exported);
    EXPECT_EQ((*again)->merges(0)->size(), 2u);
}

TEST(SheetWriter, Dress) {
    SheetSpec spec = typed();
    spec.protect = spec.filter = true;
    spec.frozen_columns = 2;
    spec.blank_rows = 3;
    spec.footer = "甲 & 乙";
    spec.columns[0].locked = false;
    spec.columns[0].choices = {"脱贫户", "一般户"};
    spec.columns[0].comment = "照选项填";
    for (int i = 0; i < 90; ++i) spec.columns[1].choices.push_back(fmt::format("村{}", i));
    spec.columns[1].hidden = true;
    spec.columns[4].locked = false;
    const std::string bytes = write_one(spec, {{std::string("脱贫户")}});
    const std::string xml = part_text(bytes, "xl/worksheets/sheet1.xml");
    for (const char* wanted :
         {"<sheetProtection sheet=\"1\"", "formatColumns=\"0\"", "autoFilter=\"0\"",
          "paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\"",
          "<autoFilter ref=\"A3:E7\"", "hidden=\"1\"", "<pane xSplit=\"2\" ySplit=\"3\"",
          "第 &amp;P 页，共 &amp;N 页", "&amp;L甲 &amp;&amp; 乙", "sqref=\"A4:A7\"",
          "\"脱贫户,一般户\"", "选项!$A$1:$A$90", "\"是,否\""}) {
        EXPECT_NE(xml.find(wanted), std::string::npos) << wanted << "\n" << xml.substr(0, 1500);
    }
    EXPECT_NE(part_text(bytes, "xl/workbook.xml").find("_xlnm.Print_Titles"), std::string::npos);
    EXPECT_NE(part_text(bytes, "xl/comments1.xml").find("照选项填"), std::string::npos);
    auto reader = open(bytes, "w.xlsx");
    ASSERT_EQ((*reader)->sheets().size(), 2u);
    EXPECT_TRUE((*reader)->sheets()[1].hidden);
    EXPECT_EQ(read_sheet(**reader, 1).cells.at("A90"), "村89");
    const std::string styles = part_text(bytes, "xl/styles.xml");
    for (const char* wanted : {"宋体", "仿宋", "yyyy\\-mm\\-dd", "#,##0.00", "locked=\"0\""}) {
        EXPECT_NE(styles.find(wanted), std::string::npos) << wanted;
    }
}

TEST(SheetWriter, NamesAreCleanedAndUnique) {
    Writer writer;
    SheetSpec spec{.columns = {{.title = "列"}}};
    const std::string longest(60, 'x');
    for (const char* name : {"a/b[1]", "a:b?1*", "", longest.c_str(), longest.c_str(), "选项"}) {
        spec.name = name;
        ASSERT_TRUE(writer.add_sheet(spec)) << name;
    }
    const std::string bytes = *writer.finish();
    auto reader = open(bytes, "w.xlsx");
    std::vector<std::string> names;
    for (const SheetInfo& info : (*reader)->sheets()) names.push_back(info.name);
    const std::vector<std::string> expected = {
        "a_b_1_", "a_b_1_(2)", "Sheet", longest.substr(0, 31), longest.substr(0, 28) + "(2)",
        "选项(2)"};
    EXPECT_EQ(names, expected);
}

TEST(SheetWriter, WhatCannotBeWrittenIsSaid) {
    Writer writer;
    EXPECT_FALSE(Writer().finish());
    ASSERT_TRUE(writer.add_sheet(typed()));
    const Row long_text = {std::string(40'000, 'x')};
    const Status too_long = writer.append(long_text);
    ASSERT_FALSE(too_long);
    EXPECT_NE(too_long.error().text.en.find("row 4, column A"), std::string::npos);
    const Row no_text = {std::string("\xFF")};
    EXPECT_FALSE(writer.append(no_text));
    EXPECT_FALSE(writer.append(Row(6)));
}

}  // namespace
}  // namespace tz::sheet
