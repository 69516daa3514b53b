// A workflow is a table of steps: what may be done with a record in which state, by whom, and what
// the step leaves behind. One function walks all of them (app/workflow.h). Plain constants.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "schema/entity.h"

namespace tz {

enum class Role : std::uint8_t {
    kVillageTeam,
    kTownship,
    kLineDepartment,
    kCounty,
    kCity,
    kProvince,
    kAuditor,
    kAdministrator
};

// A set of roles: one bit each.
struct RoleSet {
    std::uint32_t bits = 0;
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles) {
        for (const Role role : roles) bits |= 1u << static_cast<unsigned>(role);
    }
    constexpr bool has(Role role) const { return (bits >> static_cast<unsigned>(role) & 1u) != 0; }
};
// Those who keep registers: everybody but the auditor, who only reads.
inline constexpr RoleSet kWriters{Role::kVillageTeam,  Role::kTownship, Role::kLineDepartment,
                                  Role::kCounty,       Role::kCity,     Role::kProvince,
                                  Role::kAdministrator};

struct Step {
    std::string_view command{};  // "problem.accept"; several steps may share it
    std::string_view label{};    // what people call it
    std::int64_t from = 0;       // code of a state; 0: none yet
    std::int64_t to = 0;
    RoleSet roles{};
    std::span<const std::string_view> needs{};   // fields that must be known afterwards
    std::string_view by{};                       // fields that get the name of who takes it …
    std::string_view on{};                       // … and the day, where the sender says none
    std::string_view not_by{};                   // taken by another person than this field names
    std::span<const std::string_view> clears{};  // fields that lose their value
    std::string_view counts{};                   // a number that grows by one
    bool needs_evidence = false;
    std::string_view since{};  // the date from which a record waits for it, where no step says

    constexpr Step needing(std::span<const std::string_view> fields) const {
        auto s = *this;
        s.needs = fields;
        return s;
    }
    constexpr Step signed_in(std::string_view person, std::string_view day) const {
        auto s = *this;
        s.by = person;
        s.on = day;
        return s;
    }
    constexpr Step dated(std::string_view day) const { return signed_in({}, day); }
    constexpr Step by_another_than(std::string_view field) const {
        auto s = *this;
        s.not_by = field;
        return s;
    }
    constexpr Step clearing(std::span<const std::string_view> fields) const {
        auto s = *this;
        s.clears = fields;
        return s;
    }
    constexpr Step counting(std::string_view field) const {
        auto s = *this;
        s.counts = field;
        return s;
    }
    constexpr Step waiting_from(std::string_view day) const {
        auto s = *this;
        s.since = day;
        return s;
    }
    constexpr Step with_evidence() const {
        auto s = *this;
        s.needs_evidence = true;
        return s;
    }
};
constexpr Step step(std::string_view command, std::string_view label, std::int64_t from,
                    std::int64_t to, RoleSet roles) {
    return Step{.command = command, .label = label, .from = from, .to = to, .roles = roles};
}

struct Workflow {
    const Entity* entity = nullptr;
    std::string_view state{};  // the field that holds it, a choice
    std::span<const Step> steps{};
    // Fields that steps and runs change; what is signed is everything else.
    std::span<const std::string_view> not_content{};
    // The state of a new record, where only steps and runs write those fields; 0: a sheet may say
    // them too.
    std::int64_t first = 0;
};
// Null: records of that register move through no states.
const Workflow* find_workflow(std::string_view entity);
std::span<const Workflow* const> workflows();

// The date from which a record waits for a step: that of the step by which it came to its state;
// empty: not kept.
std::string_view waiting_since(const Workflow& flow, const Step& taken);

// The code of a state, checked by the compiler.
consteval std::int64_t state_of(const CodeList& states, std::string_view name) {
    for (const Choice& choice : states.choices)
        if (choice.name == name) return choice.code;
    throw "no state of that name";
}

}  // namespace tz
