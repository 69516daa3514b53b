// A chain of signatures in force: who signs before a step of a register, said by a policy pack and
// put in force by a check. It ends on its last day or by an act with a reason. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kSigningChainFields[] = {
    kDivisionField,
    text("pack", "政策包").required().listed(),
    text("name", "签字链标识").required().listed(),
    text("title", "签字链名称").listed(),
    text("step", "签字后才能办的步骤").required().listed(),
    // One line each: "2 township 5 workdays 乡镇".
    text("signers", "依次签字的人").required(),
    // The declarations of the pack by which a signer is asked for, as a pack writes them.
    text("condition", "要签字的条件"),
    boolean("voided_by_change", "内容变动后签字作废"),
    boolean("second_person", "一人不得签两次"),
    date("in_force_from", "生效日期").required().listed(),
    date("in_force_to", "失效日期").listed(),
    text("pack_digest", "政策包摘要"),
    date("ended_on", "停用日期").listed(),
    text("ended_by", "停用人").listed(),
    text("end_reason", "停用理由").listed(),
};
inline constexpr Entity kSigningChain{"signing_chain", "签字链", kSigningChainFields,
                                      kNames<"pack", "name">,
                                      "taizhang check, taizhang ledger chain"};

}  // namespace tz
