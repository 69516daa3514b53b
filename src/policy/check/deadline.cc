#include "policy/check/typed.h"

namespace tz::policy {
namespace {

bool is_working_day(const CompiledPacks&, Date day) { return weekday(day) <= 5; }

Date after_workdays(const CompiledPacks& packs, Date day, int count) {
    while (count > 0) {
        ++day.days;
        if (is_working_day(packs, day)) --count;
    }
    return day;
}

}  // namespace

std::optional<Date> deadline(const CompiledPacks& packs, const Rule& rule, Date opened) {
    if (rule.due) return rule.due;
    if (rule.due_end) return period_end(*rule.due_end, opened);
    if (rule.within_days == 0) return std::nullopt;
    if (rule.workdays) return after_workdays(packs, opened, rule.within_days);
    return Date{opened.days + rule.within_days};
}

}  // namespace tz::policy
