#include <algorithm>
#include <set>

#include "policy/check/case_path.h"
#include "policy/check/units.h"
#include "policy/explain/case_runner.h"
#include "policy/explain/cases.h"
#include "policy/explain/world.h"

namespace tz::policy {
namespace {

// A field of the judged record and a fixed value that it is compared with, in the field's scale.
struct Boundary {
    std::size_t field = 0;
    std::int64_t value = 0;
    std::int64_t step = 1;
    Position at{};
};

bool has_order(Kind kind) {
    return kind == Kind::kNumber || kind == Kind::kMoney || kind == Kind::kDate ||
           kind == Kind::kMonth;
}

std::optional<Boundary> boundary_of(const Node& comparison, const Entity& entity) {
    const Node* field = comparison.args[0].get();
    const Node* constant = comparison.args[1].get();
    if (field->op == Op::kConstant) std::swap(field, constant);
    const std::int64_t scale = field->op == Op::kScale ? field->int_value : 1;
    if (field->op == Op::kScale) field = field->args[0].get();
    const bool fits = field->op == Op::kField && constant->op == Op::kConstant &&
                      field->entity == &entity && has_order(field->type.kind);
    if (!fits) return std::nullopt;
    return Boundary{field->field, constant->int_value / scale,
                    std::max<std::int64_t>(last_place(*constant) / scale, 1), comparison.at};
}

void collect(const NodePtr& node, const Entity& entity, std::set<const Node*>& seen,
             std::vector<Boundary>& out) {
    if (!node || node->entity != &entity || !seen.insert(node.get()).second) return;
    if (node->op >= Op::kEqual && node->op <= Op::kGreaterOrEqual) {
        if (const auto found = boundary_of(*node, entity)) out.push_back(*found);
    }
    for (const NodePtr& arg : node->args) collect(arg, entity, seen, out);
}

// A case that the rule holds for, or else any.
const Case* base_case(const CompiledPacks& packs, const Rule& rule) {
    const Case* base = nullptr;
    for (const Case& test : packs.cases) {
        if (test.subject != rule.name || test.of_report) continue;
        if (test.expect == verdict_word(Verdict::kHolds)) return &test;
        if (!base) base = &test;
    }
    return base;
}

void try_values(const CompiledPacks& packs, const Rule& rule, const Case& base,
                const Boundary& boundary, std::vector<BoundaryCase>& out) {
    const Field& field = rule.entity->fields[boundary.field];
    CaseWorld built = build_world(packs, base, *rule.entity);
    const Oracle oracle(packs, built.world, built.dates, &built.given);
    const auto put = [&](Value value, std::string shown) {
        built.world.set(*rule.entity, 0, boundary.field, std::move(value));
        out.push_back({rule.name, boundary.at, std::string(field.name), std::move(shown),
                       oracle.judge(rule, 0).verdict});
    };
    for (std::int64_t offset : {-1, 0, 1}) {
        const std::int64_t value = boundary.value + offset * boundary.step;
        put(value, write_value(type_of(field), value, {}));
    }
    put({}, "?");
}

}  // namespace

std::vector<BoundaryCase> boundary_cases(const CompiledPacks& packs) {
    std::vector<BoundaryCase> out;
    for (const Rule& rule : packs.rules) {
        const Case* base = base_case(packs, rule);
        if (!base) continue;
        std::set<const Node*> seen;
        std::vector<Boundary> boundaries;
        collect(rule.when_said, *rule.entity, seen, boundaries);
        collect(rule.that, *rule.entity, seen, boundaries);
        for (const Boundary& boundary : boundaries) try_values(packs, rule, *base, boundary, out);
    }
    return out;
}

}  // namespace tz::policy
