#include "policy/report/working.h"

#include <algorithm>
#include <array>

#include "policy/syntax/report.h"

namespace tz::policy {
namespace {

enum Tightness : int { kAny, kSum, kProduct, kLeaf };

int tightness_of(TermOp op) {
    switch (op) {
        case TermOp::kAdd:
        case TermOp::kSubtract:
            return kSum;
        case TermOp::kMultiply:
        case TermOp::kDivide:
        case TermOp::kNegate:
            return kProduct;
        default:
            return kLeaf;
    }
}

std::string_view sign_of(TermOp op) {
    switch (op) {
        case TermOp::kAdd:
            return " + ";
        case TermOp::kSubtract:
            return " - ";
        case TermOp::kMultiply:
            return " × ";
        default:
            return " ÷ ";
    }
}

constexpr std::array<std::string_view, 6> kRelationSigns = {"=", "<", "≤", ">", "≥", "≥"};

bool turns(TermOp op) { return op == TermOp::kSubtract || op == TermOp::kDivide; }

}  // namespace

std::string Working::title_of(int figure) const {
    const ReportFigure& wanted = figure_at(figure);
    if (!wanted.title.empty()) return wanted.title;
    const FoundFigure found = table_.find(wanted.key);
    return found.figure && !found.figure->name.empty() ? found.figure->name : wanted.key;
}

const ReportItem& Working::item_at(int index) const {
    return report_.items[static_cast<std::size_t>(index)];
}

const ReportFigure& Working::figure_at(int index) const {
    return report_.figures[static_cast<std::size_t>(index)];
}

void Working::collect(const Term& term, std::vector<int>& seen) const {
    if (term.op == TermOp::kFigure && std::find(seen.begin(), seen.end(), term.index) == seen.end())
        seen.push_back(term.index);
    if (term.op == TermOp::kValue) collect(item_at(term.index).values[0], seen);
    for (const Term& arg : term.args) collect(arg, seen);
}

std::vector<Operand> Working::operands(const ReportItem& item) const {
    std::vector<int> seen;
    for (const Term& value : item.values) collect(value, seen);
    for (const auto* side : {&item.right, &item.high, &item.tolerance})
        if (*side) collect(**side, seen);
    std::vector<Operand> out;
    for (const int index : seen) {
        const ReportFigure& wanted = figure_at(index);
        Operand operand{wanted.name, wanted.key, title_of(index), {}, {}, wanted.source};
        if (const Figure* figure = table_.find(wanted.key).figure) {
            operand.printed = figure->before + figure->printed + figure->after;
            if (!figure->list.empty()) operand.printed = join(figure->list, "、");
            operand.unit = figure->unit.name;
        }
        out.push_back(std::move(operand));
    }
    return out;
}

std::string missing_mark(const std::string& keys, Language language) {
    return tz::in(say("〔缺{}〕", "[{} missing]", keys), language);
}

std::string Working::leaf(const Term& term, Names names) const {
    if (term.op == TermOp::kConstant)
        return term.unit.name.empty() ? term.text : term.text + term.unit.name;
    if (names == Names::kTitles) return title_of(term.index);
    const ReportFigure& wanted = figure_at(term.index);
    const Figure* figure = table_.find(wanted.key).figure;
    if (!figure) return missing_mark(wanted.key, language_);
    if (!figure->list.empty()) return join(figure->list, "、");
    return figure->printed + figure->unit.name;
}

std::string Working::call(const Term& term, Names names) const {
    std::vector<std::string> args;
    for (const Term& arg : term.args) args.push_back(text(arg, names, kAny));
    const std::string all = join(args, in({"，", ", "}));
    switch (term.op) {
        case TermOp::kLeast:
            return in(say("最小({})", "least({})", all));
        case TermOp::kGreatest:
            return in(say("最大({})", "greatest({})", all));
        case TermOp::kCount:
            return in(say("个数({})", "count({})", all));
        case TermOp::kRoundDown:
            return in(say("舍去到{1}({0})", "({0} rounded down to {1})", args[0], args[1]));
        default:
            return in(say("四舍五入到{1}({0})", "({0} rounded half up to {1})", args[0], args[1]));
    }
}

std::string Working::text(const Term& term, Names names, int tightness) const {
    if (term.op == TermOp::kFigure || term.op == TermOp::kConstant) return leaf(term, names);
    if (term.op == TermOp::kValue) {
        const ReportItem& item = item_at(term.index);
        return names == Names::kTitles ? item.title : text(item.values[0], names, tightness);
    }
    const int own = tightness_of(term.op);
    if (own == kLeaf) return call(term, names);
    const std::string out = term.op == TermOp::kNegate
                                ? "-" + text(term.args[0], names, kLeaf)
                                : text(term.args[0], names, own) + std::string(sign_of(term.op)) +
                                      text(term.args[1], names, turns(term.op) ? own + 1 : own);
    return own < tightness ? "(" + out + ")" : out;
}

std::string Working::formula(const ReportItem& item, Names names) const {
    std::vector<std::string> values;
    for (const Term& value : item.values) values.push_back(text(value, names, kAny));
    std::string out = join(values, in({"；", "; "}));
    if (!item.right) return out;
    // In numbers it is a claim that the computed value may belie.
    if (names == Names::kNumbers) out += in({" 应", ", claimed"});
    out += " " + std::string(kRelationSigns[static_cast<std::size_t>(item.relation)]) + " " +
           text(*item.right, names, kAny);
    if (item.high) out += in({" 且 ≤ ", " and ≤ "}) + text(*item.high, names, kAny);
    if (item.by_rounding) out += in({"（按公布的位数四舍五入）", " (rounded as printed)"});
    if (item.tolerance)
        out += in(say("（容差 {}）", " (tolerance {})", text(*item.tolerance, names, kAny)));
    return out;
}

}  // namespace tz::policy
