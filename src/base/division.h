// Administrative division as its 12-digit statistical code (GB/T 2260 + township + village).
// A division is also a range of codes: everything under 4304 is 430400000000 <= code <
// 430500000000.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tz {

enum class DivisionLevel : std::uint8_t { kNation, kProvince, kCity, kCounty, kTownship, kVillage };

struct Division {
    std::int64_t code = 0;  // 0: the nation
    auto operator<=>(const Division&) const = default;
};

// 2, 4, 6, 9 or 12 digits; shorter ones are filled with zeros. Nothing for other text.
std::optional<Division> parse_division(std::string_view text);
std::string to_string(Division division);  // always 12 digits
// The code without the zeros of lower levels: "4304", "430424", "430424100".
std::string short_code(Division division);
DivisionLevel level_of(Division division);
// The division that contains this one at a higher level; itself at its own level or lower.
Division at_level(Division division, DivisionLevel level);
inline Division county_of(Division division) { return at_level(division, DivisionLevel::kCounty); }
// First code after the range of a division.
std::int64_t end_code(Division division);
inline bool contains(Division area, Division inner) {
    return area.code <= inner.code && inner.code < end_code(area);
}

}  // namespace tz
