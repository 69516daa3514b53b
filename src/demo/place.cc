#include "demo/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "demo/random.h"

namespace tz::demo {
namespace {

constexpr std::size_t kCountyMax = 20'000;  // households, before another county is taken
constexpr std::size_t kVillageMin = 8;      // households
constexpr std::size_t kVillageUsual = 18;
constexpr std::size_t kVillageMax = 9'999;  // numbers of four digits
constexpr int kTownshipsUsual = 17;

struct Township {
    DivisionName own{};
    std::vector<DivisionName> villages{};
};
struct County {
    DivisionName own{};
    std::vector<Township> townships{};
};

// Villages proper: their type digits are 200 to 399.
bool is_rural(Division village) {
    const std::int64_t kind = village.code % 1000;
    return kind >= 200 && kind < 400;
}

// The counties of an area with their rural townships, in order of code.
std::vector<County> counties_of(const std::vector<DivisionName>& names) {
    std::vector<County> counties;
    for (const DivisionName& name : names) {
        const DivisionLevel level = level_of(name.division);
        if (level == DivisionLevel::kCounty) counties.push_back({name, {}});
        if (counties.empty() || !contains(counties.back().own.division, name.division)) continue;
        auto& townships = counties.back().townships;
        if (level == DivisionLevel::kTownship) townships.push_back({name, {}});
        if (level == DivisionLevel::kVillage && is_rural(name.division) && !townships.empty())
            townships.back().villages.push_back(name);
    }
    for (County& county : counties)
        std::erase_if(county.townships, [](const Township& t) { return t.villages.size() < 3; });
    return counties;
}

// Low for a typical rural county: called 县, about so many townships.
int rank_of(const County& county) {
    const int away = std::abs(static_cast<int>(county.townships.size()) - kTownshipsUsual);
    return away + (std::string_view(county.own.name).ends_with("县") ? 0 : 100);
}

std::vector<County> choose_counties(std::vector<County> all, std::size_t households) {
    std::erase_if(all, [](const County& county) { return county.townships.empty(); });
    if (all.empty()) return all;
    std::ranges::stable_sort(all, {}, rank_of);
    const std::size_t wanted = std::max<std::size_t>(1, (households - 1) / kCountyMax + 1);
    if (all.size() > wanted) all.resize(wanted);
    std::ranges::sort(all, {}, [](const County& county) { return county.own.division; });
    return all;
}

// How many villages of each township take part: at least two, together about what is wanted.
void thin_out(std::vector<County>& counties, std::size_t households, Random& random) {
    std::size_t all = 0, townships = 0;
    for (const County& county : counties)
        for (const Township& township : county.townships) {
            all += township.villages.size();
            ++townships;
        }
    const std::size_t wanted = std::max(households / kVillageUsual, 2 * townships);
    if (wanted >= all) return;
    for (County& county : counties)
        for (Township& township : county.townships) {
            auto& villages = township.villages;
            const std::size_t keep =
                std::clamp<std::size_t>(villages.size() * wanted / all, 2, villages.size());
            while (villages.size() > keep)
                villages.erase(villages.begin() +
                               static_cast<std::ptrdiff_t>(random.below(villages.size())));
        }
}

void drop_townships(std::vector<County>& counties, std::size_t households) {
    for (County& county : counties) {
        const std::size_t most =
            std::max<std::size_t>(1, households / counties.size() / (2 * kVillageMin));
        if (county.townships.size() > most) county.townships.resize(most);
    }
}

std::vector<Village> fill_villages(const std::vector<County>& counties, std::size_t households,
                                   Random& random) {
    std::vector<Village> villages;
    for (const County& county : counties)
        for (const Township& township : county.townships)
            for (const DivisionName& village : township.villages)
                villages.push_back(
                    {village.division, village.name, township.own.name, county.own.name, 0, 0});
    std::size_t left = households;
    const std::size_t least = std::min(kVillageMin, households / villages.size());
    for (Village& village : villages) village.households = least;
    left -= least * villages.size();
    std::vector<int> weights;
    for (std::size_t i = 0; i < villages.size(); ++i) weights.push_back(random.between(5, 15));
    std::size_t total = 0;
    for (const int weight : weights) total += static_cast<std::size_t>(weight);
    std::size_t given = 0;
    for (std::size_t i = 0; i < villages.size(); ++i) {
        const std::size_t share = left * static_cast<std::size_t>(weights[i]) / total;
        villages[i].households += share;
        given += share;
    }
    for (std::size_t i = 0; given < left; ++i, ++given) ++villages[i % villages.size()].households;
    std::size_t first = 0;
    for (Village& village : villages) {
        village.first = first;
        first += village.households;
    }
    return villages;
}

// A village of a code that nobody has, merged into the first one of the region.
MergedVillage merge_village(const std::vector<DivisionName>& names,
                            const std::vector<Village>& villages, Date as_of) {
    const Village& into = villages.front();
    const Division township = at_level(into.division, DivisionLevel::kTownship);
    std::int64_t code = township.code + 399;
    while (std::ranges::binary_search(names, Division{code}, {}, &DivisionName::division)) --code;
    const CivilDate day = civil(as_of);
    return {{{code}, "老屋冲村"}, into.division, *make_date(day.year, 6, 30)};
}

std::string name_of(const std::vector<DivisionName>& names, Division division) {
    const auto it = std::ranges::lower_bound(names, division, {}, &DivisionName::division);
    return it != names.end() && it->division == division ? it->name : std::string();
}

}  // namespace

Result<Region> choose_region(std::vector<DivisionName> names, Division area, std::size_t households,
                             std::uint64_t seed, Date as_of) {
    std::ranges::sort(names, {}, &DivisionName::division);
    Region region;
    for (const DivisionName& name : names)
        if (contains(area, name.division) || contains(name.division, area))
            region.divisions.push_back(name);
    std::vector<County> counties = choose_counties(counties_of(region.divisions), households);
    if (counties.empty())
        return invalid(fmt::format("区划{}下没有可用的县、乡镇和村", short_code(area)),
                       fmt::format("no county with villages under {}", short_code(area)),
                       "division");
    Random random(seed, 0x51ACE);
    drop_townships(counties, households);
    thin_out(counties, households, random);
    region.villages = fill_villages(counties, households, random);
    for (const Village& village : region.villages)
        if (village.households > kVillageMax || village.households == 0)
            return invalid(fmt::format("{}户放不进这些村，请换更大的区划或改变户数", households),
                           fmt::format("{} households do not fit these villages", households),
                           "households");
    for (const County& county : counties)
        region.prefixes.push_back(short_code(county.own.division));
    for (const DivisionName& name : region.divisions)
        if (level_of(name.division) == DivisionLevel::kCounty &&
            std::ranges::find(region.prefixes, short_code(name.division)) == region.prefixes.end())
            region.prefixes.push_back(short_code(name.division));
    region.merged = merge_village(region.divisions, region.villages, as_of);
    region.name =
        name_of(region.divisions, at_level(counties.front().own.division, DivisionLevel::kCity)) +
        (counties.size() == 1 ? counties.front().own.name : std::string());
    return region;
}

}  // namespace tz::demo
