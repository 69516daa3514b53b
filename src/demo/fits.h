// Questions planters ask of a household or person. Pure.
#pragma once
#include <algorithm>
#include <string_view>

#include "demo/draft.h"

namespace tz::demo::fits {

inline std::string_view cell(const Household& home, std::size_t column) {
    return home.cells[column];
}
inline constexpr std::size_t kRisk = kMonitorForm.at("致贫/返贫风险1");

inline bool anything(const Household&, const Person&) { return true; }
inline bool is_grown(const Person& p) { return p.age >= 18 && !p.is_student(); }
inline bool is_of_working_age(const Person& p) {
    return p.age >= 18 && p.age <= 59 && !p.is_student();
}
inline bool is_plain(const Person& p) { return !p.is_disabled(); }
inline bool is_head(const Household& h, const Person& p) { return &p == &h.members.front(); }
inline bool is_severely_physical(const Person& p) {
    return p.disability_kind == 4 && p.disability_grade <= 2 && p.is_disabled();
}
inline bool is_working(const Person& p) { return !p.jobs.empty(); }
inline bool is_idle(const Person& p) {
    return p.jobs.empty() && p.plans.empty() && p.cells[kMonitorForm.at("公益性岗位")].empty();
}

inline bool others_are_able(const Household& h, const Person& p) {
    return std::ranges::any_of(h.members,
                               [&p](const Person& o) { return &o != &p && o.is_able(); });
}
inline bool has_risk(const Household& h, std::string_view risk) {
    for (std::size_t i = 0; i < 5; ++i)
        if (h.cells[kRisk + i] == risk) return true;
    return false;
}
// One person's labour can change without changing what is said of the household.
inline bool is_robust(const Household& h, const Person& p) {
    return others_are_able(h, p) && !has_risk(h, "缺劳动力");
}
inline std::size_t count_able(const Household& h) {
    return static_cast<std::size_t>(std::ranges::count_if(h.members, &Person::is_able));
}
inline std::size_t count_any_labour(const Household& h) {
    return static_cast<std::size_t>(std::ranges::count_if(h.members, &Person::has_any_labour));
}
inline bool has_disabled(const Household& h) {
    return std::ranges::any_of(h.members, &Person::is_disabled);
}
inline bool has_severely_disabled(const Household& h) {
    return std::ranges::any_of(
        h.members, [](const Person& p) { return p.is_disabled() && p.disability_grade <= 2; });
}
inline bool someone_works(const Household& h) {
    return !std::ranges::all_of(h.members, [](const Person& p) {
        return p.jobs.empty() && p.cells[kMonitorForm.at("公益性岗位")].empty();
    });
}
// Six digits of year and month.
inline int months_of(std::string_view cell) {
    int number = 0;
    for (const char c : cell) number = number * 10 + (c - '0');
    return number / 100 * 12 + number % 100 - 1;
}

}  // namespace tz::demo::fits
