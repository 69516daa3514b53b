// The rows of one xlsx sheet, from its XML. This is the hot path of every import: it looks at each
// byte once and copies texts only into the row. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sheet/row_buffer.h"
#include "sheet/xlsx_workbook.h"
#include "sheet/xml_scan.h"

namespace tz::sheet {

class XlsxRows {
  public:
    XlsxRows(XmlScanner& xml, RowBuffer& row, const Workbook& book, const TextTable& texts)
        : xml_(xml), row_(row), book_(book), texts_(texts) {}

    enum class End : std::uint8_t { kDone, kStopped, kRefused, kMalformed };
    // Everything behind <sheetData>, to its end.
    End read(const OnRow& on_row);
    const Error& error() const { return error_.text.zh.empty() ? row_.error() : error_; }

  private:
    struct Cell {
        char type = 'n';  // n s b e d as in the file; t: a text of its own
        std::size_t column = 0;
        std::uint32_t style = 0;
        bool has_value = false;
    };
    End read_row(const OnRow& on_row);
    bool read_cell(std::size_t fallback_column);
    bool take_attributes(std::size_t fallback_column);
    bool read_child();
    bool read_value();
    bool store_value();
    bool store(std::string_view raw);
    bool store_shared(std::string_view raw);
    bool store_number(std::string_view raw);
    bool refuse(std::string_view zh, std::string_view en);

    XmlScanner& xml_;
    RowBuffer& row_;
    const Workbook& book_;
    const TextTable& texts_;
    Cell cell_{};
    std::int64_t row_number_ = 0;
    std::string text_{};
    std::string scratch_{};
    std::string formula_{};
    Error error_{};
};

}  // namespace tz::sheet
