// One settlement of a medical bill: the total, and who paid which part. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kClaimKindsChoices[] = {
    {1, "inpatient", "住院", kNames<"住院治疗">},
    {2, "outpatient", "普通门诊", kNames<"门诊">},
    {3, "chronic_outpatient", "慢性病门诊", kNames<"门诊慢性病", "门诊慢病", "慢病门诊">},
};
inline constexpr CodeList kClaimKinds{"claim_kinds", "就诊类别", kClaimKindsChoices};

inline constexpr Field kMedicalClaimFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("medical_claims"),
    text("claim_number", "结算单号").required().also(kNames<"结算编号", "报销单号", "住院号">),
    choice("kind", "就诊类别", kClaimKinds).listed().also(kNames<"医疗类别", "就医类别">),
    boolean("in_county", "是否县域内").listed().also(kNames<"县域内就诊", "是否县内就诊">),
    text("institution", "医疗机构")
        .listed()
        .also(kNames<"就诊医院", "医院名称", "就诊机构", "定点医疗机构">),
    boolean("designated", "是否定点医疗机构"),
    text("diagnosis", "诊断").personal().also(kNames<"病种", "疾病名称">),
    date("admitted_on", "入院日期").also(kNames<"入院时间", "就诊日期">),
    date("discharged_on", "出院日期").listed().also(kNames<"出院时间">),
    date("settled_on", "结算日期").listed().also(kNames<"报销日期", "结算时间">),
    money("deposit", "住院押金").also(kNames<"押金", "预交金">),
    money("total", "医疗总费用").listed().in("费用").also(kNames<"总费用", "费用总额">),
    money("compliant", "合规费用")
        .listed()
        .in("费用")
        .also(kNames<"政策范围内费用", "合规医疗费用">),
    money("basic_paid", "基本医保支付")
        .in("费用")
        .also(kNames<"基本医疗保险支付", "统筹基金支付", "基本医保报销">),
    money("serious_illness_paid", "大病保险支付").in("费用").also(kNames<"大病保险报销">),
    money("medical_aid_paid", "医疗救助支付").in("费用").also(kNames<"医疗救助金额", "民政救助">),
    money("extra_paid", "叠加保险支付")
        .in("费用")
        .also(kNames<"精准扶贫医疗叠加保险支付", "财政兜底支付", "补充保险支付">),
    money("chronic_supplement_paid", "慢性病补充保障支付").in("费用").also(kNames<"慢病补充支付">),
    money("other_paid", "其他支付").in("费用").also(kNames<"其他报销">),
    money("own_part", "个人自付")
        .listed()
        .in("费用")
        .also(kNames<"个人支付", "自付金额", "自付费用">),
    boolean("one_stop", "是否一站式结算").listed().also(kNames<"一站式结算", "一单制结算">),
    boolean("disputed", "是否有异议"),
    text("note", "备注"),
};
inline constexpr Entity kMedicalClaim{"medical_claim", "医疗费用结算", kMedicalClaimFields,
                                      kNames<"claim_number">};

}  // namespace tz
