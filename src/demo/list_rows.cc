// The rows of the departments' lists.
#include <fmt/format.h>

#include "demo/lists.h"
#include "demo/names.h"

namespace tz::demo {
namespace {

consteval std::size_t at(std::string_view header) { return kMonitorForm.at(header); }

std::string iso(int year, int month, int day) { return to_string(*make_date(year, month, day)); }

// An O where a 0 stood, or the last digit left out: what the check digit can prove.
std::string look_alike(std::string number) {
    const std::size_t zero = number.find('0', 6);
    if (zero == std::string::npos) return number.substr(0, 17);
    number[zero] = 'O';
    return number;
}

std::string fifteen(const std::string& number) { return number.substr(0, 6) + number.substr(8, 9); }

}  // namespace

Status Lists::add_medical(const Made& made, std::size_t member) {
    const Household& home = made.shown;
    const Person& person = home.members[member];
    Random random(seed_, home.index, 0x3ED1CA1 + member);
    Entry entry{person.id, person.name, {}};
    const bool by_employer = made.truth(member).cells[at("是否参加城镇职工基本医疗保险")] == "是";
    if (expect_identity(kMedical, made, member, false))
        expect_value(
            kMedical, made, member,
            by_employer ? at("是否参加城镇职工基本医疗保险") : at("是否参加城乡居民基本医疗保险"));
    std::string_view state = "正常参保";
    if (is_odd(Oddity::kMedicalName, person)) entry.name = mistype_name(random, entry.name);
    if (is_odd(Oddity::kMedicalLookAlike, person)) entry.number = look_alike(entry.number);
    if (is_odd(Oddity::kMedicalFifteen, person)) entry.number = fifteen(entry.number);
    if (is_odd(Oddity::kMedicalSuspended, person)) state = "暂停参保";
    const int year = civil(as_of_).year;
    const std::string row_year = std::to_string(year);
    const std::string day =
        iso(year - 1, 10 + static_cast<int>(random.below(3)), random.between(1, 28));
    constexpr std::pair<Oddity, std::string_view> kOutcomes[] = {
        {Oddity::kMedicalName, "name_differs"},
        {Oddity::kMedicalLookAlike, "id_repaired"},
        {Oddity::kMedicalFifteen, "id_converted"},
        {Oddity::kMedicalTwice, "listed_twice"},
        {Oddity::kMedicalSuspended, "field_differs"}};
    for (const auto& [oddity, outcome] : kOutcomes)
        if (is_odd(oddity, person)) expect(kMedical, outcome, entry, &home, &person);
    const auto put = [&]() {
        return tables_[kMedical].append(
            {home.village->county, home.village->township, home.village->name, entry.name,
             entry.number, row_year, by_employer ? "城镇职工基本医疗保险" : "城乡居民基本医疗保险",
             state, day});
    };
    RETURN_IF_ERROR(put());
    if (is_odd(Oddity::kMedicalTwice, person)) return put();
    if (!is_odd(Oddity::kMedicalTwin, person)) return ok();
    entry.name = mistype_name(random, person.name);
    entry.number = identities_.make_id(random, person.birth, person.is_male, 0, false);
    expect(kMedical, "not_found", entry, nullptr, nullptr);
    return put();
}

Status Lists::add_certificate(const Made& made, std::size_t member) {
    const Household& home = made.shown;
    const Person& person = home.members[member];
    if (!person.is_disabled() || !person.has_certificate) return ok();
    expect_identity(kCertificates, made, member, true);
    int grade = person.disability_grade;
    if (is_odd(Oddity::kDisabilityGrade, person)) {
        grade = grade % 4 + 1;
        expect(kCertificates, "field_differs", {person.id, person.name, {}}, &home, &person);
    }
    const std::string day = iso(2012 + static_cast<int>(person.id[16] - '0'), 5, 20);
    return tables_[kCertificates].append(
        {home.village->county, home.village->township, home.village->name, person.name,
         person.is_male ? "男" : "女", person.id, person.certificate,
         disability_kind_label(person.disability_kind), disability_grade_label(grade), day,
         "有效"});
}

Status Lists::add_roll(const Made& made, std::size_t member) {
    const Household& home = made.shown;
    const Person& person = home.members[member];
    const RollEntry roll = roll_entry(home, member);
    if (!roll.is_listed) return ok();
    Entry entry{person.id, person.name, to_string(person.birth)};
    if (expect_identity(kRolls, made, member, true))
        expect_value(kRolls, made, member, at("在校生状况"));
    if (is_odd(Oddity::kSchoolBirth, person)) {
        entry.birth = to_string(Date{person.birth.days + 2});
        expect(kRolls, "birth_differs", entry, &home, &person);
    }
    if (is_odd(Oddity::kSchoolGrade, person))
        expect(kRolls, "field_differs", entry, &home, &person);
    const std::string school = person.school == "小学" ? home.village->township + "中心小学"
                                                       : home.village->township + "中学";
    return tables_[kRolls].append(
        {home.village->county, home.village->township, home.village->name, entry.name,
         person.is_male ? "男" : "女", entry.birth, entry.number, "G" + person.id,
         person.age >= 15 ? std::string_view("县职业中专、高中或高校") : std::string_view(school),
         roll.grade, roll.is_at_school ? "在读" : "辍学", roll.boards ? "是" : "否"});
}

Status Lists::add_contract(const Made& made, std::size_t member) {
    const Household& home = made.shown;
    const Person& person = home.members[member];
    if (!person.has_chronic_illness || !home.is_lifted_out) return ok();
    if (expect_identity(kContracts, made, member, false))
        expect_value(kContracts, made, member, at("健康状况"));
    const std::string visits = std::to_string(person.has_contract ? person.doctor_visits : 0);
    return tables_[kContracts].append(
        {home.village->county, home.village->township, home.village->name, person.name, person.id,
         std::to_string(kLookBackYear), person.chronic_disease, person.has_contract ? "是" : "否",
         visits, person.has_contract ? "李医生" : ""});
}

Status Lists::add_event(const Household& home, const Person& person) {
    const int year = civil(as_of_).year;
    const std::string_view sex = person.is_male ? "男" : "女";
    if (is_odd(Oddity::kDead, person)) {
        expect(kDeaths, "still_registered", {person.id, person.name, {}}, &home, &person);
        return tables_[kDeaths].append({home.village->county, home.village->township,
                                        home.village->name, person.name, sex, person.id,
                                        iso(year, 9, 14)});
    }
    if (!is_odd(Oddity::kMovedOut, person)) return ok();
    expect(kMoves, "still_registered", {person.id, person.name, {}}, &home, &person);
    return tables_[kMoves].append({home.village->county, home.village->township, home.village->name,
                                   person.name, sex, person.id, iso(year, 6, 3), "广东省东莞市"});
}

Status Lists::add_property(const Household& home, const Person& person) {
    const Entry entry{person.id, person.name, {}};
    if (is_odd(Oddity::kVehicle, person)) {
        expect(kVehicles, "has_property", entry, &home, &person);
        return tables_[kVehicles].append({person.name, person.id,
                                          fmt::format("湘D{:05}", 10'000 + next()), "五菱宏光",
                                          "小型普通客车", "2021-03-08", "正常"});
    }
    if (is_odd(Oddity::kCompany, person)) {
        expect(kCompanies, "has_property", entry, &home, &person);
        return tables_[kCompanies].append(
            {person.name, person.id, fmt::format("9143042400000{:05}", next()),
             home.village->name + "农产品经营部", "个体工商户", "2019-07-02", "存续"});
    }
    if (!is_odd(Oddity::kRealEstate, person)) return ok();
    expect(kRealEstates, "has_property", entry, &home, &person);
    return tables_[kRealEstates].append(
        {person.name, person.id, fmt::format("湘（2020）不动产权第{:07}号", next()),
         home.village->county + "城关新城小区", "住宅", "2020-11-19", "108.5"});
}

Status Lists::add_allowance(const Made& made) {
    const Household& home = made.shown;
    const bool is_odd_one = oddity_ == Oddity::kAllowance;
    if (!home.receives_allowance && !is_odd_one) return ok();
    std::vector<std::string> row = {std::to_string(next()),
                                    home.village->county,
                                    home.village->township,
                                    home.village->name,
                                    home.head().name,
                                    home.head().id,
                                    fmt::format("D{}", home.number),
                                    std::to_string(home.members.size()),
                                    std::to_string(190 * home.members.size()),
                                    "2021-07-01"};
    for (std::size_t i = 1; i < home.members.size(); ++i) {
        row.push_back(home.members[i].name);
        row.push_back(home.members[i].id);
    }
    for (std::size_t i = 0; i < home.members.size(); ++i) {
        const Person& person = home.members[i];
        if (is_odd_one)
            expect(kAllowanceList, "field_differs", {person.id, person.name, {}}, &home, &person);
        else if (expect_identity(kAllowanceList, made, i, false))
            expect_value(kAllowanceList, made, i, at("享受低保政策情况"));
    }
    return tables_[kAllowanceList].append(std::vector<std::string_view>(row.begin(), row.end()));
}

Status Lists::add_appraisal(const Made& made) {
    const Household& home = made.shown;
    const bool is_listed =
        home.has_unsafe_dwelling || home.has_repaired_dwelling || home.index % 7 == 0;
    if (!is_listed) return ok();
    // The register's export doesn't say the grade of any dwelling.
    if (expect_identity(kAppraisals, made, 0, false))
        manifest_.count(tables_[kAppraisals].file_name(), "field_missing");
    const bool is_bad = home.has_unsafe_dwelling;
    const bool is_repaired = home.has_repaired_dwelling && !is_bad;
    return tables_[kAppraisals].append(
        {home.village->county, home.village->township, home.village->name, home.number,
         home.head().name, home.head().id,
         is_bad ? "D级" : (is_repaired ? "C级" : (home.index % 3 == 0 ? "A级" : "B级")),
         is_repaired ? "2019-04-16" : "2020-03-25", "衡阳市房屋安全鉴定中心",
         is_bad ? "未改造" : (is_repaired ? "已竣工" : ""), is_repaired ? "2019-11-30" : ""});
}

Status Lists::add_relocation(const Made& made) {
    const Household& home = made.shown;
    const Relocation& moved = home.relocation;
    if (!moved.is_relocated) return ok();
    if (expect_identity(kRelocations, made, 0, true))
        expect_value(kRelocations, made, 0, at("民族"));
    const auto yes = [](bool is_so) -> std::string_view { return is_so ? "是" : "否"; };
    return tables_[kRelocations].append(
        {home.village->county, home.village->township, home.village->name, home.number,
         home.head().name, home.head().is_male ? "男" : "女", home.head().id, "汉族",
         std::to_string(home.members.size()), "是", home.village->township + "集中安置点",
         "2018-10-01", home.cells[at("户类型")], yes(moved.has_moved_in), yes(moved.is_followed_up),
         yes(moved.old_house_is_gone), moved.old_house_is_gone ? "0.3" : ""});
}

Status Lists::add_water(const Village& village, std::size_t number) {
    const std::string name = village.name + "集中供水工程";
    const std::string key = to_string(village.division) + "/" + name;
    // The first villages have waterworks out of order, the next ones too few tests.
    const bool is_broken = number < times_;
    const bool is_untested = !is_broken && number < 2 * times_;
    if (is_broken) manifest_.expect("waterworks_in_order", {"water_point", key, {}, {}});
    if (is_untested) manifest_.expect("water_tests", {"water_point", key, {}, {}});
    RETURN_IF_ERROR(tables_[kWaterPoints].append(
        {village.county, village.township, village.name, name, "集中供水", "山泉水",
         std::to_string(village.households * 6), "65", "是", is_broken ? "否" : "是", "是", "是"}));
    for (const int month : {4, 10}) {
        if (is_untested && month == 10) break;
        RETURN_IF_ERROR(tables_[kWaterTests].append({village.county, village.township, village.name,
                                                     name, iso(kLookBackYear, month, 12), "是",
                                                     "县疾病预防控制中心"}));
    }
    return ok();
}

// Good numbers of people who are not registered, and a number beyond repair.
Status Lists::add_strangers(const Village& village) {
    Random random(seed_, static_cast<std::uint64_t>(village.division.code), 0x57A);
    const Date birth = *make_date(random.between(1955, 1995), random.between(1, 12), 17);
    Entry known{identities_.make_id(random, birth, true, 0, false),
                std::string(make_surname(random)) + make_given_name(random, true, 1970),
                {}};
    expect(kMedical, "not_found", known, nullptr, nullptr);
    RETURN_IF_ERROR(tables_[kMedical].append(
        {village.county, village.township, village.name, known.name, known.number,
         std::to_string(civil(as_of_).year), "城乡居民基本医疗保险", "正常参保", "2022-12-01"}));
    Entry broken{"43042419" + std::string("**") + "05128X", known.name, {}};
    expect(kMedical, "id_broken", broken, nullptr, nullptr);
    RETURN_IF_ERROR(tables_[kMedical].append(
        {village.county, village.township, village.name, broken.name, broken.number,
         std::to_string(civil(as_of_).year), "城乡居民基本医疗保险", "正常参保", "2022-12-01"}));
    expect(kDeaths, "not_found", known, nullptr, nullptr);
    return tables_[kDeaths].append({village.county, village.township, village.name, known.name,
                                    "男", known.number, "2023-08-01"});
}

Status Lists::add_project(const Village& village, std::size_t number) {
    if (number % 8 != 0) return ok();
    const bool is_job = number % 16 == 0;
    const std::string name = village.name + (is_job ? "乡村保洁公益岗位项目" : "油茶低改项目");
    const bool is_blank = is_job && number / 16 < times_;
    if (is_blank)
        manifest_.expect("q_2_10_004",
                         {"project",
                          fmt::format("{}/{}/{}", to_string(village.division), name, village.name),
                          {},
                          {}});
    return tables_[kProjects].append({std::to_string(number / 8 + 1),
                                      village.county,
                                      village.township,
                                      village.name,
                                      std::to_string(civil(as_of_).year),
                                      is_job ? "公益岗位" : "产业发展",
                                      is_job ? "公益性岗位" : "种植业基地",
                                      "",
                                      name,
                                      "新建",
                                      village.name,
                                      "2023年3月-11月",
                                      village.township + "人民政府",
                                      is_blank ? "" : (is_job ? "聘用保洁员3人" : "改造100亩"),
                                      "财政衔接资金",
                                      "本村脱贫户和监测户",
                                      "按期完成",
                                      "务工就业",
                                      "是",
                                      ""});
}

}  // namespace tz::demo
