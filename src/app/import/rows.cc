#include "app/import/rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/import/checks.h"
#include "base/id_number.h"
#include "base/text.h"

namespace tz::intake {
namespace {

constexpr std::size_t kSkippedMax = 200;
constexpr std::size_t kLooseCellsMax = 2;  // in a line below the table that is no record

// What begins a line that belongs to the sheet and not to its table.
constexpr std::string_view kFooters[] = {
    "合计", "总计", "小计", "填表人", "填报人", "制表", "审核", "审批", "单位负责人", "负责人",
    "经办人", "联系人", "填报单位", "填表单位", "填报日期", "填表日期", "填报时间", "备注:", "注:",
    "注1", "说明", "盖章", "(盖章)", "以上", "主要领导", "分管领导", "签字"};

constexpr std::string_view kTotals[] = {"合计", "总计", "小计", "共计", "累计"};

// A line whose first word is 合计, whatever else stands in it.
bool is_total(const sheet::RowView& row) {
    for (const std::string_view cell : row.cells) {
        if (trim(cell).empty()) continue;
        return std::ranges::find(kTotals, std::string_view(header_key(cell))) != std::end(kTotals);
    }
    return false;
}

bool begins_footer(std::string_view text) {
    const std::string key = header_key(text);
    return std::ranges::any_of(kFooters,
                               [&](std::string_view word) { return key.starts_with(word); });
}

std::uint32_t hash_of(std::string_view text) {
    const std::size_t hash = std::hash<std::string_view>{}(text);
    const auto folded = static_cast<std::uint32_t>(hash ^ (hash >> 32));
    return folded == 0 ? 1 : folded;
}

std::string one_line(std::string_view text) {
    std::string out(text);
    std::ranges::replace(out, '\n', ' ');
    return out;
}

std::string labels(const Slot& slot, const std::vector<std::size_t>& fields) {
    std::vector<std::string> parts;
    for (const std::size_t field : fields)
        parts.emplace_back(slot.entity->fields[field].label);
    return join(parts, "、");
}

std::string names(const Slot& slot, const std::vector<std::size_t>& fields) {
    std::vector<std::string> parts;
    for (const std::size_t field : fields) parts.emplace_back(slot.entity->fields[field].name);
    return join(parts, ", ");
}

bool is_head_code(const Field& field, const Value& value) {
    if (field.codes == nullptr || !is_known(value)) return false;
    const Choice* head = field.codes->by_name("head");
    return head != nullptr && as_int(value) == head->code;
}

std::string skipped_text(const sheet::RowView& row) {
    std::string text;
    for (const std::string_view cell : row.cells) {
        if (trim(cell).empty()) continue;
        if (!text.empty()) text += ' ';
        text += one_line(trim(cell));
    }
    return text;
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
    context_.reporter.cell(IssueKind::kRefusal, plan_, row, column, value, name,
                           std::move(reason), std::move(action));
}

bool RowBuilder::is_repeated_header(const sheet::RowView& row) const {
    const std::size_t column = plan_.identity_columns.front();
    const std::string& header = plan_.headers[column];
    const std::string key = header_key(row.at(column));
    return !key.empty() &&
           (key == header_key(header) || header_key(header).ends_with("/" + key));
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

// Totals, signatures, notes, a header printed again: told, not taken.
bool RowBuilder::skip(const sheet::RowView& row) {
    if (row.number <= plan_.last_header_row) return true;
    if (plan_.identity_columns.empty()) return false;
    const bool is_first = report_.rows == 0;
    const bool says_who = std::ranges::any_of(plan_.identity_columns, [&](std::size_t column) {
        return !is_blank(trim(row.at(column)));
    });
    bool is_skipped = (says_who && is_repeated_header(row)) || is_total(row) ||
                      (is_first && is_numbering(row));
    if (!says_who) {
        std::size_t filled = 0;
        std::string_view first;
        for (const std::string_view cell : row.cells) {
            if (trim(cell).empty()) continue;
            if (filled++ == 0) first = trim(cell);
            if (begins_footer(cell)) is_skipped = true;
        }
        if (filled == 0) return true;
        if (filled <= kLooseCellsMax || begins_footer(first)) is_skipped = true;
    }
    if (is_skipped && report_.skipped.size() < kSkippedMax)
        report_.skipped.push_back({row.number, skipped_text(row)});
    return is_skipped;
}

void RowBuilder::look_for_strays(const sheet::RowView& row) {
    const auto report = [&](std::size_t column) {
        const std::string_view text = trim(row.at(column));
        if (text.empty()) return;
        context_.reporter.cell(
            IssueKind::kDoubt, plan_, row.number, column, text, {},
            {"这一列没有列名，格子里的内容没有导入", "a cell in a column without a name; not imported"},
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

// ---- households --------------------------------------------------------------------------------

bool RowBuilder::is_boundary(const sheet::RowView& row) {
    if (!plan_.has_household) return true;
    if (plan_.household_by_head) return is_head_row(row);
    return row.at(plan_.number->column) != last_number_;
}

bool RowBuilder::is_head_row(const sheet::RowView& row) {
    for (CellPlan& cell : plan_.own)
        if (cell.field == plan_.slots[cell.slot].relation)
            return is_head_code(plan_.slots[cell.slot].entity->fields[cell.field],
                                cell.reader.read(row.at(cell.column)).value);
    return false;
}

// The head's ID number where households have no number of their own.
std::string RowBuilder::head_number(const sheet::RowView& row) {
    for (CellPlan& cell : plan_.own)
        if (cell.field == plan_.slots[cell.slot].id_number)
            return std::string(text_or_empty(cell.reader.read(row.at(cell.column)).value));
    return {};
}

// Finds the household of a row and opens it; false: the row has none and has been refused.
bool RowBuilder::enter_household(const sheet::RowView& row, const Area& area) {
    if (plan_.household_by_head) {
        if (is_head_row(row)) {
            open_group(row, head_number(row), area);
        }
        if (group_.is_open) return true;
        refuse_row(row.number, kNone, {},
                   {"表里没有户编号，前面也没有带证件号码的户主，不知道是哪一户",
                    "no household number, and no head with an ID number above"},
                   {"按户排列，每户先写户主", "list each household with its head first"});
        return false;
    }
    const std::string_view text = row.at(plan_.number->column);
    if (group_.is_open && text == last_number_) return true;
    last_number_.assign(text);
    const Cell& cell = plan_.number->reader.read(text);
    if (is_known(cell.value)) {
        open_group(row, as_text(cell.value), area);
        return true;
    }
    finish_group();
    if (cell.is_doubtful())
        refuse_row(row.number, plan_.number->column, trim(text), cell.reason, cell.action);
    else
        refuse_row(row.number, plan_.number->column, {},
                   {"没有户编号，不知道是哪一户", "no household number"},
                   {"补上户编号", "fill in the household number"});
    return false;
}

void RowBuilder::open_group(const sheet::RowView& row, std::string number, const Area& area) {
    finish_group();
    if (number.empty()) return;
    group_.number = std::move(number);
    std::string key = group_.number;
    if (plan_.year) key += fmt::format("/{}", trim(row.at(plan_.year->column)));
    FileMemory& memory = context_.memory;
    const auto [it, is_new] = memory.house_of.emplace(std::move(key), memory.houses.size());
    if (is_new) memory.houses.push_back({{sheet_, row.number}, {}, 0, nullptr, 0, 0, 0, {}});
    group_.house = it->second;
    House& house = memory.houses[group_.house];
    if (house.plan != &plan_) {
        house.plan = &plan_;
        house.hashes = memory.hashes.size();
        memory.hashes.resize(memory.hashes.size() + plan_.shared.size());
    }
    if (is_new || house.division.code == 0) house.division = area.division;
    group_.is_open = true;
    group_.is_again = !is_new;
    open_shared(row, area);
}

void RowBuilder::open_shared(const sheet::RowView& row, const Area& area) {
    bool is_first = true;
    for (std::size_t s = 0; s < plan_.slots.size(); ++s) {
        if (!plan_.slots[s].is_shared) continue;
        group_.drafts[s] = context_.chunk.open(plan_, s, row.number);
        group_.said[s] = 0;
        DraftInfo& info = context_.chunk.infos[group_.drafts[s]];
        info.house = group_.house;
        info.is_again = group_.is_again;
        if (is_first) doubt_area(info, area, row);
        is_first = false;
    }
}

void RowBuilder::finish_group() {
    if (!group_.is_open) return;
    for (std::size_t s = 0; s < plan_.slots.size(); ++s)
        if (plan_.slots[s].is_shared) finish_shared(s);
    group_.is_open = false;
    last_number_.clear();
}

void RowBuilder::finish_shared(std::size_t slot) {
    const Slot& kind = plan_.slots[slot];
    const std::size_t draft = group_.drafts[slot];
    Envelope& envelope = context_.chunk.envelopes[draft];
    DraftInfo& info = context_.chunk.infos[draft];
    House& house = context_.memory.houses[group_.house];
    const std::uint32_t bit = slot < 32 ? 1u << slot : 0;
    fill(envelope, info, kind, {house.division.code != 0, house.division, nullptr});
    const bool is_made = kind.made_if != kNone && find_value(envelope, kind.made_if) != nullptr;
    const bool says_nothing = group_.said[slot] == 0;
    const bool is_by_year = kind.identity.size() != kind.key.size();
    info.must_exist = (!is_made || (says_nothing && is_by_year)) && (house.made & bit) == 0;
    info.is_again = (house.made & bit) != 0;
    info.is_dropped = says_nothing && (info.is_again || !is_made);
    if (is_made && !info.is_again && context_.clears_matter) clear_blanks(slot, envelope);
    if (!info.must_exist) house.made |= bit;
    envelope.record = key_id(kind, envelope);
}

// Shared cells that no row of the household has filled.
void RowBuilder::clear_blanks(std::size_t slot, Envelope& envelope) {
    const House& house = context_.memory.houses[group_.house];
    for (std::size_t i = 0; i < plan_.shared.size(); ++i) {
        const CellPlan& cell = plan_.shared[i];
        if (cell.slot == slot && cell.can_clear && context_.memory.hashes[house.hashes + i] == 0)
            envelope.patch.push_back({cell.field, Value{}});
    }
}

void RowBuilder::add_shared(const sheet::RowView& row, const Area& area) {
    House& house = context_.memory.houses[group_.house];
    for (std::size_t i = 0; i < plan_.shared.size(); ++i) {
        CellPlan& cell = plan_.shared[i];
        const std::string_view text = row.at(cell.column);
        if (text.empty()) continue;
        std::uint32_t& known = context_.memory.hashes[house.hashes + i];
        const std::uint32_t hash = hash_of(text);
        if (known == hash) continue;
        const std::size_t draft = group_.drafts[cell.slot];
        if (known != 0) {
            contradict(cell, text, row.number);
        } else if (put_cell(context_.chunk.envelopes[draft], context_.chunk.infos[draft], cell,
                            text, row.number)) {
            known = hash;
            ++group_.said[cell.slot];
        }
    }
    if (area.is_known && area.division != house.division) move_apart(row, area);
}

// The household said something else before: the first word stays.
void RowBuilder::contradict(CellPlan& plan, std::string_view text, std::int64_t row) {
    const Cell& cell = plan.reader.read(text);
    if (!is_known(cell.value)) return;
    const std::size_t draft = group_.drafts[plan.slot];
    DraftInfo& info = context_.chunk.infos[draft];
    const Field& field = plan.reader.field();
    const Value* kept = find_value(context_.chunk.envelopes[draft], plan.field);
    if (kept && *kept == cell.value) return;
    if (kept && plan.is_joined && (as_int(*kept) & as_int(cell.value)) == as_int(cell.value))
        return;
    const FileMemory& memory = context_.memory;
    const Spot& first = memory.houses[group_.house].first;
    const std::string zh = memory.spot_name(first, plan_), en = memory.spot_name_en(first, plan_);
    const std::string former =
        kept ? fmt::format("是“{}”", show_value(field, *kept)) : std::string("写的不同");
    info.is_doubtful = true;
    context_.reporter.cell(
        IssueKind::kDoubt, plan_, row, plan.column, trim(text),
        plan_.slots[plan.slot].entity->name,
        {fmt::format("同一户的“{}”在{}{}，保留{}的", field.label, zh, former, zh),
         fmt::format("{} of this household differs from {}; the first is kept", field.name, en)},
        {"核实后改成一致", "make them agree"});
}

void RowBuilder::move_apart(const sheet::RowView& row, const Area& area) {
    const House& house = context_.memory.houses[group_.house];
    const std::size_t column = area_column(area);
    for (const std::size_t draft : group_.drafts)
        if (draft != kNone) {
            doubt(context_.chunk.infos[draft], column, trim(row.at(column)),
                  {fmt::format("同一户在{}属于“{}”，保留{}的",
                               context_.memory.spot_name(house.first, plan_),
                               context_.divisions.name_of(house.division),
                               context_.memory.spot_name(house.first, plan_)),
                   fmt::format("the household lies in {} in {}; the first is kept",
                               to_string(house.division),
                               context_.memory.spot_name_en(house.first, plan_))},
                  {"核实后改成一致", "make them agree"});
            return;
        }
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
    if (!envelope.holds_from) envelope.holds_from = context_.holds_from;
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
    House* house = info.house == kNone ? nullptr : &context_.memory.houses[info.house];
    fill(envelope, info, slot,
         house && house->division.code != 0 ? Area{true, house->division, nullptr} : area);
    if (!has_identity(envelope, slot, row)) return false;
    if (slot.made_if == kNone || (find_value(envelope, slot.made_if) == nullptr &&
                                  text_of(envelope, slot.name).empty()))
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
    const std::vector<std::size_t> needed =
        slot.id_number == kNone ? slot.identity : std::vector<std::size_t>{slot.id_number};
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
    const std::size_t column = column_of(plan_, slot_index(slot), slot.id_number != kNone
                                                                      ? slot.id_number
                                                                      : slot.key.front());
    const std::string zh = context_.memory.spot_name(found->second, plan_);
    ++context_.reporter.report().counts[std::string(slot.entity->name)].doubtful;
    context_.reporter.cell(
        IssueKind::kDoubt, plan_, row.number, column,
        column == kNone ? std::string_view() : trim(row.at(column)), slot.entity->name,
        {fmt::format("与{}是同一条{}记录，只取{}的", zh, slot.entity->label, zh),
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
        const auto [it, is_new] = memory.people.emplace(*packed, FileMemory::Member{info.house, here});
        if (!is_new && it->second.house != info.house)
            doubt(info, column_of(plan_, info.slot, slot.id_number), number,
                  {fmt::format("同一人也在{}的另一户里",
                               memory.spot_name(it->second.spot, plan_)),
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

void RowBuilder::add(const sheet::RowView& row) {
    if (skip(row)) return;
    ++report_.rows;
    ++context_.chunk.rows;
    if (context_.chunk.first_row == 0) context_.chunk.first_row = row.number;
    doubted_.clear();
    look_for_strays(row);
    Area area = read_area(row);
    if (!area.is_known && area.placed == nullptr && plan_.number && group_.is_open &&
        row.at(plan_.number->column) == last_number_)
        area = {true, context_.memory.houses[group_.house].division, nullptr};
    if (!report_area(area, row)) return;
    if (plan_.has_household && !enter_household(row, area)) return;
    if (plan_.has_household) add_shared(row, area);
    add_own(row, area);
}

void report_headless(const FileMemory& memory, Reporter& reporter) {
    for (const House& house : memory.houses) {
        if (house.members == 0 || house.heads != 0 || !house.plan->has_relation) continue;
        ++reporter.report().counts["household"].doubtful;
        reporter.cell(IssueKind::kDoubt, *house.plan, house.first.row, kNone, {}, "household",
                      {"这一户没有户主", "this household has no head"},
                      {"核实谁是户主，把“与户主关系”改为户主", "find out who the head is"});
    }
}

}  // namespace tz::intake
