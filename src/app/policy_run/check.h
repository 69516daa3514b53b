// A run of packs over the register: scans what the program reads into a column image, judges every
// record on all cores, and tells each finding with its values, owner and deadline on demand.
// Owned by the caller; one thread uses it (its own worker threads end inside run_check).
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "policy/eval/run.h"
#include "policy/explain/oracle.h"
#include "port/store.h"

namespace tz {

struct CheckOptions {
    Date as_of{};  // facts as of this day
    // Law of this day; packs that are not in force then are left out. Empty: each pack is applied
    // as of `as_of`, or of the day of its own time nearest to it.
    std::optional<Date> law_date{};
    Division division{};   // only records under it are judged; the nation: all
    When when{};           // of the register: now, or as it stood
    unsigned threads = 0;  // 0: as many as the machine has
    bool list_unknowns = true;
};

// One record that a rule does not find in order, or can't judge.
struct Finding {
    std::size_t rule = 0;   // in packs().rules
    std::uint32_t row = 0;  // in image(), of the rule's register
    Id record{};
    Division division{};  // of the record
    policy::Verdict verdict = policy::Verdict::kFails;
};

// Why a finding is one: what the rule looked at. Made on demand by judging one record again.
struct FindingDetail {
    struct Seen {
        std::string name{};  // "household.kind"
        std::string label{};
        std::string value{};  // as people read it; empty: unknown
        bool is_personal = false;
    };
    std::vector<Seen> values{};
    std::vector<policy::Missing> missing_parts{};  // of an unknown verdict
    std::vector<std::string> missing{};            // their names, each once
};

class CheckRun {
  public:
    const policy::CompiledPacks& packs() const { return packs_; }
    const policy::Image& image() const { return image_; }
    const policy::RunResult& result() const { return result_; }
    const CheckOptions& options() const { return options_; }
    // Packs that are not in force on the law date that was asked for: none of their rules applies.
    const std::vector<std::string>& idle_packs() const { return idle_packs_; }
    // The dates by which the rules of a pack were judged.
    policy::RunDates dates_of(int pack) const;
    // Every failing record, rule by rule, then (when asked for) every unknown one.
    void for_each(policy::Verdict verdict, const std::function<void(const Finding&)>& visit) const;
    FindingDetail detail(const Finding& finding) const;

  private:
    friend Result<std::unique_ptr<CheckRun>> run_check(Store&, policy::CompiledPacks,
                                                       const CheckOptions&, Progress&);
    CheckRun(policy::CompiledPacks packs, policy::Image image, CheckOptions options)
        : packs_(std::move(packs)), image_(std::move(image)), options_(options) {}
    void judge();
    void judge_by(policy::RunDates dates);

    policy::CompiledPacks packs_;
    policy::Image image_;
    CheckOptions options_;
    policy::RunResult result_;
    mutable std::map<Date, policy::WideAnswers> wide_;  // by law date
    std::vector<std::string> idle_packs_;
};

// The packs must have compiled without errors.
Result<std::unique_ptr<CheckRun>> run_check(Store& store, policy::CompiledPacks packs,
                                            const CheckOptions& options, Progress& progress);

}  // namespace tz
