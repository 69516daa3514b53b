// The values of a parameter on one law date, by division: between the divisions that its rows name
// the answer doesn't change, so it is worked out once for each such stretch. A plain value.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "policy/program/apply.h"

namespace tz::policy {

class ParameterMap {
  public:
    ParameterMap() = default;
    ParameterMap(const Parameter& parameter, Date law_date);
    // What follows from several parameters: `answer` gets the values that they have on one
    // stretch, in the order given.
    using Answer = std::function<Datum(std::span<const Datum>)>;
    ParameterMap(std::span<const ParameterMap* const> from, const Answer& answer);
    // The stretch a division lies in, and its value (unknown: unset or no row).
    std::size_t stretch(std::int64_t division) const;
    const Datum& value(std::size_t stretch) const { return values_[stretch]; }
    const Datum& at(std::int64_t division) const { return values_[stretch(division)]; }
    bool same(std::size_t a, std::size_t b) const;

  private:
    std::vector<std::int64_t> starts_;  // ascending; the first is the unknown division
    std::vector<Datum> values_;
};

}  // namespace tz::policy
