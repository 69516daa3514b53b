// Comparisons as packs declare them: which fields are held against which, and who should be on a
// list or should not. Plain data once made.
#pragma once
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/policy_run/check.h"
#include "policy/check/typed.h"

namespace tz::cross_check {

using Records = std::unordered_set<Id, IdHash>;

struct Declared {
    std::vector<policy::ListComparison> comparisons{};
    std::unordered_map<std::string, Records> rows{};  // by rule: the records that it names

    // The one about these registers; null: none.
    const policy::ListComparison* find(const Entity& list, const Entity& against) const;
    bool names(const std::optional<policy::Rule>& rule, Id record) const;
};

// Asks the packs about every record of the registers that are compared.
Result<std::shared_ptr<const Declared>> declare(Store& store, policy::CompiledPacks packs,
                                                const CheckOptions& options, Progress& progress);

}  // namespace tz::cross_check
