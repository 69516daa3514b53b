// Reads spreadsheets: bytes in, rows of UTF-8 text out, one row at a time. What a file is is found
// by its content (xlsx, xls, csv, text with tabs), never by its name; the name is only for
// messages. Pure: no files, no clock. A Reader belongs to its caller and to one thread at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tz::sheet {

// What a file may cost. Passing one is an error that names it, never a silent cut.
struct Limits {
    std::uint64_t part_bytes = 256u << 20;  // one inflated part of a workbook but a sheet
    std::uint64_t sheet_bytes = std::uint64_t{8} << 30;  // one inflated sheet; it is streamed
    std::uint64_t ratio = 200;     // inflated : stored of such a part over 1 MB
    std::uint64_t parts = 20'000;  // members of the zip archive
    std::uint64_t sheets = 1'000;
    std::uint64_t cells = 400'000'000;    // with a value, in one sheet
    std::uint64_t row_width = 16'384;     // columns
    std::uint64_t row_bytes = 64u << 20;  // of text in one row
    std::uint64_t text = 32'767;          // characters in a cell
    std::uint64_t merges = 4'000'000;     // merged areas in a sheet
};

enum class FileKind : std::uint8_t { kXlsx, kXls, kText };

// A row that has at least one value. The cells, and the views in them, live until the sink returns;
// trailing empty cells may be missing. Numbers come as plain digits (1.0 is "1", no exponent),
// dates as 2023-12-18 or 2023-12-18 08:30:00, truth values as TRUE and FALSE, error values as #N/A.
struct RowView {
    std::int64_t number = 0;  // as the sheet shows it, the first is 1; blank rows are not delivered
    std::span<const std::string_view> cells{};
    // Empty for a cell past the end.
    std::string_view at(std::size_t column) const {
        return column < cells.size() ? cells[column] : std::string_view();
    }
};

// Answers whether to go on.
using OnRow = std::function<bool(const RowView&)>;

struct SheetInfo {
    std::string name{};
    bool hidden = false;
};

// A merged area; its value is in its first cell. Rows count from 1, columns from 0, ends included.
struct Merge {
    std::int32_t first_row = 0;
    std::int32_t last_row = 0;
    std::int32_t first_column = 0;
    std::int32_t last_column = 0;
    bool operator==(const Merge&) const = default;
};

class Reader {
  public:
    virtual ~Reader() = default;
    virtual FileKind kind() const = 0;
    // At least one; a text file has one without a name.
    virtual const std::vector<SheetInfo>& sheets() const = 0;
    // Streams the rows from the top; may be called again. Stopping early is not an error.
    virtual Status read(std::size_t sheet, const OnRow& on_row) = 0;
    // Merged areas from the top down. They stand behind the rows in the file, so this is a pass of
    // its own at the speed of decompression: ask only where a header looks grouped.
    virtual Result<std::vector<Merge>> merges(std::size_t sheet) = 0;
};

// `bytes` is not copied and must outlive the reader; `file_name` is used in messages.
Result<std::unique_ptr<Reader>> open(std::string_view bytes, std::string_view file_name,
                                     const Limits& limits = {});

// "A" for column 0, "AB" for 27.
std::string column_name(std::size_t column);

}  // namespace tz::sheet
