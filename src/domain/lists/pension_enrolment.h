// Residents' pension: who is enrolled, under which identity, since when. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kPensionEnrolmentFields[] = {
    kDivisionField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("pension_enrolments"),
    kSourceMonthField,
    text("number", "编号"),
    choice("sex", "性别", kSexes),
    date("birth_date", "出生日期").personal(),
    text("address", "地址").personal().also(kNames<"家庭住址">),
    text("registration_kind", "户籍性质"),
    text("identity", "参保身份").listed(),
    text("state", "参保状态").listed(),
    text("payment_state", "缴费状态").listed(),
    date("enrolled_on", "参保时间").listed().also(kNames<"参保日期">),
    number("premium_year", "缴费年度").range(1990, 2100),
    money("premium", "缴费金额").also(kNames<"缴费档次", "年缴费金额">),
    money("premium_subsidy", "财政代缴金额").also(kNames<"政府代缴金额", "代缴金额">),
    text("premium_payer", "代缴单位").also(kNames<"代缴部门">),

    text("poor", "贫困人口").in("身份").held_by("rural_office"),
    month("poor_month", "贫困人口日期").in("身份"),
    text("extreme_poverty", "特困人员").in("身份").held_by("civil_affairs_bureau"),
    month("extreme_poverty_month", "特困人员日期").in("身份"),
    text("full_allowance", "全额低保人员").in("身份").held_by("civil_affairs_bureau"),
    month("full_allowance_month", "全额低保人员日期").in("身份"),
    text("partial_allowance", "差额低保人员").in("身份").held_by("civil_affairs_bureau"),
    month("partial_allowance_month", "差额低保人员日期").in("身份"),
    text("severely_disabled", "一二级残疾人员").in("身份").held_by("disabled_federation"),
    month("severely_disabled_month", "一二级残疾人员日期").in("身份"),
    text("mildly_disabled", "三四级残疾人员").in("身份").held_by("disabled_federation"),
    month("mildly_disabled_month", "三四级残疾人员日期").in("身份"),
    text("counts_as_poor", "属于贫困人员").in("身份"),
    text("recognised_identity", "居保认定身份").listed().in("身份"),
    month("recognised_first_month", "居保认定身份最初日期").in("身份"),
    month("recognised_last_month", "居保认定身份最后日期").in("身份"),
    text("enrolment", "居保参保情况").in("身份"),
    month("enrolment_month", "居保参保情况日期").in("身份"),
};
inline constexpr Entity kPensionEnrolment{"pension_enrolment", "居民养老参保名单",
                                          kPensionEnrolmentFields, kNames<"id_number">};

}  // namespace tz
