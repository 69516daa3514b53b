// Changes of the register of the poor: who came in, went out, was born into it, was taken off; and
// the cases of those who apply or are found. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kRegistryChangeKindChoices[] = {
    {1, "newly_identified", "新识别", kNames<"新增识别", "新纳入", "新致贫">},
    {2, "relapse", "返贫", kNames<"返贫纳入">},
    {3, "natural_increase", "自然增加", kNames<"人口自然增加", "新增">},
    {4, "natural_decrease", "自然减少", kNames<"人口自然减少", "减少">},
    {5, "removal", "剔除", kNames<"清退", "剔除户">},
    {6, "inclusion", "补录", kNames<"纳入", "漏评纳入">},
    {7, "correction", "信息更正", kNames<"更正">},
    {8, "exit", "脱贫退出", kNames<"脱贫", "退出">},
};
inline constexpr CodeList kRegistryChangeKinds{"registry_change_kinds", "动态调整类别",
                                               kRegistryChangeKindChoices};

inline constexpr Choice kRegistryChangeReasonChoices[] = {
    {1, "newborn", "新生儿", kNames<"出生">},
    {2, "married_in", "嫁入", kNames<"婚入">},
    {3, "moved_in", "户籍迁入", kNames<"迁入">},
    {4, "death", "死亡", {}},
    {5, "married_out", "嫁出", kNames<"婚出">},
    {6, "moved_out", "户籍迁出", kNames<"迁出">},
    {7, "illness", "因病", kNames<"因病致贫", "因病返贫">},
    {8, "disaster", "因灾", {}},
    {9, "disability", "因残", {}},
    {10, "schooling", "因学", {}},
    {11, "wrongly_included", "错评", kNames<"不符合条件">},
    {12, "exclusion_hit", "四类对象", kNames<"属四类对象">},
    {13, "missed", "漏评", {}},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kRegistryChangeReasons{"registry_change_reasons", "变动原因",
                                                 kRegistryChangeReasonChoices};

inline constexpr Field kRegistryChangeFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("registry_changes"),
    choice("kind", "动态调整类别", kRegistryChangeKinds)
        .required()
        .listed()
        .also(kNames<"变动类别", "调整类型">),
    choice("reason", "变动原因", kRegistryChangeReasons).listed().also(kNames<"调整原因">),
    text("person_name", "变动人员").required().personal().listed().also(kNames<"姓名", "成员姓名">),
    kIdNumberField,
    number("person_count", "变动人数", "人").listed().also(kNames<"人数">),
    number("year", "年度").listed().also(kNames<"年份">),
    date("effective_on", "变动日期").required().listed().also(kNames<"生效日期", "变动时间">),
    date("reviewed_on", "民主评议日期").also(kNames<"评议日期">),
    date("notice_from", "公示开始日期"),
    date("notice_to", "公示结束日期"),
    date("approved_on", "审批日期").listed().also(kNames<"审定日期", "批准日期">),
    text("approver", "审批单位").also(kNames<"批准单位">),
    text("evidence", "佐证材料"),
    text("note", "备注"),
};
inline constexpr Entity kRegistryChange{
    "registry_change", "动态调整", kRegistryChangeFields,
    kNames<"household_number", "kind", "person_name", "effective_on">};

inline constexpr Choice kInclusionDecisionChoices[] = {
    {1, "pending", "待定", kNames<"办理中">},
    {2, "registered", "纳入建档立卡", kNames<"纳入", "已建档">},
    {3, "marginal", "列为边缘户", kNames<"边缘户", "纳入监测">},
    {4, "refused", "不予纳入", kNames<"未纳入", "拒绝">},
};
inline constexpr CodeList kInclusionDecisions{"inclusion_decisions", "纳入结论",
                                              kInclusionDecisionChoices};

inline constexpr Choice kRefusalReasonChoices[] = {
    {1, "exclusion_hit", "符合不纳入情形", kNames<"七个不纳入">},
    {2, "standard_met", "已达标准", kNames<"超过标准">},
    {3, "quota", "指标限制", kNames<"规模控制", "名额已满">},
    {4, "not_resident", "非本地户籍", {}},
    {5, "withdrawn", "自愿放弃", kNames<"本人放弃">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kRefusalReasons{"refusal_reasons", "不纳入原因", kRefusalReasonChoices};

inline constexpr Field kInclusionCaseFields[] = {
    kDivisionField,
    text("number", "纳入申请编号").required().listed().also(kNames<"申请编号", "编号">),
    text("head_name", "户主姓名").personal().listed().also(kNames<"户主", "申请人">),
    kIdNumberField,
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("inclusion_cases"),
    text("source", "线索来源").also(kNames<"发现渠道">),
    choice("trigger", "申请事由", kRegistryChangeReasons).also(kNames<"致贫原因", "申请原因">),
    boolean("living_here", "现是否居住本地").also(kNames<"是否返乡居住">),
    boolean("standard_unmet", "是否未达两不愁三保障").listed(),
    money("income_per_capita", "人均纯收入").listed().also(kNames<"家庭人均纯收入">),
    number("exclusion_hits", "不纳入情形命中数", "项").listed().also(kNames<"命中不纳入项数">),
    text("exclusion_note", "不纳入情形").also(kNames<"命中情形">),
    date("applied_on", "申请日期").listed().also(kNames<"申请时间">),
    date("reviewed_on", "民主评议日期").also(kNames<"评议日期">),
    date("notice_from", "公示开始日期"),
    date("notice_to", "公示结束日期"),
    choice("decision", "纳入结论", kInclusionDecisions).listed().also(kNames<"结论", "审批结果">),
    choice("refusal_reason", "不纳入原因", kRefusalReasons).listed(),
    date("decided_on", "审定日期").also(kNames<"批准日期">),
    text("note", "备注"),
};
inline constexpr Entity kInclusionCase{"inclusion_case", "纳入申请", kInclusionCaseFields,
                                       kNames<"number">};

}  // namespace tz
