#include "app/import/plan.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace tz::intake {
namespace {

std::size_t position(const Entity& entity, std::string_view name) {
    const std::size_t i = entity.index(name);
    return i < entity.fields.size() ? i : kNone;
}

bool is_number_field(const Entity& entity, std::size_t field) {
    const std::string_view name = entity.fields[field].name;
    return name == "household_number" || (entity.name == "household" && name == "number");
}

// A column "行政区划" names the area; only the division register itself keeps the code as a value.
bool names_area(const Place& place) {
    return place.role == PlaceRole::kField && place.entity->fields[place.field].is_scope &&
           place.entity->name != "division";
}

struct Builder {
    const SheetMap& map;
    const PlanWishes& wishes;
    SheetPlan plan{};
    std::map<std::pair<std::size_t, std::size_t>, int> feeders{};  // (slot, field) → columns

    void add_slots();
    void add_slot(const Feed& feed, std::size_t repeat, bool is_head);
    void add_implied(Slot& slot);
    void settle_identity(Slot& slot);
    void add_columns();
    void add_place(const MappedColumn& column, const Place& place);
    void add_cell(const MappedColumn& column, const Place& place, std::size_t slot);
    CellPlan cell(std::size_t column, const Place& place, std::size_t slot) const;
    void mark_joined(std::vector<CellPlan>& cells);

    bool is_placed(const Entity& entity, std::size_t field) const;
    bool has_content(const Feed& feed) const;
    bool is_key(const Entity& entity, std::size_t field) const;
};

bool Builder::is_placed(const Entity& entity, std::size_t field) const {
    return field != kNone && std::ranges::any_of(map.columns, [&](const MappedColumn& column) {
               return std::ranges::any_of(column.places, [&](const Place& place) {
                   return place.role == PlaceRole::kField && place.entity == &entity &&
                          place.field == field;
               });
           });
}

bool Builder::is_key(const Entity& entity, std::size_t field) const {
    return entity.fields[field].is_scope ||
           std::ranges::find(entity.key, entity.fields[field].name) != entity.key.end();
}

// A register is fed when a column says something of it, or says all of what tells it apart.
bool Builder::has_content(const Feed& feed) const {
    const Entity& entity = *feed.entity;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (!is_key(entity, i) && is_placed(entity, i)) return true;
    return !entity.key.empty() && std::ranges::all_of(entity.key, [&](std::string_view name) {
        return is_placed(entity, entity.index(name));
    });
}

void Builder::add_implied(Slot& slot) {
    const Entity& entity = *slot.entity;
    const auto imply = [&](std::size_t field, Value value) {
        slot.implied.push_back({field, std::move(value)});
    };
    if (map.layout)
        for (const Implied& said : map.layout->implied) {
            const Target target = find_target(said.target);
            if (target.entity != slot.entity) continue;
            if (auto value = parse_value(entity.fields[target.field], said.value))
                imply(target.field, std::move(*value));
        }
    const std::size_t year = position(entity, "year");
    if (year != kNone && wishes.year != 0 && !is_placed(entity, year))
        imply(year, std::int64_t{wishes.year});
    const std::size_t month = position(entity, "source_month");
    if (month != kNone && wishes.month && !is_placed(entity, month))
        imply(month, std::int64_t{wishes.month->months});
}

void Builder::settle_identity(Slot& slot) {
    const Entity& entity = *slot.entity;
    slot.is_shared = !entity.key.empty() && slot.repeat == 0 && !slot.is_head;
    for (const std::string_view name : entity.key) {
        const std::size_t field = entity.index(name);
        slot.key.push_back(field);
        const bool is_implied =
            std::ranges::find(slot.implied, field, &FieldValue::field) != slot.implied.end();
        const bool is_area = entity.fields[field].is_scope && entity.name != "division";
        const bool is_said = !is_implied && !is_area && name != "year";
        if (is_said) slot.identity.push_back(field);
        if (is_area || (is_said && !is_number_field(entity, field))) slot.is_shared = false;
    }
    if (slot.number == kNone) slot.is_shared = false;
}

void Builder::add_slot(const Feed& feed, std::size_t repeat, bool is_head) {
    const Entity& entity = *feed.entity;
    Slot slot;
    slot.entity = &entity;
    slot.command = std::string(entity.name) + ".put";
    slot.repeat = repeat;
    slot.is_head = is_head;
    if (!feed.made_if.empty()) slot.made_if = position(entity, feed.made_if);
    slot.division = entity.scope_index();
    slot.number = position(entity, entity.name == "household" ? "number" : "household_number");
    slot.id_number = position(entity, "id_number");
    slot.name = position(entity, "name");
    slot.birth = position(entity, "birth_date");
    slot.sex = position(entity, "sex");
    slot.relation = position(entity, "relation");
    slot.sequence = position(entity, "sequence");
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (entity.fields[i].type == Type::kReference) slot.references.push_back(i);
    add_implied(slot);
    settle_identity(slot);
    plan.slots.push_back(std::move(slot));
}

void Builder::add_slots() {
    std::size_t members = 0;
    for (const MappedColumn& column : map.columns) members = std::max(members, column.repeat);
    for (const Feed& feed : map.feeds) {
        if (!has_content(feed)) continue;
        const bool is_wide = map.layout && map.layout->shape == Shape::kMembers && members > 0;
        if (!is_wide) add_slot(feed, 0, false);
        for (std::size_t i = 1; is_wide && i <= members; ++i) add_slot(feed, i, false);
        if (is_wide && map.layout->head_is_member) add_slot(feed, 0, true);
    }
}

CellPlan Builder::cell(std::size_t column, const Place& place, std::size_t slot) const {
    const Field& field = place.entity->fields[place.field];
    const bool may_clear = map.layout && map.layout->blank_clears && !field.is_required &&
                           !is_key(*place.entity, place.field);
    return {column, slot,  place.field, may_clear,
            false,  false, 0,           CellReader(field, !place.cell_unit.empty(), wishes.today)};
}

void Builder::add_cell(const MappedColumn& column, const Place& place, std::size_t slot) {
    const Slot& target = plan.slots[slot];
    if (target.entity != place.entity) return;
    if (column.repeat != target.repeat && column.repeat != 0) return;
    if (is_number_field(*place.entity, place.field)) return;
    ++feeders[{slot, place.field}];
    (target.is_shared ? plan.shared : plan.own).push_back(cell(column.column, place, slot));
    if (column.repeat != 0) plan.own.back().is_member = true;
}

void Builder::add_place(const MappedColumn& column, const Place& place) {
    if (place.role == PlaceRole::kDivisionName || names_area(place)) {
        const DivisionLevel level =
            place.role == PlaceRole::kDivisionName ? place.level : DivisionLevel::kVillage;
        if (std::ranges::find(plan.areas, column.column,
                              &std::pair<std::size_t, DivisionLevel>::first) == plan.areas.end())
            plan.areas.push_back({column.column, level});
        if (level == DivisionLevel::kVillage) plan.village_column = column.column;
        return;
    }
    if (place.role == PlaceRole::kHoldsFrom) {
        static constexpr Field kDay = date("holds_from", "数据日期");
        plan.holds_from.emplace(CellPlan{column.column, 0, 0, false, false, false, 0,
                                         CellReader(kDay, false, wishes.today)});
        return;
    }
    if (place.role != PlaceRole::kField) return;
    if (is_number_field(*place.entity, place.field) && !plan.number)
        plan.number.emplace(cell(column.column, place, 0));
    for (std::size_t i = 0; i < plan.slots.size(); ++i) add_cell(column, place, i);
    if (place.entity->fields[place.field].name == "year" && !plan.year)
        for (const Slot& slot : plan.slots)
            if (slot.is_shared && slot.entity == place.entity)
                plan.year.emplace(cell(column.column, place, 0));
}

void Builder::add_columns() {
    for (const MappedColumn& column : map.columns) {
        for (const Place& place : column.places) add_place(column, place);
        for (std::size_t i = 0; column.added.field && i < plan.slots.size(); ++i)
            if (plan.slots[i].entity == column.added.entity && plan.slots[i].repeat == 0)
                plan.added.push_back({column.column, i, column.added.field,
                                      CellReader(*column.added.field, false, wishes.today)});
    }
}

void Builder::mark_joined(std::vector<CellPlan>& cells) {
    for (CellPlan& cell : cells) {
        if (feeders[{cell.slot, cell.field}] < 2) continue;
        cell.is_joined = true;
        cell.can_clear = false;
    }
}

// Where a row says which record it is about; a row that is blank there is a total or a signature.
void note_identity(SheetPlan& plan) {
    if (plan.number) plan.identity_columns.push_back(plan.number->column);
    for (const CellPlan& cell : plan.own) {
        const Slot& slot = plan.slots[cell.slot];
        if (std::ranges::find(slot.identity, cell.field) != slot.identity.end())
            plan.identity_columns.push_back(cell.column);
    }
    if (plan.identity_columns.empty())
        for (const auto& area : plan.areas) plan.identity_columns.push_back(area.first);
}

}  // namespace

