#include "app/ledger/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <iterator>
#include <map>

#include "app/ledger/places.h"
#include "app/ledger/problem_fields.h"
#include "schema/convert.h"
#include "sheet/writer.h"

namespace tz {
namespace {

using namespace problem_field;
using sheet::Column;
using sheet::Kind;
using sheet::SheetSpec;

// Enough for a county's year; more is asked for in parts, by division.
constexpr std::size_t kItemsMax = 1'000'000;

struct Ledger {
    Places places;
    std::vector<Record> items{};  // in order of division, then number
    Date as_of{};
    std::string unit{};
};

Division place_of(const Record& item) { return {as_int(item.values[kDivisionOf])}; }

Result<Ledger> load(Store& store, const ExportOptions& options) {
    const Scope scope = Scope::of(options.division);
    ASSIGN_OR_RETURN(Places places, Places::load(store, scope));
    ASSIGN_OR_RETURN(auto transaction, store.begin(Access::kRead));
    Query query;
    query.limit = kItemsMax;
    ASSIGN_OR_RETURN(auto items, transaction->find(kProblem, query, scope));
    if (!options.with_closed)
        std::erase_if(
            items, [](const Record& item) { return as_int(item.values[kState]) == kStateClosed; });
    std::ranges::sort(items, {}, [](const Record& item) {
        return std::pair(as_int(item.values[kDivisionOf]),
                         is_known(item.values[kItemNumber]) ? as_int(item.values[kItemNumber]) : 0);
    });
    Division area = options.division;
    if (area == Division{} && !items.empty())
        area = common_area(place_of(items.front()), place_of(items.back()));
    const std::string unit = options.unit.empty() ? places.name(area) : options.unit;
    return Ledger{std::move(places), std::move(items), options.as_of, unit};
}

std::string chinese_date(Date day) {
    const CivilDate date = civil(day);
    return fmt::format("{}年{}月{}日", date.year, date.month, date.day);
}

std::string shown(const Record& item, std::size_t field) {
    return show_value(kProblem.fields[field], item.values[field]);
}

bool is_overdue(const Record& item, Date today) {
    const std::int64_t state = as_int(item.values[kState]);
    return (state == kStateOpen || state == kStateInRectification) && is_known(item.values[kDue]) &&
           as_int(item.values[kDue]) < today.days;
}

// A line of a summary: how many items in which state.
struct Tally {
    std::int64_t all = 0;
    std::map<std::int64_t, std::int64_t> by_state{};
    std::int64_t overdue = 0;
    void add(const Record& item, Date today) {
        ++all;
        ++by_state[as_int(item.values[kState])];
        overdue += is_overdue(item, today) ? 1 : 0;
    }
};

Value whole(std::int64_t number) { return number; }

SheetSpec summary_spec(const Ledger& ledger, std::string name, std::string first) {
    SheetSpec spec;
    spec.name = name;
    spec.title = fmt::format("{}问题整改{}", ledger.unit, name);
    spec.subtitle = {"填报单位:" + ledger.unit, chinese_date(ledger.as_of), "单位:个、%"};
    spec.columns = {{.title = std::move(first), .width = 24}};
    for (const char* title :
         {"问题总数", "待整改", "整改中", "待验收", "已销号", "已豁免", "已逾期"})
        spec.columns.push_back(
            {.title = title, .width = 11, .kind = Kind::kNumber, .centred = true});
    spec.columns.push_back(
        {.title = "销号率%", .width = 11, .kind = Kind::kNumber, .decimals = 1, .centred = true});
    return spec;
}

std::vector<Value> summary_row(const std::string& name, const Tally& tally) {
    std::vector<Value> row = {name, whole(tally.all)};
    for (const std::int64_t state :
         {kStateOpen, kStateInRectification, kStateDataHold, kStateClosed, kStateExempted}) {
        const auto it = tally.by_state.find(state);
        row.push_back(whole(it == tally.by_state.end() ? 0 : it->second));
    }
    row.push_back(whole(tally.overdue));
    const auto closed = tally.by_state.find(kStateClosed);
    row.push_back(whole(closed == tally.by_state.end() ? 0 : closed->second * 1000 / tally.all));
    return row;
}

Status write_summary(sheet::Writer& writer, const Ledger& ledger, const std::string& name,
                     const std::string& first,
                     const std::function<std::string(const Record&)>& key) {
    RETURN_IF_ERROR(writer.add_sheet(summary_spec(ledger, name, first)));
    std::vector<std::string> order;
    std::map<std::string, Tally> tallies;
    Tally total;
    for (const Record& item : ledger.items) {
        const std::string group = key(item);
        if (!tallies.contains(group)) order.push_back(group);
        tallies[group].add(item, ledger.as_of);
        total.add(item, ledger.as_of);
    }
    for (const std::string& group : order)
        RETURN_IF_ERROR(writer.append(summary_row(group, tallies[group])));
    if (total.all > 0) RETURN_IF_ERROR(writer.append(summary_row("合计", total)));
    return ok();
}

// A column of the ledger sheet: a field of the item, or a text made from it.
struct LedgerColumn {
    Column column{};
    std::size_t field = 0;
    std::string (*make)(const Ledger&, const Record&) = nullptr;
};

std::string township_of(const Ledger& ledger, const Record& item) {
    return ledger.places.township(place_of(item));
}
std::string village_of(const Ledger& ledger, const Record& item) {
    return ledger.places.village(place_of(item));
}
std::string remark_of(const Ledger& ledger, const Record& item) {
    std::string out = shown(item, kExemptionReason);
    if (!out.empty()) out = fmt::format("豁免至{}:{}", shown(item, kExemptedUntil), out);
    if (is_overdue(item, ledger.as_of)) out += out.empty() ? "已逾期" : ";已逾期";
    const std::string reopened = shown(item, kReopenedCount);
    if (!reopened.empty()) out += fmt::format("{}反弹{}次", out.empty() ? "" : ";", reopened);
    return out;
}

// A long list of values makes a row that fills a page; the register keeps all of it.
std::string facts_of(const Ledger&, const Record& item) {
    constexpr std::size_t kCharactersMax = 60;
    const std::u32string text = to_code_points(shown(item, kFacts));
    if (text.size() <= kCharactersMax) return to_utf8(text);
    return to_utf8(text.substr(0, kCharactersMax)) + "…";
}

std::vector<LedgerColumn> ledger_columns() {
    return {
        {{.title = "序号", .width = 6, .kind = Kind::kNumber, .centred = true},
         kItemNumber,
         nullptr},
        {{.title = "乡镇", .width = 9, .wrap = true}, 0, township_of},
        {{.title = "村", .width = 9, .wrap = true}, 0, village_of},
        {{.title = "户编号", .width = 18}, kHouseholdNumber, nullptr},
        {{.title = "户主", .width = 8}, kHeadName, nullptr},
        {{.title = "问题对象", .width = 9, .wrap = true}, kSubject, nullptr},
        {{.title = "依据", .width = 11, .wrap = true}, kAddress, nullptr},
        {{.title = "问题", .width = 28, .wrap = true}, kDescription, nullptr},
        {{.title = "涉及数据", .width = 34, .wrap = true}, 0, facts_of},
        {{.title = "责任部门", .width = 12, .wrap = true}, kOwner, nullptr},
        {{.title = "责任人", .width = 8, .wrap = true}, kResponsible, nullptr},
        {{.title = "发现日期", .width = 11, .kind = Kind::kDate, .centred = true},
         kOpenedOn,
         nullptr},
        {{.title = "整改时限", .width = 11, .kind = Kind::kDate, .centred = true}, kDue, nullptr},
        {{.title = "整改状态", .width = 10, .wrap = true, .centred = true}, kState, nullptr},
        {{.title = "完成情况", .width = 12, .wrap = true}, kOutcome, nullptr},
        {{.title = "销号时间", .width = 11, .kind = Kind::kDate, .centred = true},
         kClosedOn,
         nullptr},
        {{.title = "备注", .width = 12, .wrap = true}, 0, remark_of},
    };
}

Value cell_of(const LedgerColumn& column, const Ledger& ledger, const Record& item) {
    if (column.make != nullptr) return column.make(ledger, item);
    if (column.column.kind != Kind::kText) return item.values[column.field];
    return shown(item, column.field);
}

Status write_items(sheet::Writer& writer, const Ledger& ledger) {
    const std::vector<LedgerColumn> columns = ledger_columns();
    SheetSpec spec;
    spec.name = "问题台账";
    spec.title = ledger.unit + "问题整改台账";
    spec.subtitle = {"填报单位:" + ledger.unit, chinese_date(ledger.as_of)};
    spec.filter = true;
    spec.frozen_columns = 3;
    for (const LedgerColumn& column : columns) spec.columns.push_back(column.column);
    RETURN_IF_ERROR(writer.add_sheet(spec));
    std::vector<Value> row(columns.size());
    for (const Record& item : ledger.items) {
        for (std::size_t i = 0; i < columns.size(); ++i) row[i] = cell_of(columns[i], ledger, item);
        RETURN_IF_ERROR(writer.append(row));
    }
    return ok();
}

std::string masked(const std::string& number) {
    if (number.size() < 12) return number;
    return number.substr(0, 6) + "********" + number.substr(14);
}

SheetSpec fix_spec(const Ledger& ledger, Division village) {
    constexpr std::string_view kHidden[] = {"问题编号", "登记册", "记录号", "版本", "规则"};
    constexpr std::string_view kOpen[] = {"更正值", "情况说明", "完成日期", "责任人"};
    constexpr std::pair<std::string_view, double> kWidths[] = {
        {"序号", 6},      {"乡镇", 10},     {"村", 10},      {"户编号", 18},
        {"证件号码", 20}, {"问题", 26},     {"字段", 16},    {"现值", 14},
        {"更正值", 16},   {"情况说明", 18}, {"完成日期", 12}};
    SheetSpec spec;
    spec.name = "整改单";
    spec.title = ledger.places.full(village) + "问题整改单";
    spec.subtitle = {"只填“更正值”以后各列;要清除现值请填“清空”", chinese_date(ledger.as_of)};
    spec.protect = true;
    for (const std::string_view title : kFixColumns) {
        const auto width =
            std::ranges::find(kWidths, title, &std::pair<std::string_view, double>::first);
        spec.columns.push_back({.title = std::string(title),
                                .width = width == std::end(kWidths) ? 10 : width->second,
                                .wrap = true,
                                .locked = std::ranges::find(kOpen, title) == std::end(kOpen),
                                .hidden = std::ranges::find(kHidden, title) != std::end(kHidden)});
    }
    return spec;
}

constexpr std::size_t kCorrection = 15;
static_assert(kFixColumns[kCorrection] == "更正值");

// What a clerk may put in: the labels of a choice, 是 and 否.
std::vector<std::string> choices_of(const Field& field) {
    if (field.type == Type::kBool) return {"是", "否", "清空"};
    if (field.type != Type::kChoice) return {};
    std::vector<std::string> out;
    for (const Choice& choice : field.codes->choices) out.emplace_back(choice.label);
    out.emplace_back("清空");
    return out;
}

// Writes the items of one village; each item has a row for every field that could be corrected.
class FixSheet {
  public:
    FixSheet(const Ledger& ledger, Catalog catalog, Transaction& transaction, const Scope& scope)
        : ledger_(ledger), catalog_(catalog), transaction_(transaction), scope_(scope) {}

