// A `report` with its names resolved: what is computed from which figures and what must hold.
// Plain values; any thread.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/fraction.h"
#include "policy/check/position.h"

namespace tz::policy {

// "万元" is 10^4 元; "%" is 10^-2 of nothing. Amounts of different measures are not added.
struct FigureUnit {
    std::string name{};  // as printed
    Fraction scale{1};
    std::string measure{};  // 元, 人, 户, 公里, %: checked in sums and comparisons; "" of others
};
FigureUnit figure_unit(std::string_view printed);

enum class TermOp : std::uint8_t {
    kFigure,    // index
    kValue,     // index of an item of the same report
    kConstant,  // constant, unit
    kAdd,
    kSubtract,
    kMultiply,
    kDivide,
    kNegate,
    kRoundHalfUp,  // args: x, step
    kRoundDown,
    kLeast,     // of its args
    kGreatest,  // of its args
    kCount,     // how many items its one list has, or how many figures are given
};
struct Term {
    TermOp op = TermOp::kConstant;
    int index = 0;
    PrintedNumber constant{};
    std::string text{};  // of a constant, as written
    FigureUnit unit{};
    std::vector<Term> args{};
};

struct ReportFigure {
    std::string name{};
    std::string title{};
    std::string key{};  // its id in the table, or its name there
    Address source{};
    Position at{};
};

enum class ItemKind : std::uint8_t { kValue, kDerive, kCheck, kHypothesis, kLimit, kTest };
enum class ReportRelation : std::uint8_t { kEqual, kLess, kAtMost, kGreater, kAtLeast, kBetween };

struct ReportItem {
    ItemKind kind = ItemKind::kValue;
    std::string name{};
    std::string title{};
    std::vector<Term> values{};  // several only of derive; otherwise the left side
    ReportRelation relation = ReportRelation::kEqual;
    std::optional<Term> right{};
    std::optional<Term> high{};  // of between
    std::optional<Term> tolerance{};
    bool by_rounding = false;
    bool has_assumed = false;          // the divisor is not printed beside the rate
    std::optional<FigureUnit> unit{};  // shown in
    std::string unclear{};
    std::string note{};
    Address source{};
    Position at{};
    bool computes() const { return kind == ItemKind::kValue || kind == ItemKind::kDerive; }
};

struct FigureReport {
    int pack = 0;
    std::string name{};
    std::string title{};
    Address source{};
    std::vector<ReportFigure> figures{};
    std::vector<ReportItem> items{};
    std::vector<std::string> texts{};  // with {name}, {name:2} and {ID:outcome}
    Position at{};
    int figure(std::string_view name) const;  // -1: none
    int item(std::string_view name) const;
};

// A paragraph cut at its braces: text, name, how to show it ("" , a number of decimals, outcome).
struct Hole {
    std::string before{};
    std::string name{};  // empty: only text
    std::string form{};
};
std::vector<Hole> holes_of(std::string_view text);

}  // namespace tz::policy
