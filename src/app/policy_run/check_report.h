// A check run in text and JSON, and what the ledger did with it. JSON findings are written one by
// one, so that a million of them need no memory.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/ledger/reconcile.h"
#include "app/policy_run/check.h"

namespace tz {

using TextSink = std::function<void(std::string_view)>;

// {"as_of","law_date","packs":[…],"rules":{NAME:{…}},"findings":[{…}]}
void write_check_json(const CheckRun& run, const TextSink& out);
// A page of text: totals, the rules with most failures, what is missing most.
std::string check_summary(const CheckRun& run, const std::optional<ReconcileReport>& ledger,
                          Language language);

}  // namespace tz