    Result<ExportFile> write(Division village, std::span<const Record* const> items) {
        sheet::Writer writer;
        RETURN_IF_ERROR(writer.add_sheet(fix_spec(ledger_, village)));
        for (const Record* item : items) RETURN_IF_ERROR(write_item(writer, *item));
        ASSIGN_OR_RETURN(std::string bytes, writer.finish());
        return ExportFile{fmt::format("整改单_{}_{}.xlsx", ledger_.places.township(village),
                                      ledger_.places.village(village)),
                          std::move(bytes), static_cast<std::int64_t>(items.size())};
    }

  private:
    Status write_item(sheet::Writer& writer, const Record& item) {
        const Entity* entity = find_entity(catalog_, as_text(item.values[kRegister]));
        const auto id = parse_id(as_text(item.values[kRecord]));
        if (entity == nullptr || !id) return ok();
        ASSIGN_OR_RETURN(const auto record, transaction_.get(*entity, *id, scope_));
        if (!record) return ok();
        bool has_field = false;
        for (const std::string_view name : split(text_or_empty(item.values[kFields]), ','))
            if (const Field* field = entity->find(name)) {
                RETURN_IF_ERROR(write_row(writer, item, *entity, *record, field));
                has_field = true;
            }
        return has_field ? ok() : write_row(writer, item, *entity, *record, nullptr);
    }

