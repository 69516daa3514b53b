// Membership: `in` for one value, `has` for several choices.
#include <algorithm>

#include "policy/check/typer.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

const ValueType kTruth{};

std::int64_t bits_of(const std::vector<std::int64_t>& codes) {
    std::int64_t bits = 0;
    for (std::int64_t code : codes) bits |= std::int64_t{1} << code;
    return bits;
}

Op has_op(std::string_view mode) {
    if (mode == "all") return Op::kHasAll;
    return mode == "only" ? Op::kHasOnly : Op::kHasAny;
}

}  // namespace

NodePtr Typer::member(const Expr& expr, const Entity& entity) {
    NodePtr value = expression(*expr.args[0], entity);
    if (!value) return nullptr;
    if (value->type.kind == Kind::kChoices) {
        return fail(expr.at, say("多选字段不能用 in", "several choices do not go with `in`"),
                    say("用 has any 或 has only", "use `has any` or `has only`"));
    }
    const Expr& set = *expr.args[1];
    NodePtr test = set.kind == ExprKind::kSet ? in_literal_set(value, set, entity)
                                              : in_named_set(value, set, entity);
    return expr.text == "in" ? test : make(Op::kNot, kTruth, entity, expr.at, {test});
}

NodePtr Typer::in_literal_set(const NodePtr& value, const Expr& set, const Entity& entity) {
    auto out = std::make_shared<Node>(*make(Op::kInSet, kTruth, entity, set.at, {value}));
    std::vector<NodePtr> items;
    for (const ExprPtr& item : set.args) {
        NodePtr node = expression(*item, entity, value->type.codes);
        NodePtr left = out->args[0];
        if (!node || !align(left, node, item->at)) return nullptr;
        if (node->op != Op::kConstant) {
            return fail(item->at, say("集合里只能写固定的值", "a set holds fixed values only"));
        }
        out->args[0] = left;
        items.push_back(std::move(node));
    }
    // Alignment may have given the value more decimals after earlier items were read.
    for (const NodePtr& item : items) {
        NodePtr left = out->args[0], right = item;
        if (!align(left, right, set.at)) return nullptr;
        if (value->type.kind == Kind::kText)
            out->text_set.push_back(right->text_value);
        else
            out->int_set.push_back(right->int_value);
    }
    std::sort(out->int_set.begin(), out->int_set.end());
    std::sort(out->text_set.begin(), out->text_set.end());
    return out;
}

NodePtr Typer::in_named_set(const NodePtr& value, const Expr& name, const Entity& entity) {
    const NamedCodes* codes =
        name.path.size() == 1 ? model_.find_codes(pack(), name.path[0].text) : nullptr;
    if (!codes) {
        NodePtr set = expression(name, entity);
        if (!set) return nullptr;
        if (set->type.kind == Kind::kChoices && set->type.codes == value->type.codes) {
            return has_varying("in", value, set, name);
        }
        return fail(name.at, say("in 之后应是集合或 codes", "after `in` comes a set or a `codes`"));
    }
    if (codes->list != value->type.codes) {
        const Text type = describe(value->type);
        return fail(name.at, {fmt::format("“{}”是“{}”的选项，左边却是{}", codes->name,
                                          codes->list->label, type.zh),
                              fmt::format("`{}` holds choices of {}, the left side is {}",
                                          codes->name, codes->list->name, type.en)});
    }
    auto out = std::make_shared<Node>(*make(Op::kInSet, kTruth, entity, name.at, {value}));
    out->int_set = codes->codes;
    return out;
}

NodePtr Typer::has(const Expr& expr, const Entity& entity) {
    NodePtr value = expression(*expr.args[0], entity);
    if (!value) return nullptr;
    if (value->type.kind != Kind::kChoices) {
        const Text type = describe(value->type);
        return fail(expr.at,
                    {fmt::format("has 用于多选字段，这里是{}", type.zh),
                     fmt::format("`has` is for several choices, this is {}", type.en)},
                    say("单个选项用 = 或 in", "for one choice use `=` or `in`"));
    }
    const Expr& set = *expr.args[1];
    NodePtr wanted = mask(set, *value->type.codes, entity);
    if (!wanted) return nullptr;
    if (wanted->op != Op::kConstant) return has_varying(expr.text, value, wanted, expr);
    return make(has_op(expr.text), kTruth, entity, expr.at, {value}, wanted->int_value);
}

