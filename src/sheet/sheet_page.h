// One sheet being written: its head, its rows, and at the end what needs to know how many there
// are. Pure. One thread at a time.
#pragma once
#include <xlsxwriter.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/sheet_style.h"
#include "sheet/writer.h"

namespace tz::sheet {

// Lists too long for a cell's own validation, on a hidden sheet, a column each.
class ChoiceLists {
  public:
    // "=选项!$B$1:$B$40"; the same list twice is kept once.
    std::string formula_for(const std::vector<std::string>& choices);
    bool empty() const { return lists_.empty(); }
    Status write(lxw_workbook* book) const;
    static constexpr std::string_view kSheetName = "选项";

  private:
    std::vector<std::vector<std::string>> lists_{};
};

class SheetPage {
  public:
    SheetPage(lxw_worksheet* sheet, const SheetSpec& spec, Styles& styles, ChoiceLists& lists);
    Status write_head();
    Status append(std::span<const Value> cells);
    Status append_text(std::span<const std::string_view> cells);
    Status offer(std::size_t column, const std::vector<std::string>& choices);
    Status finish();
    std::int64_t next_row() const { return std::int64_t{row_} + 1; }

  private:
    Status write_title();
    Status write_subtitle();
    Status write_groups();
    Status write_header();
    void set_columns();
    void set_print();
    void set_height(std::size_t lines);
    Status merge_ungrouped();
    Status add_validations();
    Status add_validation(std::size_t column, const std::vector<std::string>& choices,
                          lxw_row_t first, lxw_row_t last);
    bool is_grouped(std::size_t column) const;
    Status merged(std::size_t first, std::size_t last, const std::string& text, lxw_format* format);
    Status put(std::size_t column, const Value& value);
    Status put_text(std::size_t column, std::string_view text);
    Status put_number(std::size_t column, std::int64_t scaled, int decimals);
    Status put_date(std::size_t column, std::int64_t days);
    Status check(lxw_error error, std::size_t column) const;
    Status refuse(std::size_t column, std::string_view zh, std::string_view en) const;
    Status begin_row(std::size_t cells);
    lxw_format* style(Part part) { return styles_.get({.part = part, .look = spec_.look}); }

    lxw_worksheet* sheet_;
    SheetSpec spec_;
    Styles& styles_;
    ChoiceLists& lists_;
    std::vector<lxw_format*> formats_{};  // of each column
    lxw_row_t row_ = 0;                   // the next, from 0
    lxw_row_t head_ = 0;                  // rows before the first data row
    std::string text_{};
};

}  // namespace tz::sheet
