#include "demo/grants.h"

#include <algorithm>

#include "demo/cells.h"

namespace tz::demo {
namespace {

consteval std::size_t at(std::string_view header) { return kMonitorForm.at(header); }
constexpr std::string_view kFujian = "fujian/three_years_2018", kFujianCode = "35";
constexpr std::string_view kSchools = "教育局";
constexpr std::int64_t kAllowanceStandard = 4'000;

bool is_poor(const Claim& c) { return c.home.cells[at("户类型")] != "一般农户"; }
bool is_plain(const Claim& c) { return !is_poor(c) && !c.person.is_disabled(); }

bool in_preschool(const Claim& c) { return c.grade == "学前教育"; }
bool in_primary(const Claim& c) { return c.grade == "小学"; }
bool in_junior(const Claim& c) { return c.grade.ends_with("年级") && c.grade.size() == 9; }
bool in_senior(const Claim& c) { return c.grade.starts_with("普通高中"); }
bool in_vocational(const Claim& c) { return c.grade.starts_with("中职"); }
bool in_college(const Claim& c) { return c.grade.starts_with("高职高专"); }
bool in_undergraduate(const Claim& c) { return in_college(c) || c.grade.starts_with("本科"); }
bool in_trade(const Claim& c) { return in_vocational(c) || in_college(c); }
bool in_compulsory(const Claim& c) { return in_primary(c) || in_junior(c); }

bool is_poor_boarder(const Claim& c) { return is_poor(c) && c.boards; }

bool on_allowance(const Claim& c) {
    return is_poor(c) && c.person.cells[at("享受低保政策情况")] == "农村低保";
}
// What is missing to the standard, by the income that the survey found.
std::int64_t allowance_due(const Claim& c) {
    if (!on_allowance(c)) return 0;
    const std::int64_t income = whole(c.home.survey[kSurveyForm.at("人均纯收入")]);
    return std::max<std::int64_t>(kAllowanceStandard - income, 0);
}

// clang-format off
constexpr Grant kGrants[] = {
    {"yulu_grant", kFujian, kFujianCode, "雨露计划补助", "扶贫办",
     [](const Claim& c) -> std::int64_t { return is_poor(c) && in_trade(c) ? 3'000 : 0; },
     [](const Claim& c) { return is_plain(c) && in_trade(c); }, 1'500, true},
    {"kindergarten_grant", kFujian, kFujianCode, "学前教育资助", kSchools,
     [](const Claim& c) -> std::int64_t {
         return in_preschool(c) && (is_poor(c) || c.person.is_disabled()) ? 2'000 : 0;
     },
     [](const Claim& c) { return is_plain(c) && in_preschool(c); }, 1'000},
    {"boarding_meal_grant", kFujian, kFujianCode, "寄宿生营养膳食补助", kSchools,
     [](const Claim& c) -> std::int64_t {
         return is_poor_boarder(c) && in_compulsory(c) ? 1'000 : 0;
     },
     [](const Claim& c) { return is_poor(c) && !c.boards && in_compulsory(c); }, 500},
    {"primary_living_grant", kFujian, kFujianCode, "寄宿生生活补助", kSchools,
     [](const Claim& c) -> std::int64_t { return is_poor_boarder(c) && in_primary(c) ? 1'000 : 0; },
     [](const Claim& c) { return is_plain(c) && c.boards && in_primary(c); }, 500},
    {"junior_living_grant", kFujian, kFujianCode, "寄宿生生活补助", kSchools,
     [](const Claim& c) -> std::int64_t { return is_poor_boarder(c) && in_junior(c) ? 1'250 : 0; },
     [](const Claim& c) { return is_plain(c) && c.boards && in_junior(c); }, 625},
    {"senior_grant", kFujian, kFujianCode, "普通高中国家助学金", kSchools,
     [](const Claim& c) -> std::int64_t { return is_poor(c) && in_senior(c) ? 3'000 : 0; },
     [](const Claim& c) { return is_plain(c) && in_senior(c); }, 1'500},
    {"vocational_grant", kFujian, kFujianCode, "中职国家助学金", kSchools,
     [](const Claim& c) -> std::int64_t { return is_poor(c) && in_vocational(c) ? 2'000 : 0; },
     [](const Claim& c) { return is_plain(c) && in_vocational(c); }, 1'000},
    {"undergraduate_grant", kFujian, kFujianCode, "高校国家助学金", kSchools,
     [](const Claim& c) -> std::int64_t { return is_poor(c) && in_undergraduate(c) ? 4'000 : 0; },
     [](const Claim& c) { return is_plain(c) && in_undergraduate(c); }, 2'000},
    {"allowance_entitlement", "hunan/hengyang_2020", "4304", "低保金", "民政局", allowance_due,
     [](const Claim& c) { return on_allowance(c) && allowance_due(c) == 0; }, 600},
};
// clang-format on

}  // namespace

std::span<const Grant> grants() { return kGrants; }

}  // namespace tz::demo
