// Text functions of one text; the literal and the bounds come with the instruction. Pure.
#pragma once
#include <string_view>

#include "policy/program/apply.h"

namespace tz::policy {

Datum apply_text(const Program& program, const Instruction& instruction, std::string_view text);

}  // namespace tz::policy
