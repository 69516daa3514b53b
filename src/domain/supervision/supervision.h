// Supervision: areas and sites put on a list until a standard is met, and inspections with who
// ordered them and what they found. Owned by domain; plain constants.
#pragma once
#include "domain/assistance/pairing.h"
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kListingKindChoices[] = {
    {1, "listed_supervision", "挂牌督战", kNames<"挂牌督战清单">},
    {2, "listed_handling", "挂牌督办", kNames<"督办">},
    {3, "focus", "重点关注", kNames<"重点名单", "聚焦名单">},
    {4, "yellow_card", "黄牌警告", kNames<"黄牌">},
    {5, "key_management", "重点管理", {}},
};
inline constexpr CodeList kListingKinds{"listing_kinds", "挂牌类别", kListingKindChoices};

inline constexpr Choice kListingObjectChoices[] = {
    {1, "village", "村", kNames<"行政村", "贫困村">},
    {2, "resettlement_site", "安置点", kNames<"易地搬迁安置点", "集中安置点">},
    {3, "township", "乡镇", {}},
    {4, "county", "县", {}},
    {5, "problem", "问题", {}},
};
inline constexpr CodeList kListingObjects{"listing_objects", "挂牌对象类别", kListingObjectChoices};

inline constexpr Choice kListingMetricChoices[] = {
    {1, "registered_poor", "建档立卡人口数", kNames<"贫困人口数">},
    {2, "unexited", "未脱贫人口数", kNames<"剩余贫困人口数">},
    {3, "site_persons", "安置人口数", kNames<"安置点人数">},
    {4, "score", "验收得分", kNames<"考核得分">},
    {5, "problem_count", "问题数", {}},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kListingMetrics{"listing_metrics", "挂牌指标", kListingMetricChoices};

inline constexpr Choice kListingStateChoices[] = {
    {1, "proposed", "达标触发", kNames<"拟挂牌">},
    {2, "listed", "已挂牌", kNames<"挂牌">},
    {3, "supervised", "督战中", kNames<"督办中">},
    {4, "lifted", "已销牌", kNames<"销牌", "摘牌">},
};
inline constexpr CodeList kListingStates{"listing_states", "挂牌状态", kListingStateChoices};

inline constexpr Field kSupervisionListingFields[] = {
    kDivisionField,
    choice("kind", "挂牌类别", kListingKinds).required().listed().also(kNames<"清单类别">),
    choice("object_kind", "挂牌对象类别", kListingObjects).listed().also(kNames<"对象类别">),
    text("object_name", "挂牌对象").required().listed().also(kNames<"对象名称", "督战对象">),
    choice("metric", "挂牌指标", kListingMetrics).required().listed().also(kNames<"指标">),
    number("threshold", "挂牌标准值").also(kNames<"标准值", "阈值">),
    number("value", "实际值").listed().also(kNames<"指标值">),
    date("listed_on", "挂牌日期").listed().also(kNames<"挂牌时间">),
    text("supervisor", "督战责任人").listed().also(kNames<"督战领导", "督办责任人">),
    text("supervisor_title", "督战责任人职务").also(kNames<"职务">),
    text("measures", "督战措施").also(kNames<"措施">),
    choice("state", "挂牌状态", kListingStates).listed().also(kNames<"状态">),
    date("lifted_on", "销牌日期").listed().also(kNames<"摘牌日期">),
    text("lifted_reason", "销牌依据").also(kNames<"销牌理由">),
};
inline constexpr Entity kSupervisionListing{"supervision_listing", "挂牌督战",
                                            kSupervisionListingFields,
                                            kNames<"division", "kind", "object_name", "metric">};

inline constexpr Choice kInspectionModeChoices[] = {
    {1, "announced", "明查", kNames<"实地检查", "督查">},
    {2, "unannounced", "暗访", kNames<"四不两直", "明察暗访">},
    {3, "random_visit", "随机走访", kNames<"随机抽查">},
    {4, "special", "专项督查", kNames<"专项检查">},
    {5, "telephone", "电话问卷", kNames<"电话抽查">},
    {6, "patrol", "巡察", kNames<"巡视", "专项巡察">},
    {7, "guidance", "调研督导", kNames<"督导", "调研">},
    {8, "backpack", "背包式督查", kNames<"背包式", "蹲点督查">},
    {9, "assessment", "考核检查", kNames<"考核">},
};
inline constexpr CodeList kInspectionModes{"inspection_modes", "督查方式", kInspectionModeChoices};

inline constexpr Choice kInspectionStateChoices[] = {
    {1, "planned", "计划", kNames<"已批准">},           {2, "running", "实施", kNames<"进行中">},
    {3, "fed_back", "反馈", kNames<"已反馈">},          {4, "rectifying", "整改", kNames<"整改中">},
    {5, "revisited", "回访", kNames<"已回访", "完成">},
};
inline constexpr CodeList kInspectionStates{"inspection_states", "督查状态",
                                            kInspectionStateChoices};

inline constexpr Field kInspectionFields[] = {
    kDivisionField,
    text("organiser", "督查单位").required().listed().also(kNames<"组织单位", "检查单位">),
    choice("organiser_level", "督查单位层级", kOfficeLevels).also(kNames<"组织层级">),
    choice("mode", "督查方式", kInspectionModes).required().listed().also(kNames<"方式">),
    text("topic", "督查事项").listed().also(kNames<"督查内容", "检查事项", "主题">),
    number("year", "年度").also(kNames<"年份">),
    number("round", "督查轮次").listed().also(kNames<"轮次">),
    boolean("in_annual_plan", "是否纳入年度计划").listed().also(kNames<"是否计划内">),
    boolean("special_poverty", "是否脱贫专项考核").also(kNames<"是否专项考核">),
    text("approver", "批准单位").also(kNames<"批准机关">),
    date("approved_on", "批准日期"),
    text("team_name", "督查组").also(kNames<"组别">),
    number("group_count", "督查组数", "个").also(kNames<"组数">),
    number("village_count", "督查村数", "个").also(kNames<"村数">),
    number("household_count", "督查户数", "户").also(kNames<"户数">),
    date("started_on", "督查开始日期").required().listed().also(kNames<"开始日期", "督查日期">),
    date("ended_on", "督查结束日期").listed().also(kNames<"结束日期">),
    number("problem_count", "发现问题数", "个").listed().also(kNames<"问题数">),
    date("fed_back_on", "反馈日期").also(kNames<"反馈时间">),
    date("rectified_on", "整改完成日期"),
    date("revisited_on", "回访日期"),
    choice("state", "督查状态", kInspectionStates).listed().also(kNames<"状态">),
};
inline constexpr Entity kInspection{"inspection", "督查巡查", kInspectionFields,
                                    kNames<"division", "organiser", "mode", "started_on">};

}  // namespace tz
