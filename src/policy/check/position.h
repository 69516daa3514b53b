// Where something stands in the packs, and the clause it comes from. Plain values; any thread.
#pragma once
#include <string>

namespace tz::policy {

struct Position {
    int file = 0;    // index into CompiledPacks::files
    int line = 0;    // from 1
    int column = 0;  // from 1, in characters
};

struct Address {
    std::string document{};
    std::string clause{};
};

}  // namespace tz::policy
