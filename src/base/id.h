// Record identity: 128 bits, made by the caller. A record with a natural key (household number,
// ID number) gets an id derived from it, so sending or importing the same thing twice meets
// itself; the first half keeps the order of the key's digits, so neighbours stay neighbours.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tz {

struct Id {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    auto operator<=>(const Id&) const = default;
    bool is_null() const { return high == 0 && low == 0; }
};

// Same register and key: same id. The key's leading digits (up to 18) become the first half.
Id derive_id(std::string_view register_name, std::string_view natural_key);
std::string to_string(Id id);  // 32 hexadecimal digits
std::optional<Id> parse_id(std::string_view text);

struct IdHash {
    std::size_t operator()(Id id) const {
        return static_cast<std::size_t>(id.high * 0x9e3779b97f4a7c15ULL ^ id.low);
    }
};

}  // namespace tz
