// Runs the cases that stand beside the rules. Pure; any thread.
#pragma once
#include <string>
#include <vector>

#include "policy/compile.h"
#include "policy/explain/oracle.h"

namespace tz::policy {

struct CaseResult {
    std::string subject{};
    Position at{};
    std::string file{};
    std::string expected{};
    std::string actual{};
    std::vector<std::string> missing{};  // why the answer is unknown
    bool passed() const { return expected == actual; }
};

// In order of the packs' files. Only for packs without errors.
std::vector<CaseResult> run_cases(const CompiledPacks& packs);
// The names of rules whose cases all stay the same when a comparison, a number or the whole
// condition of the rule is changed a little: cases that would not notice a mistake.
struct WeakCase {
    std::string rule{};
    Position at{};
    Text change{};  // what could be changed without a case noticing
};
std::vector<WeakCase> weak_cases(const CompiledPacks& packs);

// What a rule answers just below, at and just above each number or date it compares a field with,
// and when the field is unknown; the other fields are those of a case of the rule. For review.
struct BoundaryCase {
    std::string rule{};
    Position at{};  // of the comparison
    std::string field{};
    std::string value{};  // as a case writes it
    Verdict verdict = Verdict::kUnknown;
};
std::vector<BoundaryCase> boundary_cases(const CompiledPacks& packs);

}  // namespace tz::policy
