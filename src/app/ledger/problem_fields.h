// Positions of the problem register's fields and the codes of its states, checked by the compiler.
#pragma once
#include <span>

#include "domain/ledger/problem.h"

namespace tz::problem_field {

inline constexpr std::size_t kDivisionOf = at(kProblem, "division");
inline constexpr std::size_t kRule = at(kProblem, "rule");
inline constexpr std::size_t kRecord = at(kProblem, "record");
inline constexpr std::size_t kRegister = at(kProblem, "register_name");
inline constexpr std::size_t kItemNumber = at(kProblem, "item_number");
inline constexpr std::size_t kPack = at(kProblem, "pack");
inline constexpr std::size_t kAddress = at(kProblem, "address");
inline constexpr std::size_t kTitle = at(kProblem, "title");
inline constexpr std::size_t kCategory = at(kProblem, "category");
inline constexpr std::size_t kVerdictOf = at(kProblem, "verdict");
inline constexpr std::size_t kDescription = at(kProblem, "description");
inline constexpr std::size_t kFacts = at(kProblem, "facts");
inline constexpr std::size_t kFields = at(kProblem, "fields");
inline constexpr std::size_t kSource = at(kProblem, "source");
inline constexpr std::size_t kSourceKind = at(kProblem, "source_kind");
inline constexpr std::size_t kHouseholdNumber = at(kProblem, "household_number");
inline constexpr std::size_t kHeadName = at(kProblem, "head_name");
inline constexpr std::size_t kSubject = at(kProblem, "subject");
inline constexpr std::size_t kIdNumber = at(kProblem, "id_number");
inline constexpr std::size_t kOwner = at(kProblem, "owner");
inline constexpr std::size_t kOpenedOn = at(kProblem, "opened_on");
inline constexpr std::size_t kLastSeenOn = at(kProblem, "last_seen_on");
inline constexpr std::size_t kDue = at(kProblem, "due");
inline constexpr std::size_t kState = at(kProblem, "state");
inline constexpr std::size_t kResponsible = at(kProblem, "responsible");
inline constexpr std::size_t kMeasure = at(kProblem, "measure");
inline constexpr std::size_t kOutcome = at(kProblem, "outcome");
inline constexpr std::size_t kDataHoldOn = at(kProblem, "data_hold_on");
inline constexpr std::size_t kAcceptedBy = at(kProblem, "accepted_by");
inline constexpr std::size_t kAcceptedOn = at(kProblem, "accepted_on");
inline constexpr std::size_t kClosedOn = at(kProblem, "closed_on");
inline constexpr std::size_t kReopenedCount = at(kProblem, "reopened_count");
inline constexpr std::size_t kExemptionReason = at(kProblem, "exemption_reason");
inline constexpr std::size_t kExemptedUntil = at(kProblem, "exempted_until");

consteval std::int64_t code_of(std::span<const Choice> choices, std::string_view name) {
    for (const Choice& choice : choices)
        if (choice.name == name) return choice.code;
    throw "no choice of that name";
}
consteval std::int64_t state(std::string_view name) { return code_of(kProblemStateChoices, name); }
inline constexpr std::int64_t kStateOpen = state("open");
inline constexpr std::int64_t kStateInRectification = state("in_rectification");
inline constexpr std::int64_t kStateDataHold = state("data_hold");
inline constexpr std::int64_t kStateClosed = state("closed");
inline constexpr std::int64_t kStateExempted = state("exempted");
// Where the items come from that a check or a comparison opens.
inline constexpr std::int64_t kSourceRule = code_of(kProblemSourceChoices, "rule");
inline constexpr std::int64_t kSourceComparison = code_of(kProblemSourceChoices, "comparison");

}  // namespace tz::problem_field
