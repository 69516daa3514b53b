#include "sheet/xls_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "sheet/biff.h"
#include "sheet/cell_text.h"
#include "sheet/ole_file.h"
#include "sheet/place.h"
#include "sheet/row_buffer.h"
#include "sheet/xlsx_workbook.h"

namespace tz::sheet {
namespace {

constexpr std::uint16_t kBiff8 = 0x0600;

Error cut(const Place& place) {
    return fault_at(place, ErrorKind::kInvalid,
                    "文件不完整或已损坏，可能没有下载、拷贝完整；请重新导出或重新拷贝后再试",
                    "the file is cut short or damaged; export or copy it again");
}

Error password(std::string_view file) {
    return bad_file(
        file,
        "文件加了密码，无法读取；请用 Excel 或 WPS "
        "打开，在“文件—信息（文档加密）”里清除打开密码和工作簿保护，另存为 xlsx 后再试",
        "the file has a password; open it in Excel or WPS, clear the password and the protection, "
        "save it as xlsx, try again");
}

struct XlsBook {
    std::vector<SheetInfo> sheets{};
    std::vector<std::size_t> starts{};  // of each sheet, in the stream
    std::vector<Shows> styles{};        // by the number a cell gives
    TextTable texts{};
    bool from_1904 = false;
};

// Reads the records in front of the sheets.
class Globals {
  public:
    Globals(std::string_view stream, std::string_view file, const Limits& limits)
        : stream_(stream), file_(file), limits_(limits) {}
    Result<XlsBook> read();

  private:
    Status take(BiffRecords& records);
    Status take_sheet(std::string_view body);
    Status take_texts(std::vector<std::string_view> pieces);
    void take_format(std::string_view body);

    std::string_view stream_;
    std::string_view file_;
    const Limits& limits_;
    XlsBook book_{};
    std::map<std::uint32_t, Shows> formats_{};
    std::vector<std::uint32_t> format_ids_{};  // of each cell style
};

Result<XlsBook> Globals::read() {
    BiffRecords records(stream_);
    if (!records.next() || records.type() != Biff::kBegin) return cut({.file = file_});
    if (u16_at(records.body(), 0) != kBiff8) {
        return bad_file(file_,
                        "这是 Excel 95 或更早的格式；请用 Excel 或 WPS 打开，另存为 xlsx 再导入",
                        "this is a workbook of Excel 95 or older; open it and save it as xlsx");
    }
    while (records.next() && records.type() != Biff::kEnd) RETURN_IF_ERROR(take(records));
    if (records.is_cut() || records.type() != Biff::kEnd) return cut({.file = file_});
    for (std::uint32_t id : format_ids_) {
        const auto own = formats_.find(id);
        book_.styles.push_back(own == formats_.end() ? builtin_format(id) : own->second);
    }
    if (book_.sheets.empty()) {
        return bad_file(file_, "工作簿里没有工作表；请重新导出",
                        "there is no sheet in the workbook");
    }
    return std::move(book_);
}

Status Globals::take(BiffRecords& records) {
    switch (records.type()) {
        case Biff::kPassword:
            return password(file_);
        case Biff::kDateMode:
            book_.from_1904 = u16_at(records.body(), 0) == 1;
            return ok();
        case Biff::kFormat:
            take_format(records.body());
            return ok();
        case Biff::kCellFormat:
            format_ids_.push_back(u16_at(records.body(), 2));
            return ok();
        case Biff::kSheet:
            return take_sheet(records.body());
        case Biff::kTexts:
            return take_texts(records.pieces());
        default:
            return ok();
    }
}

void Globals::take_format(std::string_view body) {
    BiffCursor cursor({body});
    const std::uint16_t id = cursor.u16();
    const std::uint16_t size = cursor.u16();
    std::string code;
    cursor.text(size, code);
    formats_[id] = format_shows(code);
}

Status Globals::take_sheet(std::string_view body) {
    BiffCursor cursor({body});
    const std::uint32_t start = cursor.u32();
    const bool hidden = (cursor.u8() & 3) != 0;
    const bool has_rows = cursor.u8() == 0;  // else a chart or a macro
    SheetInfo info{.hidden = hidden};
    const std::uint8_t size = cursor.u8();
    cursor.text(size, info.name);
    if (!has_rows) return ok();
    if (cursor.failed()) return cut({.file = file_});
    book_.sheets.push_back(std::move(info));
    book_.starts.push_back(start);
    if (book_.sheets.size() <= limits_.sheets) return ok();
    return fault_at({.file = file_}, ErrorKind::kLimit,
                    fmt::format("工作表超过 {} 个的限度", limits_.sheets),
                    fmt::format("more than {} sheets", limits_.sheets));
}

Status Globals::take_texts(std::vector<std::string_view> pieces) {
    BiffCursor cursor(std::move(pieces));
    cursor.skip(4);  // how often they are used
    std::string text;
    for (std::uint32_t count = cursor.u32(); count > 0; --count) {
        text.clear();
        const std::uint16_t size = cursor.u16();
        cursor.text(size, text);
        if (cursor.failed()) return cut({.file = file_});
        RETURN_IF_ERROR(book_.texts.add(text));
    }
    return ok();
}

// Where the cells of a row are: one record may hold several.
struct CellRecord {
    std::uint16_t row = 0;
    std::uint32_t start = 0;
};

bool is_cell(Biff type) {
    switch (type) {
        case Biff::kFormula:
        case Biff::kManyRk:
        case Biff::kRichText:
        case Biff::kTextIndex:
        case Biff::kNumber:
        case Biff::kText:
        case Biff::kBoolOrError:
        case Biff::kRk:
            return true;
        default:
            return false;
    }
}

// Puts the cells of records into a row.
class XlsCells {
  public:
    XlsCells(std::string_view stream, const XlsBook& book, RowBuffer& row)
        : stream_(stream), book_(book), row_(row) {}
    bool put(std::size_t start);

