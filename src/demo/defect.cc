#include "demo/defect.h"

namespace tz::demo {
namespace {

void apply(const Change& change, Planting& at) {
    switch (change.sheet) {
        case Sheet::kMonitor:
            if (kMonitorColumns[change.column].of == Of::kPerson)
                at.person.cells[change.column] = change.value;
            else
                at.home.cells[change.column] = change.value;
            return;
        case Sheet::kWorking:
            at.person.jobs.front()[change.column] = change.value;
            return;
        case Sheet::kSurvey:
            at.home.survey[change.column] = change.value;
            return;
    }
}

bool is_about_a_member(Level level) {
    return level == Level::kPerson || level == Level::kJob || level == Level::kContract;
}

}  // namespace

std::vector<Defect> all_defects() {
    std::vector<Defect> all;
    for (auto* table : {person_defects, work_defects, household_defects, monitoring_defects,
                        removal_defects, look_back_defects})
        for (Defect& defect : table()) all.push_back(std::move(defect));
    return all;
}

Planted plant(const Defect& defect, Household& home, Random& random, Date as_of,
              const Earlier& earlier) {
    if (defect.also_earlier && !earlier.is_known()) return {};
    const std::size_t count = is_about_a_member(defect.level) ? home.members.size() : 1;
    const std::size_t start = random.below(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t chosen = (start + i) % count;
        Person& person = home.members[chosen];
        if (!defect.fits(home, person)) continue;
        Planting at{home, person, random, as_of, earlier};
        for (const Change& change : defect.changes) apply(change, at);
        if (defect.alter) defect.alter(at);
        return {true, chosen};
    }
    return {};
}

}  // namespace tz::demo
