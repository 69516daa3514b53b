// The kinds of file offices hand in, and what their columns mean. A layout names the registers a
// row feeds; columns are placed by label and alias, and by the few places a layout states itself.
// Owned by domain; constants and pure functions, safe from any thread.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/division.h"
#include "schema/entity.h"

namespace tz {

enum class Shape : std::uint8_t {
    kRows,     // a row is one record of each register it feeds
    kMembers,  // wide: a row is a household; the columns of `member_fields` repeat for each member
};

// A register that rows of a layout feed. Records already there are updated; a new one is made only
// when `made_if` is known in the row (empty: never).
struct Feed {
    const Entity* entity = nullptr;
    std::string_view made_if{};
};

// A header with its place "register.field". "group/child" is a column under a merged header,
// "header#2" the second column of that name. "group/*" without a target: other columns of this
// group are not placed by their child names. Headers are written as header_key() gives them.
struct HeaderTarget {
    std::string_view header{};
    std::string_view target{};
};

// A value that the file implies and does not hold: {"employment.kind", "working"}. Machine form; a
// column of the file wins over it.
struct Implied {
    std::string_view target{};
    std::string_view value{};
};

// Key fields that neither a column nor the layout gives are the importer's: `year` is the year the
// file speaks of; `sequence` counts the records of a file whose other key fields are equal.
struct Layout {
    std::string_view name{};
    std::string_view title{};
    std::span<const std::string_view> keywords{};  // in the file's or sheet's name
    std::span<const Feed> feeds{};                 // in order of preference
    // What must be among the columns: "register.field", or a header where fields don't tell.
    std::span<const std::string_view> signature{};
    std::span<const HeaderTarget> targets{};
    std::span<const Implied> implied{};
    std::span<const std::string_view> member_fields{};  // Shape::kMembers: fields that repeat
    Shape shape = Shape::kRows;
    int header_row = 1;        // where it usually stands; a hint
    bool blank_clears = true;  // an empty cell says "nothing there", not "not asked"
    // No household number in the file: a row of the head begins a household, and the head's ID
    // number stands for the number.
    bool household_by_head = false;
    // Shape::kMembers: the head (head_name, head_id_number) is a member when not among the pairs.
    bool head_is_member = false;
};

enum class PlaceRole : std::uint8_t {
    kField,         // the value of `entity->fields[field]`
    kDivisionName,  // the name of the area at `level`; together the division of every register fed
    kHoldsFrom,     // the day from which the row's values hold
    kIgnored,       // row numbers and the like
};

// What one column means.
struct Place {
    PlaceRole role = PlaceRole::kField;
    const Entity* entity = nullptr;                // kField
    std::size_t field = 0;                         // kField
    DivisionLevel level = DivisionLevel::kNation;  // kDivisionName
    // Unit the header states and the cells leave out ("万元"): to be put behind a plain number.
    std::string_view cell_unit{};
};

std::span<const Layout> layouts();
// One a register, from its labels: the headers of an import template, all or those that are known.
std::span<const Layout> template_layouts();
// Whether an import template has a column for a field.
bool is_template_field(const Field& field);
const Layout* find_layout(std::string_view name);  // of both

// All that a column feeds: its field in the first register that knows it, and the same key field
// in the others. `occurrence` counts columns of the same header from 1. Empty: not placed.
std::vector<Place> place_header(const Layout& layout, std::string_view header,
                                std::size_t occurrence = 1);
// For files of no known layout: one place in each register of the catalog that knows the header,
// labels before aliases.
std::vector<Place> guess_header(std::string_view header);
// The layout that fits a file best; null when none has its signature there. `title` is the file's
// and sheet's name.
const Layout* recognise_layout(std::string_view title, std::span<const std::string> headers);
// Whether the signature of a layout is among these headers.
bool fits(const Layout& layout, std::span<const std::string> headers);

// The position of "register.field" in the catalog; entity is null when there is none.
struct Target {
    const Entity* entity = nullptr;
    std::size_t field = 0;
};
Target find_target(std::string_view target);

}  // namespace tz
