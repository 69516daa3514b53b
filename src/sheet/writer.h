// Writes workbooks from a description: what the sheet is called, what its columns hold, who may
// edit them. Rows are appended one by one in constant memory (a temporary file of the library), the
// bytes come at the end. A Writer belongs to its caller and to one thread at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "schema/value.h"

namespace tz::sheet {

// How a Value of a column is shown. Texts stay texts whatever they look like, so "=1+1" and a
// 18-digit number never become a formula or 4.3E+17.
enum class Kind : std::uint8_t {
    kText,    // std::string
    kNumber,  // std::int64_t scaled by the column's decimals
    kMoney,   // std::int64_t in fen; shown 1,234.50
    kDate,    // std::int64_t days since 1970-01-01; shown 2023-12-18
    kBool,    // bool; shown 是/否
};

struct Column {
    std::string title{};
    double width = 12;  // in characters of the body font; a Chinese one counts two
    Kind kind = Kind::kText;
    int decimals = 0;
    bool wrap = false;
    bool centred = false;
    bool locked = true;  // where the sheet is protected
    bool hidden = false;
    std::vector<std::string> choices{};  // offered as a list; other values are refused by the sheet
    std::string comment{};               // a note at the title
};

// A heading over some columns, for two-storey headers.
struct Group {
    std::string title{};
    std::size_t first = 0;
    std::size_t count = 1;
};

enum class Look : std::uint8_t {
    kOffice,  // bold title, borders, fills, wrapped text, ready to print on A4
    kPlain,   // as systems export: title merged across, header, every cell plain text
};

struct SheetSpec {
    std::string name{};
    std::string title{};                  // one merged row at the top; none when empty
    std::vector<std::string> subtitle{};  // one row: unit at the left, date at the right
    std::vector<Column> columns{};
    std::vector<Group> groups{};  // a row over the header where there are any
    Look look = Look::kOffice;
    bool landscape = true;
    bool filter = false;   // arrows in the header
    bool protect = false;  // only columns that are not locked may be edited
    bool hidden = false;
    int frozen_columns = 0;  // the header rows are always frozen
    int blank_rows = 0;      // empty formatted rows behind the data, to be filled in
    std::string footer{};    // printed at the left of the page number
};

struct Properties {
    std::string title{};
    std::string author{};
    std::int64_t created = 946'684'800;  // seconds since 1970
};

class Writer {
  public:
    explicit Writer(Properties properties = {});
    ~Writer();
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;

    // Rows go to the sheet that was added last. Its name is shortened and cleaned as Excel wants it
    // and made unique.
    Status add_sheet(const SheetSpec& spec);
    // By position of the columns. An unknown value leaves the cell empty; a text in a number or
    // date column is written as that text.
    Status append(std::span<const Value> cells);
    // Choices for one cell of the row that the next append fills; other values are refused there.
    Status offer(std::size_t column, const std::vector<std::string>& choices);
    // The same with texts only.
    Status append_text(std::span<const std::string_view> cells);
    // The row number, as the sheet shows it, that the next append fills.
    std::int64_t next_row() const;
    // Once, at the end. A workbook without a sheet is an error.
    Result<std::string> finish();

  private:
    class Book;
    std::unique_ptr<Book> book_;
};

// UTF-8 with BOM, commas, CRLF. A text that begins with = + - @ and is no number gets a leading
// apostrophe, so that no program takes it for a formula.
class CsvWriter {
  public:
    void append(std::span<const std::string_view> cells);
    std::string finish() { return std::move(bytes_); }
    // What is written so far, to be put away piece by piece; more may follow.
    std::string take() { return std::exchange(bytes_, {}); }

  private:
    std::string bytes_ = "\xEF\xBB\xBF";
};
std::string write_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace tz::sheet
