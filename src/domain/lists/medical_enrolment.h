// The medical insurance bureau's list of who is enrolled. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kMedicalSchemeChoices[] = {
    {1, "resident", "城乡居民基本医疗保险", kNames<"居民医保", "城乡居民医保", "城乡居民", "居民">},
    {2, "employee", "城镇职工基本医疗保险", kNames<"职工医保", "城镇职工医保", "城镇职工", "职工">},
};
inline constexpr CodeList kMedicalSchemes{"medical_schemes", "参保险种", kMedicalSchemeChoices};

inline constexpr Choice kEnrolmentStateChoices[] = {
    {1, "active", "正常参保", kNames<"正常", "参保", "已参保", "正常缴费", "参保缴费">},
    {2, "suspended", "暂停参保", kNames<"暂停", "中断", "暂停缴费", "暂停缴费(中断)">},
    {3, "ended", "终止参保", kNames<"终止", "注销", "终止缴费">},
    {4, "not_enrolled", "未参保", kNames<"否", "未缴费">},
};
inline constexpr CodeList kEnrolmentStates{"enrolment_states", "参保状态", kEnrolmentStateChoices};

inline constexpr Field kMedicalEnrolmentFields[] = {
    kDivisionField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("medical_enrolments"),
    kSourceMonthField,
    number("year", "参保年度").required().listed().also(kNames<"年度", "缴费年度">),
    choice("scheme", "参保险种", kMedicalSchemes)
        .listed()
        .also(kNames<"险种", "险种类型", "险种名称">),
    choice("state", "参保状态", kEnrolmentStates).listed().also(kNames<"参保情况", "医保参保状态">),
    date("enrolled_on", "参保日期").also(kNames<"参保时间", "缴费日期", "缴费时间">),
    boolean("serious_illness_insurance", "大病保险").listed().also(kNames<"是否参加大病保险">),
    boolean("medical_aid_covered", "医疗救助").also(kNames<"是否纳入医疗救助">),
    boolean("extra_insurance", "叠加保险").also(kNames<"精准扶贫医疗叠加保险", "是否参加叠加保险">),
    money("premium", "个人应缴金额").also(kNames<"个人缴费标准", "应缴金额">),
    text("premium_payer", "缴费资金来源").also(kNames<"代缴单位">),
    money("premium_subsidy", "资助参保金额").also(kNames<"缴费资助金额", "缴费补贴金额">),
    text("identity", "参保身份").also(kNames<"人员类别", "身份类别">),
    text("place", "参保地").also(kNames<"参保统筹区">),
};
inline constexpr Entity kMedicalEnrolment{"medical_enrolment", "医保参保名单",
                                          kMedicalEnrolmentFields,
                                          kNames<"id_number", "year", "scheme">};

}  // namespace tz
