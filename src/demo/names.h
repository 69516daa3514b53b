// Made-up names of people, by sex and year of birth. The lists of common surnames and characters
// are written by hand; any likeness to a person is chance. Pure.
#pragma once
#include <string>
#include <string_view>

#include "demo/random.h"

namespace tz::demo {

std::string_view make_surname(Random& random);
// Without the surname: one or two characters of the fashion of the year.
std::string make_given_name(Random& random, bool is_male, int birth_year);
// Another character in one place of the given name: how a clerk mistypes it.
std::string mistype_name(Random& random, std::string_view name);

}  // namespace tz::demo
