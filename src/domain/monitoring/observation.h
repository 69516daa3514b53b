// What monitoring sees of a household, the warnings that follow, and rounds of adjustment. Owned by
// domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kRiskLevelChoices[] = {
    {1, "very_likely", "极易返贫", kNames<"极易", "一级", "红色">},
    {2, "likely", "较易返贫", kNames<"较易", "二级", "橙色">},
    {3, "unlikely", "不易返贫", kNames<"不易", "三级", "黄色">},
    {4, "none", "无风险", kNames<"风险消除", "绿色">},
};
inline constexpr CodeList kRiskLevels{"risk_levels", "返贫风险等级", kRiskLevelChoices};

inline constexpr Field kObservationFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("observations"),
    date("observed_on", "监测日期").required().listed().also(kNames<"观察日期", "监测时间">),
    money("income_per_capita", "人均纯收入").listed().also(kNames<"家庭人均纯收入">),
    money("medical_cost", "自付医疗支出").also(kNames<"医疗支出">),
    money("rigid_expense", "刚性支出").also(kNames<"刚性支出合计">),
    boolean("job_lost", "是否失业").also(kNames<"务工中断">),
    boolean("disaster", "是否受灾").also(kNames<"受灾">),
    boolean("seriously_ill", "是否患大病").also(kNames<"大病">),
    boolean("disabled", "是否致残"),
    boolean("dropout", "是否失学辍学"),
    boolean("housing_risk", "是否住房有险").also(kNames<"住房风险">),
    boolean("water_risk", "是否饮水有险").also(kNames<"饮水风险">),
    number("score", "风险得分", "分", "point", 1).listed().also(kNames<"得分">),
    choice("level", "返贫风险等级", kRiskLevels).listed().also(kNames<"风险等级", "等级">),
    text("level_reason", "等级调整理由").listed().also(kNames<"调整理由">),
    text("observer", "监测人").listed().also(kNames<"监测员", "采集人">),
    text("note", "备注"),
};
inline constexpr Entity kObservation{"observation", "监测记录", kObservationFields,
                                     kNames<"household_number", "observed_on">};

inline constexpr Choice kWarningTriggerChoices[] = {
    {1, "income_drop", "收入骤减", kNames<"收入下降">},
    {2, "expense_jump", "支出骤增", kNames<"刚性支出骤增">},
    {3, "illness", "因病", kNames<"大病", "医疗支出过高">},
    {4, "disaster", "因灾", kNames<"自然灾害">},
    {5, "accident", "意外事故", kNames<"突发事件">},
    {6, "job_loss", "失业", kNames<"务工中断">},
    {7, "dropout", "失学辍学", kNames<"辍学">},
    {8, "housing", "住房有险", kNames<"住房安全">},
    {9, "water", "饮水有险", kNames<"饮水安全">},
    {10, "industry_failure", "产业失败", {}},
    {11, "disability", "因残", {}},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kWarningTriggers{"warning_triggers", "预警事由", kWarningTriggerChoices};

inline constexpr Choice kWarningStateChoices[] = {
    {1, "raised", "已预警", kNames<"预警", "待核实">},
    {2, "confirmed", "已核实", kNames<"核实属实">},
    {3, "helped", "已帮扶", kNames<"帮扶中">},
    {4, "closed", "已解除", kNames<"解除", "风险消除">},
    {5, "dismissed", "不属实", kNames<"误报">},
    {6, "escalated", "已转建档", kNames<"已返贫", "已致贫">},
};
inline constexpr CodeList kWarningStates{"warning_states", "预警状态", kWarningStateChoices};

inline constexpr Field kRiskWarningFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("warnings"),
    date("warned_on", "预警日期").required().listed().also(kNames<"预警时间">),
    choice("trigger", "预警事由", kWarningTriggers).required().listed().also(kNames<"预警原因">),
    choice("department", "预警部门", kDepartments).listed().also(kNames<"数据来源部门", "部门">),
    text("facts", "预警情况").also(kNames<"预警内容">),
    choice("state", "预警状态", kWarningStates).listed().also(kNames<"状态">),
    date("confirmed_on", "核实日期").also(kNames<"核实时间">),
    text("confirmed_by", "核实人"),
    date("helped_on", "落实帮扶日期").listed().also(kNames<"帮扶日期", "帮扶时间">),
    text("help", "帮扶落实情况").also(kNames<"帮扶措施">),
    date("event_on", "返贫致贫日期").also(kNames<"返贫日期", "致贫日期">),
    date("closed_on", "预警解除日期").listed().also(kNames<"解除日期">),
    text("note", "备注"),
};
inline constexpr Entity kRiskWarning{"risk_warning", "返贫预警", kRiskWarningFields,
                                     kNames<"household_number", "warned_on", "trigger">};

}  // namespace tz
