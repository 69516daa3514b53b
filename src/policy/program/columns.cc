#include "policy/program/columns.h"

#include <algorithm>

namespace tz::policy {
namespace {

void insert_sorted(std::vector<std::size_t>& list, std::size_t value) {
    const auto it = std::ranges::lower_bound(list, value);
    if (it == list.end() || *it != value) list.insert(it, value);
}

}  // namespace

RegisterColumns& columns_of(ColumnSet& set, const Entity& entity) {
    const auto it = std::ranges::find(set, &entity, &RegisterColumns::entity);
    if (it != set.end()) return *it;
    set.push_back({&entity, {}, {}, {}});
    return set.back();
}

const RegisterColumns* find_columns(const ColumnSet& set, const Entity& entity) {
    const auto it = std::ranges::find(set, &entity, &RegisterColumns::entity);
    return it == set.end() ? nullptr : &*it;
}

void add_column(ColumnSet& set, const Entity& entity, std::size_t field) {
    insert_sorted(columns_of(set, entity).fields, field);
}

void add_pack_field(ColumnSet& set, const Entity& entity,
                    const std::shared_ptr<const Field>& field) {
    auto& list = columns_of(set, entity).added;
    const auto is = [&](const auto& other) { return other->name == field->name; };
    if (std::ranges::none_of(list, is)) list.push_back(field);
}

void add_unreadable(ColumnSet& set, const Entity& entity, std::size_t field) {
    insert_sorted(columns_of(set, entity).unreadable, field);
}

}  // namespace tz::policy
