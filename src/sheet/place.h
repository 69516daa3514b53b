// Where in a spreadsheet something is, and errors that say so in the user's words. Pure.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tz::sheet {

inline constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

struct Place {
    std::string_view file{};
    std::string_view sheet{};
    std::int64_t row = 0;            // from 1; 0: the whole sheet
    std::size_t column = kNoColumn;  // from 0
};

// "《户.xlsx》工作表“第一批”第 12 行 C 列" and "户.xlsx, sheet 第一批, row 12, column C".
Text describe(const Place& place);
// The place, a colon and what is wrong; the error's field is the file.
Error fault_at(const Place& place, ErrorKind kind, std::string_view zh, std::string_view en);
inline Error bad_file(std::string_view file, std::string_view zh, std::string_view en) {
    return fault_at({.file = file}, ErrorKind::kInvalid, zh, en);
}

}  // namespace tz::sheet
