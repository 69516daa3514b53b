#include "app/import/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "domain/catalog.h"
#include "sheet/reader.h"

namespace tz::intake {
namespace {

constexpr std::string_view kNotGuessed[] = {"import_batch", "column_alias", "problem"};
constexpr std::size_t kGuessMin = 2;  // columns of one register that make a sheet readable

std::vector<std::string> paths_of(const Header& header) {
    std::vector<std::string> paths;
    for (const HeaderCell& cell : header.cells) paths.push_back(cell.path());
    return paths;
}

// The answer given for a column by its path, its name or its letter.
const std::string* find_answer(const Answers& answers, const HeaderCell& cell) {
    for (const std::string& key :
         {header_key(cell.path()), cell.key, sheet::column_name(cell.column)}) {
        const auto it = answers.find(key);
        if (it != answers.end()) return &it->second;
    }
    return nullptr;
}

struct Placer {
    const Header& header;
    const MappingWishes& wishes;
    SheetMap& map;
    std::map<std::string, std::size_t> seen{};  // path → columns so far

    void place_all() {
        for (const HeaderCell& cell : header.cells) map.columns.push_back(place(cell));
    }
    MappedColumn place(const HeaderCell& cell);
    bool obey(const std::string& answer, MappedColumn& column, Text by);
    bool by_pack(const HeaderCell& cell, MappedColumn& column) const;
    std::vector<Place> by_layout(const HeaderCell& cell, std::size_t occurrence) const;
};

Text placed_reason(const Place& place, const HeaderCell& cell) {
    if (place.role == PlaceRole::kDivisionName) return {"所在地名称", "name of the area"};
    if (place.role == PlaceRole::kHoldsFrom) return {"数据日期", "day of the data"};
    const Field& field = place.entity->fields[place.field];
    if (header_key(field.label) == cell.key)
        return {fmt::format("列名即“{}”", field.label), "by its label"};
    return {fmt::format("“{}”的另一种写法", field.label), fmt::format("as \"{}\"", field.name)};
}

bool Placer::obey(const std::string& answer, MappedColumn& column, Text by) {
    if (answer == "-") {
        column.fate = ColumnFate::kIgnored;
        column.reason = std::move(by);
        return true;
    }
    const Target target = find_target(answer);
    if (target.entity == nullptr) return false;
    column.fate = ColumnFate::kPlaced;
    column.reason = std::move(by);
    column.places = {Place{.entity = target.entity, .field = target.field}};
    if (std::ranges::find(map.feeds, target.entity, &Feed::entity) == map.feeds.end())
        map.feeds.push_back({target.entity, target.entity->key.empty()
                                                ? std::string_view()
                                                : target.entity->key.front()});
    return true;
}

// Places of the layout, or of the one register a guessed sheet feeds.
std::vector<Place> Placer::by_layout(const HeaderCell& cell, std::size_t occurrence) const {
    if (map.layout != nullptr) return place_header(*map.layout, cell.path(), occurrence);
    std::vector<Place> places = guess_header(cell.text);
    std::erase_if(places, [&](const Place& place) {
        return place.role == PlaceRole::kField &&
               std::ranges::find(map.feeds, place.entity, &Feed::entity) == map.feeds.end();
    });
    return places;
}

// A column that a pack adds to a register that the sheet feeds.
bool Placer::by_pack(const HeaderCell& cell, MappedColumn& column) const {
    for (const AddedField& added : wishes.added) {
        const bool fed =
            std::ranges::find(map.feeds, added.entity, &Feed::entity) != map.feeds.end();
        if (!fed || header_key(added.field->label) != cell.key) continue;
        column.added = added;
        column.fate = ColumnFate::kPlaced;
        column.reason = {fmt::format("政策包给{}加的栏目", added.entity->label),
                         fmt::format("a column that a pack adds to {}", added.entity->name)};
        return true;
    }
    return false;
}

MappedColumn Placer::place(const HeaderCell& cell) {
    MappedColumn column{cell.column, cell.path(), {}, 0, {}, ColumnFate::kUnplaced, {}};
    const std::size_t occurrence = ++seen[cell.group_key + "/" + cell.key];
    if (const std::string* answer = find_answer(wishes.answers, cell))
        if (obey(*answer, column, {"按本次的列对照", "by the mapping given"})) return column;
    if (const std::string* answer = find_answer(wishes.learnt, cell))
        if (obey(*answer, column, {"按以往的列对照", "by what was learnt of this source"}))
            return column;
    column.places = by_layout(cell, occurrence);
    if (column.places.empty() && by_pack(cell, column)) return column;
    if (column.places.empty()) {
        column.reason = {"登记册里没有叫这个名字的栏目", "no register has a field of this name"};
        return column;
    }
    if (column.places[0].role == PlaceRole::kIgnored) {
        column.fate = ColumnFate::kIgnored;
        column.reason = {"只是序号，不需要保存", "a row number, not kept"};
        column.places.clear();
        return column;
    }
    column.fate = ColumnFate::kPlaced;
    column.reason = placed_reason(column.places[0], cell);
    return column;
}

ImportIssue column_issue(IssueKind kind, const MappedColumn& column, Text reason, Text action) {
    ImportIssue issue;
    issue.kind = kind;
    issue.column = sheet::column_name(column.column);
    issue.header = column.header;
    issue.reason = std::move(reason);
    issue.action = std::move(action);
    return issue;
}

bool is_member_field(const Layout* layout, const Place& place) {
    if (layout == nullptr || layout->shape != Shape::kMembers) return false;
    return place.role == PlaceRole::kField &&
           std::ranges::any_of(layout->member_fields, [&](std::string_view name) {
               const Target target = find_target(name);
               return target.entity == place.entity && target.field == place.field;
           });
}

// The columns of members come again and again: the k-th of a field belongs to the k-th member.
void number_members(SheetMap& map) {
    std::map<std::string, std::size_t> count;
    for (MappedColumn& column : map.columns)
        if (!column.places.empty() && is_member_field(map.layout, column.places[0]))
            column.repeat = ++count[place_name(column.places[0])];
}

bool takes_many(const Place& place) {
    return place.role == PlaceRole::kField &&
           place.entity->fields[place.field].type == Type::kChoices;
}

bool is_exact(const MappedColumn& column) {
    const Place& place = column.places[0];
    return place.role == PlaceRole::kField &&
           header_key(column.header) == header_key(place.entity->fields[place.field].label);
}

void report_twice(SheetMap& map, const MappedColumn& first, const MappedColumn& second) {
    const std::string a = sheet::column_name(first.column), b = sheet::column_name(second.column);
    map.why = {fmt::format("{}列和{}列都叫“{}”，分不清该取哪一列", a, b, second.header),
               fmt::format("columns {} and {} are both called \"{}\"", a, b, second.header)};
    map.issues.push_back(column_issue(
        IssueKind::kRefusal, second, map.why,
        {fmt::format("删去多余的一列，或在 --map 文件里写“{} = -”不要其中一列", b),
         fmt::format("remove one, or leave it out with \"{} = -\" in the --map file", b)}));
    map.is_usable = false;
}

void report_same_place(SheetMap& map, const MappedColumn& kept, MappedColumn& other) {
    const std::string a = sheet::column_name(kept.column);
    const std::string place = place_name(kept.places[0]);
    other.fate = ColumnFate::kUnplaced;
    other.places.clear();
    other.reason = {fmt::format("与{}列“{}”说的是同一项，只取{}列", a, kept.header, a),
                    fmt::format("column {} \"{}\" is the same item and is taken", a, kept.header)};
    map.issues.push_back(column_issue(IssueKind::kQuestion, other, other.reason,
                                      {"在 --map 文件里说明它是哪一项，或用“-”不要它",
                                       "say in the --map file what it is, or \"-\""}));
}

// No two columns may feed one field, except the numbered columns of a field with many choices.
void check_columns(SheetMap& map) {
    std::map<std::string, MappedColumn*> taken;
    for (MappedColumn& column : map.columns) {
        if (column.places.empty()) continue;
        const std::string key = fmt::format("{}#{}", place_name(column.places[0]), column.repeat);
        const auto [it, is_first] = taken.emplace(key, &column);
        if (is_first) continue;
        MappedColumn& other = *it->second;
        if (header_key(other.header) == header_key(column.header)) {
            report_twice(map, other, column);
        } else if (!takes_many(column.places[0])) {
            const bool is_better = is_exact(column) && !is_exact(other);
            report_same_place(map, is_better ? column : other, is_better ? other : column);
            if (is_better) it->second = &column;
        }
    }
}

void ask_about_unplaced(SheetMap& map) {
    for (const MappedColumn& column : map.columns)
        if (column.fate == ColumnFate::kUnplaced && column.reason.en.starts_with("no register"))
            map.issues.push_back(column_issue(
                IssueKind::kQuestion, column,
                {fmt::format("不知道“{}”列放到哪里，没有导入", column.header),
                 fmt::format("column \"{}\" has no place and is not imported", column.header)},
                {"在 --map 文件里写“列名 = 登记册.字段”，或“列名 = -”不要它",
                 "write \"header = register.field\" in the --map file, or \"header = -\""}));
}

// The register that knows most of the headers.
const Entity* guess_register(const Header& header) {
    std::map<const Entity*, std::set<std::size_t>> known;
    for (const HeaderCell& cell : header.cells)
        for (const Place& place : guess_header(cell.text))
            if (place.role == PlaceRole::kField) known[place.entity].insert(place.field);
    const Entity* best = nullptr;
    std::size_t most = kGuessMin - 1;
    for (const Entity* entity : catalog()) {
        const bool is_internal =
            std::ranges::find(kNotGuessed, entity->name) != std::end(kNotGuessed);
        if (is_internal || known[entity].size() <= most) continue;
        best = entity;
        most = known[entity].size();
    }
    return best;
}

bool is_placed(const SheetMap& map, const Entity& entity, std::string_view field_name) {
    const std::size_t field = entity.index(field_name);
    return std::ranges::any_of(map.columns, [&](const MappedColumn& column) {
        return std::ranges::any_of(column.places, [&](const Place& place) {
            return place.role == PlaceRole::kField && place.entity == &entity &&
                   place.field == field;
        });
    });
}

bool has_area(const SheetMap& map) {
    return std::ranges::any_of(map.columns, [](const MappedColumn& column) {
        return !column.places.empty() && column.places[0].role == PlaceRole::kDivisionName;
    });
}

// A guessed sheet is of use when the columns that tell its records apart are there.
bool has_identity(const SheetMap& map, const Entity& entity) {
    return std::ranges::all_of(entity.key, [&](std::string_view name) {
        return name == "year" || is_placed(map, entity, name) ||
               (entity.fields[entity.index(name)].is_scope && has_area(map));
    });
}

std::string labels(const Entity& entity, std::span<const std::string_view> names) {
    std::vector<std::string> parts;
    for (const std::string_view name : names)
        parts.emplace_back(entity.fields[entity.index(name)].label);
    return join(parts, "、");
}

void use_layout(SheetMap& map, const Layout& layout, const MappingWishes& wishes) {
    map.layout = &layout;
    map.feeds.assign(layout.feeds.begin(), layout.feeds.end());
    map.is_usable = true;
    map.why = wishes.layout ? Text{"按指定的表式", "the layout that was asked for"}
                            : Text{"按列名和标题认出", "recognised by its columns and title"};
}

void refuse(SheetMap& map, Text reason, Text action) {
    map.why = reason;
    ImportIssue issue;
    issue.kind = IssueKind::kRefusal;
    issue.reason = std::move(reason);
    issue.action = std::move(action);
    map.issues.push_back(std::move(issue));
    map.is_usable = false;
}

void refuse_other_kind(SheetMap& map, const Layout& wanted, const Layout* looks_like) {
    const std::string zh =
        looks_like ? fmt::format("更像“{}”", looks_like->title) : std::string("也不像其他认得的表");
    const std::string en =
        looks_like ? fmt::format("it looks like {}", looks_like->name) : "nor any other known";
    refuse(map,
           {fmt::format("这张表不是“{}”，{}", wanted.title, zh),
            fmt::format("this sheet is not {}: {}", wanted.name, en)},
           {"核对是否发错了文件，或去掉 --layout 让程序自己认",
            "check the file, or leave out --layout"});
}

void use_guess(SheetMap& map, const Header& header) {
    const Entity* entity = guess_register(header);
    if (entity == nullptr)
        return refuse(
            map, {"没有哪个登记册认得这些列", "no register knows these columns"},
            {"核对是否发错了文件，或用 --map 逐列指定", "check the file, or map its columns"});
    map.feeds = {{entity, entity->key.empty() ? std::string_view() : entity->key[0]}};
    map.why = {fmt::format("没有见过的表，按列名归入“{}”", entity->label),
               fmt::format("an unknown layout, taken as {} by its columns", entity->name)};
    map.is_usable = true;
}

}  // namespace

std::string place_name(const Place& place) {
    if (place.role == PlaceRole::kDivisionName)
        return fmt::format("division.level_{}", static_cast<int>(place.level));
    if (place.role == PlaceRole::kHoldsFrom) return "holds_from";
    if (place.entity == nullptr) return {};
    return fmt::format("{}.{}", place.entity->name, place.entity->fields[place.field].name);
}

bool is_known_label(std::string_view key) { return !guess_header(key).empty(); }

SheetMap map_columns(const Header& header, const MappingWishes& wishes) {
    SheetMap map;
    const std::vector<std::string> paths = paths_of(header);
    const Layout* found = recognise_layout(wishes.title, paths);
    const Layout* layout = wishes.layout ? wishes.layout : found;
    if (wishes.layout && found != wishes.layout && !fits(*wishes.layout, paths)) {
        refuse_other_kind(map, *wishes.layout, found);
    } else if (layout) {
        use_layout(map, *layout, wishes);
    } else {
        use_guess(map, header);
    }
    if (map.feeds.empty() && wishes.answers.empty()) return map;
    Placer{header, wishes, map}.place_all();
    number_members(map);
    const bool was_usable = map.is_usable;
    check_columns(map);
    ask_about_unplaced(map);
    if (was_usable && map.layout == nullptr && !has_identity(map, *map.feeds[0].entity)) {
        const Entity& entity = *map.feeds[0].entity;
        refuse(map,
               {fmt::format("像“{}”，但缺少“{}”列，认不出是哪一条", entity.label,
                            labels(entity, entity.key)),
                fmt::format("looks like {}, but lacks a column that tells records apart ({})",
                            entity.name, join({entity.key.begin(), entity.key.end()}, ", "))},
               {"补上这些列，或用 --map 指定", "add these columns or map them"});
    }
    return map;
}

}  // namespace tz::intake
