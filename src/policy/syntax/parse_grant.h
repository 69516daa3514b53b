// A `grant`: what somebody is entitled to. For parser.cc and print.cc.
#pragma once
#include "policy/syntax/reader.h"

namespace tz::policy {

// Everything behind the keyword; false after an error, which is reported.
bool parse_grant(Reader& reader, GrantSyntax& out);

}  // namespace tz::policy
