#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "app/import/import.h"
#include "domain/catalog.h"

namespace tz {
namespace {

namespace json = boost::json;

constexpr std::size_t kShownMax = 20;  // issues and changes in the text for people

std::string_view kind_name(IssueKind kind) {
    constexpr std::string_view kNames[] = {"doubt", "refusal", "question"};
    return kNames[static_cast<std::size_t>(kind)];
}
std::string_view fate_name(ColumnFate fate) {
    constexpr std::string_view kNames[] = {"placed", "ignored", "unplaced"};
    return kNames[static_cast<std::size_t>(fate)];
}
Text kind_title(IssueKind kind) {
    switch (kind) {
        case IssueKind::kDoubt:
            return {"存疑", "doubt"};
        case IssueKind::kRefusal:
            return {"拒收", "refused"};
        default:
            return {"待答", "question"};
    }
}

json::object counts_json(const ImportCounts& counts) {
    return {{"added", counts.added},
            {"changed", counts.changed},
            {"unchanged", counts.unchanged},
            {"doubtful", counts.doubtful},
            {"refused", counts.refused}};
}

json::object column_json(const ColumnReport& column, const std::string& sheet) {
    return {{"sheet", sheet},
            {"column", column.column},
            {"header", column.header},
            {"fate", fate_name(column.fate)},
            {"place", column.place},
            {"reason", column.reason.zh},
            {"reason_en", column.reason.en}};
}

json::object sheet_json(const SheetReport& sheet) {
    json::array skipped;
    for (const auto& [row, text] : sheet.skipped)
        skipped.push_back(json::object{{"row", row}, {"text", text}});
    return {{"name", sheet.name},
            {"layout", sheet.layout},
            {"layout_title", sheet.layout_title},
            {"why", sheet.why.zh},
            {"why_en", sheet.why.en},
            {"read", sheet.is_read},
            {"header_row", sheet.header_row},
            {"rows", sheet.rows},
            {"skipped", std::move(skipped)}};
}

json::object issue_json(const ImportIssue& issue) {
    return {{"kind", kind_name(issue.kind)}, {"file", issue.file},
            {"sheet", issue.sheet},          {"row", issue.row},
            {"column", issue.column},        {"header", issue.header},
            {"value", issue.value},          {"register", issue.register_name},
            {"reason", issue.reason.zh},     {"reason_en", issue.reason.en},
            {"action", issue.action.zh},     {"action_en", issue.action.en}};
}

json::object change_json(const FieldChange& change) {
    return {{"sheet", change.sheet},
            {"row", change.row},
            {"register", change.register_name},
            {"record", to_string(change.record)},
            {"subject", change.subject},
            {"field", change.field},
            {"label", change.label},
            {"before", change.before},
            {"after", change.after}};
}

json::object note_json(const FixNote& note) {
    return {{"row", note.row},
            {"item", note.item},
            {"remark", note.remark},
            {"done_on", note.done_on},
            {"responsible", note.responsible}};
}

template <class T, class Make>
json::array array_of(const std::vector<T>& items, Make make) {
    json::array out;
    out.reserve(items.size());
    for (const T& item : items) out.push_back(make(item));
    return out;
}

json::array mapping_json(const ImportReport& report) {
    json::array out;
    for (const SheetReport& sheet : report.sheets)
        for (const ColumnReport& column : sheet.columns)
            out.push_back(column_json(column, sheet.name));
    return out;
}

std::string first_layout(const ImportReport& report) {
    for (const SheetReport& sheet : report.sheets)
        if (!sheet.layout.empty()) return sheet.layout;
    return {};
}

// ---- for people --------------------------------------------------------------------------------

class Paper {
  public:
    Paper(const ImportReport& report, Language language) : report_(report), language_(language) {}
    std::string print() {
        head();
        for (const SheetReport& sheet : report_.sheets) sheet_lines(sheet);
        counts();
        batch();
        issues();
        changes();
        return std::move(out_);
    }

  private:
    bool zh() const { return language_ == Language::kChinese; }
    const std::string& say(const Text& text) const { return in(text, language_); }
    void line(const std::string& text) { out_ += text + "\n"; }

