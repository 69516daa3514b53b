// Money raised in a year: one record for each batch with a document of its own. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/fund/fund_codes.h"

namespace tz {

inline constexpr Field kFundSourceFields[] = {
    kDivisionField,
    text("fund_number", "资金编号")
        .required()
        .listed()
        .also(kNames<"资金文号", "指标文号", "文号">),
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"资金年度">),
    text("name", "资金名称").listed(),
    choice("kind", "资金类别", kFundKinds).listed().also(kNames<"资金类型", "资金性质">),
    choice("level", "资金层级", kFundLevels).listed().also(kNames<"资金级次", "级次">),
    money("amount", "资金金额").listed().also(kNames<"资金规模", "下达金额">),
    date("arrived_on", "到位日期").listed().also(kNames<"到账日期", "到位时间">),
    money("usable", "可用金额").listed().also(kNames<"可统筹金额", "可盘活金额">),
    money("used", "已使用金额").listed().also(kNames<"已盘活金额">),
    boolean("consolidated", "是否统筹整合").listed().also(kNames<"是否整合">),
    text("original_use", "原规定用途").also(kNames<"资金用途">),
    boolean("channel_kept", "是否保持原渠道").also(kNames<"渠道是否不乱">),
    boolean("use_kept", "是否符合原用途").also(kNames<"用途是否不变">),
    text("note", "备注"),
};
inline constexpr Entity kFundSource{"fund_source", "资金来源", kFundSourceFields,
                                    kNames<"fund_number">};

}  // namespace tz
