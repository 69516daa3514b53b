// A finding that is known and excused for one record: why, by whom, until when. It stays visible.
// Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kExemptionFields[] = {
    kDivisionField,
    text("rule", "规则").required().listed().also(kNames<"规则标识", "规则编号">),
    text("record", "记录标识").required(),
    text("register_name", "所在登记表").required(),
    text("subject", "豁免对象").personal().listed(),
    text("reason", "豁免理由").required().listed().also(kNames<"豁免原因">),
    text("approver", "批准人").required().listed(),
    date("approved_on", "批准日期").required().listed(),
    date("until", "豁免截止日期").required().listed().also(kNames<"有效期至">),
    text("evidence", "佐证材料"),
};
inline constexpr Entity kExemption{"exemption", "豁免清单", kExemptionFields,
                                   kNames<"rule", "record">};

}  // namespace tz
