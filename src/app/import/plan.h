// What is done with each cell of a sheet, decided once: the records a row gives (slots), and which
// cell goes to which field of them. Owned by one import; one thread at a time.
#pragma once
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "app/import/cell.h"
#include "app/import/mapping.h"

namespace tz::intake {

inline constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

// A record that a row gives, or that all rows of a household give together.
struct Slot {
    const Entity* entity = nullptr;
    std::string command{};        // "person.put"
    std::size_t made_if = kNone;  // made only when this field is known; kNone: never made
    std::size_t repeat = 0;       // 1, 2 …: a member of a wide row
    bool is_head = false;         // the head of a wide row, from head_name and head_id_number
    bool is_shared = false;       // one record a household, however many rows speak of it
    std::uint32_t bit = 0;        // of a shared slot: in House::made
    std::vector<FieldValue> implied{};
    std::vector<std::size_t> key{};         // positions
    std::vector<std::size_t> identity{};    // of the key, what the row itself must say
    std::vector<std::size_t> references{};  // positions of reference fields
    // Positions of what the machinery fills or looks at; kNone where the register has none.
    std::size_t division = kNone;
    std::size_t number = kNone;  // household number
    std::size_t id_number = kNone;
    std::size_t name = kNone;
    std::size_t birth = kNone;
    std::size_t sex = kNone;
    std::size_t relation = kNone;
    std::size_t sequence = kNone;
};

// One cell to one field.
struct CellPlan {
    std::size_t column = 0;
    std::size_t slot = 0;
    std::size_t field = 0;
    bool can_clear = false;  // a blank cell takes the value away
    bool is_joined = false;  // several columns feed the field: choices are put together
    bool is_member = false;  // of one member of a wide row
    std::size_t memory = 0;  // of a shared cell: where FileMemory keeps what was said
    CellReader reader;
};

// A cell of a column that a pack adds.
struct AddedCell {
    std::size_t column = 0;
    std::size_t slot = 0;
    std::shared_ptr<const Field> field{};
    CellReader reader;
};

struct SheetPlan {
    std::string sheet{};
    const Layout* layout = nullptr;
    std::int64_t last_header_row = 0;
    std::vector<std::string> headers{};  // by column; empty: the column has no name
    std::vector<Slot> slots{};
    std::vector<CellPlan> shared{};                              // cells of shared slots
    std::vector<CellPlan> own{};                                 // cells of the row's own records
    std::vector<std::pair<std::size_t, DivisionLevel>> areas{};  // columns with names of areas
    std::vector<AddedCell> added{};
    std::optional<CellPlan> number{};      // the household number
    std::optional<CellPlan> year{};        // part of the key of shared records
    std::optional<CellPlan> holds_from{};  // the day the row speaks of
    std::size_t village_column = kNone;
    bool has_household = false;                   // rows belong to households
    bool household_by_head = false;               // … which begin with a row of the head
    bool has_relation = false;                    // heads can be counted
    std::vector<std::size_t> identity_columns{};  // blank in totals and signatures
};

struct PlanWishes {
    std::string sheet{};
    Date today{};                  // no event lies after this
    std::optional<Month> month{};  // the file speaks of
    int year = 0;                  // for yearly records without a column of their own
};

// The column that feeds a field; kNone when none does.
std::size_t column_of(const SheetPlan& plan, std::size_t slot, std::size_t field);

SheetPlan make_plan(const Header& header, const SheetMap& map, const PlanWishes& wishes);

}  // namespace tz::intake
