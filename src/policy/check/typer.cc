// Logic and comparison.
#include "policy/check/typer.h"

#include <array>

#include "policy/check/units.h"

namespace tz::policy {
namespace {

const ValueType kTruth{};

std::optional<Op> comparison_op(std::string_view sign) {
    if (sign == "=") return Op::kEqual;
    if (sign == "!=") return Op::kNotEqual;
    if (sign == "<") return Op::kLess;
    if (sign == "<=") return Op::kLessOrEqual;
    if (sign == ">") return Op::kGreater;
    if (sign == ">=") return Op::kGreaterOrEqual;
    return std::nullopt;
}

bool is_bare(const Expr& expr) { return expr.kind == ExprKind::kPath && expr.path.size() == 1; }

bool has_order(Kind kind) {
    return kind == Kind::kNumber || kind == Kind::kMoney || kind == Kind::kDate ||
           kind == Kind::kMonth;
}

}  // namespace

NodePtr Typer::make(Op op, ValueType type, const Entity& entity, Spot at, std::vector<NodePtr> args,
                    std::int64_t int_value) {
    for (const NodePtr& arg : args)
        if (!arg) return nullptr;
    auto node = std::make_shared<Node>();
    node->op = op;
    node->type = std::move(type);
    node->entity = &entity;
    node->args = std::move(args);
    node->int_value = int_value;
    node->at = model_.position(file_, at);
    return node;
}

NodePtr Typer::constant(ValueType type, std::int64_t value, const Entity& entity, Spot at) {
    return make(Op::kConstant, std::move(type), entity, at, {}, value);
}

NodePtr Typer::fail(Spot at, Text message, Text fix) {
    model_.report(file_).error(at, std::move(message), std::move(fix));
    return nullptr;
}

NodePtr Typer::condition(const Expr& expr, const Entity& entity) {
    NodePtr node = expression(expr, entity);
    if (!node || node->type.kind == Kind::kBool) return node;
    const Text type = describe(node->type);
    return fail(expr.at,
                {fmt::format("这里应当是条件，却是{}", type.zh),
                 fmt::format("a condition is wanted here, this is {}", type.en)},
                say("写成比较，如 x >= 1", "compare it with something, such as x >= 1"));
}

NodePtr Typer::expression(const Expr& expr, const Entity& entity, const CodeList* expected) {
    return dispatch(expr, entity, expected);
}

NodePtr Typer::dispatch(const Expr& expr, const Entity& entity, const CodeList* expected) {
    switch (expr.kind) {
        case ExprKind::kPath:
            return path(expr, entity, expected);
        case ExprKind::kNot:
            return make(Op::kNot, kTruth, entity, expr.at, {condition(*expr.args[0], entity)});
        case ExprKind::kBinary:
            if (expr.text == "and" || expr.text == "or") return logic(expr, entity);
            if (comparison_op(expr.text)) return comparison(expr, entity);
            return expr.text == "+" || expr.text == "-" ? sum(expr, entity) : product(expr, entity);
        case ExprKind::kBetween:
            return between(expr, entity);
        case ExprKind::kIn:
            return member(expr, entity);
        case ExprKind::kHas:
            return has(expr, entity);
        case ExprKind::kIsEmpty:
            return is_empty(expr, entity);
        case ExprKind::kKnown:
            return known(expr, entity);
        case ExprKind::kMissingAs:
            return missing_as(expr, entity, expected);
        case ExprKind::kIf:
            return conditional(expr, entity, expected);
        case ExprKind::kRound:
            return rounded(expr, entity);
        case ExprKind::kCall:
            return call(expr, entity);
        case ExprKind::kSet:
            return fail(expr.at, say("集合只能写在 in 或 has 之后",
                                     "a set stands only after `in` or `has`"));
        default:
            return literal(expr, entity);
    }
}

NodePtr Typer::logic(const Expr& expr, const Entity& entity) {
    NodePtr a = condition(*expr.args[0], entity);
    NodePtr b = condition(*expr.args[1], entity);
    return make(expr.text == "and" ? Op::kAnd : Op::kOr, kTruth, entity, expr.at, {a, b});
}

// Both sides of a comparison. The name of a choice is looked up in the code list of the other side.
bool Typer::sides(const Expr& a, const Expr& b, const Entity& entity, NodePtr& left,
                  NodePtr& right) {
    const bool path_after = b.kind == ExprKind::kPath && !is_bare(b);
    const bool neither =
        is_bare(a) && is_bare(b) && !names_value(a, entity) && !names_value(b, entity);
    const bool left_first = !is_bare(a) || neither || (names_value(a, entity) && !path_after);
    const Expr& first = left_first ? a : b;
    const Expr& second = left_first ? b : a;
    NodePtr& first_node = left_first ? left : right;
    NodePtr& second_node = left_first ? right : left;
    first_node = expression(first, entity);
    if (!first_node) return false;
    const bool choice =
        first_node->type.kind == Kind::kChoice || first_node->type.kind == Kind::kChoices;
    second_node = expression(second, entity, choice ? first_node->type.codes : nullptr);
    return second_node != nullptr;
}

NodePtr Typer::comparison(const Expr& expr, const Entity& entity) {
    NodePtr a, b;
    if (!sides(*expr.args[0], *expr.args[1], entity, a, b)) return nullptr;
    return compared(*comparison_op(expr.text), a, b, expr);
}

NodePtr Typer::compared(Op op, NodePtr a, NodePtr b, const Expr& expr) {
    if (!a || !b) return nullptr;
    if (a->type.kind == Kind::kChoices || b->type.kind == Kind::kChoices) {
        return fail(
            expr.at,
            say("多选字段不能用“{}”比较", "several choices are not compared with `{}`", expr.text),
            say("用 has、has any、has all 或 has only",
                "use `has`, `has any`, `has all` or `has only`"));
    }
    if (!align(a, b, expr.at)) return nullptr;
    const bool equality = op == Op::kEqual || op == Op::kNotEqual;
    if (!equality && !has_order(a->type.kind)) {
        const Text type = describe(a->type);
        return fail(
            expr.at,
            {fmt::format("{}没有大小之分", type.zh), fmt::format("{} has no order", type.en)},
            say("用 =、!= 或 in {{…}}", "use `=`, `!=` or `in {{…}}`"));
    }
    return make(op, kTruth, *a->entity, expr.at, {a, b});
}

NodePtr Typer::between(const Expr& expr, const Entity& entity) {
    NodePtr x = expression(*expr.args[0], entity);
    NodePtr low = compared(Op::kGreaterOrEqual, x, expression(*expr.args[1], entity), expr);
    NodePtr high = compared(Op::kLessOrEqual, x, expression(*expr.args[2], entity), expr);
    return make(Op::kAnd, kTruth, entity, expr.at, {low, high});
}

NodePtr Typer::conditional(const Expr& expr, const Entity& entity, const CodeList* expected) {
    NodePtr test = condition(*expr.args[0], entity);
    NodePtr yes, no;
    if (expected) {
        yes = expression(*expr.args[1], entity, expected);
        no = expression(*expr.args[2], entity, expected);
    } else {
        sides(*expr.args[1], *expr.args[2], entity, yes, no);
    }
    if (!test || !yes || !no || !align(yes, no, expr.at)) return nullptr;
    ValueType type = yes->type;
    return make(Op::kIf, std::move(type), entity, expr.at, {test, yes, no});
}

NodePtr Typer::missing_as(const Expr& expr, const Entity& entity, const CodeList* expected) {
    NodePtr x = expression(*expr.args[0], entity, expected);
    if (!x) return nullptr;
    const bool several = x->type.kind == Kind::kChoices;
    NodePtr value = several ? mask(*expr.args[1], *x->type.codes, entity)
                            : expression(*expr.args[1], entity, x->type.codes);
    if (!value || (!several && !align(x, value, expr.at))) return nullptr;
    ValueType type = x->type;
    return make(Op::kMissingAs, std::move(type), entity, expr.at, {x, value});
}

NodePtr Typer::known(const Expr& expr, const Entity& entity) {
    const Expr& x = *expr.args[0];
    if (is_bare(x)) {
        const std::size_t field = entity.index(x.path[0].text);
        if (field < entity.fields.size() && entity.fields[field].type == Type::kReference) {
            return exists_call(x, entity);
        }
    }
    return make(Op::kKnown, kTruth, entity, expr.at, {expression(x, entity)});
}

}  // namespace tz::policy
