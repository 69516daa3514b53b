#include "policy/outline/countable.h"

#include <algorithm>

#include "base/text.h"

namespace tz::policy {
namespace {

using View = std::u32string_view;

bool is_arabic(char32_t c) { return c >= '0' && c <= '9'; }

bool begins_with_any(View text, std::initializer_list<View> words) {
    return std::ranges::any_of(words, [&](View word) { return text.starts_with(word); });
}

constexpr View kLimits[] = {U"不低于",   U"不少于",   U"不超过", U"不高于", U"不多于", U"不得低于",
                            U"不得少于", U"不得超过", U"至少",   U"全覆盖", U"百分之", U"百分百"};

// 每年, 每半年, 每三年, 每学年, 每人每年 …
std::size_t frequency_size(View text) {
    if (!text.starts_with(U"每")) return 0;
    constexpr View kCounts = U"半两一二三四五六七八九十0123456789个";
    std::size_t i = 1;
    while (i < text.size() && kCounts.find(text[i]) != kCounts.npos) ++i;
    for (View period : {U"学年", U"学期", U"季度", U"年", U"季", U"月", U"周", U"日", U"天"})
        if (text.substr(i).starts_with(period)) return i + period.size();
    return 0;
}

// 参保率, but not 效率, 率先
std::size_t rate_size(View text, char32_t before) {
    constexpr View kNotRates = U"效统表草轻频坦真直";
    if (text[0] != U'率' || before < 0x4E00 || kNotRates.find(before) != kNotRates.npos) return 0;
    return text.size() > 1 && View(U"先领队众").find(text[1]) != View::npos ? 0 : 1;
}

// A day or month by which: 6月底前, 5月31日, 2020年之前. A year alone is no such thing.
std::size_t date_size(View text, std::size_t digits) {
    const View rest = text.substr(digits);
    if (rest.starts_with(U"月")) return digits + 1;
    if (!rest.starts_with(U"年")) return 0;
    if (begins_with_any(rest.substr(1), {U"前", U"之前", U"以前", U"底前", U"末前"}))
        return digits + rest.find(U'前') + 1;
    return digits != 4 && !rest.substr(1).starts_with(U"代") ? digits + 1 : 0;
}

// A number with a unit, a rank or a limit behind it. Numbers of documents (1号文件) are none.
std::size_t amount_size(View text) {
    std::size_t digits = 0;
    while (digits < text.size() && (is_arabic(text[digits]) || text[digits] == U'.')) ++digits;
    if (const std::size_t dated = date_size(text, digits)) return dated;
    const View rest = text.substr(digits);
    if (rest.starts_with(U"年")) return 0;
    if (begins_with_any(rest, {U"%", U"‰", U"‱"})) return digits + 1;
    constexpr View kUnits =
        U"万亿千百个人户村名家县乡镇市元升分毫厘米里公平亩吨斤克倍度周天日岁次项条件台套间座处所"
        U"份张册支批组辆只头棵株种类场期艘幢栋方立站成以左余多";
    return !rest.empty() && kUnits.find(rest[0]) != kUnits.npos ? digits + 1 : 0;
}

std::size_t part_size(View text, char32_t before) {
    for (View limit : kLimits)
        if (text.starts_with(limit)) return limit.size();
    if (const std::size_t size = frequency_size(text)) return size;
    if (is_arabic(text[0]) && !is_arabic(before) && before != U'.') return amount_size(text);
    return rate_size(text, before);
}

}  // namespace

std::string countable_part(std::string_view sentence) {
    const std::u32string text = to_code_points(to_half_width(sentence));
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t size = part_size(View(text).substr(i), i > 0 ? text[i - 1] : 0);
        if (size == 0) continue;
        const std::size_t first = text[i] == U'率' && i >= 2 ? i - 2 : i;
        return to_utf8(View(text).substr(first, size + (i - first)));
    }
    return {};
}

}  // namespace tz::policy
