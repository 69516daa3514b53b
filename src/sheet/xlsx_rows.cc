#include "sheet/xlsx_rows.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace tz::sheet {
namespace {

using Token = XmlScanner::Token;

constexpr std::size_t kColumnTooFar = 1'000'000;

// The column of a reference such as "AB12"; the fallback when it has none.
std::size_t column_of(std::string_view reference, std::size_t fallback) {
    std::size_t column = 0;
    std::size_t i = 0;
    for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z'; ++i) {
        column = column * 26 + static_cast<std::size_t>(reference[i] - 'A') + 1;
        if (column > kColumnTooFar) return kColumnTooFar;
    }
    return i == 0 ? fallback : column - 1;
}

// Digits only, up to nine of them; -1 for anything else.
std::int64_t small_number(std::string_view text) {
    if (text.empty() || text.size() > 9) return -1;
    std::int64_t value = 0;
    for (char c : text) {
        if (!is_digit(c)) return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

char type_of(std::string_view name) {
    if (name.size() == 1 && std::string_view("nsbed").find(name[0]) != std::string_view::npos) {
        return name[0];
    }
    return 't';
}

}  // namespace

XlsxRows::End XlsxRows::read(const OnRow& on_row) {
    for (;;) {
        const Token token = xml_.next();
        if (token == Token::kText) continue;
        if (token == Token::kEnd) return End::kDone;
        if (token != Token::kStart) return End::kMalformed;
        if (xml_.name() != "row") {
            if (!xml_.skip_element()) return End::kMalformed;
            continue;
        }
        if (const End end = read_row(on_row); end != End::kDone) return end;
    }
}

XlsxRows::End XlsxRows::read_row(const OnRow& on_row) {
    const std::string_view number = xml_.attribute("r");
    const std::int64_t given = number.empty() ? row_number_ + 1 : small_number(number);
    if (given <= row_number_) {
        row_.begin(row_number_ + 1);
        cell_.column = kNoColumn;
        refuse(fmt::format("行号“{}”不对，文件已损坏；请用 Excel 或 WPS 打开另存", number),
               fmt::format("row number {} is wrong; open and save the file again", number));
        return End::kRefused;
    }
    row_number_ = given;
    row_.begin(given);
    cell_.column = kNoColumn;
    for (;;) {
        const Token token = xml_.next();
        if (token == Token::kText) continue;
        if (token == Token::kEnd) break;
        if (token != Token::kStart) return End::kMalformed;
        const bool fine = xml_.name() == "c" ? read_cell(cell_.column + 1) : xml_.skip_element();
        if (!fine) return error().text.zh.empty() ? End::kMalformed : End::kRefused;
    }
    return row_.emit(on_row) ? End::kDone : End::kStopped;
}

bool XlsxRows::take_attributes(std::size_t fallback_column) {
    cell_ = {.column = fallback_column};
    for (const XmlScanner::Attribute& each : xml_.attributes()) {
        if (each.name.size() != 1) continue;
        if (each.name[0] == 'r') cell_.column = column_of(each.value, fallback_column);
        if (each.name[0] == 't') cell_.type = type_of(each.value);
        if (each.name[0] != 's') continue;
        const std::int64_t style = small_number(each.value);
        if (style < 0)
            return refuse("单元格格式编号不对，文件已损坏", "a cell's style is no number");
        cell_.style = static_cast<std::uint32_t>(style);
    }
    return true;
}

bool XlsxRows::read_cell(std::size_t fallback_column) {
    if (!take_attributes(fallback_column)) return false;
    // What nearly every cell is.
    if (xml_.take_leaf("<v>", "</v></c>")) return store_value();
    if (xml_.take_leaf("<is><t>", "</t></is></c>")) {
        text_.clear();
        if (is_plain_xml(xml_.text())) return row_.put(cell_.column, xml_.text());
        if (!decode_xml(xml_.text(), text_)) return false;
        resolve_escapes(text_);
        return row_.put(cell_.column, text_);
    }
    formula_.clear();
    for (;;) {
        switch (xml_.next()) {
            case Token::kText:
                break;
            case Token::kStart:
                if (!read_child()) return false;
                break;
            case Token::kEnd:
                // A formula that was never computed is shown as such, not as an empty cell.
                return cell_.has_value || formula_.empty() || row_.put(cell_.column, formula_);
            default:
                return false;
        }
    }
}

bool XlsxRows::read_child() {
    if (xml_.name() == "v") return read_value();
    if (xml_.name() == "is") {
        text_.clear();
        cell_.has_value = true;
        return read_rich_text(xml_, text_) && row_.put(cell_.column, text_);
    }
    if (xml_.name() != "f") return xml_.skip_element();
    formula_ = "=";
    for (;;) {
        const Token token = xml_.next();
        if (token == Token::kEnd) return true;
        if (token != Token::kText) return false;
        if (!decode_xml(xml_.text(), formula_)) return false;
    }
}

bool XlsxRows::read_value() {
    const Token token = xml_.next();
    if (token == Token::kEnd) return true;
    if (token != Token::kText) return false;
    cell_.has_value = true;
    // The text is kept before the scanner moves on.
    return store_value() && xml_.next() == Token::kEnd;
}

bool XlsxRows::store_value() {
    const std::string_view raw = xml_.text();
    if (is_plain_xml(raw)) return store(raw);
    text_.clear();
    if (xml_.is_literal()) text_ = raw;
    if (!xml_.is_literal() && !decode_xml(raw, text_)) return false;
    if (cell_.type == 't') resolve_escapes(text_);
    return store(text_);
}

bool XlsxRows::store(std::string_view raw) {
    switch (cell_.type) {
        case 's':
            return store_shared(raw);
        case 'n':
            return store_number(raw);
        case 'b':
            return row_.put_stable(cell_.column, raw == "1" || raw == "true" ? "TRUE" : "FALSE");
        case 'd':
            return row_.put(cell_.column, iso_text(raw, scratch_));
        default:
            return row_.put(cell_.column, raw);
    }
}

bool XlsxRows::store_shared(std::string_view raw) {
    const std::int64_t index = small_number(raw);
    if (index < 0 || static_cast<std::size_t>(index) >= texts_.size()) {
        return refuse(
            fmt::format("引用的共享文本“{}”不存在，文件已损坏；请用 Excel 或 WPS 打开另存", raw),
            fmt::format("shared text {} is missing; open and save the file again", raw));
    }
    return row_.put_stable(cell_.column, texts_.at(static_cast<std::size_t>(index)));
}

bool XlsxRows::store_number(std::string_view raw) {
    const Shows shows =
        cell_.style < book_.styles.size() ? book_.styles[cell_.style] : Shows::kNumber;
    if (shows == Shows::kNumber) return row_.put(cell_.column, plain_number(raw, scratch_));
    return row_.put(cell_.column, serial_text(raw, shows, book_.from_1904, scratch_));
}

bool XlsxRows::refuse(std::string_view zh, std::string_view en) {
    error_ = fault_at(row_.place(cell_.column), ErrorKind::kInvalid, zh, en);
    return false;
}

}  // namespace tz::sheet
