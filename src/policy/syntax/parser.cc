#include "policy/syntax/parser.h"

#include "policy/syntax/parse_calendar.h"
#include "policy/syntax/parse_grant.h"
#include "policy/syntax/parse_office.h"
#include "policy/syntax/parse_report.h"

namespace tz::policy {
namespace {

const std::vector<std::string> kKeywords = {
    "parameter", "codes", "define",   "require", "exception", "classify", "context", "case",
    "report",    "grant", "calendar", "assess",  "chain",     "form",     "compare", "field"};

// One declaration. Each parse_ function answers false after it reported an error.
class Declarations : public Reader {
  public:
    using Reader::Reader;

    std::optional<Declaration> run() {
        const Token keyword = c_.take();
        if (keyword.is("parameter")) return made(&Declarations::parameter);
        if (keyword.is("codes")) return made(&Declarations::codes);
        if (keyword.is("define")) return made(&Declarations::define);
        if (keyword.is("require")) return made(&Declarations::require);
        if (keyword.is("exception")) return made(&Declarations::exception);
        if (keyword.is("classify")) return made(&Declarations::classify);
        if (keyword.is("context")) return made(&Declarations::context);
        if (keyword.is("case")) return made(&Declarations::test_case);
        if (keyword.is("report")) return made(&Declarations::report);
        if (keyword.is("grant")) return made(&Declarations::grant);
        if (keyword.is("calendar")) return made(&Declarations::calendar);
        if (keyword.is("assess")) return made(&Declarations::assess);
        if (keyword.is("chain")) return made(&Declarations::chain);
        if (keyword.is("form")) return made(&Declarations::form);
        if (keyword.is("compare")) return made(&Declarations::comparison);
        if (keyword.is("field")) return made(&Declarations::field);
        return unknown(keyword);
    }

  private:
    std::optional<Declaration> unknown(const Token& keyword) {
        Text fix = did_you_mean(keyword.text, kKeywords);
        if (fix.zh.empty()) {
            fix = {"声明用 " + join(kKeywords, "、") + "；续行要缩进",
                   "declarations are " + join(kKeywords, ", ") + "; further lines are indented"};
        }
        report_.error(keyword.at,
                      say("没有“{}”这种声明", "there is no declaration `{}`", keyword.text),
                      std::move(fix));
        return std::nullopt;
    }

    template <class T>
    std::optional<Declaration> made(bool (Declarations::*parse_one)(T&)) {
        T out;
        if (!(this->*parse_one)(out)) return std::nullopt;
        if (!c_.done()) {
            c_.fail(say("声明的结尾", "the end of the declaration"), left_over());
            return std::nullopt;
        }
        const bool table = std::is_same_v<T, ParameterSyntax> ||
                           std::is_same_v<T, ClassifySyntax> || std::is_same_v<T, CaseSyntax> ||
                           std::is_same_v<T, CalendarSyntax> || std::is_same_v<T, AssessSyntax> ||
                           std::is_same_v<T, ChainSyntax> || std::is_same_v<T, FormSyntax> ||
                           std::is_same_v<T, ComparisonSyntax>;
        if (table || rows_.empty()) return out;
        report_.error(rows_[0].empty() ? Spot{} : rows_[0][0].at,
                      say("这种声明没有表格", "this declaration has no table"));
        return std::nullopt;
    }

    Text left_over() const {
        for (const auto& [close, open] : kBrackets)
            if (c_.peek().is(close))
                return say("前面没有与它配对的“{}”", "no `{}` stands open before it", open);
        return say("新的声明要顶格写", "a new declaration begins at the start of its line");
    }

    // parameter NAME "title" : TYPE [may raise | may lower | fixed]
    bool parameter(ParameterSyntax& out) {
        if (!named(out.name) || !title(out.title) || !c_.expect(":")) return false;
        if (!type(out.type) || !binding(out.binding)) return false;
        return parameter_rows(out.rows);
    }

    bool type(TypeSyntax& out) {
        if (!c_.expect_name(out.name, say("类型", "a type"))) return false;
        const std::string& name = out.name.text;
        if (name == "choice" || name == "choices") {
            return c_.expect_name(out.argument, say("代码表的名字", "the name of a code list"));
        }
        return name != "number" || unit(out.argument);
    }

    // field NAME "title" [from ADDRESS] on REGISTER : TYPE
    bool field(FieldSyntax& out) {
        if (!named(out.name) || !title(out.title)) return false;
        if (c_.accept("from") && !address(out.source)) return false;
        if (!on(out.entity) || !c_.expect(":")) return false;
        const bool chosen = c_.peek().is("choice") || c_.peek().is("choices");
        if (!chosen || !c_.peek(1).is("{")) return type(out.type);
        out.type.name = {c_.peek().text, c_.peek().at};
        c_.take();
        return parse_choices(c_, out.choices);
    }

