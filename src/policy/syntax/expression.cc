// The expression grammar, from the loosest binding down:
//   if | or | and | not | comparison | + - | * / round | - | missing as | primary
#include <array>

#include "policy/syntax/cursor.h"
#include "policy/syntax/parser.h"

namespace tz::policy {
namespace {

constexpr std::array<std::string_view, 19> kReserved = {
    "and",  "or",   "not",   "in",      "has", "between", "is",    "then", "else",  "where",
    "when", "that", "known", "missing", "as",  "true",    "false", "if",   "expect"};
// Words that may follow a number without being its unit.
constexpr std::array<std::string_view, 38> kClauses = {
    "from",   "on",        "severity", "note",    "due",        "owner",  "proposed", "within",
    "figure", "value",     "check",    "derive",  "hypothesis", "limit",  "test",     "text",
    "shown",  "tolerance", "by",       "unclear", "assumed",    "every",  "amount",   "per",
    "payer",  "received",  "unless",   "before",  "voided",     "second", "ranked",   "first",
    "last",   "found",     "section",  "source",  "overlap",    "round"};
constexpr std::array<std::string_view, 6> kComparisons = {"=", "!=", "<", "<=", ">", ">="};

template <class List>
bool listed(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

Expr make(ExprKind kind, Spot at, std::string text = {}, std::vector<ExprPtr> args = {}) {
    Expr expr;
    expr.kind = kind;
    expr.at = at;
    expr.text = std::move(text);
    expr.args = std::move(args);
    return expr;
}

ExprPtr node(ExprKind kind, Spot at, std::string text = {}, std::vector<ExprPtr> args = {}) {
    for (const ExprPtr& arg : args)
        if (!arg) return nullptr;
    return std::make_shared<const Expr>(make(kind, at, std::move(text), std::move(args)));
}

class Expressions {
  public:
    explicit Expressions(Cursor& cursor) : c_(cursor) {}

    ExprPtr expression() {
        if (++depth_ > kMaxDepth) return too_deep();
        ExprPtr out = c_.peek().is("if") ? conditional() : either();
        --depth_;
        return out;
    }

  private:
    ExprPtr fail(Text expected, Text fix = {}) {
        c_.fail(std::move(expected), std::move(fix));
        return nullptr;
    }

    ExprPtr too_deep() {
        c_.refuse(c_.peek().at,
                  say("式子太长或层数太多", "this expression is too long or too deep"),
                  say("用 define 给一部分起名", "give a part of it a name with `define`"));
        return nullptr;
    }

    ExprPtr conditional() {
        const Spot at = c_.take().at;
        ExprPtr condition = expression();
        if (!condition || !c_.expect("then")) return nullptr;
        ExprPtr then = expression();
        if (!then) return nullptr;
        // `else problem …` belongs to the rule, not to the expression.
        if (!c_.peek().is("else") || c_.peek(1).is("problem")) {
            c_.refuse(at, say("if 缺少 else：没有写明否则是什么", "this `if` has no `else`"),
                      say("写成 if … then … else …", "write `if … then … else …`"));
            return nullptr;
        }
        c_.take();
        return node(ExprKind::kIf, at, {}, {condition, then, expression()});
    }

    using Level = ExprPtr (Expressions::*)();

    ExprPtr left_to_right(std::initializer_list<std::string_view> words, Level tighter) {
        ExprPtr left = (this->*tighter)();
        while (left && listed(words, c_.peek().text) && c_.peek().is(c_.peek().text)) {
            const Token sign = c_.take();
            ExprPtr right = (this->*tighter)();
            left = node(ExprKind::kBinary, sign.at, sign.text, {left, right});
        }
        return left;
    }

    ExprPtr either() { return left_to_right({"or"}, &Expressions::both); }
    ExprPtr both() { return left_to_right({"and"}, &Expressions::negation); }

    ExprPtr negation() {
        if (!c_.peek().is("not")) return comparison();
        if (++depth_ > kMaxDepth) return too_deep();
        const Spot at = c_.take().at;
        ExprPtr out = node(ExprKind::kNot, at, {}, {negation()});
        --depth_;
        return out;
    }

    ExprPtr comparison() {
        ExprPtr left = sum();
        if (!left) return nullptr;
        const Token sign = c_.peek();
        if (sign.kind == TokenKind::kSymbol && listed(kComparisons, sign.text)) {
            c_.take();
            ExprPtr out = node(ExprKind::kBinary, sign.at, sign.text, {left, sum()});
            return out && no_chain() ? out : nullptr;
        }
        if (sign.is("between")) return between(left);
        if (sign.is("in") || (sign.is("not") && c_.peek(1).is("in"))) return member(left);
        if (sign.is("has")) return has(left);
        if (sign.is("is")) return is_empty(left);
        return left;
    }

    bool no_chain() {
        const Token& next = c_.peek();
        if (next.kind != TokenKind::kSymbol || !listed(kComparisons, next.text)) return true;
        return c_.refuse(next.at,
                         say("一次只能比较两个值", "only two values are compared at a time"),
                         say("写成 x between a and b，或用 and 连接",
                             "write `x between a and b`, or join two with `and`"));
    }

    ExprPtr between(const ExprPtr& left) {
        const Spot at = c_.take().at;
        ExprPtr low = sum();
        if (!low || !c_.expect("and")) return nullptr;
        return node(ExprKind::kBetween, at, {}, {left, low, sum()});
    }

    ExprPtr member(const ExprPtr& left) {
        const Spot at = c_.peek().at;
        const bool negated = c_.accept("not");
        c_.take();
        return node(ExprKind::kIn, at, negated ? "not in" : "in", {left, set_or_name()});
    }

    ExprPtr set_or_name() {
        if (c_.peek().is("{")) return set();
        if (c_.peek().kind == TokenKind::kWord && !is_reserved(c_.peek().text)) return path();
        return fail(
            say("集合 {{a, b}} 或 codes 的名字", "a set {{a, b}} or the name of a `codes`"));
    }

    ExprPtr set() {
        if (++depth_ > kMaxDepth) return too_deep();
        ExprPtr out = set_items();
        --depth_;
        return out;
    }

    ExprPtr set_items() {
        const Token open = c_.take();
        const Spot at = open.at;
        std::vector<ExprPtr> items;
        if (c_.accept("}")) return node(ExprKind::kSet, at);
        do {
            items.push_back(sum());
            if (!items.back()) return nullptr;
        } while (c_.accept(","));
        return c_.expect_close("}", open) ? node(ExprKind::kSet, at, {}, std::move(items))
                                          : nullptr;
    }

    ExprPtr has(const ExprPtr& left) {
        const Spot at = c_.take().at;
        std::string mode;
        for (std::string_view word : {"any", "all", "only"})
            if (mode.empty() && c_.accept(word)) mode = word;
        if (mode.empty() && c_.peek().is("{")) {
            return fail(say("any、all 或 only", "`any`, `all` or `only`"),
                        say("写成 has any {{…}}", "write `has any {{…}}`"));
        }
        return node(ExprKind::kHas, at, mode, {left, set_or_name()});
    }

    ExprPtr is_empty(const ExprPtr& left) {
        const Spot at = c_.take().at;
        if (c_.accept("empty")) return node(ExprKind::kIsEmpty, at, {}, {left});
        return fail(say("empty", "`empty`"),
                    say("比较用 =；有没有值用 known x",
                        "compare with `=`; ask for a value with `known x`"));
    }

    ExprPtr sum() { return left_to_right({"+", "-"}, &Expressions::rounded); }
    ExprPtr product() { return left_to_right({"*", "/"}, &Expressions::negative); }

    ExprPtr rounded() {
        ExprPtr value = product();
        if (!value || !c_.peek().is("round")) return value;
        const Spot at = c_.take().at;
        const bool down = c_.accept("down");
        if (!down && !c_.accept("half", "up")) {
            return fail(say("down 或 half up", "`down` or `half up`"),
                        say("写成 round down to 1 元", "write `round down to 1 元`"));
        }
        if (!c_.expect("to")) return nullptr;
        if (c_.peek().kind != TokenKind::kNumber)
            return fail(say("舍入的单位，如 1 元", "a step, such as 1 元"));
        return node(ExprKind::kRound, at, down ? "down" : "half up", {value, number()});
    }

    ExprPtr negative() {
        if (!c_.peek().is("-")) return replaced();
        if (++depth_ > kMaxDepth) return too_deep();
        const Spot at = c_.take().at;
        ExprPtr out = node(ExprKind::kNegate, at, {}, {negative()});
        --depth_;
        return out;
    }

    ExprPtr replaced() {
        ExprPtr value = primary();
        while (value && c_.peek().is("missing") && !c_.peek(1).is("problem")) {
            const Spot at = c_.take().at;
            if (!c_.expect("as")) return nullptr;
            value = node(ExprKind::kMissingAs, at, {}, {value, replacement()});
        }
        return value;
    }

    ExprPtr replacement() {
        if (!c_.peek().is("-")) return primary();
        const Spot at = c_.take().at;
        return node(ExprKind::kNegate, at, {}, {primary()});
    }

    ExprPtr primary() {
        if (++operands_ > kMaxOperands) return too_deep();
        const Token& token = c_.peek();
        switch (token.kind) {
            case TokenKind::kNumber:
                return number();
            case TokenKind::kDate:
                return literal(ExprKind::kDate);
            case TokenKind::kMonth:
                return literal(ExprKind::kMonth);
            case TokenKind::kText:
                return literal(ExprKind::kText);
            case TokenKind::kWord:
                return word();
            default:
                break;
        }
        if (token.is("(")) return parenthesised();
        if (token.is("{")) return set();
        return no_value();
    }

    ExprPtr no_value() { return fail(say("一个值或条件", "a value or condition")); }

    ExprPtr literal(ExprKind kind) {
        const Token& token = c_.take();
        return node(kind, token.at, token.text);
    }

    ExprPtr parenthesised() {
        const Token open = c_.take();
        ExprPtr inside = expression();
        return inside && c_.expect_close(")", open) ? inside : nullptr;
    }

    ExprPtr word() {
        const Token& token = c_.peek();
        if (token.is("true") || token.is("false")) return literal(ExprKind::kBool);
        if (token.is("if")) return expression();
        if (token.is("known")) {
            const Spot at = c_.take().at;
            return node(ExprKind::kKnown, at, {}, {primary_deeper()});
        }
        if (is_reserved(token.text)) return no_value();
        return c_.peek(1).is("(") ? call() : path();
    }

    ExprPtr primary_deeper() {
        if (++depth_ > kMaxDepth) return too_deep();
        ExprPtr out = primary();
        --depth_;
        return out;
    }

    ExprPtr call() {
        const Token name = c_.take();
        const Token open = c_.take();
        Expr out = make(ExprKind::kCall, name.at, name.text);
        if (!c_.accept(")")) {
            if (!c_.peek().is("where")) {
                do {
                    out.args.push_back(expression());
                    if (!out.args.back()) return nullptr;
                } while (c_.accept(","));
            }
            if (c_.accept("where") && !(out.where = expression())) return nullptr;
            if (!c_.expect_close(")", open)) return nullptr;
        }
        return std::make_shared<const Expr>(std::move(out));
    }

    ExprPtr path() { return parse_path(c_, say("字段名", "a field's name")); }

    bool unit_here() const {
        const Token& token = c_.peek();
        if (token.is("%")) return true;
        return token.kind == TokenKind::kWord && !is_reserved(token.text) &&
               !listed(kClauses, token.text);
    }

    // A unit is one word, or words joined by / without spaces.
    ExprPtr number() {
        Expr out = make(ExprKind::kNumber, c_.peek().at, c_.peek().text);
        c_.take();
        if (unit_here()) {
            const Spot unit_end = c_.peek().at;
            out.unit = c_.take().text;
            while (c_.peek().is("/") && c_.peek().glued && c_.peek(1).kind == TokenKind::kWord &&
                   c_.peek(1).glued) {
                c_.take();
                out.unit += "/" + c_.take().text;
            }
            out.at.width = unit_end.column + static_cast<int>(char_count(out.unit)) - out.at.column;
        }
        return std::make_shared<const Expr>(std::move(out));
    }

    Cursor& c_;
    int depth_ = 0;
    int operands_ = 0;
};

}  // namespace

bool is_reserved(std::string_view word) { return listed(kReserved, word); }

ExprPtr parse_expression(Cursor& cursor) { return Expressions(cursor).expression(); }

ExprPtr parse_path(Cursor& cursor, const Text& what) {
    Expr out = make(ExprKind::kPath, cursor.peek().at);
    do {
        Name name;
        if (!cursor.expect_name(name, what)) return nullptr;
        out.path.push_back(std::move(name));
    } while (cursor.accept("."));
    const Name& last = out.path.back();
    if (last.at.line == out.at.line) out.at.width = last.at.column + last.at.width - out.at.column;
    return std::make_shared<const Expr>(std::move(out));
}

ExprPtr parse_expression(std::string_view text, Spot start, const Report& report) {
    Cursor cursor(tokenize(text, start, report), report);
    ExprPtr out = parse_expression(cursor);
    if (out && !cursor.done()) {
        cursor.fail(say("式子到此结束", "the end of the expression"));
        return nullptr;
    }
    return out;
}

}  // namespace tz::policy
