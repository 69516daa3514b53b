#include "demo/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "domain/layout/layout.h"
#include "domain/lists/chronic_contract.h"
#include "schema/entity.h"
#include "sheet/writer.h"

namespace tz::demo {
namespace {

namespace json = boost::json;

constexpr std::size_t kId = kMonitorForm.at("证件号码");
constexpr std::string_view kQuality = "q_";  // rules of the national pack; others look back

json::object to_json(const Expected& record) {
    json::object out{{"register", record.register_name},
                     {"record", to_string(derive_id(record.register_name, record.key))},
                     {"key", record.key}};
    if (!record.household_number.empty()) out["household_number"] = record.household_number;
    if (!record.id_number.empty()) out["id_number"] = record.id_number;
    return out;
}

json::object to_json(const Compared& row) {
    return {{"list", row.list},
            {"outcome", row.outcome},
            {"name", row.name},
            {"number", row.number},
            {"household_number", row.household_number},
            {"id_number", row.id_number}};
}

json::object to_json(const Granted& granted) {
    json::object out = to_json(granted.record);
    out["due"] = granted.yuan;
    out["received"] = granted.received;
    out["gap"] = granted.gap();
    return out;
}

json::array to_json(const std::vector<Granted>& all) {
    json::array out;
    for (const Granted& granted : all) out.push_back(to_json(granted));
    return out;
}

json::object to_json(const Story& story) {
    return {{"family", story.family},
            {"village", story.village},
            {"household_number", story.household_number},
            {"rule", story.rule},
            {"text", story.text}};
}

// The key of a record of a register in this household.
std::string key_of(std::string_view register_name, const std::string& household,
                   const std::string& id, int year, std::size_t sequence) {
    if (register_name == "person") return household + "/" + id;
    if (register_name == "household_year") return fmt::format("{}/{}", household, year);
    if (register_name == "employment")
        return fmt::format("{}/{}/working/{}", household, id, sequence);
    return household;
}

}  // namespace

Expected expected_person(const Household& home, const Person& person) {
    const std::string& id = person.cells[kId];
    return {"person", home.number + "/" + id, home.number, id};
}

Expected expected_record(const Household& home, const Person& person, Level level) {
    switch (level) {
        case Level::kPerson:
            return expected_person(home, person);
        case Level::kHousehold:
            return {"household", home.number, home.number, {}};
        case Level::kMonitoring:
            return {"monitoring", home.number, home.number, {}};
        case Level::kRelocation:
            return {"relocation", home.number, home.number, {}};
        case Level::kJob:
            return {"employment", key_of("employment", home.number, person.cells[kId], 0, 1),
                    home.number, person.cells[kId]};
        case Level::kContract:
            return {
                "chronic_contract",
                fmt::format("{}/{}/{}", person.id,
                            kChronicDiseases.by_text(person.chronic_disease)->name, kLookBackYear),
                home.number, person.id};
    }
    return {};
}

void Manifest::expect(std::string_view rule, Expected record) {
    if (!looks_back_ && !rule.starts_with(kQuality)) return;
    auto& records = rules_[std::string(rule)];
    if (std::ranges::find(records, record) == records.end()) records.push_back(std::move(record));
}

void Manifest::compare(Compared compared) {
    const auto is_same = [&](const Compared& other) {
        return other.list == compared.list && other.outcome == compared.outcome &&
               other.number == compared.number && other.name == compared.name;
    };
    if (std::ranges::none_of(compared_, is_same)) compared_.push_back(std::move(compared));
}

void Manifest::count(std::string_view list, std::string_view outcome) {
    ++counted_[{std::string(list), std::string(outcome)}];
}

void Manifest::grant(const Grant& grant, Granted granted) {
    GrantBook& book = grants_[std::string(grant.name)];
    book.pack = grant.pack;
    book.entitled += granted.yuan > 0 ? 1 : 0;
    book.total.yuan += granted.yuan;
    book.total.received += granted.received;
    if (granted.gap() > 0) {
        expect(std::string(grant.name) + "_paid", granted.record);
        book.gaps.push_back(std::move(granted));
    } else if (granted.yuan == 0) {
        book.undue.push_back(std::move(granted));
    }
}

std::size_t Manifest::expectations() const {
    std::size_t count = 0;
    for (const auto& [rule, records] : rules_) count += records.size();
    return count;
}

void Manifest::add_difference(std::string_view layout, std::string_view header,
                              const std::string& household, const std::string& id, int year,
                              std::size_t sequence, const std::string& planted,
                              const std::string& clean) {
    if (planted == clean) return;
    for (const Place& place : place_header(*find_layout(layout), header)) {
        if (place.role != PlaceRole::kField) continue;
        const std::string_view name = place.entity->name;
        corrections_.push_back(
            {derive_id(name, key_of(name, household, id, year, sequence)), std::string(name),
             household, id, std::string(place.entity->fields[place.field].label), planted, clean});
    }
}

void Manifest::correct(const Household& clean, const Household& planted, int year) {
    const auto differ = [&](std::string_view layout, std::string_view header, const std::string& id,
                            std::size_t sequence, const std::string& is,
                            const std::string& should) {
        add_difference(layout, header, planted.number, id, year, sequence, is, should);
    };
    for (std::size_t i = 0; i < std::size(kMonitorColumns); ++i)
        differ("ffp2023_monitor", kMonitorColumns[i].header, {}, 1, planted.cells[i],
               clean.cells[i]);
    for (std::size_t m = 0; m < planted.members.size(); ++m) {
        const Person& is = planted.members[m];
        const Person& should = clean.members[m];
        const std::string& id = is.cells[kId];
        for (std::size_t i = 0; i < std::size(kMonitorColumns); ++i)
            differ("ffp2023_monitor", kMonitorColumns[i].header, id, 1, is.cells[i],
                   should.cells[i]);
        for (std::size_t j = 0; j < is.jobs.size(); ++j)
            for (std::size_t i = 0; i < std::size(kWorkingColumns); ++i)
                differ("ffp2023_out", kWorkingColumns[i].header, id, j + 1, is.jobs[j][i],
                       should.jobs[j][i]);
    }
    for (std::size_t i = 0; i < std::size(kSurveyColumns); ++i)
        add_difference("people", kSurveyColumns[i].header, planted.number, {}, kLookBackYear, 1,
                       planted.survey[i], clean.survey[i]);
}

void Manifest::correct_village(const Village& village, int year, std::string_view header,
                               std::string_view planted, std::string_view clean) {
    for (const Place& place : place_header(*find_layout("ffp2023_village"), header))
        if (place.role == PlaceRole::kField)
            corrections_.push_back(
                {derive_id("village_year", fmt::format("{}/{}", to_string(village.division), year)),
                 "village_year",
                 {},
                 {},
                 std::string(place.entity->fields[place.field].label),
                 std::string(planted),
                 std::string(clean)});
}

std::string Manifest::to_json(const ManifestHead& head) const {
    json::object quality, look_back;
    for (const auto& [rule, records] : rules_) {
        json::array list;
        for (const Expected& record : records) list.push_back(demo::to_json(record));
        (rule.starts_with(kQuality) ? quality : look_back)[rule] = std::move(list);
    }
    const std::string day = to_string(head.as_of);
    json::array compared, stories;
    for (const Compared& row : compared_) compared.push_back(demo::to_json(row));
    for (const Story& story : stories_) stories.push_back(demo::to_json(story));
    json::object counted, grants;
    for (const auto& [name, book] : grants_) {
        std::int64_t gap = 0;
        for (const Granted& granted : book.gaps) gap += granted.gap();
        grants[name] = {{"pack", book.pack},
                        {"entitled", book.entitled},
                        {"due", book.total.yuan},
                        {"received", book.total.received},
                        {"gap", gap},
                        {"gaps", demo::to_json(book.gaps)},
                        {"undue", demo::to_json(book.undue)}};
    }
    for (const auto& [of, number] : counted_)
        counted.emplace(of.first, json::object{}).first->value().as_object()[of.second] = number;
    const json::object out{{"place", head.place},
                           {"division", to_string(head.division)},
                           {"seed", head.seed},
                           {"as_of", day},
                           {"households", head.households},
                           {"persons", head.persons},
                           {"runs",
                            {{{"packs", {"national/quality_2023"}},
                              {"as_of", day},
                              {"law_date", day},
                              {"rules", std::move(quality)}},
                             {{"packs", {"hunan/hengyang_2020"}},
                              {"as_of", day},
                              {"law_date", fmt::format("{}-12-31", kLookBackYear)},
                              {"rules", std::move(look_back)}}}},
                           {"compare", std::move(compared)},
                           {"compare_counts", std::move(counted)},
                           {"grants", std::move(grants)},
                           {"stories", std::move(stories)},
                           {"not_planted", json::value_from(left_out_)}};
    return json::serialize(out) + "\n";
}

std::string Manifest::corrections_csv() const {
    sheet::CsvWriter csv;
    csv.append(std::vector<std::string_view>{"记录号", "登记册", "户编号", "证件号码", "字段",
                                             "现值", "更正值"});
    for (const Correction& row : corrections_) {
        const std::string record = to_string(row.record);
        csv.append(std::vector<std::string_view>{record, row.register_name, row.household_number,
                                                 row.id_number, row.field, row.planted, row.clean});
    }
    return csv.finish();
}

}  // namespace tz::demo
