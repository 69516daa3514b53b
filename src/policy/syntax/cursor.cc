#include "policy/syntax/cursor.h"

namespace tz::policy {
namespace {

Text shown(const Token& token) {
    if (token.kind == TokenKind::kEnd) return say("结尾", "the end");
    if (token.kind == TokenKind::kText) return say("文字 {}", "text {}", quoted(token.text));
    return say("“{}”", "`{}`", token.text);
}

}  // namespace

bool Cursor::refuse(Spot at, Text message, Text fix) {
    if (!failed_) report_->error(at, std::move(message), std::move(fix));
    failed_ = true;
    return false;
}

bool Cursor::fail(Text expected, Text fix) {
    // A quote that isn't closed was reported, and swallowed what is expected here.
    if (next_ > 0 && tokens_[next_ - 1].unclosed) failed_ = true;
    const Text found = shown(peek());
    return refuse(peek().at,
                  {fmt::format("这里应当是{}，却是{}", expected.zh, found.zh),
                   fmt::format("expected {}, found {}", expected.en, found.en)},
                  std::move(fix));
}

bool Cursor::expect(std::string_view word, Text fix) {
    return accept(word) || fail(say("“{}”", "`{}`", word), std::move(fix));
}

bool Cursor::expect_close(std::string_view close, const Token& open) {
    return expect(close,
                  say("与第{}行第{}列的“{}”配对", "it closes the `{2}` of line {0}, column {1}",
                      open.at.line, open.at.column, open.text));
}

bool Cursor::expect_name(Name& out, Text what) {
    if (peek().kind != TokenKind::kWord) return fail(std::move(what));
    const Token& token = take();
    out = {token.text, token.at};
    return true;
}

bool Cursor::expect_text(std::string& out, Text what) {
    if (peek().kind != TokenKind::kText) {
        return fail(std::move(what), say("写在双引号里", "put it in quotes"));
    }
    out = take().text;
    return true;
}

bool Cursor::expect_whole(int& out, Text what) {
    const auto value = peek().kind == TokenKind::kNumber ? to_int(peek().text) : std::nullopt;
    if (!value || *value > 1000000) return fail(std::move(what));
    out = static_cast<int>(*value);
    take();
    return true;
}

}  // namespace tz::policy
