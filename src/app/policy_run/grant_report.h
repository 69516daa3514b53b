// Grants as people read them: totals by a key, and one line a record. Personal data are in the
// lines only.
#pragma once
#include <string>
#include <vector>

#include "app/policy_run/grants.h"

namespace tz {

enum class GrantKey : std::uint8_t { kItem, kPayer, kVillage, kHousehold, kPerson };

struct GrantRow {
    std::string key{};    // name, department, division code, household number or record
    std::string label{};  // as people call it
    std::string of{};     // the grant's payer; the household number of a household or person
    GrantTotal total{};
};

// In order of the first line of each key.
Result<std::vector<GrantRow>> grant_rows(Store& store, const GrantRun& run, GrantKey by);
std::string grant_text(const GrantRun& run, const std::vector<GrantRow>& rows, Language language);
std::string grant_json(const GrantRun& run, const std::vector<GrantRow>& rows, GrantKey by);

struct GrantFile {
    std::string name{};
    std::string bytes{};
    std::int64_t lines = 0;
};
// Workbooks: totals, then a line a record, those to be settled first. One of all, or one for each
// payer or village.
Result<std::vector<GrantFile>> grant_files(Store& store, const GrantRun& run, GrantKey by);

}  // namespace tz
