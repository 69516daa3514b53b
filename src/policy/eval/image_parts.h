// What a column image is made of. For eval/ only: the app sees image.h.
#pragma once
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "policy/eval/image.h"

namespace tz::policy {

// Stands among divisions where a record's isn't known.
inline constexpr std::int64_t kUnknownDivision = -1;

inline constexpr std::size_t kNoField = static_cast<std::size_t>(-1);

// A reference field: where each row's record points.
struct Link {
    const Image::Register* target = nullptr;         // null: that register isn't in the image
    std::vector<std::uint32_t> parents;              // row of the target, or kNoRow
    std::vector<std::pair<std::uint32_t, Id>> gone;  // known, but no such record; ascending rows
    // By row of the target: its records as positions [first, last) …
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> last;
    // … and the row at each position; empty: positions are rows.
    std::vector<std::uint32_t> rows;
    std::uint32_t row_at(std::uint32_t position) const {
        return rows.empty() ? position : rows[position];
    }
};

// Rows of a register that look at rows of another one, as the vector loops take them.
struct Walk {
    const std::uint32_t* parents = nullptr;  // to one record: by row, or kNoRow
    const std::uint32_t* first = nullptr;    // to several: by row
    const std::uint32_t* last = nullptr;
    // Where no two rows have a record in common: the row of each record, and bits that say where
    // its records lie.
    const std::uint32_t* segment_parents = nullptr;
    Bitmap ends{};   // by record: the last of a run, or of none
    Bitmap owned{};  // by record: the last of a run
    Bitmap has{};    // by row: it has records
    // Rows that look beyond their village, or at records that don't lie together; ascending. They
    // are answered one by one.
    std::vector<std::uint32_t> outside{};
    std::vector<std::uint32_t> owned_first{};  // what the pointers point to, where no link has it
    std::vector<std::uint32_t> owned_last{};
};
// To one record above or below, to the records below, to those of the same division.
enum class WalkKind : std::uint8_t { kUp, kDownToOne, kDown, kDivision };
struct WalkKey {
    WalkKind kind = WalkKind::kUp;
    const Entity* entity = nullptr;
    const Entity* other = nullptr;
    std::size_t field = 0;
    auto operator<=>(const WalkKey&) const = default;
};

// Rows by their own division.
struct Areas {
    std::vector<std::int64_t> divisions;  // ascending; without the unknown one
    std::vector<std::uint32_t> first;     // positions; one more than divisions
    std::vector<std::uint32_t> rows;      // row at each position; empty: positions are rows
    std::uint32_t row_at(std::uint32_t position) const {
        return rows.empty() ? position : rows[position];
    }
    std::pair<std::uint32_t, std::uint32_t> find(std::int64_t division) const;
    // Of the division and everything under it.
    std::pair<std::uint32_t, std::uint32_t> find_below(std::int64_t division) const;
};

struct Image::Register {
    const Entity* entity = nullptr;
    std::uint32_t rows = 0;
    std::vector<Id> ids;
    std::vector<std::uint32_t> village_first;                      // by village, and the end
    std::vector<std::pair<std::uint32_t, std::int64_t>> strays;    // own division isn't the village
    std::vector<std::unique_ptr<Column>> columns;                  // by field; null: not kept
    std::vector<std::unique_ptr<Link>> links;                      // by field
    std::map<std::size_t, std::vector<std::uint32_t>> unreadable;  // by field: ascending rows
    Areas areas;
    std::map<std::string, Column, std::less<>> added;  // of packs, by the field's name
    std::map<std::string, Column> derived;             // by the expression, printed
    // Of those, how often a field's value occurs; by the field and, where records referred to are
    // counted, the reference (kNoField: rows are counted).
    std::map<std::pair<std::size_t, std::size_t>, const Column*> same;
};

struct Image::Parts {
    std::deque<Register> registers;
    std::vector<std::int64_t> villages;  // ascending; the first may be the unknown one
    std::map<WalkKey, Walk> walks;       // worked out when a run first needs them
};

// Own division of a row, or kUnknownDivision.
std::int64_t own_division(const Image& image, const Image::Register& reg, std::uint32_t row);

}  // namespace tz::policy
