// Who is entitled to which grant, what of it arrived, and what is left: the grants of packs worked
// out for every record. Owned by the caller; one thread.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/policy_run/check.h"

namespace tz {

// One record and one grant. Money in fen.
struct GrantLine {
    std::size_t grant = 0;  // in packs().grants
    std::uint32_t row = 0;
    Id record{};
    Division division{};
    bool is_unknown = false;  // what it is entitled to can't be told
    bool is_received_unknown = false;
    std::int64_t amount = 0;
    std::int64_t received = 0;
    std::int64_t gap = 0;
    bool is_undue() const { return !is_unknown && amount == 0 && received > 0; }
};

struct GrantTotal {
    std::int64_t entitled = 0;  // records
    std::int64_t unknown = 0;
    std::int64_t short_of = 0;  // records with a gap
    std::int64_t undue = 0;     // received without being entitled
    std::int64_t amount = 0;
    std::int64_t received = 0;
    std::int64_t gap = 0;
    void add(const GrantLine& line);
};

class GrantRun {
  public:
    const policy::CompiledPacks& packs() const { return packs_; }
    const policy::Image& image() const { return image_; }
    const CheckOptions& options() const { return options_; }
    // Grant by grant, in order of rows; only those entitled, in doubt, or that received something.
    const std::vector<GrantLine>& lines() const { return lines_; }

  private:
    friend Result<std::unique_ptr<GrantRun>> run_grants(Store&, policy::CompiledPacks,
                                                        const CheckOptions&, Progress&);
    GrantRun(policy::CompiledPacks packs, policy::Image image, CheckOptions options)
        : packs_(std::move(packs)), image_(std::move(image)), options_(options) {}
    void work_out();
    void work_out(policy::RunDates dates);
    void take(std::size_t grant, const policy::RunResult& result, std::size_t first);

    policy::CompiledPacks packs_;
    policy::Image image_;
    CheckOptions options_;
    std::vector<GrantLine> lines_;
};

// The packs must have compiled without errors.
Result<std::unique_ptr<GrantRun>> run_grants(Store& store, policy::CompiledPacks packs,
                                             const CheckOptions& options, Progress& progress);

}  // namespace tz
