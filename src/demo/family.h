// Who lives in a household and what is true of each: ages that fit one another, schooling, health,
// work. Pure.
#pragma once
#include "demo/draft.h"
#include "demo/identity.h"
#include "demo/random.h"

namespace tz::demo {

struct FamilySetting {
    Date as_of{};
    std::size_t own_prefix = 0;  // position in the table of ID prefixes
};

// Fills the members of a household, the head first.
void make_family(Random& random, Identities& identities, const FamilySetting& setting,
                 Household& household);

// What goes with a person's age and facts; used again when a story changes the facts.
void settle_schooling(Random& random, Date as_of, Person& person);
void settle_labour(Random& random, Person& person);
void make_disabled(Person& person, int kind, int grade, bool is_reissued);

}  // namespace tz::demo