    bool unit(Name& out) {
        const Token first = c_.peek();
        const bool word = first.kind == TokenKind::kWord && !first.is("may") && !first.is("fixed");
        if (!word && !first.is("%")) return true;
        out = {c_.take().text, first.at};
        while (c_.accept("/")) out.text += "/" + c_.take().text;
        out.at.width = static_cast<int>(char_count(out.text));
        return true;
    }

    bool binding(std::string& out) {
        if (c_.accept("fixed")) {
            out = "fixed";
        } else if (c_.accept("may")) {
            const bool raise = c_.accept("raise");
            if (!raise && !c_.accept("lower"))
                return c_.fail(say("raise 或 lower", "`raise` or `lower`"));
            out = raise ? "may raise" : "may lower";
        }
        return true;
    }

    bool parameter_rows(std::vector<ParameterRowSyntax>& out) {
        std::vector<std::size_t> places;
        if (rows_.size() < 2)
            return c_.fail(say("一张表：division | from | to | value | source 和至少一行",
                               "a table: division | from | to | value | source, and a row"),
                           say("还不知道数值就写一行 unset",
                               "where the value isn't known yet, write a row with `unset`"));
        if (!header({"division", "from", "to", "value", "source"}, places)) return false;
        bool good = true;
        for (std::size_t i = 1; i < rows_.size(); ++i) {
            out.push_back({});
            good = fits(rows_[i]) && parameter_row(rows_[i], places, out.back()) && good;
        }
        return good;
    }

    bool parameter_row(const std::vector<Cell>& row, const std::vector<std::size_t>& places,
                       ParameterRowSyntax& out) {
        out.division = cell_at(row, places[0]);
        out.from = cell_at(row, places[1]);
        out.to = cell_at(row, places[2]);
        const Cell value = cell_at(row, places[3]);
        out.at = out.from.at;
        if (value.text != "unset" &&
            !(out.value = parse_expression(value.text, value.at, report_))) {
            return false;
        }
        const Cell source = cell_at(row, places[4]);
        return source.text.empty() || source_cell(source, out.source);
    }

    // codes NAME "title" of LIST = {a, b}
    bool codes(CodesSyntax& out) {
        if (!named(out.name) || !title(out.title) || !c_.expect("of")) return false;
        if (!c_.expect_name(out.list, say("代码表的名字", "the name of a code list"))) return false;
        if (!c_.expect("=") || !c_.expect("{")) return false;
        do {
            out.choices.push_back({});
            if (!c_.expect_name(out.choices.back(), say("选项的名字", "the name of a choice")))
                return false;
        } while (c_.accept(","));
        return c_.expect("}");
    }

    // define NAME "title" [from ADDRESS] on REGISTER = EXPRESSION
    bool define(DefineSyntax& out) {
        if (!named(out.name) || !title(out.title)) return false;
        if (c_.accept("from") && !address(out.source)) return false;
        return on(out.entity) && c_.expect("=") && condition(out.body);
    }

    // require NAME "title" [proposed] from … on … when … that … else … severity … note …
    bool require(RequireSyntax& out) {
        if (!named(out.name) || !title(out.title)) return false;
        out.proposed = c_.accept("proposed");
        std::set<std::string> seen;
        while (!c_.done()) {
            const Token clause = c_.peek();
            if (!require_clause(out)) return false;
            if (!seen.insert(clause.text).second) return twice(clause);
        }
        for (std::string_view needed : {"from", "on", "that", "else"}) {
            if (!seen.contains(std::string(needed))) {
                return lacks(out.name, "require", needed);
            }
        }
        return true;
    }

    bool require_clause(RequireSyntax& out) {
        if (c_.accept("from")) return address(out.source);
        if (c_.peek().is("on")) return on(out.entity);
        if (c_.accept("when")) return condition(out.when);
        if (c_.accept("every"))
            return c_.expect_name(out.every, say("month、quarter、year 或 school_year",
                                                 "`month`, `quarter`, `year` or `school_year`"));
        if (c_.accept("that")) return condition(out.that);
        if (c_.peek().is("else")) return otherwise(out.otherwise);
        if (c_.accept("severity")) return severity(out.severity);
        if (c_.accept("note"))
            return c_.expect_text(out.note, say("说明文字", "the text of the note"));
        return bad_clause();
    }

