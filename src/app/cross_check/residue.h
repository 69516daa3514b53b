// Rows whose number is not in the register: broken numbers repaired, and persons found by birth
// date and name, with a score and its reasons. Nobody who was found by number is a candidate, so
// brothers and sisters do not take each other's place. Pure; a Residue may be used by many threads
// once it is made.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/cross_check/list.h"
#include "app/cross_check/outcome.h"
#include "app/cross_check/register_index.h"

namespace tz::cross_check {

inline constexpr int kSureScore = 85;
inline constexpr int kReviewScore = 65;

enum class Band : std::uint8_t { kNo, kReview, kSure };
constexpr Band band_of(int score) {
    return score >= kSureScore ? Band::kSure : score >= kReviewScore ? Band::kReview : Band::kNo;
}

// The number a broken one was written for, as far as it is proven or the register confirms it.
struct Repaired {
    std::uint64_t key = 0;  // 0: not repaired
    Text how{};
    Reason reason = Reason::kRepairProven;
};
Repaired repair(const std::string& number, std::string_view name, const RegisterIndex& index);

class Residue {
  public:
    // `found`: by person, whether a row was matched with it by number.
    Residue(const List& list, const RegisterIndex& index, const std::vector<std::uint8_t>& found,
            unsigned threads);

    // kIdDiffers, kMaybeSame, kNotFound, kIdBroken or kIdMissing.
    OutcomeRow judge(std::uint32_t entry) const;

  private:
    struct Candidate {
        std::uint32_t person = 0;
        std::uint32_t signature = 0;
        std::uint32_t region = 0;
        std::uint8_t sex = 0;
        bool has_any = false;  // unreadable characters in the name
    };
    struct Seeker;

    std::span<const Candidate> born_on(std::int32_t birth) const;
    int score(const Seeker& seeker, const Candidate& candidate, ReasonSet& reasons) const;
    void count_names();
    bool is_common(std::uint32_t person) const;
    void describe(Candidate& candidate) const;
    static void read_rest(Seeker& seeker);

    const List& list_;
    const RegisterIndex& index_;
    std::int32_t first_birth_ = 0;
    std::vector<std::uint32_t> ends_;  // by birth date since the first
    std::vector<Candidate> candidates_;
    std::vector<std::uint32_t> namesakes_;  // registered persons by hash of the name
};

// Several rows may not be the same person: one that is clearly more alike than the others has
// them find nobody; otherwise all are to be looked at.
void settle_rivals(const List& list, std::vector<OutcomeRow>& rows);

}  // namespace tz::cross_check
