#include "sheet/cell_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include "base/date.h"
#include "base/utf8.h"

namespace tz::sheet {
namespace {

constexpr std::size_t kShownDigits = 15;
constexpr std::int64_t kExponentMax = 40;  // longer numbers stay as they are written
constexpr double kSerialEnd = 2'958'466;   // 9999-12-31, exclusive
constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int32_t kDays1904 = 1462;  // between the two starts of Excel's calendars
constexpr std::int32_t kSerialOf1970 = 25569;

// A decimal number taken apart: digits without leading zeros, and where the point stands in them.
struct Decimal {
    bool negative = false;
    std::string digits{};
    std::int64_t point = 0;
};

// Whether the text is plain as it stands; nothing is copied then.
bool is_plain_number(std::string_view raw) {
    std::size_t i = !raw.empty() && raw[0] == '-' ? 1 : 0;
    const std::size_t first = i;
    while (i < raw.size() && is_digit(raw[i])) ++i;
    if (i == raw.size()) return i > first && raw != "-0";
    if (i == first || raw[i] != '.' || raw.size() - first > kShownDigits) return false;
    if (i + 1 == raw.size() || raw.back() == '0') return false;
    return std::all_of(raw.begin() + static_cast<std::ptrdiff_t>(i) + 1, raw.end(), is_digit);
}

bool take_exponent(std::string_view text, std::int64_t& value) {
    if (!text.empty() && text[0] == '+') text.remove_prefix(1);
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size() &&
           std::abs(value) <= kExponentMax;
}

bool take_apart(std::string_view raw, Decimal& out) {
    out.negative = !raw.empty() && raw[0] == '-';
    if (!raw.empty() && (raw[0] == '-' || raw[0] == '+')) raw.remove_prefix(1);
    const std::size_t mark = std::min(raw.find_first_of("eE"), raw.size());
    std::int64_t exponent = 0;
    if (mark < raw.size() && !take_exponent(raw.substr(mark + 1), exponent)) return false;
    const std::string_view mantissa = raw.substr(0, mark);
    const std::size_t dot = std::min(mantissa.find('.'), mantissa.size());
    for (std::size_t i = 0; i < mantissa.size(); ++i) {
        if (i == dot) continue;
        if (!is_digit(mantissa[i])) return false;
        out.digits.push_back(mantissa[i]);
    }
    if (out.digits.empty()) return false;
    const std::size_t zeros = std::min(out.digits.find_first_not_of('0'), out.digits.size());
    out.digits.erase(0, zeros);
    out.point = static_cast<std::int64_t>(dot) - static_cast<std::int64_t>(zeros) + exponent;
    return true;
}

// Adds one to a digit string; true when a new leading digit had to be put in front.
bool count_up(std::string& digits) {
    for (std::size_t i = digits.size(); i-- > 0;) {
        if (digits[i] != '9') {
            ++digits[i];
            return false;
        }
        digits[i] = '0';
    }
    digits.insert(digits.begin(), '1');
    return true;
}

void round_fraction(Decimal& number) {
    const auto whole = static_cast<std::size_t>(std::max<std::int64_t>(number.point, 0));
    const std::size_t keep = std::max(kShownDigits, whole);
    if (number.digits.size() > keep) {
        const bool up = number.digits[keep] >= '5';
        number.digits.resize(keep);
        if (up && count_up(number.digits)) ++number.point;
    }
    while (number.digits.size() > whole && number.digits.back() == '0') number.digits.pop_back();
}

void put_decimal(const Decimal& number, std::string& out) {
    const auto point = number.point;
    const auto size = static_cast<std::int64_t>(number.digits.size());
    if (number.negative && size > 0) out.push_back('-');
    if (point <= 0 || size == 0) out.push_back('0');
    for (std::int64_t i = 0; i < point && size > 0; ++i) {
        out.push_back(i < size ? number.digits[static_cast<std::size_t>(i)] : '0');
    }
    if (size <= point || size == 0) return;
    out.push_back('.');
    if (point < 0) out.append(static_cast<std::size_t>(-point), '0');
    out.append(number.digits, static_cast<std::size_t>(std::max<std::int64_t>(point, 0)));
}

// The parts of a format code that stand for themselves are passed over: "text", \x, _x, *x, [Red].
std::size_t past_literal(std::string_view code, std::size_t i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') return i + 2;
    const char closing = c == '"' ? '"' : c == '[' ? ']' : '\0';
    if (closing == '\0') return i;
    const std::size_t stop = code.find(closing, i + 1);
    if (c == '[' && stop != code.npos) {
        const std::string_view inner = code.substr(i + 1, stop - i - 1);
        if (inner.find_first_not_of("hHmMsS") == inner.npos) return i;  // elapsed time: [h]:mm
    }
    return stop == code.npos ? code.size() : stop + 1;
}

std::string day_text(std::int32_t day, bool from_1904) {
    if (from_1904) day += kDays1904;
    if (!from_1904 && day == 60) return "1900-02-29";  // a day that only Excel knows
    if (day < 60) ++day;
    return to_string(Date{day - kSerialOf1970});
}

std::string_view built(std::string& scratch) { return scratch; }

}  // namespace

Shows builtin_format(std::uint32_t id) {
    const auto within = [id](std::uint32_t first, std::uint32_t last) {
        return id >= first && id <= last;
    };
    if (within(14, 17) || id == 22 || within(27, 31) || id == 36) return Shows::kDate;
    if (within(50, 54) || id == 57 || id == 58) return Shows::kDate;
    if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56)) return Shows::kTime;
    return Shows::kNumber;
}

