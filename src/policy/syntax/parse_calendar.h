// A `calendar`: which days are holidays, and which weekends are worked. For parser.cc.
#pragma once
#include "policy/syntax/reader.h"

namespace tz::policy {

// Everything behind the keyword; false after an error, which is reported.
bool parse_calendar(Reader& reader, CalendarSyntax& out);

}  // namespace tz::policy
