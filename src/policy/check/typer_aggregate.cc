// Counting and adding up over other records.
#include <utility>

#include "policy/check/typer.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

const ValueType kTruth{};

Op aggregate_op(std::string_view name) {
    if (name == "count") return Op::kCount;
    if (name == "any") return Op::kAny;
    if (name == "all") return Op::kAll;
    if (name == "sum") return Op::kSum;
    if (name == "distinct") return Op::kDistinct;
    return name == "min" ? Op::kMin : Op::kMax;
}

bool adds_up(Kind kind, Op op) {
    if (kind == Kind::kNumber || kind == Kind::kMoney) return true;
    return op != Op::kSum && (kind == Kind::kDate || kind == Kind::kMonth);
}

}  // namespace

NodePtr Typer::aggregate(const Expr& expr, const Entity& entity) {
    if (expr.args.size() != 1 || expr.args[0]->kind != ExprKind::kPath) {
        return fail(expr.at,
                    say("“{0}”里写一些记录，如 {0}(members where …)",
                        "`{0}` takes records, such as {0}(members where …)", expr.text),
                    say("两个值中取大小用 if … then … else …",
                        "the larger of two values is `if … then … else …`"));
    }
    askers_.push_back({&entity});
    NodePtr node = over(expr, expr.args[0]->path, 0, entity);
    const bool asks = askers_.back().used;
    askers_.pop_back();
    if (!node || !asks) return node;
    auto out = std::make_shared<Node>(*node);
    out->opens = true;
    return out;
}

// Walks references, then relations of one record, up to the records that are counted.
NodePtr Typer::over(const Expr& expr, const std::vector<Name>& path, std::size_t at,
                    const Entity& entity) {
    const Name& name = path[at];
    const bool last = at + 1 == path.size();
    const std::size_t field = entity.index(name.text);
    if (field < entity.fields.size()) {
        const Entity* target = find_entity(model_.catalog, entity.fields[field].refers_to);
        if (target && !last)
            return parent(over(expr, path, at + 1, *target), entity, field, name.at);
        return fail(name.at, say("“{}”不是一些记录", "`{}` is not records", name.text),
                    say("如 count(members)、sum(members.income)",
                        "such as count(members), sum(members.income)"));
    }
    const AreaAround area = find_area_around(model_.catalog, entity, name.text);
    if (area.divisions && !last)
        return around(over(expr, path, at + 1, *area.divisions), entity, area, name.at);
    const FoundRelation found = find_relation(model_.catalog, entity, name.text);
    if (!found.relation.entity) return unknown_name(name, entity, nullptr);
    if (at == 0 && !found.by_division) askers_.back().reference = found.relation.field;
    const Entity& other = *found.relation.entity;
    const bool further = !last && !found.by_division && found.relation.inverse == Inverse::kOne &&
                         find_relation(model_.catalog, other, path[at + 1].text).relation.entity;
    if (further) {
        NodePtr inner = over(expr, path, at + 1, other);
        if (!inner) return nullptr;
        auto node = std::make_shared<Node>(*child(Op::kChild, entity, found.relation, name.at));
        node->type = inner->type;
        node->args = {inner};
        return node;
    }
    const std::vector<Name> rest(path.begin() + static_cast<std::ptrdiff_t>(at) + 1, path.end());
    return over_records(expr, rest, entity, found);
}

NodePtr Typer::over_records(const Expr& expr, const std::vector<Name>& rest, const Entity& entity,
                            const FoundRelation& found) {
    const Op op = aggregate_op(expr.text);
    const Entity& other = *found.relation.entity;
    const bool has_term = op >= Op::kSum && op <= Op::kDistinct;
    if (has_term == rest.empty()) {
        return has_term
                   ? fail(expr.at, say("“{}”要写明哪个字段，如 members.income",
                                       "`{}` needs a field, such as members.income", expr.text))
                   : fail(rest[0].at,
                          say("“{}”里只写记录，条件写在 where 之后",
                              "`{}` takes records only; conditions come after `where`", expr.text),
                          say("如 {}(members where income > 0 元)",
                              "such as {}(members where income > 0 元)", expr.text));
    }
    if ((op == Op::kAny || op == Op::kAll) && !expr.where) {
        return fail(expr.at, say("“{}”要有 where", "`{}` needs a `where`", expr.text),
                    say("有没有记录用 exists(…)", "whether there is a record is exists(…)"));
    }
    auto node = std::make_shared<Node>(*child(op, entity, found.relation, expr.at));
    node->by_division = found.by_division;
    node->within = found.within;
    node->args = {expr.where ? condition(*expr.where, other) : constant(kTruth, 1, other, expr.at)};
    if (op == Op::kCount || op == Op::kDistinct) node->type = {Kind::kNumber};
    if (op == Op::kDistinct) {
        node->args.push_back(compared_value(rest, 0, other));
        if (!node->args[1]) return nullptr;
    } else if (has_term) {
        node->args.push_back(step(rest, 0, other));
        if (!node->args[1]) return nullptr;
        node->type = node->args[1]->type;
        if (!adds_up(node->type.kind, op))
            return fail(rest.back().at,
                        say("这个字段不能用“{}”", "this field does not go with `{}`", expr.text));
    }
    return node->args[0] ? node : nullptr;
}

