// Offices, units and bodies that act, and who holds which post in them. Names of units are full
// names ("衡山县教育局"): other registers refer to a unit by its name. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kOrganisationKindChoices[] = {
    {1, "leading_group", "扶贫开发领导小组", kNames<"领导小组", "指挥部">},
    {2, "rural_office", "扶贫办", kNames<"扶贫开发办公室", "乡村振兴局">},
    {3, "department", "行业部门", kNames<"职能部门", "行业主管部门", "局">},
    {4, "work_station", "扶贫工作站", kNames<"乡镇扶贫工作站", "工作站">},
    {5, "section", "业务股室", kNames<"股室", "科室">},
    {6, "work_team", "驻村工作队", kNames<"工作队">},
    {7, "rear_unit", "后盾单位", kNames<"帮扶单位", "定点帮扶单位", "驻村后盾单位">},
    {8, "party_committee", "党委", kNames<"县委", "乡镇党委">},
    {9, "government", "政府", kNames<"县政府", "乡镇政府", "人民政府">},
    {10, "discipline_commission", "纪委监委", kNames<"纪检监察机关", "纪委">},
    {11, "state_enterprise", "国有企业", kNames<"国企">},
    {12, "social_organisation", "社会组织", kNames<"社会团体", "协会">},
    {13, "enterprise", "民营企业", kNames<"企业">},
    {14, "village_committee", "村两委", kNames<"村委会", "村支两委">},
    {15, "combat_group", "战斗组", kNames<"推进组", "专项工作组", "行业战斗组">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kOrganisationKinds{"organisation_kinds", "单位类别",
                                             kOrganisationKindChoices};

inline constexpr Field kOrganisationFields[] = {
    kDivisionField,
    text("name", "单位名称").required().listed().also(kNames<"机构名称", "机构", "单位", "名称">),
    choice("kind", "单位类别", kOrganisationKinds).listed().also(kNames<"机构类别", "单位性质">),
    choice("department", "对应部门", kDepartments).also(kNames<"部门">),
    choice("level", "单位层级", kOfficeLevels).listed().also(kNames<"层级", "级别">),
    text("parent_name", "上级单位").also(kNames<"主管单位", "上级机构">),
    number("staff_count", "工作人员数", "人").listed().also(kNames<"人员数", "配备人数", "人数">),
    number("dedicated_count", "专职人员数", "人").listed().also(kNames<"专人数", "专干人数">),
    text("head_name", "主要负责人").listed().also(kNames<"单位负责人", "负责人">),
    text("phone", "单位电话").also(kNames<"联系电话", "办公电话">),
    date("established_on", "成立日期").also(kNames<"设立日期">),
    date("dissolved_on", "撤销日期"),
    text("note", "备注"),
};
inline constexpr Entity kOrganisation{"organisation", "单位机构", kOrganisationFields,
                                      kNames<"name">};

}  // namespace tz
