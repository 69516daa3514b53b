// Names of counties, townships and villages to their codes, through the division register. Owned
// by one import; one thread at a time.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/division.h"
#include "base/result.h"
#include "port/store.h"

namespace tz::intake {

// What a row writes, from province to village; empty where it says nothing.
struct PlaceNames {
    std::array<std::string_view, 6> names{};  // by DivisionLevel
    std::string_view& at(DivisionLevel level) { return names[static_cast<std::size_t>(level)]; }
};

struct Placed {
    std::optional<Division> division{};            // nothing: the row can't be placed
    bool is_doubtful = false;                      // placed, but somebody should look
    DivisionLevel level = DivisionLevel::kNation;  // the level the text is about
    Text reason{};
    Text action{};
};

class DivisionIndex {
  public:
    // Names are looked up in `area`; in all that the register holds, when it is the nation.
    static Result<DivisionIndex> load(Store& store, Division area, Date today);

    // Answers are kept: the same names cost a look-up.
    const Placed& place(const PlaceNames& names);
    Division area() const { return area_; }
    std::string name_of(Division division) const;  // "德化县浔中镇土坂村"; codes it doesn't know

  private:
    struct Entry {
        Division division{};
        std::string name{};
        std::string stem{};
        Division replaced_by{};  // 0: in force
        bool is_closed = false;
    };
    struct Step;

    Division common_area() const;
    Placed resolve(const PlaceNames& names) const;
    Step descend(Division within, DivisionLevel level, std::string_view name) const;
    Step by_code(DivisionLevel level, std::string_view digits) const;
    Step accept(const Entry& entry, DivisionLevel level) const;
    std::vector<const Entry*> matches(Division within, DivisionLevel level,
                                      std::string_view name) const;
    const Entry* entry_of(Division division) const;
    std::vector<std::string> names_below(Division within, DivisionLevel level) const;

    Division area_{};
    std::vector<Entry> entries_;  // by code
    std::unordered_map<std::string, std::vector<std::size_t>> by_stem_;
    std::unordered_map<std::string, Placed> known_;
    std::string key_;
};

}  // namespace tz::intake
