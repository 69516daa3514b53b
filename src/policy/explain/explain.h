// Why a rule answers as it does for one record: the values seen, the parameters and defines used,
// what is missing, and what would have to change. Pure; any thread.
#pragma once
#include <string>
#include <vector>

#include "policy/explain/oracle.h"
#include "policy/explain/sentence.h"

namespace tz::policy {

struct SeenValue {
    const Entity* entity = nullptr;
    std::size_t field = 0;
    std::uint32_t row = 0;
    std::string label{};  // of the register and the field
    std::string shown{};  // empty: unknown
};
struct UsedParameter {
    std::string name{};
    std::string title{};
    std::string shown{};                // empty: unset
    const ParameterRow* row = nullptr;  // of the packs; null: there is none for this place and day
};
struct UsedDefine {
    std::string name{};
    std::string title{};
    std::uint32_t row = 0;
    std::string shown{};  // empty: unknown
};
struct Explanation {
    Verdict verdict = Verdict::kUnknown;
    Address source{};
    std::string sentence{};
    std::vector<SeenValue> seen{};
    std::vector<UsedParameter> parameters{};
    std::vector<UsedDefine> defines{};
    std::vector<Missing> missing{};
    // The conditions that decided: of a failure those that would have to change, of a rule that is
    // not applicable those that keep it away. Each with the value it has now.
    std::vector<std::string> because{};
};

Explanation explain(const Rule& rule, const CompiledPacks& packs, const Facts& facts,
                    std::uint32_t row, RunDates dates, Language language,
                    const Labels& labels = {});
// As lines of text.
std::string show(const Explanation& explanation, Language language);

}  // namespace tz::policy
