// A range of work cut into equal parts, one a thread. The parts end before the call does.
#pragma once
#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace tz::cross_check {

inline std::size_t threads_for(std::size_t size, unsigned wished) {
    constexpr std::size_t kWorthAThread = 20'000;
    const std::size_t most =
        wished != 0 ? wished : std::max(1u, std::thread::hardware_concurrency());
    return std::clamp<std::size_t>(size / kWorthAThread, 1, most);
}

// work(part, begin, end) for each part.
template <class Work>
void in_parts(std::size_t size, std::size_t parts, const Work& work) {
    std::vector<std::thread> others;
    for (std::size_t part = 1; part < parts; ++part)
        others.emplace_back([&work, size, parts, part] {
            work(part, size * part / parts, size * (part + 1) / parts);
        });
    work(std::size_t{0}, std::size_t{0}, size / parts);
    for (std::thread& thread : others) thread.join();
}

}  // namespace tz::cross_check
