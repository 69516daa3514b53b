#include "policy/report/case.h"

#include "base/text.h"
#include "policy/report/evaluate.h"

namespace tz::policy {

ReportAnswer report_answer(const ReportItemPlace& place, const Case& test) {
    FigureTable table;
    for (const CaseCell& cell : test.cells) {
        const int index = place.report->figure(cell.path);
        if (index < 0 || cell.text == "?" || cell.text.empty()) continue;
        const ReportFigure& figure = place.report->figures[static_cast<std::size_t>(index)];
        table.add(make_figure({figure.key, figure.name, cell.text, {}, {}, {}}));
    }
    const ReportResult result = evaluate_report(*place.report, table);
    const auto item = static_cast<std::size_t>(place.report->item(test.subject));
    const Outcome& outcome = result.outcomes[item];
    const bool is_value =
        outcome.kind == OutcomeKind::kDerived || outcome.kind == OutcomeKind::kUnclear;
    return {is_value ? join(outcome.computed, ", ") : std::string(outcome_word(outcome.kind)),
            outcome.missing};
}

}  // namespace tz::policy
