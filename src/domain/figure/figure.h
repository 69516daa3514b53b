// Figures that are published or reported, with unit, day, source and denominator; and reports that
// units owe. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Field kIndicatorFields[] = {
    kDivisionField,
    text("code", "指标代码").required().listed().also(kNames<"代码">),
    text("name", "指标名称").required().listed().also(kNames<"名称">),
    text("unit", "计量单位").listed().also(kNames<"单位">),
    text("formula", "计算方法").also(kNames<"公式", "指标口径">),
    choice("department", "指标部门", kDepartments).listed().also(kNames<"责任部门">),
};
inline constexpr Entity kIndicator{"indicator", "统计指标", kIndicatorFields, kNames<"code">};

inline constexpr Choice kFigureQualifierChoices[] = {
    {1, "exact", "准确数", kNames<"等于">},
    {2, "over", "余", kNames<"多", "超过", "以上">},
    {3, "nearly", "近", kNames<"不到", "接近">},
    {4, "about", "约", kNames<"左右", "大约">},
};
inline constexpr CodeList kFigureQualifiers{"figure_qualifiers", "数值限定",
                                            kFigureQualifierChoices};

inline constexpr Choice kFigureStateChoices[] = {
    {1, "collected", "采集", kNames<"已采集">},
    {2, "checked", "核对", kNames<"已核对">},
    {3, "published", "发布", kNames<"已发布">},
    {4, "corrected", "更正", kNames<"已更正">},
};
inline constexpr CodeList kFigureStates{"figure_states", "数据状态", kFigureStateChoices};

inline constexpr Field kIndicatorFigureFields[] = {
    kDivisionField,
    text("code", "指标代码").required().listed().also(kNames<"代码">),
    reference("indicator", "所属指标", "indicator").many("figures").by(kNames<"code">),
    text("name", "指标名称").listed().also(kNames<"名称">),
    text("period", "统计期").required().listed().also(kNames<"时期", "报告期">),
    number("year", "年度").listed().also(kNames<"年份">),
    date("as_of_day", "截止日期").also(kNames<"时点">),
    number("value", "指标数值", {}, {}, 4).listed().also(kNames<"数值", "指标值", "值">),
    text("unit", "计量单位").listed().also(kNames<"单位">),
    text("printed", "原文数字").also(kNames<"原文表述">),
    choice("qualifier", "数值限定", kFigureQualifiers).also(kNames<"限定词">),
    text("denominator_name", "分母指标").also(kNames<"分母">),
    number("denominator", "分母数值", {}, {}, 4),
    number("target", "目标值", {}, {}, 4).also(kNames<"目标">),
    text("source", "数据来源").listed().also(kNames<"来源">),
    text("source_address", "来源位置").also(kNames<"出处">),
    choice("state", "数据状态", kFigureStates).listed().also(kNames<"状态">),
    text("note", "备注"),
};
inline constexpr Entity kIndicatorFigure{"indicator_figure", "指标数据", kIndicatorFigureFields,
                                         kNames<"division", "code", "period">};

inline constexpr Choice kReportKindChoices[] = {
    {1, "annual", "年度报告", kNames<"年度总结", "成员单位年度报告">},
    {2, "half_year", "半年报告", kNames<"半年总结">},
    {3, "monthly", "月报", kNames<"月度报告">},
    {4, "special", "专题报告", kNames<"专项报告">},
};
inline constexpr CodeList kReportKinds{"report_kinds", "报告类别", kReportKindChoices};

inline constexpr Choice kReportStateChoices[] = {
    {1, "drafted", "起草", kNames<"草稿">},
    {2, "reviewed", "审核", kNames<"已审核">},
    {3, "submitted", "已报送", kNames<"报送", "上报">},
    {4, "published", "已发布", kNames<"发布">},
};
inline constexpr CodeList kReportStates{"report_states", "报告状态", kReportStateChoices};

inline constexpr Field kWorkReportFields[] = {
    kDivisionField,
    text("unit", "报告单位").required().listed().also(kNames<"单位", "成员单位">),
    reference("organisation", "所属单位机构", "organisation").many("reports").by(kNames<"unit">),
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),
    choice("kind", "报告类别", kReportKinds).required().listed().also(kNames<"报告类型">),
    text("title", "报告标题").required().listed().also(kNames<"标题">),
    text("done", "开展情况"),
    text("experience", "经验做法"),
    text("problems", "存在问题"),
    text("next", "下步打算").also(kNames<"下年打算">),
    choice("state", "报告状态", kReportStates).listed().also(kNames<"状态">),
    date("due", "报送时限").also(kNames<"时限">),
    date("submitted_on", "报送日期").listed().also(kNames<"上报日期">),
};
inline constexpr Entity kWorkReport{"work_report", "工作报告", kWorkReportFields,
                                    kNames<"unit", "year", "kind", "title">};

}  // namespace tz
