// Who helps whom: the helper of a household, and who guarantees for an area or household. Owned by
// domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kPairingKindChoices[] = {
    {1, "registered", "建档立卡户结对", kNames<"结对帮扶", "贫困户结对", "一对一帮扶">},
    {2, "marginal", "边缘户结对", kNames<"边缘户帮扶">},
    {3, "monitored", "监测户结对", kNames<"监测帮扶", "监测对象结对">},
    {4, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kPairingKinds{"pairing_kinds", "结对类别", kPairingKindChoices};

inline constexpr Choice kPairingStateChoices[] = {
    {1, "active", "生效", kNames<"有效", "在帮", "帮扶中">},
    {2, "changed", "变更", kNames<"已变更", "已交接">},
    {3, "ended", "终止", kNames<"已终止", "结束">},
};
inline constexpr CodeList kPairingStates{"pairing_states", "结对状态", kPairingStateChoices};

inline constexpr Field kPairingFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("pairings"),
    text("head_name", "户主姓名").personal().also(kNames<"户主">),
    text("helper_name", "帮扶责任人").required().listed().also(kNames<"帮扶人", "帮扶责任人姓名">),
    text("helper_unit", "帮扶单位").required().listed().also(kNames<"帮扶人单位", "工作单位">),
    reference("helper", "帮扶责任人档案", "staff")
        .many("pairings")
        .by(kNames<"helper_name", "helper_unit">),
    text("helper_phone", "帮扶责任人电话").personal().also(kNames<"联系电话", "帮扶人电话">),
    choice("kind", "结对类别", kPairingKinds).listed().also(kNames<"结对类型">),
    choice("state", "结对状态", kPairingStates).listed().also(kNames<"状态">),
    date("started_on", "结对开始日期").listed().also(kNames<"开始日期", "帮扶开始时间">),
    date("ended_on", "结对结束日期").listed().also(kNames<"结束日期", "帮扶结束时间">),
    text("end_reason", "变更原因").also(kNames<"终止原因">),
    text("successor_name", "接替帮扶人").listed().also(kNames<"接任帮扶人", "新帮扶责任人">),
    text("note", "备注"),
};
inline constexpr Entity kPairing{"pairing", "结对帮扶", kPairingFields,
                                 kNames<"household_number", "helper_name", "helper_unit">};

inline constexpr Choice kGuaranteeRoleChoices[] = {
    {1, "four_team_head", "四个班子主要领导", kNames<"四大家主要领导", "四大班子主要领导">},
    {2, "city_leader", "市级领导", {}},
    {3, "city_department", "市直部门", kNames<"市直单位">},
    {4, "county_leader", "县级领导", kNames<"县处级领导">},
    {5, "county_department", "县直部门", kNames<"县直单位">},
    {6, "township_leader", "乡镇领导", kNames<"乡镇班子成员">},
    {7, "city_cadre", "市级干部", kNames<"市直干部">},
    {8, "county_cadre", "县级干部", kNames<"县直干部">},
    {9, "township_cadre", "乡镇干部", kNames<"乡干部">},
    {10, "village_cadre", "村干部", {}},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kGuaranteeRoles{"guarantee_roles", "包保人角色", kGuaranteeRoleChoices};

inline constexpr Choice kObjectLevelChoices[] = {
    {1, "province", "省", kNames<"省级">},
    {2, "city", "市", kNames<"市级">},
    {3, "county", "县", kNames<"县级", "县区">},
    {4, "township", "乡镇", kNames<"乡级", "乡">},
    {5, "village", "村", kNames<"村级", "贫困村">},
    {6, "household", "户", kNames<"贫困户", "农户">},
};
inline constexpr CodeList kObjectLevels{"object_levels", "对象层级", kObjectLevelChoices};

inline constexpr Field kGuaranteeFields[] = {
    kDivisionField,
    choice("object_level", "包保对象层级", kObjectLevels).required().listed().also(kNames<"层级">),
    text("object_name", "包保对象").required().listed().also(kNames<"包保对象名称", "被包保对象">),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("guarantees"),
    text("holder_name", "包保人").required().listed().also(kNames<"包保责任人", "姓名">),
    choice("holder_role", "包保人角色", kGuaranteeRoles).listed().also(kNames<"角色", "包保层级">),
    text("holder_unit", "包保人单位").listed().also(kNames<"单位", "包保单位">),
    number("year", "年度").listed().also(kNames<"年份">),
    date("started_on", "包保开始日期").listed().also(kNames<"开始日期">),
    date("ended_on", "包保结束日期").listed().also(kNames<"结束日期">),
    text("note", "备注"),
};
inline constexpr Entity kGuarantee{"guarantee", "包保责任", kGuaranteeFields,
                                   kNames<"object_level", "object_name", "holder_name">};

inline constexpr Field kUnitSupportFields[] = {
    kDivisionField,
    text("unit", "帮扶单位").required().listed().also(kNames<"后盾单位", "单位", "单位名称">),
    reference("organisation", "所属单位机构", "organisation")
        .many("unit_supports")
        .by(kNames<"unit">),
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),
    money("funds", "投入资金").listed().also(kNames<"帮扶资金", "资金投入">),
    number("staff_count", "投入人员数", "人").listed().also(kNames<"选派人数", "帮扶人员数">),
    number("team_count", "派驻工作队数", "支").also(kNames<"工作队数">),
    number("project_count", "帮扶项目数", "个").listed().also(kNames<"项目数">),
    number("visit_count", "帮扶走访次数", "次").also(kNames<"走访次数">),
    text("content", "帮扶内容").also(kNames<"帮扶情况">),
};
inline constexpr Entity kUnitSupport{"unit_support", "后盾单位帮扶", kUnitSupportFields,
                                     kNames<"division", "unit", "year">};

}  // namespace tz
