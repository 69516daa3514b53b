// Children of school age found out of school: who called them back, and what came of it. Owned by
// domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/person/person_codes.h"

namespace tz {

inline constexpr Choice kDropoutStatesChoices[] = {
    {1, "found", "已发现", kNames<"发现">},
    {2, "urged", "劝返中", kNames<"行政督促", "已劝返待复学">},
    {3, "returned", "已复学", kNames<"复学", "已返校">},
    {4, "home_teaching", "送教上门", kNames<"送教">},
    {5, "exempt", "豁免", kNames<"因身体原因豁免">},
    {6, "closed", "已关闭", kNames<"关闭", "销号">},
};
inline constexpr CodeList kDropoutStates{"dropout_states", "劝返状态", kDropoutStatesChoices};

inline constexpr Field kDropoutCaseFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("dropout_cases"),
    date("found_on", "发现日期").listed().also(kNames<"发现时间", "辍学日期", "辍学时间">),
    text("school", "原就读学校").listed().also(kNames<"学校", "就读学校">),
    choice("reason", "失学或辍学原因", kDropoutReasons)
        .listed()
        .also(kNames<"辍学原因", "失学原因">),
    choice("state", "劝返状态", kDropoutStates).listed().also(kNames<"台账状态", "办理状态">),
    number("urge_count", "劝返次数", "次").also(kNames<"督促次数">),
    date("urged_on", "最近劝返日期").listed().also(kNames<"劝返时间", "劝返日期">),
    text("urger", "劝返责任人").also(kNames<"责任人", "控辍保学责任人">),
    date("returned_on", "复学日期").listed().also(kNames<"复学时间", "返校日期">),
    text("exemption_evidence", "豁免依据").also(kNames<"豁免证明">),
    date("closed_on", "关闭日期").also(kNames<"销号日期", "办结日期">),
    text("note", "备注"),
};
inline constexpr Entity kDropoutCase{"dropout_case", "失学辍学台账", kDropoutCaseFields,
                                     kNames<"id_number", "found_on">};

}  // namespace tz
