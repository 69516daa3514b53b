// What people in need ask for, what others give, and how the two met. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kAidKindsChoices[] = {
    {1, "money", "资金", kNames<"现金", "捐款">},
    {2, "goods", "物品", kNames<"物资", "实物", "捐物">},
    {3, "job", "就业岗位", kNames<"岗位">},
    {4, "service", "志愿服务", kNames<"服务">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kAidKinds{"aid_kinds", "帮扶物类别", kAidKindsChoices};

inline constexpr Choice kNeedStatesChoices[] = {
    {1, "published", "已发布", kNames<"发布">},   {2, "reviewed", "已审核", kNames<"审核通过">},
    {3, "matched", "已匹配", kNames<"对接成功">}, {4, "delivered", "已交付", kNames<"已送达">},
    {5, "confirmed", "已确认", kNames<"完成">},   {6, "refused", "审核不通过", kNames<"退回">},
};
inline constexpr CodeList kNeedStates{"need_states", "需求状态", kNeedStatesChoices};

inline constexpr Choice kDonorKindsChoices[] = {
    {1, "person", "爱心人士", kNames<"个人">},
    {2, "enterprise", "企业", {}},
    {3, "state_enterprise", "国有企业", kNames<"国企">},
    {4, "organisation", "社会组织", kNames<"基金会", "商会">},
    {5, "public_unit", "机关事业单位", kNames<"机关单位">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kDonorKinds{"donor_kinds", "捐赠方类别", kDonorKindsChoices};

inline constexpr Field kNeedFields[] = {
    kDivisionField,
    text("need_number", "需求编号").required().listed(),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("needs"),
    text("applicant", "需求人").personal().listed().also(kNames<"申请人", "需求人姓名">),
    choice("kind", "需求类别", kAidKinds).listed().also(kNames<"帮扶物类别", "需求类型">),
    text("content", "需求内容").listed().also(kNames<"需求描述">),
    money("amount", "需求金额").listed(),
    number("quantity", "需求数量", "", "", 2),
    date("published_on", "发布日期").listed().also(kNames<"发布时间">),
    date("reviewed_on", "审核日期").listed(),
    choice("state", "需求状态", kNeedStates).listed(),
};
inline constexpr Entity kNeed{"need", "社会帮扶需求", kNeedFields, kNames<"need_number">};

inline constexpr Field kDonationFields[] = {
    kDivisionField,
    text("donation_number", "捐赠编号").required().listed().also(kNames<"编号">),
    text("donor", "捐赠方").listed().also(kNames<"捐赠人", "捐赠单位", "爱心人士">),
    choice("donor_kind", "捐赠方类别", kDonorKinds).listed().also(kNames<"捐赠方类型">),
    choice("kind", "捐赠类别", kAidKinds).listed().also(kNames<"捐赠物类别", "捐赠类型">),
    text("content", "捐赠内容").also(kNames<"物品名称">),
    money("amount", "捐赠金额").listed().also(kNames<"折合金额">),
    text("channel", "捐赠渠道").also(kNames<"接收平台">),
    date("pledged_on", "认捐日期"),
    date("received_on", "到账日期").listed().also(kNames<"接收日期", "捐赠日期">),
    text("receipt_number", "收据编号").listed().also(kNames<"捐赠票据号", "票据编号">),
    text("use", "使用去向").listed().also(kNames<"捐赠用途">),
    date("used_on", "使用日期").listed(),
    date("publicised_on", "公示日期").listed(),
};
inline constexpr Entity kDonation{"donation", "社会捐赠", kDonationFields,
                                  kNames<"donation_number">};

inline constexpr Field kSocialMatchFields[] = {
    kDivisionField,
    text("need_number", "需求编号").required().listed(),
    reference("need", "所属需求", "need").many("matches").by(kNames<"need_number">),
    text("donation_number", "捐赠编号").listed(),
    reference("donation", "所属捐赠", "donation").many("matches").by(kNames<"donation_number">),
    choice("kind", "对接类别", kAidKinds).listed().also(kNames<"帮扶类别">),
    money("amount", "对接金额").listed().also(kNames<"帮扶金额">),
    number("item_count", "对接物品件数", "个").listed().also(kNames<"物品件数">),
    date("matched_on", "对接日期").listed().also(kNames<"匹配日期">),
    date("delivered_on", "交付日期").listed(),
    date("confirmed_on", "确认日期").listed().also(kNames<"受助人确认日期">),
    boolean("success", "是否对接成功").listed(),
    text("rating", "评价"),
};
inline constexpr Entity kSocialMatch{"social_match", "社会帮扶对接", kSocialMatchFields,
                                     kNames<"need_number", "donation_number">};

}  // namespace tz
