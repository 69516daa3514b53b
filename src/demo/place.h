// Where the made-up county lies: real names and codes of divisions, cut down to as many villages
// as its households fill. Pure.
#pragma once
#include <string>
#include <vector>

#include "base/date.h"
#include "base/division.h"
#include "base/result.h"

namespace tz::demo {

// A row of the table of names. Codes as the statistics office writes them, any length.
struct DivisionName {
    Division division{};
    std::string name{};
};

struct Village {
    Division division{};
    std::string name{};
    std::string township{};
    std::string county{};
    std::size_t households = 0;
    std::size_t first = 0;  // number of its first household in the county
};

// A village that was merged into another: it is in the register, with its end.
struct MergedVillage {
    DivisionName closed{};
    Division into{};
    Date until{};
};

struct Region {
    std::vector<DivisionName> divisions{};  // province to villages, by code
    std::vector<Village> villages{};        // with households, by code
    std::vector<std::string> prefixes{};    // six digits of the counties around, own ones first
    MergedVillage merged{};
    std::string name{};  // "衡阳市衡东县"
};

// `names`: all divisions known, in any order. `area`: a county, city or province.
Result<Region> choose_region(std::vector<DivisionName> names, Division area, std::size_t households,
                             std::uint64_t seed, Date as_of);

}  // namespace tz::demo
