// Makes an instruction smaller before it is kept: constants are computed, logic that a constant
// decides disappears. Used by flatten() only.
#pragma once
#include <variant>

#include "policy/program/program.h"

namespace tz::policy {

// Either another instruction already in the program, or the instruction to add (as it came, or a
// constant).
std::variant<std::uint32_t, Instruction> fold(Program& program, const Instruction& instruction);
// Position of a text in Program::texts; added when it isn't there.
std::uint32_t intern(Program& program, std::string_view text);

}  // namespace tz::policy
