#include <fmt/format.h>

#include "base/id_number.h"
#include "demo/defect.h"
#include "demo/fits.h"

namespace tz::demo {
namespace {

using namespace fits;
constexpr Track kL = Track::kLiftedOut;
constexpr Track kM = Track::kMonitored;
constexpr Level kPerson = Level::kPerson;
constexpr Level kHousehold = Level::kHousehold;
constexpr std::size_t kId = kMonitorForm.at("证件号码");
constexpr std::size_t kSex = kMonitorForm.at("性别");

using HouseholdRef = const Household&;
using PersonRef = const Person&;

// Every jobs' and plans' row names the person by the number that the person's own row shows.
void set_id(Planting& at, std::string number) { at.person.cells[kId] = std::move(number); }

char wrong_check(char right) { return right == '5' ? '6' : '5'; }

void break_check(Planting& at) {
    std::string number = at.person.cells[kId];
    number[17] = wrong_check(number[17]);
    set_id(at, number);
}
void cut_number(Planting& at) { set_id(at, at.person.cells[kId].substr(0, 17)); }
void take_number_of_another(Planting& at) { set_id(at, at.earlier.id_number); }
void make_number_up(Planting& at) {
    std::string number = "999999" + at.person.id.substr(6, 11);
    number.push_back(check_character(number));
    set_id(at, number);
}
void drop_certificate(Planting& at) { set_id(at, at.person.id); }
void drop_certificate_and_list(Planting& at) {
    set_id(at, at.person.id);
    at.person.has_certificate = false;
}
void flip_sex(Planting& at) {
    std::string& sex = at.person.cells[kSex];
    sex = sex == "男" ? "女" : "男";
}
void leave_school(Planting& at) { at.person.left_school = true; }

bool plain_adult(HouseholdRef, PersonRef p) {
    return is_plain(p) && is_grown(p) && p.age < 60 && p.jobs.empty() && p.plans.empty();
}
bool plain_idle_other(HouseholdRef h, PersonRef p) { return plain_adult(h, p) && !is_head(h, p); }
bool disabled_idle(HouseholdRef, PersonRef p) {
    return p.is_disabled() && p.certificate.size() == 20 && p.jobs.empty() && p.plans.empty();
}
bool other_member(HouseholdRef h, PersonRef p) {
    return !is_head(h, p) && p.relation != label::kSpouse;
}
bool physical_worker(HouseholdRef h, PersonRef p) {
    return is_severely_physical(p) && is_of_working_age(p) && is_robust(h, p) && is_idle(p);
}
bool idle_able(HouseholdRef h, PersonRef p) {
    return p.is_able() && p.is_healthy() && is_of_working_age(p) && is_idle(p) && is_robust(h, p);
}
bool ill_worker(HouseholdRef h, PersonRef p) {
    return !p.is_healthy() && is_of_working_age(p) && !is_severely_physical(p) && is_robust(h, p);
}
bool child(HouseholdRef h, PersonRef p) { return p.age < 16 && is_robust(h, p); }
bool elder(HouseholdRef h, PersonRef p) {
    return p.age >= 61 && p.age <= 69 && !is_severely_physical(p) && is_robust(h, p);
}
bool with_sexed_relation(HouseholdRef h, PersonRef p) { return other_member(h, p); }
bool pupil(HouseholdRef, PersonRef p) {
    return p.school == "小学" && p.age >= 7 && p.age <= 12 && p.is_healthy();
}
bool young_pupil(HouseholdRef h, PersonRef p) { return pupil(h, p) && p.age < 12; }
bool dropout_age(HouseholdRef, PersonRef p) {
    return p.age >= 8 && p.age <= 14 && p.is_student() && is_plain(p);
}
bool at_least_fifteen_in_school(HouseholdRef, PersonRef p) {
    return p.is_student() && p.age >= 15 && p.age <= 17;
}
bool junior(HouseholdRef, PersonRef p) { return p.is_student() && p.age >= 12 && p.age <= 13; }
bool senior(HouseholdRef, PersonRef p) { return p.is_student() && p.age >= 16 && p.age <= 17; }
bool freshman(HouseholdRef, PersonRef p) { return p.is_student() && p.age >= 18 && p.age <= 19; }
bool young_adult(HouseholdRef, PersonRef p) { return is_grown(p) && p.age >= 18 && p.age <= 22; }
bool with_phone(HouseholdRef, PersonRef p) {
    return !p.cells[kMonitorForm.at("家庭成员联系电话")].empty();
}
bool insured_grown(HouseholdRef, PersonRef p) {
    return is_grown(p) && !p.has_serious_illness &&
           p.cells[kMonitorForm.at("是否参加城乡居民基本医疗保险")] == "是";
}

std::vector<Defect> identity_defects() {
    return {
        {"q_1_01_001", kPerson, kL, plain_idle_other, {}, {}, take_number_of_another, true},
        {"q_1_12_001", kPerson, kM, plain_idle_other, {}, {}, take_number_of_another, true},
        {"q_1_01_002", kPerson, kL, plain_idle_other, {}, {}, cut_number},
        {"q_1_12_002", kPerson, kM, plain_idle_other, {}, {}, cut_number},
        {"q_1_01_003", kPerson, kL, plain_idle_other, {}, {}, break_check},
        {"q_1_12_003", kPerson, kM, plain_idle_other, {}, {}, break_check},
        {"q_1_01_004", kPerson, kL, disabled_idle, {}, {}, break_check},
        {"q_1_12_004", kPerson, kM, disabled_idle, {}, {}, break_check},
        {"q_4_01_003", kPerson, kL, plain_idle_other, {}, {}, make_number_up},
        {"q_4_01_002",
         kPerson,
         kL,
         disabled_idle,
         {set("证件类型", "居民身份证")},
         {},
         drop_certificate},
        {"q_4_12_003",
         kPerson,
         kM,
         disabled_idle,
         {set("证件类型", "居民身份证")},
         {},
         drop_certificate_and_list},
        {"q_4_01_007",
         kPerson,
         kL,
         physical_worker,
         {set("劳动技能", "普通劳动力")},
         {{"q_5_12_010_16"}}},
        {"q_4_01_008",
         kPerson,
         kM,
         physical_worker,
         {set("劳动技能", "普通劳动力")},
         {{"q_5_12_009_16"}}},
        {"q_2_01_004", kPerson, kL, with_sexed_relation, {}, {}, flip_sex},
        {"q_2_12_008", kPerson, kM, with_sexed_relation, {}, {}, flip_sex},
    };
}

std::vector<Defect> blank_defects() {
    return {
        {"q_2_01_001", kPerson, kL, anything, {set("民族", "")}},
        {"q_2_12_002", kPerson, kM, anything, {set("民族", "")}},
        {"q_2_01_002", kPerson, kL, plain_adult, {set("健康状况", "")}},
        {"q_2_12_003", kPerson, kM, plain_adult, {set("健康状况", "")}},
        {"q_2_01_003", kPerson, kL, idle_able, {set("劳动技能", "")}},
        {"q_2_12_001", kPerson, kM, idle_able, {set("劳动技能", "")}},
        {"q_2_01_006", kPerson, kL, anything, {set("是否参加大病保险", "")}},
        {"q_2_12_010", kPerson, kM, anything, {set("是否参加大病保险", "")}},
        {"q_2_01_007", kPerson, kL, anything, {set("是否参加城乡居民基本养老保险", "")}},
        {"q_2_15_001", kPerson, kM, anything, {set("是否参加城乡居民基本养老保险", "")}},
        {"q_3_01_001", kPerson, kL, other_member, {set("与户主关系", "")}},
        {"q_3_12_002", kPerson, kM, other_member, {set("与户主关系", "")}},
        {"q_3_01_002", kPerson, kL, plain_adult, {set("文化程度", "")}},
        {"q_3_12_003", kPerson, kM, plain_adult, {set("文化程度", "")}},
        {"q_2_12_012",
         kPerson,
         kM,
         anything,
         {set("是否参加城乡居民基本医疗保险", ""), set("是否参加城镇职工基本医疗保险", "")}},
    };
}

std::vector<Defect> insurance_defects() {
    constexpr Change kNotResident = set("是否参加城乡居民基本医疗保险", "否");
    constexpr Change kNotEmployee = set("是否参加城镇职工基本医疗保险", "否");
    const std::vector<Also> uninsured = {{"q_2_01_016"},
                                         {"medical_insurance"},
                                         {"three_plus_one", kHousehold},
                                         {"exit_standard", kHousehold}};
    std::vector<Also> uninsured_and_aided = uninsured;
    uninsured_and_aided.push_back({"q_2_01_008"});
    return {
        {"q_2_01_008", kPerson, kL, insured_grown, {kNotResident, kNotEmployee}, uninsured},
        {"q_2_01_009", kPerson, kL, insured_grown, {set("是否参加城镇职工基本医疗保险", "是")}},
        {"q_2_12_015", kPerson, kM, insured_grown, {set("是否参加城镇职工基本医疗保险", "是")}},
        {"q_1_02_003",
         kPerson,
         kL,
         anything,
         {set("是否参加大病保险", "否")},
         {{"q_2_01_016"}, {"q_1_02_007", kHousehold}}},
        {"q_2_12_016", kPerson, kM, anything, {set("是否参加大病保险", "否")}},
        {"q_3_01_007",
         kPerson,
         kL,
         insured_grown,
         {kNotResident, kNotEmployee, set("是否接受医疗救助", "是")},
         uninsured_and_aided},
    };
}

std::vector<Defect> labour_defects() {
    return {
        {"q_2_01_005_16", kPerson, kL, idle_able, {set("劳动技能", "丧失劳动力")}},
        {"q_2_01_010_16", kPerson, kL, idle_able, {set("劳动技能", "无劳动力")}},
        {"q_2_12_009_16",
         kPerson,
         kM,
         idle_able,
         {set("劳动技能", "丧失劳动力")},
         {{"q_5_12_008"}}},
        {"q_2_12_013_16", kPerson, kM, idle_able, {set("劳动技能", "无劳动力")}, {{"q_5_12_008"}}},
        {"q_5_12_008", kPerson, kM, idle_able, {set("劳动技能", "弱劳动力或半劳动力")}},
        {"q_5_12_009_16", kPerson, kM, ill_worker, {set("劳动技能", "普通劳动力")}},
        {"q_5_12_010_16", kPerson, kL, ill_worker, {set("劳动技能", "普通劳动力")}},
        {"q_2_01_011", kPerson, kL, child, {set("劳动技能", "普通劳动力")}},
        {"q_2_12_014", kPerson, kM, child, {set("劳动技能", "弱劳动力或半劳动力")}},
        {"q_2_12_017", kPerson, kL, elder, {set("劳动技能", "普通劳动力")}},
        {"q_2_12_005", kPerson, kM, elder, {set("劳动技能", "技能劳动力")}},
    };
}

std::vector<Defect> school_defects() {
    return {
        {"q_3_01_003", kPerson, kL, pupil, {set("文化程度", "小学")}},
        {"q_3_12_004", kPerson, kM, pupil, {set("文化程度", "小学")}},
        {"q_2_01_012", kPerson, kL, pupil, {set("失学或辍学原因", "因病")}},
        {"q_1_02_005",
         kPerson,
         kL,
         dropout_age,
         {set("在校生状况", ""), set("义务教育阶段未上学原因", "厌学"),
          set("失学或辍学原因", "厌学")},
         {{"q_1_02_007", kHousehold},
          {"schooling"},
          {"three_plus_one", kHousehold},
          {"exit_standard", kHousehold}},
         leave_school},
        {"q_5_12_014", kPerson, kM, at_least_fifteen_in_school, {set("在校生状况", "小学")}},
        {"q_5_12_015", kPerson, kM, young_pupil, {set("在校生状况", "七年级")}},
        {"q_5_12_016", kPerson, kM, junior, {set("在校生状况", "普通高中一年级")}},
        {"q_5_12_013", kPerson, kM, pupil, {set("在校生状况", "学前教育")}},
        {"q_5_12_017", kPerson, kM, senior, {set("在校生状况", "本科一年级")}},
        {"q_5_12_018", kPerson, kM, freshman, {set("在校生状况", "硕士研究生及以上")}},
        {"q_5_12_019", kPerson, kM, young_adult, {set("文化程度", "小学")}},
    };
}

std::vector<Defect> phone_defects() {
    const Fits worker = [](HouseholdRef, PersonRef p) { return is_working(p); };
    return {
        {"q_2_01_013", kPerson, kL, worker, {set("家庭成员联系电话", "1380000123")}},
        {"q_2_01_014", kPerson, kL, worker, {set("家庭成员联系电话", "12800001234")}},
        {"q_2_12_007", kPerson, kM, with_phone, {set("家庭成员联系电话", "07345223311")}},
    };
}

}  // namespace

std::vector<Defect> person_defects() {
    std::vector<Defect> all;
    for (auto* table : {identity_defects, blank_defects, insurance_defects, labour_defects,
                        school_defects, phone_defects})
        for (Defect& defect : table()) all.push_back(std::move(defect));
    return all;
}

}  // namespace tz::demo
