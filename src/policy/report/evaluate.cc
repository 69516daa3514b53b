#include "policy/report/evaluate.h"

#include <algorithm>
#include <array>

#include "policy/report/amount.h"
#include "policy/report/working.h"
#include "policy/syntax/report.h"

namespace tz::policy {
namespace {

struct OutcomeName {
    std::string_view word{};
    std::string_view zh{};
    bool to_see = false;
};
constexpr std::array<OutcomeName, kReportOutcomes> kOutcomes = {
    {{"reconciles", "相符", false},
     {"only within input rounding", "仅在舍入误差内相符", true},
     {"does not reconcile", "不符", true},
     {"denominator not printed", "未见可用的分母", true},
     {"hypothesis holds", "假设成立", false},
     {"hypothesis fails", "假设不成立", true},
     {"holds", "合乎自述限度", false},
     {"stated limit fails", "不合自述限度", true},
     {"own test holds", "自设检验成立", false},
     {"own test fails", "自设检验不成立", true},
     {"derived", "推算", false},
     {"derived, unclear", "推算，口径不明", true},
     {"unknown", "无法判断", true}}};

const OutcomeName& info(OutcomeKind kind) { return kOutcomes[static_cast<std::size_t>(kind)]; }

bool related(ReportRelation relation, const Fraction& a, const Fraction& b) {
    switch (relation) {
        case ReportRelation::kLess:
            return a < b;
        case ReportRelation::kAtMost:
            return a <= b;
        case ReportRelation::kGreater:
            return a > b;
        case ReportRelation::kAtLeast:
        case ReportRelation::kBetween:
            return a >= b;
        default:
            return a == b;
    }
}

OutcomeKind verdict(ItemKind kind, bool holds) {
    switch (kind) {
        case ItemKind::kHypothesis:
            return holds ? OutcomeKind::kHypothesisHolds : OutcomeKind::kHypothesisFails;
        case ItemKind::kLimit:
            return holds ? OutcomeKind::kLimitHolds : OutcomeKind::kLimitFails;
        case ItemKind::kTest:
            return holds ? OutcomeKind::kTestHolds : OutcomeKind::kTestFails;
        default:
            return holds ? OutcomeKind::kReconciles : OutcomeKind::kDoesNotReconcile;
    }
}

class Evaluator {
  public:
    Evaluator(const FigureReport& report, const FigureTable& table, Language language)
        : report_(report), working_(report, table, language), table_(table), language_(language) {}

    ReportResult run() {
        ReportResult out;
        out.report = &report_;
        for (const ReportItem& item : report_.items) out.outcomes.push_back(judge(item));
        for (std::size_t i = 0; i < report_.items.size(); ++i) {
            out.outcomes[i].unclear = filled(report_.items[i].unclear, out);
            out.outcomes[i].note = filled(report_.items[i].note, out);
        }
        for (const Outcome& outcome : out.outcomes) note_missing(out, outcome.missing);
        for (const std::string& text : report_.texts) {
            out.texts.push_back(filled(text, out));
            note_missing(out, missing_in(text));
        }
        return out;
    }

  private:
    static void note_missing(ReportResult& out, const std::vector<std::string>& keys) {
        for (const std::string& key : keys)
            if (std::find(out.missing.begin(), out.missing.end(), key) == out.missing.end())
                out.missing.push_back(key);
    }

    std::vector<std::string> missing_in(const std::string& text) const {
        std::vector<std::string> out;
        for (const Hole& hole : holes_of(text)) {
            const int figure = hole.name.empty() ? -1 : report_.figure(hole.name);
            if (figure >= 0 && !given(figure)) out.push_back(key_of(figure));
        }
        return out;
    }

    Amount amount(const Term& term) const {
        switch (term.op) {
            case TermOp::kFigure:
                return figure(term.index);
            case TermOp::kValue:
                return amount(item_at(term.index).values[0]);
            case TermOp::kConstant:
                return constant(term.constant, term.unit);
            case TermOp::kNegate:
                return negate(amount(term.args[0]));
            case TermOp::kRoundHalfUp:
            case TermOp::kRoundDown:
                return round_to(term.op, amount(term.args[0]), amount(term.args[1]));
            case TermOp::kLeast:
            case TermOp::kGreatest:
                return extreme(term.op, amounts(term));
            case TermOp::kCount:
                return count(term);
            default:
                return combine(term.op, amount(term.args[0]), amount(term.args[1]));
        }
    }

    std::vector<Amount> amounts(const Term& term) const {
        std::vector<Amount> out;
        for (const Term& arg : term.args) out.push_back(amount(arg));
        return out;
    }

    const ReportItem& item_at(int index) const {
        return report_.items[static_cast<std::size_t>(index)];
    }

    const std::string& key_of(int figure) const {
        return report_.figures[static_cast<std::size_t>(figure)].key;
    }