    bool bad_clause() {
        return c_.fail(
            say("from、on、when、every、that、else、severity 或 note",
                "`from`, `on`, `when`, `every`, `that`, `else`, `severity` or `note`"),
            did_you_mean(c_.peek().text, {"from", "on", "when", "every", "that", "else", "severity",
                                          "note", "and", "or", "in", "between", "has"}));
    }

    bool severity(int& out) {
        const Text what = say("1（最重）到5", "1 (worst) to 5");
        const Token token = c_.peek();
        if (!c_.expect_whole(out, what)) return false;
        if (out >= 1 && out <= 5) return true;
        report_.error(token.at,
                      say("severity 应为1到5，却是{}", "severity is 1 to 5, not {}", out));
        return false;
    }

    // exception to RULE "title" from ADDRESS when CONDITION
    bool exception(ExceptionSyntax& out) {
        return c_.expect("to") &&
               c_.expect_name(out.rule, say("规则的名字", "the name of a rule")) &&
               title(out.title) && c_.expect("from") && address(out.source) && c_.expect("when") &&
               condition(out.when);
    }

    // classify NAME "title" [from ADDRESS] on REGISTER, with a table
    bool classify(ClassifySyntax& out) {
        if (!named(out.name) || !title(out.title)) return false;
        while (!c_.done()) {
            if (c_.accept("from") ? !address(out.source) : !on(out.entity)) return false;
        }
        if (out.entity.empty()) return c_.fail(say("“on”和登记表的名字", "`on` and a register"));
        std::vector<std::size_t> places;
        if (!header({"when", "is"}, places)) return false;
        bool good = true;
        for (std::size_t i = 1; i < rows_.size(); ++i) {
            out.rows.push_back({});
            good = fits(rows_[i]) && class_row(rows_[i], places, out.rows.back()) && good;
        }
        return good;
    }

    bool class_row(const std::vector<Cell>& row, const std::vector<std::size_t>& places,
                   ClassRowSyntax& out) {
        const Cell when = cell_at(row, places[0]), is = cell_at(row, places[1]);
        if (when.text != "otherwise" &&
            !(out.when = parse_expression(when.text, when.at, report_))) {
            return false;
        }
        Cursor inner(tokenize(is.text, is.at, report_), report_);
        return inner.expect_name(out.name, say("类别的名字", "the name of a class")) &&
               inner.expect_text(out.label, say("类别的标签", "the label of the class"));
    }

    // context ADDRESS because "reason"
    bool context(ContextSyntax& out) {
        out.at = c_.peek().at;
        return address(out.source) && c_.expect("because") &&
               c_.expect_text(out.reason, say("理由", "the reason"));
    }

    // report NAME "title" [from ADDRESS], then its statements
    bool report(ReportSyntax& out) {
        if (!named(out.name) || !title(out.title)) return false;
        if (c_.accept("from") && !address(out.source)) return false;
        return parse_report(c_, out);
    }
    bool grant(GrantSyntax& out) { return parse_grant(*this, out); }
    bool calendar(CalendarSyntax& out) { return parse_calendar(*this, out); }
    bool assess(AssessSyntax& out) { return parse_assess(*this, out); }
    bool chain(ChainSyntax& out) { return parse_chain(*this, out); }
    bool form(FormSyntax& out) { return parse_form(*this, out); }
    bool comparison(ComparisonSyntax& out) { return parse_comparison(*this, out); }

    bool test_case(CaseSyntax& out) {
        if (!expect_label(
                c_, out.subject,
                say("规则、define 或 classify 的名字", "the name of a rule, define or classify"))) {
            return false;
        }
        if (rows_.size() < 2 || rows_[0].empty()) {
            return c_.fail(
                say("表格：列名一行，案例若干行", "a table: a row of columns, then cases"));
        }
        out.columns = rows_[0];
        if (out.columns.back().text != "expect") {
            report_.error(out.columns.back().at,
                          say("最后一列应是 expect", "the last column is `expect`"));
            return false;
        }
        return case_rows(out);
    }

    bool case_rows(CaseSyntax& out) {
        bool good = true;
        for (std::size_t i = 1; i < rows_.size(); ++i) {
            good = fits(rows_[i]) && good;
            out.rows.push_back({});
            for (std::size_t k = 0; k < out.columns.size(); ++k)
                out.rows.back().push_back(cell_at(rows_[i], k));
        }
        return good;
    }
};

}  // namespace

Tree parse(std::string_view text, const Report& report) {
    Tree tree;
    for (Section& section : split_sections(text, report)) {
        Declarations parser(std::move(section), report);
        if (auto declaration = parser.run()) {
            tree.declarations.push_back(std::move(*declaration));
        } else if (!parser.name().empty()) {
            tree.broken.insert(parser.name());
        }
    }
    return tree;
}

}  // namespace tz::policy
