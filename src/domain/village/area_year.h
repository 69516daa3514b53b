// A county or township in a year: budget, plans, land quota, services. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kAreaYearFields[] = {
    kDivisionField,
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),
    boolean("key_county", "是否重点县").listed().also(kNames<"重点县", "是否贫困县">),
    boolean("old_area", "是否革命老区"),
    boolean("soil_erosion_key_county", "是否水土流失治理重点县").also(kNames<"水土流失重点县">),
    boolean("exits_this_year", "是否当年摘帽").also(kNames<"当年退出县">),
    money("budget_income", "一般公共预算收入")
        .in("资金")
        .listed()
        .also(kNames<"地方一般公共预算收入">),
    money("special_fund_budget", "本级专项扶贫预算")
        .in("资金")
        .listed()
        .also(kNames<"本级财政专项扶贫资金">),
    money("reported_fund_total", "上报资金总额").in("资金").listed().also(kNames<"资金合计">),
    number("planned_land", "新增建设用地计划", "亩", "mu", 2)
        .in("用地")
        .listed()
        .also(kNames<"新增建设用地计划指标">),
    number("reserved_land", "预留用地指标", "亩", "mu", 2)
        .in("用地")
        .listed()
        .also(kNames<"扶贫预留用地指标">),
    number("traded_land", "增减挂钩交易指标", "亩", "mu", 2)
        .in("用地")
        .also(kNames<"节余指标交易面积">),
    money("land_trade_income", "指标交易收益").in("用地").also(kNames<"增减挂钩收益">),
    money("land_income_to_poverty_work", "用于脱贫攻坚的指标收益").in("用地"),
    number("planned_relocation_households", "计划搬迁户数", "户").in("搬迁"),
    number("planned_relocation_persons", "计划搬迁人数", "人").in("搬迁").listed(),
    date("relocation_plan_approved_on", "搬迁计划批准日期").in("搬迁"),
    boolean("ecommerce_demonstration", "是否电商示范县")
        .in("服务")
        .listed()
        .also(kNames<"电子商务进农村综合示范县">),
    boolean("has_bus", "是否通客运班车")
        .in("服务")
        .listed()
        .held_by("transport_bureau")
        .also(kNames<"通客车">),
};
inline constexpr Entity kAreaYear{"area_year", "地区年度情况", kAreaYearFields,
                                  kNames<"division", "year">};

}  // namespace tz
