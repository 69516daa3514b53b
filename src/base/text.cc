#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace tz {
namespace {

// Start of the last character, also when the text ends in broken bytes.
std::size_t last_start(std::string_view text) {
    const std::size_t floor = text.size() > 4 ? text.size() - 4 : 0;
    for (std::size_t i = text.size() - 1;; --i) {
        if (i + code_point_at(text, i).size == text.size()) {
            const bool continuation = (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
            if (!continuation) return i;
        }
        if (i == floor) return text.size() - 1;
    }
}

char32_t half_width(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    return c == 0x3000 ? U' ' : c;
}

char32_t plain_bracket(char32_t c) {
    if (c == U'【' || c == U'〔') return U'[';
    if (c == U'】' || c == U'〕') return U']';
    return c;
}

// Calls use(code point, its bytes) for each character.
template <class Use>
void each_character(std::string_view text, Use use) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        use(c.value, text.substr(i, c.size));
        i += c.size;
    }
}

// Bytes of the list separator at the front; 0 when there is none.
std::size_t separator_size(std::string_view text) {
    constexpr std::string_view kAscii = ",;|\n\r";
    if (kAscii.find(text[0]) != std::string_view::npos) return 1;
    for (std::string_view wide : {"，", "；", "、"}) {
        if (text.substr(0, wide.size()) == wide) return wide.size();
    }
    return 0;
}

void put_piece(std::vector<std::string_view>& pieces, std::string_view piece) {
    piece = trim(piece);
    if (!piece.empty()) pieces.push_back(piece);
}

struct Range {
    char32_t first = 0;
    char32_t last = 0;
};

// Sorted. The blocks of East Asian Width W and F that appear in practice.
constexpr std::array<Range, 14> kWide = {{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x4DBF},
                                          {0x4E00, 0xA4CF},
                                          {0xA960, 0xA97F},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE10, 0xFE19},
                                          {0xFE30, 0xFE6F},
                                          {0xFF01, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1F64F},
                                          {0x1F900, 0x1F9FF},
                                          {0x20000, 0x3FFFD}}};

bool no_width(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
    if ((c >= 0x300 && c <= 0x36F) || (c >= 0xFE00 && c <= 0xFE0F)) return true;
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

std::size_t width_of(char32_t c) {
    if (c >= 0x20 && c < 0x7F) return 1;
    if (no_width(c)) return 0;
    const auto ends_before = [](const Range& range, char32_t value) { return range.last < value; };
    const auto found = std::lower_bound(kWide.begin(), kWide.end(), c, ends_before);
    return found != kWide.end() && c >= found->first ? 2 : 1;
}

// A number under construction. It grows with its sign, so the lowest int64 needs no special case.
struct Number {
    std::int64_t value = 0;
    int sign = 1;
    bool push(int digit) {
        return !__builtin_mul_overflow(value, std::int64_t{10}, &value) &&
               !__builtin_add_overflow(value, std::int64_t{sign * digit}, &value);
    }
};

Number take_sign(std::string_view& text) {
    if (text.empty() || (text[0] != '-' && text[0] != '+')) return {};
    const int sign = text[0] == '-' ? -1 : 1;
    text.remove_prefix(1);
    return {0, sign};
}

// Digits, perhaps in groups of three with commas between; false for misplaced commas or overflow.
bool take_whole(std::string_view& text, Number& number) {
    std::size_t i = 0, group = 0;
    bool grouped = false;
    for (; i < text.size() && (is_digit(text[i]) || text[i] == ','); ++i) {
        if (text[i] != ',') {
            if (!number.push(text[i] - '0')) return false;
            ++group;
            continue;
        }
        if (group == 0 || group > 3 || (grouped && group != 3)) return false;
        grouped = true;
        group = 0;
    }
    text.remove_prefix(i);
    return !grouped || group == 3;
}

// What follows the decimal point ("" when there was none), brought to so many decimals.
bool take_decimals(std::string_view text, int decimals, Number& number) {
    if (!all_digits(text) && !text.empty()) return false;
    for (int i = 0; i < decimals; ++i) {
        const bool more = !text.empty();
        if (!number.push(more ? text[0] - '0' : 0)) return false;
        if (more) text.remove_prefix(1);
    }
    return text.find_first_not_of('0') == std::string_view::npos;
}

std::size_t distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({substituted, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const CodePoint c = code_point_at(text, 0);
        if (!is_space(c.value)) break;
        text.remove_prefix(c.size);
    }
    while (!text.empty()) {
        const std::size_t last = last_start(text);
        if (!is_space(code_point_at(text, last).value)) break;
        text = text.substr(0, last);
    }
    return text;
}

std::string to_half_width(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    each_character(text, [&](char32_t c, std::string_view bytes) {
        const char32_t half = half_width(c);
        if (half == c) {
            out.append(bytes);  // the bytes, so that invalid ones stay as they were
        } else {
            out.push_back(static_cast<char>(half));
        }
    });
    return out;
}

std::string header_key(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    each_character(text, [&](char32_t c, std::string_view bytes) {
        if (is_space(c)) return;
        const char32_t plain = plain_bracket(half_width(c));
        if (plain == c) {
            out.append(bytes);
        } else {
            out.push_back(static_cast<char>(plain));
        }
    });
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    for (;;) {
        const std::size_t end = text.find(separator);
        pieces.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string_view> split_list(std::string_view text) {
    std::vector<std::string_view> pieces;
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t size = separator_size(text.substr(i));
        if (size > 0) {
            put_piece(pieces, text.substr(start, i - start));
            start = i + size;
        }
        i += std::max<std::size_t>(size, 1);
    }
    put_piece(pieces, text.substr(start));
    return pieces;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) out.append(separator);
        out.append(part);
    }
    return out;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    std::size_t found = from.empty() ? std::string::npos : text.find(from);
    if (found == std::string::npos) return text;
    std::string out;
    std::size_t start = 0;
    for (; found != std::string::npos; found = text.find(from, start)) {
        out.append(text, start, found - start).append(to);
        start = found + from.size();
    }
    return out.append(text, start);
}

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (!c.valid) return false;
        i += c.size;
    }
    return true;
}

