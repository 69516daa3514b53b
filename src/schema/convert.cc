#include "schema/convert.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/division.h"
#include "base/id.h"
#include "base/money.h"

namespace tz {
namespace {

constexpr std::size_t kChoicesShownMax = 12;

Error unreadable(const Field& field, std::string_view cell, std::string zh, std::string en) {
    return invalid(fmt::format("“{}”的值“{}”{}", field.label, cell, zh),
                   fmt::format("{}: \"{}\" {}", field.name, cell, en), std::string(field.name));
}

// 是/否 and what offices write instead.
constexpr std::string_view kYes[] = {"是", "1", "有", "true", "TRUE", "Y", "y", "√", "能", "已"};
constexpr std::string_view kNo[] = {"否", "0", "2",    "无", "false", "FALSE", "N",
                                    "n",  "×", "不能", "未", "没有",  "不是"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) {
    return std::ranges::find(words, text) != std::end(words);
}

Result<Value> parse_bool(const Field& field, std::string_view cell) {
    if (is_one_of(cell, kYes)) return Value{true};
    if (is_one_of(cell, kNo)) return Value{false};
    return unreadable(field, cell, "不是“是”或“否”", "is neither yes (是) nor no (否)");
}

// A number with its unit behind it ("3.5亩") is a number.
std::string_view without_unit(const Field& field, std::string_view cell) {
    if (!field.unit_label.empty() && cell.ends_with(field.unit_label))
        cell.remove_suffix(field.unit_label.size());
    return trim(cell);
}

Result<Value> parse_number(const Field& field, std::string_view cell) {
    const auto number = to_scaled(without_unit(field, cell), field.decimals);
    if (number) return Value{*number};
    if (field.decimals == 0) return unreadable(field, cell, "不是整数", "is not a whole number");
    return unreadable(field, cell, fmt::format("不是数字(最多{}位小数)", field.decimals),
                      fmt::format("is not a number with at most {} decimals", field.decimals));
}

Result<Value> parse_money_value(const Field& field, std::string_view cell) {
    const auto amount = parse_money(cell);
    if (amount) return Value{amount->fen};
    return unreadable(field, cell, "不是金额(元,最多两位小数)",
                      "is not an amount in yuan with at most two decimals");
}

Result<Value> parse_date_value(const Field& field, std::string_view cell) {
    const auto day = parse_date(cell);
    if (day) return Value{std::int64_t{day->days}};
    return unreadable(field, cell, "不是日期,应写成20231218或2023-12-18",
                      "is not a date; write 20231218 or 2023-12-18");
}

Result<Value> parse_month_value(const Field& field, std::string_view cell) {
    const auto value = parse_month(cell);
    if (value) return Value{std::int64_t{value->months}};
    return unreadable(field, cell, "不是年月,应写成202312或2023年12月",
                      "is not a month; write 202312");
}

Result<Value> parse_division_value(const Field& field, std::string_view cell) {
    const auto code = parse_division(cell);
    if (code) return Value{code->code};
    return unreadable(field, cell, "不是区划代码(2、4、6、9或12位数字)",
                      "is not a division code of 2, 4, 6, 9 or 12 digits");
}

std::string choice_list(const CodeList& codes, bool chinese) {
    std::vector<std::string> names;
    for (const Choice& c : codes.choices.first(std::min(codes.choices.size(), kChoicesShownMax)))
        names.push_back(std::string(chinese ? c.label : c.name));
    if (codes.choices.size() > kChoicesShownMax) names.push_back("…");
    return join(names, chinese ? "、" : ", ");
}

Error not_a_choice(const Field& field, std::string_view cell) {
    return unreadable(field, cell,
                      fmt::format("不在选项中,应为:{}", choice_list(*field.codes, true)),
                      fmt::format("is not one of: {}", choice_list(*field.codes, false)));
}

Result<Value> parse_choice(const Field& field, std::string_view cell) {
    const Choice* choice = field.codes->by_text(cell);
    if (choice == nullptr) return not_a_choice(field, cell);
    return Value{std::int64_t{choice->code}};
}

Result<Value> parse_choices(const Field& field, std::string_view cell) {
    if (const Choice* whole = field.codes->by_text(cell))
        return Value{std::int64_t{1} << whole->code};
    std::int64_t bits = 0;
    for (const std::string_view part : split_list(cell)) {
        const Choice* choice = field.codes->by_text(part);
        if (choice == nullptr) return not_a_choice(field, part);
        bits |= std::int64_t{1} << choice->code;
    }
    return Value{bits};
}

Result<Value> parse_reference(const Field& field, std::string_view cell) {
    const auto id = parse_id(cell);
    if (id) return Value{*id};
    return unreadable(field, cell, "不是记录号(32位十六进制)",
                      "is not a record id of 32 hexadecimal digits");
}

std::string show_choices(const CodeList& codes, std::int64_t bits, bool labels) {
    std::vector<std::string> parts;
    for (const Choice& c : codes.choices)
        if ((bits >> c.code & 1) != 0) parts.push_back(std::string(labels ? c.label : c.name));
    return join(parts, ",");
}

std::string show_choice(const CodeList& codes, std::int64_t code, bool labels) {
    const Choice* choice = codes.by_code(code);
    if (choice == nullptr) return std::to_string(code);
    return std::string(labels ? choice->label : choice->name);
}

std::string show(const Field& field, const Value& value, bool labels) {
    if (!is_known(value)) return {};
    switch (field.type) {
        case Type::kText:
            return as_text(value);
        case Type::kNumber:
            return from_scaled(as_int(value), field.decimals);
        case Type::kMoney:
            return to_string(Money{as_int(value)});
        case Type::kBool:
            return labels ? (std::get<bool>(value) ? "是" : "否")
                          : (std::get<bool>(value) ? "true" : "false");
        case Type::kDate:
            return to_string(Date{static_cast<std::int32_t>(as_int(value))});
        case Type::kMonth:
            return to_string(Month{static_cast<std::int32_t>(as_int(value))});
        case Type::kDivision:
            return to_string(Division{as_int(value)});
        case Type::kChoice:
            return show_choice(*field.codes, as_int(value), labels);
        case Type::kChoices:
            return show_choices(*field.codes, as_int(value), labels);
        case Type::kReference:
            return to_string(std::get<Id>(value));
    }
    return {};
}

bool has_right_type(const Field& field, const Value& value) {
    switch (field.type) {
        case Type::kText:
            return std::holds_alternative<std::string>(value);
        case Type::kBool:
            return std::holds_alternative<bool>(value);
        case Type::kReference:
            return std::holds_alternative<Id>(value);
        default:
            return std::holds_alternative<std::int64_t>(value);
    }
}

bool is_in_range(const Field& field, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return field.min <= *number && *number <= field.max;
    if (const auto* text = std::get_if<std::string>(&value)) {
        const auto length = static_cast<std::int64_t>(char_count(*text));
        return field.min <= length && length <= field.max;
    }
    return true;
}

bool is_listed_choice(const Field& field, const Value& value) {
    if (field.type == Type::kChoice) return field.codes->by_code(as_int(value)) != nullptr;
    if (field.type != Type::kChoices) return true;
    std::int64_t all = 0;
    for (const Choice& c : field.codes->choices) all |= std::int64_t{1} << c.code;
    return (as_int(value) & ~all) == 0;
}

Problem problem(const Field& field, std::string zh, std::string en) {
    return {std::string(field.name),
            {fmt::format("“{}”{}", field.label, zh), fmt::format("{} {}", field.name, en)}};
}

void check_value(const Field& field, const Value& value, std::vector<Problem>& problems) {
    if (!is_known(value)) {
        if (field.is_required) problems.push_back(problem(field, "必填", "is required"));
        return;
    }
    if (!has_right_type(field, value)) {
        problems.push_back(problem(field, "类型不符", "has a value of another type"));
        return;
    }
    if (!is_listed_choice(field, value))
        problems.push_back(problem(field, "的选项不存在", "has a choice that isn't in its list"));
    else if (!is_in_range(field, value))
        problems.push_back(
            problem(field, fmt::format("“{}”超出范围", show_value(field, value)),
                    fmt::format("\"{}\" is out of range", show_value(field, value))));
}

}  // namespace

Result<Value> parse_value(const Field& field, std::string_view cell) {
    cell = trim(cell);
    if (cell.empty()) return Value{};
    if (field.type == Type::kText) return Value{std::string(cell)};
    const bool is_plain =
        std::ranges::all_of(cell, [](char c) { return static_cast<signed char>(c) > ' '; });
    const std::string half = is_plain ? std::string(cell) : to_half_width(cell);
    const std::string_view text = trim(half);
    switch (field.type) {
        case Type::kNumber:
            return parse_number(field, text);
        case Type::kMoney:
            return parse_money_value(field, text);
        case Type::kBool:
            return parse_bool(field, text);
        case Type::kDate:
            return parse_date_value(field, text);
        case Type::kMonth:
            return parse_month_value(field, text);
        case Type::kDivision:
            return parse_division_value(field, text);
        case Type::kChoice:
            return parse_choice(field, text);
        case Type::kChoices:
            return parse_choices(field, text);
        case Type::kReference:
            return parse_reference(field, text);
        case Type::kText:
            break;
    }
    return Value{std::string(cell)};
}

std::string show_value(const Field& field, const Value& value) { return show(field, value, true); }

std::string machine_value(const Field& field, const Value& value) {
    return show(field, value, false);
}

std::vector<Problem> validate(const Entity& entity, const Row& values) {
    std::vector<Problem> problems;
    CHECK(values.size() == entity.fields.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        check_value(entity.fields[i], values[i], problems);
    return problems;
}

}  // namespace tz
