// The list of what was paid: all that people are entitled to, but for the gaps that are planted.
#include <algorithm>

#include "demo/lists.h"
#include "demo/schedule.h"

namespace tz::demo {
namespace {

consteval std::size_t at(std::string_view header) { return kMonitorForm.at(header); }

// A year's grant is paid in two parts.
struct Part {
    std::string_view period{};
    std::string_view paid_on{};
};
constexpr Part kParts[] = {{"2020年上半年", "2020-06-15"}, {"2020年下半年", "2020-12-10"}};
constexpr std::size_t kPartCount = std::size(kParts);

// Of so many who are entitled one gets nothing and one only the first part; of so many who look it
// one is paid by mistake.
constexpr std::size_t kGapEvery = 12, kNothingAt = 1, kShortAt = 7;
constexpr std::size_t kMistakeEvery = 40, kMistakeAt = 3;
constexpr std::size_t kPlantedUntil =
    1'200;  // so many entitled to a grant: big counties have no more

std::size_t parts_paid(std::size_t number) {
    if (number >= kPlantedUntil) return kPartCount;
    if (number % kGapEvery == kNothingAt) return 0;
    return number % kGapEvery == kShortAt ? 1 : kPartCount;
}

std::int64_t part_of(std::int64_t yuan, std::size_t part) {
    return part == 0 ? yuan / 2 : yuan - yuan / 2;
}
std::int64_t sum_of(std::int64_t yuan, std::size_t parts) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < parts; ++i) sum += part_of(yuan, i);
    return sum;
}

}  // namespace

// Boarding is drawn for the person alone, so all lists tell the same.
Lists::RollEntry Lists::roll_entry(const Household& home, std::size_t member) const {
    const Person& person = home.members[member];
    RollEntry entry;
    entry.is_listed =
        person.is_student() && person.school != "学龄前儿童" && person.school != "学前教育";
    if (!entry.is_listed) return entry;
    Random random(seed_, home.index, 0xB0A2D + member);
    entry.grade = is_odd(Oddity::kSchoolGrade, person) ? "七年级" : person.school;
    entry.is_at_school = !person.left_school;
    entry.boards = random.chance(person.age >= 15 ? 900 : person.age >= 12 ? 600 : 250);
    return entry;
}

// Grants are judged by what the register says; a person whose number there is wrong can't be found
// on any list.
Status Lists::add_payments(const Household& home, std::size_t member) {
    const Person& person = home.members[member];
    const bool is_matched = person.cells[at("证件号码")].starts_with(person.id);
    const RollEntry roll = roll_entry(home, member);
    Claim claim{home, person, person.cells[at("在校生状况")]};
    if (roll.is_listed && is_matched) {
        claim.grade = roll.is_at_school ? roll.grade : std::string_view();
        claim.boards = roll.boards;
    }
    for (std::size_t i = 0; i < grants().size(); ++i)
        if (lies_in(*home.village, grants()[i].area)) RETURN_IF_ERROR(pay(i, claim, is_matched));
    return ok();
}

Status Lists::pay(std::size_t number, const Claim& claim, bool is_matched) {
    const Grant& grant = grants()[number];
    const std::int64_t due = grant.yuan(claim);
    if (due > 0) {
        const std::size_t parts = has_defects_ ? parts_paid(met_[number].entitled++) : kPartCount;
        manifest_.grant(grant, {expected_person(claim.home, claim.person), due,
                                is_matched ? sum_of(due, parts) : 0});
        return pay(grant, claim, due, parts);
    }
    if (!has_defects_ || !is_matched || !grant.looks_entitled(claim)) return ok();
    const std::size_t similar = met_[number].similar++;
    if (similar >= kPlantedUntil || similar % kMistakeEvery != kMistakeAt) return ok();
    manifest_.grant(grant, {expected_person(claim.home, claim.person), 0, grant.mistaken_yuan});
    return pay(grant, claim, 2 * grant.mistaken_yuan, 1);
}

Status Lists::pay(const Grant& grant, const Claim& claim, std::int64_t yuan, std::size_t parts) {
    const Village& village = *claim.home.village;
    for (std::size_t i = 0; i < parts; ++i)
        RETURN_IF_ERROR(tables_[kPayments].append(
            {std::to_string(++payments_), village.county, village.township, village.name,
             claim.person.name, claim.person.id, grant.item, kParts[i].period, "2020",
             grant.by_school_year ? "2020" : "", std::to_string(part_of(yuan, i)), "打卡发放",
             kParts[i].paid_on, grant.payer}));
    return ok();
}

}  // namespace tz::demo
