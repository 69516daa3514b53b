#include "app/policy_run/grant_report.h"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <map>

#include "app/ledger/places.h"
#include "app/ledger/subject.h"
#include "base/money.h"
#include "domain/department/department.h"
#include "sheet/writer.h"

namespace tz {
namespace {

namespace json = boost::json;

constexpr std::size_t kRowsShown = 60;

std::string payer_label(const std::string& name) {
    const Choice* found = kDepartments.by_name(name);
    return found ? std::string(found->label) : name;
}

std::string in_yuan(std::int64_t fen) { return to_string(Money{fen}); }

GrantTotal total_of(const GrantRun& run) {
    GrantTotal all;
    for (const GrantLine& line : run.lines()) all.add(line);
    return all;
}

Value money(bool is_known, std::int64_t fen) { return is_known ? Value{fen} : Value{}; }

// What lines are gathered under, with their labels.
class Keys {
  public:
    Keys(Store& store, const GrantRun& run) : store_(store), run_(run) {}

    Status open() {
        const Scope scope = Scope::of(run_.options().division);
        ASSIGN_OR_RETURN(places_, Places::load(store_, scope));
        ASSIGN_OR_RETURN(reader_, store_.begin(Access::kRead));
        finder_ = std::make_unique<SubjectFinder>(*reader_, run_.packs().catalog, scope);
        return ok();
    }

    const Places& places() const { return places_; }
    const policy::Grant& grant(const GrantLine& line) const {
        return run_.packs().grants[line.grant];
    }
    Result<Subject> subject(const GrantLine& line) {
        return finder_->find(*grant(line).entity, line.record);
    }

    // Of whom a line is counted, without totals.
    Result<GrantRow> of(const GrantLine& line, GrantKey by) {
        const policy::Grant& what = grant(line);
        const Division village = at_level(line.division, DivisionLevel::kVillage);
        const std::string payer = payer_label(what.payer);
        if (by == GrantKey::kItem) return GrantRow{what.name, what.title, payer, {}};
        if (by == GrantKey::kPayer) return GrantRow{what.payer, payer, "", {}};
        if (by == GrantKey::kVillage)
            return GrantRow{to_string(village), places_.full(village), "", {}};
        ASSIGN_OR_RETURN(const Subject found, subject(line));
        const std::string& number = found.household_number;
        if (by == GrantKey::kHousehold) return GrantRow{number, found.head_name, number, {}};
        return GrantRow{to_string(line.record), found.name, number, {}};
    }

