#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/digest.h"
#include "base/text.h"
#include "policy/program/program.h"

namespace tz::policy {
namespace {

constexpr auto kOpNames = std::to_array<std::string_view>({"constant",
                                                           "field",
                                                           "pack_field",
                                                           "parameter",
                                                           "as_of",
                                                           "law_date",
                                                           "unreadable",
                                                           "same",
                                                           "same_in",
                                                           "and",
                                                           "or",
                                                           "not",
                                                           "known",
                                                           "missing_as",
                                                           "if",
                                                           "equal",
                                                           "not_equal",
                                                           "less",
                                                           "less_or_equal",
                                                           "greater",
                                                           "greater_or_equal",
                                                           "in_set",
                                                           "has_any",
                                                           "has_all",
                                                           "has_only",
                                                           "size",
                                                           "add",
                                                           "subtract",
                                                           "multiply",
                                                           "negate",
                                                           "divide_down",
                                                           "divide_half_up",
                                                           "scale",
                                                           "length",
                                                           "starts_with",
                                                           "contains",
                                                           "slice",
                                                           "is_digits",
                                                           "is_mobile",
                                                           "valid_id_number",
                                                           "id_birth",
                                                           "id_sex",
                                                           "disability_kind",
                                                           "disability_grade",
                                                           "age",
                                                           "years_between",
                                                           "months_between",
                                                           "year",
                                                           "year_of_month",
                                                           "month_of",
                                                           "month",
                                                           "quarter",
                                                           "school_year",
                                                           "weekday",
                                                           "start_of",
                                                           "end_of",
                                                           "add_months",
                                                           "workdays_between",
                                                           "add_workdays",
                                                           "in_division",
                                                           "parent",
                                                           "child",
                                                           "around",
                                                           "exists",
                                                           "count",
                                                           "any",
                                                           "all",
                                                           "sum",
                                                           "min",
                                                           "max",
                                                           "distinct",
                                                           "rank",
                                                           "ranked",
                                                           "asking"});
constexpr auto kKindNames = std::to_array<std::string_view>(
    {"bool", "number", "money", "text", "date", "month", "choice", "choices", "division"});

std::string_view name_of(Op op) { return kOpNames[static_cast<std::size_t>(op)]; }

std::string quoted(std::string_view text) {
    std::string out(text);
    for (std::string_view mark : {"\\", "\""})
        out = replace_all(out, mark, "\\" + std::string(mark));
    return "\"" + out + "\"";
}

std::string quoted(const std::vector<std::string>& texts) {
    std::vector<std::string> out;
    for (const std::string& text : texts) out.push_back(quoted(text));
    return join(out, ",");
}

std::string field_name(const Instruction& in) {
    if (in.by_division) return in.within ? "within" : "division";
    const bool of_other = in.other != nullptr && !points_up(in);
    return std::string((of_other ? in.other : in.entity)->fields[in.field].name);
}

// What the instruction says besides its arguments.
std::string details(const Program& program, const Instruction& in) {
    switch (in.op) {
        case Op::kConstant:
            return in.kind == Kind::kText ? quoted(program.texts[in.text])
                                          : fmt::format("{}", in.int_value);
        case Op::kField:
        case Op::kUnreadable:
        case Op::kSame:
            return field_name(in);
        case Op::kSameIn:
            return fmt::format("{} {}", field_name(in),
                               in.entity->fields[static_cast<std::size_t>(in.index)].name);
        case Op::kWorkdaysBetween:
        case Op::kAddWorkdays:
            return fmt::format("{}", in.index);
        case Op::kPackField: {
            const Field& field = *program.fields[static_cast<std::size_t>(in.index)].field;
            return fmt::format("{} {} {}", field.name, static_cast<int>(field.type), field.unit);
        }
        case Op::kParameter:
            return program.parameters[static_cast<std::size_t>(in.index)].name;
        case Op::kInSet:
            return program.code[in.args[0]].kind == Kind::kText
                       ? fmt::format("{{{}}}", quoted(program.text_sets[in.set]))
                       : fmt::format("{{{}}}", fmt::join(program.int_sets[in.set], ","));
        case Op::kStartsWith:
        case Op::kContains:
            return quoted(program.texts[in.text]);
        case Op::kHasAny:
        case Op::kHasAll:
        case Op::kHasOnly:
        case Op::kStartOf:
        case Op::kEndOf:
        case Op::kScale:
            return fmt::format("{}", in.int_value);
        case Op::kSlice:
        case Op::kDivideDown:
        case Op::kDivideHalfUp:
        case Op::kInDivision:
            return fmt::format("{} {}", in.int_value, in.int_value2);
        case Op::kAsking:
            return std::string(in.other->name);
        case Op::kAround:
            return fmt::format("{} {}", in.other->name, in.int_value);
        case Op::kExists:
            return fmt::format("{} {}{}", in.other->name, field_name(in),
                               points_up(in) ? " up" : "");
        default:
            return in.other ? fmt::format("{} {}", in.other->name, field_name(in)) : "";
    }
}

std::string head(const Program& program, const Instruction& in) {
    std::string out = fmt::format("{} {} {}", kKindNames[static_cast<std::size_t>(in.kind)],
                                  in.entity ? in.entity->name : "-", name_of(in.op));
    const std::string more = details(program, in) + (in.opens ? " opens" : "");
    return more.empty() ? out : out + " " + more;
}

std::string number_or_dash(std::uint32_t at) { return at == kNone ? "-" : fmt::format("{}", at); }

std::size_t arg_count(const Instruction& in) {
    std::size_t count = in.args.size();
    while (count > 0 && in.args[count - 1] == kNone) --count;
    return count;
}

}  // namespace

std::string print(const Program& program, std::uint32_t at) {
    if (at == kNone) return "-";
    const Instruction& in = program.code[at];
    std::string out = "(" + head(program, in);
    for (std::size_t i = 0; i < arg_count(in); ++i) out += " " + print(program, in.args[i]);
    return out + ")";
}

std::string print(const Program& program) {
    std::string out;
    for (std::size_t i = 0; i < program.code.size(); ++i) {
        const Instruction& in = program.code[i];
        out += fmt::format("{} {}", i, head(program, in));
        for (std::size_t a = 0; a < arg_count(in); ++a) out += " %" + number_or_dash(in.args[a]);
        out += "\n";
    }
    for (const ProgramRule& rule : program.rules)
        out += fmt::format("rule {} {} when %{} that %{} exception %{}\n", rule.name,
                           rule.entity->name, number_or_dash(rule.when), number_or_dash(rule.that),
                           number_or_dash(rule.exception));
    return out;
}

std::string digest(const Program& program) {
    std::string bytes = print(program);
    for (const Parameter& parameter : program.parameters) {
        put_bytes(bytes, parameter.name);
        for (const ParameterRow& row : parameter.rows) {
            put_int(bytes, row.division.code);
            put_int(bytes, row.from.days);
            put_int(bytes, row.to ? row.to->days : -1);
            put_int(bytes, row.is_set);
            put_int(bytes, row.int_value);
            put_bytes(bytes, row.text_value);
        }
    }
    for (const Workdays& calendar : program.calendars)
        for (const std::int32_t count : calendar.counts()) put_int(bytes, count);
    return to_hex(tz::digest(bytes));
}

}  // namespace tz::policy
