#include "policy/outline/marks.h"

#include "base/text.h"

namespace tz::policy {
namespace {

constexpr std::u32string_view kDigits = U"一二三四五六七八九";

int digit_value(char32_t c) {
    const std::size_t at = kDigits.find(c);
    return at == kDigits.npos ? 0 : static_cast<int>(at) + 1;
}

bool is_arabic(char32_t c) { return c >= '0' && c <= '9'; }

char32_t at(std::u32string_view text, std::size_t i) { return i < text.size() ? text[i] : 0; }

// One or two digits; 0 when there are none or more.
int short_number(std::u32string_view text, std::size_t& size) {
    int value = 0;
    for (size = 0; is_arabic(at(text, size)); ++size)
        value = size < 2 ? value * 10 + static_cast<int>(text[size] - '0') : 0;
    return size > 2 ? 0 : value;
}

std::u32string number_text(int value) { return to_code_points(std::to_string(value)); }

struct Unit {
    std::u32string_view word{};
    Rank rank = Rank::kStage;
};
constexpr Unit kUnits[] = {
    {U"部分", Rank::kBook},   {U"编", Rank::kBook},    {U"章", Rank::kChapter},
    {U"节", Rank::kDivision}, {U"条", Rank::kArticle}, {U"阶段", Rank::kStage},
    {U"步骤", Rank::kStage},  {U"步", Rank::kStage},   {U"批次", Rank::kStage}};

// 第一阶段, 第三条
std::optional<Mark> unit_mark(std::u32string_view line) {
    if (at(line, 0) != U'第') return std::nullopt;
    std::size_t size = 0;
    const int value = chinese_number(line.substr(1), size);
    if (value == 0) return std::nullopt;
    for (const Unit& unit : kUnits) {
        if (!line.substr(1 + size).starts_with(unit.word)) continue;
        const std::size_t all = 1 + size + unit.word.size();
        return Mark{unit.rank, value, std::u32string(line.substr(0, all)), all};
    }
    return std::nullopt;
}

// 一、
std::optional<Mark> first_mark(std::u32string_view line) {
    std::size_t size = 0;
    const int value = chinese_number(line, size);
    const char32_t next = at(line, size);
    if (value == 0 || (next != U'、' && next != U'.')) return std::nullopt;
    return Mark{Rank::kFirst, value, chinese_digits(value), size + 1};
}

// (一)
std::optional<Mark> second_mark(std::u32string_view line) {
    if (at(line, 0) != U'(') return std::nullopt;
    std::size_t size = 0;
    const int value = chinese_number(line.substr(1), size);
    if (value == 0 || at(line, size + 1) != U')') return std::nullopt;
    const bool has_comma = at(line, size + 2) == U'、';
    return Mark{Rank::kSecond, value, U"(" + chinese_digits(value) + U")",
                size + (has_comma ? 3u : 2u)};
}

// 1. but not 1.648
std::optional<Mark> third_mark(std::u32string_view line) {
    std::size_t size = 0;
    const int value = short_number(line, size);
    const char32_t sign = at(line, size);
    if (value == 0 || (sign != U'.' && sign != U'、') || is_arabic(at(line, size + 1)))
        return std::nullopt;
    return Mark{Rank::kThird, value, number_text(value), size + 1};
}

// (1)
std::optional<Mark> fourth_mark(std::u32string_view line) {
    if (at(line, 0) != U'(') return std::nullopt;
    std::size_t size = 0;
    const int value = short_number(line.substr(1), size);
    if (value == 0 || at(line, size + 1) != U')') return std::nullopt;
    return Mark{Rank::kFourth, value, U"(" + number_text(value) + U")", size + 2};
}

// ①
std::optional<Mark> circled_mark(std::u32string_view line) {
    const char32_t c = at(line, 0);
    if (c < U'①' || c > U'⑳') return std::nullopt;
    return Mark{Rank::kCircled, static_cast<int>(c - U'①') + 1, std::u32string(1, c), 1};
}

std::optional<Mark> ordinal(int value, std::size_t size) {
    return Mark{Rank::kOrdinal, value, chinese_digits(value), size};
}

// 首先, 其次, 再次,
std::optional<Mark> word_ordinal(std::u32string_view text) {
    constexpr std::u32string_view kWords[] = {U"首先", U"其次", U"再次"};
    for (int i = 0; i < 3; ++i) {
        const char32_t next = at(text, 2);
        if (text.starts_with(kWords[i]) && (next == U',' || next == U'、'))
            return ordinal(i + 1, 3);
    }
    return std::nullopt;
}

// 第二, but not 第二阶段 or 第一书记
std::optional<Mark> counted_ordinal(std::u32string_view text) {
    if (at(text, 0) != U'第') return std::nullopt;
    std::size_t size = 0;
    const int value = chinese_number(text.substr(1), size);
    const char32_t next = at(text, size + 1);
    if (value == 0 || (next != U',' && next != U'、')) return std::nullopt;
    return ordinal(value, size + 2);
}

}  // namespace

int chinese_number(std::u32string_view text, std::size_t& size) {
    int tens = 0;
    size = 0;
    if (const int digit = digit_value(at(text, 0))) {
        size = 1;
        if (at(text, 1) != U'十') return digit;
        tens = digit;
    } else if (at(text, 0) == U'十') {
        tens = 1;
    } else {
        return 0;
    }
    ++size;
    const int ones = digit_value(at(text, size));
    if (ones > 0) ++size;
    return tens * 10 + ones;
}

std::u32string chinese_digits(int value) {
    const auto digit = [](int d) {
        return d == 0 ? std::u32string()
                      : std::u32string(1, kDigits[static_cast<std::size_t>(d - 1)]);
    };
    if (value < 10) return digit(value);
    return (value < 20 ? std::u32string() : digit(value / 10)) + U"十" + digit(value % 10);
}

std::optional<Mark> line_mark(std::u32string_view line) {
    for (const auto read : {unit_mark, first_mark, second_mark, third_mark, fourth_mark,
                            circled_mark, ordinal_at, counted_ordinal, word_ordinal})
        if (auto mark = read(line)) return mark;
    return std::nullopt;
}

std::optional<Mark> ordinal_at(std::u32string_view text) {
    if (auto mark = circled_mark(text)) return mark;
    std::size_t size = 0;
    const int value = chinese_number(text, size);
    const char32_t next = at(text, size);
    if (value == 0 || (next != U'是' && next != U'要')) return std::nullopt;
    return ordinal(value, size + 1);
}

std::optional<Mark> sentence_mark_at(std::u32string_view text) {
    for (const auto read : {third_mark, fourth_mark, counted_ordinal, word_ordinal})
        if (auto mark = read(text)) return mark;
    return std::nullopt;
}

std::optional<Mark> group_mark(std::u32string_view line) {
    constexpr std::size_t kLongest = 8;
    if (at(line, 0) != U'“') return std::nullopt;
    const std::size_t close = line.find(U'”');
    if (close == line.npos || close < 2 || close > kLongest + 1 || at(line, close + 1) != U':')
        return std::nullopt;
    return Mark{Rank::kNamed, 1, std::u32string(line.substr(1, close - 1)), close + 2};
}

std::optional<Mark> group_item_at(std::u32string_view text, const Mark& group) {
    std::size_t size = 0;
    const int value = chinese_number(text, size);
    if (value == 0) return std::nullopt;
    const bool says_it = at(text, size) == group.label.back();
    return ordinal(value, size + (says_it ? 1 : 0));
}

}  // namespace tz::policy
