#include "base/id_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"

namespace tz {
namespace {

constexpr std::size_t kKeySize = 18;
constexpr std::size_t kBodySize = 17;  // a key without its check character
constexpr std::size_t kOldSize = 15;
constexpr std::string_view kCheckCharacters = "10X98765432";  // by weighted sum modulo 11
constexpr int kFirstBirthYear = 1900;
constexpr int kLastBirthYear = 2100;

bool has_certificate_size(std::string_view number) {
    return number.size() == 20 || number.size() == 22;
}

bool has_key_size(std::string_view number) {
    return number.size() == kKeySize || has_certificate_size(number);
}

// -1 when there is another character among the digits.
int read_digits(std::string_view digits) {
    int value = 0;
    for (char c : digits) {
        if (!is_digit(c)) return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> birth_date(int yyyymmdd) {
    const int year = yyyymmdd / 10000;
    if (year < kFirstBirthYear || year > kLastBirthYear) return std::nullopt;
    return make_date(year, yyyymmdd / 100 % 100, yyyymmdd % 100);
}

// Bytes of a leading apostrophe: sheets keep one in front of numbers that are text.
std::size_t apostrophe_size(std::string_view text) {
    for (std::string_view mark : {"'", "‘", "’", "`"}) {
        if (text.starts_with(mark)) return mark.size();
    }
    return 0;
}

std::string without_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (!is_space(c.value)) out.append(text.substr(i, c.size));
        i += c.size;
    }
    return out;
}

std::optional<int> certificate_digit(std::string_view number, std::size_t at, char last) {
    if (!has_certificate_size(number) || number[at] < '1' || number[at] > last) return std::nullopt;
    return number[at] - '0';
}

// 0 when the character looks like no digit.
char32_t lookalike(char32_t c) {
    switch (c) {
        case U'O':
        case U'o':
            return U'0';
        case U'I':
        case U'l':
            return U'1';
        case U'S':
            return U'5';
        case U'B':
            return U'8';
        case U'Z':
            return U'2';
        default:
            return 0;
    }
}

bool belongs(char32_t c, std::size_t position) {
    return (c >= U'0' && c <= U'9') || (c == U'X' && position == kBodySize);
}

std::string shown(char32_t c) { return to_utf8(std::u32string_view(&c, 1)); }

// What may be the number, each distinct one once.
class Candidates {
  public:
    void add(std::u32string_view number, Text how, bool is_proven) {
        std::string text = to_utf8(number);
        if (!valid_id_number(text)) return;
        const auto same = [&](const Repair& other) { return other.number == text; };
        if (std::any_of(found_.begin(), found_.end(), same)) return;
        found_.push_back({std::move(text), std::move(how), is_proven});
    }
    std::optional<Repair> only() const {
        return found_.size() == 1 ? std::optional(found_.front()) : std::nullopt;
    }

  private:
    std::vector<Repair> found_;
};

Text change(std::size_t index, char32_t from, char32_t to) {
    return {fmt::format("第{}位“{}”改为“{}”", index + 1, shown(from), shown(to)),
            fmt::format("position {}: {} -> {}", index + 1, shown(from), shown(to))};
}

std::vector<std::size_t> foreign_positions(std::u32string_view number) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (!belongs(number[i], i)) positions.push_back(i);
    }
    return positions;
}

// Every foreign character read as the digit it looks like; what looks like none spoils the lot.
void try_lookalikes(const std::u32string& number, const std::vector<std::size_t>& foreign,
                    Candidates& candidates) {
    std::u32string fixed = number;
    std::vector<std::string> zh, en;
    for (std::size_t i : foreign) {
        fixed[i] = lookalike(number[i]);
        if (fixed[i] == 0) return;
        Text made = change(i, number[i], fixed[i]);
        zh.push_back(std::move(made.zh));
        en.push_back(std::move(made.en));
    }
    candidates.add(fixed, {join(zh, "、"), join(en, ", ")}, true);
}

void try_each_digit(const std::u32string& number, std::size_t index, Candidates& candidates) {
    if (lookalike(number[index]) != 0) return;
    std::u32string fixed = number;
    for (char32_t c : std::u32string_view(U"0123456789X")) {
        fixed[index] = c;
        candidates.add(fixed, change(index, number[index], c), true);
    }
}

