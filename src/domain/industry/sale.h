// Farm goods sold with help: who sold what to whom. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kSaleKindsChoices[] = {
    {1, "purchase", "单位采购", kNames<"预算单位采购", "定向采购">},
    {2, "canteen", "食堂采购", kNames<"食堂">},
    {3, "online", "网络销售", kNames<"电商销售", "线上销售">},
    {4, "live", "直播带货", kNames<"直播销售">},
    {5, "fair", "展销会", kNames<"展销", "产销对接会">},
    {6, "hall", "扶贫馆专柜", kNames<"扶贫馆", "消费帮扶专馆", "专柜">},
    {7, "agreement", "协议收购", kNames<"订单收购", "购销协议">},
    {8, "helpers", "帮扶干部购销", kNames<"以购代捐", "干部帮销">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kSaleKinds{"sale_kinds", "销售渠道", kSaleKindsChoices};

inline constexpr Field kSaleFields[] = {
    kDivisionField,
    text("number", "销售编号").required().also(kNames<"编号", "订单号", "序号">),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("sales"),
    text("operator_name", "销售主体").listed().also(kNames<"供货主体", "供应商", "销售方">),
    reference("operator", "销售主体登记", "operator").many("sales").by(kNames<"operator_name">),
    text("product", "产品名称").listed().also(kNames<"农产品名称", "产品">),
    choice("kind", "销售渠道", kSaleKinds).listed().also(kNames<"销售方式">),
    text("buyer", "采购方").listed().also(kNames<"购买单位", "采购单位">),
    number("quantity", "数量", "", "", 2).listed().also(kNames<"销售数量">),
    text("quantity_unit", "计量单位"),
    money("amount", "销售金额").listed().also(kNames<"采购金额", "成交金额">),
    date("listed_on", "滞销登记日期"),
    date("sold_on", "销售日期").listed().also(kNames<"成交日期", "采购日期">),
    date("paid_on", "结算日期").also(kNames<"付款日期">),
    text("note", "备注"),
};
inline constexpr Entity kSale{"sale", "消费帮扶销售", kSaleFields, kNames<"number">};

}  // namespace tz
