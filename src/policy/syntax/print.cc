#include "policy/syntax/print.h"

#include <algorithm>

#include "policy/syntax/parse_office.h"
#include "policy/syntax/parse_report.h"
#include "policy/syntax/print_parts.h"

namespace tz::policy {
namespace {

// How tightly a form binds; an argument that binds more loosely than its place stands in ().
enum Level : int {
    kLoose,
    kOr,
    kAnd,
    kNot,
    kCompare,
    kSum,
    kRounded,
    kProduct,
    kSign,
    kReplaced,
    kPrimary
};

int level_of_sign(std::string_view sign) {
    if (sign == "or") return kOr;
    if (sign == "and") return kAnd;
    if (sign == "+" || sign == "-") return kSum;
    return sign == "*" || sign == "/" ? kProduct : kCompare;
}

int level_of(const Expr& expr) {
    switch (expr.kind) {
        case ExprKind::kBinary:
            return level_of_sign(expr.text);
        case ExprKind::kNot:
            return kNot;
        case ExprKind::kNegate:
            return kSign;
        case ExprKind::kRound:
            return kRounded;
        case ExprKind::kMissingAs:
            return kReplaced;
        case ExprKind::kIf:
            return kLoose;
        case ExprKind::kBetween:
        case ExprKind::kIn:
        case ExprKind::kHas:
        case ExprKind::kIsEmpty:
            return kCompare;
        default:
            return kPrimary;
    }
}

std::string at_level(const Expr& expr, int level) {
    const std::string text = print(expr);
    return level_of(expr) < level ? "(" + text + ")" : text;
}

std::string list(const std::vector<ExprPtr>& args, int level) {
    std::vector<std::string> parts;
    for (const ExprPtr& arg : args) parts.push_back(at_level(*arg, level));
    return join(parts, ", ");
}

std::string path_text(const std::vector<Name>& path) {
    std::vector<std::string> parts;
    for (const Name& name : path) parts.push_back(name.text);
    return join(parts, ".");
}

std::string binary(const Expr& expr) {
    const int level = level_of_sign(expr.text);
    const bool compares = level == kCompare;
    return at_level(*expr.args[0], compares ? kSum : level) + " " + expr.text + " " +
           at_level(*expr.args[1], compares ? kSum : level + 1);
}

// `missing as -1` needs no parentheses.
std::string replacement(const Expr& expr) {
    if (expr.kind == ExprKind::kNegate) return "-" + at_level(*expr.args[0], kPrimary);
    return at_level(expr, kPrimary);
}

std::string call(const Expr& expr) {
    std::string out = expr.text + "(" + list(expr.args, kLoose);
    if (expr.where) out += (expr.args.empty() ? "where " : " where ") + print(*expr.where);
    return out + ")";
}

std::string membership(const Expr& expr) {
    const std::string left = at_level(*expr.args[0], kSum);
    const std::string set = print(*expr.args[1]);
    if (expr.kind == ExprKind::kIn) return left + " " + expr.text + " " + set;
    return left + " has " + (expr.text.empty() ? "" : expr.text + " ") + set;
}

using Rows = PrintedRows;

class Printer {
  public:
    std::string operator()(const ParameterSyntax& p) const {
        std::string out =
            "parameter " + p.name.text + " " + quoted(p.title) + " : " + p.type.name.text;
        if (!p.type.argument.empty()) out += " " + p.type.argument.text;
        if (!p.binding.empty()) out += " " + p.binding;
        Rows rows = {{"division", "from", "to", "value", "source"}};
        for (const ParameterRowSyntax& row : p.rows) {
            rows.push_back({row.division.text, row.from.text, row.to.text,
                            row.value ? print(*row.value) : "unset",
                            row.source.document.empty() ? "" : print_address(row.source)});
        }
        return out + "\n" + print_table(rows);
    }

