// What is done about a problem, step by step: a problem may need several tasks and closes when all
// are done. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"
#include "domain/responsibility/task.h"

namespace tz {

inline constexpr Field kRectificationTaskFields[] = {
    kDivisionField,
    text("problem_rule", "问题规则").required().also(kNames<"规则", "规则标识", "问题编号">),
    text("problem_record", "问题记录标识").required().also(kNames<"记录标识">),
    reference("problem", "所属问题", "problem")
        .many("tasks")
        .by(kNames<"problem_rule", "problem_record">),
    number("sequence", "整改任务序号").required().listed().also(kNames<"任务序号">),
    text("measure", "整改措施").listed().also(kNames<"整改任务", "任务内容">),
    text("unit", "整改责任单位").listed().also(kNames<"责任单位", "单位">),
    choice("department", "责任部门", kDepartments).also(kNames<"牵头部门">),
    text("person_name", "整改责任人").listed().also(kNames<"责任人">),
    date("due", "整改时限").listed().also(kNames<"整改期限", "完成时限">),
    choice("state", "整改任务状态", kTaskStates).listed().also(kNames<"状态", "任务状态">),
    date("done_on", "完成日期").listed().also(kNames<"完成时间", "整改完成日期">),
    text("evidence", "佐证材料"),
    text("checker", "验收人").also(kNames<"核查人">),
    date("accepted_on", "验收日期"),
    text("note", "备注"),
};
inline constexpr Entity kRectificationTask{"rectification_task", "整改任务",
                                           kRectificationTaskFields,
                                           kNames<"problem_rule", "problem_record", "sequence">};

}  // namespace tz
