#include "document/clauses.h"

#include <fmt/format.h>

#include "document/html.h"
#include "document/page_files.h"

namespace tz::document {
namespace {

const char* class_of(ClauseState state) {
    switch (state) {
        case ClauseState::kHeading:
            return "heading";
        case ClauseState::kImplemented:
            return "implemented";
        case ClauseState::kContext:
            return "context";
        case ClauseState::kUncovered:
            return "uncovered";
        case ClauseState::kPlain:
            break;
    }
    return "plain";
}

std::string cells(const std::vector<std::string>& row, std::string_view tag) {
    std::string out = "<tr>";
    for (const std::string& cell : row)
        out += fmt::format("<{0}>{1}</{0}>", tag, escape_html(cell));
    return out + "</tr>";
}

std::string rows_html(const ClauseTable& table) {
    std::string out;
    for (const auto& row : table.rows) out += cells(row, "td");
    return out;
}

std::string caption_html(const std::string& title) {
    return title.empty() ? "" : "<caption>" + escape_html(title) + "</caption>";
}

std::string table_html(const ClauseTable& table) {
    return "<div class=\"scroll\"><table>" + caption_html(table.title) + "<thead>" +
           cells(table.head, "th") + "</thead><tbody>" + rows_html(table) +
           "</tbody></table></div>";
}

std::string counts_html(const VerdictCounts& counts) {
    return fmt::format(
        "<p class=\"counts\"><span class=\"good\">符合 <b>{}</b></span><span class=\"bad\">不符合 "
        "<b>{}</b></span><span class=\"ask\">不知道 <b>{}</b></span></p>",
        counts.holds, counts.fails, counts.unknown);
}

std::string note_html(const ClauseNote& note) {
    std::string out = fmt::format(
        "<div class=\"note\" id=\"{}\"><p class=\"name\"><span class=\"kind\">{}</span>{}"
        "<code>{}</code></p>",
        escape_html(note.name), escape_html(note.kind), escape_html(note.title),
        escape_html(note.name));
    if (note.counts) out += counts_html(*note.counts);
    for (const std::string& text : note.text) out += "<p>" + escape_html(text) + "</p>";
    for (const ClauseTable& table : note.tables) out += table_html(table);
    return out + "</div>";
}

std::string link_html(const std::string& name) {
    return fmt::format(" <a href=\"#{0}\">{0}</a>", escape_html(name));
}

std::string also_html(const Clause& clause) {
    std::string links;
    for (const std::string& name : clause.also) links += link_html(name);
    return links.empty() ? "" : "<p class=\"also\">见前:" + links + "</p>";
}

std::string clause_html(const Clause& clause) {
    std::string out = fmt::format(
        "<div class=\"clause {} depth{}\"><div class=\"said\"><span class=\"address\">{}</span>"
        "<span class=\"text\">{}</span></div><div class=\"beside\">",
        class_of(clause.state), clause.depth, escape_html(clause.address),
        escape_html(clause.text));
    if (!clause.why.empty()) out += "<p class=\"why\">" + escape_html(clause.why) + "</p>";
    for (const ClauseNote& note : clause.notes) out += note_html(note);
    return out + also_html(clause) + "</div></div>\n";
}

std::string number_html(const std::pair<std::string, std::string>& number) {
    return fmt::format("<div><b>{}</b><span>{}</span></div>", escape_html(number.second),
                       escape_html(number.first));
}

std::string numbers_html(const ClausePage& page) {
    std::string out;
    for (const auto& number : page.numbers) out += number_html(number);
    return out.empty() ? "" : "<section id=\"numbers\">" + out + "</section>\n";
}

}  // namespace

std::string render_clauses(const ClausePage& page) {
    std::string out = fmt::format(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>\n",
        escape_html(page.title));
    out.append(kPageCss).append(kClausesCss);
    out += fmt::format("</style>\n</head>\n<body>\n<header><h1>{}</h1><p>{}</p></header>\n<main>\n",
                       escape_html(page.title), escape_html(page.about));
    out += numbers_html(page) + "<section id=\"clauses\">\n";
    for (const Clause& clause : page.clauses) out += clause_html(clause);
    return out + "</section>\n</main>\n<footer>" + escape_html(page.foot) +
           "</footer>\n</body>\n</html>\n";
}

}  // namespace tz::document
