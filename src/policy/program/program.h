// The flat program of a run: every rule of the compiled packs as one array of typed instructions.
// What rules share is there once. Made by flatten(); immutable, so any thread may read it. It keeps
// no pointer into the packs (registers have static lifetime).
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "policy/check/typed.h"
#include "policy/check/workdays.h"
#include "policy/program/columns.h"

namespace tz::policy {

inline constexpr std::uint32_t kNone = 0xffffffffu;

// One step: what Op says, over all rows of register `entity`. Arguments stand before it. Those of
// kParent, kChild, kAround, kAsking and the aggregates belong to another register.
struct Instruction {
    Op op = Op::kConstant;
    Kind kind = Kind::kBool;  // of the result
    bool by_division = false;
    bool within = false;
    bool opens = false;
    std::uint8_t reach = 0;  // of how many rows around its own it asks, by kAsking
    const Entity* entity = nullptr;
    const Entity* other = nullptr;
    std::size_t field = 0;
    int index = 0;  // kParameter: in Program::parameters; kPackField: in Program::fields; kSameIn:
                    // reference field; kWorkdaysBetween, kAddWorkdays: in Program::calendars
    std::int64_t int_value = 0;
    std::int64_t int_value2 = 0;
    std::uint32_t text = kNone;  // in Program::texts
    std::uint32_t set = kNone;   // in Program::int_sets, or text_sets for a text argument
    std::array<std::uint32_t, 3> args = {kNone, kNone, kNone};  // kNone: absent
};

// A field that a rule reads, of its own or another register.
struct FieldRef {
    const Entity* entity = nullptr;
    std::size_t field = 0;
    auto operator<=>(const FieldRef&) const = default;
};

struct ProgramRule {
    std::string name{};
    const Entity* entity = nullptr;
    std::uint32_t when = kNone;  // instructions of kind kBool
    std::uint32_t that = kNone;
    std::uint32_t exception = kNone;  // any of its exceptions; kNone: it has none
    std::vector<FieldRef> reads{};    // ascending, each once
};

// An expression whose values are wanted, not only what rules say.
struct ProgramOutput {
    const Entity* entity = nullptr;
    std::uint32_t instruction = kNone;
};

struct Program {
    std::vector<Instruction> code{};   // arguments before those who use them
    std::vector<ProgramRule> rules{};  // same order as CompiledPacks::rules
    std::vector<ProgramOutput> outputs{};
    std::vector<Parameter> parameters{};
    std::vector<PackField> fields{};
    std::vector<Workdays> calendars{};
    std::vector<std::string> texts{};
    std::vector<std::vector<std::int64_t>> int_sets{};  // ascending
    std::vector<std::vector<std::string>> text_sets{};  // ascending
    // Everything that must be in the image: the fields read, the references walked, the divisions.
    const ColumnSet& columns() const { return needed; }
    ColumnSet needed{};
};

// Does the instruction go to the record that its own register's field points to (kParent, and the
// kExists that asks for it)? Otherwise `field` is the reference of `other` that points here.
bool points_up(const Instruction& instruction);
// Does the answer of a row hang on rows beyond its village, so that it is worked out before the
// villages are judged?
bool is_staged(const Instruction& instruction);

// Constants are folded; equal parts become one instruction. `outputs`: expressions (of numbers,
// money, truth, dates …, not text) whose values a run keeps.
Program flatten(const CompiledPacks& packs, std::span<const NodePtr> outputs = {});
// One instruction a line, for tests and people: "7 bool person equal 5 6".
std::string print(const Program& program);
std::string print(const Program& program, std::uint32_t instruction);  // one as an expression
// SHA-256 over all that decides an answer, in hexadecimal.
std::string digest(const Program& program);

}  // namespace tz::policy
