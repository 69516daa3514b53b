#include "app/import/lines.h"

#include <algorithm>

#include "app/import/cell.h"
#include "base/text.h"
#include "base/utf8.h"

namespace tz::intake {
namespace {

constexpr std::size_t kLooseCellsMax = 2;  // in a line below the table that is no record

// What begins a line that belongs to the sheet and not to its table.
constexpr std::string_view kFooters[] = {
    "合计",     "总计",       "小计",     "填表人",   "填报人",   "制表",     "审核",
    "审批",     "单位负责人", "负责人",   "经办人",   "联系人",   "填报单位", "填表单位",
    "填报日期", "填表日期",   "填报时间", "备注:",    "注:",      "注1",      "说明",
    "盖章",     "(盖章)",     "以上",     "主要领导", "分管领导", "签字"};

constexpr std::string_view kTotals[] = {"合计", "总计", "小计", "共计", "累计"};

bool begins_footer(std::string_view text) {
    const std::string key = header_key(text);
    return std::ranges::any_of(kFooters,
                               [&](std::string_view word) { return key.starts_with(word); });
}

// Told by the first character, so that a row of data costs next to nothing.
bool may_begin_total(std::string_view cell) {
    if (is_ascii(cell.substr(0, 1))) return cell.front() == ' ' || cell.front() == '(';
    constexpr std::size_t kCharacter = 3;
    const std::string_view first = cell.substr(0, kCharacter);
    const auto begins = [&](std::string_view word) { return word.starts_with(first); };
    return std::ranges::any_of(kFooters, begins) || std::ranges::any_of(kTotals, begins) ||
           is_space(code_point_at(cell, 0).value);
}

// A line that begins with 合计 or "填表人：", whatever else stands in it.
bool is_total(const sheet::RowView& row) {
    for (const std::string_view cell : row.cells) {
        if (cell.empty() || trim(cell).empty()) continue;
        if (!may_begin_total(cell)) return false;
        const std::string key = header_key(cell);
        const bool is_sum = std::ranges::find(kTotals, std::string_view(key)) != std::end(kTotals);
        return is_sum || (begins_footer(key) && key.find(':') != key.npos);
    }
    return false;
}

// The line of column numbers (1, 2, 3 …) that some forms have under the header.
bool is_numbering(const sheet::RowView& row) {
    std::size_t filled = 0;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const std::string_view cell = trim(row.cells[c]);
        if (cell.empty()) continue;
        if (cell != std::to_string(c + 1)) return false;
        ++filled;
    }
    return filled >= 3;
}

bool is_repeated_header(const sheet::RowView& row, const SheetPlan& plan) {
    const std::size_t column = plan.identity_columns.front();
    if (row.at(column).empty() || is_digit(row.at(column).front())) return false;
    const std::string header = header_key(plan.headers[column]);
    const std::string key = header_key(row.at(column));
    return !key.empty() && (key == header || header.ends_with("/" + key));
}

// A row that doesn't say who it is about and is a remark below the table.
bool is_remark(const sheet::RowView& row) {
    std::size_t filled = 0;
    bool is_footer = false;
    for (const std::string_view cell : row.cells) {
        if (trim(cell).empty()) continue;
        ++filled;
        is_footer = is_footer || begins_footer(cell);
    }
    return is_footer || filled <= kLooseCellsMax;
}

}  // namespace

bool is_blank_line(const sheet::RowView& row) {
    return std::ranges::all_of(row.cells, [](std::string_view cell) { return trim(cell).empty(); });
}

bool is_no_record(const sheet::RowView& row, const SheetPlan& plan, bool is_first) {
    if (is_total(row) || (is_first && is_numbering(row))) return true;
    if (plan.identity_columns.empty()) return false;
    const bool says_who = std::ranges::any_of(
        plan.identity_columns, [&](std::size_t column) { return !is_blank(trim(row.at(column))); });
    return says_who ? is_repeated_header(row, plan) : is_remark(row);
}

std::string one_line(std::string_view text) {
    std::string out(text);
    std::ranges::replace(out, '\n', ' ');
    return out;
}

std::string line_text(const sheet::RowView& row) {
    std::string text;
    for (const std::string_view cell : row.cells) {
        if (trim(cell).empty()) continue;
        if (!text.empty()) text += ' ';
        text += one_line(trim(cell));
    }
    return text;
}

}  // namespace tz::intake
