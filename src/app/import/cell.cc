#include "app/import/cell.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/id_number.h"
#include "base/text.h"
#include "base/utf8.h"

namespace tz::intake {
namespace {

constexpr std::size_t kKnownMax = 4'096;  // texts kept a column
const Date kOldest = *make_date(1900, 1, 1);
constexpr int kYearsAhead = 60;  // for days that are meant to lie ahead

// Fields whose day may lie ahead of the file: validity, deadlines, plans.
constexpr std::string_view kAhead[] = {"until", "due", "valid", "planned", "end"};

constexpr std::string_view kBlanks[] = {"/",   "\\",  "-",    "--",   "—",    "——", "－",
                                        "nan", "NaN", "NULL", "null", "None", "\\N"};
constexpr std::string_view kSheetErrors[] = {"#N/A",    "#REF!", "#VALUE!", "#NAME?",
                                             "#DIV/0!", "#NUM!", "#NULL!"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) {
    return std::ranges::find(words, text) != std::end(words);
}

bool may_lie_ahead(const Field& field) {
    return std::ranges::any_of(
        kAhead, [&](std::string_view word) { return field.name.find(word) != field.name.npos; });
}

bool is_identifier(std::string_view name) {
    return name == "number" || name.ends_with("_number") || name.ends_with("phone") ||
           name.ends_with("account");
}

// "4.30424E+17": a spreadsheet took the number for a quantity and the last digits are gone.
bool is_rounded_number(std::string_view text) {
    const std::size_t e = text.find_first_of("eE");
    return e != text.npos && e > 0 && e + 1 < text.size() && is_digit(text[0]) &&
           (text[e + 1] == '+' || is_digit(text[e + 1])) &&
           text.find_first_not_of("0123456789.eE+") == text.npos;
}

// Without white space inside; the copy is made only when there is some or full-width digits.
std::string compact(std::string_view text) {
    std::string out = to_half_width(text);
    if (!is_ascii(out)) return header_key(text) == text ? std::string(text) : header_key(text);
    std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    if (!out.empty() && out.front() == '\'') out.erase(0, 1);
    return out;
}

Cell unread(Text reason, Text action) {
    return {Value{}, true, std::move(reason), std::move(action)};
}

Cell rounded(std::string_view text) {
    return unread({fmt::format("“{}”是科学计数法，末几位已丢失", text),
                   fmt::format("\"{}\" is in scientific notation; its last digits are lost", text)},
                  {"在原表里把这一列设为文本后重新导出", "export again with this column as text"});
}

}  // namespace

// Nearly every text is told apart by its first byte.
bool is_blank(std::string_view text) {
    if (text.empty()) return true;
    switch (text.front()) {
        case '/':
        case '\\':
        case '-':
        case 'n':
        case 'N':
        case '\xE2':
        case '\xEF':
            return is_one_of(text, kBlanks);
        default:
            return false;
    }
}

CellReader::CellReader(const Field& field, bool in_ten_thousand, Date today)
    : field_(&field), in_ten_thousand_(in_ten_thousand && field.type == Type::kMoney) {
    const CivilDate day = civil(today);
    today_ = today;
    if (may_lie_ahead(field)) today_ = make_date(day.year + kYearsAhead, 1, 1).value_or(today);
    if (field.type != Type::kText)
        style_ =
            field.type == Type::kNumber || field.type == Type::kMoney || field.type == Type::kDate
                ? Style::kPlain
                : Style::kListed;
    else if (field.name.ends_with("id_number"))
        style_ = Style::kIdNumber;
    else if (is_identifier(field.name))
        style_ = Style::kIdentifier;
    else if (field.name == "name" || field.name.ends_with("_name"))
        style_ = Style::kName;
}

const Cell& CellReader::read(std::string_view text) {
    if (has_last_ && text == last_text_) return *answer_;
    has_last_ = true;
    last_text_.assign(text);
    if (style_ == Style::kListed) {
        const auto it = known_.find(last_text_);
        if (it != known_.end()) return *(answer_ = &it->second);
        if (known_.size() < kKnownMax)
            return *(answer_ = &known_.emplace(last_text_, parse(text)).first->second);
    }
    last_ = parse(text);
    answer_ = &last_;
    return last_;
}

Cell CellReader::parse(std::string_view text) const {
    text = trim(text);
    if (is_blank(text)) return {};
    if (text.front() == '#' && is_one_of(text, kSheetErrors))
        return unread({fmt::format("“{}”是电子表格的出错值", text),
                       fmt::format("\"{}\" is an error value of a spreadsheet", text)},
                      {"在原表里改正公式", "mend the formula in the source file"});
    Cell cell = style_ == Style::kIdNumber     ? parse_id_number(text)
                : style_ == Style::kIdentifier ? parse_identifier(text)
                                               : parse_typed(text);
    if (is_known(cell.value)) look_at(cell, text);
    return cell;
}

Cell CellReader::parse_id_number(std::string_view text) const {
    if (is_rounded_number(text)) return rounded(text);
    Cell cell{Value{clean_id_number(text)}, false, {}, {}};
    const std::string& number = as_text(cell.value);
    const std::size_t size = number.size();
    if (size == 15 && !person_key(number).empty()) return cell;
    if (size != 18 && size != 20 && size != 22) {
        cell.reason = {
            fmt::format("证件号码“{}”有{}位，应为18、20或22位", text, char_count(number)),
            fmt::format("ID number \"{}\" has {} characters, not 18, 20 or 22", text,
                        char_count(number))};
        cell.action = {"对照证件核实", "check against the document"};
    } else if (!valid_id_number(number)) {
        cell.reason = {fmt::format("证件号码“{}”校验码不符", text),
                       fmt::format("ID number \"{}\" has a wrong check digit", text)};
        cell.action = {"对照证件核实", "check against the document"};
    }
    return cell;
}

Cell CellReader::parse_identifier(std::string_view text) const {
    if (is_rounded_number(text)) return rounded(text);
    return {Value{compact(text)}, false, {}, {}};
}

Cell CellReader::parse_typed(std::string_view text) const {
    if (style_ == Style::kName)
        return {Value{is_ascii(text) ? std::string(text) : compact(text)}, false, {}, {}};
    std::string scaled;
    if (in_ten_thousand_ && !text.ends_with("元")) {
        scaled = std::string(text) + "万元";
        text = scaled;
    }
    auto value = parse_value(*field_, text);
    if (value) return {std::move(*value), false, {}, {}};
    return unread(value.error().text, {"改成可读的写法；原文已随记录保存",
                                       "write it readably; the text is kept with the record"});
}

void CellReader::look_at(Cell& cell, std::string_view text) const {
    const Field& field = *field_;
    const bool is_text = field.type == Type::kText;
    const auto* number = std::get_if<std::int64_t>(&cell.value);
    if (!is_text && number == nullptr) return;
    const bool has_limits = field.min != std::numeric_limits<std::int64_t>::min() ||
                            field.max != std::numeric_limits<std::int64_t>::max();
    const std::int64_t size =
        number ? *number
               : (has_limits ? static_cast<std::int64_t>(char_count(as_text(cell.value))) : 0);
    if (has_limits && (size < field.min || size > field.max)) {
        cell = unread({fmt::format("“{}”的值“{}”超出范围", field.label, text),
                       fmt::format("{}: \"{}\" is out of range", field.name, text)},
                      {"核实后改正；原文已随记录保存",
                       "check and correct; the text is kept with the record"});
        return;
    }
    if (number == nullptr) return;
    if (field.type == Type::kDate || field.type == Type::kMonth) {
        const Date day = field.type == Type::kDate
                             ? Date{static_cast<std::int32_t>(*number)}
                             : first_day(Month{static_cast<std::int32_t>(*number)});
        if (day < kOldest)
            cell.reason = {fmt::format("日期“{}”早于1900年", text),
                           fmt::format("date \"{}\" lies before 1900", text)};
        else if (day > today_)
            cell.reason = {fmt::format("日期“{}”晚于数据日期", text),
                           fmt::format("date \"{}\" lies after the day of the data", text)};
    } else if ((field.type == Type::kMoney || field.type == Type::kNumber) && *number < 0) {
        cell.reason = {fmt::format("“{}”是负数：{}", field.label, text),
                       fmt::format("{} is negative: {}", field.name, text)};
    }
    if (cell.is_doubtful()) cell.action = {"核实后改正", "check and correct"};
}

}  // namespace tz::intake
