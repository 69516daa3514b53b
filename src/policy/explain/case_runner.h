// One case at a time, for the files of this folder. Pure; any thread.
#pragma once
#include <cstdint>
#include <set>
#include <string>

#include "policy/explain/oracle.h"
#include "policy/explain/world.h"

namespace tz::policy {

struct CaseSubject {
    const Rule* rule = nullptr;
    const Define* define = nullptr;
};
struct CaseAnswer {
    std::string shown{};
    std::set<Missing> missing{};
};

CaseSubject subject_of(const CompiledPacks& packs, const Case& test);
// As the answer would be shown: "35" and "35.0" are the same expectation.
std::string expected_of(const Case& test, const CaseSubject& subject);
CaseAnswer answer_of(CasePaths& paths, const CompiledPacks& packs, const Case& test,
                     const CaseSubject& subject);

// One in the last place that is written: 1 for 35, 0.1 for 1.5, one yuan for 5000 元.
std::int64_t last_place(const Node& constant);

}  // namespace tz::policy
