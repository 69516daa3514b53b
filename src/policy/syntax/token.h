// The words of a pack file. Pure; any thread.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "policy/syntax/report.h"

namespace tz::policy {

enum class TokenKind : std::uint8_t { kWord, kNumber, kDate, kMonth, kText, kSymbol, kEnd };

struct Token {
    TokenKind kind = TokenKind::kEnd;
    std::string text{};  // of kText: without the quotes
    Spot at{};
    bool glued = false;     // nothing stands between it and the token before
    bool unclosed = false;  // a text whose second quote is missing
    bool is(std::string_view other) const {
        return (kind == TokenKind::kWord || kind == TokenKind::kSymbol) && text == other;
    }
};

// The tokens of a piece of one file that begins at `start`; comments are left out. The last token
// is kEnd, placed behind the text. Characters that do not belong are reported and skipped.
std::vector<Token> tokenize(std::string_view text, Spot start, const Report& report);

// The digits that 5OOO and l0 were meant to be; empty when there is no digit, or another letter.
std::string meant_digits(std::string_view word);

// Text in quotes as a pack writes it: "…", with \" and \\ for those two characters.
std::string quoted(std::string_view text);

struct Cell {
    std::string text{};  // trimmed
    Spot at{};
};
// The cells of a table row, from its first `|`; a `|` or `#` in quotes belongs to the cell.
std::vector<Cell> split_row(std::string_view line, int number);

}  // namespace tz::policy
