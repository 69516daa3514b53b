#include "base/date.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace tz {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;
// Serial of 1970-01-01. The 29 February 1900 that Excel invented is serial 60, so every serial of
// five digits lies behind it and counts it.
constexpr int kSerialOfEpoch = 25569;
constexpr int kDaysPerEra = 146097;   // 400 years
constexpr int kEpochOffset = 719468;  // days from 0000-03-01 to 1970-01-01

bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

constexpr int floor_div(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

// Years that begin in March put the leap day last, which makes month lengths a formula.
Date date_of(int year, int month, int day) {
    const int y = month <= 2 ? year - 1 : year;
    const int era = floor_div(y, 400);
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return {era * kDaysPerEra + day_of_era - kEpochOffset};
}

struct Separators {
    std::string_view first{};
    std::string_view second{};
};
constexpr std::array<Separators, 4> kSeparators = {
    {{"-", "-"}, {"/", "/"}, {".", "."}, {"年", "月"}}};

class Cursor {
  public:
    explicit Cursor(std::string_view text) : text_(text) {}
    bool done() const { return text_.empty(); }
    std::size_t digit_run() const {
        const auto end = std::find_if_not(text_.begin(), text_.end(), is_digit);
        return static_cast<std::size_t>(end - text_.begin());
    }
    // A number of at most so many digits; -1 when there is none.
    int number(std::size_t most) {
        const std::size_t size = std::min(digit_run(), most);
        if (size == 0) return -1;
        int value = 0;
        for (char c : text_.substr(0, size)) value = value * 10 + (c - '0');
        text_.remove_prefix(size);
        return value;
    }
    bool take(std::string_view token) {
        if (!text_.starts_with(token)) return false;
        text_.remove_prefix(token.size());
        return true;
    }
    bool skip_spaces() {
        const std::size_t before = text_.size();
        while (!text_.empty()) {
            const CodePoint c = code_point_at(text_, 0);
            if (!is_space(c.value)) break;
            text_.remove_prefix(c.size);
        }
        return text_.size() != before;
    }
    bool take_spaced(std::string_view token) {
        skip_spaces();
        const bool taken = take(token);
        skip_spaces();
        return taken;
    }

  private:
    std::string_view text_;
};

const Separators* take_first_separator(Cursor& cursor) {
    cursor.skip_spaces();
    for (const Separators& separators : kSeparators) {
        if (!cursor.take(separators.first)) continue;
        cursor.skip_spaces();
        return &separators;
    }
    return nullptr;
}

bool minutes(Cursor& cursor) {
    if (cursor.digit_run() != 2) return false;
    return cursor.number(2) < 60;
}

// "+08:00" or "Z". The date is taken as written, so the zone changes nothing.
bool zone_or_end(Cursor& cursor) {
    if (cursor.take("Z")) return cursor.done();
    if (cursor.take("+") || cursor.take("-")) {
        if (cursor.digit_run() != 2) return false;
        cursor.number(2);
        return cursor.take(":") && minutes(cursor) && cursor.done();
    }
    return cursor.done();
}

// 0:00, 08:30:00, 08:30:00.000
bool clock_time(Cursor& cursor) {
    const int hour = cursor.number(2);
    if (hour < 0 || hour > 24 || !cursor.take(":") || !minutes(cursor)) return false;
    if (cursor.take(":")) {
        if (!minutes(cursor)) return false;
        if (cursor.take(".") && cursor.number(9) < 0) return false;
    }
    return zone_or_end(cursor);
}

// Whatever may stand behind a date: nothing, or a time that is set off from it.
bool time_or_end(Cursor& cursor, bool set_off) {
    const bool spaced = cursor.skip_spaces();
    if (cursor.done()) return true;
    if (!cursor.take("T") && !spaced && !set_off) return false;
    return clock_time(cursor);
}

std::optional<Date> parse_serial(Cursor cursor) {
    const int serial = cursor.number(5);
    if (!cursor.done() || serial < 10000) return std::nullopt;
    return Date{serial - kSerialOfEpoch};
}

std::optional<Date> parse_compact(Cursor cursor) {
    const int number = cursor.number(8);
    if (!time_or_end(cursor, false)) return std::nullopt;
    return make_date(number / 10000, number / 100 % 100, number % 100);
}

std::optional<Date> parse_parts(Cursor cursor) {
    const int year = cursor.number(4);
    const Separators* separators = take_first_separator(cursor);
    if (!separators) return std::nullopt;
    const int month = cursor.number(2);
    if (!cursor.take_spaced(separators->second)) return std::nullopt;
    const int day = cursor.number(2);
    const bool spaced = cursor.skip_spaces();
    const bool named = separators->second == "月" && (cursor.take("日") || cursor.take("号"));
    if (!time_or_end(cursor, spaced || named)) return std::nullopt;
    return make_date(year, month, day);
}

std::optional<Date> parse_folded(std::string_view text) {
    const Cursor cursor(text);
    switch (cursor.digit_run()) {
        case 4:
            return parse_parts(cursor);
        case 5:
            return parse_serial(cursor);
        case 8:
            return parse_compact(cursor);
        default:
            return std::nullopt;
    }
}

std::optional<Month> checked_month(int year, int month) {
    if (year < kFirstYear || month < 1 || month > 12) return std::nullopt;
    return make_month(year, month);
}

std::optional<Month> parse_compact_month(Cursor cursor) {
    const int number = cursor.number(6);
    return cursor.done() ? checked_month(number / 100, number % 100) : std::nullopt;
}

std::optional<Month> parse_month_parts(Cursor cursor) {
    const int year = cursor.number(4);
    const Separators* separators = take_first_separator(cursor);
    if (!separators) return std::nullopt;
    const int month = cursor.number(2);
    if (separators->second == "月") {
        if (!cursor.take_spaced("月")) return std::nullopt;
        cursor.take("份");
    }
    return cursor.done() ? checked_month(year, month) : std::nullopt;
}

std::optional<Month> parse_month_only(Cursor cursor) {
    switch (cursor.digit_run()) {
        case 4:
            return parse_month_parts(cursor);
        case 6:
            return parse_compact_month(cursor);
        default:
            return std::nullopt;
    }
}

}  // namespace

