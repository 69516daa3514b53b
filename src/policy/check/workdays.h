// Working days by a calendar, as a running count. Immutable once made; any thread.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policy/check/typed.h"

namespace tz::policy {

class Workdays {
  public:
    explicit Workdays(const WorkCalendar& calendar);
    // Working days after `from` up to `to`; below 0 when `to` comes first. Nothing where a year
    // on the way is not in the calendar.
    std::optional<std::int64_t> between(Date from, Date to) const;
    // The count-th working day after a day, or before it; the day itself for 0.
    std::optional<Date> add(Date day, std::int64_t count) const;
    // All that decides, for digests.
    const std::vector<std::int32_t>& counts() const { return counts_; }

  private:
    void cover(const CalendarRow& row);
    void count_days(const WorkCalendar& calendar, Date last);
    bool covers(Date from, Date to) const;  // from <= to
    std::int64_t count(Date day) const {
        return counts_[static_cast<std::size_t>(day.days - first_.days)];
    }
    Date first_{};
    int first_year_ = 0;
    std::vector<bool> covered_{};         // by year
    std::vector<std::int32_t> counts_{};  // by day: working days from the first day to this one
};

}  // namespace tz::policy
