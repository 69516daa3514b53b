// What a project promised and what it reached, by indicator. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kPerformanceGoalFields[] = {
    kDivisionField,
    text("project_name", "项目名称").listed(),
    text("project_place", "实施地点").also(kNames<"建设地点">),
    reference("project", "所属项目", "project")
        .many("performance_goals")
        .by(kNames<"division", "project_name", "project_place">),
    text("indicator", "绩效指标").required().listed().also(kNames<"指标名称">),
    number("planned", "目标值", "", "", 2).listed().also(kNames<"计划值">),
    number("actual", "实际值", "", "", 2).listed().also(kNames<"完成值">),
    text("value_unit", "指标单位").also(kNames<"单位">),
    date("set_on", "目标设定日期").listed().also(kNames<"目标批复日期">),
    date("measured_on", "监控日期").listed().also(kNames<"测量日期">),
    date("corrected_on", "纠偏日期").listed(),
    date("evaluated_on", "评价日期").listed(),
};
inline constexpr Entity kPerformanceGoal{"performance_goal", "绩效目标", kPerformanceGoalFields,
                                         kNames<"division", "project_name", "indicator">};

}  // namespace tz
