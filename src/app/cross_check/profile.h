// What each department's list says about a person: which of its columns are held against which
// fields of the register, what makes two rows the same entry, and who keeps the list. Plain
// constants; a list without a profile is compared by fields of the same name.
#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/cross_check/declared.h"
#include "app/cross_check/fields.h"

namespace tz::cross_check {

// How a column of the list becomes a code.
enum class ReadHow : std::uint8_t {
    kValue,
    kHash,   // a text that only has to be told from others
    kEnded,  // 1 when a text says that it is over (注销, 停保 …), else 0
};
struct ReadField {
    std::string_view name{};
    ReadHow how = ReadHow::kValue;
};

// Who must be on a list that is said to be complete.
enum class Complete : std::uint8_t { kEverybody, kClaimed, kNobody };

struct FieldCheck {
    std::string_view target{};  // "person.school_status"
    std::size_t shown = 0;      // position in reads
    Expected (*expect)(Codes) = nullptr;
    bool (*claims)(Code) = nullptr;
};

struct ListProfile {
    std::string_view entity{};  // the list's register
    std::string_view keeper{};  // department
    std::span<const ReadField> reads{};
    std::span<const FieldCheck> checks{};
    std::span<const std::size_t> same_entry{};  // reads that must agree for "twice"
    Complete complete = Complete::kNobody;
    bool (*is_on)(Codes) = nullptr;    // the row says so; null: every row
    bool (*is_gone)(Codes) = nullptr;  // dead or moved away
    bool (*is_property)(Codes) = nullptr;
};
const ListProfile* find_profile(std::string_view entity);

// What is compared in one run: a profile or a general one, its names looked up.
struct Comparing {
    const Entity* list = nullptr;
    const Entity* against = nullptr;
    std::string_view keeper{};
    std::vector<ReadField> reads{};
    std::vector<std::size_t> read_fields{};  // positions in the list's register
    std::vector<ComparedField> checks{};
    std::vector<std::size_t> same_entry{};
    Complete complete = Complete::kEverybody;
    bool (*is_on)(Codes) = nullptr;
    bool (*is_gone)(Codes) = nullptr;
    bool (*is_property)(Codes) = nullptr;
    std::optional<std::size_t> household_kind{};  // position in checks
    const policy::ListComparison* declared = nullptr;
};
// `placed`: fields of the list that the file has columns for.
// A pack's declaration comes before a profile.
Comparing comparing(const Entity& list, const Entity& against, std::span<const std::size_t> placed,
                    const Declared* declared = nullptr);

// Positions of what identifies a person; the number of fields when the register has none.
struct IdentityFields {
    std::size_t id_number = 0;
    std::size_t name = 0;
    std::size_t birth = 0;
    std::size_t sex = 0;
    std::size_t household_number = 0;
    std::size_t status = 0;
};
IdentityFields identity_of(const Entity& entity);

}  // namespace tz::cross_check
