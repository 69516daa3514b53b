#include "policy/syntax/parse_office.h"
#include "policy/syntax/parser.h"
#include "policy/syntax/print.h"
#include "policy/syntax/print_parts.h"

namespace tz::policy {
namespace {

// chain NAME "title" [from ADDRESS] on REGISTER before STEP, and its table
class ChainReader {
  public:
    ChainReader(Reader& reader, ChainSyntax& out) : r_(reader), c_(reader.cursor()), out_(out) {}

    bool run() {
        if (!r_.named(out_.name) || !r_.title(out_.title)) return false;
        while (!c_.done()) {
            if (!clause()) return false;
        }
        if (out_.entity.empty()) return c_.fail(say("“on”和登记表的名字", "`on` and a register"));
        if (out_.before.empty())
            return c_.fail(say("“before”和签完才能办的步骤",
                               "`before` and the step that the signatures allow"),
                           say("如 before close_out", "such as before close_out"));
        return signers();
    }

  private:
    bool clause() {
        if (c_.accept("from")) return r_.address(out_.source);
        if (c_.peek().is("on")) return r_.on(out_.entity);
        if (c_.accept("before"))
            return c_.expect_name(out_.before, say("步骤的名字", "the name of a step"));
        if (c_.accept("voided"))
            return c_.expect("by") && c_.expect("change") && (out_.voided_by_change = true);
        if (c_.accept("when")) return r_.condition(out_.when);
        if (c_.peek().is("else")) return (out_.has_else = true) && r_.otherwise(out_.otherwise);
        if (c_.accept("second")) return c_.expect("person") && (out_.second_person = true);
        return c_.fail(
            say("from、on、before、when、voided by change、second person 或 else",
                "`from`, `on`, `before`, `when`, `voided by change`, `second person` or `else`"),
            did_you_mean(c_.peek().text,
                         {"from", "on", "before", "when", "voided", "second", "else"}));
    }

    bool signers() {
        std::vector<std::size_t> places;
        if (!r_.header(r_.rows(), {"order", "role", "title"}, {"when", "within"}, places))
            return false;
        bool good = r_.rows().size() > 1 || no_signer();
        for (std::size_t i = 1; i < r_.rows().size(); ++i) {
            const TableRow& row = r_.rows()[i];
            out_.signers.push_back({});
            good = r_.fits(row) && signer(row, places, out_.signers.back()) && good;
        }
        return good;
    }

    bool no_signer() { return c_.fail(say("至少一个签字人", "at least one who signs")); }

    bool signer(const TableRow& row, const std::vector<std::size_t>& places, SignerSyntax& out) {
        const auto cursor = [&](std::size_t i) {
            const Cell cell = Reader::cell_at(row, places[i]);
            return Cursor(tokenize(cell.text, cell.at, r_.report()), r_.report());
        };
        Cursor order = cursor(0), role = cursor(1), title = cursor(2), within = cursor(4);
        const Cell when = Reader::cell_at(row, places[3]);
        if (!when.text.empty() && !(out.when = parse_expression(when.text, when.at, r_.report())))
            return false;
        const Text place = say("顺序，1起", "a place in the order, from 1");
        return order.expect_whole(out.order, place) && ended(order) &&
               role.expect_name(out.role, say("角色的名字", "the name of a role")) && ended(role) &&
               title.expect_text(out.title, say("签字人的称呼", "who signs")) && ended(title) &&
               (within.done() || deadline(within, out));
    }

    // N days | N workdays
    static bool deadline(Cursor& c, SignerSyntax& out) {
        if (!c.expect_whole(out.within_days, say("天数", "a number of days"))) return false;
        out.workdays = c.accept("workdays") || c.accept("workday");
        return (out.workdays || c.accept("day") || c.expect("days")) && ended(c);
    }

    static bool ended(Cursor& c) {
        return c.done() || c.fail(say("格子的结尾", "the end of the cell"));
    }

    Reader& r_;
    Cursor& c_;
    ChainSyntax& out_;
};

std::string within_text(const SignerSyntax& signer) {
    if (signer.within_days == 0) return {};
    return std::to_string(signer.within_days) + (signer.workdays ? " workdays" : " days");
}

}  // namespace

bool parse_chain(Reader& reader, ChainSyntax& out) { return ChainReader(reader, out).run(); }

std::string print_chain(const ChainSyntax& chain) {
    std::string out = "chain " + chain.name.text + " " + quoted(chain.title);
    if (!chain.source.document.empty()) out += "\n  from " + print_address(chain.source);
    out += "\n  on " + chain.entity.text + " before " + chain.before.text + "\n";
    if (chain.when) out += "  when " + print(*chain.when) + "\n";
    if (chain.voided_by_change) out += "  voided by change\n";
    if (chain.second_person) out += "  second person\n";
    if (chain.has_else) out += "  else problem " + print_consequence(chain.otherwise) + "\n";
    PrintedRows rows = {{"order", "role", "title", "when", "within"}};
    for (const SignerSyntax& s : chain.signers)
        rows.push_back({std::to_string(s.order), s.role.text, quoted(s.title),
                        s.when ? print(*s.when) : "", within_text(s)});
    return out + print_table(rows);
}

}  // namespace tz::policy
