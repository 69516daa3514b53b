// One scan of a register into the index of a comparison. Owned by the caller.
#pragma once
#include "app/cross_check/profile.h"
#include "app/cross_check/register_index.h"
#include "port/store.h"

namespace tz::cross_check {

// Persons inside the scope; values of the household are looked up by its number.
Result<RegisterIndex> scan_register(Store& store, const Comparing& comparing, const Scope& scope,
                                    Progress& progress);

}  // namespace tz::cross_check
