#include "app/cross_check/id_cell.h"

#include <array>

#include "app/import/cell.h"

namespace tz::cross_check {
namespace {

constexpr std::size_t kBody = 17;
constexpr std::uint64_t kCheckValues = 11;
constexpr std::uint64_t kOrderSize = 1'000;        // order code behind the birth date
constexpr std::uint64_t kBirthSize = 100'000'000;  // YYYYMMDD
constexpr std::array<unsigned, kBody> kWeights = {7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                  3, 7, 9,  10, 5, 8, 4, 2};
constexpr std::string_view kCheckCharacters = "10X98765432";

// 17 digits and a check character in one pass; valid where the check and the date are right.
IdCell read_plain(std::string_view number) {
    std::uint64_t body = 0;
    unsigned sum = 0;
    for (std::size_t i = 0; i < kBody; ++i) {
        const auto digit = static_cast<unsigned>(static_cast<unsigned char>(number[i])) - '0';
        if (digit > 9) return {};
        body = body * 10 + digit;
        sum += digit * kWeights[i];
    }
    char check = number[kBody];
    if (check == 'x') check = 'X';
    const auto value = static_cast<unsigned>(static_cast<unsigned char>(check)) - '0';
    if (value > 9 && check != 'X') return {};
    const std::uint64_t key = body * kCheckValues + (check == 'X' ? 10 : value);
    const bool is_valid = kCheckCharacters[sum % 11] == check && birth_of(key) != kNoBirth;
    return {key, is_valid ? IdState::kValid : IdState::kBroken};
}

bool is_certificate_tail(std::string_view tail) {
    for (const char c : tail)
        if ((c < '0' || c > '9') && c != 'B' && c != 'b') return false;
    return true;
}

IdCell read_odd(std::string_view text) {
    if (intake::is_blank(text)) return {};
    const std::string number = clean_id_number(text);
    if (number.empty()) return {};
    const std::string key = person_key(number);
    const IdCell cell = key.empty() ? IdCell{} : read_plain(key);
    if (cell.key == 0) return {0, IdState::kBroken};
    const bool is_old = number.size() == 15 && cell.state == IdState::kValid;
    return is_old ? IdCell{cell.key, IdState::kConverted} : cell;
}

}  // namespace

IdCell read_id_cell(std::string_view text) {
    const std::size_t size = text.size();
    const bool is_plain =
        size == 18 || ((size == 20 || size == 22) && is_certificate_tail(text.substr(18)));
    if (is_plain)
        if (const IdCell cell = read_plain(text); cell.key != 0) return cell;
    return read_odd(text);
}

unsigned check_weight(std::size_t position) { return kWeights[position]; }

char check_character_of(unsigned sum) { return kCheckCharacters[sum % 11]; }

std::string key_text(std::uint64_t key) {
    if (key == 0) return {};
    std::string text(kBody + 1, '0');
    const std::uint64_t check = key % kCheckValues;
    text[kBody] = check == 10 ? 'X' : static_cast<char>('0' + check);
    std::uint64_t body = key / kCheckValues;
    for (std::size_t i = kBody; i-- > 0; body /= 10) text[i] = static_cast<char>('0' + body % 10);
    return text;
}

std::uint32_t region_of(std::uint64_t key) {
    return static_cast<std::uint32_t>(key / kCheckValues / kOrderSize / kBirthSize);
}

std::int32_t birth_of(std::uint64_t key) {
    const auto digits = static_cast<int>(key / kCheckValues / kOrderSize % kBirthSize);
    const int year = digits / 10'000;
    if (year < 1900 || year > 2100) return kNoBirth;
    const auto date = make_date(year, digits / 100 % 100, digits % 100);
    return date ? date->days : kNoBirth;
}

Sex sex_of(std::uint64_t key) {
    if (key == 0) return Sex::kUnknown;
    return key / kCheckValues % 2 == 1 ? Sex::kMale : Sex::kFemale;
}

}  // namespace tz::cross_check
