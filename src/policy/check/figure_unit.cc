// Units of published figures: their size and what they measure.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "policy/check/typed_report.h"

namespace tz::policy {
namespace {

struct Prefix {
    std::string_view text{};
    int zeros = 0;
};
constexpr std::array<Prefix, 3> kPrefixes = {{{"万亿", 12}, {"亿", 8}, {"万", 4}}};
// What must not be added to something else; things merely counted (个, 项, 次 …) may.
constexpr std::array<std::string_view, 10> kMeasures = {"元", "人",     "户",       "公里", "公斤",
                                                        "亩", "平方米", "平方公里", "吨",   "公顷"};
constexpr std::array<std::string_view, 3> kNone = {"", "-", "—"};

template <class List>
bool listed(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

FigureUnit figure_unit(std::string_view printed) {
    const std::string half = to_half_width(trim(printed));
    std::string_view text = half;
    if (listed(kNone, text)) return {};
    FigureUnit out{half, Fraction(1), {}};
    if (text == "%" || text == "百分点") return {half, Fraction::power_of_ten(-2), "%"};
    if (text == "‰") return {half, Fraction::power_of_ten(-3), "%"};
    for (const Prefix& prefix : kPrefixes) {
        if (!text.starts_with(prefix.text)) continue;
        out.scale = Fraction::power_of_ten(prefix.zeros);
        text.remove_prefix(prefix.text.size());
        break;
    }
    if (listed(kMeasures, text)) out.measure = text;
    return out;
}

}  // namespace tz::policy
