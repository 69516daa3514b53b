#include "policy/syntax/parse_office.h"
#include "policy/syntax/parser.h"
#include "policy/syntax/print.h"
#include "policy/syntax/print_parts.h"

namespace tz::policy {
namespace {

// assess NAME "title" [from ADDRESS] on REGISTER [when CONDITION], its table, ranks and places
class AssessReader {
  public:
    AssessReader(Reader& reader, AssessSyntax& out) : r_(reader), c_(reader.cursor()), out_(out) {}

    bool run() {
        if (!r_.named(out_.name) || !r_.title(out_.title)) return false;
        while (!c_.done()) {
            if (!clause()) return false;
        }
        if (out_.entity.empty()) return c_.fail(say("“on”和登记表的名字", "`on` and a register"));
        const bool places = out_.first.count || out_.last.count;
        if (places && out_.ranked.empty())
            return c_.refuse(out_.name.at, say("要分名次才有前几名后几名", "places need a ranking"),
                             say("加上 ranked high first", "add `ranked high first`"));
        return items();
    }

  private:
    bool clause() {
        if (c_.accept("from")) return r_.address(out_.source);
        if (c_.peek().is("on")) return r_.on(out_.entity);
        if (c_.accept("when")) return r_.condition(out_.when);
        if (c_.accept("ranked")) return ranked();
        if (c_.accept("first")) return cut(out_.first);
        if (c_.accept("last")) return cut(out_.last);
        if (c_.accept("overlap")) return word(out_.overlap, {"first", "last", "neither"});
        return c_.fail(say("from、on、when、ranked、first、last 或 overlap",
                           "`from`, `on`, `when`, `ranked`, `first`, `last` or `overlap`"),
                       did_you_mean(c_.peek().text,
                                    {"from", "on", "when", "ranked", "first", "last", "overlap"}));
    }

    // ranked high first, ties better; … ties by PARAMETER
    bool ranked() {
        if (!word(out_.ranked, {"high", "low"}) || !c_.expect("first")) return false;
        if (!c_.accept(",")) return true;
        if (!c_.expect("ties")) return false;
        out_.tied_by = c_.accept("by");
        if (out_.tied_by) return c_.expect_name(out_.ties, say("参数的名字", "a parameter's name"));
        return word(out_.ties, {"better", "worse", "unranked"});
    }

    bool word(Name& out, const NameList& words) {
        const Token token = c_.peek();
        if (std::find(words.begin(), words.end(), token.text) == words.end())
            return c_.fail(say("{} 之一", "one of {}", join(words, ", ")));
        out = {c_.take().text, token.at};
        return true;
    }

    // N as NAME "label"
    bool cut(CutSyntax& out) {
        return count(out.count) && c_.expect("as") &&
               c_.expect_name(out.name, say("类别的名字", "the name of a class")) &&
               c_.expect_text(out.label, say("类别的标签", "the label of the class"));
    }

    bool count(ExprPtr& out) {
        const Token token = c_.peek();
        const Text what = say("多少名", "how many");
        if (token.kind == TokenKind::kWord) return (out = parse_path(c_, what)) != nullptr;
        int number = 0;
        if (!c_.expect_whole(number, what)) return false;
        auto made = std::make_shared<Expr>();
        made->kind = ExprKind::kNumber;
        made->at = token.at;
        made->text = std::to_string(number);
        out = std::move(made);
        return true;
    }

    bool items() {
        std::vector<std::size_t> places;
        if (!r_.header(r_.rows(), {"item", "title", "points"}, {"least", "most"}, places))
            return false;
        bool good = r_.rows().size() > 1 || c_.fail(say("至少一项", "at least one item"));
        for (std::size_t i = 1; i < r_.rows().size(); ++i) {
            const TableRow& row = r_.rows()[i];
            out_.items.push_back({});
            good = r_.fits(row) && item(row, places, out_.items.back()) && good;
        }
        return good;
    }

    bool item(const TableRow& row, const std::vector<std::size_t>& places, ScoreSyntax& out) {
        const auto cursor = [&](std::size_t i) {
            const Cell cell = Reader::cell_at(row, places[i]);
            return Cursor(tokenize(cell.text, cell.at, r_.report()), r_.report());
        };
        Cursor name = cursor(0), title = cursor(1);
        return name.expect_name(out.name, say("项目的英文名", "a name for the item")) &&
               title.expect_text(out.title, say("项目的标题", "the item's title")) &&
               value(row, places[2], out.points) && optional(row, places[3], out.least) &&
               optional(row, places[4], out.most);
    }

    bool value(const TableRow& row, std::size_t place, ExprPtr& out) {
        const Cell cell = Reader::cell_at(row, place);
        return (out = parse_expression(cell.text, cell.at, r_.report())) != nullptr;
    }

    bool optional(const TableRow& row, std::size_t place, ExprPtr& out) {
        return Reader::cell_at(row, place).text.empty() || value(row, place, out);
    }

    Reader& r_;
    Cursor& c_;
    AssessSyntax& out_;
};

std::string cut_text(std::string_view which, const CutSyntax& cut) {
    if (!cut.count) return {};
    return "  " + std::string(which) + " " + print(*cut.count) + " as " + cut.name.text + " " +
           quoted(cut.label) + "\n";
}

}  // namespace

bool parse_assess(Reader& reader, AssessSyntax& out) { return AssessReader(reader, out).run(); }

std::string print_assess(const AssessSyntax& assess) {
    std::string out = "assess " + assess.name.text + " " + quoted(assess.title);
    if (!assess.source.document.empty()) out += "\n  from " + print_address(assess.source);
    out += "\n  on " + assess.entity.text + "\n";
    if (assess.when) out += "  when " + print(*assess.when) + "\n";
    PrintedRows rows = {{"item", "title", "points", "least", "most"}};
    for (const ScoreSyntax& item : assess.items) {
        rows.push_back({item.name.text, quoted(item.title), print(*item.points),
                        item.least ? print(*item.least) : "", item.most ? print(*item.most) : ""});
    }
    out += print_table(rows);
    if (!assess.ranked.empty()) {
        out += "  ranked " + assess.ranked.text + " first";
        out += assess.ties.empty() ? "\n"
               : assess.tied_by    ? ", ties by " + assess.ties.text + "\n"
                                   : ", ties " + assess.ties.text + "\n";
    }
    out += cut_text("first", assess.first) + cut_text("last", assess.last);
    if (!assess.overlap.empty()) out += "  overlap " + assess.overlap.text + "\n";
    return out;
}

}  // namespace tz::policy
