// From facts to what the national system would show of them, without a mistake. Pure.
#pragma once
#include "demo/draft.h"
#include "demo/identity.h"
#include "demo/random.h"

namespace tz::demo {

// Cells of the household and its members but those of monitoring.
void fill_household(Random& random, Identities& identities, Date as_of, Household& household);
// Why it is monitored, what is done, what held when the risk was taken off.
void fill_monitoring(Random& random, Date as_of, Household& household);

// What the survey of the lifted-out found; empty for others.
void fill_survey(Random& random, Household& household);

// A cell of digits.
inline std::int64_t whole(std::string_view cell) {
    std::int64_t value = 0;
    for (const char c : cell) value = value * 10 + (c - '0');
    return value;
}

}  // namespace tz::demo