std::size_t column_of(const SheetPlan& plan, std::size_t slot, std::size_t field) {
    for (const auto* cells : {&plan.own, &plan.shared})
        for (const CellPlan& cell : *cells)
            if (cell.slot == slot && cell.field == field) return cell.column;
    if (field == plan.slots[slot].number && plan.number) return plan.number->column;
    if (field == plan.slots[slot].division && !plan.areas.empty()) return plan.areas.back().first;
    return kNone;
}

SheetPlan make_plan(const Header& header, const SheetMap& map, const PlanWishes& wishes) {
    Builder builder{map, wishes};
    SheetPlan& plan = builder.plan;
    plan.sheet = wishes.sheet;
    plan.layout = map.layout;
    plan.last_header_row = header.last_row;
    for (const HeaderCell& cell : header.cells) {
        plan.headers.resize(cell.column + 1);
        plan.headers[cell.column] = cell.path();
    }
    builder.add_slots();
    builder.add_columns();
    builder.mark_joined(plan.shared);
    builder.mark_joined(plan.own);
    plan.household_by_head = map.layout && map.layout->household_by_head && !plan.number;
    plan.has_household = plan.number || plan.household_by_head;
    for (const CellPlan& cell : plan.own)
        if (cell.field == plan.slots[cell.slot].relation &&
            plan.slots[cell.slot].entity->name == "person")
            plan.has_relation = true;
    note_identity(plan);
    std::ranges::sort(plan.areas, {}, &std::pair<std::size_t, DivisionLevel>::second);
    return builder.plan;
}

}  // namespace tz::intake
