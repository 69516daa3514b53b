#include "policy/report/figure.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace tz::policy {
namespace {

constexpr std::array<std::string_view, 9> kBefore = {"不足", "超过", "大约", "约", "近",
                                                     "逾",   "超",   "达",   "共"};
constexpr std::array<std::string_view, 6> kAfter = {"左右", "以上", "以下", "余", "多", "+"};
constexpr std::string_view kNumerals = "零一二三四五六七八九";
constexpr std::size_t kNumeralBytes = 3;

std::optional<int> numeral(std::string_view character) {
    if (character == "两") return 2;
    const std::size_t at = kNumerals.find(character);
    if (character.size() != kNumeralBytes || at == std::string_view::npos) return std::nullopt;
    return static_cast<int>(at / kNumeralBytes);
}

// 一 to 九十九
std::optional<int> numerals(std::string_view text) {
    const std::size_t ten = text.find("十");
    if (ten == std::string_view::npos) return numeral(text);
    const std::string_view before = text.substr(0, ten), after = text.substr(ten + kNumeralBytes);
    const auto tens = before.empty() ? std::optional(1) : numeral(before);
    const auto ones = after.empty() ? std::optional(0) : numeral(after);
    if (!tens || !ones) return std::nullopt;
    return *tens * 10 + *ones;
}

std::optional<PrintedNumber> number_of(std::string_view text) {
    if (const auto parsed = parse_printed(text)) return parsed;
    const auto small = numerals(text);
    return small ? std::optional(PrintedNumber{Fraction(*small), 0}) : std::nullopt;
}

std::string_view strip(std::string_view text, Figure& out) {
    for (const std::string_view word : kBefore) {
        if (!text.starts_with(word)) continue;
        out.before = word;
        text = trim(text.substr(word.size()));
        break;
    }
    for (const std::string_view word : kAfter) {
        if (!text.ends_with(word)) continue;
        out.after = word;
        return trim(text.substr(0, text.size() - word.size()));
    }
    return text;
}

std::size_t digits_end(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ',' ||
                                 (end == 0 && (text[end] == '-' || text[end] == '+'))))
        ++end;
    return end;
}

// "436011.81万元", "八 个": the number, and what stands behind it.
struct Parted {
    std::string_view number{};
    std::string_view rest{};
};

Parted parted(std::string_view text) {
    std::size_t end = digits_end(text);
    if (end == 0) end = std::min(text.find(' '), text.size());
    return {text.substr(0, end), text.substr(end)};
}

// 0564-12345 is no number with the unit -12345.
bool may_be_unit(std::string_view rest) {
    return rest.empty() || (!is_digit(rest.back()) && rest.front() != '-');
}

void read_number(std::string_view text, Figure& out) {
    out.number = number_of(text);
    if (out.number) return;
    Parted parts = parted(text);
    const auto number = number_of(parts.number);
    if (const std::string_view more = "余"; number && parts.rest.starts_with(more)) {
        out.after = more;
        parts.rest.remove_prefix(more.size());
    }
    const bool is_other = !out.unit.name.empty() && trim(parts.rest) != out.unit.name;
    if (!number || is_other || !may_be_unit(parts.rest)) return;
    out.number = number;
    out.printed = parts.number;
    out.unit = figure_unit(parts.rest);
}

bool same(const Figure& a, const Figure& b) { return a.shown() == b.shown(); }

}  // namespace

Figure make_figure(const FigureCells& cells) {
    Figure out;
    out.id = trim(cells.id);
    out.name = trim(cells.name);
    out.as_of = trim(cells.as_of);
    out.place = cells.place;
    out.unit = figure_unit(cells.unit);
    const std::string value = to_half_width(trim(cells.value));
    const auto names = split_list(value);
    out.printed = value;
    if (names.size() > 1 && digits_end(value) == 0 && !number_of(value)) {
        for (const std::string_view name : names) out.list.emplace_back(name);
        return out;
    }
    out.printed = strip(value, out);
    read_number(std::string(out.printed), out);
    return out;
}

const Figure* FigureTable::add(Figure figure) {
    if (!figure.id.empty()) {
        const FoundFigure other = find(figure.id);
        if (other.figure && other.figure->id == figure.id)
            return same(*other.figure, figure) ? nullptr : other.figure;
        places_[figure.id].push_back(figures_.size());
    }
    if (!figure.name.empty() && figure.name != figure.id)
        places_[header_key(figure.name)].push_back(figures_.size());
    figures_.push_back(std::move(figure));
    return nullptr;
}

FoundFigure FigureTable::find(std::string_view key) const {
    auto found = places_.find(key);
    if (found == places_.end()) found = places_.find(header_key(key));
    if (found == places_.end()) return {};
    const auto& places = found->second;
    for (const std::size_t place : places)
        if (figures_[place].id == key) return {Found::kOne, &figures_[place]};
    if (places.size() > 1) return {Found::kSeveral, nullptr};
    return {Found::kOne, &figures_[places[0]]};
}

}  // namespace tz::policy
