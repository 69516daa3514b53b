// How far packs take care of a document, as text and JSON; the outline from which packs are
// written; the contexts still to be given a reason.
#pragma once
#include <string>
#include <string_view>

#include "policy/outline/coverage.h"
#include "policy/outline/outline.h"

namespace tz {

// {"sentences","implemented","context","uncovered":[…],"items":[…],"wrong":[…]}
std::string coverage_json(const policy::Outline& outline, const policy::Coverage& coverage,
                          Language language);
std::string coverage_text(const policy::Outline& outline, const policy::Coverage& coverage,
                          Language language);
// Every heading and sentence with its address, and what looks damaged.
std::string outline_text(const policy::Outline& outline, Language language);
std::string outline_json(const policy::Outline& outline);
// A line `context DOCUMENT @ "…" because ""` for each sentence nothing takes care of.
std::string unmatched_text(const policy::Outline& outline, const policy::Coverage& coverage,
                           std::string_view document);

}  // namespace tz
