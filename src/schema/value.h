// A value of a field and a row of them. The first alternative means unknown: not false, not zero.
//
//   type        alternative     holds
//   kText       std::string     UTF-8
//   kNumber     std::int64_t    whole number scaled by the field's decimals (1.5 亩, 2 decimals:
//   150) kMoney      std::int64_t    fen kBool       bool kDate       std::int64_t    days since
//   1970-01-01 kMonth      std::int64_t    year * 12 + month - 1 kDivision   std::int64_t 12-digit
//   code kChoice     std::int64_t    code of the choice kChoices    std::int64_t    bit set: 1 <<
//   code (codes 0 to 62); 0: none ticked kReference  Id              id of a record of the register
//   the field refers to
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"

namespace tz {

enum class Type : std::uint8_t {
    kText,
    kNumber,
    kMoney,
    kBool,
    kDate,
    kMonth,
    kDivision,
    kChoice,
    kChoices,
    kReference
};

using Value = std::variant<std::monostate, bool, std::int64_t, std::string, Id>;
using Row = std::vector<Value>;  // by position of the field in its entity

inline bool is_known(const Value& value) { return value.index() != 0; }
inline std::int64_t as_int(const Value& value) { return std::get<std::int64_t>(value); }
inline const std::string& as_text(const Value& value) { return std::get<std::string>(value); }
// Empty for unknown.
inline std::string_view text_or_empty(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? std::string_view(*text) : std::string_view();
}

}  // namespace tz
