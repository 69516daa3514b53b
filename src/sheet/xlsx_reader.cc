#include "sheet/xlsx_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "sheet/place.h"
#include "sheet/row_buffer.h"
#include "sheet/xlsx_rows.h"
#include "sheet/xlsx_workbook.h"

namespace tz::sheet {
namespace {

using Token = XmlScanner::Token;

bool parse_cell(std::string_view text, std::int32_t& row, std::int32_t& column) {
    row = column = 0;
    std::size_t letters = 0;
    for (char c : text) {
        if (c == '$') continue;
        const bool letter = c >= 'A' && c <= 'Z';
        if ((letter && row > 0) || (!letter && !is_digit(c))) return false;
        std::int32_t& part = letter ? column : row;
        if (part > 10'000'000) return false;
        part = letter ? part * 26 + (c - 'A') + 1 : part * 10 + (c - '0');
        letters += letter ? 1 : 0;
    }
    --column;
    return letters > 0 && row > 0;
}

class XlsxReader : public Reader {
  public:
    XlsxReader(std::unique_ptr<ZipPackage> package, Workbook book, std::string_view file,
               const Limits& limits)
        : package_(std::move(package)), book_(std::move(book)), file_(file), limits_(limits) {}

    FileKind kind() const override { return FileKind::kXlsx; }
    const std::vector<SheetInfo>& sheets() const override { return book_.sheets; }
    Status read(std::size_t sheet, const OnRow& on_row) override;
    Result<std::vector<Merge>> merges(std::size_t sheet) override;

  private:
    struct Open {
        std::unique_ptr<ZipPart> part{};
        std::unique_ptr<XmlScanner> xml{};
    };
    Place place(std::size_t sheet) const {
        return {.file = file_, .sheet = book_.sheets[sheet].name};
    }
    Result<Open> open_sheet(std::size_t sheet);
    Status scan_sheet(Open& open, std::size_t sheet, const OnRow& on_row);

    std::unique_ptr<ZipPackage> package_;
    Workbook book_;
    std::string file_;
    Limits limits_;
    std::optional<TextTable> texts_{};
};

Result<XlsxReader::Open> XlsxReader::open_sheet(std::size_t sheet) {
    CHECK(sheet < book_.sheets.size());
    auto part = package_->part(book_.sheet_parts[sheet], {.bytes = limits_.sheet_bytes});
    if (!part) {
        const Error& error = part.error();
        return fault_at(place(sheet), error.kind, error.text.zh, error.text.en);
    }
    Open open{std::move(*part), nullptr};
    ZipPart* source = open.part.get();
    open.xml = std::make_unique<XmlScanner>(
        [source](char* into, std::size_t size) { return source->read(into, size); });
    return open;
}

Status XlsxReader::read(std::size_t sheet, const OnRow& on_row) {
    if (!texts_) {
        ASSIGN_OR_RETURN(texts_, read_texts(*package_, book_.texts_part, file_, limits_));
    }
    ASSIGN_OR_RETURN(Open open, open_sheet(sheet));
    return scan_sheet(open, sheet, on_row);
}

Status XlsxReader::scan_sheet(Open& open, std::size_t sheet, const OnRow& on_row) {
    RowBuffer row(limits_, file_, book_.sheets[sheet].name);
    XlsxRows rows(*open.xml, row, book_, *texts_);
    for (;;) {
        const Token token = open.xml->next();
        if (token == Token::kDone) return ok();
        if (token == Token::kFault) {
            return scan_error(*open.xml, *open.part, row.place(), book_.sheet_parts[sheet]);
        }
        if (token != Token::kStart || open.xml->name() != "sheetData") continue;
        const auto end = rows.read(on_row);
        if (end == XlsxRows::End::kStopped) return ok();
        if (end == XlsxRows::End::kRefused) return rows.error();
        if (end == XlsxRows::End::kMalformed) {
            return scan_error(*open.xml, *open.part, row.place(), book_.sheet_parts[sheet]);
        }
    }
}

Result<std::vector<Merge>> XlsxReader::merges(std::size_t sheet) {
    ASSIGN_OR_RETURN(Open open, open_sheet(sheet));
    std::vector<Merge> merges;
    for (;;) {
        const Token token = open.xml->next();
        if (token == Token::kDone) break;
        if (token == Token::kFault) {
            return scan_error(*open.xml, *open.part, place(sheet), book_.sheet_parts[sheet]);
        }
        if (token != Token::kStart) continue;
        if (open.xml->name() == "sheetData") open.xml->skip_content();
        if (open.xml->name() != "mergeCell") continue;
        Merge merge;
        if (!parse_area(open.xml->attribute("ref"), merge)) continue;
        if (merges.size() == limits_.merges) {
            return fault_at(place(sheet), ErrorKind::kLimit,
                            fmt::format("合并单元格超过 {} 处的限度", limits_.merges),
                            fmt::format("more than {} merged areas", limits_.merges));
        }
        merges.push_back(merge);
    }
    std::ranges::stable_sort(merges, {}, &Merge::first_row);
    return merges;
}

}  // namespace

bool parse_area(std::string_view text, Merge& out) {
    const std::size_t colon = text.find(':');
    const std::string_view last = colon == text.npos ? text : text.substr(colon + 1);
    return parse_cell(text.substr(0, colon), out.first_row, out.first_column) &&
           parse_cell(last, out.last_row, out.last_column) && out.first_row <= out.last_row &&
           out.first_column <= out.last_column;
}

Result<std::unique_ptr<Reader>> open_xlsx(std::string_view bytes, std::string_view file,
                                          const Limits& limits) {
    ASSIGN_OR_RETURN(auto package, ZipPackage::open(bytes, file, limits));
    ASSIGN_OR_RETURN(Workbook book, read_workbook(*package, file, limits));
    return std::unique_ptr<Reader>(
        std::make_unique<XlsxReader>(std::move(package), std::move(book), file, limits));
}

}  // namespace tz::sheet
