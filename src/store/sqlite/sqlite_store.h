// The embedded database: one file, many readers, one writer (WAL). The store is used from one
// thread; read transactions see the state at their beginning while a write goes on beside them.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "port/store.h"

namespace tz {

struct SqliteOptions {
    bool create = true;          // make the file when there is none
    bool durable = true;         // a commit survives a power cut; false: the last ones may be lost
    int wait_ms = 5000;          // how long to wait for another program's write
    std::int64_t max_bytes = 0;  // refuse to grow beyond; 0: the disk is the limit
};

Result<std::unique_ptr<Store>> open_sqlite(const std::string& path, SqliteOptions options = {});

// Copies a consistent state of a database, in use or not, to a new file and checks the copy. The
// same call backs up and restores; the target must not exist.
Status copy_sqlite(const std::string& from, const std::string& to, Progress* progress = nullptr);

}  // namespace tz
