// A list held against the register: rows to persons by number, and what differs. Pure; a Matcher
// only reads and may be used by many threads.
#pragma once
#include <cstdint>
#include <vector>

#include "app/cross_check/list.h"
#include "app/cross_check/outcome.h"
#include "app/cross_check/register_index.h"

namespace tz::cross_check {

class Matcher {
  public:
    Matcher(const List& list, const RegisterIndex& index) : list_(list), index_(index) {}

    // Rows whose number is registered: person_of[entry] is set (else kNone) and the outcomes are
    // appended. Answers how many rows differ in nothing.
    std::int64_t match(std::uint32_t begin, std::uint32_t end,
                       std::vector<std::uint32_t>& person_of, std::vector<OutcomeRow>& out) const;
    // What a row says of the person it was matched with; `base` is what is known of the match.
    // True when nothing differs.
    bool compare(const OutcomeRow& base, std::vector<OutcomeRow>& out) const;
    // Of several with the same number: who is still registered and of the same name.
    std::uint32_t choose(std::uint32_t person, std::string_view name) const;
    bool is_on(std::uint32_t entry) const {
        return !list_.comparing.is_on || list_.comparing.is_on(list_.values(entry));
    }

  private:
    bool compare_identity(const OutcomeRow& base, std::vector<OutcomeRow>& out) const;
    bool compare_fields(const OutcomeRow& base, std::vector<OutcomeRow>& out) const;
    bool compare_presence(const OutcomeRow& base, std::vector<OutcomeRow>& out) const;

    const List& list_;
    const RegisterIndex& index_;
};

// Rows after the first that say the same of the same number; `keys` by entry. One of `parts` equal
// shares of all numbers, so that threads can do one each.
class TwiceFinder {
  public:
    TwiceFinder(const List& list, const std::vector<std::uint64_t>& keys, const Matcher& matcher)
        : list_(list), keys_(keys), matcher_(matcher) {}
    void find(std::size_t part, std::size_t parts, std::vector<OutcomeRow>& out) const;

  private:
    std::uint64_t hash_of(std::uint32_t entry) const;
    bool is_same(std::uint32_t a, std::uint32_t b) const;

    const List& list_;
    const std::vector<std::uint64_t>& keys_;
    const Matcher& matcher_;
};

}  // namespace tz::cross_check
