// Money in whole fen (1/100 yuan), never floating point. Negative amounts are allowed.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tz {

struct Money {
    std::int64_t fen = 0;
    auto operator<=>(const Money&) const = default;
};

inline constexpr Money yuan(std::int64_t amount) { return {amount * 100}; }

// "1,234.56", "1234.5元", "¥12", "0.5万元": exact; nothing for other text or a third decimal.
std::optional<Money> parse_money(std::string_view text);
// "1234.56"; whole yuan without decimals.
std::string to_string(Money money);

}  // namespace tz
