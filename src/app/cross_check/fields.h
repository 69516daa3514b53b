// Values of compared fields as small codes, and what a row of a list leads one to expect of the
// register. Pure.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <span>
#include <string_view>

#include "schema/entity.h"

namespace tz::cross_check {

// A truth value, choice, bit set, day, month or small number; kUnknown: nothing there.
using Code = std::int32_t;
inline constexpr Code kUnknown = std::numeric_limits<Code>::min();
using Codes = std::span<const Code>;

inline Code code_of(const Value& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1 : 0;
    const auto* number = std::get_if<std::int64_t>(&value);
    const bool fits = number && *number > kUnknown && *number <= std::numeric_limits<Code>::max();
    return fits ? static_cast<Code>(*number) : kUnknown;
}
inline Value value_of(const Field& field, Code code) {
    if (code == kUnknown) return {};
    if (field.type == Type::kBool) return code != 0;
    return std::int64_t{code};
}

struct Expected {
    enum class How : std::uint8_t { kNothing, kEqual, kAnyOf, kContains };
    How how = How::kNothing;
    std::int64_t value = 0;  // kAnyOf: one bit a code
    bool holds(Code registered, std::int64_t tolerance = 0) const {
        if (how == How::kEqual) return std::abs(registered - value) <= tolerance;
        if (how == How::kAnyOf) return registered < 63 && (value >> registered & 1) != 0;
        return how == How::kNothing || (registered >> value & 1) != 0;
    }
};
inline Expected nothing() { return {}; }
inline Expected equal_to(Code code) {
    return code == kUnknown ? Expected{} : Expected{Expected::How::kEqual, code};
}
template <class... T>
Expected any_of(T... codes) {
    return {Expected::How::kAnyOf, ((std::int64_t{1} << codes) | ...)};
}

// A field of the register, or of the household its person belongs to, held against the list.
struct ComparedField {
    const Entity* entity = nullptr;
    std::size_t field = 0;
    std::size_t shown = 0;                // which value of the row people see beside it
    Expected (*expect)(Codes) = nullptr;  // null: the shown value itself
    bool (*claims)(Code) = nullptr;       // the register's value says: should be on the list
    std::int64_t tolerance = 0;           // of a number
    std::string_view owner{};             // department; empty: that of the field or the list
    const Field& description() const { return entity->fields[field]; }
};

}  // namespace tz::cross_check
