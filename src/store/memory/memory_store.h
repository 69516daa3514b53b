// A store that keeps everything in memory, for tests and dry runs: the same semantics as the
// others, including rollback, history and reads that see the state at their beginning.
#pragma once
#include <memory>

#include "port/store.h"

namespace tz {

std::unique_ptr<Store> make_memory_store();

}  // namespace tz
