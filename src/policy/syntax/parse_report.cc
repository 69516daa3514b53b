#include "policy/syntax/parse_report.h"

#include "policy/syntax/print.h"

namespace tz::policy {
namespace {

const std::vector<std::string> kStatements = {"figure",     "value", "derive", "check",
                                              "hypothesis", "limit", "test",   "text"};

bool computes(const Name& keyword) { return keyword.text == "value" || keyword.text == "derive"; }

class ReportParser {
  public:
    ReportParser(Cursor& cursor, ReportSyntax& out) : c_(cursor), out_(out) {}

    bool run() {
        while (!c_.done())
            if (!statement()) return false;
        return true;
    }

  private:
    bool statement() {
        const Token word = c_.peek();
        if (std::find(kStatements.begin(), kStatements.end(), word.text) == kStatements.end() ||
            word.kind != TokenKind::kWord)
            return c_.fail(say("figure、value、derive、check、hypothesis、limit、test 或 text",
                               "`figure`, `value`, `derive`, `check`, `hypothesis`, `limit`, "
                               "`test` or `text`"),
                           did_you_mean(word.text, kStatements));
        c_.take();
        if (word.is("figure")) return figure();
        if (word.is("text")) return text(word.at);
        return item({word.text, word.at});
    }

    // figure NAME ["title"] = "ID" [from ADDRESS]
    bool figure() {
        out_.figures.push_back({});
        ReportFigureSyntax& made = out_.figures.back();
        if (!c_.expect_name(made.name, say("数字的名字", "a name for the figure"))) return false;
        if (c_.peek().kind == TokenKind::kText) made.title = c_.take().text;
        if (!c_.expect("=") ||
            !c_.expect_text(made.key,
                            say("数字表里的编号或指标名", "the figure's id or name in the table")))
            return false;
        return !c_.accept("from") || address(made.source);
    }

    bool address(AddressSyntax& out) {
        return c_.expect_name(out.document, say("文件的名字", "the name of a document")) &&
               c_.expect("@") &&
               c_.expect_text(out.clause, say("条款的位置", "the place of a clause"));
    }

    bool text(Spot at) {
        out_.texts.push_back({{}, at});
        return c_.expect_text(out_.texts.back().text, say("一段文字", "a paragraph"));
    }

    // value NAME "title" = EXPR | derive ID "title" = EXPR, … | check ID "title" that CONDITION
    bool item(Name keyword) {
        out_.items.push_back({});
        ReportItemSyntax& made = out_.items.back();
        made.keyword = std::move(keyword);
        if (!expect_label(c_, made.name, say("编号，如 K-001", "an id, such as K-001")))
            return false;
        if (!c_.expect_text(made.title, say("标题", "a title"))) return false;
        if (!c_.expect(computes(made.keyword) ? "=" : "that")) return false;
        do {
            made.values.push_back(parse_expression(c_));
            if (!made.values.back()) return false;
        } while (made.keyword.text == "derive" && c_.accept(","));
        while (!at_statement() && !c_.done())
            if (!clause(made)) return false;
        return true;
    }

    bool at_statement() const {
        const Token& next = c_.peek();
        return next.kind == TokenKind::kWord &&
               std::find(kStatements.begin(), kStatements.end(), next.text) != kStatements.end();
    }

    bool clause(ReportItemSyntax& made) {
        if (c_.accept("from")) return address(made.source);
        if (c_.accept("shown")) return c_.expect("in") && unit(made.unit);
        if (c_.accept("note"))
            return c_.expect_text(made.note, say("说明文字", "the text of the note"));
        if (made.keyword.text == "derive" && c_.accept("unclear"))
            return c_.expect_text(made.unclear, say("哪里不清楚", "what is unclear"));
        if (computes(made.keyword)) return no_clause("from、shown in、unclear、note");
        if (c_.accept("by", "rounding")) return made.by_rounding = true;
        if (c_.accept("tolerance")) return (made.tolerance = parse_expression(c_)) != nullptr;
        if (made.keyword.text == "check" && c_.accept("assumed"))
            return c_.expect_name(made.assumed, say("数字的名字", "the name of a figure"));
        return no_clause("from、shown in、by rounding、tolerance、assumed、note");
    }

    bool no_clause(std::string_view clauses) {
        return c_.fail({fmt::format("{} 或下一条", clauses),
                        fmt::format("{} or the next statement",
                                    replace_all(std::string(clauses), "、", ", "))},
                       did_you_mean(c_.peek().text, kStatements));
    }

    bool unit(std::string& out) {
        const Token& first = c_.peek();
        if (!first.is("%") && first.kind != TokenKind::kWord)
            return c_.fail(say("单位，如 万元", "a unit, such as 万元"));
        out = c_.take().text;
        while (c_.peek().is("/") && c_.peek().glued) {
            c_.take();
            out += "/" + c_.take().text;
        }
        return true;
    }

    Cursor& c_;
    ReportSyntax& out_;
};

std::string from_clause(const AddressSyntax& source) {
    if (source.document.empty()) return {};
    return " from " + source.document.text + " @ " + quoted(source.clause);
}

std::string clauses_of(const ReportItemSyntax& item) {
    std::string out;
    out += from_clause(item.source);
    if (!item.unit.empty()) out += " shown in " + item.unit;
    if (item.by_rounding) out += " by rounding";
    if (item.tolerance) out += " tolerance " + print(*item.tolerance);
    if (!item.assumed.empty()) out += " assumed " + item.assumed.text;
    if (!item.unclear.empty()) out += "\n    unclear " + quoted(item.unclear);
    if (!item.note.empty()) out += "\n    note " + quoted(item.note);
    return out + "\n";
}

}  // namespace

bool expect_label(Cursor& cursor, Name& out, Text what) {
    if (!cursor.expect_name(out, std::move(what))) return false;
    while (cursor.peek().glued && cursor.peek().is("-") && cursor.peek(1).glued) {
        cursor.take();
        out.text += "-" + cursor.take().text;
    }
    out.at.width = static_cast<int>(char_count(out.text));
    return true;
}

bool parse_report(Cursor& cursor, ReportSyntax& out) { return ReportParser(cursor, out).run(); }

std::string print_report(const ReportSyntax& report) {
    std::string out = "report " + report.name.text + " " + quoted(report.title);
    out += from_clause(report.source) + "\n";
    for (const ReportFigureSyntax& figure : report.figures) {
        const std::string title = figure.title.empty() ? "" : " " + quoted(figure.title);
        out += "  figure " + figure.name.text + title + " = " + quoted(figure.key) +
               from_clause(figure.source) + "\n";
    }
    for (const ReportItemSyntax& item : report.items) {
        std::vector<std::string> values;
        for (const ExprPtr& value : item.values) values.push_back(print(*value));
        out += "  " + item.keyword.text + " " + item.name.text + " " + quoted(item.title) +
               (computes(item.keyword) ? " = " : " that ") + join(values, ", ") + clauses_of(item);
    }
    for (const ReportTextSyntax& text : report.texts) out += "  text " + quoted(text.text) + "\n";
    return out;
}

}  // namespace tz::policy
