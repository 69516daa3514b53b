#include "policy/syntax/parse_office.h"
#include "policy/syntax/parser.h"
#include "policy/syntax/print.h"
#include "policy/syntax/print_parts.h"

namespace tz::policy {
namespace {

const NameList kColumns = {"question", "answer"};
const NameList kMoreColumns = {"ask when", "field", "problem"};
const NameList kAnswers = {"yes_no", "number",  "money", "text",      "date",    "month",
                           "choice", "choices", "photo", "signature", "location"};
const NameList kSigns = {"=", "!=", "<", "<=", ">", ">="};

bool is_one_of(const NameList& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// One cell of a question's row.
class CellReader {
  public:
    CellReader(const Cell& cell, const Report& report)
        : r_({tokenize(cell.text, cell.at, report), {}}, report), c_(r_.cursor()) {}

    bool question(QuestionSyntax& out) {
        return c_.expect_name(out.name, say("问题的英文名", "a name for the question")) &&
               c_.expect_text(out.title, say("问题", "the question")) && at_end();
    }

    // KIND [UNIT | LIST | {a "…", b "…"}]
    bool answer(AnswerSyntax& out) {
        const Token kind = c_.peek();
        const Text what = say("答案的类型", "a kind of answer");
        if (!is_one_of(kAnswers, kind.text)) return c_.fail(what, suggest(kind.text, kAnswers));
        if (!c_.expect_name(out.kind, what)) return false;
        if (kind.is("number") && !c_.done()) return unit(out.argument) && at_end();
        if (!kind.is("choice") && !kind.is("choices")) return at_end();
        if (c_.peek().is("{")) return parse_choices(c_, out.choices) && at_end();
        return c_.expect_name(out.argument,
                              say("代码表的名字，或 {{a \"…\", b \"…\"}}",
                                  "the name of a code list, or {{a \"…\", b \"…\"}}")) &&
               at_end();
    }

    bool name(Name& out) {
        return c_.expect_name(out, say("字段名", "a field's name")) && at_end();
    }

    // TRIGGER : CATEGORY "title" owner DEPARTMENT …
    bool problem(TriggerSyntax& trigger, ElseSyntax& out) {
        out.at = c_.peek().at;
        return triggered(trigger) && c_.expect(":") && r_.consequence(out) && at_end();
    }

  private:
    bool at_end() { return c_.done() || c_.fail(say("格子的结尾", "the end of the cell")); }

    bool unit(Name& out) {
        out = {c_.peek().text, c_.peek().at};
        c_.take();
        while (c_.accept("/")) out.text += "/" + c_.take().text;
        return true;
    }

    bool triggered(TriggerSyntax& out) {
        if (is_one_of(kSigns, c_.peek().text)) {
            out.sign = c_.take().text;
            return (out.bound = parse_expression(c_)) != nullptr;
        }
        do {
            out.answers.push_back({});
            if (!c_.expect_name(out.answers.back(),
                                say("什么答案算问题，如 no:", "which answer is a problem: `no:`")))
                return false;
        } while (c_.accept(","));
        return true;
    }

    Reader r_;
    Cursor& c_;
};

// form NAME "title" [from ADDRESS] on REGISTER [when CONDITION], then sections with a table each
class FormReader {
  public:
    FormReader(Reader& reader, FormSyntax& out) : r_(reader), c_(reader.cursor()), out_(out) {}

    bool run() {
        if (!r_.named(out_.name) || !r_.title(out_.title)) return false;
        while (!c_.done()) {
            if (!clause()) return false;
        }
        if (out_.entity.empty()) return c_.fail(say("“on”和登记表的名字", "`on` and a register"));
        if (out_.sections.empty())
            return c_.fail(
                say("section：问题分成若干节", "`section`: questions stand in sections"));
        return tables();
    }

  private:
    bool clause() {
        if (c_.accept("from")) return r_.address(out_.source);
        if (c_.peek().is("on")) return r_.on(out_.entity);
        if (c_.accept("when")) return r_.condition(out_.when);
        if (c_.peek().is("section")) return section();
        return c_.fail(say("from、on、when 或 section", "`from`, `on`, `when` or `section`"),
                       did_you_mean(c_.peek().text, {"from", "on", "when", "section"}));
    }

    bool section() {
        lines_.push_back(c_.take().at.line);
        out_.sections.push_back({});
        FormSectionSyntax& made = out_.sections.back();
        if (!c_.expect_name(made.name, say("节的英文名", "a name for the section"))) return false;
        if (!r_.title(made.title)) return false;
        return !c_.accept("each") ||
               c_.expect_name(made.relation, say("逐条询问的记录，如 members",
                                                 "the records to ask about, such as members"));
    }

    // A section's table is what stands below its line, down to the next section.
    bool tables() {
        bool good = true;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const int end = i + 1 < lines_.size() ? lines_[i + 1] : 0x7fffffff;
            std::vector<TableRow> rows;
            for (const TableRow& row : r_.rows()) {
                const int line = row.empty() ? 0 : row[0].at.line;
                if (line > lines_[i] && line < end) rows.push_back(row);
            }
            good = questions(rows, out_.sections[i]) && good;
        }
        return good;
    }

    bool questions(const std::vector<TableRow>& rows, FormSectionSyntax& section) {
        std::vector<std::size_t> places;
        if (rows.size() < 2) return no_questions(section);
        if (!r_.header(rows, kColumns, kMoreColumns, places)) return false;
        bool good = true;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            section.questions.push_back({});
            good = r_.fits(rows[i], rows[0]) &&
                   question(rows[i], places, section.questions.back()) && good;
        }
        return good;
    }