    const Figure* given(int figure) const { return table_.find(key_of(figure)).figure; }

    const Figure* given_number(int figure) const {
        const Figure* found = given(figure);
        return found && found->number ? found : nullptr;
    }

    Amount figure(int index) const {
        const std::string& key = key_of(index);
        const FoundFigure found = table_.find(key);
        if (found.how == Found::kSeveral)
            return without_value(say("“{}”在数字表里不止一个，请用编号",
                                     "`{}` is there more than once; use ids", key));
        if (!found.figure) return without_value({}, {key});
        if (!found.figure->number)
            return without_value(say("“{}”的数值“{}”不是数字",
                                     "the value of {}, `{}`, is not a number", key,
                                     found.figure->printed));
        return amount_of(*found.figure);
    }

    static Amount whole(std::size_t number) {
        return constant({Fraction(static_cast<std::int64_t>(number)), 0}, {});
    }

    // Of one list: its items. Of several figures: themselves, if all are there.
    Amount count(const Term& term) const {
        Amount out = whole(term.args.size());
        if (term.args.size() == 1 && term.args[0].op == TermOp::kFigure) {
            const Figure* figure = given(term.args[0].index);
            if (figure && !figure->list.empty()) return whole(figure->list.size());
        }
        for (const Amount& arg : amounts(term)) {
            inherit(out, arg);
            if (!arg.value) out.value.reset();
        }
        return out;
    }

    Outcome judge(const ReportItem& item) const {
        Outcome out;
        out.item = &item;
        out.operands = working_.operands(item);
        out.formula = working_.formula(item, Names::kTitles);
        out.working = working_.formula(item, Names::kNumbers);
        std::vector<Amount> left;
        for (const Term& value : item.values) left.push_back(amount(value));
        Amount all = left[0];
        for (std::size_t i = 1; i < left.size(); ++i) inherit(all, left[i]);
        if (item.right) compare(item, left[0], out, all);
        const FigureUnit unit = shown_unit(item, left[0]);
        out.unit = unit.name;
        show_computed(left, unit, out);
        if (item.computes())
            out.kind = item.unclear.empty() ? OutcomeKind::kDerived : OutcomeKind::kUnclear;
        settle(all, out);
        return out;
    }

    // Whatever lacks a figure or can't be computed is unknown, with the reason.
    static void settle(const Amount& all, Outcome& out) {
        for (const std::string& key : all.missing)
            if (std::find(out.missing.begin(), out.missing.end(), key) == out.missing.end())
                out.missing.push_back(key);
        out.reason = all.problem;
        const bool computed = std::none_of(out.computed.begin(), out.computed.end(),
                                           [](const std::string& text) { return text.empty(); });
        if (!out.missing.empty() || !out.reason.zh.empty() || !computed)
            out.kind = OutcomeKind::kUnknown;
        if (out.missing.empty()) return;
        const std::string keys = join(out.missing, "、");
        out.reason = say("数字表里没有：{}", "not in the table of figures: {}", keys);
    }

    FigureUnit shown_unit(const ReportItem& item, const Amount& left) const {
        if (item.unit) return *item.unit;
        const FigureUnit right = item.right ? amount(*item.right).unit : FigureUnit{};
        return right.name.empty() ? left.unit : right;
    }

    static std::string shown(const std::optional<Fraction>& value, const FigureUnit& unit) {
        const auto scaled = value ? value->over(unit.scale) : std::nullopt;
        constexpr int kDecimals = 6;
        return scaled ? scaled->text(kDecimals) : std::string();
    }

    static void show_computed(const std::vector<Amount>& left, const FigureUnit& unit,
                              Outcome& out) {
        for (const Amount& amount : left) out.computed.push_back(shown(amount.value, unit));
        if (!left[0].span || left.size() > 1) return;
        out.low = shown(left[0].span->low, unit);
        out.high = shown(left[0].span->high, unit);
    }

    void compare(const ReportItem& item, const Amount& left, Outcome& out, Amount& all) const {
        const Amount right = amount(*item.right);
        inherit(all, right);
        const FigureUnit unit = shown_unit(item, left);
        out.published = shown(right.value, unit);
        if (item.high) {
            const Amount high = amount(*item.high);
            inherit(all, high);
            if (high.value) out.published += "–" + shown(high.value, unit);
            if (right.value && high.value && left.value && !(*left.value <= *high.value))
                return void(out.kind = verdict(item.kind, false));
        }
        if (!left.value || !right.value) return;
        if (unlike(left, right)) return void(all.problem = unlike_units(left, right));
        if (const auto difference = left.value->minus(*right.value))
            out.difference = shown(difference, unit);
        const bool holds = item.relation == ReportRelation::kEqual
                               ? equal(item, left, right, unit, out, all)
                               : related(item.relation, *left.value, *right.value);
        out.kind = verdict(item.kind, holds);
        if (!holds && item.kind == ItemKind::kCheck) explain(item, left, right, out);
    }

