// Properties of the parser and the printer, on trees and texts made at random.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>

#include "policy/compile.h"
#include "policy/syntax/parser.h"
#include "policy/syntax/print.h"
#include "policy/test_catalog.h"

namespace tz::policy {
namespace {

using Words = std::vector<std::string>;

template <class T>
T pick(const std::vector<T>& from) {
    return *rc::gen::elementOf(from);
}
int below(int end) { return *rc::gen::inRange(0, end); }

std::shared_ptr<Expr> made(ExprKind kind, std::string text = {}) {
    auto out = std::make_shared<Expr>();
    out->kind = kind;
    out->text = std::move(text);
    return out;
}

ExprPtr random_expr(int depth);

std::vector<ExprPtr> random_args(int count, int depth) {
    std::vector<ExprPtr> out;
    for (int i = 0; i < count; ++i) out.push_back(random_expr(depth));
    return out;
}

ExprPtr random_path() {
    auto out = made(ExprKind::kPath);
    for (int i = below(3); i >= 0; --i) {
        out->path.push_back({pick(Words{"amount", "kind", "severity", "year", "面积"}), {}});
    }
    return out;
}

ExprPtr random_number() {
    auto out = made(ExprKind::kNumber, pick(Words{"0", "35", "1.5", "5000"}));
    out->unit = pick(Words{"", "元", "L/person/day", "%", "months"});
    return out;
}

ExprPtr random_leaf() {
    switch (below(6)) {
        case 0:
            return random_number();
        case 1:
            return made(ExprKind::kDate, "2020-02-29");
        case 2:
            return made(ExprKind::kMonth, "2020-02");
        case 3:
            return made(ExprKind::kText, pick(Words{"", "a\"b", "\\", "甲 # |"}));
        case 4:
            return made(ExprKind::kBool, pick(Words{"true", "false"}));
        default:
            return random_path();
    }
}

ExprPtr random_set() {
    auto out = made(ExprKind::kSet);
    for (int i = below(3); i > 0; --i) out->args.push_back(random_leaf());
    return out;
}

ExprPtr random_call(int depth) {
    auto out = made(ExprKind::kCall, pick(Words{"count", "age", "min"}));
    out->args = random_args(below(3), depth);
    if (!out->args.empty() && below(2)) out->where = random_expr(depth);
    return out;
}

ExprPtr random_with_set(ExprKind kind, std::string text, int depth) {
    auto out = made(kind, std::move(text));
    out->args = {random_expr(depth), below(2) ? random_set() : random_path()};
    if (kind == ExprKind::kHas && text.empty()) out->args[1] = random_path();
    return out;
}

ExprPtr random_plain(ExprKind kind, std::string text, int count, int depth) {
    auto out = made(kind, std::move(text));
    out->args = random_args(count, depth);
    return out;
}

ExprPtr random_round(int depth) {
    auto out = made(ExprKind::kRound, pick(Words{"down", "half up"}));
    out->args = {random_expr(depth), random_number()};
    return out;
}

ExprPtr random_expr(int depth) {
    if (depth <= 0) return random_leaf();
    const int below_this = depth - 1;
    switch (below(12)) {
        case 0:
            return random_call(below_this);
        case 1:
            return random_plain(ExprKind::kNot, "", 1, below_this);
        case 2:
            return random_plain(ExprKind::kNegate, "", 1, below_this);
        case 3:
            return random_plain(ExprKind::kBetween, "", 3, below_this);
        case 4:
            return random_plain(ExprKind::kIsEmpty, "", 1, below_this);
        case 5:
            return random_plain(ExprKind::kKnown, "", 1, below_this);
        case 6:
            return random_plain(ExprKind::kMissingAs, "", 2, below_this);
        case 7:
            return random_plain(ExprKind::kIf, "", 3, below_this);
        case 8:
            return random_round(below_this);
        case 9:
            return random_with_set(ExprKind::kIn, pick(Words{"in", "not in"}), below_this);
        case 10:
            return random_with_set(ExprKind::kHas, pick(Words{"any", "all", "only"}), below_this);
        default: {
            const std::string sign =
                pick(Words{"or", "and", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/"});
            return random_plain(ExprKind::kBinary, sign, 2, below_this);
        }
    }
}

// Equal but for the places.
bool same(const ExprPtr& a, const ExprPtr& b) {
    if (!a || !b) return !a && !b;
    if (a->kind != b->kind || a->text != b->text || a->unit != b->unit) return false;
    if (a->path.size() != b->path.size() || a->args.size() != b->args.size()) return false;
    for (std::size_t i = 0; i < a->path.size(); ++i)
        if (a->path[i].text != b->path[i].text) return false;
    for (std::size_t i = 0; i < a->args.size(); ++i)
        if (!same(a->args[i], b->args[i])) return false;
    return same(a->where, b->where);
}

TEST(Syntax, PrintedExpressionsAreReadBackTheSame) {
    const bool held = rc::check("parse(print(x)) == x", [] {
        const ExprPtr expr = random_expr(below(6));
        std::vector<Diagnostic> problems;
        const std::string text = print(*expr);
        const ExprPtr again = parse_expression(text, {1, 1, 1}, Report("t", problems));
        if (!problems.empty()) RC_FAIL(text + "\n" + render(problems[0], text, Language::kEnglish));
        RC_ASSERT(same(expr, again));
        RC_ASSERT(print(*again) == text);
    });
    EXPECT_TRUE(held);
}

// Whatever is typed, compiling ends, and each problem lies inside the text.
TEST(Syntax, AnyTextIsReadOrReported) {
    const Words pieces = {"require",   "define",
                          "case",      "parameter",
                          "classify",  "exception to",
                          "codes",     "\n",
                          "\n",        "\n  ",
                          "x",         "household",
                          "on",        "when",
                          "that",      "else problem",
                          "=",         "(",
                          ")",         "{",
                          "}",         "|",
                          "| a | b |", "\"甲\"",
                          "\"",        "35",
                          "元",        "2020-13-41",
                          "and",       "not",
                          "if",        "then",
                          "else",      "count(",
                          "members",   "where",
                          "@",         "#",
                          "（",        "“",
                          "%",         ":",
                          "\\",        "\t"};
    const bool held = rc::check("compile ends", [&] {
        std::string text;
        for (int i = below(60); i > 0; --i) text += pick(pieces) + (below(3) ? " " : "");
        const std::vector<PackSource> packs = {{"p", {{"pack.toml", ""}, {"a.tz", text}}}};
        const Compiled compiled = compile(packs, test_catalog());
        const auto lines = static_cast<int>(split(text, '\n').size());
        for (const Diagnostic& d : compiled.diagnostics) {
            RC_ASSERT(d.line <= lines);
            RC_ASSERT(!d.message.zh.empty() && !d.message.en.empty());
            RC_ASSERT(!render(d, text, Language::kChinese).empty());
        }
    });
    EXPECT_TRUE(held);
}

TEST(Syntax, DeepExpressionsAreRefusedNotCrashed) {
    for (const char* piece : {"(", "not ", "-", "known ", "if ", "{", "count(", "(a and "}) {
        std::string text;
        for (int i = 0; i < 100000; ++i) text += piece;
        std::vector<Diagnostic> problems;
        EXPECT_EQ(parse_expression(text + "a", {1, 1, 1}, Report("t", problems)), nullptr);
        EXPECT_FALSE(problems.empty());
    }
}

TEST(Syntax, LongChainsAreRefusedNotCrashed) {
    std::string text = "a";
    for (int i = 0; i < 100000; ++i) text += " + a";
    std::vector<Diagnostic> problems;
    EXPECT_EQ(parse_expression(text, {1, 1, 1}, Report("t", problems)), nullptr);
    EXPECT_FALSE(problems.empty());
}

TEST(Syntax, TheLongestExpressionCanBeCompiled) {
    std::string text = "define x \"x\" on household = amount";
    for (int i = 1; i < kMaxOperands; ++i) text += " + amount";
    const std::string toml =
        "name = \"p\"\ntitle = \"p\"\ndivision = \"43\"\nfrom = \"2020-01-01\"\n";
    const std::vector<PackSource> packs = {{"p", {{"pack.toml", toml}, {"a.tz", text}}}};
    const Compiled compiled = compile(packs, test_catalog());
    EXPECT_TRUE(compiled.ok());
    EXPECT_TRUE(compiled.packs.defines.at(0).body);
}

TEST(Syntax, PlacesAreInCharacters) {
    std::vector<Diagnostic> problems;
    const ExprPtr expr = parse_expression("“甲” = 面积", {3, 5, 1}, Report("t", problems));
    ASSERT_TRUE(expr);
    EXPECT_EQ(expr->args[1]->at.line, 3);
    EXPECT_EQ(expr->args[1]->at.column, 11);
    EXPECT_EQ(expr->args[1]->at.width, 2);
}

}  // namespace
}  // namespace tz::policy
