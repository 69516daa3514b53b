#include "policy/check/typed.h"

namespace tz::policy {
namespace {

// Monday to Friday where the calendar says nothing else.
bool is_worked(const WorkCalendar* calendar, Date day) {
    if (calendar)
        for (const CalendarRow& row : calendar->rows)
            if (row.from <= day && day <= row.to) return row.working;
    return weekday(day) <= 5;
}

Date after_workdays(const WorkCalendar* calendar, Date day, int count) {
    while (count > 0) {
        ++day.days;
        if (is_worked(calendar, day)) --count;
    }
    return day;
}

const WorkCalendar* calendar_of(const CompiledPacks& packs, const Rule& rule) {
    if (rule.calendar < 0) return nullptr;
    return &packs.calendars[static_cast<std::size_t>(rule.calendar)];
}

}  // namespace

std::optional<Date> deadline(const CompiledPacks& packs, const Rule& rule, Date opened) {
    if (rule.due) return rule.due;
    if (rule.due_end) return period_end(*rule.due_end, opened);
    if (rule.within_days == 0) return std::nullopt;
    if (rule.workdays) return after_workdays(calendar_of(packs, rule), opened, rule.within_days);
    return Date{opened.days + rule.within_days};
}

}  // namespace tz::policy
