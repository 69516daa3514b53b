// The workflows of all registers that have one.
#include <array>

#include "domain/housing/renovation_case.h"
#include "domain/ledger/ledger_file.h"
#include "domain/ledger/problem.h"
#include "domain/project/project.h"
#include "domain/workflow/step.h"

namespace tz {
namespace {

// Closing needs both: the data hold (the reconciler says so) and two different people have signed.
namespace problem {
consteval std::int64_t at_state(std::string_view name) { return state_of(kProblemStates, name); }
constexpr std::int64_t kOpen = at_state("open"), kWorking = at_state("in_rectification"),
                       kHold = at_state("data_hold"), kClosed = at_state("closed");
constexpr RoleSet kAcceptors{Role::kTownship, Role::kLineDepartment, Role::kCounty};
constexpr RoleSet kReopeners{Role::kCounty, Role::kAuditor};
constexpr std::span<const std::string_view> kPlan = kNames<"responsible", "due">;
constexpr std::span<const std::string_view> kAcceptance =
    kNames<"accepted_by", "accepted_on", "data_hold_on">;
constexpr std::span<const std::string_view> kEnding =
    kNames<"data_hold_on", "accepted_by", "accepted_on", "closed_on">;
constexpr Step kSteps[] = {
    step("problem.rectify", "整改", kOpen, kWorking, kWriters).needing(kPlan),
    step("problem.accept", "验收", kHold, kHold, kAcceptors)
        .signed_in("accepted_by", "accepted_on"),
    step("problem.reject", "退回整改", kHold, kWorking, kAcceptors).clearing(kAcceptance),
    step("problem.close_out", "销号", kHold, kClosed, {Role::kCounty})
        .by_another_than("accepted_by")
        .waiting_from("data_hold_on")
        .dated("closed_on"),
    step("problem.reopen", "重新打开", kClosed, kOpen, kReopeners)
        .clearing(kEnding)
        .counting("reopened_count"),
};
constexpr Workflow kFlow{&kProblem, "state", kSteps,
                         kNames<"state", "last_seen_on", "data_hold_on", "accepted_by",
                                "accepted_on", "closed_on", "reopened_count", "item_number">,
                         kOpen};
}  // namespace problem

// Five levels into the library, one after the other; any of them sends back with an opinion.
namespace library {
consteval std::int64_t at_state(std::string_view name) { return state_of(kLibraryStates, name); }
constexpr std::int64_t kDeclared = at_state("village_declared"),
                       kTownship = at_state("township_reviewed"),
                       kDepartment = at_state("department_reviewed"),
                       kDecided = at_state("group_decided"), kFiled = at_state("city_filed"),
                       kReturned = at_state("returned"), kRemoved = at_state("removed");
constexpr RoleSet kVillages{Role::kVillageTeam, Role::kTownship};
constexpr std::span<const std::string_view> kOpinion = kNames<"returned_opinion">;
constexpr std::span<const std::string_view> kPlan = kNames<"content", "budget">;
constexpr std::span<const std::string_view> kReviews =
    kNames<"township_reviewed_on", "department_reviewed_on", "group_decided_on", "city_filed_on">;
constexpr std::string_view kBack = "project.send_back";
constexpr Step kSteps[] = {
    step("project.declare", "申报", 0, kDeclared, kVillages)
        .needing(kPlan)
        .dated("village_declared_on"),
    step("project.declare", "申报", kReturned, kDeclared, kVillages)
        .needing(kPlan)
        .clearing(kOpinion)
        .dated("village_declared_on"),
    step("project.review", "审查", kDeclared, kTownship, {Role::kTownship})
        .dated("township_reviewed_on"),
    step("project.department_review", "部门审核", kTownship, kDepartment, {Role::kLineDepartment})
        .dated("department_reviewed_on"),
    step("project.decide", "审定", kDepartment, kDecided, {Role::kCounty})
        .dated("group_decided_on"),
    step("project.file", "备案", kDecided, kFiled, {Role::kCity}).dated("city_filed_on"),
    step(kBack, "退回", kDeclared, kReturned, {Role::kTownship})
        .needing(kOpinion)
        .clearing(kReviews),
    step(kBack, "退回", kTownship, kReturned, {Role::kLineDepartment})
        .needing(kOpinion)
        .clearing(kReviews),
    step(kBack, "退回", kDepartment, kReturned, {Role::kCounty})
        .needing(kOpinion)
        .clearing(kReviews),
    step(kBack, "退回", kDecided, kReturned, {Role::kCity}).needing(kOpinion).clearing(kReviews),
    step("project.remove", "出库", kFiled, kRemoved, {Role::kCounty}).dated("removed_on"),
};
constexpr Workflow kFlow{
    &kProject, "library_state", kSteps,
    kNames<"library_state", "village_declared_on", "township_reviewed_on", "department_reviewed_on",
           "group_decided_on", "city_filed_on", "returned_opinion", "removed_on">};
}  // namespace library

namespace renovation {
consteval std::int64_t at_state(std::string_view name) { return state_of(kRenovationStates, name); }
constexpr std::int64_t kReviewed = at_state("reviewed"), kPlanned = at_state("planned"),
                       kStarted = at_state("started"), kAccepted = at_state("accepted"),
                       kPaid = at_state("paid"), kFiled = at_state("filed"),
                       kClosed = at_state("closed");
constexpr RoleSet kVillages{Role::kVillageTeam, Role::kTownship};
constexpr RoleSet kOffices{Role::kLineDepartment, Role::kCounty};
constexpr Step kSteps[] = {
    step("renovation_case.review", "评议公示", 0, kReviewed, kVillages)
        .needing(kNames<"publicised_on">)
        .dated("reviewed_on"),
    step("renovation_case.plan", "纳入计划", kReviewed, kPlanned, kOffices)
        .needing(kNames<"grade", "way">)
        .dated("planned_on"),
    step("renovation_case.start", "开工", kPlanned, kStarted, kVillages).dated("started_on"),
    step("renovation_case.accept", "竣工验收", kStarted, kAccepted, kOffices)
        .needing(kNames<"finished_on">)
        .dated("accepted_on"),
    step("renovation_case.pay", "资金拨付", kAccepted, kPaid, kOffices)
        .needing(kNames<"paid_amount">)
        .dated("paid_on"),
    step("renovation_case.file", "资料归档", kPaid, kFiled, kOffices).dated("filed_on"),
    step("renovation_case.close_out", "销档", kFiled, kClosed, {Role::kCounty}).dated("closed_on"),
};
constexpr Workflow kFlow{&kRenovationCase, "state", kSteps,
                         kNames<"state", "reviewed_on", "planned_on", "started_on", "accepted_on",
                                "paid_on", "filed_on", "closed_on">};
}  // namespace renovation

// A ledger goes to be signed, and up when all have signed.
namespace ledger {
consteval std::int64_t at_state(std::string_view name) { return state_of(kLedgerFileStates, name); }
constexpr std::int64_t kCompiling = at_state("compiling"), kSigning = at_state("signing"),
                       kSigned = at_state("signed"), kSubmitted = at_state("submitted"),
                       kMerged = at_state("merged");
constexpr RoleSet kKeepers{Role::kVillageTeam, Role::kTownship, Role::kLineDepartment,
                           Role::kCounty};
constexpr RoleSet kReceivers{Role::kTownship, Role::kCounty, Role::kCity};
constexpr std::string_view kSend = "ledger_file.send_to_sign", kBack = "ledger_file.send_back";
constexpr std::span<const std::string_view> kDays =
    kNames<"sent_to_sign_on", "signed_on", "submitted_on">;
constexpr Step kSteps[] = {
    step(kSend, "送签", 0, kSigning, kKeepers).dated("sent_to_sign_on"),
    step(kSend, "送签", kCompiling, kSigning, kKeepers).dated("sent_to_sign_on"),
    step("ledger_file.confirm", "签批完成", kSigning, kSigned, kKeepers).dated("signed_on"),
    step("ledger_file.submit", "上报", kSigned, kSubmitted, kKeepers).dated("submitted_on"),
    step("ledger_file.merge", "汇总", kSubmitted, kMerged, kReceivers),
    step(kBack, "退回", kSigning, kCompiling, kKeepers).clearing(kDays),
    step(kBack, "退回", kSubmitted, kCompiling, kReceivers).clearing(kDays),
};
constexpr Workflow kFlow{&kLedgerFile, "state", kSteps,
                         kNames<"state", "sent_to_sign_on", "signed_on", "submitted_on">};
}  // namespace ledger

constexpr std::array<const Workflow*, 4> kFlows = {&problem::kFlow, &library::kFlow,
                                                   &renovation::kFlow, &ledger::kFlow};

}  // namespace

std::span<const Workflow* const> workflows() { return kFlows; }

const Workflow* find_workflow(std::string_view entity) {
    for (const Workflow* flow : kFlows)
        if (flow->entity->name == entity) return flow;
    return nullptr;
}

std::string_view waiting_since(const Workflow& flow, const Step& taken) {
    if (!taken.since.empty()) return taken.since;
    for (const Step& one : flow.steps)
        if (one.to == taken.from && one.from != taken.from && !one.on.empty()) return one.on;
    return {};
}

}  // namespace tz
