// The dates of a run on the command line: --as-of and --law-date.
#pragma once
#include <string>

#include "app/policy_run/check.h"
#include "cli/command_line.h"

namespace tz::cli {

struct DateOptions {
    std::string as_of{};
    std::string law_date{};
};
void add_dates(CLI::App& command, const Shell& shell, DateOptions& dates);
// Today's facts, and each pack by its own time, where nothing is said.
Result<CheckOptions> check_options(const DateOptions& dates, Clock& clock);

}  // namespace tz::cli
