// Disability certificates as the federation keeps them. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kCertificateStateChoices[] = {
    {1, "valid", "有效", kNames<"正常", "在用">},
    {2, "expired", "过期", kNames<"到期">},
    {3, "cancelled", "注销", kNames<"作废">},
};
inline constexpr CodeList kCertificateStates{"certificate_states", "证件状态",
                                             kCertificateStateChoices};

inline constexpr Field kDisabilityCertificateFields[] = {
    kDivisionField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("disability_certificates"),
    kSourceMonthField,
    text("certificate_number", "残疾证号")
        .personal()
        .listed()
        .also(kNames<"残疾人证号", "残疾证号码", "残疾人证号码">),
    choice("sex", "性别", kSexes),
    choice("kind", "残疾类别", kDisabilityKinds).personal().listed().also(kNames<"残疾类型">),
    choice("grade", "残疾等级", kDisabilityGrades).personal().listed().also(kNames<"残疾级别">),
    date("issued_on", "发证日期").listed().also(kNames<"办证日期", "初次发证日期">),
    date("valid_until", "有效期至").also(kNames<"有效期止", "有效期">),
    choice("state", "证件状态", kCertificateStates).listed().also(kNames<"状态">),
    text("guardian_name", "监护人姓名").personal(),
    text("phone", "联系电话").personal(),
    text("address", "住址").personal().also(kNames<"家庭住址", "地址">),
};
inline constexpr Entity kDisabilityCertificate{"disability_certificate", "残疾证名单",
                                               kDisabilityCertificateFields, kNames<"id_number">};

}  // namespace tz
