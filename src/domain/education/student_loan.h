// State loans of a student by school year, and the interest the state pays while the student is
// enrolled. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/person/person_codes.h"

namespace tz {

inline constexpr Field kStudentLoanFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("student_loans"),
    number("school_year", "贷款学年")
        .required()
        .listed()
        .range(1990, 2100)
        .also(kNames<"学年", "学年度">),
    choice("grade", "就读年级", kSchoolStatuses).listed().also(kNames<"年级">),
    text("school", "就读学校").listed().also(kNames<"学校", "高校名称">),
    money("amount", "贷款金额").listed().also(kNames<"助学贷款金额">),
    date("lent_on", "放款日期").listed().also(kNames<"贷款日期">),
    date("due_on", "到期日期").also(kNames<"还款到期日期">),
    text("institution", "经办银行").also(kNames<"贷款金融机构">),
    boolean("enrolled", "是否在读").listed().also(kNames<"是否在校">),
    money("interest", "在读期间利息").listed().also(kNames<"应付利息">),
    money("interest_paid_by_state", "财政贴息金额").listed().also(kNames<"贴息金额">),
    money("balance", "贷款余额"),
};
inline constexpr Entity kStudentLoan{"student_loan", "国家助学贷款", kStudentLoanFields,
                                     kNames<"id_number", "school_year">};

}  // namespace tz
