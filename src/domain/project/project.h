// The project library: what a county plans and builds with assistance money. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kProjectKindChoices[] = {
    {1, "industry", "产业发展", kNames<"产业发展类", "产业项目">},
    {2, "employment", "就业项目", kNames<"就业类", "就业">},
    {3, "rural_construction", "乡村建设行动", kNames<"乡村建设">},
    {4, "relocation_follow_up", "易地搬迁后扶", kNames<"易地搬迁后续扶持">},
    {5, "guarantees", "巩固三保障成果", kNames<"巩固“三保障”成果", "巩固三保障">},
    {6, "governance", "乡村治理和精神文明建设", kNames<"乡村治理和精神文明", "乡村治理">},
    {7, "management_fee", "项目管理费", kNames<"管理费">},
    {8, "public_job", "公益岗位", kNames<"公益性岗位">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kProjectKinds{"project_kinds", "项目类型", kProjectKindChoices};

inline constexpr Choice kConstructionKindChoices[] = {
    {1, "new", "新建", {}},
    {2, "extension", "扩建", {}},
    {3, "rebuilding", "改建", kNames<"改扩建">},
    {4, "continued", "续建", {}},
    {5, "maintenance", "维修", kNames<"维修加固">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kConstructionKinds{"construction_kinds", "建设性质",
                                             kConstructionKindChoices};

// What a region supports before anything else.
inline constexpr Choice kProjectPriorityChoices[] = {
    {1, "two_assurances", "两不愁三保障", kNames<"两不愁三保障类", "三保障">},
    {2, "industry", "产业发展", kNames<"产业发展类", "产业">},
    {3, "infrastructure_services", "基础设施和基本公共服务", kNames<"双基", "双基建设", "双基类">},
    {9, "other", "其他", kNames<"其它", "一般">},
};
inline constexpr CodeList kProjectPriorities{"project_priorities", "优先类别",
                                             kProjectPriorityChoices};

// The five steps into the library; a refused project goes back with an opinion.
inline constexpr Choice kLibraryStateChoices[] = {
    {1, "village_declared", "村级申报", kNames<"村申报", "已申报">},
    {2, "township_reviewed", "乡镇审查", kNames<"乡镇审核", "乡镇已审查">},
    {3, "department_reviewed", "主管部门审核", kNames<"部门审核", "部门已审核">},
    {4, "group_decided", "领导小组审定", kNames<"县级审定", "已审定">},
    {5, "city_filed", "市级备案", kNames<"已备案", "已入库", "入库">},
    {6, "returned", "退回", kNames<"已退回">},
    {7, "removed", "清理出库", kNames<"已出库", "出库">},
};
inline constexpr CodeList kLibraryStates{"library_states", "项目库状态", kLibraryStateChoices};

inline constexpr Field kProjectFields[] = {
    kDivisionField,
    text("number", "项目编号").listed().also(kNames<"项目编码">),
    number("year", "年度").listed().also(kNames<"项目年度">),
    choice("kind", "项目类型", kProjectKinds).listed().also(kNames<"项目类别">),
    text("second_kind", "二级项目类型").listed(),
    text("third_kind", "项目子类型"),
    text("name", "项目名称").required().listed(),
    choice("construction_kind", "建设性质", kConstructionKinds).listed(),
    text("place", "实施地点").required().listed().also(kNames<"建设地点">),
    text("schedule", "时间进度").also(kNames<"建设期限">),
    text("responsible_unit", "责任单位").listed().also(kNames<"实施单位", "项目实施单位">),
    text("content", "建设内容与规模")
        .also(kNames<"项目建设内容", "建设内容", "建设内容及规模", "公益岗位项目建设内容">),
    text("funding", "资金规模和筹资方式").also(kNames<"资金来源">),
    money("budget", "项目预算总投资").listed().also(kNames<"总投资", "预算总投资">),
    money("fiscal_funds", "财政资金").also(kNames<"其中：财政资金", "其中财政资金">),
    money("other_funds", "其他资金"),
    text("beneficiaries", "受益对象"),
    number("benefiting_households", "受益户数", "户"),
    number("benefiting_persons", "受益人数", "人"),
    text("performance_target", "绩效目标"),
    text("participation", "群众参与和联农带农机制").also(kNames<"联农带农机制">),
    boolean("in_annual_plan", "是否纳入年度项目实施计划"),
    date("started_on", "开工日期"),
    date("finished_on", "完工日期"),
    date("accepted_on", "验收日期"),
    choice("priority", "优先类别", kProjectPriorities).in("入库").also(kNames<"优先支持类别">),
    choice("library_state", "项目库状态", kLibraryStates).in("入库").also(kNames<"入库状态">),
    date("village_declared_on", "村级申报日期").in("入库").also(kNames<"申报日期">),
    date("township_reviewed_on", "乡镇审查日期").in("入库").also(kNames<"乡镇审核日期">),
    date("department_reviewed_on", "主管部门审核日期").in("入库").also(kNames<"部门审核日期">),
    date("group_decided_on", "领导小组审定日期").in("入库").also(kNames<"县级审定日期">),
    date("city_filed_on", "市级备案日期").in("入库").also(kNames<"备案日期", "入库日期">),
    text("returned_opinion", "退回意见").in("入库"),
    date("removed_on", "出库日期").in("入库").also(kNames<"清理出库日期">),
    boolean("special_fund_selected", "是否专项资金择优项目").in("入库").also(kNames<"是否择优">),

    date("publicised_on", "实施前公示日期").in("十项制度").also(kNames<"公示日期", "公告公示日期">),
    date("finish_publicised_on", "完工公告日期").in("十项制度").also(kNames<"事后公告日期">),
    text("legal_person", "项目法人").in("十项制度").also(kNames<"项目法人单位">),
    boolean("tender_needed", "是否需要招投标").in("十项制度"),
    date("tendered_on", "招投标日期").in("十项制度").also(kNames<"中标日期", "采购日期">),
    text("contractor", "施工单位").in("十项制度").also(kNames<"中标单位">),
    money("contract_amount", "合同金额").in("十项制度").also(kNames<"中标金额">),
    boolean("is_works", "是否工程类项目").in("十项制度").also(kNames<"工程类项目">),
    text("supervisor", "监理单位").in("十项制度"),
    date("supervised_since", "监理进场日期").in("十项制度"),
    boolean("acceptance_passed", "验收是否合格").in("十项制度").also(kNames<"验收结果">),
    date("reimbursed_on", "报账日期").in("十项制度").also(kNames<"县级报账日期">),
    money("paid_amount", "已支付金额").in("十项制度").also(kNames<"已报账金额">),
    date("audited_on", "决算审计日期").in("十项制度").also(kNames<"审计日期">),
    money("audited_amount", "审定金额").in("十项制度").also(kNames<"决算审定金额">),
    date("final_paid_on", "尾款支付日期").in("十项制度"),
    text("upkeep_person", "管护责任人").in("十项制度").also(kNames<"管护人">),
    date("handed_over_on", "移交管护日期").in("十项制度").also(kNames<"移交日期">),
    date("evaluated_on", "绩效评价日期").in("十项制度").also(kNames<"评价日期">),
    boolean("goal_reached", "绩效目标是否完成").in("十项制度"),
    boolean("violation_found", "是否发现违规问题").in("十项制度").also(kNames<"是否违规">),
    date("accountability_on", "责任追究日期").in("十项制度").also(kNames<"追责日期">),
    date("target_set_on", "绩效目标批复日期").in("十项制度"),
    text("no_asset_reason", "未形成资产原因").in("资产"),
    text("note", "备注"),
};
inline constexpr Entity kProject{"project", "项目", kProjectFields,
                                 kNames<"division", "name", "place">};

}  // namespace tz
