// Numbers that no two made-up people share: ID numbers (GB 11643) and mobile numbers. Memory is a
// counter for each day of birth, however many people there are. One thread at a time.
#pragma once
#include <string>
#include <vector>

#include "base/date.h"
#include "demo/random.h"

namespace tz::demo {

class Identities {
  public:
    explicit Identities(std::vector<std::string> prefixes);
    // Mostly of the first prefixes; those who married in come from all around.
    std::string make_id(Random& random, Date birth, bool is_male, std::size_t own_prefix,
                        bool is_from_elsewhere);
    std::string make_phone(Random& random);

  private:
    std::vector<std::string> prefixes_;
    std::vector<std::uint16_t> used_;  // by prefix, day of birth and sex
    std::uint64_t phones_ = 0;
};

}  // namespace tz::demo
