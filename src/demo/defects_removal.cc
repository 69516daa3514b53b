#include "demo/cells.h"
#include "demo/defect.h"
#include "demo/fits.h"

namespace tz::demo {
namespace {

using namespace fits;
constexpr Track kM = Track::kMonitored;
constexpr Track kR = Track::kRemoved;
constexpr Level kPerson = Level::kPerson;
constexpr Level kMonitoring = Level::kMonitoring;
consteval std::size_t at(std::string_view header) { return kMonitorForm.at(header); }

using HouseholdRef = const Household&;
using PersonRef = const Person&;

bool only_risk(HouseholdRef h, std::string_view risk) {
    return h.cells[kRisk] == risk && h.cells[kRisk + 1].empty();
}
bool by_accident(HouseholdRef h, PersonRef) { return only_risk(h, "因意外事故"); }
bool by_illness(HouseholdRef h, PersonRef) { return has_risk(h, "因病"); }
bool by_schooling(HouseholdRef h, PersonRef) { return has_risk(h, "因学") && !has_risk(h, "因残"); }
bool by_disability(HouseholdRef h, PersonRef) {
    return has_risk(h, "因残") && !has_risk(h, "因学") && !h.receives_allowance;
}
bool not_ill(HouseholdRef h, PersonRef) { return !has_risk(h, "因病"); }
bool identified_before(HouseholdRef h, PersonRef) {
    return !h.cells[at("识别监测时间")].starts_with("2023");
}
bool removed_this_year(HouseholdRef h, PersonRef) {
    return h.cells[at("消除监测时间")].starts_with("2023");
}
bool has_jobs(HouseholdRef h, PersonRef) { return !h.cells[at("就业帮扶")].empty(); }
bool has_industry(HouseholdRef h, PersonRef) { return !h.cells[at("产业帮扶")].empty(); }
bool has_allowances(HouseholdRef h, PersonRef) { return !h.cells[at("综合保障")].empty(); }
bool long_without_labour(HouseholdRef h, PersonRef) {
    return count_any_labour(h) == 0 &&
           months_of("202312") - months_of(h.cells[at("识别监测时间")]) >= 10;
}
bool insured(HouseholdRef, PersonRef p) {
    return p.cells[at("是否参加城乡居民基本医疗保险")] == "是";
}

void clear_all(Planting& p) {
    for (const std::size_t column : {at("产业帮扶"), at("就业帮扶"), at("金融帮扶"), at("健康帮扶"),
                                     at("教育帮扶"), at("综合保障"), at("社会帮扶")})
        p.home.cells[column].clear();
}
void identify_lately(Planting& p) {
    const int removed = months_of(p.home.cells[at("消除监测时间")]);
    p.home.cells[at("识别监测时间")] = compact_month({removed - 3});
}
// The risk of a household without anybody who can work, taken off all the same.
void remove_risk(Planting& p) {
    MonitorCells& cells = p.home.cells;
    const auto people = static_cast<std::int64_t>(p.home.members.size());
    cells[at("风险是否已消除")] = "是";
    cells[at("风险消除方式")] = "自然消除";
    cells[at("消除监测时间")] = compact_month({month_of(p.as_of).months - 2});
    for (std::size_t i = at("风险消除后是否义务教育阶段适龄儿童少年失学辍学");
         i <= at("风险消除后是否饮水设施损毁"); ++i)
        cells[i] = "否";
    for (std::size_t i = at("风险消除后工资性收入"); i <= at("风险消除后合规自付支出"); ++i)
        cells[i] = "0";
    cells[at("风险消除后转移性收入")] = yuan_text(9'000 * people);
    cells[at("风险消除后家庭纯收入")] = yuan_text(9'000 * people);
    cells[at("风险消除后家庭人均纯收入")] = "9000";
}

std::vector<Defect> after_defects() {
    return {
        {"q_1_11_004", kMonitoring, kR, anything, {set("风险消除后理赔收入", "")}},
        {"q_1_11_005",
         kMonitoring,
         kR,
         anything,
         {set("风险消除后是否义务教育阶段适龄儿童少年失学辍学", "是")}},
        {"q_1_02_008", kMonitoring, kR, anything, {set("风险消除后是否住房损毁", "是")}},
        {"q_1_02_009", kMonitoring, kR, anything, {set("风险消除后是否饮水设施损毁", "是")}},
        {"q_1_11_006", kMonitoring, kR, anything, {set("是否危房户", "是")}},
        {"q_1_11_007", kMonitoring, kR, anything, {set("是否解决安全饮用水", "否")}},
        {"q_1_11_008",
         kMonitoring,
         kR,
         insured,
         {set("是否参加城镇职工基本医疗保险", "是")},
         {{"q_2_12_015", kPerson}}},
        {"q_1_11_011", kMonitoring, kR, anything, {set("监测联系人电话", "")}},
        {"q_2_11_002", kMonitoring, kR, anything, {}, {}, identify_lately},
        {"q_4_11_010",
         kMonitoring,
         kR,
         removed_this_year,
         {set("风险消除后家庭人均纯收入", "6100")},
         {},
         nullptr,
         false,
         "52"},
        {"q_4_11_011", kMonitoring, kM, long_without_labour, {}, {}, remove_risk},
        {"q_4_11_012", kMonitoring, kR, has_jobs, {set("风险消除后工资性收入", "0")}},
        {"q_4_11_013", kMonitoring, kR, has_allowances, {set("风险消除后转移性收入", "0")}},
        {"q_5_11_013", kMonitoring, kR, has_industry, {set("风险消除后生产经营性收入", "0")}},
    };
}

std::vector<Defect> unhelped_defects() {
    constexpr Change kNoHealth = set("健康帮扶", ""), kNoSocial = set("社会帮扶", "");
    constexpr Change kNoSchool = set("教育帮扶", ""), kNoAllowance = set("综合保障", "");
    return {
        {"q_1_11_009", kMonitoring, kR, by_accident, {}, {}, clear_all},
        {"q_3_11_003", kMonitoring, kR, by_illness, {kNoHealth, kNoSocial}},
        {"q_3_11_004", kMonitoring, kR, by_schooling, {kNoSchool, kNoSocial}},
        {"q_3_11_005", kMonitoring, kR, by_disability, {kNoAllowance, kNoSocial}},
        {"q_3_11_006", kMonitoring, kR, not_ill, {set("致贫/返贫风险1", "因安全住房")}},
        {"q_3_11_007",
         kMonitoring,
         kR,
         identified_before,
         {set("是否义务教育阶段适龄儿童少年失学辍学", "是")}},
        {"q_3_11_008", kMonitoring, kR, not_ill, {set("致贫/返贫风险1", "因安全饮水")}},
        {"q_3_11_009",
         kMonitoring,
         kR,
         not_ill,
         {set("是否有家庭成员未参加城乡居民（职工）基本医疗保险", "是"), kNoHealth, kNoSocial},
         {{"q_4_11_007", kMonitoring}}},
    };
}

}  // namespace

std::vector<Defect> removal_defects() {
    std::vector<Defect> all = after_defects();
    for (Defect& defect : unhelped_defects()) all.push_back(std::move(defect));
    return all;
}

}  // namespace tz::demo
