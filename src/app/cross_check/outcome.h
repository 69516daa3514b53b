// What comparing a list with a register can come to, for one row or one person: typed, with who
// must act and why it was so judged. Plain data; safe from any thread.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace tz::cross_check {

enum class OutcomeKind : std::uint8_t {
    kEqual,            // found, and nothing differs
    kNameDiffers,      // found by number; …
    kBirthDiffers,     //
    kSexDiffers,       //
    kFieldDiffers,     // the list says something else than the register
    kFieldMissing,     // the list says what the register doesn't know
    kStillRegistered,  // the list says dead or moved, the register has the person
    kLeftRegister,     // the register says gone, the list has the person
    kHasProperty,      // "four haves" of a person of a registered household
    kListedTwice,      // the list has the person twice
    kRegisteredTwice,  // the register has the number in several records
    kIdConverted,      // a 15-digit number, read as its 18 digits
    kIdRepaired,       // a broken number, repaired; proven or confirmed by the register
    kIdBroken,         // a broken number that can't be repaired
    kIdMissing,        // no number in the row, and nobody found without it
    kIdDiffers,        // surely a person of the register under another number
    kMaybeSame,        // perhaps a person of the register; somebody should look
    kNotFound,         // a good number that the register doesn't have
    kNotListed,        // in the register and not on a list that is said to be complete
    kUnduly,           // on the list, and should not be, as a pack says
};
inline constexpr std::size_t kOutcomeKinds = 20;

// Who acts on an outcome, before fields and lists are looked at.
enum class Actor : std::uint8_t { kNobody, kTownship, kListKeeper, kFieldOwner };

struct KindInfo {
    OutcomeKind kind = OutcomeKind::kEqual;
    std::string_view name{};
    std::string_view zh{};
    std::string_view en{};
    Actor actor = Actor::kNobody;
    bool makes_item = false;  // an item of the ledger, when the person is known
};
const KindInfo& info(OutcomeKind kind);
Text label(OutcomeKind kind);

// Why two entries are taken for the same person, or not; one bit each.
enum class Reason : std::uint8_t {
    kSameBirth,
    kSameSex,
    kSameName,
    kVariantName,
    kUnreadableName,
    kLookAlikeName,
    kOneCharacter,
    kSwappedName,
    kSurnameDiffers,
    kOtherName,
    kSameRegion,
    kNumberNear,
    kSeveralAlike,
    kCommonName,
    kClaimedTwice,
    kRepairProven,
    kRepairConfirmed,
    kSameWrongNumber,
};
inline constexpr std::size_t kReasons = 18;

class ReasonSet {
  public:
    void add(Reason reason) { bits_ |= 1u << static_cast<unsigned>(reason); }
    bool has(Reason reason) const { return (bits_ >> static_cast<unsigned>(reason) & 1u) != 0; }
    bool empty() const { return bits_ == 0; }
    std::vector<Text> texts() const;

  private:
    std::uint32_t bits_ = 0;
};

inline constexpr std::uint32_t kNone = 0xFFFF'FFFF;

struct OutcomeRow {
    OutcomeKind kind = OutcomeKind::kEqual;
    std::uint8_t score = 0;        // of a likeness, of 100
    std::uint16_t check = 0;       // kFieldDiffers, kFieldMissing: which compared field
    std::uint32_t entry = kNone;   // of the list
    std::uint32_t person = kNone;  // of the register
    std::uint32_t other = kNone;   // kListedTwice: the first entry; kRegisteredTwice: a person
    ReasonSet reasons{};
};

using Counts = std::array<std::int64_t, kOutcomeKinds>;

}  // namespace tz::cross_check
