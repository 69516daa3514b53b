// Word of a job sent to a person who wants one. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kPushWaysChoices[] = {
    {1, "visit", "上门推送", kNames<"上门告知", "入户">},
    {2, "phone", "电话短信", kNames<"电话", "短信">},
    {3, "online", "网络微信", kNames<"微信", "网络">},
    {4, "fair", "招聘会", kNames<"现场招聘会">},
    {5, "village", "村级公示", kNames<"村务栏">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kPushWays{"push_ways", "推送方式", kPushWaysChoices};

inline constexpr Field kJobPushFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("job_pushes"),
    date("pushed_on", "推送日期").required().listed().also(kNames<"推送时间", "推送岗位日期">),
    text("post", "岗位名称").required().listed().also(kNames<"推送岗位", "工种">),
    text("employer", "用工单位").listed().also(kNames<"用人单位", "企业名称">),
    choice("way", "推送方式", kPushWays),
    boolean("matched", "是否人岗适配").listed().also(kNames<"人岗匹配">),
    boolean("accepted", "是否有意向").listed().also(kNames<"就业意向">),
    boolean("employed", "是否就业").listed().also(kNames<"是否已就业">),
    date("employed_on", "就业日期"),
};
inline constexpr Entity kJobPush{"job_push", "岗位信息推送", kJobPushFields,
                                 kNames<"id_number", "pushed_on", "post">};

}  // namespace tz
