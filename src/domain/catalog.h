// All registers of the product, in order of dependence: a register comes after those it refers
// to. Owned by domain; safe from any thread.
#pragma once
#include "schema/entity.h"

namespace tz {

Catalog catalog();

}  // namespace tz
