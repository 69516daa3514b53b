// Work in pieces, for pure code that others may give several threads.
#pragma once
#include <cstddef>
#include <functional>

namespace tz {

// Does the pieces 0 to count - 1, in any order and perhaps at the same time; comes back when all
// are done. The caller owns the threads.
using DoAll = std::function<void(std::size_t count, const std::function<void(std::size_t)>& piece)>;
inline void do_in_order(std::size_t count, const std::function<void(std::size_t)>& piece) {
    for (std::size_t i = 0; i < count; ++i) piece(i);
}

}  // namespace tz
