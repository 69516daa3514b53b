#include "app/import/rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/import/checks.h"
#include "app/import/lines.h"
#include "base/id_number.h"
#include "base/text.h"

namespace tz::intake {
namespace {

constexpr std::size_t kSkippedMax = 200;

std::string labels(const Slot& slot, const std::vector<std::size_t>& fields) {
    std::vector<std::string> parts;
    for (const std::size_t field : fields) parts.emplace_back(slot.entity->fields[field].label);
    return join(parts, "、");
}

std::string names(const Slot& slot, const std::vector<std::size_t>& fields) {
    std::vector<std::string> parts;
    for (const std::size_t field : fields) parts.emplace_back(slot.entity->fields[field].name);
    return join(parts, ", ");
}

}  // namespace

RowBuilder::RowBuilder(SheetPlan& plan, RowContext& context, std::uint32_t sheet,
                       SheetReport& report)
    : plan_(plan), context_(context), sheet_(sheet), report_(report) {
    own_by_slot_.resize(plan.slots.size());
    for (CellPlan& cell : plan.own) own_by_slot_[cell.slot].push_back(&cell);
    group_.drafts.assign(plan.slots.size(), kNone);
    group_.said.assign(plan.slots.size(), 0);
    last_area_.resize(plan.areas.size());
    for (std::size_t c = 0; c < plan.headers.size(); ++c)
        if (plan.headers[c].empty()) nameless_.push_back(c);
    for (std::size_t s = 0; s < plan.slots.size(); ++s)
        if (!plan.slots[s].is_shared && primary_ == kNone) primary_ = s;
    if (primary_ == kNone) primary_ = 0;
}

void RowBuilder::doubt(DraftInfo& info, std::size_t column, std::string_view value, Text reason,
                       Text action) {
    info.is_doubtful = true;
    if (column != kNone) {
        if (std::ranges::find(doubted_, column) != doubted_.end()) return;
        doubted_.push_back(column);
    }
    context_.reporter.cell(IssueKind::kDoubt, plan_, info.row, column, value,
                           plan_.slots[info.slot].entity->name, std::move(reason),
                           std::move(action));
}

void RowBuilder::refuse_row(std::int64_t row, std::size_t column, std::string_view value,
                            Text reason, Text action) {
    const std::string_view name = plan_.slots[primary_].entity->name;
    ++context_.reporter.report().counts[std::string(name)].refused;
    context_.reporter.cell(IssueKind::kRefusal, plan_, row, column, value, name, std::move(reason),
                           std::move(action));
}

// Totals, signatures, notes, a header printed again: told, not taken.
bool RowBuilder::skip(const sheet::RowView& row) {
    if (row.number <= plan_.last_header_row) return true;
    if (!is_no_record(row, plan_, report_.rows == 0)) return false;
    if (!is_blank_line(row) && report_.skipped.size() < kSkippedMax)
        report_.skipped.push_back({row.number, line_text(row)});
    return true;
}

void RowBuilder::look_for_strays(const sheet::RowView& row) {
    const auto report = [&](std::size_t column) {
        const std::string_view text = trim(row.at(column));
        if (text.empty()) return;
        context_.reporter.cell(
            IssueKind::kDoubt, plan_, row.number, column, text, {},
            {"这一列没有列名，格子里的内容没有导入",
             "a cell in a column without a name; not imported"},
            {"给这一列写上列名，或删去内容", "name the column or empty the cell"});
    };
    for (const std::size_t column : nameless_) report(column);
    for (std::size_t c = plan_.headers.size(); c < row.cells.size(); ++c) report(c);
}

// ---- where -------------------------------------------------------------------------------------

RowBuilder::Area RowBuilder::read_area(const sheet::RowView& row) {
    bool is_same = last_.placed != nullptr;
    for (std::size_t i = 0; is_same && i < plan_.areas.size(); ++i)
        is_same = row.at(plan_.areas[i].first) == last_area_[i];
    if (is_same) return last_;
    PlaceNames names;
    bool is_empty = true;
    for (std::size_t i = 0; i < plan_.areas.size(); ++i) {
        last_area_[i] = row.at(plan_.areas[i].first);
        std::string_view& name = names.at(plan_.areas[i].second);
        if (name.empty()) name = trim(last_area_[i]);
        is_empty = is_empty && name.empty();
    }
    if (is_empty) return last_ = {};
    const Placed& placed = context_.divisions.place(names);
    return last_ = {placed.division.has_value(), placed.division.value_or(Division{}), &placed};
}

// The column a remark about the area belongs to.
std::size_t RowBuilder::area_column(const Area& area) const {
    for (const auto& [column, level] : plan_.areas)
        if (area.placed && level == area.placed->level) return column;
    return plan_.areas.empty() ? kNone : plan_.areas.back().first;
}

// False: the row can't be placed and has been refused.
bool RowBuilder::report_area(const Area& area, const sheet::RowView& row) {
    if (plan_.areas.empty() || area.is_known) return true;
    const std::size_t column = area_column(area);
    if (area.placed)
        refuse_row(row.number, column, trim(row.at(column)), area.placed->reason,
                   area.placed->action);
    else
        refuse_row(row.number, column, {},
                   {"没有写所在的乡镇、村", "the row doesn't say which township and village"},
                   {"补上乡镇和村的名称", "fill in the township and the village"});
    return false;
}

void RowBuilder::doubt_area(DraftInfo& info, const Area& area, const sheet::RowView& row) {
    if (!area.is_known) return;
    const std::size_t column = area_column(area);
    if (area.placed->is_doubtful)
        doubt(info, column, trim(row.at(column)), area.placed->reason, area.placed->action);
    else if (plan_.village_column != kNone && level_of(area.division) != DivisionLevel::kVillage)
        doubt(info, plan_.village_column, {},
              {"没有写村，先登记在上一级", "the village is missing; recorded one level up"},
              {"补上村名", "fill in the village"});
}

// ---- the row's own records ---------------------------------------------------------------------

// True when the cell said something.
bool RowBuilder::put_cell(Envelope& envelope, DraftInfo& info, CellPlan& plan,
                          std::string_view text, std::int64_t row) {
    const Slot& slot = plan_.slots[plan.slot];
    if (text.empty()) {
        if (plan.can_clear && context_.clears_matter && !slot.is_shared)
            envelope.patch.push_back({plan.field, Value{}});
        return false;
    }
    const Cell& cell = plan.reader.read(text);
    if (cell.is_doubtful()) {
        const std::int64_t opened = std::exchange(info.row, row);
        doubt(info, plan.column, trim(text), cell.reason, cell.action);
        info.row = opened;
    }
    if (cell.is_unread) {
        envelope.patch.push_back({plan.field, Value{}});
        envelope.unread += slot.entity->fields[plan.field].name;
        envelope.unread += '=' + one_line(trim(text)) + '\n';
        return true;
    }
    if (!is_known(cell.value)) return put_cell(envelope, info, plan, {}, row);
    if (!plan.is_joined) {
        envelope.patch.push_back({plan.field, cell.value});
        return true;
    }
    const Value* there = find_value(envelope, plan.field);
    if (there == nullptr)
        envelope.patch.push_back({plan.field, cell.value});
    else if (plan.reader.field().type == Type::kChoices)
        set_value(envelope, plan.field, as_int(*there) | as_int(cell.value));
    return true;
}

std::size_t RowBuilder::put_added(std::size_t draft, const sheet::RowView& row) {
    DraftInfo& info = context_.chunk.infos[draft];
    std::size_t said = 0;
    for (AddedCell& added : plan_.added) {
        const std::string_view text = row.at(added.column);
        if (added.slot != info.slot || text.empty()) continue;
        const Cell& cell = added.reader.read(text);
        if (cell.is_doubtful()) {
            const std::int64_t opened = std::exchange(info.row, row.number);
            const Text again{"改成可读的写法后再导入这一行",
                             "write it readably and import the row again"};
            doubt(info, added.column, trim(text), cell.reason,
                  is_known(cell.value) ? cell.action : again);
            info.row = opened;
        }
        if (!is_known(cell.value)) continue;
        context_.chunk.envelopes[draft].unread += added_line(*added.field, cell.value);
        ++said;
    }
    return said;
}

// What the row doesn't say itself: household, area, implied values.
void RowBuilder::fill(Envelope& envelope, DraftInfo& info, const Slot& slot,
                      const Area& area) const {
    if (plan_.has_household && slot.number != kNone && group_.is_open)
        set_value(envelope, slot.number, group_.number);
    for (const FieldValue& implied : slot.implied)
        if (find_value(envelope, implied.field) == nullptr)
            set_value(envelope, implied.field, implied.value);
    if (slot.entity->name != "division" && slot.division < slot.entity->fields.size()) {
        if (area.is_known)
            set_value(envelope, slot.division, area.division.code);
        else
            info.needs_area = true;
    }
    if (!envelope.holds_from) envelope.holds_from = row_day_ ? row_day_ : context_.holds_from;
}

void RowBuilder::add_own(const sheet::RowView& row, const Area& area) {
    for (std::size_t s = 0; s < plan_.slots.size(); ++s)
        if (!plan_.slots[s].is_shared) add_slot(row, s, area);
}

void RowBuilder::add_slot(const sheet::RowView& row, std::size_t slot, const Area& area) {
    const std::size_t draft = context_.chunk.open(plan_, slot, row.number);
    Envelope& envelope = context_.chunk.envelopes[draft];
    DraftInfo& info = context_.chunk.infos[draft];
    std::size_t said = 0, own = 0;
    for (CellPlan* cell : own_by_slot_[slot])
        if (put_cell(envelope, info, *cell, row.at(cell->column), row.number)) {
            ++said;
            if (plan_.slots[slot].repeat == 0 || cell->is_member) ++own;
        }
    if (const std::size_t added = put_added(draft, row); added > 0) {
        said += added;
        own += added;
    }
    if (plan_.slots[slot].is_head) take_head(envelope, plan_.slots[slot]);
    info.house = plan_.has_household ? group_.house : kNone;
    if (!settle(draft, plan_.slots[slot].repeat == 0 ? said : own, row, area))
        context_.chunk.drop_last();
}

// The head of a wide row is a member too.
void RowBuilder::take_head(Envelope& envelope, const Slot& slot) const {
    const auto copy = [&](std::string_view from, std::size_t to) {
        const std::size_t field = slot.entity->index(from);
        if (to == kNone || field >= slot.entity->fields.size()) return;
        if (const Value* value = find_value(envelope, field)) set_value(envelope, to, *value);
    };
    copy("head_id_number", slot.id_number);
    copy("head_name", slot.name);
    if (slot.relation != kNone && slot.entity->fields[slot.relation].type == Type::kText)
        set_value(envelope, slot.relation, std::string("户主"));
}

// Identity and checks; false: no record comes of it.
bool RowBuilder::settle(std::size_t draft, std::size_t said, const sheet::RowView& row,
                        const Area& area) {
    Envelope& envelope = context_.chunk.envelopes[draft];
    DraftInfo& info = context_.chunk.infos[draft];
    const Slot& slot = plan_.slots[info.slot];
    if (said == 0) return false;
    info.says_something = true;
    House* house = info.house == kNone ? nullptr : &context_.memory.houses[info.house];
    fill(envelope, info, slot,
         house && house->division.code != 0 ? Area{true, house->division, nullptr} : area);
    if (!has_identity(envelope, slot, row)) return false;
    if (slot.made_if == kNone ||
        (find_value(envelope, slot.made_if) == nullptr && text_of(envelope, slot.name).empty()))
        info.must_exist = true;
    envelope.record = key_id(slot, envelope);
    if (is_repeat(draft, row)) return false;
    if (!house) doubt_area(info, area, row);
    check_document(draft, row);
    if (slot.entity->name == "person" && house) count_member(draft, row);
    return true;
}

bool RowBuilder::has_identity(const Envelope& envelope, const Slot& slot,
                              const sheet::RowView& row) {
    const auto is_missing = [&](std::size_t field) {
        return find_value(envelope, field) == nullptr;
    };
    const bool lacks_id = slot.id_number != kNone && is_missing(slot.id_number) &&
                          slot.entity->fields[slot.id_number].is_required;
    const bool lacks_all = !slot.identity.empty() && std::ranges::all_of(slot.identity, is_missing);
    const bool has_name = !text_of(envelope, slot.name).empty();
    const bool lacks_who = slot.id_number != kNone && is_missing(slot.id_number) && !has_name &&
                           std::ranges::find(slot.identity, slot.id_number) != slot.identity.end();
    if (!lacks_id && !lacks_who && (!lacks_all || has_name)) return true;
    if (slot.is_head) return false;
    const std::size_t column =
        slot.id_number == kNone ? kNone : column_of(plan_, slot_index(slot), slot.id_number);
    const std::string name(text_of(envelope, slot.name));
    std::vector<std::size_t> needed = slot.identity;
    if (slot.id_number != kNone) needed = {slot.id_number};
    if (lacks_who && !lacks_id && slot.name != kNone) needed.insert(needed.begin(), slot.name);
    refuse_row(row.number, column, name,
               {fmt::format("{}没有“{}”，认不出是{}", name.empty() ? "" : "“" + name + "”",
                            labels(slot, needed), slot.id_number == kNone ? "哪一条" : "谁"),
                fmt::format("no {}, so it can't be told whose record it is", names(slot, needed))},
               {"补上后再导入", "fill it in and import again"});
    return false;
}

std::size_t RowBuilder::slot_index(const Slot& slot) const {
    return static_cast<std::size_t>(&slot - plan_.slots.data());
}

// The file has spoken of this record before: the first word stays. Registers that number several
// records of a person take the next number.
bool RowBuilder::is_repeat(std::size_t draft, const sheet::RowView& row) {
    Envelope& envelope = context_.chunk.envelopes[draft];
    const Slot& slot = plan_.slots[context_.chunk.infos[draft].slot];
    auto& records = context_.memory.records;
    auto found = records.find(envelope.record);
    while (found != records.end() && slot.sequence != kNone) {
        const Value* number = find_value(envelope, slot.sequence);
        set_value(envelope, slot.sequence, number ? as_int(*number) + 1 : std::int64_t{1});
        envelope.record = key_id(slot, envelope);
        found = records.find(envelope.record);
    }
    if (found == records.end()) {
        records.emplace(envelope.record, Spot{sheet_, row.number});
        return false;
    }
    if (slot.is_head) return true;
    const std::size_t column = column_of(
        plan_, slot_index(slot), slot.id_number != kNone ? slot.id_number : slot.key.front());
    const std::string zh = context_.memory.spot_name(found->second, plan_);
    ++context_.reporter.report().counts[std::string(slot.entity->name)].doubtful;
    context_.reporter.cell(
        IssueKind::kDoubt, plan_, row.number, column,
        column == kNone ? std::string_view() : trim(row.at(column)), slot.entity->name,
        {fmt::format("与{}重复（同一条“{}”记录），只取{}的", zh, slot.entity->label, zh),
         fmt::format("the same {} record as {}; only the first is taken", slot.entity->name,
                     context_.memory.spot_name_en(found->second, plan_))},
        {"删去多余的一行", "remove one of them"});
    return true;
}

// Birth date and sex against those in the ID number.
void RowBuilder::check_document(std::size_t draft, const sheet::RowView&) {
    const Envelope& envelope = context_.chunk.envelopes[draft];
    DraftInfo& info = context_.chunk.infos[draft];
    const Slot& slot = plan_.slots[info.slot];
    const std::string_view number = text_of(envelope, slot.id_number);
    if (number.empty()) return;
    for (Mismatch& odd : compare_with_document(slot, envelope, number))
        doubt(info, column_of(plan_, info.slot, odd.field), odd.value, std::move(odd.reason),
              {"对照证件核实", "check against the document"});
}

void RowBuilder::count_member(std::size_t draft, const sheet::RowView& row) {
    const Envelope& envelope = context_.chunk.envelopes[draft];
    DraftInfo& info = context_.chunk.infos[draft];
    const Slot& slot = plan_.slots[info.slot];
    FileMemory& memory = context_.memory;
    House& house = memory.houses[info.house];
    ++house.members;
    const Spot here{sheet_, row.number};
    const std::string_view number = text_of(envelope, slot.id_number);
    if (number.empty()) {
        doubt(info, kNone, text_of(envelope, slot.name),
              {fmt::format("“{}”没有证件号码，按姓名登记", text_of(envelope, slot.name)),
               "no ID number; recorded by name"},
              {"补上证件号码", "fill in the ID number"});
    } else if (const auto packed = pack_person_key(person_key(number))) {
        const auto [it, is_new] =
            memory.people.emplace(*packed, FileMemory::Member{info.house, here});
        if (!is_new && it->second.house != info.house)
            doubt(info, column_of(plan_, info.slot, slot.id_number), number,
                  {fmt::format("同一人也在{}的另一户里", memory.spot_name(it->second.spot, plan_)),
                   fmt::format("the same person is in another household in {}",
                               memory.spot_name_en(it->second.spot, plan_))},
                  {"核实此人属于哪一户", "find out which household is right"});
    }
    const Value* relation = slot.relation == kNone ? nullptr : find_value(envelope, slot.relation);
    if (!relation || !is_head_code(slot.entity->fields[slot.relation], *relation)) return;
    if (++house.heads > 1)
        doubt(info, column_of(plan_, info.slot, slot.relation), "户主",
              {fmt::format("这一户在{}已有户主", memory.spot_name(house.head, plan_)),
               fmt::format("this household has a head in {} already",
                           memory.spot_name_en(house.head, plan_))},
              {"核实谁是户主", "find out who the head is"});
    else
        house.head = here;
}

void RowBuilder::read_day(const sheet::RowView& row) {
    row_day_.reset();
    if (!plan_.holds_from) return;
    const Cell& cell = plan_.holds_from->reader.read(row.at(plan_.holds_from->column));
    if (is_known(cell.value)) row_day_ = Date{static_cast<std::int32_t>(as_int(cell.value))};
    if (cell.is_doubtful())
        context_.reporter.cell(IssueKind::kDoubt, plan_, row.number, plan_.holds_from->column,
                               trim(row.at(plan_.holds_from->column)), {}, cell.reason,
                               cell.action);
}

void RowBuilder::add(const sheet::RowView& row) {
    if (skip(row)) return;
    ++report_.rows;
    ++context_.chunk.rows;
    if (context_.chunk.first_row == 0) context_.chunk.first_row = row.number;
    doubted_.clear();
    look_for_strays(row);
    read_day(row);
    Area area = read_area(row);
    if (!area.is_known && area.placed == nullptr && plan_.number && group_.is_open &&
        row.at(plan_.number->column) == last_number_) {
        const Division home = context_.memory.houses[group_.house].division;
        area = {home.code != 0, home, nullptr};
    }
    if (!report_area(area, row)) return;
    if (plan_.has_household && !enter_household(row, area)) return;
    if (plan_.has_household) add_shared(row, area);
    add_own(row, area);
}

}  // namespace tz::intake
