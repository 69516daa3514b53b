// Checks of how money is used, and what they found. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/fund/fund_codes.h"

namespace tz {

inline constexpr Field kFundCheckFields[] = {
    kDivisionField,
    text("fund_number", "资金编号").required().listed().also(kNames<"资金文号">),
    reference("fund_source", "资金来源登记", "fund_source")
        .many("checks")
        .by(kNames<"fund_number">),
    number("year", "检查年度").listed().range(1990, 2100).also(kNames<"年度">),
    choice("kind", "资金监管类别", kFundCheckKinds)
        .required()
        .listed()
        .also(kNames<"检查类别", "监管类别">),
    date("checked_on", "检查日期").required().listed().also(kNames<"检查时间">),
    text("checker", "检查单位").listed().also(kNames<"检查组织单位">),
    number("score", "评价得分", "", "", 2).listed().also(kNames<"绩效得分">),
    text("finding", "发现问题").listed().also(kNames<"存在问题">),
    money("amount_at_issue", "问题金额").listed().also(kNames<"违规金额">),
    money("recovered", "追回金额").listed(),
    date("recovered_on", "追回日期"),
    boolean("result_used", "结果是否运用").also(kNames<"是否与下年资金挂钩">),
};
inline constexpr Entity kFundCheck{"fund_check", "资金监管检查", kFundCheckFields,
                                   kNames<"fund_number", "kind", "checked_on">};

}  // namespace tz
