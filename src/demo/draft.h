// A household as it is being made up: the facts, and the cells that files will show. A planted
// defect changes cells, never facts, so a correction is the difference. Owned by the county that
// makes it; one thread at a time.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "demo/form.h"
#include "demo/place.h"

namespace tz::demo {

using MonitorCells = std::array<std::string, std::size(kMonitorColumns)>;
using WorkingCells = std::array<std::string, std::size(kWorkingColumns)>;
using PlannedCells = std::array<std::string, std::size(kPlannedColumns)>;
using SurveyCells = std::array<std::string, std::size(kSurveyColumns)>;
using VillageCells = std::array<std::string, std::size(kVillageColumns)>;

// What is true of a person. Labels are those of the code lists.
struct Person {
    std::string name{};
    bool is_male = false;
    Date birth{};
    int age = 0;
    std::string_view relation{};
    std::string id{};           // 18 characters
    std::string certificate{};  // 20 or 22 characters; empty: not disabled
    int disability_kind = 0;
    int disability_grade = 0;
    bool has_chronic_illness = false;
    bool has_serious_illness = false;
    std::string_view school{};  // empty: no student
    std::string_view labour{};
    bool works_away = false;
    bool works_in_county = false;
    // What departments know.
    bool has_certificate = true;  // disabled: in the federation's list
    bool left_school = false;     // the roll says so
    std::string_view chronic_disease = "高血压";
    bool has_contract = true;  // chronically ill: with a family doctor
    int doctor_visits = 4;

    MonitorCells cells{};  // those of a person
    std::vector<WorkingCells> jobs{};
    std::vector<PlannedCells> plans{};

    bool is_disabled() const { return !certificate.empty(); }
    bool is_healthy() const {
        return !is_disabled() && !has_chronic_illness && !has_serious_illness;
    }
    bool is_student() const { return !school.empty(); }
    bool is_able() const;         // ordinary or skilled
    bool has_any_labour() const;  // weak labour counts too
};

inline constexpr int kLookBackYear = 2020;  // whose standards the survey is about

struct Relocation {
    bool is_relocated = false;
    bool has_moved_in = true;
    bool is_followed_up = true;
    bool old_house_is_gone = true;
};

enum class Monitored : unsigned char { kNo, kOpen, kRemoved };

struct Household {
    std::string number{};
    const Village* village = nullptr;
    std::size_t index = 0;     // in the county
    std::size_t position = 0;  // in its village
    bool is_lifted_out = true;
    Monitored monitored = Monitored::kNo;
    bool receives_allowance = false;
    bool receives_extreme_support = false;
    std::vector<Person> members{};
    Relocation relocation{};
    bool has_unsafe_dwelling = false;  // as appraised
    bool has_repaired_dwelling = false;

    MonitorCells cells{};  // those of the place, the household and its monitoring
    std::string toilet_usable{};
    SurveyCells survey{};

    const Person& head() const { return members.front(); }
};

// Dates and amounts as the files write them.
std::string compact_date(Date date);     // 20231218
std::string compact_month(Month month);  // 202312
std::string chinese_month(Month month);  // 2023年5月
std::string yuan_text(std::int64_t yuan);
std::string_view disability_kind_label(int kind);
std::string_view disability_grade_label(int grade);

namespace label {
inline constexpr std::string_view kYes = "是", kNo = "否";
inline constexpr std::string_view kOrdinary = "普通劳动力", kSkilled = "技能劳动力",
                                  kWeak = "弱劳动力或半劳动力", kLost = "丧失劳动力",
                                  kNone = "无劳动力";
inline constexpr std::string_view kHead = "户主", kSpouse = "配偶", kSon = "之子",
                                  kDaughter = "之女", kDaughterInLaw = "之儿媳",
                                  kGrandson = "之孙子", kGranddaughter = "之孙女", kFather = "之父",
                                  kMother = "之母";
}  // namespace label

}  // namespace tz::demo
