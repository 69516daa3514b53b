// Assessments of areas and units in a year: components and weights, score, rank, class, and what
// the result was used for; counties that inspect each other. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kAssessmentKindChoices[] = {
    {1, "performance", "年度考核", kNames<"成效考核", "脱贫攻坚考核">},
    {2, "acceptance", "巩固提升验收", kNames<"验收", "村级验收", "达标验收">},
    {3, "unit", "帮扶单位考核", kNames<"定点帮扶考核">},
    {4, "work_team", "驻村工作考核", kNames<"工作队考核">},
    {5, "special", "专项考核", kNames<"扶贫专项考核">},
    {6, "fund", "资金绩效评价", kNames<"绩效评价">},
    {7, "satisfaction", "满意度测评", {}},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kAssessmentKinds{"assessment_kinds", "考核类别", kAssessmentKindChoices};

inline constexpr Choice kAreaClassChoices[] = {
    {1, "consolidated", "达标巩固", kNames<"达标巩固村", "达标">},
    {2, "to_rectify", "整改提升", kNames<"整改提升村">},
    {3, "yellow_card", "黄牌警告", kNames<"黄牌警告村", "黄牌">},
    {4, "key_management", "重点管理", kNames<"重点管理村">},
};
inline constexpr CodeList kAreaClasses{"area_classes", "分类等次", kAreaClassChoices};

inline constexpr Choice kGradeChoices[] = {
    {1, "excellent", "优秀", kNames<"好">},
    {2, "good", "良好", kNames<"较好">},
    {3, "average", "一般", kNames<"合格", "称职">},
    {4, "poor", "较差", kNames<"差", "不合格", "不称职">},
};
inline constexpr CodeList kGrades{"assessment_grades", "考核等次", kGradeChoices};

inline constexpr Choice kAssessmentStateChoices[] = {
    {1, "drafted", "制定", {}},
    {2, "approved", "批准", kNames<"计划内", "已批准">},
    {3, "running", "实施", kNames<"实施中">},
    {4, "scored", "初评", {}},
    {5, "reviewed", "复核", kNames<"申诉复核">},
    {6, "decided", "审定", {}},
    {7, "published", "公布", kNames<"已公布">},
    {8, "used", "结果运用", kNames<"已运用">},
};
inline constexpr CodeList kAssessmentStates{"assessment_states", "考核状态",
                                            kAssessmentStateChoices};

inline constexpr Field kAssessmentFields[] = {
    kDivisionField,
    text("name", "考核名称").required().listed().also(kNames<"考核项目", "方案名称">),
    text("target", "考核对象").required().listed().also(kNames<"被考核单位", "对象名称">),
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份", "考核年度">),
    reference("organisation", "被考核单位机构", "organisation")
        .many("assessments")
        .by(kNames<"target">),
    choice("kind", "考核类别", kAssessmentKinds).also(kNames<"考核类型">),
    text("organiser", "考核单位").listed().also(kNames<"组织单位", "考核组织单位">),
    choice("organiser_level", "考核单位层级", kOfficeLevels).listed().also(kNames<"组织层级">),
    boolean("in_annual_plan", "是否纳入年度计划").also(kNames<"是否计划内">),
    boolean("third_party", "是否委托第三方").also(kNames<"第三方评估">),
    text("approver", "批准单位").also(kNames<"批准机关">),
    date("approved_on", "批准日期"),
    boolean("applied", "是否自行申请验收").also(kNames<"是否申请">),
    date("assessed_on", "考核日期").listed().also(kNames<"验收日期", "考核时间">),
    number("score", "考核得分", "分", "point", 2).listed().also(kNames<"得分", "总分">),
    number("previous_score", "上年得分", "分", "point", 2),
    number("rank", "考核排名", "名", "place").listed().also(kNames<"排名", "名次">),
    number("problem_count", "发现问题数", "个").listed().also(kNames<"问题数">),
    choice("class", "分类等次", kAreaClasses).listed().also(kNames<"分类", "村分类">),
    choice("grade", "考核等次", kGrades).also(kNames<"等次">),
    choice("year_grade", "主要负责人年度等次", kGrades),
    boolean("honours_granted", "是否评先评优").also(kNames<"评先评优">),
    boolean("head_promoted", "主要负责人是否提拔").also(kNames<"是否提拔">),
    choice("state", "考核状态", kAssessmentStates).listed().also(kNames<"状态">),
};
inline constexpr Entity kAssessment{"assessment", "考核验收", kAssessmentFields,
                                    kNames<"name", "target", "year">};

inline constexpr Field kAssessmentScoreFields[] = {
    kDivisionField,
    text("name", "考核名称").required().listed().also(kNames<"考核项目", "方案名称">),
    text("target", "考核对象").required().listed().also(kNames<"被考核单位", "对象名称">),
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份", "考核年度">),
    reference("assessment", "所属考核", "assessment")
        .many("components")
        .by(kNames<"name", "target", "year">),
    text("component", "考核内容").required().listed().also(kNames<"考核指标", "指标", "评分项">),
    choice("component_kind", "考核内容类别", kAssessmentKinds),
    boolean("from_inspection", "是否检查结果").also(kNames<"是否交叉检查结果">),
    number("weight", "权重", "%", "percent", 2).listed().range(0, 10'000),
    number("full_score", "满分", "分", "point", 2).also(kNames<"分值">),
    number("score", "得分", "分", "point", 2).listed().also(kNames<"评分">),
    text("source", "数据来源"),
    text("note", "扣分说明").also(kNames<"备注">),
};
inline constexpr Entity kAssessmentScore{"assessment_score", "考核得分", kAssessmentScoreFields,
                                         kNames<"name", "target", "year", "component">};

inline constexpr Field kCrossInspectionFields[] = {
    kDivisionField,
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),
    division("inspecting_division", "检查方区划")
        .required()
        .listed()
        .also(kNames<"检查县", "检查方">),
    text("inspected_name", "被检查单位").listed().also(kNames<"被检查县", "被检查乡镇">),
    date("inspected_on", "检查日期").listed().also(kNames<"检查时间">),
    number("sampled_households", "抽查户数", "户").also(kNames<"抽样户数">),
    number("problem_count", "发现问题数", "个").listed().also(kNames<"问题数">),
    number("score", "检查得分", "分", "point", 2).listed().also(kNames<"得分">),
    text("note", "备注"),
};
inline constexpr Entity kCrossInspection{"cross_inspection", "交叉检查", kCrossInspectionFields,
                                         kNames<"division", "year", "inspecting_division">};

}  // namespace tz