  private:
    bool put_number(std::size_t column, std::uint16_t style, double value);
    bool put_many(std::string_view body);
    bool put_shared(std::string_view body);
    bool put_text(std::size_t column, BiffRecords& records, std::size_t skip);
    bool put_formula(BiffRecords& records);
    bool put_bool_or_error(std::size_t column, std::uint8_t value, bool is_error);

    std::string_view stream_;
    const XlsBook& book_;
    RowBuffer& row_;
    std::string text_{};
    std::string scratch_{};
};

bool XlsCells::put(std::size_t start) {
    BiffRecords records(stream_, start);
    records.next();
    const std::string_view body = records.body();
    const std::size_t column = u16_at(body, 2);
    const std::uint16_t style = u16_at(body, 4);
    switch (records.type()) {
        case Biff::kNumber:
            return put_number(column, style, double_at(body, 6));
        case Biff::kRk:
            return put_number(column, style, rk_value(u32_at(body, 6)));
        case Biff::kManyRk:
            return put_many(body);
        case Biff::kTextIndex:
            return put_shared(body);
        case Biff::kText:
        case Biff::kRichText:
            return put_text(column, records, 6);
        case Biff::kBoolOrError:
            return put_bool_or_error(column, static_cast<std::uint8_t>(u16_at(body, 6) & 0xFF),
                                     u16_at(body, 6) > 0xFF);
        default:
            return put_formula(records);
    }
}

bool XlsCells::put_number(std::size_t column, std::uint16_t style, double value) {
    const Shows shows = style < book_.styles.size() ? book_.styles[style] : Shows::kNumber;
    text_.clear();
    fmt::format_to(std::back_inserter(text_), "{}", value);
    const std::string_view shown = shows == Shows::kNumber
                                       ? plain_number(text_, scratch_)
                                       : serial_text(text_, shows, book_.from_1904, scratch_);
    return row_.put(column, shown);
}

bool XlsCells::put_many(std::string_view body) {
    const std::size_t first = u16_at(body, 2);
    for (std::size_t at = 4; at + 6 < body.size(); at += 6) {
        const std::size_t column = first + (at - 4) / 6;
        if (!put_number(column, u16_at(body, at), rk_value(u32_at(body, at + 2)))) return false;
    }
    return true;
}

bool XlsCells::put_shared(std::string_view body) {
    const std::size_t index = u32_at(body, 6);
    return index < book_.texts.size() && row_.put_stable(u16_at(body, 2), book_.texts.at(index));
}

bool XlsCells::put_text(std::size_t column, BiffRecords& records, std::size_t skip) {
    BiffCursor cursor(records.pieces());
    cursor.skip(skip);
    const std::uint16_t size = cursor.u16();
    text_.clear();
    cursor.text(size, text_);
    return !cursor.failed() && row_.put(column, text_);
}

bool XlsCells::put_bool_or_error(std::size_t column, std::uint8_t value, bool is_error) {
    if (is_error) return row_.put_stable(column, error_text(value));
    return row_.put_stable(column, value ? "TRUE" : "FALSE");
}

// The result that was computed when the file was saved.
bool XlsCells::put_formula(BiffRecords& records) {
    const std::string_view body = records.body();
    const std::size_t column = u16_at(body, 2);
    if (u16_at(body, 12) != 0xFFFF) return put_number(column, u16_at(body, 4), double_at(body, 6));
    const auto kind = static_cast<std::uint8_t>(body[6]);
    const auto value = static_cast<std::uint8_t>(body[8]);
    if (kind == 1 || kind == 2) return put_bool_or_error(column, value, kind == 2);
    if (kind != 0) return true;  // an empty text
    // The text stands behind, past the formula's own annexes.
    while (records.next() && !is_cell(records.type()) && records.type() != Biff::kEnd) {
        if (records.type() == Biff::kFormulaText) return put_text(column, records, 0);
    }
    return true;
}

class XlsReader : public Reader {
  public:
    XlsReader(std::string stream, XlsBook book, std::string_view file, const Limits& limits)
        : stream_(std::move(stream)), book_(std::move(book)), file_(file), limits_(limits) {}

