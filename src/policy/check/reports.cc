// Resolves the names of reports: figures, values, items and the holes of paragraphs.
#include "policy/check/reports.h"

#include <algorithm>

#include "policy/check/model.h"

namespace tz::policy {
namespace {

struct Sign {
    std::string_view text{};
    TermOp op{};
};
constexpr Sign kSigns[] = {{"+", TermOp::kAdd},
                           {"-", TermOp::kSubtract},
                           {"*", TermOp::kMultiply},
                           {"/", TermOp::kDivide}};
constexpr Sign kCalls[] = {
    {"least", TermOp::kLeast}, {"greatest", TermOp::kGreatest}, {"count", TermOp::kCount}};
struct RelationSign {
    std::string_view text{};
    ReportRelation relation{};
};
constexpr RelationSign kRelations[] = {{"=", ReportRelation::kEqual},
                                       {"<", ReportRelation::kLess},
                                       {"<=", ReportRelation::kAtMost},
                                       {">", ReportRelation::kGreater},
                                       {">=", ReportRelation::kAtLeast}};
struct KindWord {
    std::string_view word{};
    ItemKind kind{};
};
constexpr KindWord kKinds[] = {{"value", ItemKind::kValue}, {"derive", ItemKind::kDerive},
                               {"check", ItemKind::kCheck}, {"hypothesis", ItemKind::kHypothesis},
                               {"limit", ItemKind::kLimit}, {"test", ItemKind::kTest}};

template <class Rows>
auto row_of(const Rows& rows, std::string_view text) {
    return std::find_if(std::begin(rows), std::end(rows),
                        [&](const auto& row) { return row.text == text; });
}

class ReportChecker {
  public:
    ReportChecker(Model& model, int file, const ReportSyntax& syntax, FigureReport& out)
        : model_(model), report_(model.report(file)), file_(file), syntax_(syntax), out_(out) {}

    void run() {
        out_.name = syntax_.name.text;
        out_.title = syntax_.title;
        out_.source = model_.address(file_, syntax_.source);
        out_.at = model_.position(file_, syntax_.name.at);
        for (const ReportFigureSyntax& figure : syntax_.figures) add(figure);
        for (const ReportItemSyntax& item : syntax_.items) add(item);
        for (const ReportItemSyntax& item : syntax_.items) {
            holes(item.unclear, item.name.at);
            holes(item.note, item.name.at);
        }
        for (const ReportTextSyntax& text : syntax_.texts) {
            holes(text.text, text.at);
            out_.texts.push_back(text.text);
        }
    }

  private:
    bool is_free(const Name& name) {
        if (out_.figure(name.text) < 0 && out_.item(name.text) < 0) return true;
        report_.error(name.at,
                      say("这份报告里已有“{}”", "this report has a `{}` already", name.text));
        return false;
    }

    void add(const ReportFigureSyntax& figure) {
        if (!is_free(figure.name)) return;
        out_.figures.push_back({figure.name.text, figure.title, figure.key,
                                model_.address(file_, figure.source),
                                model_.position(file_, figure.name.at)});
    }

    void add(const ReportItemSyntax& item) {
        if (!is_free(item.name) || (item.keyword.text != "value" && is_taken(item.name))) return;
        ReportItem made;
        made.name = item.name.text;
        made.title = item.title;
        made.unclear = item.unclear;
        made.note = item.note;
        made.source = model_.address(file_, item.source);
        made.at = model_.position(file_, item.name.at);
        for (const KindWord& row : kKinds)
            if (row.word == item.keyword.text) made.kind = row.kind;
        if (!item.unit.empty()) made.unit = figure_unit(item.unit);
        if (made.computes() ? values(item, made) : condition(item, made))
            out_.items.push_back(std::move(made));
        else
            model_.files[static_cast<std::size_t>(file_)].tree.broken.insert(item.name.text);
    }

    // Cases find an item by its name alone.
    bool is_taken(const Name& name) {
        for (const FigureReport& other : model_.out.reports) {
            if (&other == &out_ || other.pack != out_.pack || other.item(name.text) < 0) continue;
            report_.error(name.at, say("报告“{}”里已有“{}”", "the report {} has a `{}` already",
                                       other.name, name.text));
            return true;
        }
        return false;
    }

