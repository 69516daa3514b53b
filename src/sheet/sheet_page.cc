#include "sheet/sheet_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "base/utf8.h"
#include "sheet/clean_text.h"
#include "sheet/place.h"
#include "sheet/reader.h"

namespace tz::sheet {
namespace {

constexpr lxw_row_t kRowsMax = LXW_ROW_MAX;
constexpr double kTitleHeight = 36;
constexpr double kLineHeight = 15;                      // points, of each line in a cell
constexpr double kLineGap = 4;                          // once a row
constexpr double kHeightMax = 400;                      // Excel allows 409
constexpr double kMargin = 0.4;                         // inches
constexpr std::size_t kInlineChoices = 255;             // characters, commas included
constexpr std::int64_t kExact = 9'007'199'254'740'992;  // beyond, a sheet rounds whole numbers
constexpr std::int64_t kSerialOf1970 = 25'569;
constexpr std::int64_t kSoundSerials = 61;  // from 1900-03-01 on serials and days agree
constexpr std::uint8_t kPaperA4 = 9;

lxw_col_t col(std::size_t column) { return static_cast<lxw_col_t>(column); }

double power_of_ten(int decimals) {
    double power = 1;
    for (int i = 0; i < decimals; ++i) power *= 10;
    return power;
}

// Lines that a text takes in a cell that wraps. Programs other than Excel do not fit the height of
// a row themselves.
std::size_t lines_of(std::string_view text, double width) {
    const double room = std::max(width - 1, 2.0);
    std::size_t lines = 0;
    for (std::string_view piece : split(text, '\n')) {
        const auto columns = static_cast<double>(display_width(piece));
        lines += static_cast<std::size_t>(std::max(std::ceil(columns / room), 1.0));
    }
    return lines;
}

bool fits_in_cell(const std::vector<std::string>& choices) {
    std::size_t length = 0;
    for (const std::string& choice : choices) {
        if (choice.find(',') != choice.npos) return false;
        length += choice.size() + 1;  // the library counts characters but keeps bytes
    }
    return length <= kInlineChoices;
}

}  // namespace

std::string ChoiceLists::formula_for(const std::vector<std::string>& choices) {
    auto found = std::ranges::find(lists_, choices);
    if (found == lists_.end()) found = lists_.insert(lists_.end(), choices);
    const std::string name = column_name(static_cast<std::size_t>(found - lists_.begin()));
    return fmt::format("={}!${}$1:${}${}", kSheetName, name, name, choices.size());
}

Status ChoiceLists::write(lxw_workbook* book) const {
    lxw_worksheet* sheet = workbook_add_worksheet(book, std::string(kSheetName).c_str());
    if (!sheet) return failure(ErrorKind::kBug, "选项工作表无法建立", "no sheet for the choices");
    std::size_t rows = 0;
    for (const auto& list : lists_) rows = std::max(rows, list.size());
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (row >= lists_[i].size()) continue;
            worksheet_write_string(sheet, static_cast<lxw_row_t>(row), col(i),
                                   lists_[i][row].c_str(), nullptr);
        }
    }
    worksheet_hide(sheet);
    return ok();
}

SheetPage::SheetPage(lxw_worksheet* sheet, const SheetSpec& spec, Styles& styles,
                     ChoiceLists& lists)
    : sheet_(sheet), spec_(spec), styles_(styles), lists_(lists) {}

Status SheetPage::write_head() {
    set_columns();
    if (spec_.look == Look::kOffice) set_print();
    if (spec_.hidden) worksheet_hide(sheet_);
    RETURN_IF_ERROR(write_title());
    RETURN_IF_ERROR(write_subtitle());
    RETURN_IF_ERROR(write_groups());
    RETURN_IF_ERROR(write_header());
    head_ = row_;
    if (spec_.look == Look::kOffice) {
        worksheet_freeze_panes(sheet_, head_, col(static_cast<std::size_t>(spec_.frozen_columns)));
        worksheet_repeat_rows(sheet_, head_ - (spec_.groups.empty() ? 1 : 2), head_ - 1);
    }
    return ok();
}

void SheetPage::set_columns() {
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
        const Column& column = spec_.columns[i];
        formats_.push_back(styles_.get({.look = spec_.look,
                                        .kind = column.kind,
                                        .decimals = column.decimals,
                                        .wrap = column.wrap,
                                        .centred = column.centred,
                                        .locked = column.locked || !spec_.protect}));
        lxw_row_col_options options{};
        options.hidden = column.hidden;
        worksheet_set_column_opt(sheet_, col(i), col(i), column.width, nullptr, &options);
    }
}

void SheetPage::set_print() {
    worksheet_set_default_row(sheet_, kLineHeight + kLineGap, LXW_FALSE);
    worksheet_set_paper(sheet_, kPaperA4);
    if (spec_.landscape) worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_center_horizontally(sheet_);
    worksheet_set_margins(sheet_, kMargin, kMargin, kMargin * 1.5, kMargin * 2);
    const std::string footer =
        fmt::format("&L{}&C第 &P 页，共 &N 页", replace_all(spec_.footer, "&", "&&"));
    worksheet_set_footer(sheet_, footer.c_str());
    if (!spec_.protect) return;
    lxw_protection allowed{};
    allowed.format_columns = allowed.format_rows = allowed.sort = allowed.autofilter = LXW_TRUE;
    worksheet_protect(sheet_, nullptr, &allowed);
}

