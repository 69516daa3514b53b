#include "policy/syntax/parse_grant.h"

#include <set>

namespace tz::policy {
namespace {

const NameList kClauses = {"from",  "on",       "when",   "amount", "per",
                           "payer", "received", "unless", "else",   "note"};

class GrantParser {
  public:
    GrantParser(Reader& reader, GrantSyntax& out) : r_(reader), c_(reader.cursor()), out_(out) {}

    // grant NAME "title" [proposed], then its clauses in any order.
    bool run() {
        if (!r_.named(out_.name) || !r_.title(out_.title)) return false;
        out_.proposed = c_.accept("proposed");
        std::set<std::string> seen;
        while (!c_.done()) {
            const Token word = c_.peek();
            if (!clause(word)) return false;
            if (!seen.insert(word.text).second && word.text != "unless") return r_.twice(word);
        }
        for (const char* needed : {"from", "on", "amount", "per", "payer"}) {
            if (!seen.contains(needed)) return r_.lacks(out_.name, "grant", needed);
        }
        return true;
    }

  private:
    bool clause(const Token& word) {
        if (word.is("on")) return r_.on(out_.entity);
        if (word.is("else")) {
            out_.has_else = true;
            return r_.otherwise(out_.otherwise);
        }
        c_.take();
        if (word.is("from")) return r_.address(out_.source);
        if (word.is("when")) return r_.condition(out_.when);
        if (word.is("amount")) return r_.condition(out_.amount);
        if (word.is("received")) return r_.condition(out_.received);
        if (word.is("per")) return c_.expect_name(out_.per, say("发放周期", "a period"));
        if (word.is("payer"))
            return c_.expect_name(out_.payer, say("发放的部门", "the department that pays"));
        if (word.is("note"))
            return c_.expect_text(out_.note, say("说明文字", "the text of the note"));
        if (word.is("unless")) {
            out_.unless.push_back(
                parse_path(c_, say("另一项补助的名字", "the name of another grant")));
            return out_.unless.back() != nullptr;
        }
        return c_.refuse(word.at, say("grant 里没有“{}”", "a `grant` has no `{}`", word.text),
                         suggest(word.text, kClauses));
    }

    Reader& r_;
    Cursor& c_;
    GrantSyntax& out_;
};

}  // namespace

bool parse_grant(Reader& reader, GrantSyntax& out) { return GrantParser(reader, out).run(); }

}  // namespace tz::policy
