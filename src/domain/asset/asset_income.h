// What an asset earned, how it was shared out, and what a power company owes a solar station. Owned
// by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kIncomeDistributionFields[] = {
    kDivisionField,
    text("asset_number", "资产编号").required().listed().also(kNames<"资产编码", "电站编号">),
    reference("asset", "所属资产", "asset").many("distributions").by(kNames<"asset_number">),
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"收益年度">),
    money("income", "收益总额").listed().also(kNames<"资产收益", "电站收益", "收入总额">),
    money("to_households", "到户分配金额").listed().also(kNames<"分配到户金额">),
    money("to_public_posts", "公益岗位支出").listed().also(kNames<"公益岗位工资">),
    money("to_village_works", "小型公益事业支出").also(kNames<"村级公益支出">),
    money("to_rewards", "奖励补助支出").also(kNames<"奖补支出">),
    money("reserve", "村集体留存").listed().also(kNames<"留存金额", "提留">),
    money("poor_share", "用于脱贫户金额").listed().also(kNames<"用于贫困户金额">),
    number("household_count", "受益户数", "户"),
    date("decided_on", "民主决策日期").listed().also(kNames<"分配方案日期">),
    date("publicised_on", "公示日期").listed(),
    date("distributed_on", "分配日期").listed().also(kNames<"发放日期">),
};
inline constexpr Entity kIncomeDistribution{"income_distribution", "资产收益分配",
                                            kIncomeDistributionFields,
                                            kNames<"asset_number", "year">};

inline constexpr Field kPvSettlementFields[] = {
    kDivisionField,
    text("asset_number", "电站编号").required().listed().also(kNames<"资产编号", "户号">),
    reference("asset", "所属电站", "asset").many("settlements").by(kNames<"asset_number">),
    month("for_month", "结算月份").required().listed().also(kNames<"结算期", "所属月份">),
    number("energy", "上网电量", "千瓦时", "kWh", 2).listed().also(kNames<"发电量">),
    money("fee", "应付电费").listed().also(kNames<"电费金额", "结算金额">),
    money("subsidy", "国补金额").listed().also(kNames<"补贴金额">),
    date("due_on", "应付日期").listed().also(kNames<"应结算日期">),
    date("paid_on", "支付日期").listed().also(kNames<"结算日期", "到账日期">),
    money("paid_amount", "已付金额").listed().also(kNames<"实付金额", "到账金额">),
};
inline constexpr Entity kPvSettlement{"pv_settlement", "光伏电费结算", kPvSettlementFields,
                                      kNames<"asset_number", "for_month">};

}  // namespace tz