Status SheetPage::write_title() {
    if (spec_.title.empty()) return ok();
    if (spec_.look == Look::kOffice) worksheet_set_row(sheet_, row_, kTitleHeight, nullptr);
    RETURN_IF_ERROR(merged(0, spec_.columns.size() - 1, spec_.title, style(Part::kTitle)));
    ++row_;
    return ok();
}

// The first text at the left, the last at the right.
Status SheetPage::write_subtitle() {
    if (spec_.subtitle.empty()) return ok();
    const std::size_t last = spec_.columns.size() - 1;
    const bool one = spec_.subtitle.size() == 1 || last == 0;
    const std::size_t middle = one ? last : last / 2;
    const std::string left = one ? join(spec_.subtitle, "    ") : spec_.subtitle.front();
    RETURN_IF_ERROR(merged(0, middle, left, style(Part::kSubtitleLeft)));
    if (!one) {
        const std::vector<std::string> rest(spec_.subtitle.begin() + 1, spec_.subtitle.end());
        RETURN_IF_ERROR(merged(middle + 1, last, join(rest, "    "), style(Part::kSubtitleRight)));
    }
    ++row_;
    return ok();
}

void SheetPage::set_height(std::size_t lines) {
    if (lines < 2 || spec_.look == Look::kPlain) return;
    const double height = static_cast<double>(lines) * kLineHeight + kLineGap;
    worksheet_set_row(sheet_, row_, std::min(height, kHeightMax), nullptr);
}

bool SheetPage::is_grouped(std::size_t column) const {
    return std::ranges::any_of(spec_.groups, [column](const Group& group) {
        return column >= group.first && column < group.first + group.count;
    });
}

Status SheetPage::write_groups() {
    if (spec_.groups.empty()) return ok();
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
        const bool own = !is_grouped(i) && spec_.look == Look::kOffice;
        RETURN_IF_ERROR(merged(i, i, own ? spec_.columns[i].title : "", style(Part::kHeader)));
    }
    for (const Group& group : spec_.groups) {
        RETURN_IF_ERROR(
            merged(group.first, group.first + group.count - 1, group.title, style(Part::kHeader)));
    }
    ++row_;
    return ok();
}

Status SheetPage::write_header() {
    std::size_t lines = 1;
    for (const Column& each : spec_.columns)
        lines = std::max(lines, lines_of(each.title, each.width));
    set_height(lines);
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
        const Column& column = spec_.columns[i];
        RETURN_IF_ERROR(merged(i, i, column.title, style(Part::kHeader)));
        if (column.comment.empty()) continue;
        RETURN_IF_ERROR(
            check(worksheet_write_comment(sheet_, row_, col(i), column.comment.c_str()), i));
    }
    RETURN_IF_ERROR(merge_ungrouped());
    ++row_;
    return ok();
}

// A heading without a group stands over both rows. The row above has gone out already, with the
// heading in it; of the merge only the area and the lower, now empty cell are written here.
Status SheetPage::merge_ungrouped() {
    if (spec_.groups.empty() || spec_.look == Look::kPlain) return ok();
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
        if (is_grouped(i)) continue;
        RETURN_IF_ERROR(
            check(worksheet_merge_range(sheet_, row_ - 1, col(i), row_, col(i),
                                        spec_.columns[i].title.c_str(), style(Part::kHeader)),
                  i));
    }
    return ok();
}

Status SheetPage::merged(std::size_t first, std::size_t last, const std::string& text,
                         lxw_format* format) {
    const bool one = first == last;
    if (one && text.empty()) {
        return check(worksheet_write_blank(sheet_, row_, col(first), format), first);
    }
    return check(one ? worksheet_write_string(sheet_, row_, col(first), text.c_str(), format)
                     : worksheet_merge_range(sheet_, row_, col(first), row_, col(last),
                                             text.c_str(), format),
                 first);
}

Status SheetPage::begin_row(std::size_t cells) {
    if (row_ >= kRowsMax) {
        return failure(ErrorKind::kLimit,
                       fmt::format("工作表“{}”已满 {} 行；请按乡镇或村分开导出，或导出为 csv",
                                   spec_.name, kRowsMax),
                       fmt::format("sheet {} is full ({} rows); export by township or as csv",
                                   spec_.name, kRowsMax));
    }
    if (cells <= spec_.columns.size()) return ok();
    return failure(ErrorKind::kBug, fmt::format("一行有 {} 格，多于列数", cells),
                   fmt::format("{} cells, more than there are columns", cells));
}

Status SheetPage::append(std::span<const Value> cells) {
    RETURN_IF_ERROR(begin_row(cells.size()));
    static const Value kUnknown;
    std::size_t lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto* text = std::get_if<std::string>(&cells[i]);
        if (text && spec_.columns[i].wrap) {
            lines = std::max(lines, lines_of(*text, spec_.columns[i].width));
        }
    }
    set_height(lines);
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
        RETURN_IF_ERROR(put(i, i < cells.size() ? cells[i] : kUnknown));
    }
    ++row_;
    return ok();
}

