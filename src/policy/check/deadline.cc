#include "policy/check/workdays.h"

namespace tz::policy {
namespace {

// Monday to Friday where the calendar says nothing about the year.
Date after_workdays(const CompiledPacks& packs, const Rule& rule, Date day) {
    if (rule.calendar >= 0) {
        const Workdays workdays(packs.calendars[static_cast<std::size_t>(rule.calendar)]);
        if (const auto found = workdays.add(day, rule.within_days)) return *found;
    }
    for (int left = rule.within_days; left > 0;) {
        ++day.days;
        if (weekday(day) <= 5) --left;
    }
    return day;
}

}  // namespace

std::optional<Date> deadline(const CompiledPacks& packs, const Rule& rule, Date opened) {
    if (rule.due) return rule.due;
    if (rule.due_end) return period_end(*rule.due_end, opened);
    if (rule.within_days == 0) return std::nullopt;
    if (rule.workdays) return after_workdays(packs, rule, opened);
    return Date{opened.days + rule.within_days};
}

}  // namespace tz::policy
