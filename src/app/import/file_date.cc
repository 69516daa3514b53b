#include "app/import/file_date.h"

#include "base/text.h"
#include "base/utf8.h"

namespace tz::intake {
namespace {

constexpr int kYearMin = 2000;
constexpr int kYearMax = 2099;

bool is_recent(Month month) {
    const int year = month.months / 12;
    return kYearMin <= year && year <= kYearMax;
}

std::size_t run_of_digits(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

FileDate from_day(Date day) { return {day, month_of(day)}; }

// "2023年12月18日", "2023-12-18", "2023.12": four digits and what follows them.
FileDate written_out(std::string_view text) {
    constexpr std::string_view kYear = "年", kMonth = "月", kDay = "日";
    std::size_t end = 4;
    for (int part = 0; part < 2 && end < text.size(); ++part) {
        const std::string_view rest = text.substr(end);
        const std::size_t mark = rest.starts_with(kYear) || rest.starts_with(kMonth) ? kYear.size()
                                 : rest[0] == '-' || rest[0] == '.'                  ? 1
                                                                                     : 0;
        const std::size_t digits = mark == 0 ? 0 : run_of_digits(text, end + mark);
        if (digits == 0 || digits > 2) break;
        end += mark + digits;
        if (text.substr(end).starts_with(kDay)) end += kDay.size();
    }
    if (text.substr(end).starts_with(kMonth)) end += kMonth.size();
    const std::string_view piece = text.substr(0, end);
    if (const auto day = parse_date(piece); day && piece.size() > 7 && is_recent(month_of(*day)))
        return from_day(*day);
    if (const auto month = parse_month(piece); month && piece.size() > 5 && is_recent(*month))
        return {std::nullopt, *month};
    return {};
}

}  // namespace

FileDate find_date(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t digits = run_of_digits(text, at);
        if (digits == 0) continue;
        FileDate found;
        const std::string_view run = text.substr(at, digits);
        if (digits == 8) {
            if (const auto day = parse_date(run); day && is_recent(month_of(*day)))
                found = from_day(*day);
        } else if (digits == 6) {
            if (const auto month = parse_month(run); month && is_recent(*month))
                found.month = *month;
        } else if (digits == 4) {
            found = written_out(text.substr(at));
        }
        if (found.month) return found;
        at += digits - 1;
    }
    return {};
}

}  // namespace tz::intake
