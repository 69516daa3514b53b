// Would the cases notice a mistake in the rule? Changes the rule a little, one place at a time, and
// runs its cases again.
#include <algorithm>
#include <map>

#include "policy/explain/case_runner.h"
#include "policy/explain/cases.h"
#include "policy/explain/world.h"
#include "policy/syntax/report.h"

namespace tz::policy {
namespace {

struct Mutation {
    const Node* target = nullptr;
    NodePtr replacement{};
    Text change{};
};

std::string_view sign_of(Op op) {
    switch (op) {
        case Op::kEqual:
            return "=";
        case Op::kNotEqual:
            return "!=";
        case Op::kLess:
            return "<";
        case Op::kLessOrEqual:
            return "<=";
        case Op::kGreater:
            return ">";
        case Op::kGreaterOrEqual:
            return ">=";
        case Op::kAnd:
            return "and";
        default:
            return "or";
    }
}

Op nudged(Op op) {
    switch (op) {
        case Op::kEqual:
            return Op::kNotEqual;
        case Op::kNotEqual:
            return Op::kEqual;
        case Op::kLess:
            return Op::kLessOrEqual;
        case Op::kLessOrEqual:
            return Op::kLess;
        case Op::kGreater:
            return Op::kGreaterOrEqual;
        case Op::kGreaterOrEqual:
            return Op::kGreater;
        case Op::kAnd:
            return Op::kOr;
        default:
            return Op::kAnd;
    }
}

bool has_order(Kind kind) {
    return kind == Kind::kNumber || kind == Kind::kMoney || kind == Kind::kDate ||
           kind == Kind::kMonth;
}

class Mutations {
  public:
    // The places of a condition that may be changed, not looking into defines: they have their own
    // cases.
    void collect(const NodePtr& node, bool root) {
        if (!node || (!root && node->define >= 0)) return;
        if (node->short_for) return turned_around(node);
        if (is_extreme(*node)) {  // equal values make no difference there
            collect(node->args[1], false);
            return collect(node->args[2], false);
        }
        const bool compares = node->op >= Op::kEqual && node->op <= Op::kGreaterOrEqual;
        if (compares || node->op == Op::kAnd || node->op == Op::kOr) operation(node);
        if (compares)
            for (const NodePtr& arg : node->args) number(arg);
        if (node->op == Op::kInSet) members(node);
        if (node->op >= Op::kHasAny && node->op <= Op::kHasOnly) bits(node);
        if (node->op == Op::kNot && !node->args[0]->short_for)
            add(*node, node->args[0], say("去掉 not", "without `not`"));
        for (const NodePtr& arg : node->args) collect(arg, false);
    }

    std::vector<Mutation> found{};

  private:
    void add(const Node& target, NodePtr replacement, Text change) {
        const Text where =
            say("第{}行第{}列：", "line {} column {}: ", target.at.line, target.at.column);
        found.push_back(
            {&target, std::move(replacement), {where.zh + change.zh, where.en + change.en}});
    }

    // A set that is no constant was written as one thing.
    void turned_around(const NodePtr& node) {
        auto changed = std::make_shared<Node>(*node);
        changed->op = Op::kNot;
        changed->args = {node};
        add(*node, changed, say("反过来", "turned around"));
    }

    void operation(const NodePtr& node) {
        auto changed = std::make_shared<Node>(*node);
        changed->op = nudged(node->op);
        add(*node, changed,
            say("“{}”改成“{}”", "`{}` turned into `{}`", sign_of(node->op), sign_of(changed->op)));
    }

    void number(const NodePtr& node) {
        if (node->op != Op::kConstant || !has_order(node->type.kind)) return;
        for (int sign : {-1, 1}) {
            auto changed = std::make_shared<Node>(*node);
            changed->int_value += sign * last_place(*node);
            add(*node, changed,
                sign < 0 ? say("数值减小一点", "the value a little less")
                         : say("数值增大一点", "the value a little more"));
        }
    }

