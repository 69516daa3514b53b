// Where the parser and the checker put what they find wrong in one file. One thread.
#pragma once
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "policy/syntax/diagnostic.h"

namespace tz::policy {

// A stretch of one line, in characters from 1.
struct Spot {
    int line = 0;
    int column = 0;
    int width = 1;
};

// Both languages from the same facts; the formats are checked when this is compiled.
template <class... A>
Text say(fmt::format_string<const A&...> zh, fmt::format_string<const A&...> en, const A&... args) {
    return {fmt::format(zh, args...), fmt::format(en, args...)};
}

inline Text perhaps(std::string_view name) {
    return say("是不是“{}”？", "did you mean `{}`?", name);
}

// "did you mean …?" for a name nearly written; empty when none is near.
inline Text did_you_mean(std::string_view word, const std::vector<std::string>& names) {
    const auto near = nearest(word, names);
    return near ? perhaps(*near) : Text{};
}

// The same, or else what may be written: the first of the names.
inline Text suggest(std::string_view word, std::vector<std::string> names) {
    constexpr std::size_t kShown = 8;
    Text near = did_you_mean(word, names);
    if (!near.zh.empty() || names.empty()) return near;
    if (names.size() > kShown) {
        names.resize(kShown);
        names.emplace_back("…");
    }
    return say("可以写：{}", "it may be {}", join(names, ", "));
}

class Report {
  public:
    Report(std::string file, std::vector<Diagnostic>& out) : file_(std::move(file)), out_(&out) {}
    void error(Spot at, Text message, Text fix = {}) const {
        put(Diagnostic::kError, at, std::move(message), std::move(fix));
    }
    void warn(Spot at, Text message, Text fix = {}) const {
        put(Diagnostic::kWarning, at, std::move(message), std::move(fix));
    }
    const std::string& file() const { return file_; }

  private:
    void put(Diagnostic::Severity severity, Spot at, Text message, Text fix) const {
        out_->push_back(
            {severity, file_, at.line, at.column, at.width, std::move(message), std::move(fix)});
    }
    std::string file_;
    std::vector<Diagnostic>* out_;
};

}  // namespace tz::policy