    FileKind kind() const override { return FileKind::kXls; }
    const std::vector<SheetInfo>& sheets() const override { return book_.sheets; }
    Status read(std::size_t sheet, const OnRow& on_row) override;
    Result<std::vector<Merge>> merges(std::size_t sheet) override;

  private:
    Place place(std::size_t sheet) const {
        return {.file = file_, .sheet = book_.sheets[sheet].name};
    }
    template <class Each>
    Status each_record(std::size_t sheet, const Each& each) const;
    Result<std::vector<CellRecord>> find_cells(std::size_t sheet) const;

    std::string stream_;
    XlsBook book_;
    std::string file_;
    Limits limits_;
};

// The records of a sheet to its end; charts inside it are passed over.
template <class Each>
Status XlsReader::each_record(std::size_t sheet, const Each& each) const {
    CHECK(sheet < book_.sheets.size());
    BiffRecords records(stream_, std::min(book_.starts[sheet], stream_.size()));
    std::size_t depth = 0;
    while (records.next()) {
        if (records.type() == Biff::kBegin) ++depth;
        if (depth == 0) break;  // no sheet begins here
        if (records.type() == Biff::kEnd && --depth == 0) return ok();
        if (depth == 1) each(records);
    }
    return cut(place(sheet));
}

Result<std::vector<CellRecord>> XlsReader::find_cells(std::size_t sheet) const {
    constexpr std::size_t kShortest = 8;  // a cell's row, column, style and the least of a value
    std::vector<CellRecord> cells;
    bool whole = true;
    RETURN_IF_ERROR(each_record(sheet, [&](const BiffRecords& records) {
        if (!is_cell(records.type())) return;
        const std::size_t shortest = records.type() == Biff::kFormula ? kShortest + 6 : kShortest;
        whole = whole && records.body().size() >= shortest;
        cells.push_back({u16_at(records.body(), 0), static_cast<std::uint32_t>(records.start())});
    }));
    if (!whole) return cut(place(sheet));
    if (!std::ranges::is_sorted(cells, {}, &CellRecord::row)) {
        std::ranges::stable_sort(cells, {}, &CellRecord::row);
    }
    return cells;
}

Status XlsReader::read(std::size_t sheet, const OnRow& on_row) {
    ASSIGN_OR_RETURN(const std::vector<CellRecord> records, find_cells(sheet));
    RowBuffer row(limits_, file_, book_.sheets[sheet].name);
    XlsCells cells(stream_, book_, row);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const bool first = i == 0 || records[i].row != records[i - 1].row;
        if (first && i > 0 && !row.emit(on_row)) return ok();
        if (first) row.begin(records[i].row + 1);
        if (cells.put(records[i].start)) continue;
        return row.error().text.zh.empty() ? cut(row.place()) : row.error();
    }
    row.emit(on_row);
    return ok();
}

Result<std::vector<Merge>> XlsReader::merges(std::size_t sheet) {
    std::vector<Merge> merges;
    RETURN_IF_ERROR(each_record(sheet, [&](const BiffRecords& records) {
        if (records.type() != Biff::kMerges) return;
        const std::string_view body = records.body();
        for (std::size_t at = 2; at + 8 <= body.size(); at += 8) {
            merges.push_back({u16_at(body, at) + 1, u16_at(body, at + 2) + 1, u16_at(body, at + 4),
                              u16_at(body, at + 6)});
        }
    }));
    std::ranges::stable_sort(merges, {}, &Merge::first_row);
    return merges;
}

Error other_ole(const OleFile& ole, std::string_view file) {
    if (ole.has("EncryptedPackage") || ole.has("EncryptionInfo")) return password(file);
    if (ole.has("WordDocument")) {
        return bad_file(file, "这是 Word 文档，不是表格；请把其中的表格复制到 Excel 再导入",
                        "this is a Word document, not a spreadsheet");
    }
    if (ole.has("Book")) {
        return bad_file(file,
                        "这是 Excel 95 或更早的格式；请用 Excel 或 WPS 打开，另存为 xlsx 再导入",
                        "this is a workbook of Excel 95 or older; open it and save it as xlsx");
    }
    return bad_file(file, "不是表格文件；能导入的是 xlsx、xls 和 csv（含制表符分隔的文本）",
                    "not a spreadsheet; xlsx, xls and csv (also with tabs) can be imported");
}

}  // namespace

Result<std::unique_ptr<Reader>> open_xls(std::string_view bytes, std::string_view file,
                                         const Limits& limits) {
    const auto ole = OleFile::open(bytes);
    if (!ole) return cut({.file = file});
    if (!ole->has("Workbook")) return other_ole(*ole, file);
    auto stream = ole->stream("Workbook");
    if (!stream) return cut({.file = file});
    ASSIGN_OR_RETURN(XlsBook book, Globals(*stream, file, limits).read());
    return std::unique_ptr<Reader>(
        std::make_unique<XlsReader>(std::move(*stream), std::move(book), file, limits));
}

}  // namespace tz::sheet
