// Every register comes in by its own template, and records find each other by their keys.
#include "app/import/template.h"

#include <fmt/format.h>

#include "app/import/desk_test.h"
#include "base/text.h"
#include "domain/assistance/pairing.h"
#include "domain/assistance/visit.h"
#include "domain/household/household.h"
#include "domain/layout/layout.h"
#include "domain/organisation/staff.h"
#include "sheet/reader.h"
#include "sheet/writer.h"

namespace tz {
namespace {

constexpr std::string_view kDivisions =
    "区划代码,区划名称,上级区划,级别\n"
    "430499000000,青禾县,430400000000,县级\n"
    "430499100000,吴集镇,430499000000,乡级\n"
    "430499100201,大坪村,430499100000,村级\n";

// A value that the field takes.
std::string sample(const Field& field) {
    if (field.name == "id_number") return "430499197001010014";
    switch (field.type) {
        case Type::kBool:
            return "是";
        case Type::kDate:
            return "2020-03-01";
        case Type::kMonth:
            return "2020-03";
        case Type::kNumber:
            return field.min > 1 ? std::to_string(field.min) : "1";
        case Type::kMoney:
            return "100";
        case Type::kDivision:
            return "430499100201";
        case Type::kChoice:
        case Type::kChoices:
            return std::string(field.codes->choices.front().label);
        default:
            return "甲1";
    }
}

// A workbook as an office hands it in: the template with one row filled in.
std::string filled(const Entity& entity) {
    sheet::SheetSpec spec;
    spec.name = std::string(entity.label);
    spec.title = std::string(entity.label);
    std::vector<Value> row;
    for (const Field& field : entity.fields)
        if (is_template_field(field)) {
            spec.columns.push_back({.title = std::string(field.label)});
            row.emplace_back(sample(field));
        }
    sheet::Writer writer;
    EXPECT_TRUE(writer.add_sheet(spec));
    EXPECT_TRUE(writer.append(row));
    auto bytes = writer.finish();
    EXPECT_TRUE(bytes);
    return bytes ? *bytes : std::string();
}

ImportOptions applied() {
    ImportOptions options;
    options.apply = true;
    options.default_division = Division{430499000000};
    return options;
}

TEST(Template, EveryRegisterComesInByItsTemplate) {
    for (const Layout& layout : template_layouts()) {
        const Entity& entity = *layout.feeds[0].entity;
        if (entity.name == "department") continue;  // of no area
        if (!entity.written_by.empty()) continue;   // refused: tests/import/signatures.import
        test::Desk desk;
        if (entity.name != "division") desk.import_divisions(kDivisions);
        const ImportReport report = desk.import("表.xlsx", filled(entity), applied());
        const auto count = report.counts.find(std::string(entity.name));
        ASSERT_NE(count, report.counts.end()) << entity.name << to_text(report, Language::kChinese);
        EXPECT_EQ(count->second.added, 1) << entity.name << to_text(report, Language::kChinese);
    }
}

TEST(Template, HasTheLabelsOfTheRegister) {
    const auto bytes = template_workbook(kVisit);
    ASSERT_TRUE(bytes);
    const auto reader = sheet::open(*bytes, "模板.xlsx");
    ASSERT_TRUE(reader);
    EXPECT_EQ((*reader)->sheets()[0].name, "入户走访");
}

TEST(Template, RecordsFindEachOther) {
    test::Desk desk;
    desk.import_divisions(kDivisions);
    desk.import("户.csv", "县,乡镇,村,户编号,户主姓名\n青禾县,吴集镇,大坪村,4304990001,王五\n",
                applied());
    desk.import("工作人员.csv",
                "县,姓名,工作单位,人员类别,职务\n青禾县,李四,青禾县教育局,教师,科员\n", applied());
    desk.import("结对帮扶.csv",
                "户编号,帮扶责任人,帮扶单位,结对开始日期\n"
                "4304990001,李四,青禾县教育局,2020-01-05\n",
                applied());
    const auto staff = desk.all(kStaff);
    const auto households = desk.all(kHousehold);
    const auto pairings = desk.all(kPairing);
    ASSERT_EQ(staff.size(), 1u);
    ASSERT_EQ(households.size(), 1u);
    ASSERT_EQ(pairings.size(), 1u);
    EXPECT_EQ(pairings[0].values[at(kPairing, "helper")], Value{staff[0].id});
    EXPECT_EQ(pairings[0].values[at(kPairing, "household")], Value{households[0].id});
    EXPECT_EQ(division_of(kPairing, pairings[0].values), Division{430499100201});
}

}  // namespace
}  // namespace tz
