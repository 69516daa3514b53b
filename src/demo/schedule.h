// Which household and which village gets which mistake: spread over the county, so many a rule,
// fixed by the seed. Pure.
#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "demo/county.h"
#include "demo/defect.h"

namespace tz::demo {

// How often each mistake is planted in a county of so many households.
std::size_t times_each(const DemoOptions& options);

// So many households at the beginning are in order, half of them monitored, half lifted out: later
// mistakes confuse people with theirs.
std::size_t in_order_first(const DemoOptions& options);

// Whether the village lies under a code written short: "4304", "35".
bool lies_in(const Village& village, std::string_view area);

// Whether the pack of 2020 speaks of this place.
bool looks_back(const Region& region);

class Schedule {
  public:
    Schedule(const DemoOptions& options, const Region& region);
    const Defect* defect_at(std::size_t household) const;
    // The next mistake for a village that left the poverty list; null when all are used up.
    const VillageDefect* next_village_defect();
    const VillageDefect* next_look_back_defect();
    // What is told of the family that breaks a rule; empty for most rules.
    std::string_view story_of(std::string_view rule);

  private:
    std::vector<Defect> defects_;
    std::vector<std::pair<std::size_t, std::size_t>> slots_;  // household, defect; sorted
    std::vector<const VillageDefect*> villages_;
    std::vector<const VillageDefect*> look_back_;
    std::vector<std::string_view> told_;
};

}  // namespace tz::demo
