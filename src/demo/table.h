// One file being written, row by row: a workbook as the national system exports it, or csv in UTF-8
// or GB18030 with the same rows. Owned by whoever makes the county; one thread at a time.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demo/county.h"
#include "sheet/writer.h"

namespace tz::demo {

enum class Kind : unsigned char { kXlsx, kCsv, kCsvGb18030 };

struct TableSpec {
    std::string file{};   // without its ending
    std::string title{};  // none when empty
    std::string sheet = "Sheet1";
    std::vector<std::string> headers{};
    std::vector<sheet::Group> groups{};
    Kind kind = Kind::kXlsx;
};

class Table {
  public:
    static Result<Table> open(TableSpec spec, FileSink& sink);
    Status append(std::span<const std::string_view> cells);
    // Texts that are built for the row.
    Status append(std::initializer_list<std::string_view> cells) {
        return append(std::span(cells.begin(), cells.size()));
    }
    Status finish();
    std::string file_name() const;

  private:
    Table(TableSpec spec, FileSink& sink) : spec_(std::move(spec)), sink_(&sink) {}
    Status write_head();
    Status write_csv_row(std::span<const std::string_view> cells);
    Status flush();

    TableSpec spec_;
    FileSink* sink_;
    std::optional<sheet::Writer> workbook_{};
    sheet::CsvWriter csv_{};
    std::size_t waiting_ = 0;  // rows of csv not yet given to the sink
};

}  // namespace tz::demo
