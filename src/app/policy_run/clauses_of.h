// Pages of clauses: a document with what packs put beside each sentence, and a pack printed whole
// in the order of its document.
#pragma once
#include <map>
#include <span>
#include <string>

#include "app/policy_run/check.h"
#include "document/clauses.h"
#include "policy/outline/coverage.h"

namespace tz {

using RuleCounts = std::map<std::string, document::VerdictCounts>;  // by the rule's name
RuleCounts counts_of(const CheckRun& run);

struct ClauseSource {
    const policy::CompiledPacks* packs = nullptr;
    std::span<const policy::Declared> declared{};
    std::string document{};                    // the one that `outline` is of
    const policy::Outline* outline = nullptr;  // null: the document is not at hand
    RuleCounts counts{};
};
document::ClausePage coverage_page(const ClauseSource& source, const policy::Coverage& coverage);
// The first pack: its clauses, each with sentences, parameters and cases; then what has no clause.
document::ClausePage pack_page(const ClauseSource& source);

}  // namespace tz
