// Units of numbers: their one spelling, and the two that convert (m into km). Pure; any thread.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "policy/check/typed.h"
#include "schema/entity.h"

namespace tz::policy {

struct UnitInfo {
    std::string name{};     // "km" for m and km, "month" for months
    int more_decimals = 0;  // m is km with 3 more decimals
};

// The unit as written in a pack or a register's table; nothing when nobody knows it.
std::optional<UnitInfo> find_unit(std::string_view word, Catalog catalog);
std::vector<std::string> unit_names(Catalog catalog);
bool is_money_unit(std::string_view word);
// Counts: a plain number may stand for them.
bool is_count_unit(std::string_view unit);
// The type of a field's value.
ValueType type_of(const Field& field);
// "an amount of money", "a number (km)", "a choice of kinds".
Text describe(const ValueType& type);
bool same_kind(const ValueType& a, const ValueType& b);

std::int64_t power_of_ten(int exponent);  // 0 to 18

}  // namespace tz::policy
