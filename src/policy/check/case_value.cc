// Values in the cells of cases.
#include <algorithm>

#include "base/date.h"
#include "base/division.h"
#include "base/money.h"
#include "policy/check/case_path.h"
#include "policy/check/units.h"
#include "policy/syntax/token.h"

namespace tz::policy {
namespace {

CellValue bad() { return {CellKind::kBad}; }
CellValue good(std::int64_t number) { return {CellKind::kValue, number}; }

struct WrittenNumber {
    std::string_view digits{};
    std::string_view unit{};
};
WrittenNumber split_number(std::string_view text) {
    const std::size_t end = std::min(text.find_first_not_of("-+0123456789.,"), text.size());
    return {text.substr(0, end), trim(text.substr(end))};
}

// "35", "35 L/person/day"; metres and kilometres convert.
CellValue read_number(std::string_view text, const ValueType& type, int plain_decimals) {
    const auto [digits, unit] = split_number(text);
    int decimals = plain_decimals;
    if (!unit.empty()) {
        decimals = type.decimals;
        const auto found = find_unit(unit, {});
        if (unit != type.unit && (!found || found->name != type.unit)) return bad();
        if (found) decimals -= found->more_decimals;
    }
    // 900 m in a field of tenths of a kilometre: exact or not at all.
    const std::int64_t coarser = decimals < 0 ? power_of_ten(-decimals) : 1;
    const auto value = to_scaled(digits, std::max(decimals, 0));
    return value && *value % coarser == 0 ? good(*value / coarser) : bad();
}

CellValue read_choices(std::string_view text, const CodeList& codes) {
    const bool braces = text.starts_with('{') && text.ends_with('}');
    if (braces) text = text.substr(1, text.size() - 2);
    std::int64_t bits = 0;
    for (std::string_view name : split_list(text)) {
        const Choice* choice = codes.by_name(name);
        if (!choice) return bad();
        bits |= std::int64_t{1} << choice->code;
    }
    return bits != 0 || braces ? good(bits) : bad();
}

CellValue read_text(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"')
        return {CellKind::kValue, 0, std::string(text)};
    return {CellKind::kValue, 0,
            replace_all(std::string(text.substr(1, text.size() - 2)), "\\\"", "\"")};
}

CellValue read_value(std::string_view text, const ValueType& type, int plain_decimals) {
    switch (type.kind) {
        case Kind::kBool:
            return text == "true" ? good(1) : text == "false" ? good(0) : bad();
        case Kind::kNumber:
            return read_number(text, type, plain_decimals);
        case Kind::kMoney: {
            const auto money =
                parse_money(text.ends_with("yuan") ? text.substr(0, text.size() - 4) : text);
            return money ? good(money->fen) : bad();
        }
        case Kind::kDate: {
            const auto date = text.size() == 10 ? parse_date(text) : std::nullopt;
            return date ? good(date->days) : bad();
        }
        case Kind::kMonth: {
            const auto month = text.size() == 7 ? parse_month(text) : std::nullopt;
            return month ? good(month->months) : bad();
        }
        case Kind::kDivision: {
            const auto division = text == "0" ? std::optional(Division{}) : parse_division(text);
            return division ? good(division->code) : bad();
        }
        case Kind::kChoice: {
            const Choice* choice = type.codes->by_name(text);
            return choice ? good(choice->code) : bad();
        }
        case Kind::kChoices:
            return read_choices(text, *type.codes);
        case Kind::kText:
            return read_text(text);
    }
    return bad();
}

std::string write_choice(const CodeList& codes, std::int64_t code) {
    const Choice* choice = codes.by_code(code);
    return choice ? std::string(choice->name) : std::to_string(code);
}

std::string write_choices(const CodeList& codes, std::int64_t bits) {
    std::vector<std::string> names;
    for (const Choice& c : codes.choices)
        if ((bits >> c.code & 1) != 0) names.emplace_back(c.name);
    return "{" + join(names, ", ") + "}";
}

}  // namespace

int decimals_needed(std::string_view written) {
    const WrittenNumber number = split_number(written);
    const std::size_t point = number.digits.find('.');
    const auto unit = number.unit.empty() ? std::nullopt : find_unit(number.unit, {});
    const int more = unit ? unit->more_decimals : 0;
    if (point == std::string_view::npos) return more;
    return more + static_cast<int>(number.digits.size() - point - 1);
}

CellValue read_cell(std::string_view written, const ValueType& type) {
    CasePath path;
    path.type = type;
    path.plain_decimals = type.decimals;
    return read_cell(written, path);
}

CellValue read_cell(std::string_view written, const CasePath& path) {
    if (written.empty() || written == "?") return {CellKind::kUnknown};
    if (written == "-") return {CellKind::kAbsent};
    if (written == "!") return {CellKind::kUnreadable};
    if (path.target == CellTarget::kParameter && written == "unset") return {CellKind::kUnknown};
    return read_value(written, path.type, path.plain_decimals);
}

std::string write_value(const ValueType& type, std::optional<std::int64_t> number,
                        std::string_view text) {
    if (type.kind == Kind::kText) return quoted(text);
    const std::int64_t value = number.value_or(0);
    switch (type.kind) {
        case Kind::kBool:
            return value ? "true" : "false";
        case Kind::kMoney:
            return to_string(Money{value}) + " 元";
        case Kind::kDate:
            return to_string(Date{static_cast<std::int32_t>(value)});
        case Kind::kMonth:
            return to_string(Month{static_cast<std::int32_t>(value)});
        case Kind::kDivision:
            return to_string(Division{value});
        case Kind::kChoice:
            return write_choice(*type.codes, value);
        case Kind::kChoices:
            return write_choices(*type.codes, value);
        default:
            break;
    }
    const std::string digits = from_scaled(value, type.decimals);
    return type.unit.empty() ? digits : digits + " " + type.unit;
}

}  // namespace tz::policy
