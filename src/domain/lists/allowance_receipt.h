// Who receives the subsistence allowance or extreme poverty support, as the civil affairs bureau
// lists it: its sheets are wide, one row a household. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kAllowanceKindChoices[] = {
    {1, "rural_allowance", "农村低保", kNames<"农村最低生活保障", "低保">},
    {2, "urban_allowance", "城市低保", kNames<"城市最低生活保障", "城镇低保">},
    {3, "rural_extreme_poverty", "农村特困", kNames<"农村特困供养", "特困", "特困人员", "五保">},
    {4, "urban_extreme_poverty", "城市特困", kNames<"城市特困供养", "城镇特困">},
    {5, "marginal_allowance", "低保边缘", kNames<"低保边缘家庭", "低保边缘户">},
    {6, "rigid_expense", "刚性支出困难", kNames<"刚性支出困难家庭", "支出型困难家庭">},
};
inline constexpr CodeList kAllowanceKinds{"allowance_kinds", "救助类别", kAllowanceKindChoices};

inline constexpr Choice kAllowanceLevelChoices[] = {
    {1, "full", "全额", kNames<"全额救助">},
    {2, "partial", "差额", kNames<"差额救助">},
};
inline constexpr CodeList kAllowanceLevels{"allowance_levels", "救助标准", kAllowanceLevelChoices};

inline constexpr Field kAllowanceReceiptFields[] = {
    kDivisionField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("allowance_receipts"),
    kSourceMonthField,
    text("head_name", "户主姓名")
        .personal()
        .listed()
        .also(kNames<"申请人", "申请人姓名", "户主", "低保户主">),
    text("head_id_number", "户主证件号码")
        .personal()
        .also(kNames<"申请人证件号码", "申请人身份证号", "户主身份证号码", "户主身份证号">),
    text("certificate_number", "低保证号").also(kNames<"救助证号", "特困证号">),
    choice("kind", "救助类别", kAllowanceKinds)
        .required()
        .listed()
        .also(kNames<"低保类别", "救助类型", "保障类别">),
    choice("level", "救助标准", kAllowanceLevels).also(kNames<"保障标准", "低保类型">),
    number("member_count", "保障人口", "人").also(kNames<"保障人数", "享受人数", "家庭人口">),
    money("monthly_amount", "月保障金额")
        .listed()
        .also(kNames<"保障金额", "月发放金额", "户月保障金", "发放金额">),
    date("started_on", "享受起始日期").also(kNames<"开始享受时间", "纳入时间", "起始时间">),
    date("ended_on", "停发日期").also(kNames<"退出时间", "终止时间">),
    date("over_line_on", "收入超标日期").also(kNames<"收入超过低保标准日期">),
    date("extended_until", "延保截止日期").also(kNames<"渐退期截止日期", "延保期至">),
    text("relation", "成员与户主关系").also(kNames<"与户主关系", "与申请人关系">),
    text("bank_account", "银行账号").personal().also(kNames<"银行卡号", "一卡通账号">),
    text("phone", "联系电话").personal(),
};
inline constexpr Entity kAllowanceReceipt{"allowance_receipt", "社会救助名单",
                                          kAllowanceReceiptFields, kNames<"id_number", "kind">};

}  // namespace tz
