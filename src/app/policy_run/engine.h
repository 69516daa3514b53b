// What every use of the rule engine needs: the column image from the store, the dates of a pack,
// all cores. The worker threads end inside.
#pragma once
#include "app/policy_run/check.h"

namespace tz {

// Everything the program reads, of the division and day asked for.
Result<policy::Image> load_image(Store& store, Catalog catalog, const policy::Program& program,
                                 const CheckOptions& options, Progress& progress);
// The law date that was asked for, or the day of the pack's own time nearest to the facts.
policy::RunDates run_dates(const policy::PackInfo& pack, const CheckOptions& options);
policy::RunResult run_on_threads(const policy::Program& program, policy::Image& image,
                                 policy::RunDates dates, const CheckOptions& options);

}  // namespace tz