  private:
    Store& store_;
    const GrantRun& run_;
    Places places_;
    std::unique_ptr<Transaction> reader_;
    std::unique_ptr<SubjectFinder> finder_;
};

std::string_view word_of(GrantKey by) {
    constexpr std::string_view kWords[] = {"item", "payer", "village", "household", "person"};
    return kWords[static_cast<std::size_t>(by)];
}

json::object total_json(const GrantTotal& total) {
    return {{"entitled", total.entitled},      {"unknown", total.unknown},
            {"short_of", total.short_of},      {"undue", total.undue},
            {"amount", in_yuan(total.amount)}, {"received", in_yuan(total.received)},
            {"gap", in_yuan(total.gap)}};
}

// What lines say is to be done with them: one sheet each.
enum class Pile : std::uint8_t { kToSettle, kSettled, kUnknown };
constexpr std::string_view kPileNames[] = {"待补发核实", "其余应享", "缺数据"};

Pile pile_of(const GrantLine& line) {
    if (line.is_unknown) return Pile::kUnknown;
    const bool is_open = line.gap > 0 || line.is_undue() || line.is_received_unknown;
    return is_open ? Pile::kToSettle : Pile::kSettled;
}

// The title, the day, and the unit of the amounts, which is why headers need none.
sheet::SheetSpec sheet_of(const GrantRun& run, std::string_view name, const std::string& title) {
    sheet::SheetSpec spec;
    spec.name = name;
    spec.title = title;
    spec.subtitle = {"数据截至 " + to_string(run.options().as_of), "", "金额单位：元"};
    spec.filter = true;
    return spec;
}

sheet::SheetSpec lines_spec(const GrantRun& run, Pile pile, const std::string& title) {
    using sheet::Kind;
    const std::string_view name = kPileNames[static_cast<std::size_t>(pile)];
    sheet::SheetSpec spec = sheet_of(run, name, fmt::format("{}（{}）", title, name));
    spec.columns = {{.title = "乡镇", .width = 12, .wrap = true},
                    {.title = "村", .width = 18, .wrap = true},
                    {.title = "户编号", .width = 19},
                    {.title = "户主", .width = 9},
                    {.title = "享受人", .width = 9},
                    {.title = "补助", .width = 24, .wrap = true},
                    {.title = "发放部门", .width = 14, .wrap = true},
                    {.title = "应享", .width = 11, .kind = Kind::kMoney},
                    {.title = "已到位", .width = 11, .kind = Kind::kMoney},
                    {.title = "差额", .width = 11, .kind = Kind::kMoney},
                    {.title = "情况", .width = 18, .wrap = true}};
    return spec;
}

struct Heads {
    std::string_view label{};
    std::string_view of{};
    double label_width = 12;
    double of_width = 12;
};
constexpr Heads kHeads[] = {{"补助", "发放部门", 26, 16},
                            {"发放部门", "", 20, 4},
                            {"村", "", 30, 4},
                            {"户主", "户编号", 10, 20},
                            {"姓名", "户编号", 10, 20}};

sheet::SheetSpec totals_spec(const GrantRun& run, GrantKey by, const std::string& title) {
    using sheet::Kind;
    const Heads& heads = kHeads[static_cast<std::size_t>(by)];
    sheet::SheetSpec spec = sheet_of(run, "汇总", title + "汇总");
    spec.columns = {{.title = std::string(heads.label), .width = heads.label_width, .wrap = true},
                    {.title = std::string(heads.of), .width = heads.of_width, .wrap = true},
                    {.title = "应享人（户）次", .width = 16, .kind = Kind::kNumber},
                    {.title = "应享", .width = 14, .kind = Kind::kMoney},
                    {.title = "已到位", .width = 14, .kind = Kind::kMoney},
                    {.title = "差额", .width = 14, .kind = Kind::kMoney},
                    {.title = "未足额人（户）次", .width = 18, .kind = Kind::kNumber},
                    {.title = "不应享受而已领", .width = 16, .kind = Kind::kNumber},
                    {.title = "缺数据无法判定", .width = 16, .kind = Kind::kNumber}};
    return spec;
}

std::string_view state_of(const GrantLine& line, bool asks_received) {
    if (line.is_unknown) return "缺数据，无法判定";
    if (line.is_undue()) return "不应享受而已领";
    if (line.is_received_unknown) return "到位情况不明";
    if (!asks_received) return "应享受";
    if (line.gap == 0) return "已足额到位";
    return line.received > 0 ? "未足额到位" : "没有到位";
}

Status append(sheet::Writer& writer, Keys& keys, const GrantLine& line) {
    const policy::Grant& grant = keys.grant(line);
    ASSIGN_OR_RETURN(const Subject subject, keys.subject(line));
    const bool asks = grant.received >= 0;
    const bool is_known = !line.is_unknown, arrived = asks && !line.is_received_unknown;
    const std::vector<Value> cells = {keys.places().township(line.division),
                                      keys.places().village(line.division),
                                      subject.household_number,
                                      subject.head_name,
                                      subject.name,
                                      grant.title,
                                      payer_label(grant.payer),
                                      money(is_known, line.amount),
                                      money(arrived, line.received),
                                      money(is_known && arrived, line.gap),
                                      std::string(state_of(line, asks))};
    return writer.append(cells);
}

using Lines = std::vector<const GrantLine*>;

Result<std::vector<GrantRow>> total_rows(Keys& keys, const Lines& lines, GrantKey by) {
    std::vector<GrantRow> out;
    std::map<std::string, std::size_t> places;
    for (const GrantLine* line : lines) {
        ASSIGN_OR_RETURN(GrantRow row, keys.of(*line, by));
        const auto [it, is_new] = places.emplace(row.key, out.size());
        if (is_new) out.push_back(std::move(row));
        out[it->second].total.add(*line);
    }
    return out;
}

Status append(sheet::Writer& writer, const GrantRow& row) {
    const GrantTotal& total = row.total;
    const std::vector<Value> cells = {row.label,      row.of,         total.entitled,
                                      total.amount,   total.received, total.gap,
                                      total.short_of, total.undue,    total.unknown};
    return writer.append(cells);
}

Status add_totals(sheet::Writer& writer, Keys& keys, const GrantRun& run, const Lines& lines,
                  GrantKey by, const std::string& title) {
    ASSIGN_OR_RETURN(const auto rows, total_rows(keys, lines, by));
    RETURN_IF_ERROR(writer.add_sheet(totals_spec(run, by, title)));
    GrantRow all{"", "合计", "", {}};
    for (const GrantLine* line : lines) all.total.add(*line);
    for (const GrantRow& row : rows) RETURN_IF_ERROR(append(writer, row));
    return append(writer, all);
}

Status add_lines(sheet::Writer& writer, Keys& keys, const GrantRun& run, const Lines& lines,
                 Pile pile, const std::string& title) {
    bool is_begun = false;
    for (const GrantLine* line : lines) {
        if (pile_of(*line) != pile) continue;
        if (!is_begun) RETURN_IF_ERROR(writer.add_sheet(lines_spec(run, pile, title)));
        is_begun = true;
        RETURN_IF_ERROR(append(writer, keys, *line));
    }
    return ok();
}

Result<GrantFile> file_of(Keys& keys, const GrantRun& run, const Lines& lines, GrantKey by,
                          const std::string& title) {
    sheet::Writer writer;
    RETURN_IF_ERROR(add_totals(writer, keys, run, lines, by, title));
    for (const Pile pile : {Pile::kToSettle, Pile::kSettled, Pile::kUnknown})
        RETURN_IF_ERROR(add_lines(writer, keys, run, lines, pile, title));
    ASSIGN_OR_RETURN(std::string bytes, writer.finish());
    return GrantFile{title + ".xlsx", std::move(bytes), std::ssize(lines)};
}

}  // namespace

Result<std::vector<GrantRow>> grant_rows(Store& store, const GrantRun& run, GrantKey by) {
    Keys keys(store, run);
    RETURN_IF_ERROR(keys.open());
    Lines lines;
    for (const GrantLine& line : run.lines()) lines.push_back(&line);
    return total_rows(keys, lines, by);
}

std::string grant_text(const GrantRun& run, const std::vector<GrantRow>& rows, Language language) {
    const bool zh = language == Language::kChinese;
    const GrantTotal all = total_of(run);
    std::string out = fmt::format(
        fmt::runtime(zh ? "数据截至 {}：{} 项补助，应享 {} 人（户）次 {} 元，已到位 {} 元，差额 {} "
                          "元；不应享受而已领 {}，缺数据无法判定 {}\n"
                        : "as of {}: {} grants, {} entitled to {} yuan, {} yuan received, gap {} "
                          "yuan; {} received without being entitled, {} unknown\n"),
        to_string(run.options().as_of), run.packs().grants.size(), all.entitled,
        in_yuan(all.amount), in_yuan(all.received), in_yuan(all.gap), all.undue, all.unknown);
    for (std::size_t i = 0; i < std::min(rows.size(), kRowsShown); ++i) {
        const GrantTotal& total = rows[i].total;
        out += fmt::format(fmt::runtime(zh ? "  {:>7}  应享 {:>14}  已到位 {:>14}  差额 {:>14}  "
                                             "无法判定 {:>6}  {}\n"
                                           : "  {:>7}  entitled {:>14}  received {:>14}  gap "
                                             "{:>14}  unknown {:>6}  {}\n"),
                           total.entitled, in_yuan(total.amount), in_yuan(total.received),
                           in_yuan(total.gap), total.unknown,
                           rows[i].label.empty() ? rows[i].key : rows[i].label);
    }
    if (rows.size() > kRowsShown)
        out += fmt::format(fmt::runtime(zh ? "  …… 另有 {} 行\n" : "  … and {} more\n"),
                           rows.size() - kRowsShown);
    return out;
}

std::string grant_json(const GrantRun& run, const std::vector<GrantRow>& rows, GrantKey by) {
    json::array list;
    for (const GrantRow& row : rows) {
        json::object one = total_json(row.total);
        one["key"] = row.key;
        one["label"] = row.label;
        if (!row.of.empty()) one["of"] = row.of;
        list.push_back(std::move(one));
    }
    const GrantTotal all = total_of(run);
    return json::serialize(json::object{{"as_of", to_string(run.options().as_of)},
                                        {"by", word_of(by)},
                                        {"total", total_json(all)},
                                        {"rows", std::move(list)}}) +
           "\n";
}

Result<std::vector<GrantFile>> grant_files(Store& store, const GrantRun& run, GrantKey by) {
    Keys keys(store, run);
    RETURN_IF_ERROR(keys.open());
    const bool apart = by == GrantKey::kPayer || by == GrantKey::kVillage;
    std::map<std::string, std::pair<std::string, Lines>> groups;
    for (const GrantLine& line : run.lines()) {
        GrantRow key;
        if (apart) {
            ASSIGN_OR_RETURN(key, keys.of(line, by));
        }
        auto& group = groups[key.key];
        group.first = key.label;
        group.second.push_back(&line);
    }
    std::vector<GrantFile> out;
    for (const auto& entry : groups) {
        const std::string title = entry.second.first + "补助应享与到位";
        ASSIGN_OR_RETURN(GrantFile file, file_of(keys, run, entry.second.second,
                                                 apart ? GrantKey::kItem : by, title));
        out.push_back(std::move(file));
    }
    return out;
}

}  // namespace tz
