// Whether a sentence asks somebody for something that can be counted or dated, so that it needs a
// rule or a reason at its own place. Pure; any thread.
#pragma once
#include <string>
#include <string_view>

namespace tz::policy {

// The words that say so ("每年", "35升", "6月底前"); empty when there are none.
std::string countable_part(std::string_view sentence);

}  // namespace tz::policy
