#include "app/ledger/problem_commands.h"

#include <fmt/format.h>

#include "app/ledger/problem_fields.h"
#include "schema/convert.h"

namespace tz {
namespace {

using namespace problem_field;

constexpr std::size_t kChunk = 500;
constexpr std::size_t kStepsMax = 10'000'000;

std::string_view state_label(std::int64_t state) {
    const Choice* choice = kProblemStates.by_code(state);
    return choice ? choice->label : std::string_view("?");
}

Error wrong_state(const Situation& at_hand, std::string_view needed) {
    const std::int64_t now = as_int(at_hand.before->values[kState]);
    return failure(ErrorKind::kPrecondition,
                   fmt::format("问题现在是“{}”,这一步要求“{}”", state_label(now), needed),
                   fmt::format("the item is in state {}; this step needs {}", now, needed),
                   "state");
}

// The record after the fields that the step itself carries (measure, responsible, evidence …).
Result<Record> start(const Situation& at_hand, std::int64_t from, std::string_view needed) {
    if (at_hand.before == nullptr)
        return failure(ErrorKind::kNotFound, "没有这个问题", "there is no such item");
    if (as_int(at_hand.before->values[kState]) != from) return wrong_state(at_hand, needed);
    Record after = *at_hand.before;
    for (const FieldValue& value : at_hand.envelope.patch)
        if (value.field != kState) after.values[value.field] = value.value;
    return after;
}

Result<Record> rectify(const Situation& at_hand) {
    ASSIGN_OR_RETURN(Record after, start(at_hand, kStateOpen, "待整改"));
    if (!is_known(after.values[kResponsible]) || !is_known(after.values[kDue]))
        return failure(ErrorKind::kPrecondition, "整改要先定责任人和整改时限",
                       "rectification needs a responsible person and a deadline", "responsible");
    after.values[kState] = kStateInRectification;
    return after;
}

Result<Record> accept(const Situation& at_hand) {
    ASSIGN_OR_RETURN(Record after, start(at_hand, kStateDataHold, "数据已达标待验收"));
    after.values[kAcceptedBy] = at_hand.session.actor;
    after.values[kAcceptedOn] = std::int64_t{at_hand.today.days};
    return after;
}

Result<Record> reject(const Situation& at_hand) {
    ASSIGN_OR_RETURN(Record after, start(at_hand, kStateDataHold, "数据已达标待验收"));
    for (const std::size_t field : {kAcceptedBy, kAcceptedOn, kDataHoldOn})
        after.values[field] = Value{};
    after.values[kState] = kStateInRectification;
    return after;
}

Result<Record> close_out(const Situation& at_hand) {
    ASSIGN_OR_RETURN(Record after, start(at_hand, kStateDataHold, "数据已达标待验收"));
    const Value& acceptor = at_hand.before->values[kAcceptedBy];
    if (!is_known(acceptor))
        return failure(ErrorKind::kPrecondition, "还没有验收,不能销号", "not accepted yet",
                       "accepted_by");
    if (as_text(acceptor) == at_hand.session.actor)
        return failure(ErrorKind::kPrecondition, "验收和销号不能是同一个人",
                       "the person who accepted may not close out", "accepted_by");
    after.values[kState] = kStateClosed;
    after.values[kClosedOn] = std::int64_t{at_hand.today.days};
    return after;
}

Result<Record> reopen(const Situation& at_hand) {
    ASSIGN_OR_RETURN(Record after, start(at_hand, kStateClosed, "已销号"));
    const Value& count = after.values[kReopenedCount];
    after.values[kReopenedCount] = (is_known(count) ? as_int(count) : 0) + 1;
    for (const std::size_t field : {kDataHoldOn, kAcceptedBy, kAcceptedOn, kClosedOn})
        after.values[field] = Value{};
    after.values[kState] = kStateOpen;
    return after;
}

constexpr RoleSet kAcceptors{Role::kTownship, Role::kDepartment, Role::kCounty};
constexpr RoleSet kClosers{Role::kCounty};
constexpr RoleSet kReopeners{Role::kCounty, Role::kAuditor};

}  // namespace

void add_problem_commands(Commands& commands) {
    commands.add({"problem.rectify", &kProblem, kWriters, rectify});
    commands.add({"problem.accept", &kProblem, kAcceptors, accept});
    commands.add({"problem.reject", &kProblem, kAcceptors, reject});
    commands.add({"problem.close_out", &kProblem, kClosers, close_out});
    commands.add({"problem.reopen", &kProblem, kReopeners, reopen});
}

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
