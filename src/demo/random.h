// Random numbers that are the same on every machine: a stream for each thing that is made, named
// by the seed and the thing's number. Owned by whoever draws; one thread at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace tz::demo {

class Random {
  public:
    // Streams of different names have nothing to do with each other.
    Random(std::uint64_t seed, std::uint64_t stream, std::uint64_t attempt = 0)
        : state_(mix(mix(mix(seed) ^ stream) ^ attempt)) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        return mix(state_);
    }
    // 0 to count - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    // Ends included.
    int between(int low, int high) {
        return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
    }
    // So many times of a thousand.
    bool chance(int per_mille) { return below(1000) < static_cast<std::size_t>(per_mille); }
    // About normal, mean 0, in thousandths of the deviation.
    int normal() {
        int sum = 0;
        for (int i = 0; i < 12; ++i) sum += between(0, 1000);
        return sum - 6000;
    }
    // Middle value `median`, most values between a half and twice of it for a spread of 500.
    std::int64_t log_normal(std::int64_t median, int spread);
    template <class T>
    const T& pick(std::span<const T> from) {
        return from[below(from.size())];
    }
    template <class T, std::size_t N>
    const T& pick(const T (&from)[N]) {
        return from[below(N)];
    }
    // Position by weights.
    std::size_t weighted(std::span<const int> weights);

  private:
    static std::uint64_t mix(std::uint64_t x) {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31);
    }
    std::uint64_t state_;
};

}  // namespace tz::demo
