#include "policy/check/workdays.h"

#include <algorithm>

namespace tz::policy {

namespace {

int first_year(const CalendarRow& row) { return civil(row.from).year; }
int last_year(const CalendarRow& row) { return civil(row.to).year; }

}  // namespace

Workdays::Workdays(const WorkCalendar& calendar) {
    if (calendar.rows.empty()) return;
    first_year_ = first_year(*std::ranges::min_element(calendar.rows, {}, first_year));
    const int last = last_year(*std::ranges::max_element(calendar.rows, {}, last_year));
    first_ = *make_date(first_year_, 1, 1);
    covered_.resize(static_cast<std::size_t>(last - first_year_ + 1));
    for (const CalendarRow& row : calendar.rows) cover(row);
    count_days(calendar, *make_date(last, 12, 31));
}

void Workdays::cover(const CalendarRow& row) {
    for (int year = first_year(row); year <= last_year(row); ++year)
        covered_[static_cast<std::size_t>(year - first_year_)] = true;
}

void Workdays::count_days(const WorkCalendar& calendar, Date last) {
    std::vector<bool> works;
    for (Date day = first_; day <= last; ++day.days) works.push_back(weekday(day) <= 5);
    for (const CalendarRow& row : calendar.rows)
        for (Date day = row.from; day <= row.to; ++day.days)
            works[static_cast<std::size_t>(day.days - first_.days)] = row.working;
    std::int32_t count = 0;
    for (const bool is_working : works) counts_.push_back(count += is_working ? 1 : 0);
}

bool Workdays::covers(Date from, Date to) const {
    if (!is_civil(from.days) || !is_civil(to.days)) return false;
    for (int year = civil(from).year; year <= civil(to).year; ++year) {
        const int at = year - first_year_;
        if (at < 0 || at >= static_cast<int>(covered_.size())) return false;
        if (!covered_[static_cast<std::size_t>(at)]) return false;
    }
    return true;
}

std::optional<std::int64_t> Workdays::between(Date from, Date to) const {
    if (!covers(std::min(from, to), std::max(from, to))) return std::nullopt;
    return count(to) - count(from);
}

std::optional<Date> Workdays::add(Date day, std::int64_t steps) const {
    if (!covers(day, day)) return std::nullopt;
    if (steps == 0) return day;
    const std::int64_t today = count(day);
    const std::int64_t before = day == first_ ? 0 : count({day.days - 1});
    if (steps > counts_.back() - today || steps < -before) return std::nullopt;
    // Forwards: the first day with so many behind it. Backwards: today doesn't count.
    const std::int64_t wanted = steps > 0 ? today + steps : before + steps + 1;
    const auto found = std::lower_bound(counts_.begin(), counts_.end(), wanted);
    const Date out{first_.days + static_cast<std::int32_t>(found - counts_.begin())};
    if (!covers(std::min(day, out), std::max(day, out))) return std::nullopt;
    return out;
}

}  // namespace tz::policy
