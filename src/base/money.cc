#include "base/money.h"

#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace tz {
namespace {

struct Unit {
    std::string_view name{};
    int zeros = 0;  // the unit is 10^zeros yuan
};

// Longer names first, so that the end of one isn't taken for another.
constexpr std::array<Unit, 8> kUnits = {{{"亿元", 8},
                                         {"万元", 4},
                                         {"千元", 3},
                                         {"元整", 0},
                                         {"亿", 8},
                                         {"万", 4},
                                         {"千", 3},
                                         {"元", 0}}};
constexpr std::array<std::string_view, 5> kMarks = {"¥", "￥", "人民币", "RMB", "CNY"};

bool take_mark(std::string_view& text) {
    for (std::string_view mark : kMarks) {
        if (!text.starts_with(mark)) continue;
        text = trim(text.substr(mark.size()));
        return true;
    }
    return false;
}

// "-¥12": a sign before the mark belongs to the number behind it.
bool take_signed_mark(std::string_view& text) {
    std::string_view rest = text.substr(0, 1) == "-" ? trim(text.substr(1)) : std::string_view();
    if (!take_mark(rest) || rest.empty() || !is_digit(rest[0])) return false;
    text = rest;
    return true;
}

int take_unit(std::string_view& text) {
    for (const Unit& unit : kUnits) {
        if (!text.ends_with(unit.name)) continue;
        text = trim(text.substr(0, text.size() - unit.name.size()));
        return unit.zeros;
    }
    return 0;
}

}  // namespace

std::optional<Money> parse_money(std::string_view text) {
    const Folded folded(text);
    text = folded.view();
    const bool negative = take_signed_mark(text);
    if (!negative) take_mark(text);
    const int zeros = take_unit(text);
    const auto fen = to_scaled(text, 2 + zeros);
    if (!fen) return std::nullopt;
    return Money{negative ? -*fen : *fen};
}

std::string to_string(Money money) {
    std::string out = from_scaled(money.fen, 2);
    if (money.fen % 10 == 0 && money.fen % 100 != 0) out.push_back('0');
    return out;
}

}  // namespace tz
