#include "demo/table.h"

#include "sheet/charset.h"

namespace tz::demo {
namespace {

constexpr std::size_t kRowsAPiece = 2'000;

}  // namespace

Result<Table> Table::open(TableSpec spec, FileSink& sink) {
    Table table(std::move(spec), sink);
    RETURN_IF_ERROR(table.write_head());
    return table;
}

std::string Table::file_name() const {
    return spec_.file + (spec_.kind == Kind::kXlsx ? ".xlsx" : ".csv");
}

// Title, headings over the columns, header: the header is in row 3 where all are there.
Status Table::write_head() {
    if (spec_.kind == Kind::kXlsx) {
        sheet::SheetSpec page;
        page.name = spec_.sheet;
        page.title = spec_.title;
        for (const std::string& header : spec_.headers) page.columns.push_back({.title = header});
        page.groups = spec_.groups;
        page.look = sheet::Look::kPlain;
        workbook_.emplace();
        return workbook_->add_sheet(page);
    }
    if (spec_.kind == Kind::kCsvGb18030) csv_.take();  // without the mark of UTF-8
    std::vector<std::string_view> row(spec_.headers.size());
    if (!spec_.title.empty()) {
        row[0] = spec_.title;
        RETURN_IF_ERROR(write_csv_row(row));
        row[0] = {};
    }
    for (const sheet::Group& group : spec_.groups) row[group.first] = group.title;
    if (!spec_.groups.empty()) RETURN_IF_ERROR(write_csv_row(row));
    row.assign(spec_.headers.begin(), spec_.headers.end());
    return write_csv_row(row);
}

Status Table::append(std::span<const std::string_view> cells) {
    return workbook_ ? workbook_->append_text(cells) : write_csv_row(cells);
}

Status Table::write_csv_row(std::span<const std::string_view> cells) {
    csv_.append(cells);
    return ++waiting_ < kRowsAPiece ? ok() : flush();
}

Status Table::flush() {
    waiting_ = 0;
    const std::string piece = csv_.take();
    if (spec_.kind != Kind::kCsvGb18030) return sink_->write(file_name(), piece);
    ASSIGN_OR_RETURN(const std::string bytes, sheet::encode_gb18030(piece));
    return sink_->write(file_name(), bytes);
}

Status Table::finish() {
    if (!workbook_) return flush();
    ASSIGN_OR_RETURN(const std::string bytes, workbook_->finish());
    return sink_->write(file_name(), bytes);
}

}  // namespace tz::demo
