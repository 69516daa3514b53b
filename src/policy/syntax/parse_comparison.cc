#include "policy/syntax/parse_office.h"
#include "policy/syntax/parser.h"
#include "policy/syntax/print.h"
#include "policy/syntax/print_parts.h"

namespace tz::policy {
namespace {

// compare NAME "title" [from ADDRESS] source LIST on REGISTER by KEY …, and its table
class ComparisonReader {
  public:
    ComparisonReader(Reader& reader, ComparisonSyntax& out)
        : r_(reader), c_(reader.cursor()), out_(out) {}

    bool run() {
        if (!r_.named(out_.name) || !r_.title(out_.title)) return false;
        while (!c_.done()) {
            if (!clause()) return false;
        }
        if (out_.list.empty() || out_.entity.empty() || out_.keys.empty())
            return c_.fail(say("source 名单的登记表 on 登记表 by 对照的字段",
                               "`source LIST on REGISTER by KEY`"));
        return r_.rows().empty() || fields();
    }

  private:
    bool clause() {
        if (c_.accept("from")) return r_.address(out_.source);
        if (c_.accept("source"))
            return c_.expect_name(out_.list, say("名单的登记表", "the register of the list"));
        if (c_.peek().is("on")) return r_.on(out_.entity);
        if (c_.accept("by")) return keys();
        if (c_.accept("missing")) return absence(out_.missing);
        if (c_.accept("found")) return absence(out_.found);
        return c_.fail(
            say("from、source、on、by、missing 或 found",
                "`from`, `source`, `on`, `by`, `missing` or `found`"),
            did_you_mean(c_.peek().text, {"from", "source", "on", "by", "missing", "found"}));
    }

    bool keys() {
        do {
            out_.keys.push_back({});
            if (!c_.expect_name(out_.keys.back(), say("字段名", "a field's name"))) return false;
        } while (c_.accept(","));
        return true;
    }

    // problem CATEGORY "title" owner DEPARTMENT … when CONDITION
    bool absence(AbsenceSyntax& out) {
        out.is_said = true;
        out.problem.at = c_.peek().at;
        if (!c_.expect("problem") || !r_.consequence(out.problem)) return false;
        return !c_.accept("when") || r_.condition(out.when);
    }

    bool fields() {
        std::vector<std::size_t> places;
        if (!r_.header(r_.rows(), {"field", "source"}, {"tolerance", "owner"}, places))
            return false;
        bool good = true;
        for (std::size_t i = 1; i < r_.rows().size(); ++i) {
            const TableRow& row = r_.rows()[i];
            out_.fields.push_back({});
            good = r_.fits(row) && field(row, places, out_.fields.back()) && good;
        }
        return good;
    }

    bool field(const TableRow& row, const std::vector<std::size_t>& places, ComparedSyntax& out) {
        const Cell tolerance = Reader::cell_at(row, places[2]);
        const Cell owner = Reader::cell_at(row, places[3]);
        if (!name(Reader::cell_at(row, places[0]), out.field) ||
            !name(Reader::cell_at(row, places[1]), out.source))
            return false;
        if (!tolerance.text.empty() &&
            !(out.tolerance = parse_expression(tolerance.text, tolerance.at, r_.report())))
            return false;
        return owner.text.empty() || name(owner, out.owner);
    }

    bool name(const Cell& cell, Name& out) {
        Cursor c(tokenize(cell.text, cell.at, r_.report()), r_.report());
        return c.expect_name(out, say("名字", "a name")) &&
               (c.done() || c.fail(say("格子的结尾", "the end of the cell")));
    }

    Reader& r_;
    Cursor& c_;
    ComparisonSyntax& out_;
};

std::string absence_text(std::string_view which, const AbsenceSyntax& absence) {
    if (!absence.is_said) return {};
    std::string out = "  " + std::string(which) + " problem " + print_consequence(absence.problem);
    if (absence.when) out += " when " + print(*absence.when);
    return out + "\n";
}

}  // namespace

bool parse_comparison(Reader& reader, ComparisonSyntax& out) {
    return ComparisonReader(reader, out).run();
}

std::string print_comparison(const ComparisonSyntax& comparison) {
    std::string out = "compare " + comparison.name.text + " " + quoted(comparison.title);
    if (!comparison.source.document.empty()) out += "\n  from " + print_address(comparison.source);
    std::vector<std::string> keys;
    for (const Name& key : comparison.keys) keys.push_back(key.text);
    out += "\n  source " + comparison.list.text + " on " + comparison.entity.text + " by " +
           join(keys, ", ") + "\n";
    PrintedRows rows = {{"field", "source", "tolerance", "owner"}};
    for (const ComparedSyntax& f : comparison.fields) {
        rows.push_back(
            {f.field.text, f.source.text, f.tolerance ? print(*f.tolerance) : "", f.owner.text});
    }
    if (rows.size() > 1) out += print_table(rows);
    return out + absence_text("missing", comparison.missing) +
           absence_text("found", comparison.found);
}

}  // namespace tz::policy
