// Money put aside to share the risk of small loans. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kGuaranteeFundFields[] = {
    kDivisionField,
    number("year", "年度").required().listed().range(1990, 2100),
    text("institution", "存放银行").required().listed().also(kNames<"合作银行", "担保机构">),
    money("contributed", "投入金额").listed().also(kNames<"注入金额">),
    money("balance", "风险补偿金余额").listed().also(kNames<"余额">),
    money("guaranteed_amount", "担保贷款余额").listed().also(kNames<"撬动贷款金额">),
    money("compensated", "代偿金额").listed(),
    money("recovered", "追偿金额").listed(),
};
inline constexpr Entity kGuaranteeFund{"guarantee_fund", "风险补偿金", kGuaranteeFundFields,
                                       kNames<"division", "year", "institution">};

}  // namespace tz
