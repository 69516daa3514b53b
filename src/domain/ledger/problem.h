// The problem ledger: at most one item for each rule and record, from opening to close-out. Owned
// by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"
#include "domain/ledger/problem_codes.h"

namespace tz {

inline constexpr Choice kProblemStateChoices[] = {
    {1, "open", "待整改", kNames<"未整改", "未销号">},
    {2, "in_rectification", "整改中", kNames<"正在整改">},
    {3, "data_hold", "数据已达标待验收", kNames<"已整改待验收", "待验收", "已整改">},
    {4, "closed", "已销号", kNames<"销号", "是">},
    {5, "exempted", "已豁免", kNames<"豁免">},
};
inline constexpr CodeList kProblemStates{"problem_states", "整改状态", kProblemStateChoices};

inline constexpr Choice kVerdictChoices[] = {
    {1, "fails", "不符合", kNames<"不达标">},
    {2, "unknown", "情况不明", kNames<"待采集">},
};
inline constexpr CodeList kVerdicts{"verdicts", "判定结果", kVerdictChoices};

inline constexpr Field kProblemFields[] = {
    kDivisionField,
    text("rule", "规则").required().listed().in("问题").also(kNames<"规则标识">),
    text("record", "记录标识").required().in("问题"),
    text("register_name", "所在登记表").required().in("问题"),
    number("item_number", "序号").listed().in("问题"),
    text("pack", "政策包").in("问题"),
    text("address", "规则依据").listed().in("问题").also(kNames<"依据">),
    text("title", "问题名称").listed().in("问题").also(kNames<"规则名称">),
    text("category", "问题类别").in("问题"),
    choice("verdict", "判定结果", kVerdicts).in("问题"),
    text("description", "问题描述").listed().in("问题"),
    text("facts", "涉及数据").personal().in("问题"),
    text("missing", "缺少的指标").in("问题"),
    text("fields", "可更正字段").in("问题"),
    text("source", "问题来源").in("问题"),
    choice("source_kind", "问题来源类别", kProblemSources).in("问题"),
    choice("domain", "问题领域", kProblemDomains).in("问题"),
    choices("lists", "所在清单", kProblemLists).in("问题"),
    text("matter", "对应事项").in("问题"),
    kHouseholdNumberField,
    text("head_name", "户主姓名").personal().in("问题"),
    text("subject", "问题对象").personal().listed().in("问题"),
    kIdNumberField,

    choice("review_verdict", "甄别结论", kReviewVerdicts).in("整改").also(kNames<"部门甄别结论">),
    date("reviewed_on", "甄别日期").in("整改"),
    choice("owner", "责任部门", kDepartments).listed().in("整改").also(kNames<"整改责任单位">),
    date("opened_on", "发现日期").required().listed().in("整改"),
    date("last_seen_on", "最近核查日期").in("整改"),
    date("due", "整改时限").listed().in("整改").also(kNames<"整改期限">),
    choice("state", "整改状态", kProblemStates)
        .required()
        .listed()
        .in("整改")
        .also(kNames<"是否销号">),
    text("responsible", "责任人").listed().in("整改").also(kNames<"整改责任人">),
    text("responsible_phone", "责任人电话").personal().in("整改"),
    text("measure", "整改措施").listed().in("整改"),
    text("progress", "整改进展").in("整改"),
    text("outcome", "完成情况").in("整改").also(kNames<"整改结果">),
    text("evidence", "佐证材料").in("整改"),

    text("helper_signature", "结对帮扶责任人签字").personal().in("签字"),
    text("work_team_signature", "驻村工作队签字").personal().in("签字"),
    text("village_signature", "村签字").personal().in("签字"),
    text("township_signature", "乡镇签字").personal().in("签字"),
    text("county_signature", "县级签字").personal().in("签字"),
    text("department_head_signature", "部门主要负责人签字").personal().in("签字"),
    text("department_deputy_signature", "部门分管负责人签字").personal().in("签字"),

    date("data_hold_on", "数据达标日期").in("销号"),
    text("accepted_by", "验收人").personal().in("销号"),
    date("accepted_on", "验收日期").in("销号"),
    date("closed_on", "销号时间").listed().in("销号").also(kNames<"销号日期">),
    number("reopened_count", "重新打开次数", "次").in("销号"),
    text("exemption_reason", "豁免理由").in("销号"),
    date("exempted_until", "豁免截止日期").in("销号"),
};
inline constexpr Entity kProblem{"problem", "问题台账", kProblemFields, kNames<"rule", "record">};

}  // namespace tz
