// Honours, care and moves of cadres; village organisations that are set right; publicity and what
// was handed to households. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kHonourKindChoices[] = {
    {1, "commendation", "表彰", kNames<"先进个人", "先进集体", "表彰奖励">},
    {2, "promotion", "提拔重用", kNames<"提拔", "晋升">},
    {3, "care", "关心关爱", kNames<"慰问", "体检", "关爱">},
    {4, "transfer", "岗位调整", kNames<"调整", "召回">},
    {5, "sacrifice", "因公牺牲", kNames<"因公殉职">},
    {6, "model_case", "典型案例", kNames<"先进典型">},
};
inline constexpr CodeList kHonourKinds{"honour_kinds", "荣誉类别", kHonourKindChoices};

inline constexpr Field kHonourFields[] = {
    kDivisionField,
    choice("kind", "荣誉类别", kHonourKinds).required().listed().also(kNames<"类别">),
    text("recipient", "获得者").required().listed().also(kNames<"姓名", "对象", "获奖单位">),
    text("unit", "获得者单位").listed().also(kNames<"单位", "工作单位">),
    reference("staff", "获得工作人员", "staff").many("honours").by(kNames<"recipient", "unit">),
    text("name", "荣誉名称").required().listed().also(kNames<"表彰名称", "称号">),
    choice("level", "荣誉层级", kOfficeLevels).listed().also(kNames<"级别", "表彰级别">),
    text("awarded_by", "授予单位").also(kNames<"表彰单位">),
    date("awarded_on", "授予日期").listed().also(kNames<"表彰日期">),
    number("year", "年度").also(kNames<"年份">),
    text("note", "备注"),
};
inline constexpr Entity kHonour{"honour", "荣誉关爱", kHonourFields,
                                kNames<"kind", "recipient", "name">};

inline constexpr Choice kBranchStateChoices[] = {
    {1, "identified", "认定", kNames<"已认定">},
    {2, "rectifying", "整顿", kNames<"整顿中">},
    {3, "accepted", "验收", kNames<"已验收">},
    {4, "closed", "销号", kNames<"已销号", "转化">},
};
inline constexpr CodeList kBranchStates{"branch_states", "整顿状态", kBranchStateChoices};

inline constexpr Field kVillageBranchFields[] = {
    kDivisionField,
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),
    text("name", "村党组织名称").listed().also(kNames<"党组织名称", "村党支部">),
    number("committee_count", "村两委人数", "人").listed().also(kNames<"两委成员数">),
    number("party_member_count", "党员人数", "人").listed().also(kNames<"党员数">),
    number("new_member_count", "新发展党员数", "人"),
    number("reserve_cadre_count", "后备干部人数", "人").also(kNames<"后备干部数">),
    boolean("weak", "是否软弱涣散").listed().also(kNames<"软弱涣散村">),
    date("identified_on", "认定日期").listed(),
    choice("state", "整顿状态", kBranchStates).listed().also(kNames<"状态">),
    date("accepted_on", "整顿验收日期").listed().also(kNames<"验收日期">),
    text("note", "备注"),
};
inline constexpr Entity kVillageBranch{"village_branch", "村党组织", kVillageBranchFields,
                                       kNames<"division", "year">};

inline constexpr Choice kPublicityKindChoices[] = {
    {1, "news", "新闻报道", kNames<"报道", "宣传报道">},
    {2, "model_case", "典型案例", kNames<"典型经验">},
    {3, "lecture", "宣讲", kNames<"政策宣讲", "巡回宣讲", "讲习">},
    {4, "culture", "文化活动", kNames<"文艺演出", "文化惠民">},
    {5, "onsite", "现场活动", kNames<"现场会", "观摩">},
    {6, "study", "学习活动", kNames<"理论学习", "中心组学习">},
    {7, "village_rule", "村规民约", kNames<"移风易俗">},
    {8, "warning_education", "警示教育", {}},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kPublicityKinds{"publicity_kinds", "宣传类别", kPublicityKindChoices};

inline constexpr Field kPublicityItemFields[] = {
    kDivisionField,
    choice("kind", "宣传类别", kPublicityKinds).required().listed().also(kNames<"活动类别">),
    text("title", "宣传标题").required().listed().also(kNames<"标题", "活动名称", "主题">),
    date("held_on", "宣传日期").required().listed().also(kNames<"活动日期", "刊发日期">),
    text("organiser", "宣传组织单位").listed().also(kNames<"组织单位", "主办单位">),
    text("media", "刊发媒体").listed().also(kNames<"媒体">),
    choice("level", "媒体层级", kOfficeLevels).listed().also(kNames<"级别">),
    number("participant_count", "参与人数", "人").listed().also(kNames<"参加人数", "受众人数">),
    number("session_count", "场次", "场").also(kNames<"次数">),
    text("note", "备注"),
};
inline constexpr Entity kPublicityItem{"publicity_item", "宣传活动", kPublicityItemFields,
                                       kNames<"kind", "title", "held_on">};

inline constexpr Field kMaterialDeliveryFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("material_deliveries"),
    text("material", "宣传资料").required().listed().also(kNames<"资料名称", "政策资料">),
    number("quantity", "发放数量", "份").listed().also(kNames<"数量", "份数">),
    date("delivered_on", "发放日期").required().listed().also(kNames<"发放时间">),
    text("deliverer", "发放人").listed(),
    text("signature", "签收人").personal(),
};
inline constexpr Entity kMaterialDelivery{"material_delivery", "资料发放", kMaterialDeliveryFields,
                                          kNames<"household_number", "material", "delivered_on">};

}  // namespace tz
