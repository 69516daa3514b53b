// The part of RowBuilder that puts the rows of a household together.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "app/import/rows.h"
#include "base/text.h"

namespace tz::intake {
namespace {

std::uint32_t hash_of(std::string_view text) {
    constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15ULL;
    std::uint64_t hash = text.size() * kOdd;
    while (!text.empty()) {
        std::uint64_t word = 0;
        const std::size_t size = std::min(text.size(), sizeof word);
        std::memcpy(&word, text.data(), size);
        hash = (hash ^ word) * kOdd;
        hash ^= hash >> 32;
        text.remove_prefix(size);
    }
    const auto folded = static_cast<std::uint32_t>(hash);
    return folded == 0 ? 1 : folded;
}

}  // namespace

bool is_head_code(const Field& field, const Value& value) {
    if (field.codes == nullptr || !is_known(value)) return false;
    const Choice* head = field.codes->by_name("head");
    return head != nullptr && as_int(value) == head->code;
}

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
    if (is_new) {
        memory.houses.push_back(
            {{sheet_, row.number}, {}, memory.hashes.size(), &plan_, 0, 0, 0, {}});
        memory.hashes.resize(memory.hashes.size() + memory.shared.size());
    }
    group_.house = it->second;
    House& house = memory.houses[group_.house];
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
    fill(envelope, info, kind, {house.division.code != 0, house.division, nullptr});
    const bool is_made = kind.made_if != kNone && find_value(envelope, kind.made_if) != nullptr;
    const bool says_nothing = group_.said[slot] == 0;
    const bool is_by_year = kind.identity.size() != kind.key.size();
    info.must_exist = (!is_made || (says_nothing && is_by_year)) && (house.made & kind.bit) == 0;
    info.is_again = (house.made & kind.bit) != 0;
    info.says_something = !says_nothing;
    info.is_dropped = says_nothing && (info.is_again || !is_made);
    if (is_made && !info.is_again && context_.clears_matter) clear_blanks(slot, envelope);
    if (!info.must_exist) house.made |= kind.bit;
    envelope.record = key_id(kind, envelope);
}

// Shared cells that no row of the household has filled.
void RowBuilder::clear_blanks(std::size_t slot, Envelope& envelope) {
    const House& house = context_.memory.houses[group_.house];
    for (std::size_t i = 0; i < plan_.shared.size(); ++i) {
        const CellPlan& cell = plan_.shared[i];
        if (cell.slot == slot && cell.can_clear &&
            context_.memory.hashes[house.hashes + cell.memory] == 0)
            envelope.patch.push_back({cell.field, Value{}});
    }
}

void RowBuilder::add_shared(const sheet::RowView& row, const Area& area) {
    House& house = context_.memory.houses[group_.house];
    for (std::size_t i = 0; i < plan_.shared.size(); ++i) {
        CellPlan& cell = plan_.shared[i];
        const std::string_view text = row.at(cell.column);
        if (text.empty()) continue;
        std::uint32_t& known = context_.memory.hashes[house.hashes + cell.memory];
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
    for (std::size_t slot = 0; !plan_.added.empty() && slot < plan_.slots.size(); ++slot)
        if (plan_.slots[slot].is_shared) group_.said[slot] += put_added(group_.drafts[slot], row);
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
        IssueKind::kDoubt, plan_, row, plan.column, trim(text), plan_.slots[plan.slot].entity->name,
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