Status SheetPage::append_text(std::span<const std::string_view> cells) {
    RETURN_IF_ERROR(begin_row(cells.size()));
    std::size_t lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!spec_.columns[i].wrap) continue;
        lines = std::max(lines, lines_of(cells[i], spec_.columns[i].width));
    }
    set_height(lines);
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
        RETURN_IF_ERROR(put_text(i, i < cells.size() ? cells[i] : std::string_view()));
    }
    ++row_;
    return ok();
}

Status SheetPage::put(std::size_t column, const Value& value) {
    const Column& about = spec_.columns[column];
    if (const auto* text = std::get_if<std::string>(&value)) return put_text(column, *text);
    if (const auto* flag = std::get_if<bool>(&value)) return put_text(column, *flag ? "是" : "否");
    if (const auto* id = std::get_if<Id>(&value)) return put_text(column, to_string(*id));
    const auto* number = std::get_if<std::int64_t>(&value);
    if (!number) return put_text(column, "");
    if (about.kind == Kind::kDate) return put_date(column, *number);
    return put_number(column, *number, about.kind == Kind::kMoney ? 2 : about.decimals);
}

Status SheetPage::put_text(std::size_t column, std::string_view text) {
    if (text.empty()) {
        if (spec_.look == Look::kPlain) return ok();
        return check(worksheet_write_blank(sheet_, row_, col(column), formats_[column]), column);
    }
    if (clean_prefix(text, Controls::kAllowed) != text.size()) {
        return refuse(column, "不是 UTF-8 文字", "not UTF-8 text");
    }
    text_ = text;
    return check(worksheet_write_string(sheet_, row_, col(column), text_.c_str(), formats_[column]),
                 column);
}

Status SheetPage::put_number(std::size_t column, std::int64_t scaled, int decimals) {
    if (spec_.look == Look::kPlain || scaled > kExact || scaled < -kExact) {
        return put_text(column, from_scaled(scaled, decimals));
    }
    const double value = static_cast<double>(scaled) / power_of_ten(decimals);
    return check(worksheet_write_number(sheet_, row_, col(column), value, formats_[column]),
                 column);
}

Status SheetPage::put_date(std::size_t column, std::int64_t days) {
    const std::int64_t serial = days + kSerialOf1970;
    if (spec_.look == Look::kPlain || serial < kSoundSerials) {
        return put_text(column, to_string(Date{static_cast<std::int32_t>(days)}));
    }
    return check(worksheet_write_number(sheet_, row_, col(column), static_cast<double>(serial),
                                        formats_[column]),
                 column);
}

Status SheetPage::finish() {
    for (int i = 0; i < spec_.blank_rows; ++i) RETURN_IF_ERROR(append({}));
    if (spec_.filter && row_ > head_) {
        worksheet_autofilter(sheet_, head_ - 1, 0, row_ - 1, col(spec_.columns.size() - 1));
    }
    return row_ > head_ ? add_validations() : ok();
}

Status SheetPage::add_validations() {
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
        const Column& column = spec_.columns[i];
        if (column.kind == Kind::kBool && column.choices.empty() && !column.locked) {
            spec_.columns[i].choices = {"是", "否"};
        }
        if (!column.choices.empty())
            RETURN_IF_ERROR(add_validation(i, column.choices, head_, row_ - 1));
    }
    return ok();
}

Status SheetPage::offer(std::size_t column, const std::vector<std::string>& choices) {
    return add_validation(column, choices, row_, row_);
}

Status SheetPage::add_validation(std::size_t column, const std::vector<std::string>& choices,
                                 lxw_row_t first, lxw_row_t last) {
    std::vector<char*> list;
    std::string formula;
    lxw_data_validation rule{};
    if (fits_in_cell(choices)) {
        for (const std::string& choice : choices) list.push_back(const_cast<char*>(choice.c_str()));
        list.push_back(nullptr);
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list.data();
    } else {
        formula = lists_.formula_for(choices);
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = formula.data();
    }
    std::string title = "不在选项中";
    std::string message = "请从下拉列表中选择一项。";
    rule.error_title = title.data();
    rule.error_message = message.data();
    return check(
        worksheet_data_validation_range(sheet_, first, col(column), last, col(column), &rule),
        column);
}

Status SheetPage::refuse(std::size_t column, std::string_view zh, std::string_view en) const {
    return fault_at({.sheet = spec_.name, .row = next_row(), .column = column}, ErrorKind::kInvalid,
                    zh, en);
}

Status SheetPage::check(lxw_error error, std::size_t column) const {
    if (error == LXW_NO_ERROR) return ok();
    if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) {
        return refuse(column, "文字超过 32767 个，表格放不下", "text longer than 32767 characters");
    }
    return refuse(column, fmt::format("无法写入（{}）", lxw_strerror(error)),
                  fmt::format("can not be written ({})", lxw_strerror(error)));
}

}  // namespace tz::sheet
