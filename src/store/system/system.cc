#include "store/system/system.h"

#include <sys/random.h>

#include <chrono>

namespace tz {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kChinaOffsetMs = 8 * 3'600'000;

class SystemClock : public Clock {
  public:
    std::int64_t now_ms() override {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    }
    Date today() override {
        return {static_cast<std::int32_t>((now_ms() + kChinaOffsetMs) / kDayMs)};
    }
};

class SystemRandom : public Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        while (!bytes.empty()) {
            const ssize_t count = ::getrandom(bytes.data(), bytes.size(), 0);
            CHECK(count > 0);
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        }
    }
};

}  // namespace

std::unique_ptr<Clock> make_system_clock() { return std::make_unique<SystemClock>(); }
std::unique_ptr<Random> make_system_random() { return std::make_unique<SystemRandom>(); }

}  // namespace tz
