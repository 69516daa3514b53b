#include "policy/syntax/section.h"

#include "base/utf8.h"

namespace tz::policy {
namespace {

class Splitter {
  public:
    explicit Splitter(const Report& report) : report_(report) {}

    void line(std::string_view text, int number) {
        const std::string_view content = trim(text);
        if (content.empty() || content[0] == '#') return;
        const bool row = content[0] == '|';
        if (!row && !is_space(code_point_at(text, 0).value)) sections_.push_back({});
        if (sections_.empty()) return outside(number);
        if (row) {
            sections_.back().rows.push_back(split_row(text, number));
        } else {
            words(text, number);
        }
    }

    std::vector<Section> finish() {
        for (Section& section : sections_) {
            const Spot at = section.tokens.empty() ? Spot{1, 1, 1} : section.tokens.back().at;
            section.tokens.push_back(
                {TokenKind::kEnd, {}, {at.line, at.column + at.width, 1}, false});
        }
        return std::move(sections_);
    }

  private:
    void words(std::string_view text, int number) {
        std::vector<Token> tokens = tokenize(text, {number, 1, 1}, report_);
        tokens.pop_back();
        if (tokens.empty()) return;
        tokens.front().glued = false;
        auto& all = sections_.back().tokens;
        all.insert(all.end(), tokens.begin(), tokens.end());
    }

    void outside(int number) {
        if (warned_) return;
        warned_ = true;
        report_.error({number, 1, 1},
                      say("这一行不属于任何声明", "this line belongs to no declaration"),
                      say("声明以关键字顶格开头，如 require、define",
                          "a declaration begins with its keyword at the start of a line"));
    }

    const Report& report_;
    std::vector<Section> sections_{};
    bool warned_ = false;
};

}  // namespace

std::vector<Section> split_sections(std::string_view text, const Report& report) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    Splitter splitter(report);
    int number = 1;
    for (std::string_view line : split(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        splitter.line(line, number++);
    }
    return splitter.finish();
}

}  // namespace tz::policy
