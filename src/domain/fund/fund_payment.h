// Every move of money: down the levels, to a payee, back again. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/fund/fund_codes.h"

namespace tz {

inline constexpr Field kFundPaymentFields[] = {
    kDivisionField,
    text("payment_number", "支付编号").required().listed().also(kNames<"支付凭证号", "凭证编号">),
    text("allocation_number", "分配编号").listed().also(kNames<"指标编号">),
    reference("fund_allocation", "资金分配登记", "fund_allocation")
        .many("payments")
        .by(kNames<"allocation_number">),
    text("project_name", "项目名称").listed(),
    text("project_place", "实施地点").also(kNames<"建设地点">),
    reference("project", "所属项目", "project")
        .many("payments")
        .by(kNames<"division", "project_name", "project_place">),
    choice("kind", "资金流转类别", kFundPaymentKinds).listed().also(kNames<"支付类别">),
    choice("from_level", "拨出层级", kFundLevels).also(kNames<"付款层级">),
    choice("to_level", "拨入层级", kFundLevels).also(kNames<"收款层级">),
    text("payee", "收款方").also(kNames<"收款单位", "收款人">),
    choice("use", "资金用途类别", kFundUses).also(kNames<"资金用途">),
    money("amount", "支付金额").required().listed().also(kNames<"金额", "拨付金额", "报账金额">),
    date("arrived_on", "资金到达日期").listed().also(kNames<"到账日期">),
    date("requested_on", "申请支付日期").also(kNames<"报账申请日期">),
    date("paid_on", "支付日期").listed().also(kNames<"拨付日期", "报账日期">),
    boolean("through_treasury", "是否国库支付").listed().also(kNames<"国库集中支付">),
    text("voucher", "报账凭证").also(kNames<"原始凭证">),
    boolean("final_payment", "是否尾款").also(kNames<"是否最后一笔">),
};
inline constexpr Entity kFundPayment{"fund_payment", "资金支付", kFundPaymentFields,
                                     kNames<"payment_number">};

}  // namespace tz
