// What a define is made of, as text: the define and every define, classify, set of choices and
// parameter of its packs that it names, as a pack would write them. One thread.
#pragma once
#include <string>
#include <vector>

#include "policy/check/model.h"

namespace tz::policy {

// Clauses are left out: every address is `document @ "0"`.
std::string closure_of(const Model& model, int pack, const Entity& entity,
                       const std::vector<std::string>& defines, const std::string& document);

}  // namespace tz::policy
