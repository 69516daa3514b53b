#include "app/ledger/places.h"

#include "domain/division/division.h"
#include "schema/convert.h"

namespace tz {

Division common_area(Division a, Division b) {
    int level = static_cast<int>(DivisionLevel::kVillage);
    while (at_level(a, static_cast<DivisionLevel>(level)) !=
           at_level(b, static_cast<DivisionLevel>(level)))
        --level;
    return at_level(a, static_cast<DivisionLevel>(level));
}

Result<Places> Places::load(Store& store, const Scope& scope) {
    Places places;
    constexpr std::size_t kCode = at(kDivision, "division");
    constexpr std::size_t kName = at(kDivision, "name");
    ASSIGN_OR_RETURN(auto transaction, store.begin(Access::kRead));
    RETURN_IF_ERROR(
        transaction->scan(kDivision, {kCode, kName}, {}, scope, [&](const Record& record) {
            places.names_[as_int(record.values[kCode])] =
                std::string(text_or_empty(record.values[kName]));
            return ok();
        }));
    return places;
}

std::string Places::name(Division division) const {
    const auto it = names_.find(division.code);
    return it == names_.end() ? short_code(division) : it->second;
}

std::string Places::township(Division division) const {
    return level_of(division) < DivisionLevel::kTownship
               ? std::string()
               : name(at_level(division, DivisionLevel::kTownship));
}

std::string Places::village(Division division) const {
    return level_of(division) < DivisionLevel::kVillage ? std::string() : name(division);
}

std::string Places::full(Division division) const {
    std::string out;
    for (int level = static_cast<int>(DivisionLevel::kCounty);
         level <= static_cast<int>(level_of(division)); ++level)
        out += name(at_level(division, static_cast<DivisionLevel>(level)));
    return out.empty() ? name(division) : out;
}

}  // namespace tz
