#include "policy/syntax/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>

namespace tz::policy {
namespace {

std::string_view line_of(std::string_view source, int line) {
    for (int i = 1; i < line; ++i) {
        const std::size_t end = source.find('\n');
        if (end == std::string_view::npos) return {};
        source.remove_prefix(end + 1);
    }
    source = source.substr(0, source.find('\n'));
    if (source.ends_with('\r')) source.remove_suffix(1);
    return source;
}

// Columns of a terminal taken by characters [first, last) of a line.
std::size_t columns(std::u32string_view line, std::size_t first, std::size_t last) {
    first = std::min(first, line.size());
    last = std::clamp(last, first, line.size());
    return display_width(to_utf8(line.substr(first, last - first)));
}

std::string excerpt(const Diagnostic& d, std::string_view source) {
    std::u32string line = to_code_points(line_of(source, d.line));
    std::replace(line.begin(), line.end(), U'\t', U' ');
    const auto start = static_cast<std::size_t>(std::max(d.column - 1, 0));
    const auto width = static_cast<std::size_t>(std::max(d.width, 1));
    const std::string gutter = fmt::format("{:>5} | ", d.line);
    const std::size_t under = std::max<std::size_t>(columns(line, start, start + width), 1);
    return fmt::format("{}{}\n{}{}{}\n", gutter, to_utf8(line), std::string(gutter.size(), ' '),
                       std::string(columns(line, 0, start), ' '), std::string(under, '^'));
}

std::string_view severity_word(Diagnostic::Severity severity, Language language) {
    const bool error = severity == Diagnostic::kError;
    if (language == Language::kChinese) return error ? "错误" : "警告";
    return error ? "error" : "warning";
}

}  // namespace

std::string render(const Diagnostic& d, std::string_view source, Language language) {
    std::string out = d.file;
    if (d.line > 0) out += fmt::format(":{}:{}", d.line, d.column);
    out += fmt::format(": {}: {}\n", severity_word(d.severity, language), in(d.message, language));
    if (d.line > 0 && !source.empty()) out += excerpt(d, source);
    const std::string& fix = in(d.fix, language);
    if (!fix.empty()) {
        out += language == Language::kChinese ? "   改法：" : "    fix: ";
        out += fix + "\n";
    }
    return out;
}

}  // namespace tz::policy
