#include "base/id.h"

#include "base/digest.h"
#include "base/hex.h"
#include "base/utf8.h"

namespace tz {
namespace {

constexpr std::size_t kKeyDigits = 18;
constexpr std::size_t kHalfDigits = 16;

// 0x1f, the unit separator, is in no register name, so ("a", "bc") and ("ab", "c") differ.
Id hash_of(std::string_view register_name, std::string_view natural_key) {
    thread_local std::string message;
    message.assign(register_name).push_back('\x1f');
    message.append(natural_key);
    const Digest hash = digest(message);
    Id id;
    for (std::size_t i = 0; i < 8; ++i) {
        id.low = id.low << 8 | hash[i];
        id.high = id.high << 8 | hash[i + 8];
    }
    return id;
}

std::optional<std::uint64_t> leading_number(std::string_view key) {
    if (key.empty() || !is_digit(key[0])) return std::nullopt;
    std::uint64_t value = 0;
    for (char c : key.substr(0, kKeyDigits)) {
        if (!is_digit(c)) break;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

void put_half(std::string& out, std::uint64_t half) {
    for (int shift = 56; shift >= 0; shift -= 8) {
        put_hex(out, static_cast<std::uint8_t>(half >> shift & 0xFF));
    }
}

std::optional<std::uint64_t> parse_half(std::string_view text) {
    std::uint64_t value = 0;
    for (char c : text) {
        const int digit = hex_value(c);
        if (digit < 0) return std::nullopt;
        value = value << 4 | static_cast<std::uint64_t>(digit);
    }
    return value;
}

}  // namespace

Id derive_id(std::string_view register_name, std::string_view natural_key) {
    Id id = hash_of(register_name, natural_key);
    if (const auto number = leading_number(natural_key)) id.high = *number;
    return id;
}

std::string to_string(Id id) {
    std::string out;
    out.reserve(2 * kHalfDigits);
    put_half(out, id.high);
    put_half(out, id.low);
    return out;
}

std::optional<Id> parse_id(std::string_view text) {
    if (text.size() != 2 * kHalfDigits) return std::nullopt;
    const auto high = parse_half(text.substr(0, kHalfDigits));
    const auto low = parse_half(text.substr(kHalfDigits));
    if (!high || !low) return std::nullopt;
    return Id{*high, *low};
}

}  // namespace tz
