#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "domain/catalog.h"
#include "domain/common/names.h"
#include "domain/layout/layout.h"

namespace tz {
namespace {

struct Match {
    const Entity* entity = nullptr;
    std::size_t field = 0;
    bool is_label = false;
};
using Index = std::unordered_map<std::string, std::vector<Match>>;

void add_names(Index& index, const Entity& entity, std::size_t field) {
    index[header_key(entity.fields[field].label)].push_back({&entity, field, true});
    for (const std::string_view alias : entity.fields[field].aliases)
        index[header_key(alias)].push_back({&entity, field, false});
}

// Every label and alias of the catalog, once.
const Index& header_index() {
    static const Index kIndex = [] {
        Index index;
        for (const Entity* entity : catalog())
            for (std::size_t i = 0; i < entity->fields.size(); ++i) add_names(index, *entity, i);
        return index;
    }();
    return kIndex;
}

// The field of a register that answers to a key: by its label, else by an alias.
const Match* find_match(const std::vector<Match>& matches, const Entity& entity) {
    const Match* found = nullptr;
    for (const Match& match : matches) {
        if (match.entity != &entity) continue;
        if (match.is_label) return &match;
        if (!found) found = &match;
    }
    return found;
}

struct DivisionNames {
    DivisionLevel level{};
    std::span<const std::string_view> names{};
};
constexpr DivisionNames kDivisionNames[] = {
    {DivisionLevel::kProvince, kNames<"省", "省(自治区、直辖市)", "省份", "省(区、市)", "所在省">},
    {DivisionLevel::kCity, kNames<"市", "市(盟、州)", "地市", "市州", "市(州)", "所在市">},
    {DivisionLevel::kCounty,
     kNames<"县", "县(市、区、旗)", "县区", "县(市、区)", "区县", "县(区)", "县市区", "所在县">},
    {DivisionLevel::kTownship,
     kNames<"乡", "乡(镇)", "乡镇", "乡镇街", "镇", "镇(乡、街道)", "乡镇(街道)", "街道",
            "乡镇街道", "乡(镇、街道)", "所在乡镇">},
    {DivisionLevel::kVillage, kNames<"村", "行政村", "村(社区)", "村社区", "行政村名称", "村名",
                                     "村(居)", "社区", "村居", "行政村(社区)", "所在村">},
};

std::vector<Place> place_by_role(const std::string& key) {
    for (const DivisionNames& part : kDivisionNames)
        if (std::ranges::find(part.names, std::string_view(key)) != part.names.end())
            return {{.role = PlaceRole::kDivisionName, .level = part.level}};
    if (key == "序号" || key == "行号") return {{.role = PlaceRole::kIgnored}};
    if (key == "数据日期" || key == "统计日期") return {{.role = PlaceRole::kHoldsFrom}};
    return {};
}

// Some wordings of a header, most exact first: as it is, without its unit, without the number
// that tells repeated columns apart.
struct Wording {
    std::string key{};
    std::string_view unit{};
};

constexpr std::string_view kUnits[] = {"元", "万元", "亩", "公里", "平方米", "月",
                                       "个", "个数", "人", "户",   "年",     "%"};

Wording without_unit(const Wording& from) {
    if (!from.key.ends_with(')')) return {};
    const std::size_t open = from.key.rfind('(');
    if (open == std::string::npos || open == 0) return {};
    const auto inside = std::string_view(from.key).substr(open + 1, from.key.size() - open - 2);
    const auto* unit = std::ranges::find(kUnits, inside);
    if (unit == std::end(kUnits)) return {};
    return {from.key.substr(0, open), *unit};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "识别监测时间0", "证件号码2", "成员3姓名".
Wording without_number(const Wording& from) {
    Wording out = from;
    while (!out.key.empty() && is_digit(out.key.back())) out.key.pop_back();
    constexpr std::string_view kMember = "成员";
    const std::size_t member = out.key.find(kMember);
    if (member != std::string::npos) {
        const std::size_t begin = member + kMember.size();
        std::size_t end = begin;
        while (end < out.key.size() && is_digit(out.key[end])) ++end;
        out.key.erase(begin, end - begin);
    }
    return out.key == from.key ? Wording{} : out;
}

std::vector<Wording> wordings(std::string key) {
    std::vector<Wording> all{{std::move(key), {}}};
    for (auto* shorten : {without_unit, without_number}) {
        const std::size_t count = all.size();
        for (std::size_t i = 0; i < count; ++i)
            if (auto next = shorten(all[i]); !next.key.empty()) all.push_back(std::move(next));
    }
    return all;
}

Place field_place(const Entity& entity, std::size_t field, std::string_view unit) {
    const bool scales = unit == "万元" && entity.fields[field].type == Type::kMoney;
    return {.entity = &entity, .field = field, .cell_unit = scales ? unit : std::string_view()};
}

bool is_shared(const Entity& entity, std::size_t field) {
    return entity.fields[field].is_scope ||
           std::ranges::find(entity.key, entity.fields[field].name) != entity.key.end();
}

std::vector<Place> place_by_name(const Layout& layout, const Wording& wording) {
    const auto found = header_index().find(wording.key);
    std::vector<Place> places;
    if (found == header_index().end()) return places;
    for (const Feed& feed : layout.feeds) {
        const Match* match = find_match(found->second, *feed.entity);
        if (match && (places.empty() || is_shared(*feed.entity, match->field)))
            places.push_back(field_place(*feed.entity, match->field, wording.unit));
    }
    return places;
}

std::vector<Place> place_by_layout(const Layout& layout, std::string_view key) {
    std::vector<Place> places;
    for (const HeaderTarget& own : layout.targets) {
        if (own.header != key) continue;
        const Target target = find_target(own.target);
        places.push_back(field_place(*target.entity, target.field, {}));
    }
    return places;
}

// A group of which only the columns named by the layout are placed.
bool is_closed_group(const Layout& layout, std::string_view group) {
    return std::ranges::any_of(layout.targets, [group](const HeaderTarget& own) {
        return own.header.size() == group.size() + 2 && own.header.starts_with(group) &&
               own.header.ends_with("/*");
    });
}

std::vector<Place> place_key(const Layout& layout, const std::string& key) {
    if (auto places = place_by_layout(layout, key); !places.empty()) return places;
    for (const Wording& wording : wordings(key)) {
        if (auto places = place_by_name(layout, wording); !places.empty()) return places;
        if (auto places = place_by_role(wording.key); !places.empty()) return places;
    }
    return {};
}

}  // namespace

Target find_target(std::string_view target) {
    const std::size_t dot = target.find('.');
    if (dot == std::string_view::npos) return {};
    const Entity* entity = find_entity(catalog(), target.substr(0, dot));
    if (!entity) return {};
    const std::size_t field = entity->index(target.substr(dot + 1));
    return field < entity->fields.size() ? Target{entity, field} : Target{};
}

std::vector<Place> place_header(const Layout& layout, std::string_view header,
                                std::size_t occurrence) {
    const std::string key = header_key(header);
    if (occurrence > 1)
        if (auto own = place_by_layout(layout, key + "#" + std::to_string(occurrence));
            !own.empty())
            return own;
    if (auto places = place_key(layout, key); !places.empty()) return places;
    const std::size_t slash = key.rfind('/');
    if (slash == std::string::npos || is_closed_group(layout, key.substr(0, slash))) return {};
    return place_key(layout, key.substr(slash + 1));
}

std::vector<Place> guess_header(std::string_view header) {
    for (const Wording& wording : wordings(header_key(header))) {
        const auto found = header_index().find(wording.key);
        std::vector<Place> places;
        if (found != header_index().end()) {
            auto matches = found->second;
            std::ranges::stable_sort(matches, std::ranges::greater{}, &Match::is_label);
            for (const Match& match : matches)
                if (std::ranges::find(places, match.entity, &Place::entity) == places.end())
                    places.push_back(field_place(*match.entity, match.field, wording.unit));
        }
        if (places.empty()) places = place_by_role(wording.key);
        if (!places.empty()) return places;
    }
    return {};
}

}  // namespace tz
