// Which questions of a form are put to whom: the conditions of the form and of its questions,
// worked out over the register. Owned by the caller; plain once made.
#pragma once
#include <map>
#include <unordered_set>

#include "app/policy_run/check.h"
#include "schema/record.h"

namespace tz {

class Asked {
  public:
    static Result<Asked> work_out(Store& store, const policy::CompiledPacks& packs,
                                  const policy::Form& form, const CheckOptions& options,
                                  Progress& progress);
    // Nothing that is known speaks against it. `record` is of the section's register.
    bool is_asked(const policy::FormSection& section, const policy::Question& question,
                  const Record& record) const;

  private:
    using Ids = std::unordered_set<Id, IdHash>;
    explicit Asked(const policy::Form& form) : form_(&form) {}
    bool may_hold(const policy::NodePtr& condition, Id record) const;

    const policy::Form* form_;
    std::map<const policy::Node*, Ids> hold_{};  // or may hold, by condition
};

}  // namespace tz
