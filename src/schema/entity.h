// How a register is described: once, as a constexpr table of fields. Storage, validation, JSON,
// import, export, access and the rule language are loops over this table. Everything here is
// plain data with static lifetime; no templates, no callbacks.
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "schema/value.h"

namespace tz {

struct Choice {
    int code = 0;                                 // stored; never reused for something else
    std::string_view name{};                      // identifier in rules, JSON and URLs
    std::string_view label{};                     // what people read
    std::span<const std::string_view> aliases{};  // other spellings seen in files
};

struct CodeList {
    std::string_view name{};
    std::string_view label{};
    std::span<const Choice> choices{};
    const Choice* by_code(std::int64_t code) const;
    const Choice* by_name(std::string_view name) const;
    // Label, alias, name or code as text; white space and width don't matter.
    const Choice* by_text(std::string_view text) const;
};

enum class Inverse : std::uint8_t { kNone, kMany, kOne };

// 32 bits of a name (FNV-1a), made by the compiler: stands for a field in digests.
constexpr std::uint32_t name_tag(std::string_view name) {
    std::uint32_t tag = 0x811c9dc5u;
    for (const char c : name) tag = (tag ^ static_cast<unsigned char>(c)) * 0x01000193u;
    return tag;
}

struct Field {
    std::string_view name{};
    std::string_view label{};
    Type type = Type::kText;
    const CodeList* codes = nullptr;  // kChoice, kChoices
    std::string_view refers_to{};     // kReference: the register's name
    std::string_view inverse_name{};  // what the other register calls its records that refer here
    Inverse inverse = Inverse::kNone;
    // kReference: fields of this register whose values are the natural key of the other's record,
    // in the order of that key. Empty: found by household number or person.
    std::span<const std::string_view> refers_by{};
    std::string_view unit_label{};  // "亩", "公里", "升/人/日"
    std::string_view unit{};        // in rules: "mu", "km", "L/person/day"
    int decimals = 0;               // kNumber
    std::int64_t min = std::numeric_limits<std::int64_t>::min();  // number, money; text: characters
    std::int64_t max = std::numeric_limits<std::int64_t>::max();
    std::span<const std::string_view> aliases{};  // other column headers seen in files
    std::string_view group{};                     // merged group header, form section
    std::string_view owner{};  // department that holds this value ("education_bureau")
    bool is_required = false;
    bool is_personal = false;  // masked, salted in digests
    bool is_listed = false;    // shown in short lists and fix sheets
    bool is_scope = false;     // the record's division: cuts every read
    std::uint32_t tag = name_tag(name);

    constexpr Field required() const {
        auto f = *this;
        f.is_required = true;
        return f;
    }
    constexpr Field personal() const {
        auto f = *this;
        f.is_personal = true;
        return f;
    }
    constexpr Field listed() const {
        auto f = *this;
        f.is_listed = true;
        return f;
    }
    constexpr Field scope() const {
        auto f = *this;
        f.is_scope = true;
        return f;
    }
    constexpr Field range(std::int64_t lo, std::int64_t hi) const {
        auto f = *this;
        f.min = lo;
        f.max = hi;
        return f;
    }
    constexpr Field also(std::span<const std::string_view> names) const {
        auto f = *this;
        f.aliases = names;
        return f;
    }
    constexpr Field in(std::string_view section) const {
        auto f = *this;
        f.group = section;
        return f;
    }
    constexpr Field held_by(std::string_view department) const {
        auto f = *this;
        f.owner = department;
        return f;
    }
    constexpr Field by(std::span<const std::string_view> own_fields) const {
        auto f = *this;
        f.refers_by = own_fields;
        return f;
    }
    // The other register sees its many (or its one) records that refer to it under this name.
    constexpr Field many(std::string_view other) const {
        auto f = *this;
        f.inverse_name = other;
        f.inverse = Inverse::kMany;
        return f;
    }
    constexpr Field one(std::string_view other) const {
        auto f = *this;
        f.inverse_name = other;
        f.inverse = Inverse::kOne;
        return f;
    }
};

constexpr Field text(std::string_view name, std::string_view label) {
    return Field{.name = name, .label = label, .type = Type::kText};
}
constexpr Field number(std::string_view name, std::string_view label,
                       std::string_view unit_label = {}, std::string_view unit = {},
                       int decimals = 0) {
    return Field{.name = name,
                 .label = label,
                 .type = Type::kNumber,
                 .unit_label = unit_label,
                 .unit = unit,
                 .decimals = decimals};
}
constexpr Field money(std::string_view name, std::string_view label) {
    return Field{
        .name = name, .label = label, .type = Type::kMoney, .unit_label = "元", .unit = "yuan"};
}
constexpr Field boolean(std::string_view name, std::string_view label) {
    return Field{.name = name, .label = label, .type = Type::kBool};
}
constexpr Field date(std::string_view name, std::string_view label) {
    return Field{.name = name, .label = label, .type = Type::kDate};
}
constexpr Field month(std::string_view name, std::string_view label) {
    return Field{.name = name, .label = label, .type = Type::kMonth};
}
constexpr Field division(std::string_view name, std::string_view label) {
    return Field{.name = name, .label = label, .type = Type::kDivision};
}
constexpr Field choice(std::string_view name, std::string_view label, const CodeList& codes) {
    return Field{.name = name, .label = label, .type = Type::kChoice, .codes = &codes};
}
constexpr Field choices(std::string_view name, std::string_view label, const CodeList& codes) {
    return Field{.name = name, .label = label, .type = Type::kChoices, .codes = &codes};
}
constexpr Field reference(std::string_view name, std::string_view label, std::string_view entity) {
    return Field{.name = name, .label = label, .type = Type::kReference, .refers_to = entity};
}

struct Entity {
    std::string_view name{};
    std::string_view label{};
    std::span<const Field> fields{};
    // Fields whose shown values, joined by '/', are the natural key; empty: ids are made by the
    // caller.
    std::span<const std::string_view> key{};
    // The step that alone writes these records ("taizhang ledger sign"), which are therefore not to
    // be put, imported, reverted or retired; empty: everybody who keeps registers does.
    std::string_view written_by{};
    // Position of a field; the number of fields when there is none of that name.
    constexpr std::size_t index(std::string_view field_name) const {
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (fields[i].name == field_name) return i;
        return fields.size();
    }
    constexpr const Field* find(std::string_view field_name) const {
        const std::size_t i = index(field_name);
        return i < fields.size() ? &fields[i] : nullptr;
    }
    std::size_t scope_index() const;  // position of the division that cuts reads
};

// Position of a field, checked by the compiler: an unknown name does not build.
//   constexpr std::size_t kIdNumber = at(kPerson, "id_number");
consteval std::size_t at(const Entity& entity, std::string_view field_name) {
    const std::size_t i = entity.index(field_name);
    if (i == entity.fields.size()) throw "no field of that name in this register";
    return i;
}

// All registers of the product, in order of dependence. Owned by the caller; static lifetime.
using Catalog = std::span<const Entity* const>;
const Entity* find_entity(Catalog catalog, std::string_view name);
// The register and field by which other records refer to `entity` under `inverse_name`.
struct Relation {
    const Entity* entity = nullptr;  // the register that holds the reference
    std::size_t field = 0;           // its reference field
    Inverse inverse = Inverse::kNone;
};
Relation find_inverse(Catalog catalog, const Entity& entity, std::string_view inverse_name);

}  // namespace tz
