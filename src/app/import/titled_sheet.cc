#include "app/import/titled_sheet.h"

#include <algorithm>

#include "app/import/import.h"
#include "sheet/reader.h"

namespace tz::intake {

std::size_t find_column(const Header& header, std::string_view title) {
    const auto it = std::ranges::find(header.cells, title, &HeaderCell::key);
    return it == header.cells.end() ? kNone : it->column;
}

SheetPlan titled_plan(const Header& header, std::span<const std::string_view> titles,
                      const Text& of, const Text& not_of, SheetReport& report) {
    SheetPlan plan;
    plan.sheet = report.name;
    plan.last_header_row = header.last_row;
    for (const HeaderCell& cell : header.cells) {
        plan.headers.resize(cell.column + 1);
        plan.headers[cell.column] = cell.path();
        const bool is_known = std::ranges::find(titles, cell.key) != titles.end();
        report.columns.push_back({sheet::column_name(cell.column),
                                  cell.path(),
                                  is_known ? ColumnFate::kPlaced : ColumnFate::kIgnored,
                                  {},
                                  is_known ? of : not_of});
    }
    return plan;
}

std::size_t slot_for(SheetPlan& plan, const Entity& entity) {
    const auto slot = std::ranges::find(plan.slots, &entity, &Slot::entity);
    if (slot != plan.slots.end()) return static_cast<std::size_t>(slot - plan.slots.begin());
    Slot made;
    made.entity = &entity;
    made.command = std::string(entity.name) + ".put";
    const auto position = [&](std::string_view name) {
        const std::size_t i = entity.index(name);
        return i < entity.fields.size() ? i : kNone;
    };
    made.name = position("name");
    made.number = position(entity.name == "household" ? "number" : "household_number");
    made.id_number = position("id_number");
    plan.slots.push_back(std::move(made));
    return plan.slots.size() - 1;
}

}  // namespace tz::intake
