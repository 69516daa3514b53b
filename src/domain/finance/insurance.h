// Insurance bought by or for a household, and what it paid. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kInsuranceKindsChoices[] = {
    {1, "accident", "人身意外保险", kNames<"意外险", "意外伤害保险">},
    {2, "medical_supplement", "补充医疗保险", kNames<"医疗补充险", "大病补充保险">},
    {3, "life", "人寿保险", kNames<"寿险">},
    {4, "dwelling", "农房保险", kNames<"农村住房保险", "住房保险">},
    {5, "crop", "种植业保险", kNames<"种植险", "农作物保险">},
    {6, "livestock", "养殖业保险", kNames<"养殖险">},
    {7, "price", "价格保险", kNames<"目标价格保险", "价格指数保险">},
    {8, "income", "防贫保险", kNames<"防返贫保险", "收入保险">},
    {9, "loan", "小额信贷保证保险", kNames<"信贷保证保险", "借款人保险">},
    {10, "education", "助学保险", kNames<"学生平安保险">},
    {11, "forest", "森林保险", kNames<"林木保险">},
    {12, "disaster", "自然灾害公众责任险", kNames<"自然灾害保险", "巨灾保险">},
    {13, "speciality", "特色农产品保险", kNames<"特色产业保险">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kInsuranceKinds{"insurance_kinds", "保险险种", kInsuranceKindsChoices};

inline constexpr Field kInsurancePolicyFields[] = {
    kDivisionField,
    text("policy_number", "保单号").required().listed().also(kNames<"保单编号", "保险单号">),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("insurance_policies"),
    Field(kIdNumberField),
    kNameField,
    reference("person", "对应人员", "person").many("insurance_policies"),
    choice("kind", "保险险种", kInsuranceKinds)
        .listed()
        .also(kNames<"险种", "险种名称", "保险类型">),
    text("company", "保险公司").listed().also(kNames<"承保公司", "承保机构">),
    money("premium", "保费").listed().also(kNames<"保费金额", "总保费">),
    money("premium_subsidy", "财政补贴保费").also(kNames<"保费补贴">),
    money("sum_insured", "保险金额").listed().also(kNames<"保额">),
    date("started_on", "起保日期").listed().also(kNames<"保险起期">),
    date("ended_on", "到期日期").listed().also(kNames<"保险止期">),
};
inline constexpr Entity kInsurancePolicy{"insurance_policy", "扶贫保险保单", kInsurancePolicyFields,
                                         kNames<"policy_number">};

inline constexpr Choice kInsuranceClaimStatesChoices[] = {
    {1, "reported", "已报案", kNames<"报案">},
    {2, "accepted", "已受理", kNames<"受理", "定损中">},
    {3, "paid", "已赔付", kNames<"已理赔", "结案">},
    {4, "refused", "拒赔", kNames<"不予赔付">},
};
inline constexpr CodeList kInsuranceClaimStates{"insurance_claim_states", "理赔状态",
                                                kInsuranceClaimStatesChoices};

inline constexpr Field kInsuranceClaimFields[] = {
    kDivisionField,
    text("claim_number", "理赔编号").required().listed().also(kNames<"报案号", "赔案号">),
    text("policy_number", "保单号").listed().also(kNames<"保单编号", "保险单号">),
    reference("insurance_policy", "所属保单", "insurance_policy")
        .many("claims")
        .by(kNames<"policy_number">),
    date("happened_on", "出险日期").listed(),
    text("cause", "出险原因").listed(),
    date("reported_on", "报案日期").listed(),
    date("paid_on", "赔付日期").listed().also(kNames<"理赔日期">),
    money("amount", "赔付金额").listed().also(kNames<"理赔金额">),
    choice("state", "理赔状态", kInsuranceClaimStates).listed(),
};
inline constexpr Entity kInsuranceClaim{"insurance_claim", "扶贫保险理赔", kInsuranceClaimFields,
                                        kNames<"claim_number">};

}  // namespace tz
