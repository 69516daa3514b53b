// Literals, units, arithmetic and rounding.
#include <algorithm>
#include <limits>

#include "base/date.h"
#include "base/money.h"
#include "policy/check/typer.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

constexpr int kMostDecimals = 9;
constexpr std::string_view kPercent = "%";

bool is_number(const NodePtr& node) { return node->type.kind == Kind::kNumber; }
bool is_money(const NodePtr& node) { return node->type.kind == Kind::kMoney; }

ValueType number_type(std::string unit = {}, int decimals = 0) {
    return {Kind::kNumber, nullptr, std::move(unit), decimals};
}

// A plain number stands for a count.
bool unit_fits(const ValueType& a, const ValueType& b) {
    return a.unit == b.unit || (a.unit.empty() && is_count_unit(b.unit)) ||
           (b.unit.empty() && is_count_unit(a.unit));
}

int decimals_of(std::string_view digits) {
    const std::size_t dot = digits.find('.');
    if (dot == std::string_view::npos) return 0;
    while (digits.ends_with('0')) digits.remove_suffix(1);
    return static_cast<int>(digits.size() - dot - 1);
}

Text unlike(const ValueType& a, const ValueType& b) {
    const Text left = describe(a), right = describe(b);
    return {fmt::format("{}和{}不能放在一起比较或计算", left.zh, right.zh),
            fmt::format("{} and {} do not go together", left.en, right.en)};
}

// What would make unlike values alike.
Text unlike_fix(const ValueType& a, const ValueType& b) {
    const bool numbers = a.kind == Kind::kNumber && b.kind == Kind::kNumber;
    const std::string& unit = a.unit.empty() ? b.unit : a.unit;
    if (numbers && (a.unit.empty() || b.unit.empty())) {
        return say("在数字后写单位 {}", "write the unit {} behind the number", unit);
    }
    const bool money = a.kind == Kind::kMoney || b.kind == Kind::kMoney;
    const bool plain = a.kind == Kind::kNumber || b.kind == Kind::kNumber;
    const bool percent = a.unit == kPercent || b.unit == kPercent;
    if (money && percent)
        return say("百分比要乘在金额上：x * 90 % round down to 1 元",
                   "a percentage is of something: x * 90 % round down to 1 元");
    if (numbers)
        return say("两边用同一种单位：{} 或 {}", "use one unit on both sides: {} or {}", a.unit,
                   b.unit);
    if (money && plain) return say("金额写作 5000 元", "money is written 5000 元");
    if (a.kind == Kind::kText || b.kind == Kind::kText) {
        return say("文字写在双引号里，数字不写引号", "text stands in quotes, numbers do not");
    }
    if (a.codes || b.codes) {
        std::vector<std::string> names;
        for (const Choice& c : (a.codes ? a.codes : b.codes)->choices) names.emplace_back(c.name);
        return suggest("", std::move(names));
    }
    const bool date = a.kind == Kind::kDate || b.kind == Kind::kDate;
    const bool month = a.kind == Kind::kMonth || b.kind == Kind::kMonth;
    if (date && month)
        return say("日期换成年月用 month_of(…)", "turn the date into a month with month_of(…)");
    return {};
}

}  // namespace

NodePtr Typer::literal(const Expr& expr, const Entity& entity) {
    switch (expr.kind) {
        case ExprKind::kNumber:
            return number(expr, entity);
        case ExprKind::kBool:
            return constant({}, expr.text == "true" ? 1 : 0, entity, expr.at);
        case ExprKind::kDate:
            if (const auto date = parse_date(expr.text)) {
                return constant({Kind::kDate}, date->days, entity, expr.at);
            }
            return fail(expr.at, say("没有{}这一天", "there is no day {}", expr.text));
        case ExprKind::kMonth:
            if (const auto month = parse_month(expr.text)) {
                return constant({Kind::kMonth}, month->months, entity, expr.at);
            }
            return fail(expr.at, say("没有{}这个月", "there is no month {}", expr.text));
        case ExprKind::kNegate: {
            NodePtr x = expression(*expr.args[0], entity);
            if (!x) return nullptr;
            if (!is_number(x) && !is_money(x))
                return fail(expr.at, say("负号只用于数字和金额", "`-` is for numbers and money"));
            if (x->op == Op::kConstant) return constant(x->type, -x->int_value, entity, expr.at);
            return make(Op::kNegate, x->type, entity, expr.at, {x});
        }
        default: {
            auto text =
                std::make_shared<Node>(*make(Op::kConstant, {Kind::kText}, entity, expr.at));
            text->text_value = expr.text;
            return text;
        }
    }
}

