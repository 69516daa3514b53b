#include "policy/eval/plan.h"

#include <limits>

#include "policy/eval/derive.h"
#include "policy/eval/planner.h"
#include "policy/eval/stages.h"

namespace tz::policy {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

}  // namespace

Op mirrored(Op op) {
    switch (op) {
        case Op::kLess:
            return Op::kGreater;
        case Op::kLessOrEqual:
            return Op::kGreaterOrEqual;
        case Op::kGreater:
            return Op::kLess;
        case Op::kGreaterOrEqual:
            return Op::kLessOrEqual;
        default:
            return op;
    }
}

Interval interval_of(Op op, std::int64_t value) {
    switch (op) {
        case Op::kEqual:
            return {value, value, false};
        case Op::kNotEqual:
            return {value, value, true};
        case Op::kLess:
            return {value, kMost, true};
        case Op::kLessOrEqual:
            return {kLeast, value, false};
        case Op::kGreater:
            return {kLeast, value, true};
        default:
            return {value, kMost, false};
    }
}

std::unique_ptr<Plan> make_plan(const Program& program, Image& image, RunDates dates) {
    auto plan = std::make_unique<Plan>();
    plan->program = &program;
    plan->image = &image;
    plan->dates = dates;
    for (const Parameter& parameter : program.parameters)
        plan->parameters.push_back(ParameterMap(parameter, dates.law_date));
    derive_columns(program, image, dates, plan->ready);
    add_stages(*plan);
    Planner(*plan).run();
    assign_places(*plan);
    return plan;
}

}  // namespace tz::policy
