// What went wrong in SQLite, in the words of the person at the desk: what, which file, what to do.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;

namespace tz {

// `code` is SQLite's; `detail` its own sentence, kept for faults of the program.
Error sqlite_failure(int code, const std::string& path, std::string_view detail);
Error not_our_database(const std::string& path);
Error newer_database(const std::string& path, int format, int known);

}  // namespace tz
