#include "app/import/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <memory>

#include "app/forms/form_sheet.h"
#include "app/import/batch.h"
#include "app/import/file_date.h"
#include "app/import/fix_sheet.h"
#include "app/import/form_return.h"
#include "app/import/matching.h"
#include "app/import/row_pump.h"
#include "app/import/rows.h"
#include "app/import/sender.h"
#include "app/ledger/workbook.h"
#include "base/digest.h"
#include "base/text.h"
#include "domain/division/division.h"
#include "domain/household/household.h"
#include "domain/person/person.h"
#include "sheet/reader.h"

namespace tz {
namespace intake {
namespace {

constexpr std::string_view kNoSource = "未注明";
constexpr std::string_view kFixLayout = "fix_sheet";
constexpr std::string_view kFormLayout = "form_sheet";
constexpr std::size_t kTitleShown = 60;  // bytes of a title in a message

bool is_header_label(std::string_view key) {
    return std::ranges::find(kFixColumns, key) != std::end(kFixColumns) ||
           std::ranges::find(kFormColumns, key) != std::end(kFormColumns) || is_known_label(key);
}

class Import {
  public:
    Import(Registrar& registrar, Store& store, const Session& session, std::string_view file_name,
           std::string_view bytes, const ImportOptions& options, Progress* progress)
        : registrar_(registrar),
          store_(store),
          session_(session),
          bytes_(bytes),
          options_(options),
          progress_(progress),
          reporter_(report_, options.details_max) {
        report_.file = file_name;
    }
    Result<ImportReport> run();

  private:
    struct Sheet {
        std::size_t index = 0;
        Header header{};
        SheetMap map{};
        SheetPlan* plan = nullptr;  // in plans_
        bool is_fix = false;
        bool is_form = false;
    };

    Status prepare();
    Status check_wishes();
    Result<Sheet> look_at(std::size_t index);
    void judge(Sheet& sheet, const std::vector<HeadRow>& head);
    void refuse_sheet(SheetReport& report, Text reason, Text action);
    void refuse_file();
    void keep_issues(const SheetMap& map, const SheetReport& report);
    std::string title_of(const Sheet& sheet) const;
    void report_columns(const Sheet& sheet, SheetReport& report);
    void find_dates(const Sheet& sheet);
    void plan(std::vector<Sheet>& sheets);
    Status prepare_matcher();
    Status open_batch();
    Status read(const Sheet& sheet);
    Status read_rows(const Sheet& sheet);
    Status read_fixes(const Sheet& sheet);
    Status read_form(const Sheet& sheet);
    bool is_our_own(Sheet& sheet, SheetReport& report) const;
    void ask_about_year(const SheetPlan& plan, const SheetReport& report);
    Status send(std::uint32_t sheet);
    void report_unused_answers();
    Status close();
    PlanWishes plan_wishes(const Sheet& sheet) const;

