// What of a program doesn't depend on the row but on its division at most: constants, dates of the
// run, parameters, and what follows from them. For the planner.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "policy/eval/plan.h"

namespace tz::policy {

class Regions {
  public:
    explicit Regions(const Plan& plan);
    // The same for every row of a run; nothing when it isn't.
    const std::optional<Datum>& constant(std::uint32_t at) const { return constants_[at]; }
    // Depends on the row's division only.
    bool is_regional(std::uint32_t at) const { return regional_[at]; }
    ParameterMap map(std::uint32_t at) const;
    // Of a text: its code in a dictionary, -1 when it isn't there.
    ParameterMap codes(std::uint32_t at, const Dictionary& dictionary) const;

  private:
    const Instruction& code(std::uint32_t at) const { return plan_.program->code[at]; }
    std::optional<Datum> find_constant(const Instruction& in) const;
    bool follows_from_regional(const Instruction& in) const;
    Datum evaluate(std::uint32_t at, const std::vector<std::size_t>& parameters,
                   std::span<const Datum> values) const;
    void collect(std::uint32_t at, std::vector<std::size_t>& parameters) const;

    const Plan& plan_;
    std::vector<std::optional<Datum>> constants_;
    std::vector<bool> regional_;
};

}  // namespace tz::policy
