#include "demo/defect.h"
#include "demo/fits.h"

namespace tz::demo {
namespace {

using namespace fits;
constexpr Track kL = Track::kLiftedOut;
constexpr Level kPerson = Level::kPerson;
constexpr Level kHousehold = Level::kHousehold;
constexpr Level kRelocation = Level::kRelocation;
constexpr Level kContract = Level::kContract;
consteval std::size_t at(std::string_view header) { return kMonitorForm.at(header); }

using HouseholdRef = const Household&;
using PersonRef = const Person&;

bool without_labour(HouseholdRef h, PersonRef) { return count_any_labour(h) == 0; }
bool with_allowance(HouseholdRef h, PersonRef) { return h.receives_allowance; }
bool in_pension(HouseholdRef, PersonRef p) {
    return p.cells[at("是否参加城乡居民基本养老保险")] == "是";
}
bool disabled_idle(HouseholdRef, PersonRef p) {
    return p.is_disabled() && p.certificate.size() == 20 && p.jobs.empty() && p.plans.empty();
}
bool relocated(HouseholdRef h, PersonRef) { return h.relocation.is_relocated; }
bool in_resident_scheme(HouseholdRef, PersonRef p) {
    return p.age >= 20 && !p.has_serious_illness &&
           p.cells[at("是否参加城乡居民基本医疗保险")] == "是";
}
bool born_in_that_year(HouseholdRef, PersonRef p) {
    return civil(p.birth).year == kLookBackYear && !p.has_serious_illness;
}
bool chronic(HouseholdRef, PersonRef p) { return p.has_chronic_illness; }

void no_support(Planting& p) {
    for (Person& person : p.home.members) {
        person.cells[at("享受低保政策情况")] = "未享受";
        person.cells[at("享受特困供养政策情况")] = "不享受";
    }
}
void no_certificate(Planting& p) {
    p.person.cells[at("证件号码")] = p.person.id;
    p.person.has_certificate = false;
}
void unsafe_dwelling(Planting& p) { p.home.has_unsafe_dwelling = true; }
void not_moved_in(Planting& p) { p.home.relocation.has_moved_in = false; }
void not_followed_up(Planting& p) { p.home.relocation.is_followed_up = false; }
void old_house_stands(Planting& p) { p.home.relocation.old_house_is_gone = false; }
void no_contract(Planting& p) { p.person.has_contract = false; }
void few_visits(Planting& p) { p.person.doctor_visits = 2; }

std::vector<Defect> support_defects() {
    return {
        {"backstop_in_place", kHousehold, kL, without_labour, {}, {}, no_support},
        {"allowance_reaches_standard",
         kHousehold,
         kL,
         with_allowance,
         {set_survey("人均纯收入", "3600")}},
        {"allowance_reaches_standard",
         kHousehold,
         kL,
         with_allowance,
         {set_survey("人均纯收入", "2800")}},
        {"allowance_reaches_standard",
         kHousehold,
         kL,
         with_allowance,
         {set_survey("人均纯收入", "3180")}},
        {"allowance_reaches_standard",
         kHousehold,
         kL,
         with_allowance,
         {set_survey("人均纯收入", "1950")}},
        {"pension_insurance", kPerson, kL, in_pension, {set("是否参加城乡居民基本养老保险", "否")}},
        {"disability_certified",
         kPerson,
         kL,
         disabled_idle,
         {set("证件类型", "居民身份证")},
         {{"q_4_01_002"}},
         no_certificate},
        {"chronic_contract_signed", kContract, kL, chronic, {}, {}, no_contract},
        {"chronic_home_visits", kContract, kL, chronic, {}, {}, few_visits},
    };
}

std::vector<Defect> insurance_defects() {
    const Change not_resident = set("是否参加城乡居民基本医疗保险", "否");
    const Change not_employee = set("是否参加城镇职工基本医疗保险", "否");
    return {
        {"medical_insurance",
         kPerson,
         kL,
         in_resident_scheme,
         {not_resident, not_employee},
         {{"q_2_01_008"},
          {"q_2_01_016"},
          {"three_plus_one", kHousehold},
          {"exit_standard", kHousehold}}},
        {"newcomer_insured",
         kPerson,
         kL,
         born_in_that_year,
         {not_resident, not_employee},
         {{"medical_insurance"},
          {"q_2_01_008"},
          {"q_2_01_016"},
          {"three_plus_one", kHousehold},
          {"exit_standard", kHousehold}}},
    };
}

std::vector<Defect> dwelling_defects() {
    return {
        {"safe_dwelling",
         kHousehold,
         kL,
         anything,
         {},
         {{"three_plus_one", kHousehold}, {"exit_standard", kHousehold}},
         unsafe_dwelling},
        {"relocated_moved_in", kRelocation, kL, relocated, {}, {}, not_moved_in},
        {"relocated_followed_up", kRelocation, kL, relocated, {}, {}, not_followed_up},
        {"relocated_old_dwelling_removed", kRelocation, kL, relocated, {}, {}, old_house_stands},
        {"relocated_exited", kRelocation, kL, relocated, {set("户类型", "建档立卡户")}},
    };
}

std::vector<Defect> survey_defects() {
    const std::vector<Also> exit = {{"exit_standard", kHousehold}};
    const std::vector<Also> water = {{"water_overall", kHousehold},
                                     {"three_plus_one", kHousehold},
                                     {"exit_standard", kHousehold}};
    return {
        {"enough_food", kHousehold, kL, anything, {set_survey("是否不愁吃", "否")}, exit},
        {"enough_clothing", kHousehold, kL, anything, {set_survey("是否不愁穿", "否")}, exit},
        {"water_quantity", kHousehold, kL, anything, {set_survey("人均日用水量", "26")}, water},
        {"water_quality",
         kHousehold,
         kL,
         anything,
         {set_survey("水中有无肉眼可见杂质", "有")},
         water},
        {"water_access",
         kHousehold,
         kL,
         anything,
         {set_survey("是否自来水入户", "否"), set_survey("取水往返时间", "35")},
         water},
        {"water_guarantee",
         kHousehold,
         kL,
         anything,
         {set_survey("是否季节性缺水", "是"), set_survey("有无缺水解决预案", "无"),
          set_survey("供水保证率", "80")},
         water},
    };
}

}  // namespace

std::vector<Defect> look_back_defects() {
    std::vector<Defect> all;
    for (auto* table : {support_defects, insurance_defects, dwelling_defects, survey_defects})
        for (Defect& defect : table()) {
            defect.area = "4304";
            all.push_back(std::move(defect));
        }
    return all;
}

}  // namespace tz::demo
