// Why an item of the ledger is new: what became of its record since the check before. Reads the
// histories of records; one thread.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "app/policy_run/check.h"
#include "base/text.h"

namespace tz {

struct NewItems {
    Text why{};
    std::size_t rule = 0;  // in the packs of the run
    std::int64_t count = 0;
};

class WhyNew {
  public:
    // `before`: the day of the check before. `packs`: those that have items already.
    WhyNew(const CheckRun& run, Date before, std::set<std::string> packs)
        : run_(run), before_(before), packs_(std::move(packs)) {}
    Status add(Transaction& reader, const Finding& finding);
    // Most frequent first.
    std::vector<NewItems> items() const;

  private:
    Result<Text> reason(Transaction& reader, const Finding& finding) const;
    Text since_then(const policy::Rule& rule, const Record& before, const Record& now) const;

    const CheckRun& run_;
    Date before_;
    std::set<std::string> packs_;
    std::vector<NewItems> items_{};
    std::int64_t looked_up_ = 0;
};

}  // namespace tz