    bool equal(const ReportItem& item, const Amount& left, const Amount& right,
               const FigureUnit& unit, Outcome& out, Amount& all) const {
        Fraction a = *left.value;
        if (item.by_rounding) {
            const auto half = printed_half(*item.right);
            const auto rounded = half ? a.rounded_half_up(half->plus(*half).value_or(1)) : half;
            if (!rounded) return false;
            a = *rounded;
            out.rounded = shown(rounded, unit);
        }
        if (!item.tolerance) return a == *right.value;
        const Amount tolerance = amount(*item.tolerance);
        inherit(all, tolerance);
        const auto difference = a.minus(*right.value);
        if (!tolerance.value || !difference) return false;
        return *difference <= *tolerance.value && difference->negated() <= *tolerance.value;
    }

    // Half of the last printed digit of a figure or constant.
    std::optional<Fraction> printed_half(const Term& term) const {
        if (term.op == TermOp::kConstant) return half_digit(term.constant, term.unit);
        const Figure* figure = term.op == TermOp::kFigure ? given_number(term.index) : nullptr;
        if (!figure) return std::nullopt;
        return half_digit(*figure->number, figure->unit);
    }

    // Why a check does not come out: roundings of the inputs, or a divisor that isn't there.
    void explain(const ReportItem& item, const Amount& left, const Amount& right,
                 Outcome& out) const {
        std::optional<Span> printed = right.span;
        const auto half = item.by_rounding ? printed_half(*item.right) : std::nullopt;
        if (half)
            printed = combine(TermOp::kAdd, with_span(right, *right.value), span_of(*half)).span;
        const bool may_meet = left.span && printed && left.span->low <= printed->high &&
                              printed->low <= left.span->high;
        if (may_meet) out.kind = OutcomeKind::kWithinRounding;
        if (may_meet || !item.has_assumed || item.relation != ReportRelation::kEqual) return;
        out.kind = OutcomeKind::kNoDenominator;
        Amount rate = right;
        rate.span = printed;
        const Amount needed = combine(TermOp::kDivide, amount(item.values[0].args[0]), rate);
        if (!needed.span) return;
        const FigureUnit unit = amount(item.values[0].args[1]).unit;
        out.needed_low = shown(needed.span->low, unit);
        out.needed_high = shown(needed.span->high, unit);
    }

    static Amount span_of(const Fraction& half) {
        Amount out;
        out.value = Fraction(0);
        out.span = Span{half.negated(), half};
        return out;
    }

    static Amount with_span(Amount amount, const Fraction& value) {
        amount.span = Span{value, value};
        return amount;
    }

    std::string filled(const std::string& text, const ReportResult& result) const {
        std::string out;
        for (const Hole& hole : holes_of(text)) {
            out += hole.before;
            if (!hole.name.empty()) out += hole_text(hole, result);
        }
        return out;
    }

    std::string hole_text(const Hole& hole, const ReportResult& result) const {
        const int item = report_.item(hole.name);
        if (item < 0) return figure_text(hole);
        const Outcome& outcome = result.outcomes[static_cast<std::size_t>(item)];
        if (hole.form == "outcome") return in(outcome_title(outcome.kind), language_);
        if (outcome.kind == OutcomeKind::kUnknown || outcome.computed[0].empty())
            return missing_mark(join(outcome.missing, in({"、", ", "}, language_)), language_);
        if (hole.form.empty())
            return join(outcome.computed, in({"、", ", "}, language_)) + outcome.unit;
        const Term& term = item_at(item).values[0];
        const FigureUnit unit = shown_unit(*outcome.item, amount(term));
        const auto scaled = amount(term).value->over(unit.scale);
        return scaled->fixed(decimals_of(hole)) + outcome.unit;
    }

    std::string figure_text(const Hole& hole) const {
        const int index = report_.figure(hole.name);
        const Figure* figure = given(index);
        if (!figure) return missing_mark(key_of(index), language_);
        if (hole.form.empty() || !figure->number) return figure->shown();
        return figure->number->value.fixed(decimals_of(hole)) + figure->unit.name;
    }

    static int decimals_of(const Hole& hole) {
        return static_cast<int>(to_int(hole.form).value_or(0));
    }

    const FigureReport& report_;
    Working working_;
    const FigureTable& table_;
    Language language_;
};

}  // namespace

std::string_view outcome_word(OutcomeKind kind) { return info(kind).word; }
Text outcome_title(OutcomeKind kind) {
    return {std::string(info(kind).zh), std::string(info(kind).word)};
}
bool needs_attention(OutcomeKind kind) { return info(kind).to_see; }

ReportResult evaluate_report(const FigureReport& report, const FigureTable& table,
                             Language language) {
    return Evaluator(report, table, language).run();
}

}  // namespace tz::policy
