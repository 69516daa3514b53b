// Two small registers for the tests of stores and of the command path: every type of field, a
// natural key, a scope and a reference. All static data.
#pragma once
#include <array>
#include <string>

#include "schema/entity.h"

namespace tz::test {

inline constexpr std::array<Choice, 3> kKindChoices = {
    Choice{.code = 1, .name = "general", .label = "一般户"},
    Choice{.code = 2, .name = "registered", .label = "建档立卡户"},
    Choice{.code = 3, .name = "monitored", .label = "监测户"}};
inline constexpr CodeList kKinds{.name = "kind", .label = "户类型", .choices = kKindChoices};
inline constexpr std::array<Choice, 3> kCauseChoices = {
    Choice{.code = 0, .name = "illness", .label = "因病"},
    Choice{.code = 1, .name = "disability", .label = "因残"},
    Choice{.code = 2, .name = "schooling", .label = "因学"}};
inline constexpr CodeList kCauses{.name = "cause", .label = "致贫原因", .choices = kCauseChoices};

inline constexpr std::array<Field, 9> kHouseholdFields = {
    division("village", "行政村").required().scope(),
    text("number", "户编号").required(),
    text("head_name", "户主姓名").personal(),
    number("members", "人数").range(1, 50),
    money("income", "收入"),
    boolean("is_safe", "住房安全"),
    date("visited", "走访日期"),
    choice("kind", "户类型", kKinds),
    choices("causes", "致贫原因", kCauses)};
inline constexpr std::array<std::string_view, 1> kHouseholdKey = {"number"};
inline constexpr Entity kHousehold{
    .name = "household", .label = "户", .fields = kHouseholdFields, .key = kHouseholdKey};

inline constexpr std::array<Field, 5> kPersonFields = {
    division("village", "行政村").required().scope(),
    reference("household", "所在户", "household").required().many("members"),
    text("name", "姓名").required().personal(), month("since", "入户月份"),
    number("land", "耕地", "亩", "mu", 2).range(0, 10000)};
inline constexpr Entity kPerson{.name = "person", .label = "人", .fields = kPersonFields};

inline constexpr std::array<const Entity*, 2> kRegisters = {&kHousehold, &kPerson};

}  // namespace tz::test
