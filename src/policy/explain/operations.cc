#include "policy/explain/operations.h"

#include <algorithm>
#include <limits>

#include "base/date.h"
#include "base/id_number.h"
#include "base/text.h"

namespace tz::policy {
namespace {

__extension__ typedef __int128 Wide;

std::optional<std::int64_t> fitting(Wide value) {
    if (value < std::numeric_limits<std::int64_t>::min()) return std::nullopt;
    if (value > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

// Towards minus infinity; `below` must be above zero.
Wide floor_divide(Wide above, Wide below) {
    const Wide quotient = above / below;
    return above % below < 0 ? quotient - 1 : quotient;
}

std::optional<std::int64_t> divided(const Node& node, std::int64_t a, std::int64_t b) {
    Wide above = static_cast<Wide>(a) * node.int_value;
    Wide below = static_cast<Wide>(b) * node.int_value2;
    if (below == 0) return std::nullopt;
    if (below < 0) {
        above = -above;
        below = -below;
    }
    const Wide down = floor_divide(above, below);
    const Wide rest = above - down * below;
    const bool up = node.op == Op::kDivideHalfUp && rest >= below - rest;
    return fitting(down + (up ? 1 : 0));
}

Date day(std::int64_t days) { return {static_cast<std::int32_t>(days)}; }

bool is_mobile(std::string_view text) {
    return text.size() == 11 && all_digits(text) && text[0] == '1' && text[1] >= '3';
}

template <class T>
std::optional<std::int64_t> number_of(const std::optional<T>& value) {
    return value ? std::optional(static_cast<std::int64_t>(*value)) : std::nullopt;
}

std::optional<std::int64_t> read_id(Op op, std::string_view text) {
    if (op == Op::kIdSex) return number_of(id_sex(text));
    if (op == Op::kDisabilityKind) return number_of(disability_kind(text));
    if (op == Op::kDisabilityGrade) return number_of(disability_grade(text));
    const auto birth = id_birth(text);
    return birth ? std::optional<std::int64_t>(birth->days) : std::nullopt;
}

std::optional<std::int64_t> named(std::optional<Date> date) {
    if (!date || !is_civil(date->days)) return std::nullopt;
    return date->days;
}

// Months go on behind December.
std::optional<Date> first_of(int year, int month) {
    return month > 12 ? make_date(year + 1, month - 12, 1) : make_date(year, month, 1);
}

// The first day of the period that a day lies in; `later` periods after it.
std::optional<Date> first_of(Period period, CivilDate c, int later) {
    switch (period) {
        case Period::kMonth:
            return first_of(c.year, c.month + later);
        case Period::kQuarter:
            return first_of(c.year, (c.month + 2) / 3 * 3 - 2 + 3 * later);
        case Period::kYear:
            return first_of(c.year + later, 1);
        default:
            return first_of(c.year + later - (c.month < 9 ? 1 : 0), 9);
    }
}

std::optional<Date> months_later(CivilDate c, std::int64_t months) {
    if (months < -200000 || months > 200000) return std::nullopt;
    int year = c.year, month = c.month + static_cast<int>(months);
    for (; month > 12; month -= 12) ++year;
    for (; month < 1; month += 12) --year;
    for (int day = c.day; day > 27; --day)
        if (const auto date = make_date(year, month, day)) return date;
    return make_date(year, month, c.day);
}

// The rule of Sakamoto, with Sunday as 7.
int day_of_week(CivilDate c) {
    constexpr int kShift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    const int y = c.month < 3 ? c.year - 1 : c.year;
    const int sunday_first = (y + y / 4 - y / 100 + y / 400 + kShift[c.month - 1] + c.day) % 7;
    return sunday_first == 0 ? 7 : sunday_first;
}

std::optional<std::int64_t> of_named_day(const Node& node, std::int64_t a, std::int64_t b) {
    if (!is_civil(a)) return std::nullopt;
    const CivilDate c = civil(day(a));
    const auto period = static_cast<Period>(node.int_value);
    switch (node.op) {
        case Op::kMonth:
            return c.month;
        case Op::kQuarter:
            return (c.month + 2) / 3;
        case Op::kSchoolYear:
            return c.month < 9 ? c.year - 1 : c.year;
        case Op::kWeekday:
            return day_of_week(c);
        case Op::kStartOf:
            return named(first_of(period, c, 0));
        case Op::kEndOf: {
            const auto next = first_of(period, c, 1);
            if (next) return named(Date{next->days - 1});
            if (period == Period::kSchoolYear) return std::nullopt;
            return kLastCivilDay;
        }
        default:
            return named(months_later(c, b));
    }
}

// Nothing where the calendar says nothing about the year.
std::optional<bool> is_worked(const WorkCalendar& calendar, std::int64_t days) {
    if (!is_civil(days)) return std::nullopt;
    bool covered = false;
    for (const CalendarRow& row : calendar.rows) {
        if (row.from.days <= days && days <= row.to.days) return row.working;
        const int year = civil(day(days)).year;
        covered |= civil(row.from).year <= year && year <= civil(row.to).year;
    }
    if (!covered) return std::nullopt;
    return day_of_week(civil(day(days))) <= 5;
}

}  // namespace

std::optional<std::int64_t> workdays(const WorkCalendar& calendar, Op op, std::int64_t a,
                                     std::int64_t b) {
    if (!is_worked(calendar, a)) return std::nullopt;
    std::int64_t count = 0;
    if (op == Op::kWorkdaysBetween) {
        if (!is_worked(calendar, b)) return std::nullopt;
        for (std::int64_t at = std::min(a, b) + 1; at <= std::max(a, b); ++at) {
            const auto worked = is_worked(calendar, at);
            if (!worked) return std::nullopt;
            count += *worked ? 1 : 0;
        }
        return a <= b ? count : -count;
    }
    for (const int step = b < 0 ? -1 : 1; count != b;) {
        a += step;
        const auto worked = is_worked(calendar, a);
        if (!worked) return std::nullopt;
        count += *worked ? step : 0;
    }
    return a;
}

std::optional<std::int64_t> arithmetic(const Node& node, std::int64_t a, std::int64_t b) {
    const Wide left = a;
    switch (node.op) {
        case Op::kAdd:
            return fitting(left + b);
        case Op::kSubtract:
            return fitting(left - b);
        case Op::kMultiply:
            return fitting(left * b);
        case Op::kNegate:
            return fitting(-left);
        case Op::kScale:
            return fitting(left * node.int_value);
        default:
            return divided(node, a, b);
    }
}

bool compares(Op op, int order) {
    switch (op) {
        case Op::kEqual:
            return order == 0;
        case Op::kNotEqual:
            return order != 0;
        case Op::kLess:
            return order < 0;
        case Op::kLessOrEqual:
            return order <= 0;
        case Op::kGreater:
            return order > 0;
        default:
            return order >= 0;
    }
}

bool has_choices(Op op, std::int64_t bits, std::int64_t mask) {
    if (op == Op::kHasAny) return (bits & mask) != 0;
    if (op == Op::kHasAll) return (bits & mask) == mask;
    return bits != 0 && (bits | mask) == mask;
}

std::optional<std::int64_t> calendar(const Node& node, std::int64_t a, std::int64_t b) {
    if (node.op >= Op::kMonth && node.op <= Op::kAddMonths) return of_named_day(node, a, b);
    switch (node.op) {
        case Op::kAge:
        case Op::kYearsBetween:
            return age_on(day(a), day(b));
        case Op::kMonthsBetween:
            return b - a;
        case Op::kYear:
            return civil(day(a)).year;
        case Op::kYearOfMonth:
            return a >= 0 ? a / 12 : -((11 - a) / 12);
        default:
            return month_of(day(a)).months;
    }
}

std::optional<std::int64_t> text_to_number(const Node& node, std::string_view text) {
    switch (node.op) {
        case Op::kLength:
            return static_cast<std::int64_t>(char_count(text));
        case Op::kStartsWith:
            return text.substr(0, node.text_value.size()) == node.text_value;
        case Op::kContains:
            return text.find(node.text_value) != std::string_view::npos;
        case Op::kIsDigits:
            return all_digits(text);
        case Op::kIsMobile:
            return is_mobile(text);
        case Op::kValidIdNumber:
            return valid_id_number(text);
        default:
            return read_id(node.op, text);
    }
}

std::string slice_of(std::string_view text, std::int64_t from, std::int64_t count) {
    const std::u32string all = to_code_points(text);
    const auto size = static_cast<std::int64_t>(all.size());
    const std::int64_t first = std::clamp<std::int64_t>(from - 1, 0, size);
    const std::int64_t length = std::clamp<std::int64_t>(count, 0, size - first);
    return to_utf8(std::u32string_view(all).substr(static_cast<std::size_t>(first),
                                                   static_cast<std::size_t>(length)));
}

}  // namespace tz::policy
