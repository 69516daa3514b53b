// A campaign: a seasonal offensive, a survey, a stage of work; tasks and survey sheets belong to
// one. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kCampaignKindChoices[] = {
    {1, "offensive", "季度攻势", kNames<"攻势", "季节性攻势", "专项攻坚">},
    {2, "survey", "大排查", kNames<"排查", "摸底", "入户核查", "集中排查">},
    {3, "look_back", "回头看", {}},
    {4, "improvement", "提质增效", {}},
    {5, "rectification", "集中整改", kNames<"整改行动", "问题清零">},
    {6, "census", "普查", kNames<"脱贫攻坚普查">},
    {7, "visit_round", "集中走访", kNames<"遍访", "三走访三签字">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kCampaignKinds{"campaign_kinds", "行动类别", kCampaignKindChoices};

inline constexpr Choice kCampaignStateChoices[] = {
    {1, "planned", "计划", kNames<"未开始">},     {2, "running", "进行中", kNames<"进行">},
    {3, "covered", "全覆盖", kNames<"已全覆盖">}, {4, "accepted", "已验收", kNames<"验收">},
    {5, "ended", "已结束", kNames<"结束">},
};
inline constexpr CodeList kCampaignStates{"campaign_states", "行动状态", kCampaignStateChoices};

inline constexpr Field kCampaignFields[] = {
    kDivisionField,
    text("name", "行动名称").required().listed().also(kNames<"活动名称", "攻势名称", "名称">),
    choice("kind", "行动类别", kCampaignKinds).listed().also(kNames<"活动类别">),
    number("year", "年度").listed().also(kNames<"年份">),
    text("stage", "阶段").listed().also(kNames<"工作阶段">),
    text("aim", "行动范围").also(kNames<"范围", "目标任务">),
    date("started_on", "开始日期").listed().also(kNames<"启动日期", "开始时间">),
    date("ended_on", "结束日期").listed().also(kNames<"完成日期", "结束时间">),
    number("village_total", "应查村数", "个").also(kNames<"村总数">),
    number("township_total", "应查乡镇数", "个").also(kNames<"乡镇总数">),
    number("household_total", "应查户数", "户").also(kNames<"户总数">),
    number("item_total", "每户应查项数", "项").also(kNames<"问题项数", "应答项数">),
    choice("state", "行动状态", kCampaignStates).listed().also(kNames<"状态">),
    text("note", "备注"),
};
inline constexpr Entity kCampaign{"campaign", "专项行动", kCampaignFields, kNames<"name">};

}  // namespace tz
