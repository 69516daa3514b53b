// A contract by which an operator shares its gains with a household or a village. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kLinkModesChoices[] = {
    {1, "order", "订单收购", kNames<"订单生产", "订单农业", "订单">},
    {2, "labour", "务工就业", kNames<"劳务用工", "就业务工", "务工">},
    {3, "shares", "入股分红", kNames<"股份合作", "资金入股">},
    {4, "land", "土地流转", kNames<"土地入股", "流转土地">},
    {5, "trust", "生产托管", kNames<"托管", "代种代养", "委托经营">},
    {6, "service", "技术服务", kNames<"技术指导", "产前产中产后服务">},
    {7, "lease", "资产租赁", kNames<"反租倒包", "租赁">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kLinkModes{"link_modes", "利益联结方式", kLinkModesChoices};

inline constexpr Field kInterestLinkFields[] = {
    kDivisionField,
    text("operator_name", "主体名称")
        .required()
        .listed()
        .also(kNames<"企业名称", "合作社名称", "经营主体名称", "带贫主体">),
    reference("operator", "带贫主体登记", "operator").many("links").by(kNames<"operator_name">),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("interest_links"),
    text("head_name", "户主姓名").personal().listed().also(kNames<"户主">),
    choice("mode", "利益联结方式", kLinkModes)
        .listed()
        .also(kNames<"联结方式", "带动方式", "带贫模式">),
    text("contract_number", "协议编号").also(kNames<"合同编号">),
    date("signed_on", "签订日期").listed().also(kNames<"签约日期", "协议签订时间">),
    date("ended_on", "终止日期").listed().also(kNames<"协议到期日期">),
    money("yearly_income", "年增收金额").listed().also(kNames<"增收金额", "年收益">),
    date("verified_on", "增收核实日期").listed().also(kNames<"核实日期">),
    text("note", "备注"),
};
inline constexpr Entity kInterestLink{
    "interest_link", "带贫利益联结", kInterestLinkFields,
    kNames<"operator_name", "division", "household_number", "mode">};

}  // namespace tz
