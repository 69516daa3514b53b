#include <algorithm>

#include "base/text.h"
#include "sheet/writer.h"

namespace tz::sheet {
namespace {

bool may_be_formula(std::string_view cell) {
    const std::size_t mark = cell.find_first_not_of('\'');
    if (mark == cell.npos || std::string_view("=+-@").find(cell[mark]) == std::string_view::npos) {
        return false;
    }
    return mark > 0 || !to_scaled(cell, 12);
}

void put_cell(std::string_view cell, std::string& out) {
    const bool guard = may_be_formula(cell);
    const bool quote = cell.find_first_of(",\"\r\n\t;") != cell.npos;
    if (quote) out.push_back('"');
    if (guard) out.push_back('\'');
    for (char c : cell) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
    }
    if (quote) out.push_back('"');
}

}  // namespace

void CsvWriter::append(std::span<const std::string_view> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) bytes_.push_back(',');
        put_cell(cells[i], bytes_);
    }
    bytes_.append("\r\n");
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
    CsvWriter writer;
    for (const auto& row : rows) {
        const std::vector<std::string_view> cells(row.begin(), row.end());
        writer.append(cells);
    }
    return writer.finish();
}

}  // namespace tz::sheet
