// The day or month a file speaks of, from its name and titles. Owned by app/import; pure
// functions.
#pragma once
#include <optional>
#include <string_view>

#include "base/date.h"

namespace tz::intake {

struct FileDate {
    std::optional<Date> day{};
    std::optional<Month> month{};  // known when the day is
};

// 20231218, 202312, 2023-12, 2023年12月18日, 2023年12月; nothing for other digits.
FileDate find_date(std::string_view text);

}  // namespace tz::intake
