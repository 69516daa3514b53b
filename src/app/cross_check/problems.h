// From outcomes to the ledger: one item a rule "compare_<list>_<outcome>" and person, so that the
// same comparison next month updates it. Items of persons who are in order now wait for
// acceptance. All writes go through the command path.
#pragma once
#include <vector>

#include "app/cross_check/comparison.h"
#include "app/execute.h"

namespace tz::cross_check {

struct LedgerReport {
    std::int64_t opened = 0;
    std::int64_t updated = 0;
    std::int64_t reopened = 0;
    std::int64_t held = 0;  // data hold now
};

struct ProblemBatch {
    std::vector<Envelope> envelopes{};  // "problem.run"
    LedgerReport report{};
};
// What must be written, given the items of these rules that stand. Pure.
ProblemBatch to_problems(const Comparison& comparison, const std::vector<Record>& items,
                         std::int64_t last_number);

Result<LedgerReport> write_problems(Registrar& registrar, Store& store, const Session& session,
                                    const Comparison& comparison, Progress& progress);

}  // namespace tz::cross_check