    std::string operator()(const FieldSyntax& f) const {
        std::string out = "field " + f.name.text + " " + quoted(f.title);
        if (!f.source.document.empty()) out += " from " + print_address(f.source);
        out += " on " + f.entity.text + " : " + f.type.name.text;
        if (!f.type.argument.empty()) out += " " + f.type.argument.text;
        std::vector<std::string> choices;
        for (const ChoiceSyntax& choice : f.choices)
            choices.push_back(choice.name.text + " " + quoted(choice.label));
        return out + (choices.empty() ? "" : " {" + join(choices, ", ") + "}") + "\n";
    }

    std::string operator()(const CodesSyntax& c) const {
        return "codes " + c.name.text + " " + quoted(c.title) + " of " + c.list.text + " = {" +
               names(c.choices) + "}\n";
    }

    std::string operator()(const DefineSyntax& d) const {
        std::string out = "define " + d.name.text + " " + quoted(d.title);
        if (!d.source.document.empty()) out += " from " + print_address(d.source);
        return out + " on " + d.entity.text + " = " + print(*d.body) + "\n";
    }

    std::string operator()(const RequireSyntax& r) const {
        std::string out = "require " + r.name.text + " " + quoted(r.title);
        if (r.proposed) out += " proposed";
        out += "\n  from " + print_address(r.source) + "\n  on " + r.entity.text + "\n";
        if (r.when) out += "  when " + print(*r.when) + "\n";
        if (!r.every.empty()) out += "  every " + r.every.text + "\n";
        out += "  that " + print(*r.that) + "\n" + otherwise(r.otherwise);
        if (r.severity) out += "  severity " + std::to_string(r.severity) + "\n";
        if (!r.note.empty()) out += "  note " + quoted(r.note) + "\n";
        return out;
    }

    std::string operator()(const ExceptionSyntax& e) const {
        return "exception to " + e.rule.text + " " + quoted(e.title) + "\n  from " +
               print_address(e.source) + "\n  when " + print(*e.when) + "\n";
    }

    std::string operator()(const ClassifySyntax& c) const {
        std::string out =
            "classify " + c.name.text + " " + quoted(c.title) + " on " + c.entity.text + "\n";
        if (!c.source.document.empty()) out += "  from " + print_address(c.source) + "\n";
        Rows rows = {{"when", "is"}};
        for (const ClassRowSyntax& row : c.rows) {
            rows.push_back({row.when ? print(*row.when) : "otherwise",
                            row.name.text + " " + quoted(row.label)});
        }
        return out + print_table(rows);
    }

    std::string operator()(const ContextSyntax& c) const {
        return "context " + print_address(c.source) + " because " + quoted(c.reason) + "\n";
    }

    std::string operator()(const ReportSyntax& r) const { return print_report(r); }
    std::string operator()(const CalendarSyntax& c) const {
        Rows rows = {{"from", "to", "is", "source"}};
        for (const CalendarRowSyntax& row : c.rows)
            rows.push_back({row.from.text, row.to.text, row.is.text,
                            row.source.document.empty() ? "" : print_address(row.source)});
        return "calendar " + c.name.text + " " + quoted(c.title) + "\n" + print_table(rows);
    }

    std::string operator()(const GrantSyntax& g) const {
        std::string out = "grant " + g.name.text + " " + quoted(g.title);
        if (g.proposed) out += " proposed";
        out += "\n  from " + print_address(g.source) + "\n  on " + g.entity.text + "\n";
        if (g.when) out += "  when " + print(*g.when) + "\n";
        out += "  amount " + print(*g.amount) + "\n  per " + g.per.text + "\n  payer " +
               g.payer.text + "\n";
        if (g.received) out += "  received " + print(*g.received) + "\n";
        for (const ExprPtr& other : g.unless) out += "  unless " + print(*other) + "\n";
        if (g.has_else) out += otherwise(g.otherwise);
        if (!g.note.empty()) out += "  note " + quoted(g.note) + "\n";
        return out;
    }

