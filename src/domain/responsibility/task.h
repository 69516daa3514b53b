// Tasks set by a campaign, a plan or a meeting, and maps of where work stands. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"
#include "domain/responsibility/responsibility_item.h"

namespace tz {

inline constexpr Choice kTaskStateChoices[] = {
    {1, "to_issue", "待下达", kNames<"未下达">}, {2, "issued", "已下达", kNames<"下达">},
    {3, "running", "进行中", kNames<"推进中">},  {4, "to_accept", "待验收", {}},
    {5, "done", "已完成", kNames<"完成", "是">}, {6, "overdue", "逾期", kNames<"已逾期">},
    {7, "returned", "退回", kNames<"已退回">},
};
inline constexpr CodeList kTaskStates{"task_states", "任务状态", kTaskStateChoices};

inline constexpr Field kTaskFields[] = {
    kDivisionField,
    text("number", "任务编号").required().listed().also(kNames<"编号">),
    text("title", "任务名称").required().listed().also(kNames<"任务内容", "重点任务", "工作任务">),
    text("campaign_name", "行动名称").also(kNames<"所属行动", "攻势名称">),
    reference("campaign", "所属专项行动", "campaign").many("tasks").by(kNames<"campaign_name">),
    choice("level", "任务层级", kResponsibilityLevels).listed().also(kNames<"层级">),
    boolean("key_task", "是否重点任务"),
    text("unit", "责任单位").listed().also(kNames<"牵头单位", "单位">),
    reference("organisation", "所属单位机构", "organisation").many("tasks").by(kNames<"unit">),
    choice("department", "责任部门", kDepartments).also(kNames<"牵头部门">),
    text("person_name", "责任人").listed().also(kNames<"责任人姓名", "负责人">),
    text("route", "推进路线").also(kNames<"路线图", "工作措施", "推进措施">),
    date("issued_on", "下达日期").also(kNames<"交办日期">),
    date("due", "完成时限").listed().also(kNames<"时限", "完成期限", "截止日期">),
    choice("state", "任务状态", kTaskStates).listed().also(kNames<"状态", "完成状态", "是否完成">),
    date("done_on", "完成日期").listed().also(kNames<"完成时间">),
    text("evidence", "佐证材料"),
    text("note", "备注"),
};
inline constexpr Entity kTask{"task", "工作任务", kTaskFields, kNames<"division", "number">};

inline constexpr Field kWarMapFields[] = {
    kDivisionField,
    text("title", "作战图名称").required().listed().also(kNames<"名称", "挂图名称">),
    choice("level", "作战图层级", kResponsibilityLevels).listed().also(kNames<"层级">),
    date("updated_on", "更新日期").listed().also(kNames<"更新时间">),
    date("retired_on", "停用日期"),
    text("content", "作战图内容").also(kNames<"内容", "进度">),
    text("file", "作战图附件").also(kNames<"附件">),
};
inline constexpr Entity kWarMap{"war_map", "作战图", kWarMapFields, kNames<"division", "title">};

}  // namespace tz
