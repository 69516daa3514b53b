// One assistance measure given to a household, with its cost and date. Owned by domain; plain
// constants. What a monitored household is ticked to receive stands in monitoring.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kMeasureCategoryChoices[] = {
    {1, "industry_support", "产业帮扶", kNames<"产业", "产业扶贫", "产业到户">},
    {2, "employment_support", "就业帮扶", kNames<"就业", "就业扶贫">},
    {3, "finance_support", "金融帮扶", kNames<"金融", "金融扶贫">},
    {4, "public_job_support", "公益性岗位帮扶", kNames<"公益岗位帮扶", "公益性岗位">},
    {5, "housing_support", "住房安全保障", kNames<"危改", "危房改造">},
    {6, "water_support", "饮水安全保障", kNames<"饮水">},
    {7, "health_support", "健康帮扶", kNames<"健康", "健康扶贫">},
    {8, "compulsory_education_support", "义务教育保障", kNames<"义务教育">},
    {9, "education_support", "教育帮扶", kNames<"教育", "教育扶贫">},
    {10, "comprehensive_support", "综合保障", kNames<"民政兜底", "兜底保障">},
    {11, "social_support", "社会帮扶", kNames<"社会扶贫">},
    {12, "relocation_support", "搬迁", kNames<"易地搬迁", "易地扶贫搬迁">},
    {13, "living_conditions_support", "生产生活条件改善", {}},
    {14, "infrastructure_support", "基础设施建设", kNames<"基础设施">},
    {15, "ecological_support", "生态帮扶", kNames<"生态", "生态扶贫">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kMeasureCategories{"measure_categories", "帮扶措施类别",
                                             kMeasureCategoryChoices};

inline constexpr Field kMeasureFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("measures"),
    number("sequence", "措施序号").required().also(kNames<"措施编号">),
    choice("category", "帮扶措施类别", kMeasureCategories)
        .required()
        .listed()
        .also(kNames<"项目类别", "措施类别">),
    text("content", "帮扶内容").listed().also(kNames<"帮扶内容及成本", "措施内容">),
    text("unit", "实施单位").listed().also(kNames<"帮扶单位", "帮扶单位名称">),
    date("given_on", "帮扶时间").listed().also(kNames<"实施时间", "帮扶日期">),
    date("ends_on", "帮扶结束时间").also(kNames<"措施结束日期">),
    money("amount", "帮扶金额").listed().also(kNames<"投入资金", "补助金额">),
    text("person_name", "受益成员").personal().listed(),
    Field(kIdNumberField),
    text("signature", "户主签名").personal(),
    text("note", "备注"),
};
inline constexpr Entity kMeasure{"measure", "帮扶措施", kMeasureFields,
                                 kNames<"household_number", "sequence">};

}  // namespace tz
