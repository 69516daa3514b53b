#include "app/ledger/problem_commands.h"

#include "app/ledger/problem_fields.h"
#include "schema/convert.h"

namespace tz {
namespace {

using namespace problem_field;

constexpr std::size_t kChunk = 500;
constexpr std::size_t kStepsMax = 10'000'000;

}  // namespace

Result<StepReport> step_all(Registrar& registrar, Store& store, const Session& session,
                            const StepRequest& request) {
    Query query;
    query.filters.push_back({kState, Compare::kEqual, request.state});
    if (!request.rule.empty()) query.filters.push_back({kRule, Compare::kEqual, request.rule});
    query.limit = kStepsMax;
    std::vector<Envelope> envelopes;
    {
        ASSIGN_OR_RETURN(auto transaction, store.begin(Access::kRead));
        ASSIGN_OR_RETURN(const auto items,
                         transaction->find(kProblem, query, Scope::of(request.division)));
        for (const Record& item : items) {
            Envelope envelope;
            envelope.command = request.command;
            envelope.record = item.id;
            envelope.base_version = item.version;
            envelopes.push_back(std::move(envelope));
        }
    }
    StepReport report;
    for (std::size_t first = 0; first < envelopes.size(); first += kChunk) {
        const auto chunk =
            std::span(envelopes).subspan(first, std::min(kChunk, envelopes.size() - first));
        ASSIGN_OR_RETURN(const ChunkReceipt receipt, registrar.execute_all(session, Id{}, chunk));
        for (const Receipt& row : receipt.rows)
            if (row.outcome == Outcome::kRefused)
                report.refused.push_back(row);
            else
                ++report.done;
    }
    return report;
}

}  // namespace tz
