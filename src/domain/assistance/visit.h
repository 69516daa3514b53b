// Visits: to a household, with what was found and who signed, and to an area. Owned by domain;
// plain constants.
#pragma once
#include "domain/assistance/pairing.h"
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kVisitorRoleChoices[] = {
    {1, "helper", "帮扶责任人", kNames<"帮扶人", "结对帮扶责任人">},
    {2, "work_team", "驻村工作队", kNames<"工作队员", "驻村队员">},
    {3, "first_secretary", "第一书记", {}},
    {4, "village_head", "村主要负责人", kNames<"村支书", "村党组织书记">},
    {5, "village_cadre", "村干部", {}},
    {6, "township_head", "乡镇主要负责人", kNames<"乡镇党委书记", "乡镇党政正职">},
    {7, "township_cadre", "乡镇干部", {}},
    {8, "county_head", "县级主要负责人", kNames<"县委书记", "县长", "县党政正职">},
    {9, "county_leader", "县级领导", kNames<"联系县级领导">},
    {10, "city_head", "市级主要负责人", kNames<"市委书记", "市长">},
    {11, "city_leader", "市级领导", {}},
    {12, "province_head", "省级主要负责人", kNames<"省委书记", "省长">},
    {13, "department", "部门干部", kNames<"行业部门干部">},
    {14, "doctor", "家庭医生", kNames<"医务人员">},
    {15, "inspector", "督查人员", kNames<"督查组", "巡察人员">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kVisitorRoles{"visitor_roles", "走访人角色", kVisitorRoleChoices};

inline constexpr Field kVisitFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("visits"),
    text("visitor_name", "走访人").required().listed().also(kNames<"走访人姓名", "帮扶责任人">),
    text("visitor_unit", "走访人单位").listed().also(kNames<"单位", "帮扶单位", "工作单位">),
    reference("visitor", "走访人员", "staff")
        .many("visits")
        .by(kNames<"visitor_name", "visitor_unit">),
    choice("visitor_role", "走访人角色", kVisitorRoles).listed().also(kNames<"角色", "走访人类别">),
    date("visited_on", "走访日期").required().listed().also(kNames<"走访时间", "入户日期">),
    boolean("on_fixed_day", "是否固定走访日").listed().also(kNames<"固定日走访">),
    text("campaign_name", "行动名称").also(kNames<"走访轮次", "所属行动">),
    reference("campaign", "所属专项行动", "campaign").many("visits").by(kNames<"campaign_name">),
    text("content", "走访内容").listed().also(kNames<"走访情况", "帮扶内容">),
    number("problem_count", "发现问题数", "个").listed().also(kNames<"问题数">),
    text("problems", "发现问题").also(kNames<"存在问题", "反映问题">),
    text("visitor_signature", "走访人签字").personal(),
    text("household_signature", "农户签字").personal().also(kNames<"户主签字", "户主签名">),
    boolean("signed", "是否双方签字").listed().also(kNames<"是否签字">),
    text("photo", "走访照片").also(kNames<"照片">),
};
inline constexpr Entity kVisit{"visit", "入户走访", kVisitFields,
                               kNames<"household_number", "visitor_name", "visited_on">};

inline constexpr Field kAreaVisitFields[] = {
    kDivisionField,
    choice("object_level", "走访对象层级", kObjectLevels).listed().also(kNames<"层级">),
    text("visitor_name", "走访人").required().listed().also(kNames<"走访人姓名", "领导姓名">),
    choice("visitor_role", "走访人角色", kVisitorRoles).listed().also(kNames<"角色">),
    text("visitor_unit", "走访人单位").also(kNames<"单位", "工作单位">),
    date("visited_on", "走访日期").required().listed().also(kNames<"走访时间", "调研日期">),
    text("content", "走访内容").listed().also(kNames<"走访情况", "调研内容">),
    text("problems", "发现问题").also(kNames<"存在问题">),
    text("photo", "走访照片").also(kNames<"照片">),
};
inline constexpr Entity kAreaVisit{"area_visit", "遍访记录", kAreaVisitFields,
                                   kNames<"division", "visitor_name", "visited_on">};

}  // namespace tz