std::u32string to_code_points(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    each_character(text, [&](char32_t c, std::string_view) { out.push_back(c); });
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char32_t c : text) put_utf8(out, c);
    return out;
}

std::size_t char_count(std::string_view text) {
    std::size_t count = 0;
    each_character(text, [&](char32_t, std::string_view) { ++count; });
    return count;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    each_character(text, [&](char32_t c, std::string_view) { width += width_of(c); });
    return width;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::optional<std::int64_t> to_int(std::string_view text) {
    Number number = take_sign(text);
    if (text.empty()) return std::nullopt;
    for (char c : text) {
        if (!is_digit(c) || !number.push(c - '0')) return std::nullopt;
    }
    return number.value;
}

std::optional<std::int64_t> to_scaled(std::string_view text, int decimals) {
    const Folded folded(text);
    text = folded.view();
    Number number = take_sign(text);
    const bool starts_well = !text.empty() && (is_digit(text[0]) || text[0] == '.');
    if (!starts_well || !take_whole(text, number)) return std::nullopt;
    if (!text.empty()) {
        if (text[0] != '.' || text.size() == 1) return std::nullopt;
        text.remove_prefix(1);
    }
    if (!take_decimals(text, decimals, number)) return std::nullopt;
    return number.value;
}

std::string from_scaled(std::int64_t value, int decimals) {
    const auto bits = static_cast<std::uint64_t>(value);
    std::string digits = std::to_string(value < 0 ? 0 - bits : bits);
    const auto places = static_cast<std::size_t>(std::max(decimals, 0));
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    std::size_t end = digits.size();
    const std::size_t point = end - places;
    while (end > point && digits[end - 1] == '0') --end;
    std::string out(value < 0 ? "-" : "");
    out.append(digits, 0, point);
    if (end > point) out.append(1, '.').append(digits, point, end - point);
    return out;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    return distance(to_code_points(a), to_code_points(b));
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& names) {
    const std::u32string wanted = to_code_points(word);
    std::size_t limit = std::min<std::size_t>(2, wanted.size() / 3) + 1;
    const std::string* best = nullptr;
    for (const std::string& name : names) {
        const std::size_t edits = distance(wanted, to_code_points(name));
        if (edits >= limit) continue;
        limit = edits;
        best = &name;
    }
    return best ? std::optional(*best) : std::nullopt;
}

}  // namespace tz
