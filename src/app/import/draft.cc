#include "app/import/draft.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/convert.h"
#include "sheet/reader.h"

namespace tz::intake {

std::size_t Chunk::open(const SheetPlan& plan, std::size_t slot, std::int64_t row) {
    if (used == envelopes.size()) {
        envelopes.emplace_back();
        infos.emplace_back();
    }
    Envelope& envelope = envelopes[used];
    envelope.command = plan.slots[slot].command;
    envelope.record = {};
    envelope.patch.clear();
    envelope.unread.clear();
    envelope.holds_from.reset();
    envelope.base_version.reset();
    envelope.source = source;
    infos[used] = DraftInfo{};
    infos[used].plan = &plan;
    infos[used].slot = slot;
    infos[used].row = row;
    return used++;
}

void Chunk::compact() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < used; ++i) {
        if (infos[i].is_dropped) continue;
        if (kept != i) {
            std::swap(envelopes[kept], envelopes[i]);
            std::swap(infos[kept], infos[i]);
        }
        ++kept;
    }
    used = kept;
}

void Chunk::clear() {
    used = 0;
    rows = 0;
    first_row = 0;
}

const Value* find_value(const Envelope& envelope, std::size_t field) {
    const auto it = std::ranges::find(envelope.patch, field, &FieldValue::field);
    return it == envelope.patch.end() || !is_known(it->value) ? nullptr : &it->value;
}

std::string_view text_of(const Envelope& envelope, std::size_t field) {
    const Value* value = field == kNone ? nullptr : find_value(envelope, field);
    return value ? text_or_empty(*value) : std::string_view();
}

void set_value(Envelope& envelope, std::size_t field, Value value) {
    const auto it = std::ranges::find(envelope.patch, field, &FieldValue::field);
    if (it == envelope.patch.end())
        envelope.patch.push_back({field, std::move(value)});
    else
        it->value = std::move(value);
}

Id key_id(const Slot& slot, const Envelope& envelope) {
    std::string key;
    bool is_whole = true;
    for (const std::size_t field : slot.key) {
        if (!key.empty()) key += '/';
        const Value* value = find_value(envelope, field);
        if (value == nullptr) {
            key += '?';
            is_whole = false;
        } else if (const auto* text = std::get_if<std::string>(value)) {
            key += *text;
        } else {
            key += machine_value(slot.entity->fields[field], *value);
        }
    }
    if (is_whole && !slot.key.empty()) return derive_id(slot.entity->name, key);
    for (const std::size_t field : {slot.name, slot.birth}) {
        const Value* value = field == kNone ? nullptr : find_value(envelope, field);
        key += '/';
        if (value != nullptr) key += machine_value(slot.entity->fields[field], *value);
    }
    return derive_id(slot.entity->name, key);
}

void FileMemory::add(SheetPlan& plan) {
    const auto index = [](auto& all, const auto& wanted) {
        const auto it = std::ranges::find(all, wanted);
        if (it != all.end()) return static_cast<std::size_t>(it - all.begin());
        all.push_back(wanted);
        return all.size() - 1;
    };
    for (Slot& slot : plan.slots)
        if (slot.is_shared) slot.bit = 1u << (index(shared_entities, slot.entity) % 32);
    for (std::size_t i = 0; i < plan.shared.size(); ++i) {
        CellPlan& cell = plan.shared[i];
        SharedField wanted{plan.slots[cell.slot].entity, cell.field, 0};
        for (std::size_t j = 0; j < i; ++j)
            wanted.occurrence +=
                plan.shared[j].slot == cell.slot && plan.shared[j].field == cell.field;
        cell.memory = index(shared, wanted);
    }
}

std::string FileMemory::spot_name(const Spot& spot, const SheetPlan& here) const {
    if (sheets[spot.sheet] == here.sheet) return fmt::format("第{}行", spot.row);
    return fmt::format("工作表“{}”第{}行", sheets[spot.sheet], spot.row);
}

std::string FileMemory::spot_name_en(const Spot& spot, const SheetPlan& here) const {
    if (sheets[spot.sheet] == here.sheet) return fmt::format("row {}", spot.row);
    return fmt::format("sheet \"{}\" row {}", sheets[spot.sheet], spot.row);
}

void Reporter::add(ImportIssue issue) {
    std::int64_t& count = issue.kind == IssueKind::kDoubt     ? report_.doubts
                          : issue.kind == IssueKind::kRefusal ? report_.refusals
                                                              : report_.questions;
    ++count;
    if (report_.issues.size() < details_max_) report_.issues.push_back(std::move(issue));
}

void Reporter::cell(IssueKind kind, const SheetPlan& plan, std::int64_t row, std::size_t column,
                    std::string_view value, std::string_view register_name, Text reason,
                    Text action) {
    ImportIssue issue;
    issue.kind = kind;
    issue.file = report_.file;
    issue.sheet = plan.sheet;
    issue.row = row;
    if (column != kNone) {
        issue.column = sheet::column_name(column);
        if (column < plan.headers.size()) issue.header = plan.headers[column];
    }
    issue.value = value;
    issue.register_name = register_name;
    issue.reason = std::move(reason);
    issue.action = std::move(action);
    add(std::move(issue));
}

}  // namespace tz::intake
