// From the rows of one register to those of another, as the vector loops take them. For plan.cc.
#pragma once
#include "policy/eval/image_parts.h"
#include "policy/program/program.h"

namespace tz::policy {

// Of kParent, kChild, or an aggregate. Worked out once for an image.
const Walk& find_walk(Image& image, const Instruction& in);

}  // namespace tz::policy