// The choices of a set, a codes name, one choice, or a parameter (which is no constant).
NodePtr Typer::mask(const Expr& set, const CodeList& codes, const Entity& entity) {
    const ValueType type{Kind::kChoices, &codes};
    std::int64_t bits = 0;
    if (set.kind == ExprKind::kSet) {
        for (const ExprPtr& item : set.args)
            if (!collect_mask(*item, codes, bits)) return nullptr;
        return constant(type, bits, entity, set.at);
    }
    const bool bare = set.kind == ExprKind::kPath && set.path.size() == 1;
    if (bare && codes.by_name(set.path[0].text)) {
        collect_mask(set, codes, bits);
        return constant(type, bits, entity, set.at);
    }
    const NamedCodes* named = bare ? model_.find_codes(pack(), set.path[0].text) : nullptr;
    if (named && named->list == &codes)
        return constant(type, bits_of(named->codes), entity, set.at);
    NodePtr value = expression(set, entity, &codes);
    if (!value || value->type.kind == Kind::kChoices) return value;
    return fail(set.at, say("这里应是“{}”的选项", "choices of {} are wanted here",
                            std::string(bare ? codes.label : codes.name)));
}

bool Typer::collect_mask(const Expr& item, const CodeList& codes, std::int64_t& bits) {
    if (item.kind != ExprKind::kPath || item.path.size() != 1) {
        return fail(item.at, say("这里应是选项的名字", "the name of a choice is wanted here")) !=
               nullptr;
    }
    const Choice* found = codes.by_name(item.path[0].text);
    if (!found) return choice(item.path[0], codes, *model_.catalog[0]) != nullptr;
    bits |= std::int64_t{1} << found->code;
    return true;
}

// Sets that are known only when a record is judged (a parameter): spelled out choice by choice,
// with what was written kept beside it.
//   in: some c with value = c and set has c        any: some c in both
//   all: no c in the set and not in value          only: some c in value, none outside the set
NodePtr Typer::has_varying(const std::string& mode, const NodePtr& value, const NodePtr& set,
                           const Expr& expr) {
    const Entity& entity = *value->entity;
    const auto holds = [&](const NodePtr& node, const Choice& c) {
        if (node->type.kind == Kind::kChoice) {
            return make(Op::kEqual, kTruth, entity, expr.at,
                        {node, constant(node->type, c.code, entity, expr.at)});
        }
        return make(Op::kHasAny, kTruth, entity, expr.at, {node}, std::int64_t{1} << c.code);
    };
    const bool some = mode == "in" || mode == "any" || mode.empty();
    const Op written = mode == "in" ? Op::kInSet : has_op(mode);
    const auto done = [&](const NodePtr& spelled) {
        auto node = std::make_shared<Node>(*spelled);
        node->short_for = make(written, kTruth, entity, expr.at, {value, set});
        return node;
    };
    NodePtr out;
    for (const Choice& c : set->type.codes->choices) {
        const NodePtr& must = mode == "all" ? set : value;
        const NodePtr& then = mode == "all" ? value : set;
        NodePtr premise = holds(must, c);
        if (!some) premise = make(Op::kNot, kTruth, entity, expr.at, {premise});
        NodePtr one =
            make(some ? Op::kAnd : Op::kOr, kTruth, entity, expr.at, {premise, holds(then, c)});
        out = out ? make(some ? Op::kOr : Op::kAnd, kTruth, entity, expr.at, {out, one}) : one;
    }
    if (mode != "only") return done(out);
    std::int64_t all = 0;
    for (const Choice& c : set->type.codes->choices) all |= std::int64_t{1} << c.code;
    NodePtr any = make(Op::kHasAny, kTruth, entity, expr.at, {value}, all);
    return done(make(Op::kAnd, kTruth, entity, expr.at, {any, out}));
}

NodePtr Typer::is_empty(const Expr& expr, const Entity& entity) {
    NodePtr value = expression(*expr.args[0], entity);
    if (!value) return nullptr;
    if (value->type.kind != Kind::kChoices) {
        return fail(expr.at, say("is empty 用于多选字段", "`is empty` is for several choices"),
                    say("没有值写作 not known x", "for no value write `not known x`"));
    }
    const ValueType count{Kind::kNumber};
    NodePtr size = make(Op::kSize, count, entity, expr.at, {value});
    return make(Op::kEqual, kTruth, entity, expr.at, {size, constant(count, 0, entity, expr.at)});
}

}  // namespace tz::policy
