#include "policy/program/apply.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "base/date.h"
#include "policy/program/apply_text.h"

namespace tz::policy {
namespace {

using Int = std::int64_t;
__extension__ typedef __int128 Wide;
using MaybeInt = std::optional<Int>;
using Args = std::span<const Datum>;

MaybeInt narrow(Wide value) {
    if (value < std::numeric_limits<Int>::min() || value > std::numeric_limits<Int>::max())
        return std::nullopt;
    return static_cast<Int>(value);
}

Datum both(bool a_decides, bool b_decides, bool known, Int decided, Int otherwise) {
    if (a_decides || b_decides) return Datum::of(decided);
    return known ? Datum::of(otherwise) : Datum{};
}

Datum logic(Op op, Args args) {
    const Datum &a = args[0], &b = args[1];
    const bool known = a.known && b.known;
    if (op == Op::kAnd) return both(a.is_false(), b.is_false(), known, 0, 1);
    return both(a.is_true(), b.is_true(), known, 1, 0);
}

Datum choose(Args args) {
    if (!args[0].known) return {};
    return args[0].number != 0 ? args[1] : args[2];
}

bool compares(Op op, std::strong_ordering order) {
    switch (op) {
        case Op::kEqual:
            return order == 0;
        case Op::kNotEqual:
            return order != 0;
        case Op::kLess:
            return order < 0;
        case Op::kLessOrEqual:
            return order <= 0;
        case Op::kGreater:
            return order > 0;
        default:
            return order >= 0;
    }
}

Datum compare(Op op, Kind kind, const Datum& a, const Datum& b) {
    if (!a.known || !b.known) return {};
    const auto order = kind == Kind::kText ? a.text <=> b.text : a.number <=> b.number;
    return Datum::of(Int{compares(op, order)});
}

Datum in_set(const Program& program, const Instruction& in, Kind kind, const Datum& a) {
    if (!a.known) return {};
    if (kind == Kind::kText)
        return Datum::of(
            Int{std::ranges::binary_search(program.text_sets[in.set], a.text, std::less<>())});
    return Datum::of(Int{std::ranges::binary_search(program.int_sets[in.set], a.number)});
}

Datum choices(Op op, Int bits, Int mask) {
    switch (op) {
        case Op::kHasAny:
            return Datum::of(Int{(bits & mask) != 0});
        case Op::kHasAll:
            return Datum::of(Int{(bits & mask) == mask});
        case Op::kHasOnly:
            return Datum::of(Int{bits != 0 && (bits & ~mask) == 0});
        default:
            return Datum::of(Int{std::popcount(static_cast<std::uint64_t>(bits))});
    }
}

MaybeInt arithmetic(const Instruction& in, Int a, Int b) {
    switch (in.op) {
        case Op::kAdd:
            return narrow(Wide{a} + b);
        case Op::kSubtract:
            return narrow(Wide{a} - b);
        case Op::kMultiply:
            return narrow(Wide{a} * b);
        case Op::kNegate:
            return narrow(-Wide{a});
        case Op::kScale:
            return narrow(Wide{a} * in.int_value);
        default:
            return divide(a, b, in.int_value, in.int_value2, in.op == Op::kDivideHalfUp);
    }
}

Date date(Int days) { return {static_cast<std::int32_t>(days)}; }

Int months_of(Int value, Kind kind) {
    return kind == Kind::kDate ? month_of(date(value)).months : value;
}

constexpr Int kMostMonths = 12 * 10000;  // further than any two days with a name

Int floor_div(Int a, Int b) { return a / b - (a % b < 0 ? 1 : 0); }

Datum calendar(const Program& program, const Instruction& in, Args args) {
    const Int a = args[0].number;
    const auto kind = [&](std::size_t i) { return program.code[in.args[i]].kind; };
    switch (in.op) {
        case Op::kAge:
        case Op::kYearsBetween:
            return Datum::of(Int{age_on(date(a), date(args[1].number))});
        case Op::kMonthsBetween:
            return Datum::of(months_of(args[1].number, kind(1)) - months_of(a, kind(0)));
        case Op::kYear:
            return Datum::of(Int{civil(date(a)).year});
        case Op::kYearOfMonth:
            return Datum::of(floor_div(a, 12));
        case Op::kMonthOf:
            return Datum::of(Int{month_of(date(a)).months});
        default:
            return Datum::of(Int{a >= in.int_value && a < in.int_value2});
    }
}

Int floor_mod(Int a, Int b) { return a - floor_div(a, b) * b; }

Datum civil_day(Date day) { return is_civil(day.days) ? Datum::of(Int{day.days}) : Datum{}; }

// Functions of a day that has a name.
Datum civil_calendar(const Instruction& in, Args args) {
    if (!is_civil(args[0].number)) return {};
    const Date day = date(args[0].number);
    const Int month = floor_mod(month_of(day).months, 12);
    switch (in.op) {
        case Op::kMonth:
            return Datum::of(month + 1);
        case Op::kQuarter:
            return Datum::of(month / 3 + 1);
        case Op::kSchoolYear:
            return Datum::of(floor_div(month_of(day).months - 8, 12));
        case Op::kWeekday:
            return Datum::of(Int{weekday(day)});
        case Op::kStartOf:
            return civil_day(period_start(static_cast<Period>(in.int_value), day));
        case Op::kEndOf:
            return civil_day(period_end(static_cast<Period>(in.int_value), day));
        default:
            break;
    }
    const Int months = args[1].number;
    if (months < -kMostMonths || months > kMostMonths) return {};
    return civil_day(add_months(day, static_cast<int>(months)));
}

Datum workdays(const Program& program, const Instruction& in, Args args) {
    const Workdays& days = program.calendars[static_cast<std::size_t>(in.index)];
    const Int a = args[0].number, b = args[1].number;
    if (!is_civil(a)) return {};
    if (in.op == Op::kWorkdaysBetween)
        return is_civil(b) ? Datum::of(days.between(date(a), date(b))) : Datum{};
    const auto found = days.add(date(a), b);
    return found ? Datum::of(Int{found->days}) : Datum{};
}

bool all_known(Args args) { return std::ranges::all_of(args, &Datum::known); }

Datum strict(const Program& program, const Instruction& in, Args args) {
    if (!all_known(args)) return {};
    if (in.op >= Op::kHasAny && in.op <= Op::kSize)
        return choices(in.op, args[0].number, in.int_value);
    if (in.op >= Op::kAdd && in.op <= Op::kScale)
        return Datum::of(arithmetic(in, args[0].number, args.size() > 1 ? args[1].number : 0));
    if (in.op >= Op::kLength && in.op <= Op::kDisabilityGrade)
        return apply_text(program, in, args[0].text);
    if (in.op >= Op::kMonth && in.op <= Op::kAddMonths) return civil_calendar(in, args);
    if (in.op == Op::kWorkdaysBetween || in.op == Op::kAddWorkdays)
        return workdays(program, in, args);
    return calendar(program, in, args);
}

}  // namespace

bool is_local(Op op) { return op >= Op::kAnd && op <= Op::kInDivision; }

MaybeInt divide(Int a, Int b, Int times, Int by, bool half_up) {
    const Wide top = Wide{a} * times;
    const Wide bottom = Wide{b} * by;
    if (bottom == 0) return std::nullopt;
    Wide quotient = top / bottom;
    Wide rest = top % bottom;
    if (rest != 0 && (rest < 0) != (bottom < 0)) {  // down means towards minus infinity
        --quotient;
        rest += bottom;
    }
    const Wide size = bottom < 0 ? -bottom : bottom;
    const Wide left = rest < 0 ? -rest : rest;
    if (half_up && left >= size - left) ++quotient;
    return narrow(quotient);
}

Datum apply(const Program& program, const Instruction& in, Args args) {
    switch (in.op) {
        case Op::kAnd:
        case Op::kOr:
            return logic(in.op, args);
        case Op::kNot:
            return args[0].known ? Datum::of(Int{args[0].number == 0}) : Datum{};
        case Op::kKnown:
            return Datum::of(Int{args[0].known});
        case Op::kMissingAs:
            return args[0].known ? args[0] : args[1];
        case Op::kIf:
            return choose(args);
        case Op::kInSet:
            return in_set(program, in, program.code[in.args[0]].kind, args[0]);
        default:
            break;
    }
    if (in.op >= Op::kEqual && in.op <= Op::kGreaterOrEqual)
        return compare(in.op, program.code[in.args[0]].kind, args[0], args[1]);
    return strict(program, in, args);
}

void Aggregate::add(const Datum& condition, const Datum& term) {
    if (op_ == Op::kAny || op_ == Op::kAll) {
        decided_ |= op_ == Op::kAny ? condition.is_true() : condition.is_false();
        unknown_ |= !condition.known;
        return;
    }
    unknown_ |= !condition.known;
    if (!condition.is_true()) return;
    if (op_ != Op::kCount) add_term(term);
    ++count_;
}

void Aggregate::add_term(const Datum& term) {
    if (!term.known) {
        unknown_ = true;
    } else if (op_ == Op::kDistinct) {
        seen_.push_back({term.number, term.text});
    } else if (op_ == Op::kSum) {
        unknown_ |= __builtin_add_overflow(value_, term.number, &value_);
    } else if (count_ == 0) {
        value_ = term.number;
    } else {
        value_ = op_ == Op::kMin ? std::min(value_, term.number) : std::max(value_, term.number);
    }
}

Datum Aggregate::finish() {
    const bool boolean = op_ == Op::kAny || op_ == Op::kAll;
    if (boolean && decided_) return Datum::of(Int{op_ == Op::kAny});
    if (unknown_) return {};
    if (boolean) return Datum::of(Int{op_ == Op::kAll});
    if (op_ == Op::kCount) return Datum::of(count_);
    if (op_ == Op::kDistinct) {
        std::ranges::sort(seen_);
        return Datum::of(Int{std::unique(seen_.begin(), seen_.end()) - seen_.begin()});
    }
    if (op_ != Op::kSum && count_ == 0) return {};
    return Datum::of(value_);
}

}  // namespace tz::policy
