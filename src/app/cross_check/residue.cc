#include "app/cross_check/residue.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "app/cross_check/parallel.h"
#include "app/cross_check/person_name.h"
#include "base/utf8.h"

namespace tz::cross_check {
namespace {

// Of 100: birth date and sex are demanded of a candidate, the name and the region weigh.
constexpr int kBaseScore = 40;
constexpr int kRegionScore = 10;
constexpr int kNearScore = 20;
// Births spread over some 25,000 days: of a name that more people have, one in a hundred shares
// both name and birth date with somebody else.
constexpr std::uint32_t kCommonName = 250;
constexpr std::size_t kNameSlots = std::size_t{1} << 20;
constexpr int kClearlyMore = 10;  // between two rows that are like one person
constexpr std::size_t kNumberSize = 18;

// Two 18-character numbers that differ in one character.
bool is_near(std::string_view a, std::string_view b) {
    if (a.size() != kNumberSize || b.size() != kNumberSize) return false;
    int differing = 0;
    for (std::size_t i = 0; i < kNumberSize; ++i) differing += a[i] != b[i];
    return differing == 1;
}

// The one person of this name among those who have one of some numbers.
struct Confirmation {
    const RegisterIndex& index;
    std::string_view name;
    std::uint64_t key = 0;
    bool is_several = false;

    bool take(std::uint64_t wanted) {
        const std::uint32_t person = index.find(wanted);
        if (person == kNone || wanted == key) return false;
        if (!compare_names(name, index.name(person)).is_same()) return false;
        is_several = key != 0;
        key = wanted;
        return true;
    }
    bool is_one() const { return key != 0 && !is_several; }
};

// Numbers one digit or one transposition away, whose check is right and whose owner has this name.
class Neighbours {
  public:
    Neighbours(const std::string& number, std::string_view name, const RegisterIndex& index)
        : number_(number), changed_(number), confirmed_{index, name} {
        for (std::size_t i = 0; i + 1 < kNumberSize; ++i) sum_ += share(i, number[i]);
    }

    Repaired find() {
        for (std::size_t i = 0; i < kNumberSize; ++i) {
            for (const char c : digits_at(i)) {
                changed_[i] = c;
                if (c != number_[i]) look(sum_with(i, c));
            }
            changed_[i] = number_[i];
        }
        for (std::size_t i = 0; i + 1 < kNumberSize; ++i) {
            if (number_[i] == number_[i + 1]) continue;
            std::swap(changed_[i], changed_[i + 1]);
            if (is_digit(changed_[i]))
                look(sum_with(i, changed_[i]) - share(i + 1, number_[i + 1]) +
                     share(i + 1, changed_[i + 1]) + 11 * share(i + 1, '9'));
            std::swap(changed_[i], changed_[i + 1]);
        }
        if (!confirmed_.is_one()) return {};
        return {confirmed_.key, how(), Reason::kRepairConfirmed};
    }

  private:
    static std::string_view digits_at(std::size_t i) {
        return std::string_view("0123456789X").substr(0, i + 1 < kNumberSize ? 10 : 11);
    }
    // `sum` is the weighted one of the changed body; ten of eleven changes fail it.
    void look(unsigned sum) {
        if (check_character_of(sum) != changed_.back()) return;
        const IdCell cell = read_id_cell(changed_);
        if (cell.state == IdState::kValid && confirmed_.take(cell.key)) found_ = changed_;
    }
    // What a digit at a place adds; the check character adds nothing. Multiples of 11 don't count.
    static unsigned share(std::size_t i, char c) {
        return i + 1 < kNumberSize ? check_weight(i) * static_cast<unsigned>(c - '0') : 0;
    }
    unsigned sum_with(std::size_t i, char c) const {
        return sum_ + 11 * share(i, '9') - share(i, number_[i]) + share(i, c);
    }
    Text how() const {
        const auto [a, b] = std::ranges::mismatch(number_, found_);
        const auto at = static_cast<std::size_t>(a - number_.begin());
        const bool is_swap = at + 1 < kNumberSize && number_[at + 1] != found_[at + 1];
        if (!is_swap)
            return {fmt::format("第{}位“{}”改为“{}”", at + 1, *a, *b),
                    fmt::format("position {}: {} -> {}", at + 1, *a, *b)};
        const std::string before = number_.substr(at, 2), after = found_.substr(at, 2);
        return {fmt::format("第{}、{}位“{}”改为“{}”", at + 1, at + 2, before, after),
                fmt::format("positions {} and {}: {} -> {}", at + 1, at + 2, before, after)};
    }

