// Who supports whom: region and region, unit and village, enterprise and village; the money, visits
// and people that follow. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kPairKindsChoices[] = {
    {1, "east_west", "东西部协作", kNames<"东西部扶贫协作", "闽宁协作">},
    {2, "mountain_sea", "山海协作", {}},
    {3, "hand_in_hand", "携手奔小康", kNames<"携手奔小康行动">},
    {4, "county_pair", "县域结对帮扶", kNames<"县域结对", "市内结对", "区县结对">},
    {5, "designated", "定点帮扶", kNames<"单位定点帮扶", "定点扶贫">},
    {6, "enterprise_village", "万企帮万村", kNames<"企业结对帮村", "村企结对">},
    {7, "tourism_unit", "旅游单位结对", kNames<"旅游企业帮村", "旅游规划扶贫">},
    {8, "state_enterprise", "国有企业帮扶", kNames<"国企帮扶", "国企结对">},
    {9, "hospital", "医院对口支援", kNames<"医院结对", "医疗对口帮扶">},
    {10, "school", "学校结对", kNames<"校际结对", "教育对口帮扶">},
    {11, "village_village", "村村结对", kNames<"强村带弱村">},
    {12, "social", "社会组织结对", kNames<"社会组织帮扶">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kPairKinds{"pair_kinds", "结对类型", kPairKindsChoices};

inline constexpr Choice kPairDirectionsChoices[] = {
    {1, "to_supported", "帮扶方赴受援方", kNames<"到受援地", "来访">},
    {2, "to_supporter", "受援方赴帮扶方", kNames<"到帮扶地", "回访">},
};
inline constexpr CodeList kPairDirections{"pair_directions", "走访方向", kPairDirectionsChoices};

inline constexpr Choice kExchangeKindsChoices[] = {
    {1, "cadre", "挂职干部", kNames<"党政干部", "干部">},
    {2, "doctor", "医疗人才", kNames<"医生">},
    {3, "teacher", "教育人才", kNames<"教师">},
    {4, "agriculture", "农技人才", kNames<"农业技术人才">},
    {5, "other_expert", "其他专业技术人才", kNames<"专业技术人才", "专技人才">},
};
inline constexpr CodeList kExchangeKinds{"exchange_kinds", "人才类别", kExchangeKindsChoices};

inline constexpr Choice kCooperationKindsChoices[] = {
    {1, "industry", "产业合作", kNames<"引进产业", "产业项目">},
    {2, "park", "共建园区", kNames<"产业园区", "产业园">},
    {3, "workshop", "扶贫车间", kNames<"帮扶车间">},
    {4, "demonstration_village", "示范村", kNames<"闽宁示范村", "协作示范村">},
    {5, "labour", "劳务协作", kNames<"劳务对接">},
    {6, "public_service", "公共服务", kNames<"教育医疗">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kCooperationKinds{"cooperation_kinds", "协作项目类别",
                                            kCooperationKindsChoices};

inline constexpr Field kSupportPairFields[] = {
    kDivisionField,
    text("name", "结对名称").required().listed().also(kNames<"协作关系名称", "结对关系">),
    choice("kind", "结对类型", kPairKinds).listed().also(kNames<"帮扶类型", "协作类型">),
    text("supporter", "帮扶方").listed().also(kNames<"支援方", "帮扶单位", "结对单位">),
    text("supported", "受援方").listed().also(kNames<"被帮扶方", "受帮扶单位">),
    text("leader", "帮扶方负责人").also(kNames<"负责人">),
    date("started_on", "结对开始日期").listed().also(kNames<"结对日期", "结对时间">),
    date("ended_on", "结对结束日期").listed(),
    date("frozen_until", "不得调整截止日期").listed().also(kNames<"冻结截止日期">),
    money("agreed_yearly_amount", "约定年度资金").listed().also(kNames<"年度帮扶资金">),
    text("note", "备注"),
};
inline constexpr Entity kSupportPair{"support_pair", "结对帮扶关系", kSupportPairFields,
                                     kNames<"name">};

inline constexpr Field kSupportFundFields[] = {
    kDivisionField,
    text("pair_name", "结对名称").required().listed().also(kNames<"协作关系名称", "结对关系">),
    reference("support_pair", "结对关系登记", "support_pair").many("funds").by(kNames<"pair_name">),
    number("year", "年度").required().listed().range(1990, 2100),
    text("payer", "出资方").listed().also(kNames<"出资单位">),
    money("planned_amount", "计划金额").listed(),
    money("amount", "拨付金额").listed().also(kNames<"资金金额", "帮扶资金">),
    date("paid_on", "拨付日期").listed().also(kNames<"拨付时间">),
    date("arrived_on", "到位日期").listed().also(kNames<"到账日期">),
    money("used_amount", "已使用金额").listed(),
    text("use", "资金用途").also(kNames<"使用方向">),
};
inline constexpr Entity kSupportFund{"support_fund", "协作帮扶资金", kSupportFundFields,
                                     kNames<"pair_name", "year", "payer", "paid_on">};

inline constexpr Field kPairVisitFields[] = {
    kDivisionField,
    text("pair_name", "结对名称").required().listed().also(kNames<"协作关系名称", "结对关系">),
    reference("support_pair", "结对关系登记", "support_pair")
        .many("visits")
        .by(kNames<"pair_name">),
    choice("direction", "走访方向", kPairDirections).listed().also(kNames<"互访方向">),
    date("visited_on", "走访日期")
        .required()
        .listed()
        .also(kNames<"互访日期", "走访时间", "互访时间">),
    text("leader", "带队人").listed().also(kNames<"带队领导">),
    boolean("by_head", "是否主要负责人带队").listed().also(kNames<"主要领导带队">),
    boolean("meeting", "是否召开联席会议").also(kNames<"联席会议">),
    text("content", "走访内容").listed().also(kNames<"会商内容">),
};
inline constexpr Entity kPairVisit{"pair_visit", "结对互访", kPairVisitFields,
                                   kNames<"pair_name", "direction", "visited_on">};

}  // namespace tz
