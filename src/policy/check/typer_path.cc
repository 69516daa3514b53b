// Names and paths: fields, relations, defines, parameters, choices.
#include <algorithm>
#include <array>

#include "policy/check/scope.h"
#include "policy/check/typer.h"
#include "policy/check/units.h"
#include "policy/syntax/token.h"

namespace tz::policy {
namespace {

constexpr std::string_view kInDivision = "_in_division";
constexpr std::string_view kWithin = "_within";
constexpr std::string_view kAsking = "asking";

bool is_period_name(std::string_view name) {
    return name == "period_start" || name == "period_end";
}

}  // namespace

FoundRelation find_relation(Catalog catalog, const Entity& entity, std::string_view name) {
    FoundRelation out{find_inverse(catalog, entity, name)};
    out.within = name.ends_with(kWithin);
    if (out.relation.entity || (!out.within && !name.ends_with(kInDivision))) {
        out.within = false;
        return out;
    }
    name.remove_suffix(out.within ? kWithin.size() : kInDivision.size());
    out.relation = {find_entity(catalog, name), 0, Inverse::kMany};
    const bool placed = out.relation.entity &&
                        out.relation.entity->scope_index() < out.relation.entity->fields.size();
    if (!placed || entity.scope_index() >= entity.fields.size()) return {};
    out.by_division = true;
    return out;
}

AreaAround find_area_around(Catalog catalog, const Entity& entity, std::string_view name) {
    constexpr std::array<std::pair<std::string_view, DivisionLevel>, 5> kNames = {
        {{"own_province", DivisionLevel::kProvince},
         {"own_city", DivisionLevel::kCity},
         {"own_county", DivisionLevel::kCounty},
         {"own_township", DivisionLevel::kTownship},
         {"own_village", DivisionLevel::kVillage}}};
    const auto it =
        std::ranges::find(kNames, name, &std::pair<std::string_view, DivisionLevel>::first);
    if (it == kNames.end() || entity.scope_index() >= entity.fields.size()) return {};
    return {find_entity(catalog, "division"), it->second};
}

NodePtr Typer::around(NodePtr inner, const Entity& entity, const AreaAround& area, Spot at) {
    if (!inner) return nullptr;
    auto node = std::make_shared<Node>(*make(Op::kAround, inner->type, entity, at, {inner},
                                             static_cast<std::int64_t>(area.level)));
    node->other = area.divisions;
    node->by_division = true;
    return node;
}

// asking.x: of the record in whose expression the aggregate around is written.
NodePtr Typer::asking(const std::vector<Name>& path, std::size_t at, const Entity& entity) {
    const Name& name = path[at];
    if (askers_.empty())
        return fail(name.at,
                    say("asking 只能写在 count、any、sum 等的 where 里",
                        "`asking` stands only in the `where` of count, any, sum and the like"));
    if (at + 1 == path.size())
        return fail(name.at,
                    say("asking 是一条记录，不是一个值", "`asking` is a record, not a value"),
                    say("写成 asking.字段", "write asking.FIELD"));
    Asker asker = askers_.back();
    askers_.pop_back();
    NodePtr inner = path[at + 1].text == kAsking ? asking(path, at + 1, *asker.entity)
                                                 : step(path, at + 1, *asker.entity);
    asker.used = asker.used || !asker.reference;
    askers_.push_back(asker);
    if (!inner) return nullptr;
    if (asker.reference) return parent(inner, entity, *asker.reference, name.at);
    auto node = std::make_shared<Node>(*make(Op::kAsking, inner->type, entity, name.at, {inner}));
    node->other = asker.entity;
    return node;
}

NodePtr Typer::parent(const NodePtr& inner, const Entity& entity, std::size_t field, Spot at) {
    if (!inner) return nullptr;
    auto node = std::make_shared<Node>(*make(Op::kParent, inner->type, entity, at, {inner}));
    node->other = inner->entity;
    node->field = field;
    return node;
}

NodePtr Typer::path(const Expr& expr, const Entity& entity, const CodeList* expected) {
    if (expr.path[0].text == kAsking) return asking(expr.path, 0, entity);
    if (expected && expr.path.size() == 1) {
        const Name& name = expr.path[0];
        if (expected->by_name(name.text)) return choice(name, *expected, entity);
        if (!names_value(expr, entity)) return unknown_name(name, entity, expected);
    }
    return step(expr.path, 0, entity);
}

NodePtr Typer::choice(const Name& name, const CodeList& codes, const Entity& entity) {
    const Choice* found = codes.by_name(name.text);
    if (!found) return unknown_name(name, entity, &codes);
    return constant({Kind::kChoice, &codes}, found->code, entity, name.at);
}

bool Typer::names_value(const Expr& expr, const Entity& entity) const {
    const std::string& name = expr.path[0].text;
    return expr.path.size() > 1 || entity.find(name) || name == "as_of" || name == "law_date" ||
           name == "division" || is_period_name(name) ||
           model_.find_define(pack(), entity, name) >= 0 ||
           model_.find_parameter(pack(), name) >= 0 ||
           find_relation(model_.catalog, entity, name).relation.entity;
}

NodePtr Typer::step(const std::vector<Name>& path, std::size_t at, const Entity& entity) {
    const Name& name = path[at];
    const bool last = at + 1 == path.size();
    const std::size_t field = entity.index(name.text);
    if (field < entity.fields.size()) {
        if (entity.fields[field].type == Type::kReference)
            return through_reference(path, at, entity);
        if (!last)
            return fail(name.at, say("“{}”不是记录，后面不能再加 .",
                                     "`{}` is no record, nothing follows it", name.text));
        auto node = std::make_shared<Node>(
            *make(Op::kField, type_of(entity.fields[field]), entity, name.at));
        node->field = field;
        return node;
    }
    const FoundRelation found = find_relation(model_.catalog, entity, name.text);
    if (found.relation.entity) {
        if (!last && !found.by_division) return through_relation(path, at, entity, found.relation);
        return fail(name.at,
                    say("“{}”是一些记录，不是一个值", "`{}` is records, not a value", name.text),
                    say("用 count({0})、any({0} where …) 或 exists({0})",
                        "use count({0}), any({0} where …) or exists({0})", name.text));
    }
    const AreaAround area = find_area_around(model_.catalog, entity, name.text);
    if (area.divisions && !last)
        return around(step(path, at + 1, *area.divisions), entity, area, name.at);
    const int define = model_.find_define(pack(), entity, name.text);
    if (define >= 0 && last) return use_define(define, name, entity);
    if (NodePtr node = last ? builtin(name, entity) : nullptr) return node;
    return unknown_name(name, entity, nullptr);
}

NodePtr Typer::through_reference(const std::vector<Name>& path, std::size_t at,
                                 const Entity& entity) {
    const Name& name = path[at];
    const std::size_t field = entity.index(name.text);
    if (at + 1 == path.size()) {
        return fail(
            name.at,
            say("“{}”是另一条记录，不是一个值", "`{}` is another record, not a value", name.text),
            say("写成 {0}.字段，或 known {0}", "write {0}.FIELD, or known {0}", name.text));
    }
    const Entity* target = find_entity(model_.catalog, entity.fields[field].refers_to);
    if (!target)
        return fail(name.at, say("登记表“{}”不在目录里", "register `{}` is not in the catalog",
                                 entity.fields[field].refers_to));
    return parent(step(path, at + 1, *target), entity, field, name.at);
}

NodePtr Typer::child(Op op, const Entity& entity, const Relation& relation, Spot at) {
    auto node = std::make_shared<Node>(*make(op, {}, entity, at));
    node->other = relation.entity;
    node->field = relation.field;
    return node;
}

NodePtr Typer::through_relation(const std::vector<Name>& path, std::size_t at, const Entity& entity,
                                const Relation& relation) {
    const Name& name = path[at];
    if (relation.inverse == Inverse::kMany) {
        return fail(name.at, say("“{}”可能有多条记录", "`{}` may be many records", name.text),
                    say("用 any({0} where …)、count、sum、min 或 max",
                        "use any({0} where …), count, sum, min or max", name.text));
    }
    NodePtr inner = step(path, at + 1, *relation.entity);
    if (!inner) return nullptr;
    auto node = std::make_shared<Node>(*child(Op::kChild, entity, relation, name.at));
    node->type = inner->type;
    node->args = {inner};
    return node;
}

NodePtr Typer::builtin(const Name& name, const Entity& entity) {
    if (name.text == "as_of") return make(Op::kAsOf, {Kind::kDate}, entity, name.at);
    if (name.text == "law_date") return make(Op::kLawDate, {Kind::kDate}, entity, name.at);
    if (period_ && is_period_name(name.text))
        return name.text == "period_end"
                   ? period_end_node(*period_, entity, model_.position(file_, name.at))
                   : period_start_node(*period_, entity, model_.position(file_, name.at));
    const std::size_t scope = entity.scope_index();
    if (name.text == "division" && scope < entity.fields.size()) {
        auto node = std::make_shared<Node>(*make(Op::kField, {Kind::kDivision}, entity, name.at));
        node->field = scope;
        return node;
    }
    const int parameter = model_.find_parameter(pack(), name.text);
    if (parameter < 0) return nullptr;
    const Parameter& found = model_.out.parameters[static_cast<std::size_t>(parameter)];
    auto node = std::make_shared<Node>(*make(Op::kParameter, found.type, entity, name.at));
    node->index = parameter;
    return node;
}

NodePtr Typer::use_define(int define, const Name& name, const Entity&) {
    return compile_define(model_, define, name.at, file_);
}

std::vector<std::string> Typer::names_on(const Entity& entity) const {
    std::vector<std::string> names = {"as_of", "law_date", "division"};
    for (const Field& field : entity.fields) names.emplace_back(field.name);
    for (const Define& define : model_.out.defines)
        if (define.entity == &entity) names.push_back(define.name);
    for (const Parameter& parameter : model_.out.parameters) names.push_back(parameter.name);
    for (const Entity* other : model_.catalog)
        for (const Field& field : other->fields)
            if (field.refers_to == entity.name && !field.inverse_name.empty())
                names.emplace_back(field.inverse_name);
    return names;
}

// A field by its Chinese label; a register where its records are meant; a register misspelt before
// _within or _in_division.
Text Typer::by_label_or_register(std::string_view name, const Entity& entity) const {
    for (const Field& field : entity.fields)
        if (field.label == name) return perhaps(field.name);
    std::vector<std::string> names, ending;
    for (const Entity* other : model_.catalog) {
        for (const Field& field : other->fields)
            if (other->name == name && field.refers_to == entity.name &&
                !field.inverse_name.empty())
                names.emplace_back(field.inverse_name);
        for (const std::string_view end : {kWithin, kInDivision}) {
            const std::string whole = fmt::format("{}{}", other->name, end);
            if (other->name == name) names.push_back(whole);
            if (name.ends_with(end)) ending.push_back(whole);
        }
    }
    return names.empty() ? did_you_mean(name, ending) : suggest("", std::move(names));
}

// Says what the name might have been: a near name, a field of a record next to this one, a choice.
NodePtr Typer::unknown_name(const Name& name, const Entity& entity, const CodeList* expected) {
    if (model_.is_broken(name.text)) return nullptr;
    if (expected) {
        std::vector<std::string> names;
        Text fix;
        for (const Choice& c : expected->choices) {
            names.emplace_back(c.name);
            if (c.label == name.text) fix = perhaps(c.name);
        }
        if (fix.zh.empty()) fix = suggest(name.text, std::move(names));
        return fail(name.at,
                    {fmt::format("“{}”没有选项“{}”", expected->label, name.text),
                     fmt::format("{} has no choice `{}`", expected->name, name.text)},
                    std::move(fix));
    }
    Text fix = did_you_mean(name.text, names_on(entity));
    if (fix.zh.empty()) fix = by_label_or_register(name.text, entity);
    if (const std::string digits = meant_digits(name.text); fix.zh.empty() && !digits.empty())
        fix = say("是不是数字 {}？", "did you mean the number {}?", digits);
    if (is_period_name(name.text))
        fix = say("考核期的首日和末日只能用在写了 every 的规则里",
                  "the days of the period are there only in a rule with `every`");
    for (const Field& field : entity.fields) {
        const Entity* target =
            field.type == Type::kReference ? find_entity(model_.catalog, field.refers_to) : nullptr;
        const bool there =
            target && (target->find(name.text) ||
                       find_relation(model_.catalog, *target, name.text).relation.entity);
        if (fix.zh.empty() && there) {
            fix = say("是不是“{}.{}”？", "did you mean `{}.{}`?", field.name, name.text);
        }
    }
    return fail(name.at, say("“{}”上没有“{}”", "`{}` has no `{}`", entity.name, name.text),
                std::move(fix));
}

}  // namespace tz::policy
