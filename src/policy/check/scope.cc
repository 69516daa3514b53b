#include "policy/check/scope.h"

namespace tz::policy {
namespace {

using Args = std::vector<NodePtr>;

NodePtr node(Op op, ValueType type, const Entity& entity, Position at, Args args = {},
             std::int64_t value = 0) {
    auto out = std::make_shared<Node>();
    out->op = op;
    out->type = std::move(type);
    out->entity = &entity;
    out->args = std::move(args);
    out->int_value = value;
    out->at = at;
    return out;
}

NodePtr day(Date date, const Entity& entity, Position at) {
    return node(Op::kConstant, {Kind::kDate}, entity, at, {}, date.days);
}

const PackInfo& pack_of(const Model& model, int file) {
    const int pack = model.files[static_cast<std::size_t>(file)].pack;
    return model.out.packs[static_cast<std::size_t>(pack)];
}

NodePtr in_division(const PackInfo& info, const Entity& entity, Position at) {
    const std::size_t scope = entity.scope_index();
    if (info.division.code == 0 || scope >= entity.fields.size()) return nullptr;
    auto own = std::make_shared<Node>(*node(Op::kField, {Kind::kDivision}, entity, at));
    own->field = scope;
    auto out =
        std::make_shared<Node>(*node(Op::kInDivision, {}, entity, at, {own}, info.division.code));
    out->int_value2 = end_code(info.division);
    return out;
}

// From the pack's first day to its last.
NodePtr between_dates(const PackInfo& info, const NodePtr& first, const NodePtr& last,
                      const Entity& entity, Position at) {
    NodePtr out = node(Op::kGreaterOrEqual, {}, entity, at, {first, day(info.from, entity, at)});
    if (!info.to) return out;
    return joined(Op::kAnd, out,
                  node(Op::kLessOrEqual, {}, entity, at, {last, day(*info.to, entity, at)}));
}

NodePtr said(const NodePtr& from, Text text) {
    auto out = std::make_shared<Node>(*from);
    out->said = std::move(text);
    return out;
}

}  // namespace

NodePtr joined(Op op, const NodePtr& a, const NodePtr& b) {
    if (!a || !b) return a ? a : b;
    auto out = std::make_shared<Node>(*a);
    *out = {.op = op, .entity = a->entity, .args = {a, b}, .at = a->at};
    return out;
}

NodePtr in_scope(const Model& model, int file, const NodePtr& when, const Entity& entity, Spot at) {
    const PackInfo& info = pack_of(model, file);
    const Position where = model.position(file, at);
    const NodePtr law = node(Op::kLawDate, {Kind::kDate}, entity, where);
    const NodePtr scope = joined(Op::kAnd, between_dates(info, law, law, entity, where),
                                 in_division(info, entity, where));
    auto unsaid = std::make_shared<Node>(*scope);
    unsaid->unsaid = true;
    return joined(Op::kAnd, unsaid, when);
}

// The day before the period that the day after the day of the data lies in.
NodePtr period_end_node(Period period, const Entity& entity, Position at) {
    const ValueType date{Kind::kDate}, days{Kind::kNumber, nullptr, "day"};
    const NodePtr one = node(Op::kConstant, days, entity, at, {}, 1);
    const NodePtr next = node(Op::kAdd, date, entity, at, {node(Op::kAsOf, date, entity, at), one});
    const NodePtr current =
        node(Op::kStartOf, date, entity, at, {next}, static_cast<std::int64_t>(period));
    return said(node(Op::kSubtract, date, entity, at, {current, one}),
                {"考核期末日", "the last day of the period"});
}

NodePtr period_start_node(Period period, const Entity& entity, Position at) {
    return said(node(Op::kStartOf, {Kind::kDate}, entity, at, {period_end_node(period, entity, at)},
                     static_cast<std::int64_t>(period)),
                {"考核期首日", "the first day of the period"});
}

NodePtr period_in_dates(const Model& model, int file, Period period, const Entity& entity,
                        Spot at) {
    const Position where = model.position(file, at);
    return between_dates(pack_of(model, file), period_start_node(period, entity, where),
                         period_end_node(period, entity, where), entity, where);
}

}  // namespace tz::policy