// A value that is only told from others: any field, or the record that a reference points to.
NodePtr Typer::compared_value(const std::vector<Name>& path, std::size_t at, const Entity& entity) {
    const std::size_t field = entity.index(path[at].text);
    const Entity* target = field < entity.fields.size()
                               ? find_entity(model_.catalog, entity.fields[field].refers_to)
                               : nullptr;
    if (target && at + 1 < path.size())
        return parent(compared_value(path, at + 1, *target), entity, field, path[at].at);
    if (target) {
        auto node = std::make_shared<Node>(*make(Op::kField, {Kind::kNumber}, entity, path[at].at));
        node->field = field;
        return node;
    }
    NodePtr node = step(path, at, entity);
    const Node* source = node.get();
    while (source && source->op >= Op::kParent && source->op <= Op::kAround)
        source = source->args[0].get();
    if (!source || source->type.kind != Kind::kText || source->op == Op::kField) return node;
    return fail(path.back().at, say("distinct 里的文字要是登记表的字段",
                                    "a text in `distinct` is a field of a register"));
}

// rank(x where c), ranked(where c), ranked(x where c): among all records of this register.
NodePtr Typer::rank_call(const Expr& expr, const Entity& entity) {
    const bool ranks = expr.text == "rank";
    if (!arity(expr, ranks ? 1 : 0, 1)) return nullptr;
    // Whoever is ranked is not asked about anybody.
    const std::vector<Asker> kept = std::exchange(askers_, {});
    std::vector<NodePtr> args = {expr.where ? condition(*expr.where, entity)
                                            : constant(kTruth, 1, entity, expr.at)};
    if (!expr.args.empty()) {
        args.push_back(expression(*expr.args[0], entity));
        if (args[1] && !adds_up(args[1]->type.kind, Op::kMax))
            return fail(expr.args[0]->at, say("只有数字、金额和日期可以排名",
                                              "only numbers, money and dates are ranked"));
    }
    askers_ = kept;
    return make(ranks ? Op::kRank : Op::kRanked, {Kind::kNumber}, entity, expr.at, std::move(args));
}

NodePtr Typer::exists_call(const Expr& expr, const Entity& entity) {
    if (expr.kind != ExprKind::kPath)
        return fail(expr.at, say("exists 里写记录的名字", "`exists` takes the name of records"));
    const auto at = [&](const auto& self, std::size_t i, const Entity& here) -> NodePtr {
        const Name& name = expr.path[i];
        const std::size_t field = here.index(name.text);
        const Entity* target = field < here.fields.size()
                                   ? find_entity(model_.catalog, here.fields[field].refers_to)
                                   : nullptr;
        if (target && i + 1 < expr.path.size())
            return parent(self(self, i + 1, *target), here, field, name.at);
        const FoundRelation found = find_relation(model_.catalog, here, name.text);
        if (i + 1 < expr.path.size() || (!target && !found.relation.entity)) {
            if (field < here.fields.size())
                return fail(name.at, say("“{}”不是一些记录", "`{}` is not records", name.text),
                            say("字段有没有值用 known {}",
                                "whether a field has a value is known {}", name.text));
            return unknown_name(name, here, nullptr);
        }
        const Relation relation = target ? Relation{target, field, Inverse::kOne} : found.relation;
        auto node = std::make_shared<Node>(*child(Op::kExists, here, relation, name.at));
        node->by_division = !target && found.by_division;
        node->within = !target && found.within;
        node->int_value = target ? 1 : 0;
        return node;
    };
    return at(at, 0, entity);
}

}  // namespace tz::policy
