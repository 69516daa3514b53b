// Sheets of our own that come back filled in: their columns are known by title. Pure.
#pragma once
#include <span>
#include <string_view>

#include "app/import/head.h"
#include "app/import/plan.h"

namespace tz::intake {

std::size_t find_column(const Header& header, std::string_view title);  // kNone: there is none
// Says in the report of each column whether it is one of `titles`.
SheetPlan titled_plan(const Header& header, std::span<const std::string_view> titles,
                      const Text& of, const Text& not_of, SheetReport& report);
// The slot of a register's records; made when the plan has none yet.
std::size_t slot_for(SheetPlan& plan, const Entity& entity);

}  // namespace tz::intake