    bool values(const ReportItemSyntax& item, ReportItem& made) {
        for (const ExprPtr& value : item.values) {
            made.values.push_back({});
            if (!term(*value, made.values.back())) return false;
        }
        return true;
    }

    bool condition(const ReportItemSyntax& item, ReportItem& made) {
        const Expr& expr = *item.values[0];
        const auto sign = row_of(kRelations, expr.text);
        const bool is_between = expr.kind == ExprKind::kBetween;
        if (!is_between && (expr.kind != ExprKind::kBinary || sign == std::end(kRelations)))
            return bad(expr.at, say("这里要写一个关系", "a relation is needed here"),
                       say("如 a + b = c、a / b >= 3、x between a and b",
                           "such as a + b = c, a / b >= 3, x between a and b"));
        made.relation = is_between ? ReportRelation::kBetween : sign->relation;
        made.values.push_back({});
        if (!term(*expr.args[0], made.values.back()) || !side(*expr.args[1], made.right))
            return false;
        if (is_between && !side(*expr.args[2], made.high)) return false;
        if (item.tolerance && !side(*item.tolerance, made.tolerance)) return false;
        made.by_rounding = item.by_rounding;
        return closeness(expr, made) && assumed(item, made);
    }

    bool side(const Expr& expr, std::optional<Term>& out) {
        out.emplace();
        return term(expr, *out);
    }

    bool closeness(const Expr& expr, const ReportItem& made) {
        if (!made.by_rounding && !made.tolerance) return true;
        if (made.relation != ReportRelation::kEqual)
            return bad(expr.at, say("容差和 by rounding 只用于“=”",
                                    "a tolerance or `by rounding` goes with `=` only"));
        const bool is_printed =
            made.right->op == TermOp::kFigure || made.right->op == TermOp::kConstant;
        if (!made.by_rounding || is_printed) return true;
        return bad(expr.at,
                   say("by rounding 的右边应是一个公布的数字",
                       "`by rounding` needs one printed figure on the right"),
                   say("小数位数取自这个数字", "its decimals say how to round"));
    }

    bool assumed(const ReportItemSyntax& item, ReportItem& made) {
        if (item.assumed.empty()) return true;
        const Term& left = made.values[0];
        const bool divides =
            left.op == TermOp::kDivide && name_of(left.args[1]) == item.assumed.text;
        made.has_assumed = divides && made.relation == ReportRelation::kEqual;
        if (made.has_assumed) return true;
        return bad(item.assumed.at,
                   say("assumed 应是左边的除数", "`assumed` is the divisor of the left side"),
                   say("如 that a / b = c assumed b", "such as that a / b = c assumed b"));
    }

    std::string name_of(const Term& term) const {
        const auto index = static_cast<std::size_t>(term.index);
        if (term.op == TermOp::kFigure) return out_.figures[index].name;
        return term.op == TermOp::kValue ? out_.items[index].name : std::string();
    }

    bool bad(Spot at, Text message, Text fix = {}) {
        report_.error(at, std::move(message), std::move(fix));
        return false;
    }

    bool term(const Expr& expr, Term& out) {
        switch (expr.kind) {
            case ExprKind::kPath:
                return path(expr, out);
            case ExprKind::kNumber:
                return number(expr, out);
            case ExprKind::kNegate:
                out.op = TermOp::kNegate;
                return all(expr, out);
            case ExprKind::kRound:
                out.op = expr.text == "down" ? TermOp::kRoundDown : TermOp::kRoundHalfUp;
                return all(expr, out);
            case ExprKind::kCall:
                return call(expr, out);
            case ExprKind::kBinary:
                if (const auto sign = row_of(kSigns, expr.text); sign != std::end(kSigns)) {
                    out.op = sign->op;
                    return all(expr, out);
                }
                break;
            default:
                break;
        }
        return bad(expr.at, say("这里只能写数字的算式", "only arithmetic of figures goes here"));
    }

    bool all(const Expr& expr, Term& out) {
        for (const ExprPtr& arg : expr.args) {
            out.args.push_back({});
            if (!term(*arg, out.args.back())) return false;
        }
        return true;
    }