    Registrar& registrar_;
    Store& store_;
    const Session& session_;
    std::string_view bytes_;
    const ImportOptions& options_;
    Progress* progress_;
    ImportReport report_;
    Reporter reporter_;
    std::unique_ptr<sheet::Reader> reader_;
    const Layout* layout_ = nullptr;  // asked for
    Division area_{};
    Date today_{};
    std::optional<Date> holds_from_;
    std::optional<Month> month_;
    Answers answers_;
    Answers learnt_;
    std::vector<AddedField> added_;
    Answers used_;  // answers that met a column: header → place
    std::optional<DivisionIndex> divisions_;
    std::optional<Batch> batch_;
    FileMemory memory_;
    std::optional<Matcher> matcher_;
    std::optional<Sender> sender_;
    Chunk chunk_;
    std::deque<SheetPlan> plans_;  // households remember theirs
};

// ---- wishes ------------------------------------------------------------------------------------

Status Import::check_wishes() {
    if (!options_.layout.empty()) {
        layout_ = find_layout(options_.layout);
        std::vector<std::string> names;
        for (const Layout& layout : layouts()) names.emplace_back(layout.name);
        if (!layout_ && options_.layout != kFixLayout && options_.layout != kFormLayout) {
            const auto near = nearest(options_.layout, names);
            return invalid(
                fmt::format("没有名为“{}”的表式{}；可用：{}", options_.layout,
                            near ? fmt::format("，是不是“{}”", *near) : "", join(names, "、")),
                fmt::format("no layout \"{}\"{}; there are {}", options_.layout,
                            near ? fmt::format(", did you mean \"{}\"", *near) : "",
                            join(names, ", ")),
                "layout");
        }
    }
    for (const auto& [header, target] : options_.map) {
        if (target != "-" && find_target(target).entity == nullptr)
            return invalid(
                fmt::format("列对照“{}={}”里没有“{}”这个登记册字段，应写成“登记册.字段”或“-”",
                            header, target, target),
                fmt::format("mapping \"{}={}\": there is no \"{}\"; write \"register.field\" or "
                            "\"-\"",
                            header, target, target),
                "map");
        answers_[header_key(header)] = target;
    }
    return ok();
}

Status Import::prepare() {
    RETURN_IF_ERROR(check_wishes());
    for (const policy::PackField& field : options_.added)
        added_.push_back({field.entity, field.field});
    today_ = registrar_.clock().today();
    area_ = options_.default_division.code != 0 ? options_.default_division : session_.scope.area();
    holds_from_ = options_.holds_from;
    month_ = options_.month;
    report_.digest = to_hex(digest(bytes_));
    ASSIGN_OR_RETURN(reader_, sheet::open(bytes_, report_.file));
    ASSIGN_OR_RETURN(learnt_, load_learnt(store_, session_, options_.source));
    ASSIGN_OR_RETURN(divisions_, DivisionIndex::load(store_, area_, today_));
    area_ = divisions_->area();
    matcher_.emplace(store_, session_, area_, memory_, reporter_);
    return ok();
}

// ---- what the sheets are -----------------------------------------------------------------------

void Import::refuse_sheet(SheetReport& report, Text reason, Text action) {
    report.why = reason;
    ImportIssue issue;
    issue.kind = IssueKind::kRefusal;
    issue.file = report_.file;
    issue.sheet = report.name;
    issue.reason = std::move(reason);
    issue.action = std::move(action);
    reporter_.add(std::move(issue));
}

void Import::keep_issues(const SheetMap& map, const SheetReport& report) {
    for (ImportIssue issue : map.issues) {
        issue.file = report_.file;
        issue.sheet = report.name;
        reporter_.add(std::move(issue));
    }
}

std::string Import::title_of(const Sheet& sheet) const {
    std::string title = report_.file + " " + reader_->sheets()[sheet.index].name;
    for (const std::string& line : sheet.header.titles) title += " " + line;
    return title;
}

void Import::report_columns(const Sheet& sheet, SheetReport& report) {
    for (const MappedColumn& column : sheet.map.columns) {
        std::vector<std::string> places;
        for (const Place& place : column.places) places.push_back(place_name(place));
        if (column.added.field)
            places.push_back(
                fmt::format("{}.{}", column.added.entity->name, column.added.field->name));
        report.columns.push_back({sheet::column_name(column.column), column.header, column.fate,
                                  join(places, " "), column.reason});
        for (const std::string& key :
             {header_key(column.header), sheet::column_name(column.column)})
            if (const auto it = answers_.find(key); it != answers_.end())
                used_[header_key(column.header)] = it->second;
    }
}

std::string short_title(const std::vector<HeadRow>& head) {
    for (const HeadRow& row : head)
        for (const std::string& cell : row.cells)
            if (!cell.empty())
                return cell.size() <= kTitleShown
                           ? cell
                           : to_utf8(to_code_points(cell).substr(0, kTitleShown / 3)) + "…";
    return {};
}

// Fix sheets and forms, known by their titles.
bool Import::is_our_own(Sheet& sheet, SheetReport& report) const {
    sheet.is_fix = is_fix_sheet(sheet.header);
    sheet.is_form = !sheet.is_fix && is_form_sheet(sheet.header);
    if (!sheet.is_fix && !sheet.is_form) return false;
    report.layout = sheet.is_fix ? kFixLayout : kFormLayout;
    report.layout_title = sheet.is_fix ? "整改单" : "调查表";
    report.why =
        sheet.is_fix
            ? Text{"有“记录号”和“更正值”两列", "it has columns of record ids and corrections"}
            : Text{"有“题号”和“回答内容”两列", "it has columns of questions and answers"};
    report.is_read = true;
    return true;
}

void Import::judge(Sheet& sheet, const std::vector<HeadRow>& head) {
    SheetReport& report = report_.sheets.back();
    if (sheet.header.cells.empty()) {
        report.why = {fmt::format("前10行里找不到认得的列名；这张表以“{}”开头", short_title(head)),
                      fmt::format("no known column names in the first 10 rows; the sheet begins "
                                  "with \"{}\"",
                                  short_title(head))};
        return;
    }
    report.header_row = sheet.header.last_row;
    if (sheet.header.rival_row != 0)
        return refuse_sheet(report,
                            {fmt::format("第{}行和第{}行都像表头，分不清用哪一行",
                                         sheet.header.last_row, sheet.header.rival_row),
                             fmt::format("rows {} and {} both look like the header",
                                         sheet.header.last_row, sheet.header.rival_row)},
                            {"删去多余的一行，或用 --header-row 指明表头在第几行",
                             "remove one, or name the header row"});
    if (is_our_own(sheet, report)) return;
    sheet.map = map_columns(sheet.header, {layout_, title_of(sheet), answers_, learnt_, added_});
    report.why = sheet.map.why;
    if (sheet.map.layout) {
        report.layout = sheet.map.layout->name;
        report.layout_title = sheet.map.layout->title;
    } else if (sheet.map.is_usable) {
        report.layout = std::string("?") + std::string(sheet.map.feeds[0].entity->name);
        report.layout_title = sheet.map.feeds[0].entity->label;
    }
    report.is_read = sheet.map.is_usable;
    report_columns(sheet, report);
    keep_issues(sheet.map, report);
}

Result<Import::Sheet> Import::look_at(std::size_t index) {
    Sheet sheet;
    sheet.index = index;
    const sheet::SheetInfo& info = reader_->sheets()[index];
    report_.sheets.emplace_back();
    report_.sheets.back().name = info.name;
    memory_.sheets.push_back(info.name);
    if (info.hidden) {
        report_.sheets.back().why = {"隐藏的工作表，没有读", "a hidden sheet, not read"};
        return sheet;
    }
    ASSIGN_OR_RETURN(const std::vector<HeadRow> head, read_head(*reader_, index));
    if (head.empty()) {
        report_.sheets.back().why = {"空表", "an empty sheet"};
        return sheet;
    }
    ASSIGN_OR_RETURN(sheet.header,
                     find_header(*reader_, index, head, is_header_label, options_.header_row));
    judge(sheet, head);
    return sheet;
}

// Nothing could be read: each sheet that hasn't said so yet says why. A page of notes beside
// readable sheets is no fault.
void Import::refuse_file() {
    if (reporter_.report().refusals != 0) return;
    for (SheetReport& sheet : report_.sheets)
        refuse_sheet(sheet, sheet.why,
                     {"核对是否发错了文件，或用 --header-row 指明表头在第几行",
                      "check the file, or name the header row"});
}

// The day and month of the file: as asked, else as its name and titles say.
void Import::find_dates(const Sheet& sheet) {
    std::vector<std::string> texts{report_.file};
    for (const std::string& title : sheet.header.titles) texts.push_back(title);
    for (const std::string& text : texts) {
        if (month_ && (holds_from_ || options_.month)) break;
        const FileDate found = find_date(text);
        if (!found.month) continue;
        if (!month_) month_ = found.month;
        if (!holds_from_ && found.day) holds_from_ = found.day;
    }
    if (!holds_from_ && month_) holds_from_ = first_day(*month_);
}

PlanWishes Import::plan_wishes(const Sheet& sheet) const {
    PlanWishes wishes;
    wishes.sheet = reader_->sheets()[sheet.index].name;
    wishes.today = month_ ? std::max(last_day(*month_), holds_from_.value_or(Date{})) : today_;
    wishes.month = month_;
    wishes.year = month_ ? month_->months / 12 : civil(holds_from_.value_or(today_)).year;
    return wishes;
}

// ---- reading -----------------------------------------------------------------------------------

void Import::plan(std::vector<Sheet>& sheets) {
    for (Sheet& sheet : sheets) {
        if (!report_.sheets[sheet.index].is_read || sheet.is_fix || sheet.is_form) continue;
        sheet.plan = &plans_.emplace_back(make_plan(sheet.header, sheet.map, plan_wishes(sheet)));
        memory_.add(*sheet.plan);
    }
}

// Of the registers that matter: whether they hold anything before the import begins.
Status Import::prepare_matcher() {
    std::vector<const Entity*> registers{&kHousehold, &kPerson};
    for (const SheetPlan& plan : plans_)
        for (const Slot& slot : plan.slots)
            if (std::ranges::find(registers, slot.entity) == registers.end())
                registers.push_back(slot.entity);
    return matcher_->prepare(registers);
}

Status Import::open_batch() {
    BatchKey key;
    key.file_name = report_.file;
    key.digest = report_.digest;
    for (const SheetReport& sheet : report_.sheets)
        if (sheet.is_read && key.layout.empty()) key.layout = sheet.layout;
    key.source = options_.source.empty() ? std::string(kNoSource) : options_.source;
    for (const auto& [header, target] : options_.map) key.wishes += header + "=" + target + "\n";
    key.wishes += fmt::format("{}/{}/{}", holds_from_ ? holds_from_->days : 0,
                              month_ ? month_->months : 0, area_.code);
    key.division = area_;
    key.month = month_;
    ASSIGN_OR_RETURN(batch_, Batch::open(store_, registrar_, session_, std::move(key)));
    report_.is_resumed = options_.apply && batch_->is_resumed();
    chunk_.source = batch_->source();
    sender_.emplace(registrar_, session_, options_.apply, *batch_, reporter_, options_.details_max);
    return ok();
}

Status Import::send(std::uint32_t sheet) {
    RETURN_IF_ERROR(sender_->settle());
    RETURN_IF_ERROR(matcher_->match(chunk_));
    chunk_.compact();
    report_.rows += static_cast<std::int64_t>(chunk_.rows);
    RETURN_IF_ERROR(sender_->send(chunk_, sheet));
    if (progress_) progress_->step(report_.file, report_.rows, 0);
    chunk_.clear();
    return ok();
}

// Yearly records of a file that doesn't say its year.
void Import::ask_about_year(const SheetPlan& plan, const SheetReport& report) {
    if (month_ || holds_from_) return;
    for (const Slot& slot : plan.slots) {
        const std::size_t year = slot.entity->index("year");
        const auto it = std::ranges::find(slot.implied, year, &FieldValue::field);
        if (it == slot.implied.end()) continue;
        ImportIssue issue;
        issue.kind = IssueKind::kQuestion;
        issue.file = report_.file;
        issue.sheet = report.name;
        issue.register_name = slot.entity->name;
        issue.reason = {fmt::format("文件名、标题和列里都没有年度，按{}年登记", as_int(it->value)),
                        fmt::format("neither name, titles nor columns give the year; taken as {}",
                                    as_int(it->value))};
        issue.action = {"用 --month 指明是哪个月的数据", "give the month with --month"};
        reporter_.add(std::move(issue));
        return;
    }
}

bool is_about_areas(const SheetPlan& plan) {
    return std::ranges::all_of(plan.slots,
                               [](const Slot& slot) { return slot.entity == &kDivision; });
}

Status Import::read_rows(const Sheet& sheet) {
    SheetReport& report = report_.sheets[sheet.index];
    SheetPlan& plan = *sheet.plan;
    ask_about_year(plan, report);
    bool clears_matter = false;
    for (const Slot& slot : plan.slots)
        clears_matter = clears_matter || !matcher_->is_empty(*slot.entity);
    std::optional<Date> holds_from = holds_from_;
    // Areas were there before anything that is said of them.
    if (!holds_from && is_about_areas(plan)) holds_from = make_date(1949, 10, 1);
    RowContext context{*divisions_, memory_, reporter_, chunk_, clears_matter, holds_from};
    const auto number = static_cast<std::uint32_t>(sheet.index);
    RowBuilder builder(plan, context, number, report);
    Status status = ok();
    RETURN_IF_ERROR(pump_rows(*reader_, sheet.index, [&](const sheet::RowView& row) {
        if (chunk_.rows >= options_.chunk && builder.is_boundary(row)) {
            builder.finish_group();
            status = send(number);
            if (!status) return false;
        }
        builder.add(row);
        return true;
    }));
    RETURN_IF_ERROR(status);
    builder.finish_group();
    RETURN_IF_ERROR(send(number));
    return sender_->settle();
}

Status Import::read_fixes(const Sheet& sheet) {
    SheetReport& report = report_.sheets[sheet.index];
    FixSheet fixes(store_, session_, registrar_.commands().catalog(), sheet.header, report,
                   reporter_, chunk_, today_);
    RETURN_IF_ERROR(reader_->read(sheet.index, [&](const sheet::RowView& row) {
        fixes.add(row);
        return true;
    }));
    RETURN_IF_ERROR(fixes.finish());
    // The day printed on the sheet is that of its export; a fix holds from today, or as was asked.
    for (Envelope& envelope : chunk_.envelopes) envelope.holds_from = options_.holds_from;
    report_.rows += report.rows;
    RETURN_IF_ERROR(sender_->send(chunk_, static_cast<std::uint32_t>(sheet.index)));
    chunk_.clear();
    return sender_->settle();
}

Status Import::read_form(const Sheet& sheet) {
    SheetReport& report = report_.sheets[sheet.index];
    FormReturn form(store_, session_, options_, sheet.header, report, reporter_, chunk_, today_);
    RETURN_IF_ERROR(reader_->read(sheet.index, [&](const sheet::RowView& row) {
        form.add(row);
        return true;
    }));
    RETURN_IF_ERROR(form.finish());
    report_.rows += report.rows;
    RETURN_IF_ERROR(sender_->send(chunk_, static_cast<std::uint32_t>(sheet.index)));
    chunk_.clear();
    return sender_->settle();
}

Status Import::read(const Sheet& sheet) {
    if (!report_.sheets[sheet.index].is_read) return ok();
    return sheet.is_fix ? read_fixes(sheet) : sheet.is_form ? read_form(sheet) : read_rows(sheet);
}

void Import::report_unused_answers() {
    for (const auto& [header, target] : options_.map) {
        const std::string key = header_key(header);
        const bool is_used = std::ranges::any_of(report_.sheets, [&](const SheetReport& sheet) {
            return std::ranges::any_of(sheet.columns, [&](const ColumnReport& column) {
                return column.column == key || header_key(column.header) == key ||
                       header_key(column.header).ends_with("/" + key);
            });
        });
        if (is_used) continue;
        ImportIssue issue;
        issue.kind = IssueKind::kQuestion;
        issue.file = report_.file;
        issue.header = header;
        issue.reason = {fmt::format("列对照里的“{}”在文件里没有这样的列", header),
                        fmt::format("the mapping names \"{}\", which no column has", header)};
        issue.action = {"核对列名", "check the name"};
        reporter_.add(std::move(issue));
    }
}

Status Import::close() {
    report_headless(memory_, reporter_);
    if (matcher_) matcher_->report_absent();
    report_unused_answers();
    report_.is_applied = options_.apply;
    if (!options_.apply) return ok();
    RETURN_IF_ERROR(keep_learnt(registrar_, session_, options_.source, area_, used_));
    if (!batch_ || !batch_->is_begun()) return ok();
    report_.source = batch_->source();
    report_.batch = batch_->id();
    return batch_->finish(report_);
}

Result<ImportReport> Import::run() {
    RETURN_IF_ERROR(prepare());
    std::vector<Sheet> sheets;
    for (std::size_t i = 0; i < reader_->sheets().size(); ++i) {
        ASSIGN_OR_RETURN(Sheet sheet, look_at(i));
        find_dates(sheet);
        sheets.push_back(std::move(sheet));
    }
    const bool is_any = std::ranges::any_of(report_.sheets, &SheetReport::is_read);
    if (!is_any) refuse_file();
    if (is_any) {
        plan(sheets);
        RETURN_IF_ERROR(prepare_matcher());
        RETURN_IF_ERROR(open_batch());
        for (const Sheet& sheet : sheets) RETURN_IF_ERROR(read(sheet));
    }
    RETURN_IF_ERROR(close());
    return std::move(report_);
}

}  // namespace
}  // namespace intake

Result<ImportReport> import_file(Registrar& registrar, Store& store, const Session& session,
                                 std::string_view file_name, std::string_view bytes,
                                 const ImportOptions& options, Progress* progress) {
    return intake::Import(registrar, store, session, file_name, bytes, options, progress).run();
}

Result<UndoSummary> import_undo(Registrar& registrar, Store& store, const Session& session,
                                const std::string& source, const UndoSink& sink,
                                Progress* progress) {
    ASSIGN_OR_RETURN(const UndoSummary done,
                     undo_batch(store, registrar, registrar.commands().catalog(), session, source,
                                sink, progress));
    RETURN_IF_ERROR(intake::mark_undone(registrar, store, session, source));
    return done;
}

}  // namespace tz
