// Amounts with the span they may have had before they were rounded for print. Pure; any thread.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "policy/report/figure.h"

namespace tz::policy {

struct Span {
    Fraction low{};
    Fraction high{};
};

struct Amount {
    std::optional<Fraction> value{};  // in whole units: 元, not 万元
    std::optional<Span> span{};
    FigureUnit unit{};                   // how it would be shown
    std::vector<std::string> missing{};  // keys of figures
    Text problem{};                      // why there is no value, besides missing figures
};

Amount constant(const PrintedNumber& number, const FigureUnit& unit);
// Printed with decimals: its last digit was rounded. A whole number is taken as counted.
Amount amount_of(const Figure& figure);
// Half of the last printed digit.
Fraction half_digit(const PrintedNumber& number, const FigureUnit& unit);

Amount combine(TermOp op, const Amount& a, const Amount& b);
Amount negate(const Amount& a);
Amount round_to(TermOp op, const Amount& a, const Amount& step);
Amount extreme(TermOp op, const std::vector<Amount>& all);
// The measures differ: 元 and 户 are not added or compared.
bool unlike(const Amount& a, const Amount& b);
Text unlike_units(const Amount& a, const Amount& b);
Amount without_value(Text problem, std::vector<std::string> missing = {});
// The missing figures and the first problem of both.
void inherit(Amount& out, const Amount& from);

}  // namespace tz::policy
