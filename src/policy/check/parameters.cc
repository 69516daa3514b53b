// Parameters: their types, their rows, and what a pack above allows to the packs below.
#include <algorithm>

#include "policy/check/case_path.h"
#include "policy/check/model.h"
#include "policy/check/typer.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

constexpr std::int32_t kForever = 0x7fffffff;

std::int32_t last_day(const ParameterRow& row) { return row.to ? row.to->days : kForever; }
bool overlap(const ParameterRow& a, const ParameterRow& b) {
    return a.from.days <= last_day(b) && b.from.days <= last_day(a);
}

class Parameters {
  public:
    explicit Parameters(Model& model) : model_(model) {}

    void run() {
        for (int pack : parents_first()) {
            for (std::size_t i = 0; i < model_.files.size(); ++i) {
                if (model_.files[i].pack != pack) continue;
                file_ = static_cast<int>(i);
                for (const Declaration& declaration : model_.files[i].tree.declarations) {
                    if (const auto* parameter = std::get_if<ParameterSyntax>(&declaration))
                        add(*parameter);
                }
            }
        }
        for (std::size_t i = 0; i < model_.files.size(); ++i) {
            file_ = static_cast<int>(i);
            for (const Declaration& declaration : model_.files[i].tree.declarations)
                if (const auto* cases = std::get_if<CaseSyntax>(&declaration)) refine(*cases);
        }
        for (Parameter& parameter : model_.out.parameters) finish(parameter);
    }

  private:
    int pack() const { return model_.files[static_cast<std::size_t>(file_)].pack; }
    const Report& report() const { return model_.report(file_); }
    const Report& report(const Position& at) const { return model_.report(at.file); }
    static Spot spot(const Position& at) { return {at.line, at.column, 1}; }
    int pack_of(const Position& at) const {
        return model_.files[static_cast<std::size_t>(at.file)].pack;
    }

