#include "app/import/divisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "domain/division/division.h"

namespace tz::intake {
namespace {

constexpr std::size_t kCode = at(kDivision, "division");
constexpr std::size_t kName = at(kDivision, "name");
constexpr std::size_t kValidTo = at(kDivision, "valid_to");
constexpr std::size_t kReplacedBy = at(kDivision, "replaced_by");
constexpr int kSuccessorsMax = 8;  // merged again and again; more is a circle
constexpr std::size_t kNamesShownMax = 5;
constexpr std::size_t kStemBytesMin = 6;  // two characters

// The committee in an official name, and what people say instead. Longest first.
constexpr std::pair<std::string_view, std::string_view> kCommittees[] = {
    {"社区居民委员会", "社区"}, {"社区居委会", "社区"}, {"村民委员会", "村"},
    {"街道办事处", "街道"},     {"居民委员会", "社区"}, {"村委会", "村"},
    {"居委会", "社区"}};
// What offices leave out at the end of a name.
constexpr std::string_view kEndings[] = {"自治县", "自治州", "街道", "社区", "地区", "村", "镇",
                                         "乡",     "县",     "区",   "市",   "省",   "旗", "盟"};

constexpr std::string_view kLevelZh[] = {"国家", "省", "市", "县", "乡镇", "村"};
constexpr std::string_view kLevelEn[] = {"nation", "province", "city",
                                         "county", "township", "village"};

std::string_view zh(DivisionLevel level) { return kLevelZh[static_cast<std::size_t>(level)]; }
std::string_view en(DivisionLevel level) { return kLevelEn[static_cast<std::size_t>(level)]; }

// "杨林村民委员会" → "杨林村".
std::string said_name(std::string_view name) {
    std::string key = header_key(name);
    for (const auto& [official, said] : kCommittees)
        if (key.ends_with(official) && key.size() > official.size())
            return key.substr(0, key.size() - official.size()) + std::string(said);
    return key;
}

std::string stem_of(std::string_view name) {
    std::string key = said_name(name);
    for (const std::string_view ending : kEndings)
        if (key.ends_with(ending) && key.size() >= ending.size() + kStemBytesMin) {
            key.resize(key.size() - ending.size());
            break;
        }
    return key;
}

}  // namespace

// One step down: the entry, or why there is none.
struct DivisionIndex::Step {
    std::optional<Division> division{};
    bool is_doubtful = false;
    Text reason{};
    Text action{};
};

Result<DivisionIndex> DivisionIndex::load(Store& store, Division area, Date today) {
    DivisionIndex index;
    index.area_ = area;
    ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kRead));
    const Scope scope = Scope::of(at_level(area, DivisionLevel::kProvince));
    const auto keep = [&](const Record& record) -> Status {
        Entry entry;
        entry.division = {as_int(record.values[kCode])};
        entry.name = said_name(text_or_empty(record.values[kName]));
        entry.stem = stem_of(entry.name);
        if (is_known(record.values[kReplacedBy]))
            entry.replaced_by = {as_int(record.values[kReplacedBy])};
        const Value& end = record.values[kValidTo];
        entry.is_closed = is_known(end) && as_int(end) <= today.days;
        index.entries_.push_back(std::move(entry));
        return ok();
    };
    RETURN_IF_ERROR(
        transaction->scan(kDivision, {kCode, kName, kValidTo, kReplacedBy}, {}, scope, keep));
    std::ranges::sort(index.entries_, {}, &Entry::division);
    for (std::size_t i = 0; i < index.entries_.size(); ++i)
        index.by_stem_[index.entries_[i].stem].push_back(i);
    if (area.code == 0) index.area_ = index.common_area();
    return index;
}

// The smallest division that holds all counties of the register.
Division DivisionIndex::common_area() const {
    const auto is_local = [](const Entry& entry) {
        return level_of(entry.division) >= DivisionLevel::kCounty;
    };
    const auto first = std::ranges::find_if(entries_, is_local);
    if (first == entries_.end()) return {};
    auto last = entries_.end() - 1;
    while (!is_local(*last)) --last;
    for (const DivisionLevel level :
         {DivisionLevel::kCounty, DivisionLevel::kCity, DivisionLevel::kProvince})
        if (at_level(first->division, level) == at_level(last->division, level))
            return at_level(first->division, level);
    return {};
}

const DivisionIndex::Entry* DivisionIndex::entry_of(Division division) const {
    const auto it = std::ranges::lower_bound(entries_, division, {}, &Entry::division);
    return it != entries_.end() && it->division == division ? &*it : nullptr;
}

std::string DivisionIndex::name_of(Division division) const {
    std::string out;
    for (const DivisionLevel level :
         {DivisionLevel::kCounty, DivisionLevel::kTownship, DivisionLevel::kVillage}) {
        const Division part = at_level(division, level);
        if (level_of(part) != level) break;
        const Entry* entry = entry_of(part);
        out += entry ? entry->name : short_code(part);
    }
    return out.empty() ? to_string(division) : out;
}

const Placed& DivisionIndex::place(const PlaceNames& names) {
    key_.clear();
    for (const std::string_view name : names.names) {
        key_ += name;
        key_ += '\n';
    }
    const auto it = known_.find(key_);
    if (it != known_.end()) return it->second;
    return known_.emplace(key_, resolve(names)).first->second;
}

