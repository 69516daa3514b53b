// A range of work cut into equal parts, one a thread. The parts end before the call does.
#pragma once
#include <algorithm>
#include <cstddef>

#include "app/parallel.h"

namespace tz::cross_check {

inline std::size_t threads_for(std::size_t size, unsigned wished) {
    constexpr std::size_t kWorthAThread = 20'000;
    return std::clamp<std::size_t>(size / kWorthAThread, 1, thread_count(wished));
}

// work(part, begin, end) for each part.
template <class Work>
void in_parts(std::size_t size, std::size_t parts, const Work& work) {
    in_parallel(static_cast<unsigned>(parts), parts, [&](std::size_t part) {
        work(part, size * part / parts, size * (part + 1) / parts);
    });
}

}  // namespace tz::cross_check