NodePtr Typer::number(const Expr& expr, const Entity& entity) {
    if (is_money_unit(expr.unit)) {
        const auto money = parse_money(expr.text + (expr.unit == "yuan" ? "元" : expr.unit));
        if (money) return constant({Kind::kMoney}, money->fen, entity, expr.at);
        return fail(expr.at, say("金额最多精确到分", "money has at most two decimals"));
    }
    const auto unit = expr.unit.empty() ? UnitInfo{} : find_unit(expr.unit, model_.catalog);
    if (!unit) {
        return fail(expr.at, say("不认识单位“{}”", "unknown unit `{}`", expr.unit),
                    suggest(expr.unit, unit_names(model_.catalog)));
    }
    const int decimals = decimals_of(expr.text);
    const auto value = to_scaled(expr.text, decimals);
    if (!value || decimals > kMostDecimals) {
        return fail(expr.at, say("数字“{}”太大或小数太多",
                                 "the number {} is too large or has too many decimals", expr.text));
    }
    return constant(number_type(unit->name, decimals + unit->more_decimals), *value, entity,
                    expr.at);
}

// The same value with more decimals; constants are scaled here, the rest when a record is judged.
NodePtr Typer::scaled(const NodePtr& node, int decimals) {
    if (!node || node->type.decimals >= decimals) return node;
    ValueType type = node->type;
    const std::int64_t factor = power_of_ten(decimals - type.decimals);
    type.decimals = decimals;
    std::int64_t value = 0;
    if (node->op != Op::kConstant || __builtin_mul_overflow(node->int_value, factor, &value)) {
        auto out = std::make_shared<Node>(*node);
        out->define = -1;
        out->op = Op::kScale;
        out->type = type;
        out->args = {node};
        out->int_value = factor;
        return out;
    }
    auto out = std::make_shared<Node>(*node);
    out->type = type;
    out->int_value = value;
    return out;
}

bool Typer::align(NodePtr& a, NodePtr& b, Spot at) {
    if (!a || !b) return false;
    const bool numbers = is_number(a) && is_number(b);
    if (numbers ? !unit_fits(a->type, b->type) : !same_kind(a->type, b->type)) {
        fail(at, unlike(a->type, b->type), unlike_fix(a->type, b->type));
        return false;
    }
    if (!numbers) return true;
    const int decimals = std::max(a->type.decimals, b->type.decimals);
    a = scaled(a, decimals);
    b = scaled(b, decimals);
    return true;
}

NodePtr Typer::sum(const Expr& expr, const Entity& entity) {
    NodePtr a = expression(*expr.args[0], entity);
    NodePtr b = expression(*expr.args[1], entity);
    return a && b ? sum_of(expr.text == "+" ? Op::kAdd : Op::kSubtract, a, b, expr) : nullptr;
}

// Numbers and money add up; a date moves by days, a month by months; the difference of two dates
// is days, that of two months is months.
NodePtr Typer::sum_of(Op op, NodePtr a, NodePtr b, const Expr& expr) {
    const Entity& entity = *a->entity;
    const Kind kind = a->type.kind;
    const bool calendar = kind == Kind::kDate || kind == Kind::kMonth;
    const std::string unit = kind == Kind::kDate ? "day" : "month";
    if (calendar && b->type.kind == kind && op == Op::kSubtract) {
        return make(op, number_type(unit), entity, expr.at, {a, b});
    }
    if (calendar && is_number(b) && b->type.unit == unit && b->type.decimals == 0) {
        return make(op, a->type, entity, expr.at, {a, b});
    }
    if (calendar) {
        return fail(expr.at, unlike(a->type, b->type),
                    say("日期加减天数（30 days），年月加减月数（6 months）",
                        "a date moves by days (30 days), a month by months (6 months)"));
    }
    if (!align(a, b, expr.at)) return nullptr;
    if (!is_number(a) && !is_money(a)) {
        return fail(expr.at,
                    say("只有数字、金额和日期可以加减", "only numbers, money and dates add up"));
    }
    ValueType type = a->type;
    if (type.unit.empty()) type.unit = b->type.unit;
    return make(op, std::move(type), entity, expr.at, {a, b});
}

NodePtr Typer::product(const Expr& expr, const Entity& entity) {
    if (expr.text == "/") {
        return fail(expr.at, say("除法要写明怎样舍入", "a division must say how it rounds"),
                    say("在后面写 round down to 1 元 或 round half up to 0.1",
                        "end it with `round down to 1 元` or `round half up to 0.1`"));
    }
    NodePtr a = expression(*expr.args[0], entity);
    NodePtr b = expression(*expr.args[1], entity);
    NodePtr out = a && b ? multiplied(a, b, expr.at) : nullptr;
    if (out && is_money(out) && out->type.decimals > 0) {
        return fail(expr.at,
                    say("金额乘以小数或百分比要写明怎样舍入",
                        "money times a fraction must say how it rounds"),
                    say("在后面写 round down to 1 元", "end it with `round down to 1 元`"));
    }
    return out;
}

