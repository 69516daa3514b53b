#include "demo/random.h"

#include <algorithm>

namespace tz::demo {

// e^x by squaring (1 + x/1024)^1024: the same bits everywhere, exact enough for made-up incomes.
std::int64_t Random::log_normal(std::int64_t median, int spread) {
    const double x = static_cast<double>(normal()) * spread / 1'000'000.0;
    double factor = 1.0 + std::clamp(x, -3.0, 3.0) / 1024.0;
    for (int i = 0; i < 10; ++i) factor *= factor;
    return static_cast<std::int64_t>(static_cast<double>(median) * factor);
}

std::size_t Random::weighted(std::span<const int> weights) {
    std::size_t total = 0;
    for (const int weight : weights) total += static_cast<std::size_t>(weight);
    std::size_t drawn = below(total);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (drawn < static_cast<std::size_t>(weights[i])) return i;
        drawn -= static_cast<std::size_t>(weights[i]);
    }
    return weights.size() - 1;
}

}  // namespace tz::demo
