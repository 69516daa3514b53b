// Appraisals of dwellings by the housing bureau. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/household/household_codes.h"

namespace tz {

inline constexpr Choice kRepairStateChoices[] = {
    {1, "planned", "已列入计划", kNames<"纳入计划", "待改造">},
    {2, "started", "已开工", kNames<"在建", "改造中">},
    {3, "finished", "已竣工", kNames<"竣工", "已改造">},
    {4, "accepted", "已验收", kNames<"验收合格", "已入住">},
    {5, "not_planned", "未改造", kNames<"未纳入">},
};
inline constexpr CodeList kRepairStates{"repair_states", "改造状态", kRepairStateChoices};

inline constexpr Field kDwellingAppraisalFields[] = {
    kDivisionField,
    Field(kIdNumberField).required(),
    text("head_name", "户主姓名").personal().listed().also(kNames<"户主", "姓名", "产权人">),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("dwelling_appraisals"),
    kSourceMonthField,
    text("address", "房屋地址").personal().also(kNames<"住房地址", "地址", "房屋坐落">),
    choice("grade", "鉴定等级", kDwellingGrades)
        .listed()
        .also(kNames<"危房等级", "房屋鉴定等级", "安全等级", "鉴定结果", "房屋等级">),
    date("appraised_on", "鉴定日期").listed().also(kNames<"鉴定时间">),
    date("labelled_on", "标识日期").also(kNames<"挂牌标识日期", "鉴定标识日期">),
    text("appraiser", "鉴定机构").listed().also(kNames<"鉴定单位">),
    text("report_number", "鉴定报告编号").also(kNames<"报告编号">),
    choice("structure", "房屋结构", kDwellingStructures).also(kNames<"住房结构", "主要结构">),
    number("area", "房屋面积", "平方米", "m2", 2).also(kNames<"建筑面积", "住房面积">),
    number("built_year", "建造年份").also(kNames<"建房年份", "建成年份">),
    boolean("only_dwelling", "是否唯一住房").also(kNames<"唯一住房">),
    choice("repair_state", "改造状态", kRepairStates).listed().also(kNames<"改造情况">),
    date("repaired_on", "竣工日期").also(kNames<"改造完成时间", "竣工时间">),
    money("repair_subsidy", "改造补助金额").also(kNames<"补助金额", "危改补助">),
};
inline constexpr Entity kDwellingAppraisal{"dwelling_appraisal", "房屋鉴定名单",
                                           kDwellingAppraisalFields, kNames<"id_number">};

}  // namespace tz
