// Answers that hang on rows beyond a village: ranks, and what lies in a division and below it.
// Worked out for the whole image before the villages are judged, each as a column.
#pragma once
#include "policy/eval/plan.h"

namespace tz::policy {

// Makes the columns of all staged instructions of the plan's program. One thread.
void add_stages(Plan& plan);

}  // namespace tz::policy
