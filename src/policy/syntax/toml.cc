#include "policy/syntax/toml.h"

#include "policy/syntax/token.h"

namespace tz::policy {
namespace {

class TomlLines {
  public:
    explicit TomlLines(const Report& report) : report_(report) {}

    void line(std::string_view text, int number) {
        const std::string_view content = trim(text);
        if (content.empty() || content[0] == '#') return;
        if (content[0] == '[') return section(content, number);
        entry(text, number);
    }

    std::vector<TomlEntry> entries{};

  private:
    void section(std::string_view content, int number) {
        const std::size_t close = content.find(']');
        const Spot at{number, 1, static_cast<int>(char_count(content))};
        if (close == std::string_view::npos) {
            return report_.error(at, say("缺少 ]", "`]` is missing"));
        }
        section_ = trim(content.substr(1, close - 1));
        entries.push_back({section_, {}, {}, at, at});
    }

    void entry(std::string_view text, int number) {
        const std::vector<Token> tokens = tokenize(text, {number, 1, 1}, report_);
        if (tokens.size() >= 3 && tokens[0].kind == TokenKind::kWord && tokens[1].is("=") &&
            tokens[2].kind == TokenKind::kText && tokens[3].kind == TokenKind::kEnd) {
            entries.push_back(
                {section_, tokens[0].text, tokens[2].text, tokens[0].at, tokens[2].at});
            return;
        }
        report_.error(tokens[0].at, say("应写成 键 = \"文字\"", "expected key = \"text\""));
    }

    const Report& report_;
    std::string section_{};
};

}  // namespace

std::vector<TomlEntry> parse_toml(std::string_view text, const Report& report) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    TomlLines lines(report);
    int number = 1;
    for (std::string_view line : split(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.line(line, number++);
    }
    return std::move(lines.entries);
}

}  // namespace tz::policy
