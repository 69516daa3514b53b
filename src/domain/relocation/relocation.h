// Households relocated from inhospitable areas: where from, where to, the old house. Owned by
// domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/household/household_codes.h"
#include "domain/person/ethnicity.h"

namespace tz {

inline constexpr Choice kPlacementChoices[] = {
    {1, "concentrated", "集中安置", kNames<"集中">},
    {2, "scattered", "分散安置", kNames<"分散">},
};
inline constexpr CodeList kPlacements{"placements", "安置方式", kPlacementChoices};

inline constexpr Choice kRelocationKindChoices[] = {
    {1, "registered", "建档立卡搬迁", kNames<"建档立卡", "建档立卡搬迁户">},
    {2, "accompanying", "同步搬迁", kNames<"同步", "同步搬迁户">},
};
inline constexpr CodeList kRelocationKinds{"relocation_kinds", "搬迁类型", kRelocationKindChoices};

inline constexpr Field kRelocationFields[] = {
    kDivisionField,
    text("natural_village", "自然村屯").in("户").also(kNames<"自然村", "组", "村民小组">),
    text("area", "片区").in("户"),
    text("door_number", "门牌号").in("户"),
    Field(kHouseholdNumberField).required().in("户"),
    reference("household", "所属户", "household").one("relocation").in("户"),
    text("head_name", "户主姓名").personal().listed().in("户").also(kNames<"户主">),
    choice("sex", "性别", kSexes).in("户"),
    Field(kIdNumberField).in("户"),
    choice("ethnicity", "民族", kEthnicities).in("户"),
    number("member_count", "家庭人口", "人")
        .listed()
        .in("户")
        .also(kNames<"家庭人口数", "受益人口">),
    text("phone", "家庭联系电话").personal().in("户").also(kNames<"联系电话", "电话">),
    text("address", "家庭地址").personal().in("户").also(kNames<"迁出地详址">),
    choice("household_kind", "家庭类型", kHouseholdKinds).listed().in("户").also(kNames<"户类型">),
    number("exit_year", "脱贫年度").in("户").also(kNames<"脱贫情况">),
    choice("monitoring_category", "易返贫致贫户类型", kMonitoringCategories)
        .in("户")
        .also(kNames<"监测对象类别">),
    month("identified_month", "风险识别时间").in("户"),
    boolean("risk_removed", "风险是否消除").in("户"),
    month("removed_month", "风险消除时间").in("户"),

    boolean("relocated", "是否搬迁户").listed().in("搬迁"),
    choice("kind", "搬迁类型", kRelocationKinds).in("搬迁"),
    choice("placement", "安置方式", kPlacements).in("搬迁"),
    text("site", "居住搬迁安置区").listed().in("搬迁").also(kNames<"安置点", "安置区">),
    reference("resettlement_site", "安置区登记", "resettlement_site")
        .many("relocations")
        .by(kNames<"site">)
        .in("搬迁"),
    text("site_office", "安置区机构").in("搬迁"),
    text("site_address", "安置区住址").personal().in("搬迁").also(kNames<"楼栋房号">),
    date("moved_on", "搬迁时间").listed().in("搬迁").also(kNames<"搬迁入住时间", "实际入住时间">),
    boolean("moved_in", "是否实际入住").in("搬迁"),
    number("new_dwelling_area", "安置住房面积", "平方米", "m2", 2).in("搬迁"),
    money("own_funds", "自筹资金").in("搬迁"),
    boolean("household_register_moved", "户口是否迁移").in("搬迁").also(kNames<"户口迁移">),
    boolean("has_property_certificate", "是否办理房产证").in("搬迁").also(kNames<"房产证办理">),

    number("old_dwelling_area", "原有住房面积", "平方米", "m2", 2).in("旧房"),
    boolean("old_dwelling_removed", "是否拆除旧房").in("旧房"),
    date("old_dwelling_removed_on", "拆除旧房时间").in("旧房"),
    number("reclaimed_area", "复垦复绿面积", "亩", "mu", 2).in("旧房"),
    boolean("reclaim_due", "旧房是否应复垦").in("旧房").also(kNames<"是否应拆旧复垦">),
    boolean("reclaimed", "旧房是否已复垦").in("旧房").also(kNames<"是否复垦", "是否复垦复绿">),
    date("reclaimed_on", "复垦日期").in("旧房").also(kNames<"复垦时间">),
    money("removal_reward", "拆旧奖励").in("旧房"),

    text("industry_project", "产业扶持项目").in("后续扶持"),
    money("industry_funds", "产业扶持资金").in("后续扶持"),
    number("employed_count", "就业人数", "人").in("后续扶持"),
    boolean("has_follow_up_support", "是否落实后续帮扶措施").listed().in("后续扶持"),
};
inline constexpr Entity kRelocation{"relocation", "易地搬迁", kRelocationFields,
                                    kNames<"household_number">};

}  // namespace tz
