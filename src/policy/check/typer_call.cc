// Functions.
#include <algorithm>
#include <array>

#include "base/division.h"
#include "policy/check/typer.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

const ValueType kTruth{};
const ValueType kCount{Kind::kNumber};

const std::vector<std::string> kFunctions = {"count",
                                             "any",
                                             "all",
                                             "sum",
                                             "min",
                                             "max",
                                             "distinct",
                                             "exists",
                                             "rank",
                                             "ranked",
                                             "age",
                                             "years_between",
                                             "months_between",
                                             "year",
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
                                             "least",
                                             "greatest",
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
                                             "same",
                                             "size",
                                             "in_division",
                                             "unreadable"};

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 7> kAggregates = {"count", "any", "all",     "sum",
                                                         "min",   "max", "distinct"};
constexpr std::array<std::string_view, 7> kText = {
    "length", "starts_with", "contains", "slice", "is_digits", "is_mobile", "valid_id_number"};
constexpr std::array<std::string_view, 4> kIds = {"id_birth", "id_sex", "disability_kind",
                                                  "disability_grade"};

bool whole_literal(const Expr& expr) {
    return expr.kind == ExprKind::kNumber && expr.unit.empty() && to_int(expr.text).has_value();
}

}  // namespace

NodePtr Typer::call(const Expr& expr, const Entity& entity) {
    if (listed(kAggregates, expr.text)) return aggregate(expr, entity);
    if (expr.text == "rank" || expr.text == "ranked") return rank_call(expr, entity);
    if (expr.where)
        return fail(expr.where->at, say("“{}”里不能写 where", "`{}` takes no `where`", expr.text));
    if (is_calendar_function(expr.text)) return calendar_call(expr, entity);
    if (expr.text == "least" || expr.text == "greatest") return extreme_call(expr, entity);
    if (listed(kText, expr.text)) return text_call(expr, entity);
    if (listed(kIds, expr.text)) return id_call(expr, entity);
    return simple_call(expr, entity);
}

NodePtr Typer::simple_call(const Expr& expr, const Entity& entity) {
    if (expr.text == "same") return same_call(expr, entity);
    if (expr.text == "size") return size_call(expr, entity);
    if (expr.text == "in_division") return in_division_call(expr, entity);
    if (expr.text == "unreadable") return unreadable_call(expr, entity);
    if (expr.text == "exists")
        return arity(expr, 1, 1) ? exists_call(*expr.args[0], entity) : nullptr;
    return fail(expr.at, say("没有函数“{}”", "there is no function `{}`", expr.text),
                did_you_mean(expr.text, kFunctions));
}

bool Typer::arity(const Expr& expr, std::size_t least, std::size_t most) {
    const std::size_t count = expr.args.size();
    if (count >= least && count <= most) return true;
    const std::string wanted =
        least == most ? fmt::format("{}", least) : fmt::format("{}–{}", least, most);
    fail(expr.at, say("“{}”要{}个参数，却有{}个", "`{}` takes {} arguments, not {}", expr.text,
                      wanted, count));
    return false;
}

NodePtr Typer::argument(const Expr& expr, std::size_t i, const Entity& entity, Kind kind) {
    NodePtr node = expression(*expr.args[i], entity);
    if (!node || node->type.kind == kind) return node;
    const Text wanted = describe({kind}), found = describe(node->type);
    return fail(
        expr.args[i]->at,
        {fmt::format("“{}”的第{}个参数应是{}，却是{}", expr.text, i + 1, wanted.zh, found.zh),
         fmt::format("argument {} of `{}` is {}, not {}", i + 1, expr.text, wanted.en, found.en)});
}

NodePtr Typer::text_call(const Expr& expr, const Entity& entity) {
    const std::string& name = expr.text;
    const std::size_t count = name == "slice"                               ? 3
                              : name == "starts_with" || name == "contains" ? 2
                                                                            : 1;
    if (!arity(expr, count, count)) return nullptr;
    NodePtr text = argument(expr, 0, entity, Kind::kText);
    if (name == "slice") {
        if (!whole_literal(*expr.args[1]) || !whole_literal(*expr.args[2])) {
            return fail(expr.at, say("slice 的位置和长度要写数字",
                                     "the place and length of a slice are written numbers"));
        }
        if (!text) return nullptr;
        auto out = std::make_shared<Node>(
            *make(Op::kSlice, {Kind::kText}, entity, expr.at, {text}, *to_int(expr.args[1]->text)));
        out->int_value2 = *to_int(expr.args[2]->text);
        return out;
    }
    if (count == 2) {
        if (expr.args[1]->kind != ExprKind::kText)
            return fail(expr.args[1]->at,
                        say("这里要写引号里的文字", "text in quotes is wanted here"));
        if (!text) return nullptr;
        auto out = std::make_shared<Node>(*make(
            name == "contains" ? Op::kContains : Op::kStartsWith, kTruth, entity, expr.at, {text}));
        out->text_value = expr.args[1]->text;
        return out;
    }
    if (name == "length") return make(Op::kLength, kCount, entity, expr.at, {text});
    const Op op = name == "is_digits"   ? Op::kIsDigits
                  : name == "is_mobile" ? Op::kIsMobile
                                        : Op::kValidIdNumber;
    return make(op, kTruth, entity, expr.at, {text});
}

