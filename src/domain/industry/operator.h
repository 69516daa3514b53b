// Who leads poor households in business: enterprises, cooperatives, farms, workshops, people. Owned
// by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kOperatorKindsChoices[] = {
    {1, "leading_enterprise", "农业产业化龙头企业", kNames<"龙头企业">},
    {2, "enterprise", "企业", kNames<"公司", "农业企业", "带贫企业">},
    {3, "cooperative", "农民专业合作社", kNames<"合作社", "专业合作社">},
    {4, "family_farm", "家庭农场", {}},
    {5, "workshop", "就业帮扶车间", kNames<"扶贫车间", "帮扶车间">},
    {6, "base", "帮扶基地", kNames<"扶贫基地", "产业基地", "种养基地">},
    {7, "incubator", "创业孵化基地", kNames<"孵化基地">},
    {8, "leader", "致富带头人", kNames<"创业致富带头人", "能人大户", "大户">},
    {9, "village_company", "村集体公司", kNames<"村集体经济组织", "村级公司">},
    {10, "park", "产业园区", kNames<"产业园", "现代农业产业园">},
    {11, "tourism", "乡村旅游经营主体", kNames<"旅游企业", "农家乐">},
    {12, "ecommerce", "电商主体", kNames<"电商企业", "电商站点", "电商服务站">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kOperatorKinds{"operator_kinds", "经营主体类型", kOperatorKindsChoices};

inline constexpr Choice kOperatorLevelsChoices[] = {
    {1, "nation", "国家级", kNames<"国家">},
    {2, "province", "省级", {}},
    {3, "city", "市级", {}},
    {4, "county", "县级", kNames<"区县级">},
    {9, "none", "未认定", kNames<"无">},
};
inline constexpr CodeList kOperatorLevels{"operator_levels", "认定级别", kOperatorLevelsChoices};

inline constexpr Field kOperatorFields[] = {
    kDivisionField,
    text("name", "主体名称")
        .required()
        .listed()
        .also(kNames<"企业名称", "合作社名称", "经营主体名称", "带头人姓名", "单位名称">),
    text("credit_code", "统一社会信用代码").also(kNames<"信用代码">),
    choice("kind", "经营主体类型", kOperatorKinds).listed().also(kNames<"主体类型", "企业类型">),
    choice("level", "认定级别", kOperatorLevels).listed().also(kNames<"龙头企业级别", "等级">),
    text("industry", "主导产业").listed().also(kNames<"主营业务", "经营范围", "产业">),
    number("sales_year", "销售年度").range(1990, 2100).also(kNames<"年度">),
    money("annual_sales", "年销售收入").listed().also(kNames<"年销售额", "销售收入", "年产值">),
    number("employee_count", "用工人数", "人").also(kNames<"吸纳就业人数">),
    number("poor_employee_count", "吸纳脱贫劳动力人数", "人").also(kNames<"吸纳贫困劳动力人数">),
    number("led_household_count", "带动户数", "户").listed().also(kNames<"带动贫困户数">),
    number("led_village_count", "带动村数", "个").also(kNames<"带动贫困村数">),
    date("leader_trained_on", "带头人培训日期"),
    boolean("active", "是否正常经营").listed().also(kNames<"是否正常运营">),
    date("started_on", "成立日期").also(kNames<"注册日期">),
    text("note", "备注"),
};
inline constexpr Entity kOperator{"operator", "带贫经营主体", kOperatorFields, kNames<"name">};

}  // namespace tz
