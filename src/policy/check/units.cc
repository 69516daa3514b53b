#include "policy/check/units.h"

#include <algorithm>
#include <array>

#include "policy/syntax/report.h"

namespace tz::policy {
namespace {

struct Spelling {
    std::string_view word{};
    std::string_view name{};
    int more_decimals = 0;
};
constexpr std::array<Spelling, 19> kUnits = {{{"mu", "mu"},
                                              {"m2", "m2"},
                                              {"km", "km"},
                                              {"m", "km", 3},
                                              {"min", "min"},
                                              {"L/person/day", "L/person/day"},
                                              {"%", "%"},
                                              {"percent", "%"},
                                              {"month", "month"},
                                              {"months", "month"},
                                              {"year", "year"},
                                              {"years", "year"},
                                              {"day", "day"},
                                              {"days", "day"},
                                              {"person", "person"},
                                              {"persons", "person"},
                                              {"household", "household"},
                                              {"households", "household"},
                                              {"degree", "degree"}}};
constexpr std::array<std::string_view, 3> kMoneyUnits = {"yuan", "元", "万元"};
constexpr std::array<std::string_view, 5> kCounts = {"month", "year", "day", "person", "household"};

Text kind_word(Kind kind) {
    switch (kind) {
        case Kind::kBool:
            return say("是否值", "a yes-or-no value");
        case Kind::kNumber:
            return say("数字", "a number");
        case Kind::kMoney:
            return say("金额", "an amount of money");
        case Kind::kText:
            return say("文字", "a text");
        case Kind::kDate:
            return say("日期", "a date");
        case Kind::kMonth:
            return say("年月", "a month");
        case Kind::kChoice:
            return say("选项", "a choice");
        case Kind::kChoices:
            return say("多选", "several choices");
        case Kind::kDivision:
            return say("行政区划", "a division");
    }
    return {};
}

Kind kind_of(Type type) {
    switch (type) {
        case Type::kText:
            return Kind::kText;
        case Type::kNumber:
            return Kind::kNumber;
        case Type::kMoney:
            return Kind::kMoney;
        case Type::kDate:
            return Kind::kDate;
        case Type::kMonth:
            return Kind::kMonth;
        case Type::kDivision:
            return Kind::kDivision;
        case Type::kChoice:
            return Kind::kChoice;
        case Type::kChoices:
            return Kind::kChoices;
        default:
            return Kind::kBool;
    }
}

}  // namespace

std::optional<UnitInfo> find_unit(std::string_view word, Catalog catalog) {
    const auto known = std::ranges::find(kUnits, word, &Spelling::word);
    if (known != kUnits.end()) return UnitInfo{std::string(known->name), known->more_decimals};
    for (const Entity* entity : catalog) {
        for (const Field& field : entity->fields) {
            if (field.type == Type::kNumber && !word.empty() && field.unit == word) {
                return UnitInfo{std::string(word), 0};
            }
        }
    }
    return std::nullopt;
}

std::vector<std::string> unit_names(Catalog catalog) {
    std::vector<std::string> out;
    for (const Spelling& unit : kUnits) out.emplace_back(unit.word);
    for (std::string_view unit : kMoneyUnits) out.emplace_back(unit);
    for (const Entity* entity : catalog)
        for (const Field& field : entity->fields)
            if (field.type == Type::kNumber && !field.unit.empty()) out.emplace_back(field.unit);
    return out;
}

bool is_money_unit(std::string_view word) {
    return std::ranges::find(kMoneyUnits, word) != kMoneyUnits.end();
}

bool is_count_unit(std::string_view unit) {
    return unit.empty() || std::ranges::find(kCounts, unit) != kCounts.end();
}

ValueType type_of(const Field& field) {
    ValueType out;
    out.kind = kind_of(field.type);
    out.codes = field.codes;
    if (field.type != Type::kNumber) return out;
    const auto unit = find_unit(field.unit, {});
    out.unit = unit ? unit->name : std::string(field.unit);
    out.decimals = field.decimals + (unit ? unit->more_decimals : 0);
    return out;
}

Text describe(const ValueType& type) {
    Text out = kind_word(type.kind);
    if (type.kind == Kind::kNumber && !type.unit.empty()) {
        return {out.zh + "（" + type.unit + "）", out.en + " (" + type.unit + ")"};
    }
    if (type.codes) {
        out.zh += fmt::format("（{}）", type.codes->label);
        out.en += fmt::format(" of {}", type.codes->name);
    }
    return out;
}

bool same_kind(const ValueType& a, const ValueType& b) {
    return a.kind == b.kind && a.codes == b.codes;
}

std::int64_t power_of_ten(int exponent) {
    std::int64_t out = 1;
    for (int i = 0; i < exponent; ++i) out *= 10;
    return out;
}

}  // namespace tz::policy
