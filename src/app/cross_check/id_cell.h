// ID numbers at the speed of a scan: a cell to the person key in 61 bits, and back. The words of
// base/id_number.h, without a string where the cell is written as it should be. Pure.
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "base/id_number.h"

namespace tz::cross_check {

enum class IdState : std::uint8_t {
    kValid,
    kConverted,  // a good 15-digit number
    kBroken,     // key is its 61 bits where it has any, else 0
    kBlank
};

struct IdCell {
    std::uint64_t key = 0;
    IdState state = IdState::kBlank;
};
IdCell read_id_cell(std::string_view text);

// The check of GB 11643 in pieces, to try many numbers that differ little.
unsigned check_weight(std::size_t position);  // 0 to 16
char check_character_of(unsigned sum);
// The 18 characters of a key; empty for 0.
std::string key_text(std::uint64_t key);
// First six digits; 0 for no key.
std::uint32_t region_of(std::uint64_t key);

inline constexpr std::int32_t kNoBirth = std::numeric_limits<std::int32_t>::min();
// Days since 1970; kNoBirth when the key holds no real date. Also of numbers that fail their check.
std::int32_t birth_of(std::uint64_t key);
Sex sex_of(std::uint64_t key);

}  // namespace tz::cross_check
