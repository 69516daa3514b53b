// What can be wrong with a household: one planter a rule, with every other rule that the same
// change breaks. Pure; tables built once.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demo/draft.h"
#include "demo/random.h"

namespace tz::demo {

// The kind of household a planter needs.
enum class Track : unsigned char {
    kLiftedOut,  // and not monitored
    kMonitored,  // not lifted out; the risk stands
    kRemoved,    // not lifted out; the risk was taken off
};

// Which record of the household a rule speaks of.
enum class Level : unsigned char { kPerson, kHousehold, kMonitoring, kJob, kRelocation, kContract };

enum class Sheet : unsigned char { kMonitor, kWorking, kSurvey };

struct Change {
    Sheet sheet = Sheet::kMonitor;
    std::size_t column = 0;
    std::string_view value{};
};
// A cell of the monitor form; kWorking and kSurvey below.
consteval Change set(std::string_view header, std::string_view value) {
    return {Sheet::kMonitor, kMonitorForm.at(header), value};
}
consteval Change set_job(std::string_view header, std::string_view value) {
    return {Sheet::kWorking, kWorkingForm.at(header), value};
}
consteval Change set_survey(std::string_view header, std::string_view value) {
    return {Sheet::kSurvey, kSurveyForm.at(header), value};
}

struct Also {
    std::string_view rule{};
    Level level = Level::kPerson;
};

// An earlier person without a mistake, to be confused with.
struct Earlier {
    std::string household_number{};
    std::string id_number{};
    std::string name{};
    bool is_known() const { return !id_number.empty(); }
};

struct Planting {
    Household& home;
    Person& person;  // whom it is about; the head for the household
    Random& random;
    Date as_of{};
    const Earlier& earlier;  // of the same track
};

using Fits = bool (*)(const Household&, const Person&);
using Alter = void (*)(Planting&);

struct Defect {
    std::string_view rule{};
    Level level = Level::kPerson;
    Track track = Track::kLiftedOut;
    Fits fits = nullptr;  // asked for each person, or once with the head
    std::vector<Change> changes{};
    std::vector<Also> also{};
    Alter alter = nullptr;      // what cells alone don't say
    bool also_earlier = false;  // the earlier person is at fault as well
    std::string_view area{};    // only where this pack or its parameter applies: "4304"
};

// In order of subject; `look_back` are those of the pack of 2020.
std::vector<Defect> all_defects();
std::vector<Defect> person_defects();
std::vector<Defect> work_defects();
std::vector<Defect> household_defects();
std::vector<Defect> monitoring_defects();
std::vector<Defect> removal_defects();
std::vector<Defect> look_back_defects();

// Changes a household so that it breaks the rule. False when it is not of the right sort: then it
// may have been changed, and another must be tried.
struct Planted {
    bool is_done = false;
    std::size_t person = 0;
};
Planted plant(const Defect& defect, Household& home, Random& random, Date as_of,
              const Earlier& earlier);

// What a village's row can have wrong.
struct VillageDefect {
    std::string_view rule{};
    std::size_t column = 0;
    std::string_view value{};
    bool look_back = false;  // of the year 2020
    std::string_view area{};
};
std::span<const VillageDefect> village_defects();

}  // namespace tz::demo
