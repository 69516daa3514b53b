// The plan of a household: how it gets out of poverty, or stays out, and what came of it. Owned by
// domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kPlanKindChoices[] = {
    {1, "lift_out", "脱贫措施", kNames<"脱贫计划", "脱贫方案", "帮扶计划">},
    {2, "consolidation", "巩固脱贫质量防止返贫方案", kNames<"巩固方案", "巩固提升方案">},
    {3, "monitoring", "监测帮扶方案", kNames<"监测帮扶计划">},
    {4, "relief", "临时救助方案", kNames<"救助方案">},
};
inline constexpr CodeList kPlanKinds{"plan_kinds", "方案类型", kPlanKindChoices};

inline constexpr Choice kPlanStateChoices[] = {
    {1, "made", "制定", kNames<"已制定">},
    {2, "running", "执行", kNames<"执行中">},
    {3, "evaluated", "评估", kNames<"已评估">},
    {4, "adjusted", "调整", kNames<"已调整">},
};
inline constexpr CodeList kPlanStates{"plan_states", "方案状态", kPlanStateChoices};

inline constexpr Field kHouseholdPlanFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("plans"),
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),
    choice("kind", "方案类型", kPlanKinds).required().listed().also(kNames<"方案类别">),
    text("measures", "方案措施").listed().also(kNames<"帮扶措施", "措施", "主要措施">),
    number("measure_count", "措施条数", "条").also(kNames<"措施数">),
    number("member_covered_count", "有措施成员数", "人").also(kNames<"一人一措施人数">),
    text("expected_effect", "预期成效").also(kNames<"预期效果", "预期目标">),
    text("results", "实施成效").listed().also(kNames<"帮扶成效", "成效">),
    text("person_name", "方案责任人").listed().also(kNames<"责任人", "帮扶责任人">),
    choice("state", "方案状态", kPlanStates).listed().also(kNames<"状态">),
    date("made_on", "制定日期").listed().also(kNames<"制定时间">),
    date("evaluated_on", "评估日期"),
    date("adjusted_on", "调整日期"),
    boolean("household_signed", "农户是否签字确认").also(kNames<"是否签字">),
};
inline constexpr Entity kHouseholdPlan{"household_plan", "一户一策方案", kHouseholdPlanFields,
                                       kNames<"household_number", "year", "kind">};

}  // namespace tz
