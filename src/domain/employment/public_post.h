// Public welfare posts and who holds them; forest rangers are chosen by a procedure and assessed.
// Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/person/person_codes.h"

namespace tz {

inline constexpr Field kPublicPostFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("public_posts"),
    choice("kind", "岗位类别", kPublicJobs)
        .required()
        .listed()
        .also(kNames<"公益性岗位", "岗位类型", "公益岗位类型">),
    text("unit", "用人单位").listed().also(kNames<"开发单位", "管理单位", "聘用单位">),
    date("started_on", "上岗日期").listed().also(kNames<"聘用日期", "合同开始日期", "选聘日期">),
    date("ended_on", "离岗日期").listed().also(kNames<"解聘日期", "合同终止日期", "合同到期日期">),
    money("monthly_wage", "月工资").listed().also(kNames<"岗位补贴标准", "月补贴标准", "补贴标准">),
    boolean("selected_by_procedure", "是否按程序选聘").listed().also(kNames<"选聘程序是否规范">),
    date("publicised_on", "公示日期"),
    date("assessed_on", "考核日期").listed(),
    boolean("assessment_passed", "考核是否合格").listed().also(kNames<"考核结果">),
    month("wage_paid_until", "工资发放至").listed().also(kNames<"补贴发放至">),
    number("area", "管护面积", "亩", "mu", 2),
    text("note", "备注"),
};
inline constexpr Entity kPublicPost{"public_post", "公益性岗位", kPublicPostFields,
                                    kNames<"id_number", "kind", "started_on">};

}  // namespace tz
