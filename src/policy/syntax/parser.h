// From the text of one pack file to its tree. Goes on with the next declaration after an error.
// Pure; any thread.
#pragma once
#include <string_view>

#include "policy/syntax/report.h"
#include "policy/syntax/tree.h"

namespace tz::policy {

Tree parse(std::string_view text, const Report& report);
// One expression, for tests and table cells; null after an error.
ExprPtr parse_expression(std::string_view text, Spot start, const Report& report);
// How deep expressions may nest; deeper ones are refused, so that no pack exhausts the stack.
inline constexpr int kMaxDepth = 200;
inline constexpr int kMaxOperands = 2000;  // of one expression

}  // namespace tz::policy
