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

    Result<std::pair<std::string, std::string>> of(const GrantLine& line, GrantKey by) {
        using Pair = std::pair<std::string, std::string>;
        const policy::Grant& what = grant(line);
        const Division village = at_level(line.division, DivisionLevel::kVillage);
        if (by == GrantKey::kItem) return Pair(what.name, what.title);
        if (by == GrantKey::kPayer) return Pair(what.payer, payer_label(what.payer));
        if (by == GrantKey::kVillage) return Pair(to_string(village), places_.full(village));
        ASSIGN_OR_RETURN(const Subject found, subject(line));
        if (by == GrantKey::kHousehold) return Pair(found.household_number, found.head_name);
        return Pair(to_string(line.record), found.name);
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
    return {{"entitled", total.entitled},
            {"unknown", total.unknown},
            {"undue", total.undue},
            {"amount", in_yuan(total.amount)},
            {"received", in_yuan(total.received)},
            {"gap", in_yuan(total.gap)}};
}

sheet::SheetSpec spec_of(const std::string& title) {
    using sheet::Kind;
    sheet::SheetSpec spec;
    spec.name = "补助明细";
    spec.title = title;
    spec.filter = true;
    spec.columns = {{.title = "补助", .width = 24},
                    {.title = "发放部门", .width = 16},
                    {.title = "乡镇", .width = 12},
                    {.title = "村", .width = 12},
                    {.title = "户编号", .width = 18},
                    {.title = "户主", .width = 10},
                    {.title = "享受人", .width = 10},
                    {.title = "应享", .kind = Kind::kMoney},
                    {.title = "已到位", .kind = Kind::kMoney},
                    {.title = "差额", .kind = Kind::kMoney},
                    {.title = "情况", .width = 18}};
    return spec;
}

std::string_view state_of(const GrantLine& line, bool asks_received) {
    if (line.is_unknown) return "缺数据，无法判定";
    if (line.is_undue()) return "不应享受而已领";
    if (line.is_received_unknown) return "到位情况不明";
    if (!asks_received) return "应享受";
    return line.gap > 0 ? "未足额到位" : "已足额到位";
}

Status append(sheet::Writer& writer, Keys& keys, const GrantLine& line) {
    const policy::Grant& grant = keys.grant(line);
    ASSIGN_OR_RETURN(const Subject subject, keys.subject(line));
    const bool asks = grant.received >= 0;
    const bool is_known = !line.is_unknown, arrived = asks && !line.is_received_unknown;
    const std::vector<Value> cells = {grant.title,
                                      payer_label(grant.payer),
                                      keys.places().township(line.division),
                                      keys.places().village(line.division),
                                      subject.household_number,
                                      subject.head_name,
                                      subject.name,
                                      money(is_known, line.amount),
                                      money(arrived, line.received),
                                      money(is_known && arrived, line.gap),
                                      std::string(state_of(line, asks))};
    return writer.append(cells);
}

}  // namespace

Result<std::vector<GrantRow>> grant_rows(Store& store, const GrantRun& run, GrantKey by) {
    Keys keys(store, run);
    RETURN_IF_ERROR(keys.open());
    std::vector<GrantRow> out;
    std::map<std::string, std::size_t> places;
    for (const GrantLine& line : run.lines()) {
        ASSIGN_OR_RETURN(const auto key, keys.of(line, by));
        const auto [it, is_new] = places.emplace(key.first, out.size());
        if (is_new) out.push_back({key.first, key.second, {}});
        out[it->second].total.add(line);
    }
    return out;
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
    std::map<std::string, std::pair<std::string, std::vector<const GrantLine*>>> groups;
    for (const GrantLine& line : run.lines()) {
        std::pair<std::string, std::string> key;
        if (apart) {
            ASSIGN_OR_RETURN(key, keys.of(line, by));
        }
        auto& group = groups[key.first];
        group.first = key.second;
        group.second.push_back(&line);
    }
    std::vector<GrantFile> out;
    for (const auto& entry : groups) {
        const std::string title = entry.second.first + "补助应享与到位明细";
        sheet::Writer writer;
        RETURN_IF_ERROR(writer.add_sheet(spec_of(title)));
        for (const GrantLine* line : entry.second.second)
            RETURN_IF_ERROR(append(writer, keys, *line));
        ASSIGN_OR_RETURN(std::string bytes, writer.finish());
        out.push_back({title + ".xlsx", std::move(bytes),
                       static_cast<std::int64_t>(entry.second.second.size())});
    }
    return out;
}

}  // namespace tz
