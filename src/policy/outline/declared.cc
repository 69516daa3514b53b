#include "policy/outline/declared.h"

#include "policy/syntax/section.h"
#include "policy/syntax/toml.h"

namespace tz::policy {
namespace {

constexpr std::string_view kDocuments = "documents.";

// require NAME, exception to NAME, context DOCUMENT @ …
std::string name_of(const std::vector<Token>& tokens) {
    const std::size_t at = tokens.size() > 2 && tokens[1].is("to") ? 2 : 1;
    if (at >= tokens.size() || tokens[at].kind != TokenKind::kWord) return {};
    const bool is_address = at + 1 < tokens.size() && tokens[at + 1].is("@");
    return is_address ? "" : tokens[at].text;
}

std::string title_of(const std::vector<Token>& tokens) {
    const std::size_t at = tokens.size() > 2 && tokens[1].is("to") ? 3 : 2;
    return at < tokens.size() && tokens[at].kind == TokenKind::kText ? tokens[at].text : "";
}

std::string reason_of(const std::vector<Token>& tokens) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
        if (tokens[i].is("because") && tokens[i + 1].kind == TokenKind::kText)
            return tokens[i + 1].text;
    return {};
}

// DOCUMENT @ "place", wherever it stands among the words.
void find_addresses(const std::vector<Token>& tokens, const Declared& where,
                    std::vector<Declared>& out) {
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
        if (!tokens[i + 1].is("@") || tokens[i + 2].kind != TokenKind::kText) continue;
        Declared found = where;
        found.document = tokens[i].text;
        found.clause = tokens[i + 2].text;
        found.line = tokens[i].at.line;
        out.push_back(std::move(found));
    }
}

void read_section(const Section& section, const std::string& file, const Report& report,
                  std::vector<Declared>& out) {
    Declared where;
    where.keyword = section.tokens.empty() ? "" : section.tokens[0].text;
    where.name = name_of(section.tokens);
    where.title = title_of(section.tokens);
    where.reason = reason_of(section.tokens);
    where.file = file;
    find_addresses(section.tokens, where, out);
    for (const std::vector<Cell>& row : section.rows)
        for (const Cell& cell : row)
            if (cell.text.find('@') != std::string::npos)
                find_addresses(tokenize(cell.text, cell.at, report), where, out);
}

}  // namespace

std::vector<Declared> declared_addresses(std::span<const PackSource> sources) {
    std::vector<Declared> out;
    std::vector<Diagnostic> told_elsewhere;  // by the compiler
    for (const PackSource& source : sources)
        for (const auto& [name, text] : source.files) {
            if (!name.ends_with(".tz")) continue;
            const std::string file = source.name + "/" + name;
            const Report report(file, told_elsewhere);
            for (const Section& section : split_sections(text, report))
                read_section(section, file, report, out);
        }
    return out;
}

std::vector<PackDocument> pack_documents(std::span<const PackSource> sources) {
    std::vector<PackDocument> out;
    std::vector<Diagnostic> told_elsewhere;
    for (const PackSource& source : sources)
        for (const auto& [name, text] : source.files) {
            if (name != "pack.toml") continue;
            for (const TomlEntry& entry : parse_toml(text, Report(name, told_elsewhere))) {
                if (!entry.section.starts_with(kDocuments)) continue;
                if (entry.key.empty())
                    out.push_back({entry.section.substr(kDocuments.size()), {}, source.name});
                else if (entry.key == "title" && !out.empty())
                    out.back().title = entry.value;
            }
        }
    return out;
}

}  // namespace tz::policy