Placed DivisionIndex::resolve(const PlaceNames& names) const {
    Placed placed;
    Division within = area_;
    for (std::size_t i = 1; i < names.names.size(); ++i) {
        const std::string_view name = trim(names.names[i]);
        if (name.empty()) continue;
        placed.level = static_cast<DivisionLevel>(i);
        Step step = descend(within, placed.level, name);
        if (!step.reason.zh.empty()) {
            placed.is_doubtful = true;
            placed.reason = std::move(step.reason);
            placed.action = std::move(step.action);
        }
        if (!step.division) return placed;
        within = *step.division;
    }
    if (within.code != 0) placed.division = within;
    return placed;
}

DivisionIndex::Step DivisionIndex::descend(Division within, DivisionLevel level,
                                           std::string_view name) const {
    const std::string plain = header_key(name);
    if (all_digits(plain) && plain.size() >= 6) return by_code(level, plain);
    if (level <= level_of(within)) {
        const Entry* own = entry_of(at_level(within, level));
        if (own == nullptr || own->stem == stem_of(name)) return {within, false, {}, {}};
        return {
            std::nullopt,
            true,
            {fmt::format("{}“{}”不在本次导入的范围“{}”内", zh(level), name, name_of(within)),
             fmt::format("{} \"{}\" lies outside the area of this import ({})", en(level), name,
                         to_string(within))},
            {"核对文件是否发错，或用 --division 指定范围", "check the file or give --division"}};
    }
    const auto found = matches(within, level, name);
    if (found.size() == 1) return accept(*found[0], level);
    std::vector<std::string> shown;
    if (found.empty()) {
        const auto near = nearest(said_name(name), names_below(within, level));
        return {std::nullopt,
                true,
                {fmt::format("“{}”没有叫“{}”的{}{}", name_of(within), name, zh(level),
                             near ? fmt::format("，最接近的是“{}”", *near) : std::string()),
                 fmt::format("no {} \"{}\" in {}{}", en(level), name, to_string(within),
                             near ? fmt::format("; the nearest is \"{}\"", *near) : std::string())},
                {"改正名称，或先在行政区划登记册里登记它",
                 "correct the name or add it to the division register first"}};
    }
    for (const Entry* entry : found)
        if (shown.size() < kNamesShownMax)
            shown.push_back(name_of(entry->division) + to_string(entry->division));
    return {std::nullopt,
            true,
            {fmt::format("叫“{}”的{}有{}个：{}", name, zh(level), found.size(), join(shown, "、")),
             fmt::format("{} {}s are called \"{}\": {}", found.size(), en(level), name,
                         join(shown, ", "))},
            {"写明上级名称，或直接写12位区划代码", "name its parent or write the 12-digit code"}};
}

DivisionIndex::Step DivisionIndex::by_code(DivisionLevel level, std::string_view digits) const {
    const auto code = parse_division(digits);
    const Entry* entry = code ? entry_of(*code) : nullptr;
    if (entry != nullptr && contains(area_, *code)) return accept(*entry, level);
    return {std::nullopt,
            true,
            {fmt::format("区划代码{}不在行政区划登记册的“{}”内", digits, name_of(area_)),
             fmt::format("division code {} is not registered in {}", digits, to_string(area_))},
            {"核对代码，或先在行政区划登记册里登记它",
             "correct the code or add it to the division register first"}};
}

DivisionIndex::Step DivisionIndex::accept(const Entry& entry, DivisionLevel level) const {
    if (!entry.is_closed && entry.replaced_by.code == 0) return {entry.division, false, {}, {}};
    const Entry* last = &entry;
    for (int i = 0; i < kSuccessorsMax && last->replaced_by.code != 0; ++i) {
        const Entry* next = entry_of(last->replaced_by);
        if (next == nullptr) break;
        last = next;
    }
    if (last == &entry)
        return {entry.division,
                true,
                {fmt::format("{}“{}”已停用，没有登记撤并去向", zh(level), entry.name),
                 fmt::format("{} \"{}\" is closed and has no registered successor", en(level),
                             entry.name)},
                {"在行政区划登记册里补上撤并后区划", "register what replaced it"}};
    return {last->division,
            true,
            {fmt::format("{}“{}”已并入“{}”（{}），按撤并后的登记", zh(level), entry.name,
                         name_of(last->division), to_string(last->division)),
             fmt::format("{} \"{}\" was merged into {}; recorded there", en(level), entry.name,
                         to_string(last->division))},
            {"核对后在文件里改用新名称", "use the new name in the file"}};
}

std::vector<const DivisionIndex::Entry*> DivisionIndex::matches(Division within,
                                                                DivisionLevel level,
                                                                std::string_view name) const {
    std::vector<const Entry*> all;
    const auto it = by_stem_.find(stem_of(name));
    if (it == by_stem_.end()) return all;
    for (const std::size_t i : it->second)
        if (contains(within, entries_[i].division) && level_of(entries_[i].division) == level)
            all.push_back(&entries_[i]);
    const auto keep_if_any = [&](auto&& wanted) {
        if (std::ranges::any_of(all, wanted))
            std::erase_if(all, [&](const Entry* entry) { return !wanted(entry); });
    };
    const std::string key = said_name(name);
    keep_if_any([&](const Entry* entry) { return entry->name == key; });
    keep_if_any(
        [](const Entry* entry) { return !entry->is_closed && entry->replaced_by.code == 0; });
    return all;
}

std::vector<std::string> DivisionIndex::names_below(Division within, DivisionLevel level) const {
    std::vector<std::string> names;
    auto it = std::ranges::lower_bound(entries_, within, {}, &Entry::division);
    for (; it != entries_.end() && it->division.code < end_code(within); ++it)
        if (level_of(it->division) == level) names.push_back(it->name);
    return names;
}

}  // namespace tz::intake
