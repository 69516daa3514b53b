#include "policy/syntax/token.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/utf8.h"

namespace tz::policy {
namespace {

bool word_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool word_char(char c) { return word_start(c) || is_digit(c); }

// Letters that are taken for digits, and what joins digits of a date.
bool digit_like(char c) {
    return is_digit(c) || c == 'O' || c == 'o' || c == 'l' || c == 'I' || c == '-';
}
char meant_digit(char c) {
    if (c == 'O' || c == 'o') return '0';
    return c == 'l' || c == 'I' ? '1' : c;
}

struct Wide {
    std::string_view wide{};
    std::string_view ascii{};
};
// Typed with a Chinese keyboard; the meaning is plain, so reading goes on as if it were right.
constexpr std::array<Wide, 18> kWide = {{{"（", "("},
                                         {"）", ")"},
                                         {"，", ","},
                                         {"、", ","},
                                         {"｜", "|"},
                                         {"：", ":"},
                                         {"｛", "{"},
                                         {"｝", "}"},
                                         {"＝", "="},
                                         {"≥", ">="},
                                         {"≤", "<="},
                                         {"≠", "!="},
                                         {"＞", ">"},
                                         {"＜", "<"},
                                         {"×", "*"},
                                         {"÷", "/"},
                                         {"＋", "+"},
                                         {"％", "%"}}};
constexpr std::array<std::string_view, 3> kPairs = {"!=", "<=", ">="};
constexpr std::string_view kSingles = "(){},.=<>+-*/:@%";

class Lexer {
  public:
    Lexer(std::string_view text, Spot at, const Report& report)
        : text_(text), at_(at), report_(report) {}

    std::vector<Token> run() {
        while (skip_blank()) next();
        push(TokenKind::kEnd, 0);
        return std::move(tokens_);
    }

  private:
    char peek(std::size_t i = 0) const { return i < text_.size() ? text_[i] : '\0'; }

    void advance(std::size_t bytes) {
        at_.column += static_cast<int>(char_count(text_.substr(0, bytes)));
        text_.remove_prefix(bytes);
    }

    // False at the end of the text.
    bool skip_blank() {
        glued_ = true;
        while (!text_.empty()) {
            if (peek() == '\n') {
                text_.remove_prefix(1);
                ++at_.line;
                at_.column = 1;
            } else if (peek() == '#') {
                advance(std::min(text_.find('\n'), text_.size()));
            } else if (const CodePoint c = code_point_at(text_, 0); is_space(c.value)) {
                advance(c.size);
            } else {
                return true;
            }
            glued_ = false;
        }
        return false;
    }

    void push(TokenKind kind, std::size_t bytes, std::string_view as = {}) {
        const int width = static_cast<int>(char_count(text_.substr(0, bytes)));
        Token token{kind, std::string(as.empty() ? text_.substr(0, bytes) : as), at_, glued_};
        token.at.width = std::max(1, width);
        tokens_.push_back(std::move(token));
        at_.column += width;
        text_.remove_prefix(bytes);
    }

    template <class Test>
    std::size_t run_of(std::size_t from, Test test) const {
        while (from < text_.size() && test(text_[from])) ++from;
        return from;
    }

    void next() {
        if (word_start(peek())) return push(TokenKind::kWord, run_of(0, word_char));
        if (is_digit(peek())) return number();
        if (peek() == '"') return text();
        if (text_.starts_with("“") || text_.starts_with("”")) return wide_text();
        for (std::string_view pair : kPairs) {
            if (text_.starts_with(pair)) return push(TokenKind::kSymbol, 2);
        }
        if (kSingles.find(peek()) != std::string_view::npos) return push(TokenKind::kSymbol, 1);
        wide_or_bad();
    }

    bool digits_at(std::size_t from, std::size_t count) const {
        return run_of(from, is_digit) == from + count;
    }

    // 2020-05-31, 2022-04, 35, 1.5
    void number() {
        if (digits_at(0, 4) && peek(4) == '-' && digits_at(5, 2)) {
            const bool date = peek(7) == '-' && digits_at(8, 2);
            return push(date ? TokenKind::kDate : TokenKind::kMonth, date ? 10 : 7);
        }
        if (mistyped_number()) return;
        std::size_t end = run_of(0, is_digit);
        if (peek(end) == '.' && is_digit(peek(end + 1))) end = run_of(end + 1, is_digit);
        push(TokenKind::kNumber, end);
    }

    // 5OOO, 2020-O1-31: letters that look like digits; read as the number that was meant.
    bool mistyped_number() {
        const std::size_t end = run_of(0, digit_like);
        std::string meant(text_.substr(0, end));
        for (char& c : meant) c = meant_digit(c);
        const bool letters = meant != text_.substr(0, end) && !word_char(peek(end));
        const bool date = letters && parse_date(meant) && meant.size() == 10;
        if (!date && (!letters || meant.find('-') != std::string::npos)) return false;
        report_.error({at_.line, at_.column, static_cast<int>(end)},
                      say("数字里混进了字母：{}", "letters among digits: {}", text_.substr(0, end)),
                      say("写成 {}", "write {}", meant));
        push(date ? TokenKind::kDate : TokenKind::kNumber, end, meant);
        return true;
    }

