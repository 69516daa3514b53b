#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "policy/outline/outline.h"
#include "policy/syntax/report.h"

namespace tz::policy {
namespace {

constexpr std::size_t kNearest = 3;

// Half-width, without quotes and spaces: how addresses are compared.
std::string plain(std::string_view address) {
    std::u32string out;
    for (const char32_t c : to_code_points(to_half_width(address)))
        if (!is_space(c) && c != U'“' && c != U'”' && c != U'"') out.push_back(c);
    return to_utf8(out);
}

std::string without_slashes(std::string_view address) {
    return replace_all(plain(address), "/", "");
}

int find_place(const Outline& outline, std::string_view wanted) {
    const std::string exact = plain(wanted), loose = without_slashes(wanted);
    int found = -1, alike = 0;
    for (std::size_t i = 0; i < outline.places.size(); ++i) {
        const std::string& address = outline.places[i].address;
        if (plain(address) == exact) return static_cast<int>(i);
        if (without_slashes(address) != loose) continue;
        found = static_cast<int>(i);
        ++alike;
    }
    return alike == 1 ? found : -1;
}

std::vector<std::string> nearest_places(const Outline& outline, std::string_view wanted) {
    const std::string text = plain(wanted);
    std::vector<std::pair<std::size_t, std::string>> all;
    for (const Place& place : outline.places) {
        const std::string address = plain(place.address);
        const bool shares = address.starts_with(text) || text.starts_with(address);
        all.push_back({edit_distance(text, address) * 2 - (shares ? 1 : 0), place.address});
    }
    std::ranges::stable_sort(all, {}, &std::pair<std::size_t, std::string>::first);
    all.resize(std::min(all.size(), kNearest));
    std::vector<std::string> out;
    for (auto& [distance, address] : all) out.push_back(std::move(address));
    return out;
}

// "3" or "2-4"
std::optional<std::pair<int, int>> read_range(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto first = to_int(text.substr(0, dash));
    const auto last = dash == text.npos ? first : to_int(text.substr(dash + 1));
    if (!first || !last || *first < 0 || *last < *first || *last > 100000) return std::nullopt;
    return std::pair(static_cast<int>(*first), static_cast<int>(*last));
}

bool read_numbers(std::string_view text, Target& out) {
    for (const std::string_view part : split(text, ',')) {
        const auto range = read_range(trim(part));
        if (!range) return false;
        out.numbers.push_back(*range);
    }
    return true;
}

Target refuse(Target target, Text error, std::vector<std::string> nearest) {
    target.place = -1;
    target.error = std::move(error);
    target.nearest = std::move(nearest);
    return target;
}

}  // namespace

std::string Outline::address(const Sentence& sentence) const {
    return fmt::format("{}#{}", places[sentence.place].address, sentence.number);
}

bool Outline::is_within(std::size_t place, std::size_t above) const {
    for (int i = static_cast<int>(place); i >= 0; i = places[static_cast<std::size_t>(i)].parent)
        if (static_cast<std::size_t>(i) == above) return true;
    return false;
}

bool Target::has(int number) const {
    return numbers.empty() || std::ranges::any_of(numbers, [&](const auto& range) {
               return number >= range.first && number <= range.second;
           });
}

Target find_target(const Outline& outline, std::string_view clause) {
    Target out;
    const std::string text = plain(clause);
    const std::size_t sign = text.find('#');
    const std::string_view place = std::string_view(text).substr(0, sign);
    out.place = find_place(outline, place);
    if (out.place < 0)
        return refuse(std::move(out), say("文件里没有这一处", "the document has no such place"),
                      nearest_places(outline, place));
    if (sign == std::string::npos) return out;
    const Place& found = outline.places[static_cast<std::size_t>(out.place)];
    if (!read_numbers(std::string_view(text).substr(sign + 1), out))
        return refuse(std::move(out),
                      say("# 后面写句号数,如 #3、#2-4、#1,3",
                          "after # come numbers of sentences: #3, #2-4, #1,3"),
                      {found.address});
    for (const auto& [first, last] : out.numbers)
        if (last > found.sentences)
            return refuse(
                std::move(out),
                say("“{}”只有 {} 句", "\"{}\" has {} sentences", found.address, found.sentences),
                {found.sentences > 0 ? fmt::format("{}#{}", found.address, found.sentences)
                                     : found.address});
    return out;
}

std::vector<int> reading_order(std::string_view clause) {
    const std::u32string text = to_code_points(plain(clause));
    std::vector<int> out;
    for (std::size_t i = 0; i < text.size();) {
        const std::u32string_view rest = std::u32string_view(text).substr(i);
        std::size_t size = 0;
        if (const int value = chinese_number(rest, size); value > 0) {
            out.push_back(value);
        } else if (rest[0] >= '0' && rest[0] <= '9') {
            int number = 0;
            for (; size < rest.size() && size < 8 && rest[size] >= '0' && rest[size] <= '9'; ++size)
                number = number * 10 + static_cast<int>(rest[size] - '0');
            out.push_back(number);
        } else if (rest[0] >= U'①' && rest[0] <= U'⑳') {
            out.push_back(static_cast<int>(rest[0] - U'①') + 1);
        }
        i += std::max<std::size_t>(size, 1);
    }
    return out;
}

}  // namespace tz::policy
