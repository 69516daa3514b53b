// For the tests of this folder: files of tests/import/, and whole sheets as values to compare.
#pragma once
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "sheet/reader.h"

namespace tz::sheet {

// The bytes of a file named from the root of the checkout.
std::string read_file(const std::string& path);

inline std::string fixture(const std::string& name) {
    return read_file("tests/import/files/" + name);
}

// The lines of a table file, its first line and comments left out.
inline std::vector<std::vector<std::string>> table_file(const std::string& path) {
    std::vector<std::vector<std::string>> rows;
    const std::string text = read_file(path);
    for (std::string_view line : split(text, '\n')) {
        if (line.empty() || line[0] == '#') continue;
        std::vector<std::string> row;
        for (std::string_view cell : split(line, '\t')) row.emplace_back(cell);
        rows.push_back(std::move(row));
    }
    return rows;
}

// "B3" -> text, of the cells that have one.
using Cells = std::map<std::string, std::string>;

struct Sheet {
    Cells cells{};
    Error error{};  // without texts when it went well
};

inline Sheet read_sheet(Reader& reader, std::size_t sheet = 0) {
    Sheet out;
    const Status status = reader.read(sheet, [&](const RowView& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].empty()) continue;
            out.cells[column_name(i) + std::to_string(row.number)] = row.cells[i];
        }
        return true;
    });
    if (!status) out.error = status.error();
    return out;
}

// Opens and reads everything: the first error, or the cells of the first sheet.
inline Sheet read_all(std::string_view bytes, std::string_view name, const Limits& limits = {}) {
    auto reader = open(bytes, name, limits);
    if (!reader) return {{}, reader.error()};
    Sheet first = read_sheet(**reader);
    for (std::size_t i = 0; i < (*reader)->sheets().size(); ++i) {
        const Sheet sheet = read_sheet(**reader, i);
        if (first.error.text.zh.empty()) first.error = sheet.error;
        const auto merges = (*reader)->merges(i);
        if (!merges && first.error.text.zh.empty()) first.error = merges.error();
    }
    return first;
}

}  // namespace tz::sheet
