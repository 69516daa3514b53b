// Names of persons, compared by characters and never by bytes: middle dots and spaces don't count,
// traditional characters are their simplified ones, '?' and private characters may be anything.
// Pure; safe from any thread.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "app/cross_check/outcome.h"

namespace tz::cross_check {

// A name ready to be compared. Characters past the limit are left out on both sides.
struct PersonName {
    static constexpr std::size_t kMax = 24;
    static constexpr char32_t kAny = U'?';
    std::array<char32_t, kMax> characters{};
    std::uint8_t size = 0;
    bool has_any = false;  // unreadable characters
    bool operator==(const PersonName& other) const;
};
PersonName normal_name(std::string_view text);

// One bit for each character: names with a common character have a common bit.
std::uint32_t signature(const PersonName& name);

struct Likeness {
    Reason reason = Reason::kOtherName;
    std::uint8_t score = 0;  // of 40
    // The same name, however it is written.
    bool is_same() const {
        return reason == Reason::kSameName || reason == Reason::kVariantName ||
               reason == Reason::kUnreadableName;
    }
};
Likeness compare_names(std::string_view a, std::string_view b);
// Both ready; `reason` is kVariantName for equal ones.
Likeness compare_names(const PersonName& a, const PersonName& b);

}  // namespace tz::cross_check
