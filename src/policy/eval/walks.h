// From the rows of one register to those of another, as the vector loops take them. For plan.cc.
#pragma once
#include "policy/eval/plan.h"

namespace tz::policy {

// Of kParent, kChild, or an aggregate by reference.
Walk make_walk(const Image& image, const Instruction& in);

}  // namespace tz::policy
