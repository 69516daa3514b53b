// Civil dates and months. A Date counts days since 1970-01-01; a Month counts months since year 0.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tz {

struct Date {
    std::int32_t days = 0;
    auto operator<=>(const Date&) const = default;
};

struct Month {
    std::int32_t months = 0;  // year * 12 + month - 1
    auto operator<=>(const Month&) const = default;
};

struct CivilDate {
    int year = 0;
    int month = 0;  // 1 to 12
    int day = 0;    // 1 to 31
};

CivilDate civil(Date date);
// Nothing when there is no such day (2023-02-29).
std::optional<Date> make_date(int year, int month, int day);
inline constexpr Month make_month(int year, int month) { return {year * 12 + month - 1}; }
Month month_of(Date date);
Date first_day(Month month);
Date last_day(Month month);
int weekday(Date date);  // 1, Monday, to 7
// The same day some months later, or the last one of that month where it is shorter.
Date add_months(Date date, int months);

// A school year begins on 1 September.
enum class Period : std::uint8_t { kMonth, kQuarter, kYear, kSchoolYear };
Date period_start(Period period, Date day);  // of the one the day lies in
Date period_end(Period period, Date day);

// The days that have a name: those of the years 1 to 9999.
inline constexpr std::int64_t kFirstCivilDay = -719162;
inline constexpr std::int64_t kLastCivilDay = 2932896;
inline constexpr bool is_civil(std::int64_t days) {
    return days >= kFirstCivilDay && days <= kLastCivilDay;
}

// Whole years lived on a day: a birthday on 29 February counts from 1 March in other years.
int age_on(Date birth, Date day);

// The forms offices write: 20231218, 2023-12-18, 2023/1/5, 2023.1.5, 2023年1月5日, with a time
// behind it, and Excel serials (five digits, 1900 system). Nothing for other text.
std::optional<Date> parse_date(std::string_view text);
// 202312, 2023-12, 2023年5月, 2023.5, or any date (its month).
std::optional<Month> parse_month(std::string_view text);
std::string to_string(Date date);    // 2023-12-18
std::string to_string(Month month);  // 2023-12

}  // namespace tz
