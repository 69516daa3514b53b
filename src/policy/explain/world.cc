#include "policy/explain/world.h"

#include <algorithm>

namespace tz::policy {

std::uint32_t World::add(const Entity& entity) { return add(entity, Row(entity.fields.size())); }

std::uint32_t World::add(const Entity& entity, Row values) {
    auto& rows = tables_[&entity].rows;
    rows.push_back(std::move(values));
    return static_cast<std::uint32_t>(rows.size() - 1);
}

void World::set(const Entity& entity, std::uint32_t row, std::size_t field, Value value) {
    tables_[&entity].rows[row][field] = std::move(value);
}

void World::set_unreadable(const Entity& entity, std::uint32_t row, std::size_t field) {
    tables_[&entity].unreadable.insert({row, field});
}

Id World::id(const Entity&, std::uint32_t row) const { return {1, std::uint64_t{row} + 1}; }

void World::point(const Entity& entity, std::uint32_t row, std::size_t field, const Entity& target,
                  std::uint32_t to) {
    set(entity, row, field, id(target, to));
}

const World::Table& World::table(const Entity& entity) const {
    static const Table kNone;
    const auto found = tables_.find(&entity);
    return found == tables_.end() ? kNone : found->second;
}

std::uint32_t World::row_count(const Entity& entity) const {
    return static_cast<std::uint32_t>(table(entity).rows.size());
}

Value World::value(const Entity& entity, std::uint32_t row, std::size_t field) const {
    return table(entity).rows[row][field];
}

bool World::unreadable(const Entity& entity, std::uint32_t row, std::size_t field) const {
    return table(entity).unreadable.contains({row, field});
}

std::uint32_t World::parent(const Entity& entity, std::uint32_t row, std::size_t field) const {
    const Value& value = table(entity).rows[row][field];
    const auto* id = std::get_if<Id>(&value);
    return id ? static_cast<std::uint32_t>(id->low - 1) : kNoRow;
}

std::vector<std::uint32_t> World::ordered(const Entity& other, std::size_t field) const {
    const auto& rows = table(other).rows;
    std::vector<std::uint32_t> order;
    for (std::uint32_t row = 0; row < rows.size(); ++row) order.push_back(row);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return rows[a][field] < rows[b][field];
    });
    return order;
}

std::pair<std::uint32_t, std::uint32_t> World::run_of(const Entity& other, std::size_t field,
                                                      const Value& wanted) const {
    if (!is_known(wanted)) return {0, 0};
    const auto& rows = table(other).rows;
    const std::vector<std::uint32_t> order = ordered(other, field);
    const auto is = [&](std::uint32_t row) { return rows[row][field] == wanted; };
    const auto first = std::find_if(order.begin(), order.end(), is);
    const auto last = std::find_if_not(first, order.end(), is);
    return {static_cast<std::uint32_t>(first - order.begin()),
            static_cast<std::uint32_t>(last - order.begin())};
}

std::pair<std::uint32_t, std::uint32_t> World::children(const Entity& entity, std::uint32_t row,
                                                        const Entity& other,
                                                        std::size_t field) const {
    return run_of(other, field, id(entity, row));
}

std::pair<std::uint32_t, std::uint32_t> World::neighbours(const Entity& entity, std::uint32_t row,
                                                          const Entity& other) const {
    return run_of(other, other.scope_index(), value(entity, row, entity.scope_index()));
}

std::pair<std::uint32_t, std::uint32_t> World::within(const Entity& entity, std::uint32_t row,
                                                      const Entity& other) const {
    const Value& own = value(entity, row, entity.scope_index());
    if (!is_known(own)) return {0, 0};
    const std::size_t scope = other.scope_index();
    const auto is_below = [&](std::uint32_t there) {
        const Value& division = value(other, there, scope);
        return is_known(division) && contains({as_int(own)}, {as_int(division)});
    };
    const std::vector<std::uint32_t> order = ordered(other, scope);
    const auto first = std::find_if(order.begin(), order.end(), is_below);
    const auto last = std::find_if_not(first, order.end(), is_below);
    return {static_cast<std::uint32_t>(first - order.begin()),
            static_cast<std::uint32_t>(last - order.begin())};
}

std::uint32_t World::at_division(const Entity& other, std::int64_t division) const {
    const std::size_t scope = other.scope_index();
    for (std::uint32_t row = 0; row < row_count(other); ++row)
        if (value(other, row, scope) == Value{division}) return row;
    return kNoRow;
}

std::uint32_t World::child(const Entity& other, std::size_t field, bool by_division,
                           std::uint32_t position) const {
    return ordered(other, by_division ? other.scope_index() : field)[position];
}

std::int64_t World::same(const Entity& entity, std::uint32_t row, std::size_t field) const {
    const auto& rows = table(entity).rows;
    const Value& own = rows[row][field];
    if (!is_known(own)) return 0;
    return std::count_if(rows.begin(), rows.end(),
                         [&](const Row& other) { return other[field] == own; });
}

std::int64_t World::same_in(const Entity& entity, std::uint32_t row, std::size_t field,
                            std::size_t reference) const {
    const auto& rows = table(entity).rows;
    const Value& own = rows[row][field];
    std::set<Value> different;
    for (const Row& other : rows) {
        if (is_known(own) && other[field] == own && is_known(other[reference])) {
            different.insert(other[reference]);
        }
    }
    return static_cast<std::int64_t>(different.size());
}

}  // namespace tz::policy
