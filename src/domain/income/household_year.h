// What a household earned and spent in a year, by item. Which items count as income is policy and
// not said here. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kHouseholdYearFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("years"),
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),

    money("wage_income", "工资性收入").listed().in("收支").also(kNames<"工资收入">),
    money("business_income", "生产经营性收入")
        .listed()
        .in("收支")
        .also(kNames<"生产经营收入", "家庭经营收入">),
    money("property_income", "财产性收入").listed().in("收支").also(kNames<"财产收入">),
    money("transfer_income", "转移性收入").listed().in("收支").also(kNames<"转移收入">),
    money("business_expense", "生产经营性支出")
        .listed()
        .in("收支")
        .also(kNames<"生产经营支出", "生产经营费用支出">),
    money("total_income", "年收入").listed().in("收支").also(kNames<"家庭年收入", "家庭总收入">),
    money("net_income", "家庭纯收入").in("收支").also(kNames<"纯收入", "年纯收入">),
    money("net_income_per_capita", "人均纯收入")
        .listed()
        .in("收支")
        .also(kNames<"家庭人均纯收入", "年人均纯收入">),
    money("claims_income", "家庭理赔收入").in("收支").also(kNames<"理赔收入">),
    money("compliant_out_of_pocket", "合规自付支出").in("收支").also(kNames<"合规自付费用">),
    number("member_count_at_end", "年底家庭人口数", "人").in("收支"),
    money("monitoring_reference_income", "纳入监测对象的收入参考范围").in("收支"),
    money("reference_income_per_capita", "人均收入参考范围").in("收支"),

    money("work_wages", "务工收入").in("工资性收入"),
    money("department_public_job_wages", "行业部门公益岗收入")
        .in("工资性收入")
        .also(kNames<"行业部门公益岗">),
    money("township_public_job_wages", "乡镇公益岗收入")
        .in("工资性收入")
        .also(kNames<"乡镇公益岗">),
    money("village_public_job_wages", "村级公益岗收入").in("工资性收入").also(kNames<"村级公益岗">),
    money("gathering_income", "自主采摘收入").in("工资性收入").also(kNames<"自主采摘">),
    text("wage_note", "工资性收入说明").in("工资性收入"),

    money("planting_income", "种植收入").in("生产经营性收入"),
    money("breeding_income", "养殖收入").in("生产经营性收入"),
    money("fruit_forestry_income", "林果收入").in("生产经营性收入").also(kNames<"林业收入">),
    money("other_business_income", "其他生产经营收入").in("生产经营性收入"),
    text("business_income_note", "生产经营性收入说明").in("生产经营性收入"),

    money("asset_dividend", "资产收益扶贫分红").in("财产性收入").also(kNames<"资产收益分红">),
    money("land_transfer_income", "土地流转收入").in("财产性收入").also(kNames<"土地流转">),
    money("finance_project_income", "金融贷款项目收入")
        .in("财产性收入")
        .also(kNames<"金融贷款项目">),
    money("entrusted_farming_income", "代种代养收入").in("财产性收入").also(kNames<"代种代养">),
    money("other_property_income", "其他财产性收入").in("财产性收入"),
    text("property_income_note", "财产性收入说明").in("财产性收入"),

    money("family_planning_grant", "计划生育金").in("转移性收入"),
    money("low_income_allowance_amount", "最低生活保障金")
        .in("转移性收入")
        .held_by("civil_affairs_bureau")
        .also(kNames<"低保金">),
    money("extreme_poverty_support_amount", "特困人员救助供养金")
        .in("转移性收入")
        .held_by("civil_affairs_bureau")
        .also(kNames<"特困供养金", "五保金">),
    money("pension_amount", "养老保险金").in("转移性收入").held_by("human_resources_bureau"),
    money("ecological_compensation", "生态补偿金").in("转移性收入").held_by("forestry_bureau"),
    money("returned_forest_subsidy", "退耕还林补贴").in("转移性收入").held_by("forestry_bureau"),
    money("public_forest_subsidy", "公益林补贴")
        .in("转移性收入")
        .held_by("forestry_bureau")
        .also(kNames<"公益林">),
    money("grassland_subsidy", "草原生态奖补").in("转移性收入").held_by("forestry_bureau"),
    money("migrant_subsidy", "移民补助").in("转移性收入").also(kNames<"水库移民补助">),
    money("other_ecological_subsidy", "其他生态补偿").in("转移性收入"),
    money("corn_soybean_subsidy", "玉米大豆补贴").in("转移性收入").held_by("agriculture_bureau"),
    money("soil_fertility_subsidy", "地力补贴")
        .in("转移性收入")
        .held_by("agriculture_bureau")
        .also(kNames<"耕地地力保护补贴">),
    money("crop_insurance_subsidy", "大田保险补助").in("转移性收入").held_by("agriculture_bureau"),
    money("old_age_allowance", "高龄补贴")
        .in("转移性收入")
        .held_by("civil_affairs_bureau")
        .also(kNames<"高龄津贴">),
    money("veteran_allowance", "优抚金").in("转移性收入"),
    money("disability_allowance", "残疾补贴")
        .in("转移性收入")
        .held_by("disabled_federation")
        .also(kNames<"残疾人两项补贴", "残疾人补贴">),
    money("education_support", "教育扶持").in("转移性收入").held_by("education_bureau"),
    money("disaster_relief", "救灾款").in("转移性收入"),
    money("disabled_elderly_allowance", "失能老人补贴").in("转移性收入"),
    money("alimony", "赡养费").in("转移性收入"),
    money("heating_subsidy", "取暖费补贴").in("转移性收入"),
    money("price_subsidy", "物价补贴").in("转移性收入"),
    money("social_relief", "社会救济和补助").in("转移性收入"),
    money("poverty_insurance", "防贫保险").in("转移性收入"),
    money("donations", "经常性捐赠和赔偿").in("转移性收入"),
    money("other_transfer_income", "其他转移性收入").in("转移性收入"),
    text("transfer_income_note", "转移性收入说明").in("转移性收入"),

    money("planting_expense", "种植支出").in("生产经营性支出"),
    money("breeding_expense", "养殖支出").in("生产经营性支出"),
    money("fruit_forestry_expense", "林果支出").in("生产经营性支出"),
    money("other_business_expense", "其他生产经营支出").in("生产经营性支出"),
    text("business_expense_note", "生产经营性支出说明").in("生产经营性支出"),
};
inline constexpr Entity kHouseholdYear{"household_year", "户年度收支", kHouseholdYearFields,
                                       kNames<"household_number", "year">};

}  // namespace tz
