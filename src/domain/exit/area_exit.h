// Villages and counties leaving the list of the poor: targets of a year, what was reached, the
// order of reviews; and the census of the households. Owned by domain; plain constants.
#pragma once
#include "domain/assistance/pairing.h"
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kAreaExitStateChoices[] = {
    {1, "proposed", "拟摘帽", kNames<"拟出列", "拟退出">},
    {2, "self_checked", "县自查", kNames<"自查">},
    {3, "city_reviewed", "市级初审", kNames<"市初审">},
    {4, "evaluated", "省第三方评估", kNames<"第三方评估">},
    {5, "approved", "已批准", kNames<"批准摘帽", "已摘帽", "已出列">},
    {6, "census", "已普查", kNames<"普查">},
};
inline constexpr CodeList kAreaExitStates{"area_exit_states", "摘帽状态", kAreaExitStateChoices};

inline constexpr Field kAreaExitFields[] = {
    kDivisionField,
    choice("level", "退出层级", kObjectLevels).required().listed().also(kNames<"层级">),
    number("year", "退出年度").required().listed().range(1990, 2100).also(kNames<"年度">),
    number("planned_year", "计划退出年度").listed().also(kNames<"计划年度">),
    number("poor_person_count", "剩余贫困人口数", "人").in("标准").also(kNames<"未脱贫人口">),
    number("rural_population", "农村户籍人口数", "人").in("标准").also(kNames<"农业户籍人口">),
    number("headcount_ratio", "贫困发生率", "%", "percent", 2).listed().in("标准"),
    number("poor_village_total", "贫困村总数", "个").in("标准"),
    number("poor_village_out", "贫困村出列数", "个").in("标准").also(kNames<"已出列村数">),
    number("income_growth", "农民收入增幅", "%", "percent", 2).in("标准"),
    number("province_income_growth", "全省农民收入增幅", "%", "percent", 2).in("标准"),
    number("indicator_total", "退出指标总数", "项").in("标准").also(kNames<"公共服务指标数">),
    number("indicator_passed", "达标指标数", "项").in("标准").also(kNames<"指标达标数">),
    money("collective_income", "集体经济收入").in("标准"),
    date("self_checked_on", "自查日期").in("程序"),
    boolean("city_review_passed", "市级初审是否通过").listed().in("程序"),
    date("city_reviewed_on", "市级初审日期").listed().in("程序"),
    boolean("third_party_passed", "第三方评估是否通过").listed().in("程序"),
    date("third_party_on", "第三方评估日期").listed().in("程序"),
    date("approved_on", "批准退出日期").listed().in("程序").also(kNames<"批准日期", "摘帽日期">),
    choice("state", "摘帽状态", kAreaExitStates).listed().in("程序").also(kNames<"状态">),
    date("help_until", "帮扶期截止日期").in("后续").also(kNames<"政策截止日期">),
    date("policy_ended_on", "政策终止日期").in("后续"),
    money("award", "退出奖励金额").in("后续").also(kNames<"奖励资金">),
    number("award_count", "奖励次数", "次").in("后续"),
};
inline constexpr Entity kAreaExit{"area_exit", "村县退出", kAreaExitFields,
                                  kNames<"division", "level", "year">};

inline constexpr Field kExitTargetFields[] = {
    kDivisionField,
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),
    number("assigned_person_count", "上级下达脱贫人数", "人").listed().also(kNames<"下达人数">),
    number("assigned_household_count", "上级下达脱贫户数", "户").also(kNames<"下达户数">),
    number("assigned_village_count", "上级下达出列村数", "个").also(kNames<"下达村数">),
    number("assigned_county_count", "上级下达摘帽县数", "个").also(kNames<"下达县数">),
    number("person_count", "计划脱贫人数", "人").listed().also(kNames<"目标人数">),
    number("household_count", "计划脱贫户数", "户").listed().also(kNames<"目标户数">),
    number("village_count", "计划出列村数", "个").also(kNames<"目标村数">),
    number("county_count", "计划摘帽县数", "个").also(kNames<"目标县数">),
    number("child_person_count", "下级计划脱贫人数合计", "人")
        .listed()
        .also(kNames<"下级合计人数">),
    number("done_person_count", "实际脱贫人数", "人").listed().also(kNames<"完成人数">),
    number("done_household_count", "实际脱贫户数", "户").also(kNames<"完成户数">),
    number("done_village_count", "实际出列村数", "个").also(kNames<"完成村数">),
    number("done_county_count", "实际摘帽县数", "个").also(kNames<"完成县数">),
    text("note", "备注"),
};
inline constexpr Entity kExitTarget{"exit_target", "脱贫计划目标", kExitTargetFields,
                                    kNames<"division", "year">};

inline constexpr Field kCensusRecordFields[] = {
    kDivisionField,
    text("round", "普查批次").required().listed().also(kNames<"普查轮次", "批次">),
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("census_records"),
    date("registered_on", "普查登记日期").required().listed().also(kNames<"登记日期", "普查日期">),
    text("enumerator", "普查员").listed().also(kNames<"普查员姓名">),
    money("income_per_capita", "人均纯收入").also(kNames<"家庭人均纯收入">),
    boolean("food_ok", "吃是否达标").also(kNames<"不愁吃">),
    boolean("clothing_ok", "穿是否达标").also(kNames<"不愁穿">),
    boolean("education_ok", "教育是否达标").also(kNames<"义务教育有保障">),
    boolean("medical_ok", "医疗是否达标").also(kNames<"基本医疗有保障">),
    boolean("housing_ok", "住房是否达标").also(kNames<"住房安全有保障">),
    boolean("water_ok", "饮水是否达标").also(kNames<"饮水安全有保障">),
    boolean("qualified", "普查是否合格").listed().also(kNames<"是否合格">),
    text("note", "备注"),
};
inline constexpr Entity kCensusRecord{"census_record", "普查登记", kCensusRecordFields,
                                      kNames<"round", "household_number">};

}  // namespace tz