    bool no_questions(const FormSectionSyntax& section) {
        r_.report().error(section.name.at, say("这一节没有问题", "this section has no questions"),
                          say("下面写一张表：question | ask when | answer | field | problem",
                              "a table follows: question | ask when | answer | field | problem"));
        return false;
    }

    bool question(const TableRow& row, const std::vector<std::size_t>& places,
                  QuestionSyntax& out) {
        const auto cell = [&](std::size_t i) { return Reader::cell_at(row, places[i]); };
        const Cell when = cell(2), field = cell(3), problem = cell(4);
        const auto reader = [&](const Cell& one) { return CellReader(one, r_.report()); };
        if (!reader(cell(0)).question(out) || !reader(cell(1)).answer(out.answer)) return false;
        if (!when.text.empty() && !(out.when = parse_expression(when.text, when.at, r_.report())))
            return false;
        if (!field.text.empty() && !reader(field).name(out.field)) return false;
        return problem.text.empty() || reader(problem).problem(out.trigger, out.problem);
    }

    Reader& r_;
    Cursor& c_;
    FormSyntax& out_;
    std::vector<int> lines_{};
};

std::string answer_text(const AnswerSyntax& answer) {
    std::string out = answer.kind.text;
    if (!answer.argument.empty()) out += " " + answer.argument.text;
    if (answer.choices.empty()) return out;
    std::vector<std::string> parts;
    for (const ChoiceSyntax& choice : answer.choices)
        parts.push_back(choice.name.text + " " + quoted(choice.label));
    return out + " {" + join(parts, ", ") + "}";
}

std::string problem_text(const QuestionSyntax& question) {
    const TriggerSyntax& trigger = question.trigger;
    if (trigger.empty()) return {};
    std::vector<std::string> answers;
    for (const Name& answer : trigger.answers) answers.push_back(answer.text);
    const std::string said =
        trigger.sign.empty() ? join(answers, ", ") : trigger.sign + " " + print(*trigger.bound);
    return said + ": " + print_consequence(question.problem);
}

}  // namespace

bool parse_choices(Cursor& cursor, std::vector<ChoiceSyntax>& out) {
    cursor.take();
    do {
        out.push_back({});
        if (!cursor.expect_name(out.back().name, say("选项的英文名", "a name for the choice")) ||
            !cursor.expect_text(out.back().label, say("选项", "the choice as people read it")))
            return false;
    } while (cursor.accept(","));
    return cursor.expect("}");
}

bool parse_form(Reader& reader, FormSyntax& out) { return FormReader(reader, out).run(); }

std::string print_form(const FormSyntax& form) {
    std::string out = "form " + form.name.text + " " + quoted(form.title);
    if (!form.source.document.empty()) out += "\n  from " + print_address(form.source);
    out += "\n  on " + form.entity.text + "\n";
    if (form.when) out += "  when " + print(*form.when) + "\n";
    for (const FormSectionSyntax& section : form.sections) {
        out += "  section " + section.name.text + " " + quoted(section.title);
        if (!section.relation.empty()) out += " each " + section.relation.text;
        PrintedRows rows = {{"question", "ask when", "answer", "field", "problem"}};
        for (const QuestionSyntax& q : section.questions) {
            rows.push_back({q.name.text + " " + quoted(q.title), q.when ? print(*q.when) : "",
                            answer_text(q.answer), q.field.text, problem_text(q)});
        }
        out += "\n" + print_table(rows);
    }
    return out;
}

}  // namespace tz::policy
