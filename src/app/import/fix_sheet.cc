#include "app/import/fix_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/import/titled_sheet.h"
#include "app/ledger/workbook.h"
#include "base/text.h"
#include "schema/convert.h"

namespace tz::intake {
namespace {

constexpr std::string_view kClear = "清空";

constexpr std::size_t column(std::string_view title) {
    return static_cast<std::size_t>(std::ranges::find(kFixColumns, title) -
                                    std::begin(kFixColumns));
}
constexpr std::size_t kItem = column("问题编号");
constexpr std::size_t kRegister = column("登记册");
constexpr std::size_t kRecord = column("记录号");
constexpr std::size_t kVersion = column("版本");
constexpr std::size_t kPerson = column("姓名");
constexpr std::size_t kField = column("字段");
constexpr std::size_t kFormer = column("现值");
constexpr std::size_t kCorrected = column("更正值");
constexpr std::size_t kRemark = column("情况说明");
constexpr std::size_t kDoneOn = column("完成日期");
constexpr std::size_t kResponsible = column("责任人");
constexpr std::size_t kNeeded[] = {kRegister, kRecord, kVersion, kField, kCorrected};

std::size_t find_field(const Entity& entity, std::string_view written) {
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (written == entity.fields[i].label || written == entity.fields[i].name) return i;
    return kNone;
}

Text version_conflict(const Field& field, std::string_view now, std::string_view written) {
    return {fmt::format("导出之后“{}”已被改为“{}”，整改单上填的是“{}”", field.label, now, written),
            fmt::format("{} has become \"{}\" since the export; the fix sheet says \"{}\"",
                        field.name, now, written)};
}

}  // namespace

bool is_fix_sheet(const Header& header) {
    return std::ranges::all_of(
        kNeeded, [&](std::size_t i) { return find_column(header, kFixColumns[i]) != kNone; });
}

FixSheet::FixSheet(Store& store, const Session& session, Catalog catalog, const Header& header,
                   SheetReport& report, Reporter& reporter, Chunk& chunk, Date today)
    : store_(store),
      scope_(session.scope),
      catalog_(catalog),
      report_(report),
      reporter_(reporter),
      chunk_(chunk),
      today_(today),
      plan_(titled_plan(header, kFixColumns, {"整改单的列", "of the fix sheet"},
                        {"不是整改单的列", "not of the fix sheet"}, report)) {
    for (const std::string_view title : kFixColumns) columns_.push_back(find_column(header, title));
}

std::string_view FixSheet::cell(const sheet::RowView& row, std::size_t column) const {
    return columns_[column] == kNone ? std::string_view() : trim(row.at(columns_[column]));
}

void FixSheet::refuse(std::int64_t row, std::size_t column, std::string_view value, Text reason,
                      Text action) {
    reporter_.cell(IssueKind::kRefusal, plan_, row, column == kNone ? kNone : columns_[column],
                   value, {}, std::move(reason), std::move(action));
}

void FixSheet::add(const sheet::RowView& row) {
    if (row.number <= plan_.last_header_row) return;
    if (cell(row, kRecord).empty() && cell(row, kCorrected).empty() && cell(row, kItem).empty()) {
        report_.skipped.push_back({row.number, std::string(trim(row.at(0)))});
        return;
    }
    ++report_.rows;
    take_note(row);
    if (!cell(row, kCorrected).empty()) take_correction(row);
}

void FixSheet::take_note(const sheet::RowView& row) {
    FixNote note{row.number, std::string(cell(row, kItem)), std::string(cell(row, kRemark)),
                 std::string(cell(row, kDoneOn)), std::string(cell(row, kResponsible))};
    if (note.remark.empty() && note.done_on.empty()) return;
    reporter_.report().notes.push_back(std::move(note));
}

std::size_t FixSheet::slot_of(std::string_view register_name) {
    const auto it = std::ranges::find_if(catalog_, [&](const Entity* entity) {
        return entity->name == register_name || entity->label == register_name;
    });
    return it == catalog_.end() ? kNone : slot_for(plan_, **it);
}

void FixSheet::take_correction(const sheet::RowView& row) {
    const std::size_t slot = slot_of(cell(row, kRegister));
    const auto record = parse_id(cell(row, kRecord));
    const auto version = to_int(cell(row, kVersion));
    if (slot == kNone || !record || !version)
        return refuse(row.number,
                      slot == kNone ? kRegister
                      : !record     ? kRecord
                                    : kVersion,
                      cell(row, slot == kNone ? kRegister
                                : !record     ? kRecord
                                              : kVersion),
                      {"隐藏列里的登记册、记录号或版本被改动，不知道改哪一条",
                       "register, record or version in the hidden columns was changed"},
                      {"重新导出整改单再填", "export the fix sheet again"});
    const Entity& entity = *plan_.slots[slot].entity;
    const std::size_t field = find_field(entity, cell(row, kField));
    if (field == kNone)
        return refuse(row.number, kField, cell(row, kField),
                      {fmt::format("“{}”登记册没有叫“{}”的字段", entity.label, cell(row, kField)),
                       fmt::format("{} has no field \"{}\"", entity.name, cell(row, kField))},
                      {"“字段”一列不要改动", "leave the field column as it is"});
    const std::string_view written = cell(row, kCorrected);
    Value value;
    if (written != kClear) {
        const Cell read = CellReader(entity.fields[field], false, today_).read(written);
        if (!is_known(read.value))
            return refuse(row.number, kCorrected, written,
                          read.is_doubtful() ? read.reason : Text{"更正值不可读", "unreadable"},
                          {"改成可读的写法", "write it readably"});
        if (read.is_doubtful())
            reporter_.cell(IssueKind::kDoubt, plan_, row.number, columns_[kCorrected], written,
                           entity.name, read.reason, read.action);
        value = read.value;
    }
    const auto [it, is_new] = fix_of_.emplace(to_string(*record), fixes_.size());
    if (is_new)
        fixes_.push_back(
            {slot, *record, *version, row.number, std::string(cell(row, kPerson)), {}});
    fixes_[it->second].corrections.push_back({field, row.number, std::string(cell(row, kFormer)),
                                              std::move(value), std::string(written)});
}

// Whether the field is as it was when the sheet was made; else both values are told.
bool FixSheet::agrees(const Fix& fix, const Correction& correction, const Record& record) {
    const Field& field = plan_.slots[fix.slot].entity->fields[correction.field];
    const Value& now = record.values[correction.field];
    if (record.version == fix.version || now == correction.value) return true;
    const std::string shown = show_value(field, now);
    if (shown == correction.former) return true;
    refuse(correction.row, kCorrected, correction.written,
           version_conflict(field, shown, correction.written),
           {"核实以哪个为准，再重新导出整改单填写", "find out which is right and export it again"});
    return false;
}

void FixSheet::settle(const Fix& fix, const Record& record) {
    const Slot& slot = plan_.slots[fix.slot];
    const std::string_view name =
        slot.name == kNone ? std::string_view() : text_or_empty(record.values[slot.name]);
    if (!name.empty() && !fix.subject.empty() && name != fix.subject)
        return refuse(fix.row, kPerson, fix.subject,
                      {fmt::format("记录号对应的是“{}”，这一行写的是“{}”", name, fix.subject),
                       fmt::format("the record is of \"{}\", not of \"{}\"", name, fix.subject)},
                      {"整改单不要只对部分列排序；重新导出再填",
                       "do not sort some columns only; export the sheet again"});
    std::vector<FieldValue> patch;
    for (const Correction& correction : fix.corrections) {
        const auto same = [&](const FieldValue& other) {
            return other.field == correction.field && other.value != correction.value;
        };
        if (std::ranges::any_of(patch, same))
            refuse(correction.row, kCorrected, correction.written,
                   {"同一字段在前面的行填了另一个更正值，保留前面的",
                    "a row above corrects the same field otherwise; the first is kept"},
                   {"核实后只留一个", "keep one of them"});
        else if (agrees(fix, correction, record))
            patch.push_back({correction.field, correction.value});
    }
    if (patch.empty()) return;
    const std::size_t draft = chunk_.open(plan_, fix.slot, fix.row);
    chunk_.envelopes[draft].record = fix.record;
    chunk_.envelopes[draft].base_version = record.version;
    chunk_.envelopes[draft].patch = std::move(patch);
    if (chunk_.first_row == 0) chunk_.first_row = fix.row;
}

Status FixSheet::finish() {
    ASSIGN_OR_RETURN(const auto transaction, store_.begin(Access::kRead));
    for (const Fix& fix : fixes_) {
        const Entity& entity = *plan_.slots[fix.slot].entity;
        ASSIGN_OR_RETURN(const auto record, transaction->get(entity, fix.record, scope_));
        if (record) {
            settle(fix, *record);
            continue;
        }
        refuse(fix.row, kRecord, to_string(fix.record),
               {fmt::format("没有这条{}记录，或不在您的管辖范围内", entity.label),
                fmt::format("no such {} record, or it lies outside your area", entity.name)},
               {"重新导出整改单再填", "export the fix sheet again"});
    }
    return ok();
}

}  // namespace tz::intake