    bool call(const Expr& expr, Term& out) {
        const auto found = row_of(kCalls, expr.text);
        if (found == std::end(kCalls) || expr.where || expr.args.empty())
            return bad(expr.at,
                       say("报告里没有函数“{}”", "a report has no function `{}`", expr.text),
                       say("可以写：least、greatest、count", "it may be least, greatest, count"));
        out.op = found->op;
        return all(expr, out);
    }

    bool number(const Expr& expr, Term& out) {
        const auto parsed = parse_printed(expr.text);
        if (!parsed) return bad(expr.at, say("数字太长", "this number is too long"));
        out.constant = *parsed;
        out.text = expr.text;
        out.unit = figure_unit(expr.unit);
        return true;
    }

    bool path(const Expr& expr, Term& out) {
        const Name& name = expr.path[0];
        out.op = TermOp::kFigure;
        if (expr.path.size() == 1) out.index = out_.figure(name.text);
        if (expr.path.size() == 1 && out.index >= 0) return true;
        out.op = TermOp::kValue;
        out.index = out_.item(name.text);
        if (expr.path.size() == 1 && out.index >= 0) return is_value(name, out.index);
        return bad(name.at, say("没有数字“{}”", "there is no figure `{}`", name.text),
                   suggest(name.text, names(false)));
    }

    bool is_value(const Name& name, int item) {
        if (out_.items[static_cast<std::size_t>(item)].kind == ItemKind::kValue) return true;
        return bad(name.at, say("“{}”不是 value", "`{}` is not a `value`", name.text));
    }

    std::vector<std::string> names(bool items) const {
        std::vector<std::string> out;
        for (const ReportFigure& figure : out_.figures) out.push_back(figure.name);
        for (const ReportItem& item : out_.items)
            if (items || item.kind == ItemKind::kValue) out.push_back(item.name);
        return out;
    }

    void holes(const std::string& text, Spot at) {
        for (const Hole& hole : holes_of(text)) {
            if (hole.name.empty()) continue;
            const bool is_item = out_.item(hole.name) >= 0;
            if (!is_item && out_.figure(hole.name) < 0)
                report_.error(at, say("没有数字“{}”", "there is no figure `{}`", hole.name),
                              suggest(hole.name, names(true)));
            const auto decimals = to_int(hole.form);
            if (hole.form.empty() || (hole.form == "outcome" && is_item)) continue;
            if (!decimals || *decimals < 0 || *decimals > 9)
                report_.error(at, say("“:{}”不对", "bad `:{}`", hole.form),
                              say("写 :0 到 :9（小数位数），核对项可写 :outcome",
                                  "write :0 to :9 for decimals, or :outcome of a check"));
        }
    }

    Model& model_;
    const Report& report_;
    int file_;
    const ReportSyntax& syntax_;
    FigureReport& out_;
};

}  // namespace

int FigureReport::figure(std::string_view name_) const {
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i].name == name_) return static_cast<int>(i);
    return -1;
}

int FigureReport::item(std::string_view name_) const {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].name == name_) return static_cast<int>(i);
    return -1;
}

std::vector<Hole> holes_of(std::string_view text) {
    std::vector<Hole> out;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) {
            out.push_back({std::string(text), {}, {}});
            break;
        }
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const std::size_t mark = std::min(inside.find(':'), inside.size());
        out.push_back({std::string(text.substr(0, open)), std::string(inside.substr(0, mark)),
                       std::string(inside.substr(std::min(mark + 1, inside.size())))});
        text.remove_prefix(close + 1);
    }
    return out;
}

ReportItemPlace find_item(const CompiledPacks& packs, int pack, std::string_view name) {
    for (const FigureReport& report : packs.reports) {
        const int item = report.pack == pack ? report.item(name) : -1;
        if (item >= 0) return {&report, &report.items[static_cast<std::size_t>(item)]};
    }
    return {};
}

void check_reports(Model& model) {
    for (std::size_t i = 0; i < model.files.size(); ++i) {
        const int file = static_cast<int>(i);
        for (const Declaration& declaration : model.files[i].tree.declarations) {
            const auto* syntax = std::get_if<ReportSyntax>(&declaration);
            if (!syntax) continue;
            model.out.reports.emplace_back();
            model.out.reports.back().pack = model.files[i].pack;
            ReportChecker(model, file, *syntax, model.out.reports.back()).run();
        }
    }
}

}  // namespace tz::policy
