#include "domain/layout/layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "base/text.h"
#include "domain/catalog.h"
#include "schema/convert.h"

namespace tz {
namespace {

boost::json::object read_json(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return boost::json::parse(bytes).as_object();
}

boost::json::object known_headers() {
    return read_json(std::string(TZ_DATA_DIR) + "/tests/import/layout_headers.json");
}

std::vector<std::string> headers_of(const boost::json::value& layout) {
    std::vector<std::string> headers;
    for (const auto& header : layout.at("headers").as_array())
        headers.emplace_back(header.as_string());
    return headers;
}

// "register.field", "#level" for part of a division's name, "-" for a row number.
std::string show(const Place& place) {
    switch (place.role) {
        case PlaceRole::kField:
            return std::string(place.entity->name) + "." +
                   std::string(place.entity->fields[place.field].name);
        case PlaceRole::kDivisionName:
            return "#" + std::to_string(static_cast<int>(place.level));
        case PlaceRole::kHoldsFrom:
            return "holds_from";
        case PlaceRole::kIgnored:
            return "-";
    }
    return "?";
}

std::string show(const std::vector<Place>& places) {
    std::vector<std::string> parts;
    for (const Place& place : places) parts.push_back(show(place));
    return join(parts, " ");
}

std::string place(std::string_view layout, std::string_view header, std::size_t occurrence = 1) {
    return show(place_header(*find_layout(layout), header, occurrence));
}

TEST(Layout, EveryHeaderOfEveryKnownFileHasItsPlace) {
    const auto known = known_headers();
    ASSERT_EQ(known.at("layouts").as_array().size(), 14u);
    for (const auto& entry : known.at("layouts").as_array()) {
        const Layout* layout = find_layout(entry.at("name").as_string());
        ASSERT_NE(layout, nullptr) << entry.at("name");
        std::map<std::string, std::size_t> count;
        std::map<std::string, std::string> taken;
        for (const std::string& header : headers_of(entry)) {
            const auto places = place_header(*layout, header, ++count[header]);
            EXPECT_FALSE(places.empty()) << layout->name << ": " << header;
            EXPECT_EQ(show(places) == "-", header == "序号") << layout->name << ": " << header;
            if (places.empty() || places[0].role != PlaceRole::kField) continue;
            // No two columns feed the same field, but for the numbered ones of several choices.
            const Field& field = places[0].entity->fields[places[0].field];
            if (field.type == Type::kChoices) continue;
            const auto [other, is_free] = taken.try_emplace(show(places[0]), header);
            EXPECT_TRUE(is_free) << layout->name << ": " << header << " and " << other->second
                                 << " both feed " << show(places[0]);
        }
    }
}

// Other spellings, and the columns of the paper forms that no known file has.
TEST(Layout, EveryKnownNameIsGuessed) {
    const auto known = known_headers();
    for (const auto* kind : {"aliases", "forms"})
        for (const auto& [group, names] : known.at(kind).as_object())
            for (const auto& name : names.as_array())
                EXPECT_FALSE(guess_header(std::string_view(name.as_string())).empty())
                    << std::string_view(group) << ": " << name;
}

TEST(Layout, KnownFilesAreRecognisedByTheirColumns) {
    const auto known = known_headers();
    for (const auto& entry : known.at("layouts").as_array()) {
        const auto headers = headers_of(entry);
        const Layout* layout = recognise_layout("Sheet1", headers);
        ASSERT_NE(layout, nullptr) << entry.at("name");
        EXPECT_EQ(layout->name, std::string_view(entry.at("name").as_string()));
    }
}

TEST(Layout, AColumnMayFeedSeveralRegisters) {
    EXPECT_EQ(place("ffp2023_monitor", "户编号"),
              "household.number person.household_number monitoring.household_number "
              "household_year.household_number");
    EXPECT_EQ(place("ffp2023_monitor", "致贫/返贫风险1"), "monitoring.risk_main monitoring.risks");
    EXPECT_EQ(place("ffp2023_monitor", "致贫/返贫风险3"), "monitoring.risks");
    EXPECT_EQ(place("ffp2023_monitor", "证件号码"), "person.id_number");
}

TEST(Layout, HeadersAreReadAsOfficesWriteThem) {
    EXPECT_EQ(place("ffp2023_monitor", "识别监测时间0"), "monitoring.identified_month");
    EXPECT_EQ(place("ffp2023_monitor", " 耕地面积 (亩) "), "household.cultivated_land");
    EXPECT_EQ(place("ffp2023_monitor", "三保障/是否危房户"), "household.dangerous_dwelling");
    EXPECT_EQ(place("tp2022", "县（市、区、旗）"), "#3");
    EXPECT_EQ(place("tp2022", "数据日期"), "holds_from");
    EXPECT_EQ(place("tp2022", "首次识别时间"), "household.first_identified_month");
    EXPECT_EQ(place("tp2022", "风险识别时间"), "monitoring.identified_month");
    EXPECT_EQ(place("ffp2023_out", "就业渠道"), "employment.channel");
    EXPECT_EQ(place("ffp2023_village", "村级集体经济收入（万元）"),
              "village_year.collective_income");
    EXPECT_EQ(place("ffp2023_village", "行政村文化（图书）室个数 （个）"),
              "village_year.library_count");
    EXPECT_EQ(place("ffp2023_monitor", "不认识的列"), "");
}

TEST(Layout, TenThousandYuanAreSaid) {
    const Layout& village = *find_layout("ffp2023_village");
    EXPECT_EQ(place_header(village, "村级集体经济收入（万元）").at(0).cell_unit, "万元");
    EXPECT_EQ(place_header(village, "农民人均纯收入（元）").at(0).cell_unit, "");
}

TEST(Layout, GroupsAndOrderTellRepeatedLoanColumnsApart) {
    EXPECT_EQ(place("loan", "欠息时间"), "loan.former_interest_owed_since");
    EXPECT_EQ(place("loan", "欠息时间", 2), "loan.interest_owed_since");
    EXPECT_EQ(place("loan", "扶贫小额信贷/欠息时间"), "loan.interest_owed_since");
    EXPECT_EQ(place("loan", "创业贷款/贷款金额"), "loan.startup_amount");
    EXPECT_EQ(place("loan", "扶贫小额信贷/贷款金额"), "loan.amount");
    EXPECT_EQ(place("loan", "创业贷款/贷款利率"), "");
}

TEST(Layout, MembersOfWideSheetsRepeat) {
    const std::vector<std::string> headers = {
        "序号",       "乡镇",      "村",        "户主姓名",  "户主证件号码", "保障人口",
        "月保障金额", "成员姓名1", "证件号码1", "成员姓名2", "证件号码2"};
    const Layout* layout = recognise_layout("2023年12月农村低保名单.xlsx", headers);
    ASSERT_NE(layout, nullptr);
    EXPECT_EQ(layout->name, "rural_allowance");
    EXPECT_EQ(layout->shape, Shape::kMembers);
    for (const auto* header : {"证件号码", "证件号码2", "身份证号7"})
        EXPECT_EQ(place("rural_allowance", header), "allowance_receipt.id_number") << header;
    EXPECT_EQ(place("rural_allowance", "成员3姓名"), "allowance_receipt.name");
}

struct ListCase {
    std::string_view title{};
    std::vector<std::string> headers{};
    std::string_view layout{};
};

TEST(Layout, DepartmentListsAreRecognised) {
    const ListCase cases[] = {
        {"医保参保名单", {"姓名", "身份证号", "参保年度", "险种", "参保状态"}, "medical_enrolment"},
        {"城市低保", {"户主姓名", "月保障金额", "成员姓名", "证件号码"}, "urban_allowance"},
        {"残联",
         {"姓名", "残疾证号", "身份证号", "残疾类别", "残疾等级"},
         "disability_certificate"},
        {"学籍", {"姓名", "身份证号", "学校名称", "年级", "学籍状态"}, "school_roll"},
        {"房屋鉴定", {"户主姓名", "身份证号", "鉴定等级", "鉴定日期"}, "dwelling_appraisal"},
        {"供水", {"行政村", "供水工程名称", "供水户数", "人均供水量"}, "water_point"},
        {"水质", {"行政村", "供水工程名称", "检测日期", "检测结果"}, "water_test"},
        {"慢病", {"姓名", "身份证号", "病种", "是否签约", "随访次数"}, "chronic_contract"},
        {"Sheet1", {"姓名", "身份证号", "死亡日期"}, "deaths"},
        {"Sheet1", {"姓名", "身份证号", "迁出日期", "迁往地"}, "moves"},
        {"Sheet1", {"姓名", "身份证号", "变动类别", "变动日期"}, "life_events"},
        {"车管", {"机动车所有人", "身份证号", "车牌号", "品牌型号"}, "vehicles"},
        {"工商", {"法定代表人", "身份证号", "统一社会信用代码", "企业名称"}, "companies"},
        {"房产", {"权利人", "身份证号", "不动产权证号", "坐落"}, "real_estate"},
        {"财政供养", {"姓名", "身份证号", "供养编号", "单位名称"}, "fiscal_payroll"},
        {"villages", {"code", "name", "parent"}, "divisions"},
        {"某县自制表", {"户编号", "姓名", "身份证号", "是否危房"}, "people"},
    };
    for (const ListCase& list : cases) {
        const Layout* layout = recognise_layout(list.title, list.headers);
        ASSERT_NE(layout, nullptr) << list.layout;
        EXPECT_EQ(layout->name, list.layout);
        for (const std::string& header : list.headers)
            EXPECT_FALSE(place_header(*layout, header).empty()) << list.layout << ": " << header;
    }
    EXPECT_EQ(recognise_layout("会议签到表", std::vector<std::string>{"姓名", "单位", "职务"}),
              nullptr);
}

TEST(Layout, ATitleDecidesBetweenSheetsOfTheSameColumns) {
    const std::vector<std::string> headers = {
        "户编号", "证件号码", "姓名", "监测对象类别", "识别监测时间", "卫生厕所是否能正常使用"};
    EXPECT_EQ(recognise_layout("（乡村建设）户信息_20231218.xlsx", headers)->name, "ffp2023_hu");
    EXPECT_EQ(recognise_layout("（自定义）监测对象信息 (22).xlsx", headers)->name,
              "ffp2023_monitor");
}

TEST(Layout, WhatLayoutsNameExists) {
    std::set<std::string_view> names;
    for (const Layout& layout : layouts()) {
        EXPECT_TRUE(names.insert(layout.name).second) << layout.name;
        EXPECT_FALSE(layout.feeds.empty()) << layout.name;
        for (const Feed& feed : layout.feeds)
            EXPECT_TRUE(feed.made_if.empty() || feed.entity->find(feed.made_if)) << layout.name;
        for (const HeaderTarget& own : layout.targets) {
            EXPECT_EQ(header_key(own.header), own.header) << layout.name;
            EXPECT_EQ(find_target(own.target).entity == nullptr, own.header.ends_with("/*"))
                << layout.name << ": " << own.header;
        }
        for (const std::string_view member : layout.member_fields)
            EXPECT_NE(find_target(member).entity, nullptr) << member;
        for (const Implied& implied : layout.implied) {
            const Target target = find_target(implied.target);
            ASSERT_NE(target.entity, nullptr) << implied.target;
            EXPECT_TRUE(parse_value(target.entity->fields[target.field], implied.value))
                << implied.target << " = " << implied.value;
        }
        for (const std::string_view wanted : layout.signature)
            EXPECT_EQ(find_target(wanted).entity != nullptr,
                      wanted.find('.') != std::string_view::npos)
                << layout.name << ": " << wanted;
    }
}

std::vector<std::string> template_labels(const Entity& entity) {
    std::vector<std::string> out;
    for (const Field& field : entity.fields)
        if (is_template_field(field)) out.emplace_back(field.label);
    return out;
}

TEST(Layout, ATemplateIsRecognisedByItsLabels) {
    for (const Layout& layout : template_layouts()) {
        const Layout* found = recognise_layout("a sheet", template_labels(*layout.feeds[0].entity));
        ASSERT_NE(found, nullptr) << layout.name;
        EXPECT_EQ(found->name, layout.name);
        EXPECT_EQ(find_layout(layout.name), &layout);
    }
}

TEST(Layout, PartOfATemplateIsRecognised) {
    const auto name_of = [](std::string_view title, const std::vector<std::string>& headers) {
        const Layout* found = recognise_layout(title, headers);
        return found ? found->name : std::string_view();
    };
    EXPECT_EQ(name_of("六月", {"乡镇", "村", "户编号", "走访人", "走访日期", "走访内容"}), "visit");
    EXPECT_EQ(name_of("结对帮扶.xlsx", {"村", "户编号", "帮扶责任人", "帮扶单位", "民政干部"}),
              "pairing");
    EXPECT_EQ(name_of("会议记录", {"县", "召开单位", "召开日期", "会议主题", "主持人"}), "meeting");
    EXPECT_EQ(name_of("名单", {"户编号", "姓名", "证件号码", "健康状况"}), "people");
}

}  // namespace
}  // namespace tz
