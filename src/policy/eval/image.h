// The column image: the registers of a run as columns in narrow types, rows ordered so that a
// household's records lie together and villages follow one another. Made once from a scan of the
// store, then read by any number of threads. It answers Facts, so the oracle and the explainer run
// on it too. Owned by the app; the registers must outlive it.
//
// Order of rows: a record lies in the village of the record it refers to (of several, the one that
// itself refers furthest: a job lies with its person, not only with its household), beside the
// others of the same family; a record that refers to none lies in the village of its own division.
// Otherwise by id.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/division.h"
#include "base/do_all.h"
#include "policy/eval/column.h"
#include "policy/facts.h"
#include "policy/program/columns.h"
#include "schema/record.h"

namespace tz::policy {

struct RowRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // one past
    std::uint32_t size() const { return last - first; }
};

class Image final : public Facts {
  public:
    Image(Image&&) noexcept;
    Image& operator=(Image&&) noexcept;
    ~Image() override;

    // Facts. Fields that are not in the image are unknown, but for the record's division. A
    // register that isn't there has no rows.
    std::uint32_t row_count(const Entity&) const override;
    Value value(const Entity&, std::uint32_t row, std::size_t field) const override;
    Value pack_value(const Entity&, std::uint32_t row, const Field&) const override;
    bool unreadable(const Entity&, std::uint32_t row, std::size_t field) const override;
    std::uint32_t parent(const Entity&, std::uint32_t row, std::size_t field) const override;
    std::pair<std::uint32_t, std::uint32_t> children(const Entity&, std::uint32_t row,
                                                     const Entity& other,
                                                     std::size_t field) const override;
    std::pair<std::uint32_t, std::uint32_t> neighbours(const Entity&, std::uint32_t row,
                                                       const Entity& other) const override;
    std::pair<std::uint32_t, std::uint32_t> within(const Entity&, std::uint32_t row,
                                                   const Entity& other) const override;
    std::uint32_t at_division(const Entity& other, std::int64_t division) const override;
    std::uint32_t child(const Entity& other, std::size_t field, bool by_division,
                        std::uint32_t position) const override;
    // These two look at every row unless a run has counted already.
    std::int64_t same(const Entity&, std::uint32_t row, std::size_t field) const override;
    std::int64_t same_in(const Entity&, std::uint32_t row, std::size_t field,
                         std::size_t reference) const override;

    Id id(const Entity&, std::uint32_t row) const;
    // Own division of the record; the nation when unknown.
    Division division(const Entity&, std::uint32_t row) const;
    // The row of a record; looks at every row.
    std::optional<std::uint32_t> find(const Entity&, Id) const;

    // Villages: ascending divisions under which rows lie; the nation for those of unknown division.
    std::uint32_t village_count() const;
    Division village(std::uint32_t index) const;
    RowRange rows(const Entity&, std::uint32_t village) const;  // of one village

    // Bytes that columns, keys and dictionaries take.
    std::size_t memory() const;

    struct Register;
    struct Parts;
    // For eval/ only.
    explicit Image(std::unique_ptr<Parts> parts);
    const Register* find_register(const Entity&) const;
    const Parts& parts() const { return *parts_; }
    Parts& parts() { return *parts_; }

  private:
    std::unique_ptr<Parts> parts_;
};

class ImageBuilder {
  public:
    // Only registers and fields in `columns` are kept.
    ImageBuilder(Catalog catalog, ColumnSet columns);
    ~ImageBuilder();
    // In any order; records of other registers are passed over. Retired ones are not to be given.
    // One thread a register at a time.
    void append(const Entity& entity, const Record& record);
    // Sorts and links. The builder is empty afterwards.
    Image finish(const DoAll& do_all = do_in_order);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tz::policy
