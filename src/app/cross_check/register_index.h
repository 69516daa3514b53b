// The register as a comparison needs it: who has which number, name, birth date and sex, and the
// compared fields, in arrays of plain values (some 90 bytes a person). Built by one scan; then
// read by any number of threads.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/cross_check/fields.h"
#include "app/cross_check/id_cell.h"
#include "app/cross_check/outcome.h"
#include "base/division.h"
#include "base/id.h"

namespace tz::cross_check {

// Half a cache line: all that most rows are compared by.
struct IndexedPerson {
    static constexpr std::size_t kInline = 17;
    std::uint64_t key = 0;  // 0: no number that fits
    std::int32_t birth = kNoBirth;
    std::uint8_t sex = 0;
    std::uint8_t flags = 0;
    std::uint8_t name_size = 0;
    char name[kInline] = {};  // longer ones: their place among the long names
};
static_assert(sizeof(IndexedPerson) == 32);

// What the scan tells of one record.
struct RegisterEntry {
    Id id{};
    Division division{};
    std::string_view id_number{};
    std::string_view name{};
    std::string_view household_number{};
    std::int32_t birth = kNoBirth;
    Sex sex = Sex::kUnknown;
    bool is_gone = false;
    Codes values{};  // one a compared field
};

class RegisterIndex {
  public:
    explicit RegisterIndex(std::size_t fields = 0) : fields_(fields) {}
    void reserve(std::size_t size);
    void add(const RegisterEntry& entry);
    void finish();  // after the last one: makes numbers findable

    std::size_t size() const { return people_.size(); }
    // The first person of each key; kNone where there is none.
    void find(std::span<const std::uint64_t> keys, std::span<std::uint32_t> found) const;
    std::uint32_t find(std::uint64_t key) const;
    // Others with the same key; empty for nearly everybody.
    std::vector<std::uint32_t> others(std::uint32_t person) const;

    const IndexedPerson& at(std::uint32_t person) const { return people_[person]; }
    bool is_gone(std::uint32_t person) const { return (people_[person].flags & kGone) != 0; }
    bool has_others(std::uint32_t person) const { return (people_[person].flags & kShared) != 0; }
    std::string_view name(std::uint32_t person) const;
    std::string id_number(std::uint32_t person) const;  // as registered
    std::string_view household_number(std::uint32_t person) const;
    Id id(std::uint32_t person) const { return ids_[person]; }
    Division division(std::uint32_t person) const { return {divisions_[division_of_[person]]}; }
    Code value(std::size_t field, std::uint32_t person) const { return fields_[field][person]; }
    // The values of this person (or kNone) will be asked for soon.
    void expect_values(std::uint32_t person) const {
        if (person == kNone) return;
        for (const auto& field : fields_) __builtin_prefetch(&field[person]);
    }
    std::size_t bytes() const;

  private:
    static constexpr std::uint8_t kGone = 1;
    static constexpr std::uint8_t kShared = 2;

    std::size_t slot_of(std::uint64_t key) const {
        return static_cast<std::size_t>(key * 0x9E37'79B9'7F4A'7C15 >> shift_);
    }
    void insert(std::uint32_t person);
    std::uint32_t probe(std::uint64_t key, std::size_t slot) const;
    std::uint32_t intern(std::int64_t division);
    void set_name(IndexedPerson& person, std::string_view name);

    std::vector<IndexedPerson> people_;
    std::vector<std::uint32_t> slots_;  // open addressing: person, kNone for empty
    int shift_ = 63;
    std::vector<Id> ids_;
    std::vector<std::uint32_t> division_of_;
    std::vector<std::int64_t> divisions_;
    std::uint32_t last_division_ = 0;
    std::unordered_map<std::int64_t, std::uint32_t> known_divisions_;
    std::string numbers_;  // household numbers, one after the other
    std::vector<std::uint32_t> number_ends_;
    std::vector<std::string> long_names_;
    std::unordered_map<std::uint32_t, std::string> odd_ids_;  // written other than in 18 characters
    std::vector<std::vector<Code>> fields_;
};

}  // namespace tz::cross_check
