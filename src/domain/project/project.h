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
    text("note", "备注"),
};
inline constexpr Entity kProject{"project", "项目", kProjectFields,
                                 kNames<"division", "name", "place">};

}  // namespace tz
