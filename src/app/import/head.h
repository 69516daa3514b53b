// The top of a sheet: which rows are its header and what each column is called there. Owned by
// app/import; plain data and functions, safe from any thread.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/reader.h"

namespace tz::intake {

inline constexpr std::int64_t kHeaderRowMax = 10;  // a header begins in one of these rows

struct HeadRow {
    std::int64_t number = 0;  // as the sheet shows it
    std::vector<std::string> cells{};
    std::string_view at(std::size_t column) const {
        return column < cells.size() ? std::string_view(cells[column]) : std::string_view();
    }
};

struct HeaderCell {
    std::size_t column = 0;
    std::string text{};       // as written, trimmed
    std::string group{};      // the merged heading over it; empty when there is none
    std::string key{};        // header_key(text)
    std::string group_key{};  // header_key(group)
    // "group/child", or the child alone.
    std::string path() const { return group.empty() ? text : group + "/" + text; }
};

struct Header {
    std::int64_t first_row = 0;         // with its group headings
    std::int64_t last_row = 0;          // data begin below
    std::vector<HeaderCell> cells{};    // columns that have a name, from the left
    std::vector<std::string> titles{};  // texts above, joined by row
    std::int64_t rival_row = 0;         // another row that would do as well; 0: none
};

// Whether somebody calls a column so; asked with a header_key.
using IsLabel = std::function<bool(std::string_view key)>;

// The first rows of a sheet, enough to find a header and a row of data.
Result<std::vector<HeadRow>> read_head(sheet::Reader& reader, std::size_t sheet);

// The row with the most known labels, and the rows of groups that belong to it. A wish names the
// row itself (0: none). `cells` stays empty when no row looks like a header.
Result<Header> find_header(sheet::Reader& reader, std::size_t sheet,
                           const std::vector<HeadRow>& head, const IsLabel& is_label,
                           std::int64_t wished_row);

}  // namespace tz::intake
