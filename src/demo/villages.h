// The rows of villages: what their households add up to, and what else a village has. One row for
// this year, one for the year looked back to. One thread at a time.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "demo/manifest.h"
#include "demo/schedule.h"
#include "demo/table.h"

namespace tz::demo {

class VillageBooks {
  public:
    static Result<std::unique_ptr<VillageBooks>> open(const DemoOptions& options, Kind kind,
                                                      FileSink& sink);
    void begin(const Village& village);
    void count(const Household& home);
    Status end(Schedule& schedule, Manifest& manifest);
    Status finish(std::vector<std::string>& files);

  private:
    VillageBooks(const DemoOptions& options, Table now, Table before)
        : seed_(options.seed),
          as_of_(options.as_of),
          now_(std::move(now)),
          before_(std::move(before)) {}
    VillageCells fill() const;

    static constexpr std::size_t kLands = 6;
    std::uint64_t seed_;
    Date as_of_;
    Table now_;
    Table before_;
    const Village* village_ = nullptr;
    std::size_t persons_ = 0;
    std::size_t allowance_households_ = 0;
    std::size_t allowance_persons_ = 0;
    std::size_t supported_ = 0;
    std::size_t disabled_ = 0;
    std::size_t dangerous_ = 0;
    std::size_t thirsty_ = 0;
    std::array<std::int64_t, kLands> lands_{};  // in hundredths
};

// code, name, parent, level, from when, until when, what replaced it.
std::string divisions_csv(const Region& region);
TableSpec table_of(const Form& form, Kind kind);

}  // namespace tz::demo
