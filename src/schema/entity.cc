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

// The fields by which records of a register are found from the other side. Registers have hundreds
// of fields and few of these; a pack asks thousands of times.
struct Inverses {
    std::span<const Field> fields{};  // for which it was made
    std::vector<std::size_t> positions{};
};

const Inverses& inverses_of(const Entity& entity) {
    thread_local std::unordered_map<const Entity*, Inverses> known;
    Inverses& found = known[&entity];
    if (found.fields.data() == entity.fields.data() && found.fields.size() == entity.fields.size())
        return found;
    found = {entity.fields, {}};
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (!entity.fields[i].inverse_name.empty()) found.positions.push_back(i);
    return found;
}

}  // namespace

Relation find_inverse(Catalog catalog, const Entity& entity, std::string_view inverse_name) {
    for (const Entity* other : catalog)
        for (const std::size_t i : inverses_of(*other).positions) {
            const Field& field = other->fields[i];
            if (field.refers_to == entity.name && field.inverse_name == inverse_name)
                return {other, i, field.inverse};
        }
    return {};
}

}  // namespace tz
