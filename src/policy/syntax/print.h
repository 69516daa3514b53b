// A tree as canonical text: parse(print(tree)) is the same tree. Comments are not kept. Pure.
#pragma once
#include <string>

#include "policy/syntax/tree.h"

namespace tz::policy {

std::string print(const Expr& expr);
std::string print(const Declaration& declaration);
std::string print(const Tree& tree);

}  // namespace tz::policy