    // ５０００: digits of a Chinese keyboard.
    bool wide_digits() {
        std::string meant;
        std::size_t end = 0;
        for (CodePoint c = code_point_at(text_, 0); c.value >= U'０' && c.value <= U'９';
             c = code_point_at(text_, end)) {
            meant.push_back(static_cast<char>('0' + (c.value - U'０')));
            end += c.size;
            if (end >= text_.size()) break;
        }
        if (meant.empty()) return false;
        report_.error(
            {at_.line, at_.column, static_cast<int>(meant.size())},
            say("数字要用半角：{}", "these are full-width digits: {}", text_.substr(0, end)),
            say("写成 {}", "write {}", meant));
        push(TokenKind::kNumber, end, meant);
        return true;
    }

    // “…”: a slip of the keyboard; read as the text that was meant.
    void wide_text() {
        const std::size_t open = code_point_at(text_, 0).size;
        std::size_t end = text_.find("”", open);
        const std::size_t line = std::min(text_.find('\n'), text_.size());
        const bool closed = end < line;
        if (!closed) end = line;
        const std::string_view value = text_.substr(open, end - open);
        Spot spot = at_;
        push(TokenKind::kText, closed ? end + open : end, value.empty() ? " " : value);
        spot.width = tokens_.back().at.width;
        report_.error(spot, say("引号要用半角", "these are not the quotes of this language"),
                      say("写成 {}", "write {}", quoted(value)));
    }

    void text() {
        std::string value;
        std::size_t i = 1;
        for (; i < text_.size() && text_[i] != '"' && text_[i] != '\n'; ++i) {
            if (text_[i] == '\\' && (peek(i + 1) == '"' || peek(i + 1) == '\\')) ++i;
            value.push_back(text_[i]);
        }
        const bool closed = peek(i) == '"';
        Spot spot = at_;
        push(TokenKind::kText, closed ? i + 1 : i);
        tokens_.back().text = std::move(value);
        if (closed) return;
        tokens_.back().unclosed = true;
        spot.width = tokens_.back().at.width;
        report_.error(spot, say("引号没有闭合", "the quote isn't closed"),
                      say("在行尾前补上 \"", "put \" before the end of the line"));
    }

    void wide_or_bad() {
        if (wide_digits()) return;
        for (const Wide& pair : kWide) {
            if (!text_.starts_with(pair.wide)) continue;
            report_.error(
                at_, say("不认识全角符号“{}”", "`{}` is not a sign of this language", pair.wide),
                say("写成半角“{}”", "write `{}`", pair.ascii));
            return push(TokenKind::kSymbol, pair.wide.size(), pair.ascii);
        }
        if (static_cast<unsigned char>(peek()) >= 0x80) {
            return push(TokenKind::kWord, wide_word());
        }
        const std::size_t size = code_point_at(text_, 0).size;
        report_.error(at_,
                      say("这里不能写“{}”", "`{}` does not belong here", text_.substr(0, size)),
                      bad_fix());
        advance(size);
        glued_ = false;
    }

    // Characters that aren't ASCII, up to a sign that has an ASCII form.
    std::size_t wide_word() const {
        std::size_t end = 0;
        while (end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80) {
            const std::string_view rest = text_.substr(end);
            const auto starts = [&](const Wide& pair) { return rest.starts_with(pair.wide); };
            const CodePoint c = code_point_at(text_, end);
            if (is_space(c.value) || (end > 0 && std::any_of(kWide.begin(), kWide.end(), starts))) {
                break;
            }
            end += c.size;
        }
        return end;
    }

    Text bad_fix() const {
        if (peek() == '|') return say("表格的行要以 | 开头", "a table row begins with |");
        if (peek() == '\'') {
            return say("文字用半角双引号 \"…\"", "text stands in \"…\"");
        }
        return {};
    }

    std::string_view text_;
    Spot at_;
    const Report& report_;
    std::vector<Token> tokens_{};
    bool glued_ = false;
};

Cell make_cell(std::string_view raw, int line, int column) {
    const std::string_view text = trim(raw);
    const auto before = static_cast<std::size_t>(text.data() - raw.data());
    const int offset = text.empty() ? 0 : static_cast<int>(char_count(raw.substr(0, before)));
    return {std::string(text),
            {line, column + offset, std::max(1, static_cast<int>(char_count(text)))}};
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, Spot start, const Report& report) {
    return Lexer(text, start, report).run();
}

std::string meant_digits(std::string_view word) {
    if (!std::all_of(word.begin(), word.end(), digit_like)) return {};
    if (std::none_of(word.begin(), word.end(), is_digit)) return {};
    std::string out(word);
    for (char& c : out) c = meant_digit(c);
    return out;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    return out + "\"";
}

std::vector<Cell> split_row(std::string_view line, int number) {
    std::vector<Cell> cells;
    std::size_t start = line.find('|') + 1;
    bool quote = false;
    std::size_t i = start, counted = 0;
    int column = 1;  // of the character at `counted`
    const auto close = [&] {
        column += static_cast<int>(char_count(line.substr(counted, start - counted)));
        counted = start;
        cells.push_back(make_cell(line.substr(start, i - start), number, column));
        start = i + 1;
    };
    for (; i < line.size(); ++i) {
        if (line[i] == '\\' && quote) {
            ++i;
        } else if (line[i] == '"') {
            quote = !quote;
        } else if (!quote && line[i] == '|') {
            close();
        } else if (!quote && line[i] == '#') {
            break;
        }
    }
    i = std::min(i, line.size());
    // A row may leave out its last |.
    if (!trim(line.substr(std::min(start, i), i - std::min(start, i))).empty()) close();
    return cells;
}

}  // namespace tz::policy
