#include "demo/cells.h"
#include "demo/defect.h"
#include "demo/fits.h"

namespace tz::demo {
namespace {

using namespace fits;
constexpr Track kM = Track::kMonitored;
constexpr Track kR = Track::kRemoved;
constexpr Level kMonitoring = Level::kMonitoring;
consteval std::size_t at(std::string_view header) { return kMonitorForm.at(header); }
constexpr std::size_t kComprehensive = at("综合保障");

using HouseholdRef = const Household&;
using PersonRef = const Person&;

int months_ago(HouseholdRef h, std::string_view now) {
    return months_of(now) - months_of(h.cells[at("识别监测时间")]);
}
// Takes one choice out of a cell of several.
void take_out(std::string& cell, std::string_view choice) {
    std::string kept;
    std::size_t begin = 0;
    while (begin <= cell.size()) {
        const std::size_t end = std::min(cell.find(',', begin), cell.size());
        const std::string_view part = std::string_view(cell).substr(begin, end - begin);
        if (part != choice && !part.empty()) kept += (kept.empty() ? "" : ",") + std::string(part);
        begin = end + 1;
    }
    cell = kept;
}
void add_to(std::string& cell, std::string_view choice) {
    if (!cell.empty()) cell += ",";
    cell += choice;
}

void clear_development(Household& home) {
    for (const std::size_t column : {at("产业帮扶"), at("就业帮扶"), at("金融帮扶")})
        home.cells[column].clear();
}
void clear_others(Household& home) {
    for (const std::size_t column : {at("健康帮扶"), at("教育帮扶"), at("社会帮扶")})
        home.cells[column].clear();
}
void clear_measures(Planting& p) {
    clear_development(p.home);
    clear_others(p.home);
    p.home.cells[kComprehensive].clear();
}
void only_comprehensive(Planting& p) {
    clear_development(p.home);
    clear_others(p.home);
}
void no_development(Planting& p) { clear_development(p.home); }
void only_other_industry(Planting& p) {
    clear_development(p.home);
    p.home.cells[at("产业帮扶")] = "其他";
}
void no_allowance_measure(Planting& p) { take_out(p.home.cells[kComprehensive], "低保"); }
void no_support_measure(Planting& p) { take_out(p.home.cells[kComprehensive], "特困供养"); }
void no_disability_measure(Planting& p) { take_out(p.home.cells[kComprehensive], "残疾人补贴"); }
void more_allowance(Planting& p) { add_to(p.home.cells[kComprehensive], "低保"); }
void more_support(Planting& p) { add_to(p.home.cells[kComprehensive], "特困供养"); }
void more_disability(Planting& p) { add_to(p.home.cells[kComprehensive], "残疾人补贴"); }

bool has_measures(HouseholdRef h) {
    return !h.cells[at("产业帮扶")].empty() || !h.cells[at("就业帮扶")].empty();
}
bool no_disabled(HouseholdRef h, PersonRef) { return !has_disabled(h); }
bool without_labour(HouseholdRef h, PersonRef) { return count_any_labour(h) == 0; }
bool without_anything(HouseholdRef h, PersonRef p) {
    return without_labour(h, p) && !h.receives_allowance && !h.receives_extreme_support &&
           !has_severely_disabled(h);
}
bool with_able(HouseholdRef h, PersonRef) { return count_able(h) > 0 && has_measures(h); }
bool for_half_a_year(HouseholdRef h, PersonRef) {
    return count_able(h) > 0 && has_measures(h) && months_ago(h, "202312") >= 7;
}
bool lately_with_allowance(HouseholdRef h, PersonRef) {
    return count_able(h) > 0 && h.receives_allowance && months_ago(h, "202312") <= 5;
}
bool all_have_labour(HouseholdRef h, PersonRef) {
    return count_any_labour(h) == h.members.size() && h.members.size() <= 3;
}
bool half_are_able(HouseholdRef h, PersonRef) {
    return h.members.size() >= 4 && count_able(h) * 2 >= h.members.size() &&
           count_any_labour(h) < h.members.size();
}
bool not_ill(HouseholdRef h, PersonRef) { return !has_risk(h, "因病"); }
bool identified_this_year(HouseholdRef h, PersonRef) {
    return h.cells[at("识别监测时间")].starts_with("2023");
}
bool with_allowance(HouseholdRef h, PersonRef) { return h.receives_allowance; }
bool with_support(HouseholdRef h, PersonRef) { return h.receives_extreme_support; }
bool severely_disabled(HouseholdRef h, PersonRef) { return has_severely_disabled(h); }
bool neither_supported(HouseholdRef h, PersonRef) {
    return !h.receives_allowance && !h.receives_extreme_support;
}
bool able_but_none_works(HouseholdRef h, PersonRef) {
    return count_able(h) > 0 && !someone_works(h);
}

std::vector<Defect> risk_defects() {
    return {
        {"q_1_11_001", kMonitoring, kM, anything, {set("致贫/返贫风险1", "")}},
        {"q_1_11_002", kMonitoring, kM, anything, {set("识别监测时间", "")}},
        {"q_2_11_004", kMonitoring, kM, not_ill, {set("致贫/返贫风险1", "其他")}},
        {"q_2_11_005", kMonitoring, kM, not_ill, {set("致贫/返贫风险1", "因自然灾害")}},
        {"q_2_11_001", kMonitoring, kM, no_disabled, {set("致贫/返贫风险1", "因残")}},
        {"q_2_11_006", kMonitoring, kM, without_labour, {set("致贫/返贫风险1", "因务工就业不稳")}},
        {"q_4_11_006", kMonitoring, kM, anything, {set("是否饮水设施损毁", "是")}},
        {"q_4_11_007",
         kMonitoring,
         kM,
         not_ill,
         {set("是否有家庭成员未参加城乡居民（职工）基本医疗保险", "是")}},
        {"q_4_11_008",
         kMonitoring,
         kM,
         identified_this_year,
         {set("是否义务教育阶段适龄儿童少年失学辍学", "是")}},
        {"q_4_11_009", kMonitoring, kM, all_have_labour, {set("致贫/返贫风险1", "缺劳动力")}},
        {"q_5_11_029", kMonitoring, kM, half_are_able, {set("致贫/返贫风险1", "缺劳动力")}},
    };
}

std::vector<Defect> measure_defects() {
    return {
        {"q_1_11_010", kMonitoring, kM, without_anything, {}, {}, clear_measures},
        {"q_4_11_014", kMonitoring, kM, able_but_none_works, {set("就业帮扶", "劳务输出")}},
        {"q_5_16_005",
         kMonitoring,
         kM,
         neither_supported,
         {},
         {{"q_4_11_015", kMonitoring}},
         more_allowance},
        {"q_4_11_015", kMonitoring, kR, neither_supported, {}, {}, more_allowance},
        {"q_5_16_006", kMonitoring, kM, with_allowance, {}, {}, more_support},
        {"q_4_11_016", kMonitoring, kM, no_disabled, {}, {}, more_disability},
        {"q_5_16_003", kMonitoring, kM, with_allowance, {}, {}, no_allowance_measure},
        {"q_5_16_004", kMonitoring, kM, with_support, {}, {}, no_support_measure},
        {"q_5_16_008", kMonitoring, kM, severely_disabled, {}, {}, no_disability_measure},
        {"q_5_11_030", kMonitoring, kM, with_able, {set("实施开发式帮扶措施情况", "尚未实施")}},
        {"q_5_11_032", kMonitoring, kM, lately_with_allowance, {}, {}, only_comprehensive},
        {"q_5_11_033", kMonitoring, kM, without_labour, {set("整户无劳动能力兜底保障户", "否")}},
        {"q_5_12_007", kMonitoring, kM, for_half_a_year, {}, {}, no_development},
        {"q_5_12_011", kMonitoring, kM, with_able, {}, {}, only_other_industry},
    };
}

}  // namespace

std::vector<Defect> monitoring_defects() {
    std::vector<Defect> all = risk_defects();
    for (Defect& defect : measure_defects()) all.push_back(std::move(defect));
    return all;
}

}  // namespace tz::demo
