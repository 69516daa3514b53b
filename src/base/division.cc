#include "base/division.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace tz {
namespace {

constexpr std::size_t kLevels = 6;
constexpr std::array<std::size_t, kLevels> kLevelDigits = {0, 2, 4, 6, 9, 12};
// How many codes a division of a level covers.
constexpr std::array<std::int64_t, kLevels> kLevelCodes = {
    1'000'000'000'000, 10'000'000'000, 100'000'000, 1'000'000, 1'000, 1};

std::size_t index_of(DivisionLevel level) { return static_cast<std::size_t>(level); }

std::int64_t value_of(std::string_view digits) {
    std::int64_t value = 0;
    for (char c : digits) value = value * 10 + (c - '0');
    return value;
}

}  // namespace

std::optional<Division> parse_division(std::string_view text) {
    const Folded folded(text);
    text = folded.view();
    if (!all_digits(text)) return std::nullopt;
    for (std::size_t i = 1; i < kLevels; ++i) {
        if (text.size() == kLevelDigits[i]) return Division{value_of(text) * kLevelCodes[i]};
    }
    return std::nullopt;
}

std::string to_string(Division division) {
    return fmt::format(FMT_COMPILE("{:012}"), division.code);
}

std::string short_code(Division division) {
    std::string out = to_string(division);
    out.resize(kLevelDigits[index_of(level_of(division))]);
    return out;
}

DivisionLevel level_of(Division division) {
    std::size_t i = 0;
    while (i + 1 < kLevels && division.code % kLevelCodes[i] != 0) ++i;
    return static_cast<DivisionLevel>(i);
}

Division at_level(Division division, DivisionLevel level) {
    return {division.code - division.code % kLevelCodes[index_of(level)]};
}

std::int64_t end_code(Division division) {
    return division.code + kLevelCodes[index_of(level_of(division))];
}

}  // namespace tz
