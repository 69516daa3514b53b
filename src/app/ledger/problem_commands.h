// The workflow of a ledger item: what may be done in which state, by whom. Closing needs both: the
// data hold (the reconciler says so) and two different people have signed.
//
//   command            from                        to                who
//   problem.rectify    open                        in_rectification  anyone who keeps registers
//   problem.accept     data_hold                   data_hold         township, department, county
//   problem.reject     data_hold                   in_rectification  township, department, county
//   problem.close_out  data_hold, accepted         closed            county; not who accepted
//   problem.reopen     closed                      open              county, auditor
#pragma once
#include <string>
#include <vector>

#include "app/execute.h"

namespace tz {

// The table above as commands, added to those every register has.
void add_problem_commands(Commands& commands);

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
