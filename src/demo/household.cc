#include "demo/household.h"

#include <fmt/format.h>

#include <algorithm>

#include "demo/cells.h"
#include "demo/family.h"
#include "demo/fits.h"

namespace tz::demo {
namespace {

constexpr std::uint64_t kAttemptsMax = 60'000;
constexpr std::size_t kEarlierMax = 8;
constexpr std::size_t kId = kMonitorForm.at("证件号码");

void choose_kind(Random& random, std::optional<Track> track, Household& home) {
    if (track) {
        home.is_lifted_out = *track == Track::kLiftedOut;
        home.monitored = *track == Track::kLiftedOut   ? Monitored::kNo
                         : *track == Track::kMonitored ? Monitored::kOpen
                                                       : Monitored::kRemoved;
        return;
    }
    home.is_lifted_out = random.chance(905);
    if (random.chance(home.is_lifted_out ? 32 : 320))
        home.monitored = random.chance(550) ? Monitored::kRemoved : Monitored::kOpen;
}

// A risk is not taken off a household that nobody in it can work for.
bool settle_monitoring(bool is_wished, Household& home) {
    if (home.monitored != Monitored::kRemoved || fits::count_any_labour(home) > 0) return true;
    home.monitored = Monitored::kOpen;
    return !is_wished;
}

void settle_support(Random& random, Household& home) {
    const bool has_labour = fits::count_any_labour(home) > 0;
    home.receives_extreme_support =
        home.members.size() == 1 && home.head().age >= 60 && !has_labour && random.chance(250);
    const int share = home.monitored == Monitored::kNo ? 80 : 300;
    const bool must = home.is_lifted_out && !has_labour;
    home.receives_allowance = !home.receives_extreme_support && (must || random.chance(share));
    home.relocation.is_relocated = home.is_lifted_out && random.chance(45);
    home.has_repaired_dwelling = random.chance(40);
}

std::string number_of(const HouseholdSpot& spot) {
    return fmt::format("{}{:04}", to_string(spot.village->division), spot.position + 1);
}

}  // namespace

bool HouseholdMaker::build(Random& random, const HouseholdSpot& spot, std::optional<Track> track,
                           Household& home) {
    home.number = number_of(spot);
    home.village = spot.village;
    home.index = spot.index;
    home.position = spot.position;
    make_family(random, identities_, {as_of_, spot.prefix}, home);
    choose_kind(random, track, home);
    if (!settle_monitoring(track.has_value(), home)) return false;
    settle_support(random, home);
    fill_household(random, identities_, as_of_, home);
    fill_monitoring(random, as_of_, home);
    fill_survey(random, home);
    return true;
}

// Somebody for a later mistake to take the number of. Not a head, ill or on the allowance: of the
// departments only the medical insurance lists this person.
bool HouseholdMaker::remember(const Household& home) {
    const bool is_open = home.monitored == Monitored::kOpen && !home.is_lifted_out;
    const bool is_plain = home.monitored == Monitored::kNo && home.is_lifted_out;
    if ((!is_open && !is_plain) || home.receives_allowance) return false;
    for (const Person& person : home.members)
        if (&person != &home.head() && person.is_healthy() && fits::is_grown(person)) {
            auto& known = is_open ? monitored_ : lifted_out_;
            if (known.size() < kEarlierMax)
                known.push_back({home.number, person.cells[kId], person.name});
            return true;
        }
    return false;
}

Made HouseholdMaker::make(const HouseholdSpot& spot) {
    Random random(seed_, spot.index);
    Made made;
    build(random, spot, std::nullopt, made.shown);
    remember(made.shown);
    return made;
}

Made HouseholdMaker::make_on(const HouseholdSpot& spot, Track track) {
    for (std::uint64_t attempt = 0;; ++attempt) {
        Random random(seed_, spot.index, attempt);
        Made made;
        if (build(random, spot, track, made.shown) && remember(made.shown)) return made;
    }
}

std::optional<Made> HouseholdMaker::make_with(const HouseholdSpot& spot, const Defect& defect) {
    auto& known = defect.track == Track::kLiftedOut ? lifted_out_ : monitored_;
    const Earlier earlier = known.empty() ? Earlier{} : known.back();
    for (std::uint64_t attempt = 0; attempt < kAttemptsMax; ++attempt) {
        Random random(seed_, spot.index, attempt);
        Household home;
        if (!build(random, spot, defect.track, home)) continue;
        Household clean = home;
        const Planted planted = plant(defect, home, random, as_of_, earlier);
        if (!planted.is_done) continue;
        Made made{std::move(home), std::move(clean), planted.person, std::nullopt};
        if (!defect.also_earlier) return made;
        made.earlier = earlier;
        known.pop_back();
        return made;
    }
    return std::nullopt;
}

}  // namespace tz::demo