Shows format_shows(std::string_view code) {
    if (code.starts_with("General") || code.starts_with("G/")) return Shows::kNumber;
    bool month = false;
    bool time = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';';) {
        const std::size_t past = past_literal(code, i);
        if (past != i) {
            i = past;
            continue;
        }
        const char c = code[i++];
        const bool exponent =
            (c == 'e' || c == 'E') && i < code.size() && (code[i] == '+' || code[i] == '-');
        if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') return Shows::kDate;
        if ((c == 'e' || c == 'E') && !exponent) return Shows::kDate;  // the year in Chinese codes
        month = month || c == 'm' || c == 'M';
        time = time || c == 'h' || c == 'H' || c == 's' || c == 'S';
    }
    if (time) return Shows::kTime;
    return month ? Shows::kDate : Shows::kNumber;
}

std::string_view plain_number(std::string_view raw, std::string& scratch) {
    if (is_plain_number(raw)) return raw;
    Decimal number;
    if (!take_apart(raw, number)) return raw;
    round_fraction(number);
    scratch.clear();
    put_decimal(number, scratch);
    return built(scratch);
}

std::string_view serial_text(std::string_view raw, Shows shows, bool from_1904,
                             std::string& scratch) {
    double serial = 0;
    const auto [end, code] = std::from_chars(raw.data(), raw.data() + raw.size(), serial);
    if (code != std::errc() || end != raw.data() + raw.size() || !(serial >= 0) ||
        serial >= kSerialEnd - (from_1904 ? kDays1904 : 0)) {
        return plain_number(raw, scratch);
    }
    auto day = static_cast<std::int64_t>(serial);
    auto second = static_cast<std::int64_t>(
        std::llround((serial - static_cast<double>(day)) * static_cast<double>(kSecondsPerDay)));
    day += second / kSecondsPerDay;
    second %= kSecondsPerDay;
    scratch.clear();
    const bool elapsed = shows == Shows::kTime;
    if (!elapsed) scratch = day_text(static_cast<std::int32_t>(day), from_1904);
    if (!elapsed && second == 0) return built(scratch);
    if (!elapsed) scratch.push_back(' ');
    const std::int64_t hour = second / 3600 + (elapsed ? day * 24 : 0);
    fmt::format_to(std::back_inserter(scratch), "{:02}:{:02}:{:02}", hour, second / 60 % 60,
                   second % 60);
    return built(scratch);
}

std::string_view iso_text(std::string_view raw, std::string& scratch) {
    const std::size_t mark = raw.find('T');
    if (mark == raw.npos) return raw;
    std::string_view time = raw.substr(mark + 1);
    if (time.ends_with('Z')) time.remove_suffix(1);
    if (time.find_first_not_of("0:.") == time.npos) return raw.substr(0, mark);
    scratch.assign(raw.substr(0, mark)).append(" ").append(time);
    return built(scratch);
}

void resolve_escapes(std::string& text) {
    std::size_t from = 0;
    for (;;) {
        const std::size_t at = text.find("_x", from);
        if (at == text.npos || at + 7 > text.size()) return;
        std::uint32_t value = 0;
        const char* digits = text.data() + at + 2;
        const auto [end, code] = std::from_chars(digits, digits + 4, value, 16);
        from = at + 1;
        if (code != std::errc() || end != digits + 4 || digits[4] != '_') continue;
        if (value == 0) continue;
        std::string character;
        const bool half_break = value == '\r' && at + 7 < text.size() && text[at + 7] == '\n';
        if (!half_break) put_utf8(character, value == '\r' ? U'\n' : static_cast<char32_t>(value));
        text.replace(at, 7, character);
        from = at + character.size();
    }
}

}  // namespace tz::sheet
