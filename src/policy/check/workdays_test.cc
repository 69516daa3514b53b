// The running count against counting day by day.
#include "policy/check/workdays.h"

#include <gtest/gtest.h>

#include "policy/explain/operations.h"

namespace tz::policy {
namespace {

Date day(int year, int month, int number) { return *make_date(year, month, number); }

WorkCalendar some_years() {
    WorkCalendar out;
    out.rows = {{day(2018, 12, 29), day(2018, 12, 29), true, {}},
                {day(2018, 12, 30), day(2019, 1, 1), false, {}},
                {day(2019, 2, 2), day(2019, 2, 3), true, {}},
                {day(2019, 2, 4), day(2019, 2, 10), false, {}},
                {day(2021, 1, 1), day(2021, 1, 3), false, {}}};
    return out;
}

std::optional<std::int64_t> days_of(std::optional<Date> date) {
    return date ? std::optional<std::int64_t>(date->days) : std::nullopt;
}

TEST(Workdays, BetweenIsTheCountDayByDay) {
    const WorkCalendar calendar = some_years();
    const Workdays workdays(calendar);
    for (Date a = day(2017, 12, 20); a <= day(2022, 1, 5); a.days += 11)
        for (Date b = day(2017, 12, 25); b <= day(2022, 1, 5); b.days += 13)
            ASSERT_EQ(workdays.between(a, b),
                      tz::policy::workdays(calendar, Op::kWorkdaysBetween, a.days, b.days))
                << to_string(a) << " " << to_string(b);
}

TEST(Workdays, AddIsTheCountDayByDay) {
    const WorkCalendar calendar = some_years();
    const Workdays workdays(calendar);
    for (Date a = day(2017, 12, 25); a <= day(2022, 1, 5); a.days += 3)
        for (const std::int64_t count : {-300, -30, -6, -5, -2, -1, 0, 1, 2, 3, 5, 7, 30, 300})
            ASSERT_EQ(days_of(workdays.add(a, count)),
                      tz::policy::workdays(calendar, Op::kAddWorkdays, a.days, count))
                << to_string(a) << " " << count;
}

TEST(Workdays, SpringFestival) {
    const Workdays workdays(some_years());
    EXPECT_EQ(workdays.between(day(2019, 2, 1), day(2019, 2, 3)), 2);
    EXPECT_EQ(workdays.between(day(2019, 2, 3), day(2019, 2, 10)), 0);
    EXPECT_EQ(workdays.add(day(2019, 2, 3), 1), day(2019, 2, 11));
    EXPECT_EQ(workdays.add(day(2019, 2, 11), -1), day(2019, 2, 3));
    EXPECT_EQ(workdays.add(day(2019, 12, 31), 1), std::nullopt);
}

TEST(Deadline, ByDateDaysWorkdaysAndPeriods) {
    CompiledPacks packs;
    packs.calendars = {some_years()};
    Rule rule;
    EXPECT_EQ(deadline(packs, rule, day(2019, 2, 1)), std::nullopt);
    rule.within_days = 3;
    EXPECT_EQ(deadline(packs, rule, day(2019, 2, 1)), day(2019, 2, 4));
    rule.workdays = true;
    EXPECT_EQ(deadline(packs, rule, day(2019, 2, 1)), day(2019, 2, 6));
    rule.calendar = 0;
    EXPECT_EQ(deadline(packs, rule, day(2019, 2, 1)), day(2019, 2, 11));
    EXPECT_EQ(deadline(packs, rule, day(2023, 2, 3)), day(2023, 2, 8));
    rule.due_end = Period::kQuarter;
    EXPECT_EQ(deadline(packs, rule, day(2019, 2, 1)), day(2019, 3, 31));
    rule.due = day(2019, 5, 1);
    EXPECT_EQ(deadline(packs, rule, day(2019, 2, 1)), day(2019, 5, 1));
}

}  // namespace
}  // namespace tz::policy