// What a number says is a choice where the catalog has the code list of the standard, whose codes
// are the digits; otherwise it is a plain number.
NodePtr Typer::id_call(const Expr& expr, const Entity& entity) {
    if (!arity(expr, 1, 1)) return nullptr;
    NodePtr text = argument(expr, 0, entity, Kind::kText);
    if (expr.text == "id_birth") return make(Op::kIdBirth, {Kind::kDate}, entity, expr.at, {text});
    const std::string list = expr.text == "id_sex" ? "sex" : expr.text;
    const CodeList* codes = model_.find_list(list + (list == "sex" ? "es" : "s"));
    if (!codes) codes = model_.find_list(list);
    const Op op = expr.text == "id_sex"            ? Op::kIdSex
                  : expr.text == "disability_kind" ? Op::kDisabilityKind
                                                   : Op::kDisabilityGrade;
    return make(op, codes ? ValueType{Kind::kChoice, codes} : kCount, entity, expr.at, {text});
}

NodePtr Typer::same_call(const Expr& expr, const Entity& entity) {
    if (!arity(expr, 1, 2)) return nullptr;
    std::vector<std::size_t> fields;
    for (const ExprPtr& arg : expr.args) {
        const bool bare = arg->kind == ExprKind::kPath && arg->path.size() == 1;
        fields.push_back(bare ? entity.index(arg->path[0].text) : entity.fields.size());
        if (fields.back() < entity.fields.size()) continue;
        return bare ? unknown_name(arg->path[0], entity, nullptr)
                    : fail(arg->at,
                           say("same 里写本登记表的字段", "`same` takes fields of this register"));
    }
    if (fields.size() == 2 && entity.fields[fields[1]].type != Type::kReference) {
        return fail(expr.args[1]->at, say("same 的第二个参数应是指向别的记录的字段",
                                          "the second argument of `same` is a reference"));
    }
    auto out = std::make_shared<Node>(
        *make(fields.size() == 2 ? Op::kSameIn : Op::kSame, kCount, entity, expr.at));
    out->field = fields[0];
    if (fields.size() == 2) out->index = static_cast<int>(fields[1]);
    return out;
}

NodePtr Typer::size_call(const Expr& expr, const Entity& entity) {
    if (!arity(expr, 1, 1)) return nullptr;
    return make(Op::kSize, kCount, entity, expr.at, {argument(expr, 0, entity, Kind::kChoices)});
}

NodePtr Typer::in_division_call(const Expr& expr, const Entity& entity) {
    if (!arity(expr, 1, 1)) return nullptr;
    const Expr& code = *expr.args[0];
    const auto division = code.kind == ExprKind::kNumber ? parse_division(code.text) : std::nullopt;
    if (!division)
        return fail(code.at, say("这里要写区划代码", "a division code is wanted here"),
                    say("如 in_division(4304)", "such as in_division(4304)"));
    NodePtr own = builtin({"division", expr.at}, entity);
    if (!own) return unknown_name({"division", expr.at}, entity, nullptr);
    auto out = std::make_shared<Node>(
        *make(Op::kInDivision, kTruth, entity, expr.at, {own}, division->code));
    out->int_value2 = end_code(*division);
    return out;
}

NodePtr Typer::unreadable_call(const Expr& expr, const Entity& entity) {
    if (!arity(expr, 1, 1)) return nullptr;
    const Expr& x = *expr.args[0];
    if (x.kind != ExprKind::kPath)
        return fail(x.at, say("unreadable 里写字段", "`unreadable` takes a field"));
    const auto turn = [&](const auto& self, const NodePtr& node) -> NodePtr {
        if (!node) return nullptr;
        auto out = std::make_shared<Node>(*node);
        out->type = kTruth;
        if (node->op == Op::kField)
            out->op = Op::kUnreadable;
        else if (node->op == Op::kParent || node->op == Op::kChild || node->op == Op::kAround ||
                 node->op == Op::kAsking)
            out->args = {self(self, node->args[0])};
        else
            return fail(x.at, say("unreadable 里写字段", "`unreadable` takes a field"));
        return out->args.empty() || out->args[0] ? out : nullptr;
    };
    return turn(turn, step(x.path, 0, entity));
}

}  // namespace tz::policy
