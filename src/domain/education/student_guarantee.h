// Who answers for a student: one record for each guarantor. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kGuaranteeWaysChoices[] = {
    {1, "one_to_one", "一帮一", kNames<"一对一帮扶", "一对一">},
    {2, "three_to_one", "三包一", kNames<"三对一">},
};
inline constexpr CodeList kGuaranteeWays{"guarantee_ways", "包保方式", kGuaranteeWaysChoices};

inline constexpr Choice kGuarantorRolesChoices[] = {
    {1, "education_cadre", "教育部门干部", kNames<"教育干部", "教体局干部">},
    {2, "township_cadre", "乡镇干部", kNames<"乡镇领导">},
    {3, "village_cadre", "村干部", kNames<"村两委干部">},
    {4, "headmaster", "校长", kNames<"学校领导", "校领导">},
    {5, "teacher", "教师", kNames<"老师", "班主任", "任课教师">},
    {6, "helper", "帮扶责任人", kNames<"帮扶干部">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kGuarantorRoles{"guarantor_roles", "包保人身份", kGuarantorRolesChoices};

inline constexpr Field kStudentGuaranteeFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("student_guarantees"),
    number("school_year", "学年").required().listed().range(1990, 2100).also(kNames<"学年度">),
    choice("way", "包保方式", kGuaranteeWays).listed().also(kNames<"帮扶方式", "帮包方式">),
    text("guarantor_name", "包保人")
        .required()
        .listed()
        .personal()
        .also(kNames<"包保责任人", "帮扶人", "包保人姓名">),
    choice("guarantor_role", "包保人身份", kGuarantorRoles)
        .listed()
        .also(kNames<"包保人职务", "帮扶人身份">),
    text("guarantor_unit", "包保人单位").listed().also(kNames<"帮扶人单位">),
    date("started_on", "包保开始日期"),
    date("ended_on", "包保结束日期").listed(),
    text("phone", "包保人电话").personal().also(kNames<"联系电话">),
};
inline constexpr Entity kStudentGuarantee{"student_guarantee", "教育包保名单",
                                          kStudentGuaranteeFields,
                                          kNames<"id_number", "school_year", "guarantor_name">};

}  // namespace tz
