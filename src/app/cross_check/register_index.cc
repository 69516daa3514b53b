#include "app/cross_check/register_index.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/result.h"

namespace tz::cross_check {
namespace {

constexpr std::size_t kAhead = 16;  // look-ups under way at once
constexpr std::uint8_t kLongName = 255;

}  // namespace

void RegisterIndex::reserve(std::size_t size) {
    people_.reserve(size);
    ids_.reserve(size);
    division_of_.reserve(size);
    number_ends_.reserve(size);
    for (auto& field : fields_) field.reserve(size);
}

void RegisterIndex::set_name(IndexedPerson& person, std::string_view name) {
    if (name.size() <= IndexedPerson::kInline) {
        person.name_size = static_cast<std::uint8_t>(name.size());
        std::copy(name.begin(), name.end(), person.name);
        return;
    }
    const auto place = static_cast<std::uint32_t>(long_names_.size());
    long_names_.emplace_back(name);
    person.name_size = kLongName;
    std::memcpy(person.name, &place, sizeof(place));
}

std::string_view RegisterIndex::name(std::uint32_t person) const {
    const IndexedPerson& entry = people_[person];
    if (entry.name_size != kLongName) return {entry.name, entry.name_size};
    std::uint32_t place = 0;
    std::memcpy(&place, entry.name, sizeof(place));
    return long_names_[place];
}

// Neighbours in a scan are mostly of the same village.
std::uint32_t RegisterIndex::intern(std::int64_t division) {
    if (!divisions_.empty() && divisions_[last_division_] == division) return last_division_;
    const auto [it, is_new] =
        known_divisions_.try_emplace(division, static_cast<std::uint32_t>(divisions_.size()));
    if (is_new) divisions_.push_back(division);
    return last_division_ = it->second;
}

void RegisterIndex::add(const RegisterEntry& entry) {
    const auto person = static_cast<std::uint32_t>(people_.size());
    const IdCell number = read_id_cell(entry.id_number);
    IndexedPerson& kept = people_.emplace_back();
    kept.key = number.key;
    kept.birth = entry.birth != kNoBirth ? entry.birth : birth_of(number.key);
    kept.sex =
        static_cast<std::uint8_t>(entry.sex != Sex::kUnknown ? entry.sex : sex_of(number.key));
    kept.flags = entry.is_gone ? kGone : 0;
    set_name(kept, entry.name);
    const bool is_plain = number.state == IdState::kValid && entry.id_number.size() == 18;
    if (!is_plain && !entry.id_number.empty()) odd_ids_.emplace(person, entry.id_number);
    ids_.push_back(entry.id);
    division_of_.push_back(intern(entry.division.code));
    numbers_.append(entry.household_number);
    CHECK(numbers_.size() < kNone);
    number_ends_.push_back(static_cast<std::uint32_t>(numbers_.size()));
    for (std::size_t i = 0; i < fields_.size(); ++i)
        fields_[i].push_back(i < entry.values.size() ? entry.values[i] : kUnknown);
}

void RegisterIndex::insert(std::uint32_t person) {
    const std::uint64_t key = people_[person].key;
    for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (slots_.size() - 1)) {
        const std::uint32_t there = slots_[slot];
        if (there == kNone) {
            slots_[slot] = person;
            return;
        }
        if (people_[there].key != key) continue;
        people_[there].flags |= kShared;
        people_[person].flags |= kShared;
    }
}

void RegisterIndex::finish() {
    const std::size_t size = std::bit_ceil(std::max<std::size_t>(people_.size() * 2, 16));
    shift_ = 64 - std::countr_zero(size);
    slots_.assign(size, kNone);
    for (std::size_t i = 0; i < people_.size(); ++i) {
        if (i + kAhead < people_.size())
            __builtin_prefetch(&slots_[slot_of(people_[i + kAhead].key)], 1);
        if (people_[i].key != 0) insert(static_cast<std::uint32_t>(i));
    }
}

std::uint32_t RegisterIndex::probe(std::uint64_t key, std::size_t slot) const {
    for (;; slot = (slot + 1) & (slots_.size() - 1)) {
        const std::uint32_t person = slots_[slot];
        if (person == kNone || people_[person].key == key) return person;
    }
}

std::uint32_t RegisterIndex::find(std::uint64_t key) const {
    return key == 0 || slots_.empty() ? kNone : probe(key, slot_of(key));
}

// Two rounds of prefetching, for the slot and for the person in it, hide the memory behind.
void RegisterIndex::find(std::span<const std::uint64_t> keys,
                         std::span<std::uint32_t> found) const {
    for (std::size_t first = 0; first < keys.size(); first += kAhead) {
        const std::size_t end = std::min(first + kAhead, keys.size());
        for (std::size_t i = first; i < end; ++i) __builtin_prefetch(&slots_[slot_of(keys[i])]);
        for (std::size_t i = first; i < end; ++i)
            if (const std::uint32_t person = slots_[slot_of(keys[i])]; person != kNone)
                __builtin_prefetch(&people_[person]);
        for (std::size_t i = first; i < end; ++i)
            found[i] = keys[i] == 0 ? kNone : probe(keys[i], slot_of(keys[i]));
    }
}

std::vector<std::uint32_t> RegisterIndex::others(std::uint32_t person) const {
    std::vector<std::uint32_t> out;
    const std::uint64_t key = people_[person].key;
    if (!has_others(person)) return out;
    for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (slots_.size() - 1)) {
        const std::uint32_t there = slots_[slot];
        if (there == kNone) return out;
        if (there != person && people_[there].key == key) out.push_back(there);
    }
}

std::string RegisterIndex::id_number(std::uint32_t person) const {
    const auto it = odd_ids_.find(person);
    return it == odd_ids_.end() ? key_text(people_[person].key) : it->second;
}

std::string_view RegisterIndex::household_number(std::uint32_t person) const {
    const std::size_t begin = person == 0 ? 0 : number_ends_[person - 1];
    return std::string_view(numbers_).substr(begin, number_ends_[person] - begin);
}

std::size_t RegisterIndex::bytes() const {
    std::size_t total = people_.capacity() * sizeof(IndexedPerson) + slots_.capacity() * 4 +
                        ids_.capacity() * sizeof(Id) + division_of_.capacity() * 4 +
                        numbers_.capacity() + number_ends_.capacity() * 4;
    for (const auto& field : fields_) total += field.capacity() * sizeof(Code);
    return total;
}

}  // namespace tz::cross_check
