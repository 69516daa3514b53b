// Makes one household of the county after another, in order or with one planted mistake. Owned by
// the county; one thread at a time.
#pragma once
#include <optional>

#include "base/result.h"
#include "demo/defect.h"
#include "demo/draft.h"
#include "demo/identity.h"
#include "demo/place.h"

namespace tz::demo {

struct HouseholdSpot {
    std::size_t index = 0;     // in the county
    std::size_t position = 0;  // in the village
    const Village* village = nullptr;
    std::size_t prefix = 0;  // of its county, among the prefixes
};

// A household as the files show it, and as it should be.
struct Made {
    Household shown{};
    std::optional<Household> clean{};  // when a mistake was planted
    std::size_t person = 0;            // whom the mistake is about
    std::optional<Earlier> earlier{};  // with whom it confuses
    // A member as he or she should read.
    const Person& truth(std::size_t member) const {
        return (clean ? *clean : shown).members[member];
    }
};

class HouseholdMaker {
  public:
    HouseholdMaker(std::uint64_t seed, Date as_of, Identities& identities)
        : seed_(seed), as_of_(as_of), identities_(identities) {}
    Made make(const HouseholdSpot& spot);
    // Tries until the household is of the sort that the mistake needs; nothing when no household of
    // this day is.
    std::optional<Made> make_with(const HouseholdSpot& spot, const Defect& defect);
    // In order, of a given kind, with somebody in it to be confused with later.
    Made make_on(const HouseholdSpot& spot, Track track);

  private:
    bool build(Random& random, const HouseholdSpot& spot, std::optional<Track> track,
               Household& home);
    bool remember(const Household& home);

    std::uint64_t seed_;
    Date as_of_;
    Identities& identities_;
    std::vector<Earlier> lifted_out_{};  // each is confused with once
    std::vector<Earlier> monitored_{};
};

}  // namespace tz::demo
