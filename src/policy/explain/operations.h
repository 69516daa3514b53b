// What each operation does with known values: the oracle's own account, written apart from the
// columnar engine's so that the two can be compared. Pure; any thread.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "policy/check/typed.h"

namespace tz::policy {

// Nothing when the result does not fit in 64 bits, or a divisor is zero.
std::optional<std::int64_t> arithmetic(const Node& node, std::int64_t a, std::int64_t b);
bool compares(Op op, int order);  // order: negative, 0 or positive
bool has_choices(Op op, std::int64_t bits, std::int64_t mask);
// Day by day.
std::optional<std::int64_t> workdays(const WorkCalendar& calendar, Op op, std::int64_t a,
                                     std::int64_t b);
std::optional<std::int64_t> calendar(const Node& node, std::int64_t a, std::int64_t b);
// Text in, number out; nothing when the text is no such number.
std::optional<std::int64_t> text_to_number(const Node& node, std::string_view text);
std::string slice_of(std::string_view text, std::int64_t from, std::int64_t count);

}  // namespace tz::policy
