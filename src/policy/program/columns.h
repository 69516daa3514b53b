// Which fields of which registers a run reads. program/ says it, the app scans only these, and
// eval/ keeps only these. A plain value.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "schema/entity.h"

namespace tz::policy {

struct RegisterColumns {
    const Entity* entity = nullptr;
    std::vector<std::size_t> fields{};      // positions, ascending, each once
    std::vector<std::size_t> unreadable{};  // fields of which it matters that they were unreadable
    std::vector<std::shared_ptr<const Field>> added{};  // by packs
    bool operator==(const RegisterColumns&) const = default;
};

// At most one element a register.
using ColumnSet = std::vector<RegisterColumns>;

// The columns of a register in the set, added when they aren't there.
RegisterColumns& columns_of(ColumnSet& set, const Entity& entity);
const RegisterColumns* find_columns(const ColumnSet& set, const Entity& entity);
void add_column(ColumnSet& set, const Entity& entity, std::size_t field);
void add_pack_field(ColumnSet& set, const Entity& entity,
                    const std::shared_ptr<const Field>& field);
void add_unreadable(ColumnSet& set, const Entity& entity, std::size_t field);

}  // namespace tz::policy
