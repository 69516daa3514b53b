// Evaluations of an area: own checks, reviews from above, third parties; with what their samples
// found. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kEvaluationKindChoices[] = {
    {1, "self_check", "自查", kNames<"村级自查", "县级自查">},
    {2, "county_review", "县级复核", kNames<"县级核查", "县复核">},
    {3, "city_review", "市级初审", kNames<"市初审", "市级核查">},
    {4, "province_review", "省级核查", kNames<"省核查">},
    {5, "third_party", "第三方评估", kNames<"省第三方评估">},
    {6, "national", "国家考核", kNames<"国考">},
    {7, "exit_inspection", "退出督查", kNames<"退出检查">},
    {8, "satisfaction", "满意度调查", kNames<"群众认可度调查">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kEvaluationKinds{"evaluation_kinds", "评估类别", kEvaluationKindChoices};

inline constexpr Field kEvaluationFields[] = {
    kDivisionField,
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),
    choice("kind", "评估类别", kEvaluationKinds).required().listed().also(kNames<"评估类型">),
    text("organiser", "评估组织单位").listed().also(kNames<"组织单位", "评估机构", "主办单位">),
    choice("organiser_level", "组织单位层级", kOfficeLevels).also(kNames<"组织层级">),
    boolean("province_approved", "是否经省领导小组批准").also(kNames<"是否省级批准">),
    date("approved_on", "批准日期"),
    text("approver", "批准单位"),
    date("evaluated_on", "评估日期").listed().also(kNames<"评估时间", "检查日期">),
    number("poor_count", "贫困人口数", "人").also(kNames<"剩余贫困人口">),
    number("rural_population", "农村人口数", "人").also(kNames<"农村户籍人口">),
    number("sampled_not_poor", "抽样非贫困户数", "户").also(kNames<"抽查非贫困户数">),
    number("missed_count", "漏评户数", "户").listed(),
    number("sampled_exits", "抽样脱贫户数", "户").also(kNames<"抽查脱贫户数">),
    number("wrong_exit_count", "错退户数", "户").listed(),
    number("asked_count", "调查人数", "人").also(kNames<"受访人数", "访问人数">),
    number("approving_count", "认可人数", "人").listed().also(kNames<"满意人数">),
    number("village_count", "核查村数", "个").also(kNames<"抽查村数">),
    number("township_count", "核查乡镇数", "个").also(kNames<"抽查乡镇数">),
    number("problem_count", "发现问题数", "个").listed().also(kNames<"问题数">),
    number("score", "评估得分", "分", "point", 2).listed().also(kNames<"得分">),
    boolean("passed", "是否通过").listed().also(kNames<"评估结论", "是否合格">),
    text("note", "备注"),
};
inline constexpr Entity kEvaluation{"evaluation", "评估核查", kEvaluationFields,
                                    kNames<"division", "year", "kind">};

}  // namespace tz
