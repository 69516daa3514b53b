#include "schema/entity.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"

namespace tz {
namespace {

bool answers_to(const Choice& choice, std::string_view key) {
    if (key == choice.name || key == header_key(choice.label)) return true;
    return std::ranges::any_of(choice.aliases,
                               [&](std::string_view alias) { return key == header_key(alias); });
}

}  // namespace

const Choice* CodeList::by_code(std::int64_t code) const {
    const auto it = std::ranges::find(choices, code, &Choice::code);
    return it == choices.end() ? nullptr : &*it;
}

const Choice* CodeList::by_name(std::string_view wanted) const {
    const auto it = std::ranges::find(choices, wanted, &Choice::name);
    return it == choices.end() ? nullptr : &*it;
}

const Choice* CodeList::by_text(std::string_view written) const {
    const auto exact = std::ranges::find(choices, written, &Choice::label);
    if (exact != choices.end()) return &*exact;
    const std::string key = header_key(written);
    const auto it =
        std::ranges::find_if(choices, [&](const Choice& c) { return answers_to(c, key); });
    if (it != choices.end()) return &*it;
    const auto code = to_int(key);
    return code ? by_code(*code) : nullptr;
}

std::size_t Entity::scope_index() const {
    const auto it = std::ranges::find(fields, true, &Field::is_scope);
    return static_cast<std::size_t>(it - fields.begin());
}

const Entity* find_entity(Catalog catalog, std::string_view name) {
    const auto it = std::ranges::find(catalog, name, &Entity::name);
    return it == catalog.end() ? nullptr : *it;
}

namespace {

// By the name that the other side gives them: the references of a catalog. There are thousands of
// fields and few of these, and a pack asks thousands of times.
struct Inverses {
    std::vector<const Entity*> catalog{};  // for which it was made
    std::unordered_map<std::string_view, std::vector<Relation>> by_name{};
};

const Inverses& inverses_of(Catalog catalog) {
    thread_local Inverses known;
    if (std::ranges::equal(known.catalog, catalog)) return known;
    known = {{catalog.begin(), catalog.end()}, {}};
    for (const Entity* entity : catalog)
        for (std::size_t i = 0; i < entity->fields.size(); ++i) {
            const Field& field = entity->fields[i];
            if (!field.inverse_name.empty())
                known.by_name[field.inverse_name].push_back({entity, i, field.inverse});
        }
    return known;
}

}  // namespace

Relation find_inverse(Catalog catalog, const Entity& entity, std::string_view inverse_name) {
    const auto& by_name = inverses_of(catalog).by_name;
    const auto found = by_name.find(inverse_name);
    if (found == by_name.end()) return {};
    for (const Relation& relation : found->second)
        if (relation.entity->fields[relation.field].refers_to == entity.name) return relation;
    return {};
}

}  // namespace tz
