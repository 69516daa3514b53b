// What commands that run packs over a register are asked with: --pack, --as-of, --law-date and
// --division.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "app/policy_run/check.h"
#include "cli/command_line.h"

namespace tz::cli {

struct DateOptions {
    std::string as_of{};
    std::string law_date{};
};
void add_dates(CLI::App& command, const Shell& shell, DateOptions& dates);
// Today's facts, and each pack by its own time, where nothing is said; of a past day the register
// as it held then.
Result<CheckOptions> check_options(const DateOptions& dates, Clock& clock);

struct RunOptions {
    std::vector<std::string> packs{};
    DateOptions dates{};
    std::string division{};
};
void add_run(CLI::App& command, const Shell& shell, RunOptions& options);
Result<CheckOptions> check_options(const RunOptions& options, Clock& clock);

// Loads the packs, says what is wrong with them, and does the work with those that are in order;
// gives the exit code.
int with_packs(const Shell& shell, const std::vector<std::string>& names,
               const std::function<Status(policy::CompiledPacks)>& work);

}  // namespace tz::cli