    void head();
    void sheet_lines(const SheetReport& sheet);
    void counts();
    void batch();
    void issues();
    void changes();
    struct Told {
        const ImportIssue* issue = nullptr;
        std::vector<std::int64_t> rows{};
    };
    std::vector<Told> told() const;
    std::string rows_of(const std::vector<std::int64_t>& rows) const;
    std::string where(const Told& told) const;

    const ImportReport& report_;
    Language language_;
    std::string out_;
};

void Paper::head() {
    const Text state = report_.is_applied ? Text{"已导入", "applied"}
                                          : Text{"试运行，没有写入", "dry run, nothing written"};
    line(fmt::format("{}（{}）", report_.file, say(state)));
    if (report_.is_resumed)
        line(say({"接着上次没有做完的导入", "went on with an import that had been cut off"}));
}

void Paper::sheet_lines(const SheetReport& sheet) {
    const std::string name = sheet.name.empty() ? std::string() : "“" + sheet.name + "” ";
    if (!sheet.is_read)
        return line(
            fmt::format("  {}{}{}", name, say({"没有导入：", "not read: "}), say(sheet.why)));
    line(zh() ? fmt::format("  {}表式 {}（{}），表头第{}行，数据{}行", name, sheet.layout_title,
                            say(sheet.why), sheet.header_row, sheet.rows)
              : fmt::format("  {}layout {} ({}), header row {}, {} rows", name, sheet.layout,
                            say(sheet.why), sheet.header_row, sheet.rows));
    std::size_t placed = 0;
    for (const ColumnReport& column : sheet.columns) placed += column.fate == ColumnFate::kPlaced;
    line(zh() ? fmt::format("    {}列中{}列已对上", sheet.columns.size(), placed)
              : fmt::format("    {} of {} columns placed", placed, sheet.columns.size()));
    for (const ColumnReport& column : sheet.columns)
        if (column.fate == ColumnFate::kUnplaced)
            line(fmt::format("    {} {}：{}", column.column, column.header, say(column.reason)));
    for (const auto& [row, text] : sheet.skipped)
        line(zh() ? fmt::format("    第{}行跳过：{}", row, text)
                  : fmt::format("    row {} skipped: {}", row, text));
}

void Paper::batch() {
    if (report_.source.empty()) return;
    line(zh() ? fmt::format("  批次 {}（撤销：taizhang import --undo '{}'）", report_.source,
                            report_.source)
              : fmt::format("  batch {} (take back: taizhang import --undo '{}')", report_.source,
                            report_.source));
}

void Paper::counts() {
    for (const auto& [name, c] : report_.counts)
        line(zh() ? fmt::format("  {}：新增{}，更新{}，未变{}，存疑{}，拒收{}",
                                find_entity(catalog(), name)->label, c.added, c.changed,
                                c.unchanged, c.doubtful, c.refused)
                  : fmt::format("  {}: {} added, {} changed, {} unchanged, {} doubtful, {} refused",
                                name, c.added, c.changed, c.unchanged, c.doubtful, c.refused));
}

// "1", "1, 2", "1, 2, 3 and 40 more".
std::string Paper::rows_of(const std::vector<std::int64_t>& rows) const {
    constexpr std::size_t kRowsShown = 3;
    std::vector<std::string> shown;
    for (const std::int64_t row : rows)
        if (shown.size() < kRowsShown) shown.push_back(fmt::format("{}", row));
    const std::size_t more = rows.size() - shown.size();
    std::string out = join(shown, zh() ? "、" : ", ");
    if (more > 0)
        out += zh() ? fmt::format("等{}", rows.size()) : fmt::format(" and {} more", more);
    return out;
}

std::string Paper::where(const Told& told) const {
    const ImportIssue& issue = *told.issue;
    std::string out;
    if (!issue.sheet.empty()) out += "“" + issue.sheet + "”";
    if (issue.row != 0)
        out += zh() ? fmt::format("第{}行", rows_of(told.rows))
                    : fmt::format(" row {}", rows_of(told.rows));
    if (!issue.column.empty())
        out += zh() ? fmt::format("{}列", issue.column) : fmt::format(" column {}", issue.column);
    if (!issue.header.empty()) out += fmt::format("“{}”", issue.header);
    return out;
}

// What is said of several rows in the same words is said once.
std::vector<Paper::Told> Paper::told() const {
    const auto is_same = [](const ImportIssue& a, const ImportIssue& b) {
        return a.kind == b.kind && a.sheet == b.sheet && a.column == b.column &&
               a.header == b.header && a.reason == b.reason && a.action == b.action;
    };
    std::vector<Told> out;
    for (const ImportIssue& issue : report_.issues) {
        const auto it =
            std::ranges::find_if(out, [&](const Told& t) { return is_same(*t.issue, issue); });
        if (it != out.end())
            it->rows.push_back(issue.row);
        else if (out.size() < kShownMax)
            out.push_back({&issue, {issue.row}});
    }
    return out;
}

void Paper::issues() {
    std::size_t shown = 0;
    for (const Told& each : told()) {
        shown += each.rows.size();
        const std::string place = where(each);
        line(fmt::format("  [{}] {}{}{}。{}", say(kind_title(each.issue->kind)), place,
                         place.empty() ? "" : " ", say(each.issue->reason),
                         say(each.issue->action)));
    }
    const auto all =
        static_cast<std::size_t>(report_.doubts + report_.refusals + report_.questions);
    if (all > shown)
        line(zh()
                 ? fmt::format("  ……共存疑{}处，拒收{}处，待答{}处；全部见 --format json",
                               report_.doubts, report_.refusals, report_.questions)
                 : fmt::format("  … {} doubts, {} refusals, {} questions in all; see --format json",
                               report_.doubts, report_.refusals, report_.questions));
}

void Paper::changes() {
    std::size_t shown = 0;
    for (const FieldChange& change : report_.changes) {
        if (++shown > kShownMax) break;
        line(zh() ? fmt::format("  第{}行 {} {}：“{}”→“{}”", change.row, change.subject,
                                change.label, change.before, change.after)
                  : fmt::format("  row {} {} {}: \"{}\" -> \"{}\"", change.row, change.subject,
                                change.field, change.before, change.after));
    }
    std::int64_t all = 0;
    for (const auto& [field, count] : report_.changed_fields) all += count;
    if (static_cast<std::size_t>(all) > kShownMax)
        line(zh() ? fmt::format("  ……共更新{}处", all) : fmt::format("  … {} changes in all", all));
}

}  // namespace

ImportCounts ImportReport::total() const {
    ImportCounts sum;
    for (const auto& [name, c] : counts) {
        sum.added += c.added;
        sum.changed += c.changed;
        sum.unchanged += c.unchanged;
        sum.doubtful += c.doubtful;
        sum.refused += c.refused;
    }
    return sum;
}

std::string to_json(const ImportReport& report) {
    json::object counts, fields;
    for (const auto& [name, c] : report.counts) counts[name] = counts_json(c);
    for (const auto& [name, count] : report.changed_fields) fields[name] = count;
    return json::serialize(json::value{
        {"file", report.file},
        {"digest", report.digest},
        {"applied", report.is_applied},
        {"resumed", report.is_resumed},
        {"source", report.source},
        {"batch", report.batch.is_null() ? std::string() : to_string(report.batch)},
        {"rows", report.rows},
        {"layout", first_layout(report)},
        {"sheets", array_of(report.sheets, sheet_json)},
        {"mapping", mapping_json(report)},
        {"counts", std::move(counts)},
        {"total", counts_json(report.total())},
        {"issue_counts",
         {{"doubt", report.doubts}, {"refusal", report.refusals}, {"question", report.questions}}},
        {"issues", array_of(report.issues, issue_json)},
        {"changed_fields", std::move(fields)},
        {"changes", array_of(report.changes, change_json)},
        {"notes", array_of(report.notes, note_json)}});
}

std::string to_text(const ImportReport& report, Language language) {
    return Paper(report, language).print();
}

}  // namespace tz
