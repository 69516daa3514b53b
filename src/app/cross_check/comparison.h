// Comparison of a department's list with a register: who is found, what differs, who must act.
// Owned by the caller; its worker threads end inside the call, afterwards it is plain data.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/cross_check/list.h"
#include "app/cross_check/outcome.h"
#include "app/cross_check/register_index.h"
#include "app/cross_check/residue.h"
#include "base/date.h"
#include "port/store.h"

namespace tz::cross_check {

struct CompareOptions {
    std::string against = "person";  // register
    std::string layout{};            // of the file; empty: found by its headers
    intake::Answers answers{};       // header → "register.field", as for an import
    intake::Answers learnt{};        // … of this source
    Division division{};             // only persons under it; the nation: all
    bool is_complete = false;        // the list holds everybody of the division it should
    Date today{};
    unsigned threads = 0;                        // 0: as many as the machine has
    std::shared_ptr<const Declared> declared{};  // by packs; null: profiles alone
};

struct Timing {
    std::string_view phase{};
    double milliseconds = 0;
};

struct Comparison {
    List list{};
    RegisterIndex index{};
    CompareOptions options{};
    std::vector<OutcomeRow> outcomes{};      // those worth a look: all but kEqual, by entry
    Counts counts{};                         // of all
    std::vector<std::uint32_t> person_of{};  // by entry; kNone: nobody, or only perhaps
    std::unordered_map<std::uint32_t, Repaired> repaired{};  // by entry
    std::vector<Timing> timings{};
    std::int64_t matched = 0;  // entries with a person

    std::int64_t count(OutcomeKind kind) const { return counts[static_cast<std::size_t>(kind)]; }
    // Department that must act ("township", "medical_insurance_bureau").
    std::string_view owner(const OutcomeRow& row) const;
    // What a pack says of who is missing or unduly on the list; null: nothing.
    const policy::Rule* rule_of(OutcomeKind kind) const;

  private:
    std::string_view declared_owner(OutcomeKind kind) const;
};

// The file's bytes outlive the call.
Result<std::unique_ptr<Comparison>> run_comparison(Store& store, std::string_view file_name,
                                                   std::string_view bytes, CompareOptions options,
                                                   Progress& progress);

// The same for an index that is there already; `open` was made by open_list.
Result<std::unique_ptr<Comparison>> compare_with(RegisterIndex index, OpenList open,
                                                 CompareOptions options);

}  // namespace tz::cross_check
