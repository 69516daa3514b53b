// What is true of every workflow.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "domain/ledger/problem.h"
#include "domain/workflow/step.h"

namespace tz {
namespace {

template <class Visit>
void each_step(Visit visit) {
    for (const Workflow* flow : workflows())
        for (const Step& one : flow->steps) visit(*flow, one);
}

TEST(Workflow, StatesAndFieldsAreThoseOfTheRegister) {
    each_step([](const Workflow& flow, const Step& one) {
        const Field* state = flow.entity->find(flow.state);
        ASSERT_TRUE(state && state->codes) << one.command;
        EXPECT_TRUE(one.from == 0 || state->codes->by_code(one.from)) << one.command;
        EXPECT_TRUE(state->codes->by_code(one.to)) << one.command;
        for (const std::string_view field :
             {one.by, one.on, one.not_by, one.counts, waiting_since(flow, one)})
            EXPECT_TRUE(field.empty() || flow.entity->find(field)) << one.command << " " << field;
        for (const auto& fields : {one.needs, one.clears, flow.not_content})
            for (const std::string_view field : fields)
                EXPECT_TRUE(flow.entity->find(field)) << one.command << " " << field;
        EXPECT_TRUE(one.command.starts_with(std::string(flow.entity->name) + ".")) << one.command;
    });
}

TEST(Workflow, SomebodyMayTakeEachStep) {
    each_step(
        [](const Workflow&, const Step& one) { EXPECT_NE(one.roles.bits, 0u) << one.command; });
}

TEST(Workflow, ACommandMeansOneStepInAState) {
    std::set<std::pair<std::string_view, std::int64_t>> seen;
    each_step([&](const Workflow&, const Step& one) {
        EXPECT_TRUE(seen.insert({one.command, one.from}).second) << one.command;
    });
}

// The states that steps reach, each but the last ones has a way on. From rectification on to the
// holding data it is the reconciler that goes.
TEST(Workflow, NoRecordIsStuck) {
    const std::set<std::string_view> ends = {"removed", "closed", "in_rectification", "merged"};
    each_step([&](const Workflow& flow, const Step& one) {
        const Choice* to = flow.entity->find(flow.state)->codes->by_code(one.to);
        bool leads_on = ends.contains(to->name);
        for (const Step& next : flow.steps) leads_on = leads_on || next.from == one.to;
        EXPECT_TRUE(leads_on) << one.command << " leads to " << to->name;
    });
}

TEST(Workflow, AStepIsWaitedForSinceTheOneBefore) {
    const auto since = [](std::string_view command) {
        const Workflow* flow = find_workflow(command.substr(0, command.find('.')));
        for (const Step& one : flow->steps)
            if (one.command == command && one.from != 0) return waiting_since(*flow, one);
        return std::string_view();
    };
    EXPECT_EQ(since("problem.close_out"), "data_hold_on");
    EXPECT_EQ(since("project.decide"), "department_reviewed_on");
    EXPECT_EQ(since("ledger_file.confirm"), "sent_to_sign_on");
    EXPECT_EQ(since("ledger_file.send_to_sign"), "");
}

TEST(Workflow, NobodyClosesAloneOrUnaccepted) {
    for (const Step& one : find_workflow("problem")->steps) {
        if (one.command != "problem.close_out") continue;
        EXPECT_EQ(one.not_by, "accepted_by");
        EXPECT_EQ(one.from, state_of(kProblemStates, "data_hold"));
    }
}

}  // namespace
}  // namespace tz
