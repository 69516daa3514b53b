// All a person or household receives: money paid, a fee waived, a premium paid on their behalf. One
// record for each item and payment; an item for the whole household stands under the one it was
// paid to. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"
#include "domain/receipt/receipt_codes.h"

namespace tz {

inline constexpr Field kReceiptFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("receipts"),
    reference("person", "对应人员", "person").many("receipts"),
    Field(kIdNumberField).required(),
    kNameField,
    choice("item", "受益项目", kReceiptItems)
        .required()
        .listed()
        .also(kNames<"补贴项目", "政策名称", "享受政策", "资助项目", "项目名称">),
    text("period", "所属期").listed().also(kNames<"发放期次", "所属时期">),
    number("year", "年度").listed().range(1990, 2100).also(kNames<"年份", "享受年度">),
    number("school_year", "学年").listed().range(1990, 2100).also(kNames<"学年度">),
    month("for_month", "所属月份"),
    money("amount", "金额")
        .listed()
        .also(kNames<"发放金额", "补助金额", "补贴金额", "资助金额", "实发金额">),
    choice("way", "发放方式", kReceiptWays).also(kNames<"享受方式">),
    date("paid_on", "发放日期").listed().also(kNames<"发放时间", "到账日期", "支付日期">),
    choice("payer", "发放部门", kDepartments).listed().also(kNames<"主管部门", "责任部门">),
    text("payer_name", "发放单位").also(kNames<"资金来源单位", "捐赠方">),
    boolean("arrival_confirmed", "是否核实到账")
        .listed()
        .also(kNames<"存折到账核实", "到卡核实", "是否到账">),
    date("confirmed_on", "到账核实日期"),
    text("bank_account", "收款账号").personal().also(kNames<"银行账号", "一卡通账号">),
    text("note", "备注"),
};
inline constexpr Entity kReceipt{"receipt", "惠民政策享受", kReceiptFields,
                                 kNames<"id_number", "item", "period", "paid_on">};

}  // namespace tz
