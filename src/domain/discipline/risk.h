// Risks to be watched, and what the public says. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"
#include "domain/monitoring/observation.h"

namespace tz {

inline constexpr Choice kRiskItemKindChoices[] = {
    {1, "small_loan", "小额信贷", kNames<"扶贫小额信贷", "信贷风险">},
    {2, "photovoltaic", "光伏扶贫", kNames<"光伏", "光伏电站">},
    {3, "relocation", "易地搬迁", kNames<"易地扶贫搬迁", "搬迁后续">},
    {4, "industry", "产业扶贫", kNames<"产业", "产业项目">},
    {5, "petition", "涉贫信访", kNames<"信访", "信访风险">},
    {6, "market", "市场风险", kNames<"产品滞销">},
    {7, "debt", "债务风险", kNames<"政府债务">},
    {8, "finance", "金融风险", {}},
    {9, "social", "社会风险", kNames<"稳定风险">},
    {10, "disaster", "自然灾害", kNames<"灾害">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kRiskItemKinds{"risk_item_kinds", "风险类别", kRiskItemKindChoices};

inline constexpr Choice kRiskStateChoices[] = {
    {1, "found", "发现", kNames<"已发现">},
    {2, "handled", "处置中", kNames<"化解中">},
    {3, "closed", "已化解", kNames<"化解", "解除">},
};
inline constexpr CodeList kRiskStates{"risk_states", "风险状态", kRiskStateChoices};

inline constexpr Field kRiskItemFields[] = {
    kDivisionField,
    choice("kind", "风险类别", kRiskItemKinds).required().listed().also(kNames<"风险类型">),
    text("object_name", "风险对象").required().listed().also(kNames<"对象", "风险点">),
    date("found_on", "发现日期").required().listed().also(kNames<"排查日期">),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("risk_items"),
    text("content", "风险内容").listed().also(kNames<"风险描述", "问题描述">),
    number("score", "风险得分", "分", "point", 1).listed().also(kNames<"得分">),
    choice("department", "责任部门", kDepartments).listed().also(kNames<"主管部门">),
    text("unit", "责任单位").also(kNames<"单位">),
    text("person_name", "责任人"),
    text("measures", "化解措施").also(kNames<"防控措施", "处置措施">),
    date("due", "化解时限").also(kNames<"时限">),
    choice("state", "风险状态", kRiskStates).listed().also(kNames<"状态">),
    date("closed_on", "化解日期").listed().also(kNames<"解除日期">),
};
inline constexpr Entity kRiskItem{"risk_item", "风险隐患", kRiskItemFields,
                                  kNames<"kind", "object_name", "found_on">};

inline constexpr Choice kOpinionGradeChoices[] = {
    {1, "extremely_serious", "特别重大", kNames<"Ⅰ级", "一级">},
    {2, "serious", "重大", kNames<"Ⅱ级", "二级">},
    {3, "larger", "较大", kNames<"Ⅲ级", "三级">},
    {4, "ordinary", "一般", kNames<"Ⅳ级", "四级">},
};
inline constexpr CodeList kOpinionGrades{"opinion_grades", "舆情等级", kOpinionGradeChoices};

inline constexpr Choice kOpinionStateChoices[] = {
    {1, "found", "发现", {}},
    {2, "graded", "定级", kNames<"已定级">},
    {3, "handled", "处置", kNames<"处置中">},
    {4, "calmed", "平息", kNames<"已平息">},
};
inline constexpr CodeList kOpinionStates{"opinion_states", "舆情状态", kOpinionStateChoices};

inline constexpr Field kOpinionEventFields[] = {
    kDivisionField,
    text("title", "舆情事件").required().listed().also(kNames<"舆情标题", "事件名称">),
    date("found_on", "发现日期").required().listed().also(kNames<"发现时间">),
    text("media", "传播媒体").listed().also(kNames<"媒体", "来源平台">),
    number("reach", "传播量", "次").listed().also(kNames<"浏览量", "点击量">),
    number("severity", "严重程度", "级", "level").range(1, 5).also(kNames<"影响程度">),
    choice("grade", "舆情等级", kOpinionGrades).listed().also(kNames<"等级">),
    boolean("true_report", "是否属实").also(kNames<"属实">),
    date("due", "处置时限").listed().also(kNames<"时限">),
    text("unit", "处置单位").listed().also(kNames<"责任单位">),
    date("handled_on", "处置日期").also(kNames<"回应日期">),
    date("calmed_on", "平息日期").listed(),
    choice("state", "舆情状态", kOpinionStates).listed().also(kNames<"状态">),
    text("handling", "处置情况"),
};
inline constexpr Entity kOpinionEvent{"opinion_event", "涉贫舆情", kOpinionEventFields,
                                      kNames<"title", "found_on">};

}  // namespace tz
