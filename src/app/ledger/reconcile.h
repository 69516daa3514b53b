// From findings to the ledger: a run opens items, updates the ones that stand, marks those whose
// data hold again, and reopens what came back. All writes go through the command path. At most one
// item for each rule and record (its id is derived from them).
#pragma once
#include <cstdint>
#include <vector>

#include "app/execute.h"
#include "app/ledger/why_new.h"
#include "app/policy_run/check.h"

namespace tz {

struct ReconcileReport {
    std::int64_t opened = 0;
    std::int64_t updated = 0;         // stood already, seen again
    std::int64_t unchanged = 0;       // the same run was reconciled before
    std::int64_t reopened = 0;        // closed, or waiting for acceptance, and failing again
    std::int64_t held = 0;            // data hold now: waits for acceptance
    std::int64_t exempted = 0;        // fails, and is excused
    std::vector<NewItems> why_new{};  // of those opened; nothing at the first check
};

// Items of rules that are not in the run, or outside its division, are left alone.
Result<ReconcileReport> reconcile(Registrar& registrar, Store& store, const Session& session,
                                  const CheckRun& run, Progress& progress);

// Id of the ledger item, and of the exemption, of a rule and a record.
Id problem_id(std::string_view rule, Id record);
Id exemption_id(std::string_view rule, Id record);

}  // namespace tz
