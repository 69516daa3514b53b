// The education bureau's roll of pupils and students. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/person/person_codes.h"

namespace tz {

inline constexpr Choice kRollStateChoices[] = {
    {1, "in_school", "在读", kNames<"在校", "正常", "在籍在读">},
    {2, "left", "辍学", kNames<"失学", "离校">},
    {3, "graduated", "毕业", kNames<"已毕业">},
    {4, "transferred", "转出", kNames<"转学">},
    {5, "home_teaching", "送教上门", {}},
    {6, "suspended", "休学", {}},
};
inline constexpr CodeList kRollStates{"roll_states", "学籍状态", kRollStateChoices};

inline constexpr Field kSchoolRollFields[] = {
    kDivisionField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("school_rolls"),
    kSourceMonthField,
    text("roll_number", "学籍号").personal().listed().also(kNames<"全国学籍号", "学籍号码">),
    choice("sex", "性别", kSexes),
    date("birth_date", "出生日期").personal(),
    text("school", "学校名称").listed().also(kNames<"学校", "就读学校">),
    choice("grade", "就读年级", kSchoolStatuses).listed().also(kNames<"年级", "在校生状况">),
    text("school_class", "班级"),
    choice("state", "学籍状态", kRollStates).listed().also(kNames<"就读状态", "在读状态">),
    boolean("boards", "是否寄宿").also(kNames<"是否寄宿生", "是否住宿">),
    boolean("needy", "是否家庭经济困难学生").also(kNames<"家庭经济困难", "是否困难学生">),
    boolean("separate_quota", "是否单列招生").also(kNames<"单列招生计划">),
    date("entered_on", "入学日期").also(kNames<"入学时间", "入学年月">),
    text("dropout_reason", "辍学原因"),
    money("aid_amount", "资助金额").listed().also(kNames<"教育资助金额">),
    text("aid_item", "资助项目"),
    text("guardian_name", "监护人姓名").personal().also(kNames<"家长姓名">),
    text("phone", "联系电话").personal().also(kNames<"家长联系电话", "监护人电话">),
};
inline constexpr Entity kSchoolRoll{"school_roll", "学籍名单", kSchoolRollFields,
                                    kNames<"id_number">};

}  // namespace tz
