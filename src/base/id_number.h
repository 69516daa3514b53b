// Chinese identity numbers (GB 11643): 18 characters, old 15, disability certificates of 20
// (18 + kind + grade) and reissued ones of 22. The person key is the first 18 characters.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/text.h"

namespace tz {

enum class Sex : std::uint8_t { kUnknown = 0, kMale = 1, kFemale = 2 };

// Half-width, upper-case X, without spaces and a leading apostrophe.
std::string clean_id_number(std::string_view text);
// The 18th character that belongs to these first 17 digits; 0 when they aren't digits.
char check_character(std::string_view first17);
// The first 18 characters are digits with the right check character and a real birth date.
bool valid_id_number(std::string_view number);
// First 18 characters, or the 18-character form of a 15-digit number; empty for other lengths.
std::string person_key(std::string_view number);
std::optional<Date> id_birth(std::string_view number);
std::optional<Sex> id_sex(std::string_view number);
// Digits 19 and 20 of a certificate (GB/T 26341): kind 1-7, grade 1-4.
std::optional<int> disability_kind(std::string_view number);
std::optional<int> disability_grade(std::string_view number);
// The person key in 61 bits: 17 digits and one of 11 check characters; nothing if it doesn't fit.
std::optional<std::uint64_t> pack_person_key(std::string_view key);

struct Repair {
    std::string number{};
    Text how{};              // e.g. "position 7: O -> 0"
    bool is_proven = false;  // false: a suggestion that something else must confirm
};
// A broken 18-character number whose check digit proves exactly one repair (one wrong or look-alike
// character among the non-digits, one missing check character, one transposition). A number with
// two possible repairs is not repaired.
std::optional<Repair> repair_id_number(std::string_view number);

}  // namespace tz
