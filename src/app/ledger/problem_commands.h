// Steps taken with many ledger items at once. The steps are a table: domain/workflow.
#pragma once
#include <string>
#include <vector>

#include "app/execute.h"

namespace tz {

struct StepReport {
    std::int64_t done = 0;
    std::vector<Receipt> refused{};
};
// One step for every item in `state` under a division (and of one rule, when it is named).
struct StepRequest {
    std::string command{};  // "problem.accept"
    std::int64_t state = 0;
    Division division{};
    std::string rule{};
};
Result<StepReport> step_all(Registrar& registrar, Store& store, const Session& session,
                            const StepRequest& request);

}  // namespace tz
