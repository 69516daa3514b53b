// From facts to what the national system would show of them, without a mistake. Pure.
#pragma once
#include "demo/draft.h"
#include "demo/identity.h"
#include "demo/random.h"

namespace tz::demo {

struct CellSetting {
    Date as_of{};
    std::string city{};      // "湖南省衡阳市", before the name of the county
    std::string county{};    // "衡东县"
};

// Cells of the household and its members but those of monitoring.
void fill_household(Random& random, Identities& identities, const CellSetting& setting,
                    Household& household);
// Why it is monitored, what is done, what held when the risk was taken off.
void fill_monitoring(Random& random, const CellSetting& setting, Household& household);

inline std::int64_t whole(std::string_view cell) {
    std::int64_t value = 0;
    for (const char c : cell) value = value * 10 + (c - '0');
    return value;
}

}  // namespace tz::demo
