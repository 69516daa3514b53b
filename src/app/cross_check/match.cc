#include "app/cross_check/match.h"

#include <algorithm>
#include <array>
#include <bit>

#include "app/cross_check/person_name.h"
#include "domain/household/household_codes.h"

namespace tz::cross_check {
namespace {

constexpr std::uint32_t kBatch = 512;
constexpr Code kGeneralHousehold = 0;
static_assert(kHouseholdKindChoices[0].code == kGeneralHousehold &&
              kHouseholdKindChoices[0].name == "general");

void put(std::vector<OutcomeRow>& out, OutcomeRow row, OutcomeKind kind) {
    row.kind = kind;
    out.push_back(row);
}

}  // namespace

std::uint32_t Matcher::choose(std::uint32_t person, std::string_view name) const {
    if (!index_.has_others(person)) return person;
    std::vector<std::uint32_t> all = index_.others(person);
    all.push_back(person);
    return *std::ranges::min_element(all, {}, [&](std::uint32_t one) {
        return std::tuple(index_.is_gone(one), !compare_names(name, index_.name(one)).is_same(),
                          index_.id(one));
    });
}

std::int64_t Matcher::match(std::uint32_t begin, std::uint32_t end,
                            std::vector<std::uint32_t>& person_of,
                            std::vector<OutcomeRow>& out) const {
    std::int64_t equal = 0;
    std::array<std::uint64_t, kBatch> keys{};
    for (std::uint32_t first = begin; first < end; first += kBatch) {
        const std::uint32_t size = std::min(kBatch, end - first);
        for (std::uint32_t i = 0; i < size; ++i) keys[i] = list_.entries[first + i].key;
        const std::span found(person_of.data() + first, size);
        index_.find(std::span(keys).first(size), found);
        for (const std::uint32_t person : found) index_.expect_values(person);
        for (std::uint32_t i = 0; i < size; ++i) {
            if (found[i] == kNone) continue;
            OutcomeRow base;
            base.entry = first + i;
            base.person = found[i] = choose(found[i], list_.name(list_.entries[first + i]));
            equal += compare(base, out);
        }
    }
    return equal;
}

bool Matcher::compare_identity(const OutcomeRow& base, std::vector<OutcomeRow>& out) const {
    const ListEntry& entry = list_.entries[base.entry];
    const IndexedPerson& person = index_.at(base.person);
    const std::string_view listed = list_.name(entry);
    const std::string_view registered = index_.name(base.person);
    bool is_equal = true;
    if (!listed.empty() && listed != registered) {
        const Likeness likeness = compare_names(listed, registered);
        if (!likeness.is_same()) {
            OutcomeRow row = base;
            row.reasons.add(likeness.reason);
            put(out, row, OutcomeKind::kNameDiffers);
            is_equal = false;
        }
    }
    if (entry.birth != kNoBirth && person.birth != kNoBirth && entry.birth != person.birth) {
        put(out, base, OutcomeKind::kBirthDiffers);
        is_equal = false;
    }
    if (entry.sex != 0 && person.sex != 0 && entry.sex != person.sex) {
        put(out, base, OutcomeKind::kSexDiffers);
        is_equal = false;
    }
    return is_equal;
}

bool Matcher::compare_fields(const OutcomeRow& base, std::vector<OutcomeRow>& out) const {
    bool is_equal = true;
    const Codes row = list_.values(base.entry);
    for (std::size_t i = 0; i < list_.comparing.checks.size(); ++i) {
        const ComparedField& check = list_.comparing.checks[i];
        const Expected expected = check.expect ? check.expect(row) : equal_to(row[check.shown]);
        if (expected.how == Expected::How::kNothing) continue;
        const Code registered = index_.value(i, base.person);
        if (registered != kUnknown && expected.holds(registered, check.tolerance)) continue;
        OutcomeRow differs = base;
        differs.check = static_cast<std::uint16_t>(i);
        put(out, differs,
            registered == kUnknown ? OutcomeKind::kFieldMissing : OutcomeKind::kFieldDiffers);
        is_equal = false;
    }
    return is_equal;
}

// Whether the person should be there, by the list or by the register.
bool Matcher::compare_presence(const OutcomeRow& base, std::vector<OutcomeRow>& out) const {
    const Comparing& comparing = list_.comparing;
    const Codes row = list_.values(base.entry);
    const bool is_gone = index_.is_gone(base.person);
    if (comparing.is_gone && comparing.is_gone(row)) {
        if (!is_gone) put(out, base, OutcomeKind::kStillRegistered);
        return is_gone;
    }
    if (is_gone) {
        if (!is_on(base.entry)) return true;
        put(out, base, OutcomeKind::kLeftRegister);
        return false;
    }
    const bool is_registered =
        !comparing.household_kind ||
        index_.value(*comparing.household_kind, base.person) != kGeneralHousehold;
    if (!comparing.is_property || !comparing.is_property(row) || !is_registered) return true;
    put(out, base, OutcomeKind::kHasProperty);
    return false;
}

bool Matcher::compare(const OutcomeRow& base, std::vector<OutcomeRow>& out) const {
    bool is_equal = compare_identity(base, out);
    is_equal &= compare_presence(base, out);
    if (!index_.is_gone(base.person)) is_equal &= compare_fields(base, out);
    return is_equal;
}

std::uint64_t TwiceFinder::hash_of(std::uint32_t entry) const {
    std::uint64_t hash = keys_[entry];
    const Codes row = list_.values(entry);
    for (const std::size_t read : list_.comparing.same_entry)
        hash = (hash ^ static_cast<std::uint32_t>(row[read])) * 0xFF51'AFD7'ED55'8CCD;
    return hash * 0x9E37'79B9'7F4A'7C15;
}

bool TwiceFinder::is_same(std::uint32_t a, std::uint32_t b) const {
    return keys_[a] == keys_[b] &&
           std::ranges::all_of(list_.comparing.same_entry, [&](std::size_t read) {
               return list_.values(a)[read] == list_.values(b)[read];
           });
}

// A slot is half the hash and an entry, so that entries are looked at only where hashes agree.
void TwiceFinder::find(std::size_t part, std::size_t parts, std::vector<OutcomeRow>& out) const {
    constexpr std::uint64_t kHalf = 0xFFFF'FFFF;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> mine;
    mine.reserve(list_.entries.size() / parts + 1);
    for (std::uint32_t entry = 0; entry < list_.entries.size(); ++entry) {
        const std::uint64_t hash = hash_of(entry);
        const bool is_mine = (hash >> 8 & kHalf) % parts == part;
        if (is_mine && keys_[entry] != 0 && matcher_.is_on(entry)) mine.emplace_back(hash, entry);
    }
    const std::size_t size = std::bit_ceil(std::max<std::size_t>(mine.size() * 2, 16));
    const int shift = 64 - std::countr_zero(size);
    std::vector<std::uint64_t> slots(size, ~std::uint64_t{0});
    for (std::size_t i = 0; i < mine.size(); ++i) {
        constexpr std::size_t kAhead = 16;
        if (i + kAhead < mine.size())
            __builtin_prefetch(&slots[static_cast<std::size_t>(mine[i + kAhead].first >> shift)],
                               1);
        const auto [hash, entry] = mine[i];
        const auto other = [&slots](std::size_t slot) {
            return static_cast<std::uint32_t>(slots[slot] & kHalf);
        };
        auto slot = static_cast<std::size_t>(hash >> shift);
        const std::uint64_t tag = (hash & kHalf) << 32;
        while (other(slot) != kNone &&
               ((slots[slot] & ~kHalf) != tag || !is_same(other(slot), entry)))
            slot = (slot + 1) & (size - 1);
        if (other(slot) == kNone) {
            slots[slot] = tag | entry;
            continue;
        }
        OutcomeRow& row = out.emplace_back();
        row.kind = OutcomeKind::kListedTwice;
        row.entry = entry;
        row.other = other(slot);
    }
}

}  // namespace tz::cross_check
