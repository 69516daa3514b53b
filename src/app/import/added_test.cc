// Columns that a pack adds to a register: from a sheet into the records, and from there to rules.
#include <gtest/gtest.h>

#include "app/import/desk_test.h"
#include "app/import/template.h"
#include "domain/household/household.h"
#include "domain/person/person.h"
#include "policy/compile.h"
#include "policy/eval/image.h"
#include "policy/eval/run.h"
#include "policy/program/program.h"

namespace tz {
namespace {

constexpr std::string_view kDivisions =
    "代码,名称,上级代码,级别\n430499000000,青禾县,430400000000,县级\n"
    "430499100000,吴集镇,430499000000,乡级\n430499100201,大坪村,430499100000,村级\n";
constexpr const char* kToml =
    "name = \"test\"\ntitle = \"试\"\nissuer = \"试\"\ndivision = \"4304\"\nfrom = \"2020-01-01\"\n"
    "[documents.doc]\ntitle = \"文\"\ndate = \"2020-01-01\"\n";
constexpr const char* kPack =
    "field well_depth \"井深\" on household : number m\n"
    "field grade \"村评等级\" on household : choice {good \"好\", bad \"差\"}\n"
    "field seen_on \"复核日期\" on person : date\n"
    "require deep \"井要深\"\n  from doc @ \"一\"\n  on household\n  when grade = good\n"
    "  that well_depth >= 100 m and count(members where known seen_on) = 2\n"
    "  else problem water \"井浅\" owner water_bureau\n";
constexpr std::string_view kHead =
    "县,乡,村,户编号,姓名,证件号码,与户主关系,户类型,监测对象类别,健康状况,井深,村评等级,"
    "复核日期\n";

std::string row(std::string_view number, std::string_view id, std::string_view relation,
                std::string_view more) {
    return "青禾县,吴集镇,大坪村," + std::string(number) + ",人" + std::string(id.substr(10)) +
           "," + std::string(id) + "," + std::string(relation) + ",脱贫户,脱贫不稳定户,健康," +
           std::string(more) + "\n";
}

struct Added : ::testing::Test {
    Added() : compiled(compile()) {
        desk.import_divisions(kDivisions);
        options.apply = true;
        options.default_division = {430499000000};
        options.month = make_month(2023, 12);
        options.added = compiled.packs.fields;
    }
    static policy::Compiled compile() {
        const policy::PackSource source{"test", {{"pack.toml", kToml}, {"a.tz", kPack}}};
        return policy::compile({&source, 1}, catalog());
    }
    Value value(const Record& record, std::size_t field) const {
        return added_value(record, *compiled.packs.fields[field].field);
    }
    std::array<std::int64_t, 4> verdicts() {
        const policy::Program program = policy::flatten(compiled.packs);
        policy::ImageBuilder builder(catalog(), program.columns());
        for (const Entity* entity : {&kHousehold, &kPerson})
            for (const Record& record : desk.all(*entity)) builder.append(*entity, record);
        policy::Image image = builder.finish();
        const Date day = *make_date(2023, 12, 31);
        return policy::run_all(program, image, {day, day}, {}).rules.at(0).counts;
    }

    test::Desk desk;
    policy::Compiled compiled;
    ImportOptions options;
};

TEST_F(Added, ComeByTheirLabelsAndAreJudged) {
    ASSERT_TRUE(compiled.ok());
    const std::string csv = std::string(kHead) +
                            row("430499000001", "430499197001011234", "户主", "120,好,2023-12-01") +
                            row("430499000001", "430499197101011231", "配偶", "120,好,2023-12-02") +
                            row("430499000002", "430499197201011239", "户主", "99,好,") +
                            row("430499000003", "430499197301011236", "户主", ",差,2023-12-03");
    const ImportReport report = desk.import("监测.csv", csv, options);
    EXPECT_EQ(report.refusals, 0) << to_text(report, Language::kChinese);
    const std::vector<Record> households = desk.all(kHousehold);
    ASSERT_EQ(households.size(), 3u);
    EXPECT_EQ(households[0].unread, "@grade=good\n@well_depth=120\n");
    EXPECT_EQ(value(households[0], 0), Value{std::int64_t{12000}});
    EXPECT_EQ(value(households[2], 0), Value{});
    EXPECT_EQ(value(households[2], 1), Value{std::int64_t{2}});
    EXPECT_EQ(verdicts(), (std::array<std::int64_t, 4>{1, 1, 0, 1}));

    const ImportReport again = desk.import("监测.csv", csv, options);
    EXPECT_EQ(again.total().changed, 0);
    const std::string deeper =
        std::string(kHead) + row("430499000002", "430499197201011239", "户主", "140,,");
    desk.import("监测二.csv", deeper, options);
    EXPECT_EQ(desk.all(kHousehold)[1].unread, "@grade=good\n@well_depth=140\n");
}

TEST_F(Added, WhatCanNotBeReadIsADoubtAndWithoutThePackNothingIsTaken) {
    const std::string csv =
        std::string(kHead) + row("430499000001", "430499197001011234", "户主", "很深,中等,");
    const ImportReport report = desk.import("监测.csv", csv, options);
    EXPECT_EQ(report.doubts, 2) << to_text(report, Language::kChinese);
    EXPECT_EQ(desk.all(kHousehold)[0].unread, "");
    options.added.clear();
    const std::string plain =
        std::string(kHead) + row("430499000001", "430499197001011234", "户主", "120,好,");
    desk.import("监测三.csv", plain, options);
    EXPECT_EQ(desk.all(kHousehold)[0].unread, "");
}

}  // namespace
}  // namespace tz
