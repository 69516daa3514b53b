// The statements of a `report`: figures, values, checks and paragraphs. For parser.cc and print.cc.
#pragma once
#include "policy/syntax/cursor.h"

namespace tz::policy {

// A name that may go on with - and digits, such as K-001.
bool expect_label(Cursor& cursor, Name& out, Text what);
// Everything behind the head; false after an error, which is reported.
bool parse_report(Cursor& cursor, ReportSyntax& out);
std::string print_report(const ReportSyntax& report);

}  // namespace tz::policy
