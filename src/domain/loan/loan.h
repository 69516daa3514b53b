// Small loans of households: the former loan, the small poverty-relief loan, start-up, student and
// other loans of the county's ledger. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/household/household_codes.h"
#include "domain/person/person_codes.h"

namespace tz {

inline constexpr Field kLoanFields[] = {
    kDivisionField,
    text("natural_village", "组别").in("基本情况").also(kNames<"组", "村民小组", "自然村">),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("loans"),
    text("head_name", "户主姓名").personal().listed().in("基本情况").also(kNames<"户主">),
    Field(kIdNumberField).in("基本情况"),
    number("member_count", "家庭人口数", "人").in("基本情况").also(kNames<"家庭人口", "人数">),
    text("borrower_name", "贷款人姓名").personal().listed().in("基本情况"),
    text("borrower_id_number", "贷款人身份证")
        .personal()
        .in("基本情况")
        .also(kNames<"贷款人身份证号", "贷款人证件号码">),
    choice("relation", "与户主关系", kRelations).in("基本情况"),
    choice("registration_status", "脱贫属性", kRegistrationStatuses).in("基本情况"),

    money("former_balance", "原有余额").in("原贷款情况"),
    boolean("former_overdue", "是否逾期").in("原贷款情况"),
    money("former_overdue_amount", "逾期金额").in("原贷款情况"),
    date("former_overdue_since", "逾期时间").in("原贷款情况"),
    money("former_interest_owed", "原贷款欠息金额").in("原贷款情况"),
    date("former_interest_owed_since", "原贷款欠息时间").in("原贷款情况"),

    text("credit_rating", "信用等级评定").in("小额信贷").also(kNames<"信用等级">),
    money("credit_limit", "授信额度").in("小额信贷"),
    text("credit_institution", "授信金融机构").in("小额信贷"),
    date("credited_on", "授信时间").in("小额信贷"),
    money("amount", "贷款金额").listed().in("小额信贷"),
    text("term", "贷款期限").in("小额信贷"),
    date("lent_on", "放款日期").listed().in("小额信贷").also(kNames<"贷款日期", "放款时间">),
    date("due_on", "到期日期").listed().in("小额信贷").also(kNames<"到期时间">),
    number("interest_rate", "贷款利率", "%", "percent", 4).in("小额信贷"),
    text("institution", "贷款金融机构").listed().in("小额信贷").also(kNames<"贷款银行">),
    money("interest_subsidy", "累计贴息金额").in("小额信贷"),
    money("repaid_amount", "偿还贷款金额").in("小额信贷"),
    date("repaid_on", "还款时间").in("小额信贷"),
    money("balance", "贷款余额").listed().in("小额信贷"),
    money("overdue_amount", "逾期贷款金额").listed().in("小额信贷"),
    date("overdue_since", "贷款逾期时间").in("小额信贷"),
    money("interest_owed", "欠息金额").in("小额信贷"),
    date("interest_owed_since", "欠息时间").in("小额信贷"),
    text("eligible_without_loan", "应贷未贷识别").in("小额信贷"),
    text("purpose", "贷款用途").in("小额信贷"),
    text("actual_user", "实际用款人").personal().in("小额信贷").also(kNames<"实际使用人">),
    boolean("lent_to_enterprise", "是否户贷企用").in("小额信贷").also(kNames<"户贷企用">),
    date("use_checked_on", "用途检查日期").in("小额信贷").also(kNames<"贷后检查日期">),
    boolean("use_as_agreed", "用途是否合规").in("小额信贷"),
    date("extended_until", "展期到期日期").in("小额信贷").also(kNames<"展期至">),
    date("compensated_on", "代偿日期").in("小额信贷").also(kNames<"风险补偿日期">),

    money("startup_amount", "创业贷款金额").in("创业贷款"),
    date("startup_lent_on", "创业贷款放款日期").in("创业贷款"),
    date("startup_due_on", "创业贷款到期日期").in("创业贷款"),
    money("startup_balance", "创业贷款余额").in("创业贷款"),
    text("startup_institution", "创业贷款金融机构").in("创业贷款"),
    money("student_amount", "生源地贷款金额").in("生源地贷款"),
    date("student_lent_on", "生源地贷款放款日期").in("生源地贷款"),
    date("student_due_on", "生源地贷款到期日期").in("生源地贷款"),
    money("student_balance", "生源地贷款余额").in("生源地贷款"),
    text("student_institution", "生源地贷款金融机构").in("生源地贷款"),
    money("other_amount", "其他贷款金额").in("其他贷款"),
    date("other_lent_on", "其他贷款放款日期").in("其他贷款"),
    date("other_due_on", "其他贷款到期日期").in("其他贷款"),
    money("other_balance", "其他贷款余额").in("其他贷款"),
    text("other_institution", "其他贷款金融机构").in("其他贷款"),
    text("note", "备注"),
};
inline constexpr Entity kLoan{"loan", "小额信贷", kLoanFields,
                              kNames<"id_number", "borrower_id_number", "lent_on">};

}  // namespace tz