    std::vector<int> parents_first() const {
        std::vector<int> order;
        for (std::size_t i = 0; i < model_.packs.size(); ++i) order.push_back(static_cast<int>(i));
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return depth(a) < depth(b); });
        return order;
    }
    int depth(int pack) const {
        int out = 0;
        for (; pack >= 0; pack = model_.packs[static_cast<std::size_t>(pack)].parent) ++out;
        return out;
    }

    void add(const ParameterSyntax& syntax) {
        const auto type = read_type(model_, file_, syntax.type);
        if (!type) return mark_broken(syntax);
        const int known = model_.find_parameter(pack(), syntax.name.text);
        if (known < 0) {
            model_.out.parameters.push_back({syntax.name.text,
                                             syntax.title,
                                             *type,
                                             binding(syntax.binding),
                                             pack(),
                                             {},
                                             model_.position(file_, syntax.name.at)});
            model_.parameter_packs.push_back(pack());
        } else if (!continues(known, *type, syntax)) {
            return;
        }
        const std::size_t index =
            known < 0 ? model_.out.parameters.size() - 1 : static_cast<std::size_t>(known);
        for (const ParameterRowSyntax& row : syntax.rows)
            add_row(model_.out.parameters[index], row);
    }

    void mark_broken(const ParameterSyntax& syntax) {
        model_.files[static_cast<std::size_t>(file_)].tree.broken.insert(syntax.name.text);
    }

    // A pack below says its own rows of a parameter from above.
    bool continues(int known, const ValueType& type, const ParameterSyntax& syntax) {
        const Parameter& parameter = model_.out.parameters[static_cast<std::size_t>(known)];
        if (model_.parameter_packs[static_cast<std::size_t>(known)] == pack()) {
            report().error(
                syntax.name.at,
                say("参数“{}”已经有了", "there is a parameter `{}` already", syntax.name.text),
                say("各地各时期的数值写在同一张表里",
                    "values of all places and times are rows of one table"));
            return false;
        }
        const bool open = type.kind == Kind::kNumber && type.unit.empty();  // duration
        if (!same_kind(parameter.type, type) || (!open && parameter.type.unit != type.unit)) {
            const Text wanted = describe(parameter.type);
            report().error(
                syntax.type.name.at,
                {fmt::format("上级规则包中“{}”的类型是{}", syntax.name.text, wanted.zh),
                 fmt::format("in the pack above, `{}` is {}", syntax.name.text, wanted.en)});
            return false;
        }
        return true;
    }

    static Binding binding(const std::string& word) {
        if (word == "may raise") return Binding::kMayRaise;
        if (word == "may lower") return Binding::kMayLower;
        return word == "fixed" ? Binding::kFixed : Binding::kFree;
    }

    void add_row(Parameter& parameter, const ParameterRowSyntax& syntax) {
        ParameterRow row;
        row.at = model_.position(file_, syntax.at);
        row.source = model_.address(file_, syntax.source);
        row.is_set = syntax.value != nullptr;
        const bool placed = division(syntax.division, row.division);
        const auto from = date(syntax.from);
        if (!syntax.to.text.empty()) row.to = date(syntax.to);
        if (!placed || !from || (!syntax.to.text.empty() && !row.to)) return;
        row.from = *from;
        if (row.to && *row.to < row.from)
            return report().error(syntax.to.at, say("to 早于 from", "`to` is before `from`"));
        if (row.is_set && !value(parameter, *syntax.value, row)) return;
        parameter.rows.push_back(std::move(row));
    }

    // An empty cell or 0: wherever the pack applies.
    bool division(const Cell& cell, Division& out) {
        const PackInfo& info = model_.out.packs[static_cast<std::size_t>(pack())];
        out = info.division;
        if (cell.text.empty() || cell.text == "0") return true;
        const auto code = parse_division(cell.text);
        if (!code) {
            report().error(cell.at, say("区划代码“{}”不对", "bad division code `{}`", cell.text),
                           say("2、4、6、9或12位数字", "2, 4, 6, 9 or 12 digits"));
            return false;
        }
        out = *code;
        if (contains(info.division, out)) return true;
        report().error(cell.at, say("区划{}不在本规则包的区划{}之内",
                                    "division {} is outside the pack's division {}", cell.text,
                                    short_code(info.division)));
        return false;
    }

    std::optional<Date> date(const Cell& cell) {
        const auto out = cell.text.size() == 10 ? parse_date(cell.text) : std::nullopt;
        if (cell.text.empty()) {
            report().error(cell.at, say("缺少起始日期", "`from` is empty"));
        } else if (!out) {
            report().error(cell.at, say("日期“{}”不对", "bad date `{}`", cell.text),
                           say("如 2020-01-31", "such as 2020-01-31"));
        }
        return out;
    }

    // Rows may have unlike decimals; the parameter takes the most, and all are scaled at the end.
    bool value(Parameter& parameter, const Expr& expr, ParameterRow& row) {
        Typer typer(model_, file_);
        const Entity& any = *model_.catalog[0];
        NodePtr node = parameter.type.kind == Kind::kChoices
                           ? typer.mask(expr, *parameter.type.codes, any)
                           : typer.expression(expr, any, parameter.type.codes);
        if (!node) return false;
        if (node->op != Op::kConstant) {
            report().error(expr.at, say("参数的值要写成固定的值",
                                        "the value of a parameter is a fixed value"));
            return false;
        }
        if (parameter.type.kind == Kind::kNumber && parameter.type.unit.empty())
            parameter.type.unit = node->type.unit;
        auto like = std::make_shared<Node>(*node);
        like->type = parameter.type;
        NodePtr wanted = like;
        if (!typer.align(wanted, node, expr.at)) return false;
        grow(parameter, node->type.decimals);
        row.int_value = node->int_value;
        row.text_value = node->text_value;
        return true;
    }

    // A case may say a parameter with more decimals than its rows have.
    void refine(const CaseSyntax& cases) {
        constexpr int kMostDecimals = 6;
        for (std::size_t k = 0; k + 1 < cases.columns.size(); ++k) {
            const int known = model_.find_parameter(pack(), cases.columns[k].text);
            if (known < 0) continue;
            Parameter& parameter = model_.out.parameters[static_cast<std::size_t>(known)];
            if (parameter.type.kind != Kind::kNumber) continue;
            for (const std::vector<Cell>& row : cases.rows)
                grow(parameter, std::min(decimals_needed(row[k].text), kMostDecimals));
        }
    }

    static void grow(Parameter& parameter, int decimals) {
        if (decimals <= parameter.type.decimals) return;
        const std::int64_t factor = power_of_ten(decimals - parameter.type.decimals);
        for (ParameterRow& row : parameter.rows) row.int_value *= factor;
        parameter.type.decimals = decimals;
    }

    void finish(Parameter& parameter) {
        auto& rows = parameter.rows;
        std::stable_sort(rows.begin(), rows.end(),
                         [](const ParameterRow& a, const ParameterRow& b) {
                             return std::pair(a.division, a.from) < std::pair(b.division, b.from);
                         });
        for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
            if (rows[i].division == rows[i + 1].division) neighbours(rows[i], rows[i + 1]);
        }
        if (parameter.binding != Binding::kFree) bound(parameter);
    }

    void neighbours(const ParameterRow& a, const ParameterRow& b) {
        if (overlap(a, b)) {
            report(b.at).error(
                spot(b.at),
                say("与第{}行（{}起）的日期重叠",
                    "the dates overlap with those of line {} (from {})", a.at.line,
                    to_string(a.from)),
                say("同一区划的各行日期不能重叠", "rows of one division must not overlap"));
        } else if (last_day(a) + 1 < b.from.days) {
            report(b.at).warn(
                spot(b.at),
                say("{}至{}没有值", "there is no value from {} to {}",
                    to_string(Date{a.to->days + 1}), to_string(Date{b.from.days - 1})),
                say("补一行，或写 unset", "add a row, or write `unset`"));
        }
    }

    void bound(const Parameter& parameter) {
        for (const ParameterRow& row : parameter.rows) {
            for (const ParameterRow& above : parameter.rows) {
                const bool governs = pack_of(row.at) != pack_of(above.at) &&
                                     model_.sees(pack_of(row.at), pack_of(above.at)) &&
                                     contains(above.division, row.division) &&
                                     overlap(row, above) && above.is_set;
                if (governs && !allowed(parameter.binding, above, row))
                    forbid(parameter.binding, above, row);
            }
        }
    }

    static bool allowed(Binding binding, const ParameterRow& above, const ParameterRow& row) {
        if (!row.is_set) return false;
        if (binding == Binding::kMayRaise) return row.int_value >= above.int_value;
        if (binding == Binding::kMayLower) return row.int_value <= above.int_value;
        return row.int_value == above.int_value && row.text_value == above.text_value;
    }

    void forbid(Binding binding, const ParameterRow& above, const ParameterRow& row) {
        const std::string& file = model_.out.files[static_cast<std::size_t>(above.at.file)];
        const Text rule = binding == Binding::kFixed      ? say("固定不变", "is fixed")
                          : binding == Binding::kMayRaise ? say("只可提高", "may only be raised")
                                                          : say("只可降低", "may only be lowered");
        report(row.at).error(
            spot(row.at),
            {fmt::format("上级规则包的值（{}:{}）{}", file, above.at.line, rule.zh),
             fmt::format("the value of the pack above ({}:{}) {}", file, above.at.line, rule.en)});
    }

    Model& model_;
    int file_ = 0;
};

}  // namespace

void check_parameters(Model& model) { Parameters(model).run(); }

const ParameterRow* Parameter::row_for(Division division, Date law_date) const {
    const ParameterRow* best = nullptr;
    for (const ParameterRow& row : rows) {
        const bool holds = contains(row.division, division) && row.from <= law_date &&
                           law_date.days <= last_day(row);
        if (holds && (!best || end_code(row.division) - row.division.code <
                                   end_code(best->division) - best->division.code)) {
            best = &row;
        }
    }
    return best;
}

}  // namespace tz::policy