    std::string operator()(const AssessSyntax& a) const { return print_assess(a); }
    std::string operator()(const ChainSyntax& c) const { return print_chain(c); }
    std::string operator()(const FormSyntax& f) const { return print_form(f); }
    std::string operator()(const ComparisonSyntax& c) const { return print_comparison(c); }

    std::string operator()(const CaseSyntax& c) const {
        Rows rows;
        rows.push_back(cells(c.columns));
        for (const std::vector<Cell>& row : c.rows) rows.push_back(cells(row));
        return "case " + c.subject.text + "\n" + print_table(rows);
    }

  private:
    static std::string names(const std::vector<Name>& names) {
        std::vector<std::string> parts;
        for (const Name& name : names) parts.push_back(name.text);
        return join(parts, ", ");
    }

    static std::vector<std::string> cells(const std::vector<Cell>& row) {
        std::vector<std::string> out;
        for (const Cell& cell : row) out.push_back(cell.text);
        return out;
    }

    static std::string otherwise(const ElseSyntax& e) {
        return "  else problem " + print_consequence(e) + "\n";
    }
};

}  // namespace

std::string print_address(const AddressSyntax& source) {
    return source.document.text + " @ " + quoted(source.clause);
}

std::string print_table(const PrintedRows& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], display_width(row[i]));
    }
    std::string out;
    for (const auto& row : rows) {
        out += "  |";
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += " " + row[i] + std::string(widths[i] - display_width(row[i]), ' ') + " |";
        }
        out += "\n";
    }
    return out;
}

std::string print_consequence(const ElseSyntax& problem) {
    std::string out =
        problem.category.text + " " + quoted(problem.problem) + " owner " + problem.owner.text;
    if (!problem.due.text.empty()) out += " due " + problem.due.text;
    if (!problem.due_end.empty()) out += " due end of " + problem.due_end.text;
    if (problem.within_days) {
        out += " within " + std::to_string(problem.within_days) +
               (problem.workdays ? " workdays" : " days");
    }
    return out;
}

std::string print(const Expr& expr) {
    switch (expr.kind) {
        case ExprKind::kPath:
            return path_text(expr.path);
        case ExprKind::kNumber:
            return expr.unit.empty() ? expr.text : expr.text + " " + expr.unit;
        case ExprKind::kText:
            return quoted(expr.text);
        case ExprKind::kSet:
            return "{" + list(expr.args, kSum) + "}";
        case ExprKind::kCall:
            return call(expr);
        case ExprKind::kNot:
            return "not " + at_level(*expr.args[0], kNot);
        case ExprKind::kNegate:
            return "-" + at_level(*expr.args[0], kSign);
        case ExprKind::kBinary:
            return binary(expr);
        case ExprKind::kBetween:
            return at_level(*expr.args[0], kSum) + " between " + at_level(*expr.args[1], kSum) +
                   " and " + at_level(*expr.args[2], kSum);
        case ExprKind::kIn:
        case ExprKind::kHas:
            return membership(expr);
        case ExprKind::kIsEmpty:
            return at_level(*expr.args[0], kSum) + " is empty";
        case ExprKind::kKnown:
            return "known " + at_level(*expr.args[0], kPrimary);
        case ExprKind::kMissingAs:
            return at_level(*expr.args[0], kReplaced) + " missing as " + replacement(*expr.args[1]);
        case ExprKind::kIf:
            return "if " + print(*expr.args[0]) + " then " + print(*expr.args[1]) + " else " +
                   print(*expr.args[2]);
        case ExprKind::kRound:
            return at_level(*expr.args[0], kProduct) + " round " + expr.text + " to " +
                   print(*expr.args[1]);
        default:
            return expr.text;
    }
}

std::string print(const Declaration& declaration) { return std::visit(Printer(), declaration); }

std::string print(const Tree& tree) {
    std::string out;
    for (const Declaration& declaration : tree.declarations) {
        if (!out.empty()) out += "\n";
        out += print(declaration);
    }
    return out;
}

}  // namespace tz::policy
