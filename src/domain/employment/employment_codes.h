// Code lists of work: channel, industry, kind of record. Owned by domain; plain constants.
#pragma once
#include "domain/common/names.h"
#include "schema/entity.h"

namespace tz {

inline constexpr Choice kEmploymentKindChoices[] = {
    {1, "working", "已外出务工", kNames<"已务工", "务工">},
    {2, "planned", "计划外出务工", kNames<"计划务工">},
};
inline constexpr CodeList kEmploymentKinds{"employment_kinds", "务工登记类别",
                                           kEmploymentKindChoices};

inline constexpr Choice kEmploymentChannelChoices[] = {
    {1, "self_arranged", "自主外出", kNames<"自主就业", "自发外出", "自主外出务工", "自行外出">},
    {2, "organised", "政府组织劳务输出", kNames<"劳务输出", "政府组织", "组织输出", "有组织输出">},
    {3, "workshop", "就业帮扶车间", kNames<"扶贫车间", "帮扶车间", "就业扶贫车间">},
    {4, "public_job", "公益性岗位", kNames<"公益岗位", "公益性岗位安置">},
    {5, "cooperative", "农民专业合作社", kNames<"合作社">},
    {6, "leading_enterprise", "龙头企业", kNames<"企业吸纳", "本地企业">},
    {7, "entrepreneurship", "自主创业", kNames<"创业", "返乡创业">},
    {8, "flexible", "灵活就业", kNames<"零工", "打零工">},
    {9, "relatives", "亲友介绍", kNames<"亲戚朋友介绍", "亲友帮带">},
    {10, "agency", "人力资源机构", kNames<"中介机构", "劳务公司", "市场中介">},
    {11, "east_west_cooperation", "东西部劳务协作", kNames<"东西部协作", "劳务协作">},
    {12, "local", "就近就地就业", kNames<"就近就业", "就地就业", "县内就业">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kEmploymentChannels{"employment_channels", "就业渠道",
                                              kEmploymentChannelChoices};

// Sections of GB/T 4754.
inline constexpr Choice kIndustryChoices[] = {
    {1, "agriculture", "农、林、牧、渔业", kNames<"农林牧渔业", "农业", "种植业", "养殖业">},
    {2, "mining", "采矿业", {}},
    {3, "manufacturing", "制造业", kNames<"加工业", "工业">},
    {4, "energy", "电力、热力、燃气及水生产和供应业", kNames<"电力热力燃气及水生产和供应业">},
    {5, "construction", "建筑业", {}},
    {6, "trade", "批发和零售业", kNames<"批发零售业", "零售业">},
    {7, "transport", "交通运输、仓储和邮政业",
     kNames<"交通运输仓储和邮政业", "交通运输业", "物流业">},
    {8, "catering", "住宿和餐饮业", kNames<"住宿餐饮业", "餐饮业">},
    {9, "information", "信息传输、软件和信息技术服务业", kNames<"信息技术服务业">},
    {10, "finance", "金融业", {}},
    {11, "real_estate", "房地产业", {}},
    {12, "business_services", "租赁和商务服务业", kNames<"商务服务业">},
    {13, "research", "科学研究和技术服务业", {}},
    {14, "public_facilities", "水利、环境和公共设施管理业", kNames<"公共设施管理业">},
    {15, "resident_services", "居民服务、修理和其他服务业",
     kNames<"居民服务业", "服务业", "居民服务修理和其他服务业", "家政服务业">},
    {16, "education", "教育", kNames<"教育业">},
    {17, "health_and_social_work", "卫生和社会工作", {}},
    {18, "culture", "文化、体育和娱乐业", kNames<"文化体育和娱乐业">},
    {19, "administration", "公共管理、社会保障和社会组织", kNames<"公共管理和社会组织">},
    {29, "other", "其他", kNames<"其它", "其他行业">},
};
inline constexpr CodeList kIndustries{"industries", "所属行业", kIndustryChoices};

}  // namespace tz
