// What an evaluator asks about records, without knowing where they are kept. The column image
// (eval/image.h) and the small world of a case table (explain/world.h) both answer it.
// Rows of a register are numbered from 0. Reads only; safe from several threads.
#pragma once
#include <cstdint>
#include <optional>
#include <utility>

#include "schema/entity.h"

namespace tz::policy {

inline constexpr std::uint32_t kNoRow = 0xffffffffu;

class Facts {
  public:
    virtual ~Facts() = default;
    virtual std::uint32_t row_count(const Entity&) const = 0;
    virtual Value value(const Entity&, std::uint32_t row, std::size_t field) const = 0;
    // Of a field that a pack adds to the register.
    virtual Value pack_value(const Entity&, std::uint32_t, const Field&) const { return {}; }
    // The last import had text for this field that could not be read.
    virtual bool unreadable(const Entity&, std::uint32_t row, std::size_t field) const = 0;
    // The row of the register that reference field `field` points to; kNoRow when unknown or gone.
    virtual std::uint32_t parent(const Entity&, std::uint32_t row, std::size_t field) const = 0;
    // Rows of `other` whose reference field `field` points to this row, in order, as [first, last)
    // positions; `child` turns a position into a row.
    virtual std::pair<std::uint32_t, std::uint32_t> children(const Entity&, std::uint32_t row,
                                                             const Entity& other,
                                                             std::size_t field) const = 0;
    // The same for records of `other` in the same division as this row.
    virtual std::pair<std::uint32_t, std::uint32_t> neighbours(const Entity&, std::uint32_t row,
                                                               const Entity& other) const = 0;
    // The same for records of `other` in this row's division or below it.
    virtual std::pair<std::uint32_t, std::uint32_t> within(const Entity&, std::uint32_t row,
                                                           const Entity& other) const = 0;
    // The first row of `other` whose own division is this; kNoRow: there is none.
    virtual std::uint32_t at_division(const Entity& other, std::int64_t division) const = 0;
    virtual std::uint32_t child(const Entity& other, std::size_t field, bool by_division,
                                std::uint32_t position) const = 0;
    // How many records of the register have the same known value of a field as this row; 0 when
    // this row's value is unknown.
    virtual std::int64_t same(const Entity&, std::uint32_t row, std::size_t field) const = 0;
    // How many different records that `reference` points to are among them.
    virtual std::int64_t same_in(const Entity&, std::uint32_t row, std::size_t field,
                                 std::size_t reference) const = 0;
};

}  // namespace tz::policy
