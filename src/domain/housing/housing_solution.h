// How a household without a safe home of its own gets one. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kHousingSolutionsChoices[] = {
    {1, "renovation", "危房改造", kNames<"危改">},
    {2, "town_housing", "城镇保障性住房", kNames<"保障房", "公租房", "保障性住房">},
    {3, "replacement", "置换闲置房", kNames<"置换", "房屋置换">},
    {4, "long_lease", "长期租赁", kNames<"租赁", "租住">},
    {5, "relocation", "易地搬迁", kNames<"搬迁">},
    {6, "demolished", "拆除旧房", kNames<"拆旧", "仅拆除">},
    {7, "with_relatives", "随子女居住", kNames<"投亲靠友", "与子女同住">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kHousingSolutions{"housing_solutions", "住房解决方式",
                                            kHousingSolutionsChoices};

inline constexpr Choice kSpecialHousingGroupsChoices[] = {
    {1, "none", "否", kNames<"无">},
    {2, "extreme_poverty", "特困人员", kNames<"分散供养特困人员", "五保">},
    {3, "elderly_alone", "孤寡老人", kNames<"独居老人">},
    {4, "disabled", "残疾人", kNames<"重度残疾人">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kSpecialHousingGroups{"special_housing_groups", "特殊住房群体",
                                                kSpecialHousingGroupsChoices};

inline constexpr Field kHousingSolutionFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").one("housing_solution"),
    text("head_name", "户主姓名").personal().listed().also(kNames<"户主">),
    kIdNumberField,
    boolean("lives_in_town", "是否长期居住城镇").listed().also(kNames<"长期在城镇居住">),
    choice("special_group", "特殊住房群体", kSpecialHousingGroups)
        .listed()
        .also(kNames<"特殊群体">),
    boolean("lives_in_dangerous_dwelling", "是否居住危房").listed().also(kNames<"是否住危房">),
    boolean("old_dwelling_demolished", "旧房是否已拆除").listed().also(kNames<"危房是否拆除">),
    boolean("wants_renovation", "是否有改造意愿").listed().also(kNames<"改造意愿", "是否愿意建房">),
    choice("way", "住房解决方式", kHousingSolutions).listed().also(kNames<"解决方式", "保障方式">),
    date("settled_on", "落实日期").listed().also(kNames<"解决日期">),
    date("lease_until", "租赁到期日期"),
    text("address", "现住址").personal().also(kNames<"现居住地">),
    text("note", "备注"),
};
inline constexpr Entity kHousingSolution{"housing_solution", "住房解决方案", kHousingSolutionFields,
                                         kNames<"household_number">};

}  // namespace tz
