// A walk over tokens that reports what it expected, for the parsers of this folder. One thread.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "policy/syntax/token.h"
#include "policy/syntax/tree.h"

namespace tz::policy {

class Cursor {
  public:
    Cursor(std::vector<Token> tokens, const Report& report)
        : tokens_(std::move(tokens)), report_(&report) {}

    const Token& peek(std::size_t ahead = 0) const {
        return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
    }
    const Token& take() {
        const Token& token = peek();
        if (next_ + 1 < tokens_.size()) ++next_;
        return token;
    }
    bool done() const { return peek().kind == TokenKind::kEnd; }
    bool accept(std::string_view word) {
        if (!peek().is(word)) return false;
        take();
        return true;
    }
    bool accept(std::string_view first, std::string_view second) {
        if (!peek().is(first) || !peek(1).is(second)) return false;
        take();
        take();
        return true;
    }
    // Reports what is here instead, and answers false. After that nothing more is reported.
    bool fail(Text expected, Text fix = {});
    // The same in own words.
    bool refuse(Spot at, Text message, Text fix = {});
    bool expect(std::string_view word, Text fix = {});
    // The bracket that ends what `open` began.
    bool expect_close(std::string_view close, const Token& open);
    bool expect_name(Name& out, Text what);
    bool expect_text(std::string& out, Text what);
    bool expect_whole(int& out, Text what);
    const Report& report() const { return *report_; }

  private:
    std::vector<Token> tokens_;
    const Report* report_;
    std::size_t next_ = 0;
    bool failed_ = false;
};

// Closing brackets and what opens them.
struct BracketPair {
    std::string_view close{}, open{};
};
constexpr BracketPair kBrackets[] = {{")", "("}, {"}", "{"}};

// Words of the language that can not be the name of a value in an expression.
bool is_reserved(std::string_view word);
// Parses one expression from here; null after an error, which is reported.
ExprPtr parse_expression(Cursor& cursor);
// Parses names joined by dots; the same.
ExprPtr parse_path(Cursor& cursor, const Text& what);

}  // namespace tz::policy