// The weakest proof: of numbers with one mistyped digit, nearly a third have exactly one valid
// transposition too, which is wrong. Likewise a missing check character always fits whatever is
// there. Both are for a person to confirm, whom `how` tells what was done.
void try_transpositions(const std::u32string& number, Candidates& candidates) {
    std::u32string fixed = number;
    for (std::size_t i = 0; i + 1 < fixed.size(); ++i) {
        std::swap(fixed[i], fixed[i + 1]);
        const std::string before = shown(number[i]) + shown(number[i + 1]);
        const std::string after = shown(fixed[i]) + shown(fixed[i + 1]);
        candidates.add(fixed,
                       {fmt::format("第{}、{}位“{}”改为“{}”", i + 1, i + 2, before, after),
                        fmt::format("positions {} and {}: {} -> {}", i + 1, i + 2, before, after)},
                       false);
        std::swap(fixed[i], fixed[i + 1]);
    }
}

void try_missing_check(const std::string& number, Candidates& candidates) {
    const char check = check_character(number);
    if (check == 0) return;
    candidates.add(to_code_points(number + check),
                   {fmt::format("第{}位补“{}”", kKeySize, check),
                    fmt::format("position {}: added {}", kKeySize, check)},
                   false);
}

Candidates candidates_for(const std::string& number) {
    Candidates candidates;
    const std::u32string points = to_code_points(number);
    if (points.size() == kBodySize) try_missing_check(number, candidates);
    if (points.size() != kKeySize) return candidates;
    const std::vector<std::size_t> foreign = foreign_positions(points);
    if (!foreign.empty()) try_lookalikes(points, foreign, candidates);
    if (foreign.size() == 1) try_each_digit(points, foreign.front(), candidates);
    // Two foreign characters remain two after a swap; one can only be an X in the wrong place.
    if (foreign.size() <= 1) try_transpositions(points, candidates);
    return candidates;
}

}  // namespace

std::string clean_id_number(std::string_view text) {
    const Folded folded(text);
    std::string out = without_spaces(folded.view());
    out.erase(0, apostrophe_size(out));
    std::replace(out.begin(), out.end(), 'x', 'X');
    return out;
}

char check_character(std::string_view first17) {
    constexpr std::array<int, kBodySize> kWeights = {7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                     3, 7, 9,  10, 5, 8, 4, 2};
    if (first17.size() != kBodySize) return 0;
    int sum = 0;
    for (std::size_t i = 0; i < kBodySize; ++i) {
        if (!is_digit(first17[i])) return 0;
        sum += kWeights[i] * (first17[i] - '0');
    }
    return kCheckCharacters[static_cast<std::size_t>(sum % 11)];
}

bool valid_id_number(std::string_view number) {
    if (!has_key_size(number)) return false;
    const char check = check_character(number.substr(0, kBodySize));
    return check != 0 && number[kBodySize] == check && id_birth(number).has_value();
}

std::string person_key(std::string_view number) {
    if (has_key_size(number)) return std::string(number.substr(0, kKeySize));
    if (number.size() != kOldSize || !all_digits(number)) return {};
    std::string key(number.substr(0, 6));
    key.append("19").append(number.substr(6));  // the old form is from before 2000
    key.push_back(check_character(key));
    return key;
}

std::optional<Date> id_birth(std::string_view number) {
    const bool old = number.size() == kOldSize;
    if (!old && !has_key_size(number)) return std::nullopt;
    const int digits = read_digits(number.substr(6, old ? 6 : 8));
    if (digits < 0) return std::nullopt;
    return birth_date(old ? 19'000'000 + digits : digits);
}

std::optional<Sex> id_sex(std::string_view number) {
    const bool old = number.size() == kOldSize;
    if (!old && !has_key_size(number)) return std::nullopt;
    const char order = number[old ? kOldSize - 1 : kBodySize - 1];
    if (!is_digit(order)) return std::nullopt;
    return (order - '0') % 2 == 1 ? Sex::kMale : Sex::kFemale;
}

std::optional<int> disability_kind(std::string_view number) {
    return certificate_digit(number, kKeySize, '7');
}

std::optional<int> disability_grade(std::string_view number) {
    return certificate_digit(number, kKeySize + 1, '4');
}

std::optional<std::uint64_t> pack_person_key(std::string_view key) {
    if (key.size() != kKeySize || !all_digits(key.substr(0, kBodySize))) return std::nullopt;
    const char check = key[kBodySize];
    if (!is_digit(check) && check != 'X') return std::nullopt;
    std::uint64_t body = 0;
    for (char c : key.substr(0, kBodySize)) body = body * 10 + static_cast<std::uint64_t>(c - '0');
    return body * 11 + (check == 'X' ? 10 : static_cast<std::uint64_t>(check - '0'));
}

std::optional<Repair> repair_id_number(std::string_view number) {
    const std::string cleaned = clean_id_number(number);
    if (valid_id_number(cleaned)) return std::nullopt;
    return candidates_for(cleaned).only();
}

}  // namespace tz
