// From the top of a file to what is read of each row.
#include <fmt/format.h>

#include <algorithm>

#include "app/cross_check/list.h"
#include "base/text.h"
#include "domain/person/person.h"

namespace tz::cross_check {
namespace {

using intake::kNone;

std::string letter(std::size_t column) {
    return column == kNone ? std::string() : sheet::column_name(column);
}

const Layout* find_wished(const std::string& name) {
    return name.empty() ? nullptr : find_layout(name);
}

struct Sheet {
    intake::Header header{};
    intake::SheetMap map{};
    intake::SheetPlan plan{};
};

Result<Sheet> plan_sheet(sheet::Reader& reader, std::size_t position, std::string_view file_name,
                         const ListOptions& options) {
    Sheet out;
    ASSIGN_OR_RETURN(const auto head, intake::read_head(reader, position));
    ASSIGN_OR_RETURN(out.header,
                     intake::find_header(reader, position, head, intake::is_known_label, 0));
    const std::string& name = reader.sheets()[position].name;
    intake::MappingWishes wishes{find_wished(options.layout), {}, options.answers, options.learnt};
    wishes.title = fmt::format("{} {} {}", file_name, name, join(out.header.titles, " "));
    if (out.header.cells.empty()) return out;
    out.map = intake::map_columns(out.header, wishes);
    out.plan = intake::make_plan(out.header, out.map, {name, options.today, {}, 0});
    return out;
}

bool has_cell(const Sheet& sheet, const Entity& entity, std::size_t field) {
    for (const auto* cells : {&sheet.plan.own, &sheet.plan.shared})
        for (const intake::CellPlan& cell : *cells)
            if (cell.field == field && sheet.plan.slots[cell.slot].entity == &entity) return true;
    return false;
}

// The register whose persons a sheet holds: the very one that is compared, else one with a number
// of its own, else one with somebody's number (a head's, a borrower's).
const Entity* listed_entity(const Sheet& sheet, const Entity& against) {
    const Entity* best = nullptr;
    int most = 0;
    for (const intake::Slot& slot : sheet.plan.slots) {
        const Entity& entity = *slot.entity;
        if (!has_cell(sheet, entity, identity_of(entity).id_number)) continue;
        const int worth = &entity == &against ? 3 : entity.find("id_number") ? 2 : 1;
        if (worth > most) best = &entity;
        most = std::max(most, worth);
    }
    return best;
}

std::vector<std::size_t> placed_fields(const Sheet& sheet, const Entity& entity) {
    std::vector<std::size_t> fields;
    for (const auto* cells : {&sheet.plan.own, &sheet.plan.shared})
        for (const intake::CellPlan& cell : *cells)
            if (sheet.plan.slots[cell.slot].entity == &entity &&
                std::ranges::find(fields, cell.field) == fields.end())
                fields.push_back(cell.field);
    return fields;
}

// The fields that tell who a person of a row is; a wide row's head has columns of its own.
struct WhoFields {
    std::size_t id = 0;
    std::size_t name = 0;
    IdentityFields all{};
};
WhoFields who_fields(const intake::Slot& slot) {
    const Entity& entity = *slot.entity;
    const IdentityFields identity = identity_of(entity);
    if (slot.is_head) return {entity.index("head_id_number"), entity.index("head_name"), identity};
    return {identity.id_number, identity.name, identity};
}

void take_cell(PersonColumns& person, const WhoFields& who, const intake::CellPlan& cell,
               const Comparing& comparing) {
    if (cell.field == who.id) person.id = cell.column;
    if (cell.field == who.name) person.name = cell.column;
    if (cell.field == who.all.birth) person.birth = cell.column;
    if (cell.field == who.all.sex) person.sex = cell.column;
    for (std::size_t read = 0; read < comparing.reads.size(); ++read)
        if (comparing.read_fields[read] == cell.field)
            person.cells.push_back({cell.column, read, cell.reader});
}

PersonColumns person_columns(const intake::SheetPlan& plan, std::size_t slot,
                             const Comparing& comparing) {
    PersonColumns person;
    person.is_head = plan.slots[slot].is_head;
    const WhoFields who = who_fields(plan.slots[slot]);
    for (const auto* cells : {&plan.own, &plan.shared})
        for (const intake::CellPlan& cell : *cells)
            if (cell.slot == slot) take_cell(person, who, cell, comparing);
    for (const std::size_t field : comparing.read_fields) {
        Code code = kUnknown;
        for (const FieldValue& value : plan.slots[slot].implied)
            if (value.field == field) code = code_of(value.value);
        person.implied.push_back(code);
    }
    return person;
}

// Birth date and sex help to know a person, also where the list's own register has no such fields;
// so does a name under any heading ("学生姓名").
void take_person_columns(ListSheet& out, const intake::SheetMap& map) {
    if (out.people.size() != 1) return;
    PersonColumns& person = out.people[0];
    const IdentityFields who = identity_of(kPerson);
    for (const intake::MappedColumn& column : map.columns) {
        if (column.fate != ColumnFate::kUnplaced) continue;
        if (column.header.ends_with("姓名") && person.name == kNone) person.name = column.column;
        for (const Place& place : guess_header(column.header)) {
            if (place.entity != &kPerson) continue;
            if (place.field == who.birth && person.birth == kNone) person.birth = column.column;
            if (place.field == who.sex && person.sex == kNone) person.sex = column.column;
        }
    }
}

ListSheet list_sheet(const Sheet& sheet, std::size_t position, std::string name,
                     const Comparing& comparing) {
    ListSheet out{position, std::move(name), sheet.plan.last_header_row, sheet.plan.headers, {}};
    for (std::size_t slot = 0; slot < sheet.plan.slots.size(); ++slot) {
        if (sheet.plan.slots[slot].entity != comparing.list) continue;
        PersonColumns person = person_columns(sheet.plan, slot, comparing);
        if (person.id != kNone) out.people.push_back(std::move(person));
    }
    take_person_columns(out, sheet.map);
    return out;
}

// A list of persons need not tell which household they are of: only columns that can't be told
// apart keep a sheet from being compared.
bool is_usable(const Sheet& sheet) {
    const auto is_ambiguous = [](const ImportIssue& issue) {
        return issue.kind == IssueKind::kRefusal && !issue.column.empty();
    };
    if (sheet.map.is_usable) return true;
    return sheet.map.layout == nullptr && !sheet.map.feeds.empty() &&
           std::ranges::none_of(sheet.map.issues, is_ambiguous);
}

void note_columns(List& list, const Sheet& sheet, const std::string& name,
                  const PersonColumns* person) {
    for (const ImportIssue& issue : sheet.map.issues) {
        const bool is_read =
            person && (issue.column.empty() || issue.column == letter(person->birth) ||
                       issue.column == letter(person->sex));
        if (!is_read) list.notes.push_back({name, 0, issue.column, issue.header, issue.reason});
    }
}

void note_left_out(List& list, const std::string& name) {
    const std::string zh = name.empty() ? "这张表" : fmt::format("工作表“{}”", name);
    const std::string en = name.empty() ? "the sheet" : fmt::format("sheet \"{}\"", name);
    list.notes.push_back(
        {name, 0, {}, {}, {zh + "没有可比对的人员列，没有读", en + " has no columns of persons"}});
}

Error nobody_in(std::string_view file_name, const List& list) {
    std::string zh, en;
    for (const ListNote& note : list.notes) {
        zh += "；" + note.text.zh;
        en += "; " + note.text.en;
    }
    return invalid(fmt::format("“{}”里找不到证件号码列，无法比对{}；核对是否发错了文件，或用 "
                               "--layout 指定表式",
                               file_name, zh),
                   fmt::format("no column of ID numbers in \"{}\"{}; check the file or name its "
                               "layout with --layout",
                               file_name, en),
                   std::string(file_name));
}

Status check_layout(const std::string& name) {
    if (name.empty() || find_layout(name)) return ok();
    std::vector<std::string> names;
    for (const Layout& layout : layouts()) names.emplace_back(layout.name);
    const auto near = nearest(name, names);
    return invalid(fmt::format("没有名为“{}”的表式{}", name,
                               near ? fmt::format("，是不是“{}”？", *near) : std::string()),
                   fmt::format("no layout \"{}\"{}", name,
                               near ? fmt::format("; did you mean \"{}\"?", *near) : std::string()),
                   "--layout");
}

void take_sheet(List& list, const Sheet& sheet, std::size_t position, const std::string& name,
                const Entity& against, const Declared* declared) {
    const Entity* entity = is_usable(sheet) ? listed_entity(sheet, against) : nullptr;
    if (entity == nullptr || (list.comparing.list && list.comparing.list != entity)) {
        note_columns(list, sheet, name, nullptr);
        return note_left_out(list, name);
    }
    if (list.comparing.list == nullptr) {
        list.comparing = comparing(*entity, against, placed_fields(sheet, *entity), declared);
        list.layout = sheet.map.layout ? sheet.map.layout->name : entity->name;
        list.title = sheet.map.layout ? sheet.map.layout->title : entity->label;
    }
    list.sheets.push_back(list_sheet(sheet, position, name, list.comparing));
    note_columns(list, sheet, name, &list.sheets.back().people.front());
}

}  // namespace

Result<OpenList> open_list(std::string_view bytes, std::string_view file_name,
                           const Entity& against, const ListOptions& options) {
    RETURN_IF_ERROR(check_layout(options.layout));
    OpenList open;
    ASSIGN_OR_RETURN(open.reader, sheet::open(bytes, file_name));
    open.list.file = file_name;
    for (std::size_t i = 0; i < open.reader->sheets().size(); ++i) {
        if (open.reader->sheets()[i].hidden) continue;
        ASSIGN_OR_RETURN(const Sheet sheet, plan_sheet(*open.reader, i, file_name, options));
        take_sheet(open.list, sheet, i, open.reader->sheets()[i].name, against, options.declared);
    }
    if (open.list.sheets.empty()) return nobody_in(file_name, open.list);
    return open;
}

}  // namespace tz::cross_check