// The unit of one side at most; % counts as two more decimals. Money keeps the decimals beyond fen
// in its type until it is rounded.
NodePtr Typer::multiplied(const NodePtr& a, const NodePtr& b, Spot at) {
    const auto countable = [](const NodePtr& x) { return is_number(x) || is_money(x); };
    if (!countable(a) || !countable(b)) {
        return fail(at, say("只有数字和金额可以相乘", "only numbers and money multiply"));
    }
    const auto plain = [](const NodePtr& x) {
        return is_number(x) && (is_count_unit(x->type.unit) || x->type.unit == kPercent);
    };
    if (!plain(a) && !plain(b)) {
        return fail(at, say("两个带单位的量不能相乘", "two quantities with units do not multiply"));
    }
    const bool keep_left =
        !plain(a) || (plain(b) && a->type.unit != kPercent && b->type.unit.empty());
    ValueType type = keep_left ? a->type : b->type;
    const ValueType& factor = keep_left ? b->type : a->type;
    if (type.unit == kPercent) type = {Kind::kNumber, nullptr, "", type.decimals + 2};
    type.decimals += factor.decimals + (factor.unit == kPercent ? 2 : 0);
    if (type.decimals > 2 * kMostDecimals) return fail(at, say("小数位太多", "too many decimals"));
    return make(Op::kMultiply, std::move(type), *a->entity, at, {a, b});
}

// Gathers a chain of * and / into one numerator and one denominator.
bool Typer::factors(const Expr& expr, const Entity& entity, bool over, NodePtr& top,
                    NodePtr& bottom) {
    const bool chain = expr.kind == ExprKind::kBinary && (expr.text == "*" || expr.text == "/");
    if (chain) {
        return factors(*expr.args[0], entity, over, top, bottom) &&
               factors(*expr.args[1], entity, over != (expr.text == "/"), top, bottom);
    }
    NodePtr value = expression(expr, entity);
    if (!value) return false;
    if (!is_number(value) && !is_money(value)) {
        fail(expr.at, say("只有数字和金额可以乘除", "only numbers and money multiply and divide"));
        return false;
    }
    NodePtr& side = over ? bottom : top;
    side = side ? multiplied(side, value, expr.at) : value;
    return side != nullptr;
}

NodePtr Typer::rounded(const Expr& expr, const Entity& entity) {
    NodePtr top, bottom;
    const bool fits = factors(*expr.args[0], entity, false, top, bottom);
    NodePtr step = number(*expr.args[1], entity);
    if (!fits || !step) return nullptr;
    if (step->int_value <= 0)
        return fail(expr.at, say("舍入的单位要大于0", "the step of rounding is above 0"));
    if (!bottom) bottom = constant(number_type(), 1, entity, expr.at);
    if (!quotient_type(top, bottom, step, expr.at)) return nullptr;
    return divided(expr, top, bottom, step);
}

// Whether the step has the kind and unit that the quotient has.
bool Typer::quotient_type(const NodePtr& top, const NodePtr& bottom, const NodePtr& step, Spot at) {
    const bool same =
        is_money(top) == is_money(bottom) && (is_money(top) || unit_fits(top->type, bottom->type));
    const bool share =
        same && (step->type.unit == kPercent || step->type.unit.empty()) && is_number(step);
    const bool by_count =
        is_number(bottom) && (is_count_unit(bottom->type.unit) || bottom->type.unit == kPercent);
    const bool kept =
        by_count && top->type.kind == step->type.kind && unit_fits(top->type, step->type);
    if (share || kept) return true;
    const Text left = describe(top->type), right = describe(bottom->type),
               result = describe(step->type);
    fail(at,
         {fmt::format("{}除以{}，不能舍入为{}", left.zh, right.zh, result.zh),
          fmt::format("{} divided by {} does not round to {}", left.en, right.en, result.en)},
         is_money(top) ? say("舍入单位写成金额，如 1 元", "give the step as money, such as 1 元")
                       : Text{});
    return false;
}

// In whole steps: round(top * int_value / (bottom * int_value2)), then times the step.
NodePtr Typer::divided(const Expr& expr, const NodePtr& top, const NodePtr& bottom,
                       const NodePtr& step) {
    const auto places = [](const NodePtr& x) {
        return x->type.decimals + (is_money(x) ? 2 : 0) + (x->type.unit == kPercent ? 2 : 0);
    };
    const int shift = places(bottom) - places(top) + places(step);
    std::int64_t divisor = 0;
    const bool fits =
        std::abs(shift) <= 18 &&
        !__builtin_mul_overflow(power_of_ten(std::max(-shift, 0)), step->int_value, &divisor);
    if (!fits) return fail(expr.at, say("小数位太多", "too many decimals"));
    const Op op = expr.text == "down" ? Op::kDivideDown : Op::kDivideHalfUp;
    auto out = std::make_shared<Node>(*make(op, step->type, *top->entity, expr.at, {top, bottom},
                                            power_of_ten(std::max(shift, 0))));
    out->int_value2 = divisor;
    if (step->int_value == 1) return out;
    return make(Op::kScale, step->type, *top->entity, expr.at, {out}, step->int_value);
}

}  // namespace tz::policy
