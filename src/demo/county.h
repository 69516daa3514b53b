// A made-up county from a seed: the office's files of one month, written household by household,
// and a manifest of what is wrong in them. The same options give the same bytes. Memory does not
// grow with the number of households, but for workbooks (xlsx), which are put together whole.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/division.h"
#include "base/result.h"
#include "demo/place.h"

namespace tz::demo {

struct DemoOptions {
    std::vector<DivisionName> names{};  // all divisions known
    Division division{430'400'000'000};
    std::size_t households = 2'000;
    std::uint64_t seed = 1;
    Date as_of{19'709};             // 2023-12-18, the day of the exports
    bool has_defects = true;        // false: a county in order
    std::size_t xlsx_max = 60'000;  // households; with more the workbooks are csv files
};

// Takes the files. A file comes in pieces, one after another; pieces of different files alternate.
class FileSink {
  public:
    virtual ~FileSink() = default;
    virtual Status write(std::string_view file, std::string_view piece) = 0;
};

struct DemoSummary {
    std::string place{};
    std::size_t villages = 0;
    std::size_t households = 0;
    std::size_t persons = 0;
    std::size_t monitored = 0;
    std::size_t planted = 0;                 // expected failures in the manifest
    std::vector<std::string> not_planted{};  // rules that nothing of this day can break
    std::vector<std::string> files{};
};

Result<DemoSummary> make_county(const DemoOptions& options, FileSink& sink);

}  // namespace tz::demo
