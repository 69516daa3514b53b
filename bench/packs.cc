// All packs as a pack writer's computer takes them: read, parsed, checked, and every case answered.
// usage: bench_packs
#include "cli/packs.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "policy/explain/cases.h"

namespace {

using namespace tz;
using Timer = std::chrono::steady_clock;

double milliseconds(Timer::time_point start) {
    return std::chrono::duration<double, std::milli>(Timer::now() - start).count();
}

double median(std::vector<double> times) {
    std::ranges::sort(times);
    return times[times.size() / 2];
}

}  // namespace

int main() {
    constexpr int kRounds = 5;
    std::vector<double> loading, answering;
    std::size_t rules = 0, cases = 0, wrong = 0;
    for (int round = 0; round < kRounds; ++round) {
        auto start = Timer::now();
        const auto loaded = cli::load_packs({TZ_DATA_DIR "/packs"});
        loading.push_back(milliseconds(start));
        if (!loaded || !loaded->compiled.ok()) return EXIT_FAILURE;
        start = Timer::now();
        const auto results = policy::run_cases(loaded->compiled.packs);
        answering.push_back(milliseconds(start));
        rules = loaded->compiled.packs.rules.size();
        cases = results.size();
        wrong = static_cast<std::size_t>(
            std::ranges::count_if(results, [](const auto& r) { return !r.passed(); }));
    }
    const double all = median(loading) + median(answering);
    fmt::print(
        "{} rules loaded in {:.0f} ms, {} cases ({} wrong) in {:.0f} ms: {:.0f} ms a 300 rules\n",
        rules, median(loading), cases, wrong, median(answering),
        all * 300 / static_cast<double>(rules));
    return wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
