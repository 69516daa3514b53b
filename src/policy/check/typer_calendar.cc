// Functions of dates and months, and the smaller or greater of values.
#include <algorithm>
#include <array>

#include "policy/check/periods.h"
#include "policy/check/typer.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

const ValueType kCount{Kind::kNumber};

constexpr std::array<std::string_view, 14> kCalendar = {
    "age",    "years_between", "months_between",   "year",        "month_of",
    "month",  "quarter",       "school_year",      "weekday",     "start_of",
    "end_of", "add_months",    "workdays_between", "add_workdays"};

std::optional<Op> part_of_day(std::string_view name) {
    if (name == "month") return Op::kMonth;
    if (name == "quarter") return Op::kQuarter;
    if (name == "school_year") return Op::kSchoolYear;
    if (name == "weekday") return Op::kWeekday;
    return std::nullopt;
}

bool has_order(Kind kind) {
    return kind == Kind::kNumber || kind == Kind::kMoney || kind == Kind::kDate ||
           kind == Kind::kMonth;
}

}  // namespace

bool is_calendar_function(std::string_view name) {
    return std::find(kCalendar.begin(), kCalendar.end(), name) != kCalendar.end();
}

NodePtr Typer::calendar_call(const Expr& expr, const Entity& entity) {
    const std::string& name = expr.text;
    if (name == "start_of" || name == "end_of") return period_call(expr, entity);
    if (name == "add_months") return add_months_call(expr, entity);
    if (name == "workdays_between" || name == "add_workdays") return workdays_call(expr, entity);
    if (const auto op = part_of_day(name)) {
        if (!arity(expr, 1, 1)) return nullptr;
        return make(*op, kCount, entity, expr.at, {argument(expr, 0, entity, Kind::kDate)});
    }
    const bool between = name.ends_with("_between");
    if (!arity(expr, between ? 2 : 1, between || name == "age" ? 2 : 1)) return nullptr;
    if (name == "age" || name == "years_between") {
        NodePtr from = argument(expr, 0, entity, Kind::kDate);
        NodePtr to = expr.args.size() == 2 ? argument(expr, 1, entity, Kind::kDate)
                                           : make(Op::kAsOf, {Kind::kDate}, entity, expr.at);
        return make(name == "age" ? Op::kAge : Op::kYearsBetween, {Kind::kNumber, nullptr, "year"},
                    entity, expr.at, {from, to});
    }
    const auto month = [&](std::size_t i) -> NodePtr {
        NodePtr x = expression(*expr.args[i], entity);
        if (x && x->type.kind == Kind::kDate)
            return make(Op::kMonthOf, {Kind::kMonth}, entity, expr.at, {x});
        if (!x || x->type.kind == Kind::kMonth) return x;
        return fail(expr.args[i]->at,
                    say("这里应是日期或年月", "a date or a month is wanted here"));
    };
    if (name == "months_between") {
        NodePtr a = month(0), b = month(1);
        return make(Op::kMonthsBetween, {Kind::kNumber, nullptr, "month"}, entity, expr.at, {a, b});
    }
    if (name == "month_of") {
        return make(Op::kMonthOf, {Kind::kMonth}, entity, expr.at,
                    {argument(expr, 0, entity, Kind::kDate)});
    }
    NodePtr x = expression(*expr.args[0], entity);
    if (x && x->type.kind == Kind::kMonth)
        return make(Op::kYearOfMonth, kCount, entity, expr.at, {x});
    if (x && x->type.kind == Kind::kDate) return make(Op::kYear, kCount, entity, expr.at, {x});
    return x ? fail(expr.args[0]->at, say("year 要日期或年月", "`year` takes a date or a month"))
             : nullptr;
}

// start_of(month, day)
NodePtr Typer::period_call(const Expr& expr, const Entity& entity) {
    if (!arity(expr, 2, 2)) return nullptr;
    const Expr& word = *expr.args[0];
    const bool bare = word.kind == ExprKind::kPath && word.path.size() == 1;
    const auto period = bare ? parse_period(word.path[0].text) : std::nullopt;
    if (!period) {
        return fail(
            word.at,
            say("“{}”的第一个参数是 month、quarter、year 或 school_year",
                "the first argument of `{}` is month, quarter, year or school_year", expr.text));
    }
    NodePtr day = argument(expr, 1, entity, Kind::kDate);
    return make(expr.text == "start_of" ? Op::kStartOf : Op::kEndOf, {Kind::kDate}, entity, expr.at,
                {day}, static_cast<std::int64_t>(*period));
}

NodePtr Typer::add_months_call(const Expr& expr, const Entity& entity) {
    if (!arity(expr, 2, 2)) return nullptr;
    NodePtr day = argument(expr, 0, entity, Kind::kDate);
    NodePtr months = argument(expr, 1, entity, Kind::kNumber);
    if (!day || !months) return nullptr;
    const bool counts = months->type.unit.empty() || months->type.unit == "month";
    if (!counts || months->type.decimals != 0)
        return fail(expr.args[1]->at, say("第二个参数是整月数，如 6 months",
                                          "the second argument is months, such as 6 months"));
    return make(Op::kAddMonths, {Kind::kDate}, entity, expr.at, {day, months});
}

NodePtr Typer::workdays_call(const Expr& expr, const Entity& entity) {
    if (!arity(expr, 2, 2)) return nullptr;
    const bool between = expr.text == "workdays_between";
    NodePtr from = argument(expr, 0, entity, Kind::kDate);
    NodePtr to = argument(expr, 1, entity, between ? Kind::kDate : Kind::kNumber);
    if (!from || !to) return nullptr;
    const bool counts =
        between || ((to->type.unit.empty() || to->type.unit == "day") && to->type.decimals == 0);
    if (!counts)
        return fail(expr.args[1]->at,
                    say("第二个参数是整天数", "the second argument is a number of days"));
    const int calendar = model_.find_calendar(pack());
    if (calendar < 0)
        return fail(expr.at, say("没有工作日历", "there is no calendar of working days"),
                    say("在本包或上级包里写 calendar", "declare a `calendar` here or above"));
    const ValueType days{Kind::kNumber, nullptr, "day"};
    auto out = std::make_shared<Node>(*make(between ? Op::kWorkdaysBetween : Op::kAddWorkdays,
                                            between ? days : ValueType{Kind::kDate}, entity,
                                            expr.at, {from, to}));
    out->index = calendar;
    return out;
}

// least(a, b, …): one after the other, each as `if a <= b then a else b`.
NodePtr Typer::extreme_call(const Expr& expr, const Entity& entity) {
    if (!arity(expr, 2, 8)) return nullptr;
    const Op op = expr.text == "least" ? Op::kLessOrEqual : Op::kGreaterOrEqual;
    NodePtr best = expression(*expr.args[0], entity);
    for (std::size_t i = 1; i < expr.args.size(); ++i) {
        NodePtr next = expression(*expr.args[i], entity);
        if (!best || !next || !align(best, next, expr.at)) return nullptr;
        if (!has_order(best->type.kind)) {
            const Text type = describe(best->type);
            return fail(expr.at, {fmt::format("{}没有大小之分", type.zh),
                                  fmt::format("{} has no order", type.en)});
        }
        ValueType type = best->type;
        if (type.unit.empty()) type.unit = next->type.unit;
        NodePtr test = make(op, {}, entity, expr.at, {best, next});
        best = make(Op::kIf, std::move(type), entity, expr.at, {test, best, next});
    }
    return best;
}

}  // namespace tz::policy