    void members(const NodePtr& node) {
        for (std::size_t i = 0; i < node->int_set.size() + node->text_set.size(); ++i) {
            auto changed = std::make_shared<Node>(*node);
            const auto at = static_cast<std::ptrdiff_t>(i);
            if (node->int_set.empty())
                changed->text_set.erase(changed->text_set.begin() + at);
            else
                changed->int_set.erase(changed->int_set.begin() + at);
            add(*node, changed, say("去掉集合的第{}个成员", "without member {} of the set", i + 1));
        }
    }

    void bits(const NodePtr& node) {
        for (int bit = 0; bit < 63; ++bit) {
            if ((node->int_value >> bit & 1) == 0) continue;
            auto changed = std::make_shared<Node>(*node);
            changed->int_value &= ~(std::int64_t{1} << bit);
            const Choice* choice = node->args[0]->type.codes->by_code(bit);
            add(*node, changed,
                say("去掉选项“{}”", "without the choice `{}`", choice ? choice->name : ""));
        }
    }
};

// The tree with one place changed; defines used in it stay as they are.
NodePtr replaced(const NodePtr& node, const Mutation& mutation, bool root = true) {
    if (node.get() == mutation.target) return mutation.replacement;
    if (!root && node->define >= 0) return node;
    auto out = std::make_shared<Node>(*node);
    bool changed = false;
    for (NodePtr& arg : out->args) {
        NodePtr other = replaced(arg, mutation, false);
        changed |= other != arg;
        arg = std::move(other);
    }
    return changed ? NodePtr(out) : node;
}

using Subject = std::pair<std::string, int>;  // its name and its pack

// The cases of one rule or define, with their worlds.
struct Tried {
    CaseSubject subject{};
    std::vector<CaseWorld> worlds{};
};

std::vector<std::string> answers(const CompiledPacks& packs, const Tried& tried, const Rule* rule,
                                 const Node* body) {
    std::vector<std::string> out;
    for (const CaseWorld& world : tried.worlds) {
        const Oracle oracle(packs, world.world, world.dates, &world.given);
        if (rule) {
            out.emplace_back(verdict_word(oracle.judge(*rule, 0).verdict));
        } else {
            const Answer answer = oracle.evaluate(*body, 0);
            out.push_back(answer.number ? std::to_string(*answer.number)
                                        : answer.text.value_or("?"));
        }
    }
    return out;
}

void try_rule(const CompiledPacks& packs, const Tried& tried, std::vector<WeakCase>& out) {
    const Rule& rule = *tried.subject.rule;
    Mutations mutations;
    mutations.collect(rule.that, false);
    mutations.collect(rule.when_said, false);
    const auto before = answers(packs, tried, &rule, nullptr);
    for (const Mutation& mutation : mutations.found) {
        Rule changed = rule;
        changed.that = replaced(rule.that, mutation);
        changed.when = replaced(rule.when, mutation);
        if (answers(packs, tried, &changed, nullptr) == before)
            out.push_back({rule.name, mutation.target->at, mutation.change});
    }
}

void try_define(const CompiledPacks& packs, const Tried& tried, std::vector<WeakCase>& out) {
    const Define& define = *tried.subject.define;
    Mutations mutations;
    mutations.collect(define.body, true);
    const auto before = answers(packs, tried, nullptr, define.body.get());
    for (const Mutation& mutation : mutations.found) {
        const NodePtr changed = replaced(define.body, mutation);
        if (answers(packs, tried, nullptr, changed.get()) == before)
            out.push_back({define.name, mutation.target->at, mutation.change});
    }
}

}  // namespace

std::vector<WeakCase> weak_cases(const CompiledPacks& packs) {
    std::map<Subject, Tried> tried;
    for (const Case& test : packs.cases) {
        const CaseSubject subject = subject_of(packs, test);
        if (!subject.rule && !subject.define) continue;
        Tried& one =
            tried[{test.subject, subject.rule ? subject.rule->pack : subject.define->pack}];
        one.subject = subject;
        one.worlds.push_back(build_world(
            packs, test, subject.rule ? *subject.rule->entity : *subject.define->entity));
    }
    std::vector<WeakCase> out;
    for (const auto& [subject, one] : tried) {
        if (one.subject.rule)
            try_rule(packs, one, out);
        else
            try_define(packs, one, out);
    }
    return out;
}

}  // namespace tz::policy
