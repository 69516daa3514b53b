// A report read as text, without any figures. Pure; any thread.
#pragma once
#include <string>

#include "base/text.h"
#include "policy/check/typed.h"

namespace tz::policy {

std::string report_sentence(const FigureReport& report, Language language);

}  // namespace tz::policy
