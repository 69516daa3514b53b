// Loans to those who lead poor households, and money of the central bank lent on through them.
// Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kBorrowerKindsChoices[] = {
    {1, "poor_household", "贫困户", kNames<"建档立卡贫困户", "脱贫户">},
    {2, "leading_operator", "带贫龙头企业", kNames<"带贫企业", "带动主体">},
    {3, "leading_project", "带贫项目", {}},
    {9, "other", "其他主体", kNames<"其他", "其它">},
};
inline constexpr CodeList kBorrowerKinds{"borrower_kinds", "借款主体类别", kBorrowerKindsChoices};

inline constexpr Field kOperatorLoanFields[] = {
    kDivisionField,
    text("loan_number", "贷款编号").required().listed().also(kNames<"合同编号", "借据编号">),
    text("operator_name", "借款主体").listed().also(kNames<"借款企业", "借款人">),
    reference("operator", "借款主体登记", "operator").many("loans").by(kNames<"operator_name">),
    choice("borrower_kind", "借款主体类别", kBorrowerKinds).listed().also(kNames<"借款人类别">),
    money("amount", "贷款金额").listed(),
    boolean("relending", "是否扶贫再贷款").listed().also(kNames<"再贷款">),
    number("interest_rate", "贷款利率", "%", "percent", 1),
    date("lent_on", "放款日期").listed().also(kNames<"贷款日期">),
    date("due_on", "到期日期").listed(),
    date("repaid_on", "还款日期"),
    money("balance", "贷款余额").listed(),
    money("overdue_amount", "逾期金额").listed(),
    text("institution", "贷款银行").listed().also(kNames<"贷款金融机构">),
    text("purpose", "贷款用途"),
    number("led_household_count", "带动户数", "户"),
};
inline constexpr Entity kOperatorLoan{"operator_loan", "产业带动贷款", kOperatorLoanFields,
                                      kNames<"loan_number">};

}  // namespace tz
