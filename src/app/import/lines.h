// Which lines of a sheet are no records: totals, signatures, notes, a header printed again.
// Owned by app/import; pure functions.
#pragma once
#include <string>
#include <string_view>

#include "app/import/plan.h"
#include "sheet/reader.h"

namespace tz::intake {

bool is_blank_line(const sheet::RowView& row);
// `is_first`: it stands right below the header, where forms number their columns.
bool is_no_record(const sheet::RowView& row, const SheetPlan& plan, bool is_first);
std::string line_text(const sheet::RowView& row);  // its cells with spaces between
std::string one_line(std::string_view text);       // without line breaks

}  // namespace tz::intake