    const std::string& number_;
    unsigned sum_ = 0;
    std::string changed_;
    std::string found_;
    Confirmation confirmed_;
};

std::size_t name_slot(std::string_view name) {
    return static_cast<std::size_t>(std::hash<std::string_view>{}(name) >> 44);
}

OutcomeRow nobody(const List& list, std::uint32_t entry) {
    OutcomeRow row;
    row.entry = entry;
    const IdState state = list.entries[entry].state;
    row.kind = state == IdState::kBlank    ? OutcomeKind::kIdMissing
               : state == IdState::kBroken ? OutcomeKind::kIdBroken
                                           : OutcomeKind::kNotFound;
    return row;
}

}  // namespace

Repaired repair(const std::string& written, std::string_view name, const RegisterIndex& index) {
    const std::string number = clean_id_number(written);
    const bool is_digits = number.size() == kNumberSize &&
                           all_digits(std::string_view(number).substr(0, 17)) &&
                           (is_digit(number[17]) || number[17] == 'X');
    // Where all are digits nothing is proven; what the register may confirm is looked for there.
    if (is_digits) return name.empty() ? Repaired{} : Neighbours(number, name, index).find();
    const auto found = repair_id_number(number);
    if (!found) return {};
    const IdCell cell = read_id_cell(found->number);
    if (found->is_proven) return {cell.key, found->how, Reason::kRepairProven};
    Confirmation confirmed{index, name};
    if (name.empty() || !confirmed.take(cell.key)) return {};
    return {cell.key, found->how, Reason::kRepairConfirmed};
}

struct Residue::Seeker {
    std::uint32_t entry = 0;
    PersonName name{};
    std::string number{};  // only of broken ones
    std::uint32_t signature = 0;
    std::uint32_t region = 0;
    std::int32_t birth = kNoBirth;
    std::uint8_t sex = 0;
};

Residue::Residue(const List& list, const RegisterIndex& index,
                 const std::vector<std::uint8_t>& found, unsigned threads)
    : list_(list), index_(index) {
    count_names();
    const auto is_open = [&](std::uint32_t person) {
        return found[person] == 0 && index.at(person).birth != kNoBirth;
    };
    std::int32_t last = kNoBirth;
    first_birth_ = std::numeric_limits<std::int32_t>::max();
    const auto size = static_cast<std::uint32_t>(index.size());
    for (std::uint32_t person = 0; person < size; ++person) {
        if (!is_open(person)) continue;
        first_birth_ = std::min(first_birth_, index.at(person).birth);
        last = std::max(last, index.at(person).birth);
    }
    if (last == kNoBirth) return;
    ends_.assign(static_cast<std::size_t>(last - first_birth_) + 2, 0);
    const auto day = [&](std::uint32_t person) {
        return static_cast<std::size_t>(index.at(person).birth - first_birth_);
    };
    for (std::uint32_t person = 0; person < size; ++person)
        if (is_open(person)) ++ends_[day(person) + 1];
    for (std::size_t i = 1; i < ends_.size(); ++i) ends_[i] += ends_[i - 1];
    candidates_.resize(ends_.back());
    std::vector<std::uint32_t> next(ends_.begin(), ends_.end() - 1);
    for (std::uint32_t person = 0; person < size; ++person) {
        if (!is_open(person)) continue;
        candidates_[next[day(person)]++].person = person;
    }
    in_parts(candidates_.size(), threads_for(candidates_.size(), threads),
             [this](std::size_t, std::size_t begin, std::size_t end) {
                 for (std::size_t i = begin; i < end; ++i) describe(candidates_[i]);
             });
}

void Residue::count_names() {
    namesakes_.assign(kNameSlots, 0);
    for (std::uint32_t person = 0; person < index_.size(); ++person)
        ++namesakes_[name_slot(index_.name(person))];
}

bool Residue::is_common(std::uint32_t person) const {
    return namesakes_[name_slot(index_.name(person))] > kCommonName;
}

void Residue::describe(Candidate& candidate) const {
    const IndexedPerson& person = index_.at(candidate.person);
    const PersonName name = normal_name(index_.name(candidate.person));
    candidate.signature = tz::cross_check::signature(name);
    candidate.region = region_of(person.key);
    candidate.sex = person.sex;
    candidate.has_any = name.has_any;
}

std::span<const Residue::Candidate> Residue::born_on(std::int32_t birth) const {
    const auto day = static_cast<std::size_t>(static_cast<std::int64_t>(birth) - first_birth_);
    if (candidates_.empty() || birth < first_birth_ || day + 1 >= ends_.size()) return {};
    return std::span(candidates_).subspan(ends_[day], ends_[day + 1] - ends_[day]);
}

// 0 where it can't be the same person, or where the name can't reach the review band.
int Residue::score(const Seeker& seeker, const Candidate& candidate, ReasonSet& reasons) const {
    if (seeker.sex != 0 && candidate.sex != 0 && seeker.sex != candidate.sex) return 0;
    const bool is_region = seeker.region != 0 && seeker.region == candidate.region;
    const bool is_vague = seeker.name.has_any || candidate.has_any;
    const std::uint32_t more = seeker.signature & ~candidate.signature;
    const std::uint32_t less = candidate.signature & ~seeker.signature;
    if (!is_vague && (std::popcount(more) > 1 || std::popcount(less) > 1)) return 0;
    if (!is_vague && (more | less) != 0 && !is_region && seeker.number.empty()) return 0;
    const Likeness likeness =
        compare_names(seeker.name, normal_name(index_.name(candidate.person)));
    if (likeness.score == 0) return 0;
    int total = kBaseScore + likeness.score;
    reasons.add(Reason::kSameBirth);
    if (seeker.sex != 0 && candidate.sex != 0) reasons.add(Reason::kSameSex);
    const bool is_same_text =
        list_.name(list_.entries[seeker.entry]) == index_.name(candidate.person);
    reasons.add(is_same_text ? Reason::kSameName : likeness.reason);
    if (is_region) {
        total += kRegionScore;
        reasons.add(Reason::kSameRegion);
    }
    if (!seeker.number.empty() &&
        is_near(seeker.number, key_text(index_.at(candidate.person).key))) {
        total += kNearScore;
        reasons.add(Reason::kNumberNear);
    }
    return std::min(total, 100);
}

// What the digits of a number of the wrong length still tell: region, birth date, sex.
void Residue::read_rest(Seeker& seeker) {
    constexpr std::size_t kRegionAndBirth = 14;
    constexpr std::size_t kWithOrder = 17;
    const std::string_view number = seeker.number;
    if (number.size() < kRegionAndBirth || !all_digits(number.substr(0, kRegionAndBirth))) return;
    // As if the order code and the check stood there.
    std::string whole(number.substr(0, kRegionAndBirth));
    whole += number.size() >= kWithOrder && all_digits(number.substr(kRegionAndBirth, 3))
                 ? number.substr(kRegionAndBirth, 3)
                 : "000";
    const auto key = pack_person_key(whole + "0");
    if (!key || birth_of(*key) == kNoBirth) return;
    seeker.region = region_of(*key);
    if (seeker.birth == kNoBirth) seeker.birth = birth_of(*key);
    if (seeker.sex == 0 && number.size() >= kWithOrder)
        seeker.sex = static_cast<std::uint8_t>(sex_of(*key));
}

OutcomeRow Residue::judge(std::uint32_t entry) const {
    const ListEntry& said = list_.entries[entry];
    Seeker seeker;
    seeker.entry = entry;
    seeker.name = normal_name(list_.name(said));
    seeker.signature = tz::cross_check::signature(seeker.name);
    seeker.region = region_of(said.key);
    seeker.birth = said.birth != kNoBirth ? said.birth : birth_of(said.key);
    seeker.sex = said.sex != 0 ? said.sex : static_cast<std::uint8_t>(sex_of(said.key));
    if (said.state == IdState::kBroken) seeker.number = clean_id_number(list_.id_number(entry));
    if (said.key == 0 && !seeker.number.empty()) read_rest(seeker);
    OutcomeRow best = nobody(list_, entry);
    if (seeker.birth == kNoBirth || seeker.name.size == 0) return best;
    bool is_several = false;
    for (const Candidate& candidate : born_on(seeker.birth)) {
        ReasonSet reasons;
        const int total = score(seeker, candidate, reasons);
        if (band_of(total) == Band::kNo || total < best.score) continue;
        is_several = total == best.score;
        best.score = static_cast<std::uint8_t>(total);
        best.person = candidate.person;
        best.reasons = reasons;
    }
    if (best.person == kNone) return best;
    if (is_several) best.reasons.add(Reason::kSeveralAlike);
    const bool is_common_name = seeker.number.empty() && is_common(best.person);
    if (is_common_name) best.reasons.add(Reason::kCommonName);
    const bool is_sure =
        band_of(best.score) == Band::kSure && !is_several && !is_common_name && seeker.sex != 0;
    best.kind = is_sure ? OutcomeKind::kIdDiffers : OutcomeKind::kMaybeSame;
    return best;
}

void settle_rivals(const List& list, std::vector<OutcomeRow>& rows) {
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> claims;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].person != kNone) claims[rows[i].person].push_back(i);
    for (auto& [person, claimants] : claims) {
        if (claimants.size() < 2) continue;
        std::ranges::sort(claimants, std::ranges::greater{},
                          [&](std::size_t i) { return rows[i].score; });
        const int best = rows[claimants[0]].score;
        const bool is_clear = best - rows[claimants[1]].score >= kClearlyMore;
        for (const std::size_t i : claimants) {
            if (is_clear && i != claimants[0]) rows[i] = nobody(list, rows[i].entry);
            if (is_clear) continue;
            rows[i].kind = OutcomeKind::kMaybeSame;
            rows[i].reasons.add(Reason::kClaimedTwice);
        }
    }
}

}  // namespace tz::cross_check
