// Two runs over one register compared: which rules differ and in what, and which records change
// their verdict by it. Both runs need their verdicts complete: made from `with_holds` packs.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "app/policy_run/check.h"

namespace tz {

struct VerdictMove {
    Id record{};
    Division division{};
    policy::Verdict before = policy::Verdict::kNotApplicable;  // also: the rule is not there
    policy::Verdict after = policy::Verdict::kNotApplicable;
};
struct RuleDifference {
    std::string name{};
    std::string title{};
    bool in_first = false;
    bool in_second = false;
    std::vector<std::string> first_says{};   // lines and parameter rows only the first one has
    std::vector<std::string> second_says{};  // only the second
    std::vector<VerdictMove> moves{};
};

// Each rule with a companion that fails where the rule holds: a run lists failing and unknown
// records only.
policy::CompiledPacks with_holds(policy::CompiledPacks packs);
// Rules that differ, in the order of the first packs, then those only the second has.
std::vector<RuleDifference> compare_runs(const CheckRun& first, const CheckRun& second,
                                         Language language);

std::string difference_text(const std::vector<RuleDifference>& differences, Language language,
                            std::size_t records_shown);
std::string difference_json(const std::vector<RuleDifference>& differences);

}  // namespace tz