CivilDate civil(Date date) {
    const int shifted = date.days + kEpochOffset;
    const int era = floor_div(shifted, kDaysPerEra);
    const int day_of_era = shifted - era * kDaysPerEra;
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int from_march = (5 * day_of_year + 2) / 153;
    const int month = from_march < 10 ? from_march + 3 : from_march - 9;
    const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, day_of_year - (153 * from_march + 2) / 5 + 1};
}

std::optional<Date> make_date(int year, int month, int day) {
    if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return date_of(year, month, day);
}

Month month_of(Date date) {
    const CivilDate parts = civil(date);
    return make_month(parts.year, parts.month);
}

Date first_day(Month month) {
    const int year = floor_div(month.months, 12);
    return date_of(year, month.months - year * 12 + 1, 1);
}

Date last_day(Month month) { return {first_day({month.months + 1}).days - 1}; }

int weekday(Date date) { return date.days + 3 - floor_div(date.days + 3, 7) * 7 + 1; }

Date add_months(Date date, int months) {
    const Month to{month_of(date).months + months};
    return std::min(Date{first_day(to).days + civil(date).day - 1}, last_day(to));
}

namespace {

struct PeriodForm {
    int months = 1;
    int first_month = 1;  // one of the months that begin a period
};

PeriodForm form_of(Period period) {
    switch (period) {
        case Period::kMonth:
            return {1, 1};
        case Period::kQuarter:
            return {3, 1};
        case Period::kYear:
            return {12, 1};
        default:
            return {12, 9};
    }
}

Month first_month(Period period, Date day) {
    const PeriodForm form = form_of(period);
    const int since = month_of(day).months - (form.first_month - 1);
    return {floor_div(since, form.months) * form.months + form.first_month - 1};
}

}  // namespace

Date period_start(Period period, Date day) { return first_day(first_month(period, day)); }

Date period_end(Period period, Date day) {
    return last_day({first_month(period, day).months + form_of(period).months - 1});
}

int age_on(Date birth, Date day) {
    const CivilDate born = civil(birth), now = civil(day);
    const bool before = now.month * 100 + now.day < born.month * 100 + born.day;
    return now.year - born.year - (before ? 1 : 0);
}

std::optional<Date> parse_date(std::string_view text) {
    const Folded folded(text);
    return parse_folded(folded.view());
}

std::optional<Month> parse_month(std::string_view text) {
    const Folded folded(text);
    if (const auto month = parse_month_only(Cursor(folded.view()))) return month;
    const auto date = parse_folded(folded.view());
    return date ? std::optional(month_of(*date)) : std::nullopt;
}

std::string to_string(Date date) {
    const CivilDate parts = civil(date);
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), parts.year, parts.month, parts.day);
}

std::string to_string(Month month) {
    const int year = floor_div(month.months, 12);
    return fmt::format(FMT_COMPILE("{:04}-{:02}"), year, month.months - year * 12 + 1);
}

}  // namespace tz
