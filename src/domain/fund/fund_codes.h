// Code lists of money: where it comes from, what it is used for. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kFundKindsChoices[] = {
    {1, "special", "财政专项扶贫资金", kNames<"专项扶贫资金", "衔接资金", "财政衔接资金">},
    {2, "consolidated", "统筹整合涉农资金", kNames<"涉农整合资金", "整合资金">},
    {3, "industry_sector", "行业扶贫资金", kNames<"行业资金", "行业部门资金">},
    {4, "social", "社会帮扶资金", kNames<"社会资金", "社会捐赠资金">},
    {5, "loan", "信贷资金", kNames<"金融信贷", "信贷投入">},
    {6, "county_budget", "县级预算资金", kNames<"县本级预算", "本级财政资金">},
    {7, "stock", "盘活存量资金", kNames<"存量资金">},
    {8, "quota_trade", "增减挂钩收益", kNames<"增减挂钩节余指标收益", "指标交易收益">},
    {9, "cooperation", "协作帮扶资金", kNames<"东西部协作资金", "援助资金", "对口帮扶资金">},
    {10, "ecological", "生态补偿资金", kNames<"生态补偿">},
    {11, "bond", "政府债券资金", kNames<"地方政府债券", "债券">},
    {12, "designated", "定点帮扶资金", kNames<"定点扶贫资金">},
    {13, "tourism", "旅游扶贫专项资金", kNames<"旅游专项资金">},
    {14, "minority", "少数民族发展资金", kNames<"民族发展资金">},
    {15, "old_area", "老区发展资金", kNames<"革命老区资金", "革命老区转移支付">},
    {19, "other", "其他资金", kNames<"其他", "其它">},
};
inline constexpr CodeList kFundKinds{"fund_kinds", "资金类别", kFundKindsChoices};

inline constexpr Choice kFundLevelsChoices[] = {
    {1, "nation", "中央", kNames<"中央级", "国家级">},
    {2, "province", "省级", kNames<"省">},
    {3, "city", "市级", kNames<"市">},
    {4, "county", "县级", kNames<"县", "区县级">},
    {5, "township", "乡镇级", kNames<"乡镇", "乡级">},
    {6, "village", "村级", kNames<"村">},
    {7, "payee", "收款单位或个人", kNames<"收款人", "施工单位">},
};
inline constexpr CodeList kFundLevels{"fund_levels", "资金层级", kFundLevelsChoices};

inline constexpr Choice kFundUsesChoices[] = {
    {1, "industry", "产业发展", kNames<"产业">},
    {2, "infrastructure", "基础设施", kNames<"小型公益设施">},
    {3, "housing", "住房安全", kNames<"危房改造">},
    {4, "education", "教育帮扶", kNames<"雨露计划">},
    {5, "health", "健康帮扶", kNames<"医疗保障">},
    {6, "employment", "就业帮扶", kNames<"公益岗位">},
    {7, "finance", "金融帮扶", kNames<"贷款贴息">},
    {8, "relocation", "易地搬迁", kNames<"易地扶贫搬迁">},
    {9, "management_fee", "项目管理费", kNames<"管理费">},
    {10, "living_environment", "人居环境", kNames<"环境整治">},
    {11, "poverty_work", "脱贫攻坚其他支出", kNames<"其他帮扶支出">},
    {31, "office_costs", "行政办公经费", kNames<"行政事业单位基本支出", "办公经费">},
    {32, "wages_bonuses", "奖金津贴福利", kNames<"奖金", "津贴补贴">},
    {33, "hospitality", "三公经费", kNames<"公务接待", "因公出国">},
    {34, "office_buildings", "楼堂馆所建设", kNames<"楼堂馆所", "办公楼">},
    {35, "budget_gap", "弥补预算缺口", kNames<"预算支出缺口">},
    {36, "debt", "偿还债务", kNames<"偿债", "偿还债务垫资">},
    {37, "city_works", "城市基础设施", kNames<"城市建设">},
    {38, "guarantee", "企业担保金", kNames<"担保金">},
    {39, "housing_purchase", "购买车辆房屋", kNames<"购车", "购买交通工具">},
    {40, "vanity", "形象工程", kNames<"面子工程", "景观工程">},
    {49, "unrelated", "与帮扶无关的支出", kNames<"无关支出">},
};
inline constexpr CodeList kFundUses{"fund_uses", "资金用途类别", kFundUsesChoices};

inline constexpr Choice kFundPaymentKindsChoices[] = {
    {1, "transfer", "下达拨付", kNames<"下达", "拨付">},
    {2, "payment", "支付", kNames<"国库支付", "直接支付">},
    {3, "reimbursement", "报账", kNames<"县级报账", "报账支付">},
    {4, "returned", "收回退回", kNames<"收回", "退回">},
};
inline constexpr CodeList kFundPaymentKinds{"fund_payment_kinds", "资金流转类别",
                                            kFundPaymentKindsChoices};

inline constexpr Choice kFundCheckKindsChoices[] = {
    {1, "daily", "日常监管", kNames<"日常检查", "日常">},
    {2, "special", "专项检查", kNames<"专项监督检查", "专项">},
    {3, "yearly", "年度绩效评价", kNames<"年度评价", "年度">},
    {4, "audit", "审计", kNames<"审计监督">},
};
inline constexpr CodeList kFundCheckKinds{"fund_check_kinds", "资金监管类别",
                                          kFundCheckKindsChoices};

}  // namespace tz
