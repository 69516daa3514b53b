// Pieces of work for several threads.
#pragma once
#include <cstddef>
#include <functional>

namespace tz {

// 0: as many as the machine runs at once.
unsigned thread_count(unsigned asked);
// piece(i) for 0 to count - 1, each once; comes back when all are done. `piece` must be safe to
// call from several threads with different numbers, and must not throw.
void in_parallel(unsigned threads, std::size_t count,
                 const std::function<void(std::size_t)>& piece);

}  // namespace tz
