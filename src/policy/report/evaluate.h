// Computes the items of a report from a table of figures, exactly, with the working. Pure; any
// thread.
#pragma once
#include <string>
#include <vector>

#include "base/text.h"
#include "policy/check/typed.h"
#include "policy/report/figure.h"

namespace tz::policy {

enum class OutcomeKind : std::uint8_t {
    kReconciles,
    kWithinRounding,  // the printed inputs give another last digit, their unrounded values may not
    kDoesNotReconcile,
    kNoDenominator,  // a printed rate that fits no printed total
    kHypothesisHolds,
    kHypothesisFails,
    kLimitHolds,
    kLimitFails,
    kTestHolds,
    kTestFails,
    kDerived,
    kUnclear,  // derived, and the document leaves open what of
    kUnknown,
};
inline constexpr std::size_t kReportOutcomes = 13;
// "does not reconcile": as cases write it.
std::string_view outcome_word(OutcomeKind kind);
Text outcome_title(OutcomeKind kind);
// Something to look at: not equal, or a limit, a test or a hypothesis that fails, or unknown.
bool needs_attention(OutcomeKind kind);

// A figure of the table as it went into a result.
struct Operand {
    std::string name{};     // in the report
    std::string key{};      // the id it was asked for by
    std::string title{};    // what the table or the report calls it
    std::string printed{};  // with its qualifier; empty when it is missing
    std::string unit{};
    Address source{};
};

struct Outcome {
    const ReportItem* item = nullptr;
    OutcomeKind kind = OutcomeKind::kUnknown;
    std::vector<Operand> operands{};
    std::string formula{};                // with the names of figures
    std::string working{};                // with their printed values
    std::vector<std::string> computed{};  // six decimals, in `unit`
    std::string unit{};
    std::string published{};    // the right side
    std::string difference{};   // computed less published
    std::string rounded{};      // computed with the decimals of the printed number
    std::string low{}, high{};  // where the computed value lies when printed inputs are roundings
    std::string needed_low{}, needed_high{};  // the divisor that the printed rate asks for
    std::vector<std::string> missing{};       // keys of figures
    Text reason{};                            // why it is unknown
    std::string unclear{}, note{};            // filled
};

struct ReportResult {
    const FigureReport* report = nullptr;
    std::vector<Outcome> outcomes{};  // beside report->items
    std::vector<std::string> texts{};
    std::vector<std::string> missing{};  // of all items and texts, each once
};
// Texts and workings are in that language.
ReportResult evaluate_report(const FigureReport& report, const FigureTable& table,
                             Language language = Language::kChinese);

}  // namespace tz::policy
