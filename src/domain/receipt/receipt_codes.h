// What a household or person can receive: code lists. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kReceiptItemsChoices[] = {
    {1, "yulu_grant", "雨露计划补助", kNames<"雨露计划", "雨露计划扶贫助学补助">},
    {2, "kindergarten_aid", "学前教育资助", kNames<"学前资助", "学前教育政府助学金">},
    {3, "boarding_meal", "寄宿生营养膳食补助",
     kNames<"营养餐补助", "营养改善补助", "寄宿生营养补助">},
    {4, "boarding_living", "寄宿生生活补助",
     kNames<"寄宿生生活费补助", "义务教育家庭经济困难学生生活补助">},
    {5, "tuition_waiver", "免学杂费", kNames<"学杂费减免", "免学费">},
    {6, "technical_school_waiver", "技工院校费用减免", kNames<"免学费教材费住宿费杂费">},
    {7, "high_school_grant", "普通高中国家助学金", kNames<"高中助学金", "普高国家助学金">},
    {8, "vocational_grant", "中职国家助学金", kNames<"中等职业教育国家助学金">},
    {9, "college_grant", "高校国家助学金", kNames<"本专科国家助学金", "大学助学金">},
    {10, "student_loan_interest", "助学贷款贴息", {}},
    {11, "other_education", "其他教育资助", kNames<"教育资助">},
    {20, "medical_premium", "医保缴费资助", kNames<"医保个人缴费补贴", "资助参保">},
    {21, "pension_premium", "养老保险代缴", kNames<"代缴养老保险费", "养老保险缴费补贴">},
    {22, "medical_relief", "医疗救助", kNames<"大病医疗救助">},
    {23, "medical_extra", "医疗费用叠加补助", kNames<"精准扶贫医疗叠加补助", "高额自付补助">},
    {30, "subsistence_allowance", "低保金", kNames<"最低生活保障金">},
    {31, "extreme_poverty_support", "特困供养金", kNames<"特困人员供养金", "五保供养金">},
    {32, "temporary_relief", "临时救助", kNames<"临时救助金">},
    {33, "income_top_up", "收入补差", kNames<"补差资金", "保障标准补差">},
    {34, "disaster_relief", "灾害救助", kNames<"救灾款", "自然灾害生活救助">},
    {35, "fuel_subsidy", "燃料补助", kNames<"燃料补贴", "烤火费">},
    {36, "disabled_living", "困难残疾人生活补贴", kNames<"残疾人生活补贴">},
    {37, "disabled_care", "重度残疾人护理补贴", kNames<"残疾人护理补贴">},
    {38, "pension", "养老金", kNames<"基础养老金", "城乡居民养老金">},
    {39, "old_age_allowance", "高龄津贴", kNames<"高龄补贴">},
    {40, "orphan_allowance", "孤儿基本生活费", kNames<"孤儿补助">},
    {41, "price_subsidy", "价格补贴", kNames<"物价补贴", "价格临时补贴">},
    {50, "house_renovation", "危房改造补助", kNames<"危改补助">},
    {51, "relocation_subsidy", "易地搬迁补助", kNames<"搬迁补助", "拆旧奖励">},
    {52, "tv_discount", "有线电视优惠", kNames<"电视收视费减免">},
    {53, "power_discount", "用电优惠", kNames<"免费用电">},
    {60, "industry_award", "产业奖补", kNames<"以奖代补", "产业以奖代补">},
    {61, "dividend", "资产收益分红", kNames<"分红", "入股分红">},
    {62, "pv_income", "光伏扶贫收益", kNames<"光伏收益">},
    {63, "loan_interest", "小额信贷贴息", kNames<"贷款贴息">},
    {64, "insurance_payout", "保险理赔", kNames<"保险赔款">},
    {65, "insurance_premium", "保险保费补贴", kNames<"保费补贴">},
    {70, "public_post_wage", "公益性岗位补贴", kNames<"公益岗位工资", "公益性岗位工资">},
    {71, "ranger_wage", "生态护林员补助", kNames<"护林员工资", "护林员管护费">},
    {72, "transport_subsidy", "务工交通补贴", kNames<"交通补助", "交通费补助">},
    {73, "training_subsidy", "技能培训补贴", kNames<"培训补贴", "培训补助">},
    {74, "employment_award", "务工奖补", kNames<"稳岗补贴", "外出务工奖补">},
    {75, "startup_subsidy", "创业补贴", kNames<"一次性创业补贴">},
    {80, "forest_compensation", "公益林补偿", kNames<"生态公益林补偿", "生态补偿">},
    {81, "returned_forest", "退耕还林补助", kNames<"退耕还林">},
    {82, "eco_land_income", "生态工程用地收入", kNames<"林地流转收入">},
    {83, "eco_labour_income", "生态工程劳务收入", kNames<"造林劳务收入">},
    {84, "farm_subsidy", "农业补贴", kNames<"耕地地力保护补贴">},
    {90, "donation", "社会捐赠", kNames<"捐赠", "社会捐助">},
    {99, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kReceiptItems{"receipt_items", "受益项目", kReceiptItemsChoices};

inline constexpr Choice kReceiptWaysChoices[] = {
    {1, "account", "打卡发放", kNames<"一卡通", "银行转账", "社保卡">},
    {2, "cash", "现金", {}},
    {3, "waiver", "费用减免", kNames<"减免", "免收">},
    {4, "in_kind", "实物", kNames<"实物发放">},
    {5, "paid_on_behalf", "代缴", kNames<"代为缴纳", "财政代缴">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kReceiptWays{"receipt_ways", "发放方式", kReceiptWaysChoices};

}  // namespace tz
