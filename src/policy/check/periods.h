// The words for periods of time. Pure; any thread.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace tz::policy {

struct PeriodWord {
    std::string_view word{};
    std::string_view label{};
};
// By Period.
inline constexpr std::array<PeriodWord, 4> kPeriodWords = {
    {{"month", "月"}, {"quarter", "季度"}, {"year", "年"}, {"school_year", "学年"}}};

inline std::optional<Period> parse_period(std::string_view word) {
    for (std::size_t i = 0; i < kPeriodWords.size(); ++i)
        if (kPeriodWords[i].word == word) return static_cast<Period>(i);
    return std::nullopt;
}
inline std::string_view word_of(Period period) {
    return kPeriodWords[static_cast<std::size_t>(period)].word;
}
inline std::string_view label_of(Period period) {
    return kPeriodWords[static_cast<std::size_t>(period)].label;
}

}  // namespace tz::policy