    Status write_row(sheet::Writer& writer, const Record& item, const Entity& entity,
                     const Record& record, const Field* field) {
        const Division place = place_of(item);
        std::string now;
        if (field != nullptr) {
            now = show_value(*field, record.values[entity.index(field->name)]);
            if (now.empty()) now = unread_text(record, field->name);
            if (const auto list = choices_of(*field); !list.empty())
                RETURN_IF_ERROR(writer.offer(kCorrection, list));
        }
        const std::vector<Value> row = {
            shown(item, kItemNumber),
            to_string(item.id),
            std::string(entity.name),
            to_string(record.id),
            std::to_string(record.version),
            ledger_.places.township(place),
            ledger_.places.village(place),
            shown(item, kHouseholdNumber),
            shown(item, kHeadName),
            shown(item, kSubject),
            masked(shown(item, kIdNumber)),
            shown(item, kRule),
            fmt::format("{} {}", shown(item, kAddress), shown(item, kDescription)),
            std::string(field ? field->label : ""),
            now,
            Value{},
            Value{},
            Value{},
            shown(item, kResponsible)};
        return writer.append(row);
    }

    const Ledger& ledger_;
    Catalog catalog_;
    Transaction& transaction_;
    Scope scope_;
};

bool needs_fixing(const Record& item) {
    const std::int64_t state = as_int(item.values[kState]);
    return state == kStateOpen || state == kStateInRectification;
}

struct Village {
    Division division{};
    std::vector<const Record*> items{};
};

std::vector<Village> villages_to_fix(const Ledger& ledger) {
    std::map<Division, std::vector<const Record*>> found;
    for (const Record& item : ledger.items)
        if (needs_fixing(item)) found[place_of(item)].push_back(&item);
    std::vector<Village> out;
    for (auto& [division, items] : found) out.push_back({division, std::move(items)});
    return out;
}

Result<std::vector<ExportFile>> write_villages(FixSheet sheet, std::span<const Village> villages) {
    std::vector<ExportFile> files;
    for (const Village& village : villages) {
        ASSIGN_OR_RETURN(ExportFile file, sheet.write(village.division, village.items));
        files.push_back(std::move(file));
    }
    return files;
}

}  // namespace

Result<ExportFile> export_ledger(Store& store, Catalog, const ExportOptions& options) {
    ASSIGN_OR_RETURN(const Ledger ledger, load(store, options));
    sheet::Writer writer;
    RETURN_IF_ERROR(write_items(writer, ledger));
    RETURN_IF_ERROR(write_summary(writer, ledger, "乡镇汇总", "乡镇",
                                  [&](const Record& item) { return township_of(ledger, item); }));
    RETURN_IF_ERROR(write_summary(writer, ledger, "部门汇总", "责任部门",
                                  [](const Record& item) { return shown(item, kOwner); }));
    ASSIGN_OR_RETURN(std::string bytes, writer.finish());
    return ExportFile{ledger.unit + "问题整改台账.xlsx", std::move(bytes),
                      static_cast<std::int64_t>(ledger.items.size())};
}

// Half of the villages are written by a second thread with a transaction of its own.
Result<std::vector<ExportFile>> export_fix_sheets(Store& store, Catalog catalog,
                                                  const ExportOptions& options) {
    ASSIGN_OR_RETURN(const Ledger ledger, load(store, options));
    const std::vector<Village> villages = villages_to_fix(ledger);
    const std::span<const Village> all(villages);
    const std::size_t half = all.size() / 2;
    ASSIGN_OR_RETURN(const auto here, store.begin(Access::kRead));
    ASSIGN_OR_RETURN(const auto beside, store.begin(Access::kRead));
    const Scope scope = Scope::of(options.division);
    auto second = std::async(std::launch::async, write_villages,
                             FixSheet(ledger, catalog, *beside, scope), all.subspan(half));
    auto first = write_villages(FixSheet(ledger, catalog, *here, scope), all.first(half));
    ASSIGN_OR_RETURN(std::vector<ExportFile> files, second.get());
    if (!first) return first.error();
    first->insert(first->end(), std::make_move_iterator(files.begin()),
                  std::make_move_iterator(files.end()));
    return first;
}

}  // namespace tz
