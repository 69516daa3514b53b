// Gives an expression its types and its meaning: the typed tree of one rule or define. Reports what
// does not fit and answers null then; a null argument was reported already. One thread.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/division.h"
#include "policy/check/model.h"

namespace tz::policy {

// The relation that `name` stands for on a register: an inverse of a reference, or
// REGISTER_in_division, or REGISTER_within. `entity` null: there is none.
struct FoundRelation {
    Relation relation{};
    bool by_division = false;
    bool within = false;  // and below
};
FoundRelation find_relation(Catalog catalog, const Entity& entity, std::string_view name);
// own_county and the like: the record of the register of divisions that a record of `entity` lies
// in, at that level. `divisions` null: the name means no such thing.
struct AreaAround {
    const Entity* divisions = nullptr;
    DivisionLevel level{};
};
AreaAround find_area_around(Catalog catalog, const Entity& entity, std::string_view name);

class Typer {
  public:
    Typer(Model& model, int file) : model_(model), file_(file) {}

    // period_start and period_end mean the last complete one.
    void set_period(Period period) { period_ = period; }

    // Where a choice is expected, its code list says which names are meant.
    NodePtr expression(const Expr& expr, const Entity& entity, const CodeList* expected = nullptr);
    // The same, which must be true or false.
    NodePtr condition(const Expr& expr, const Entity& entity);

    // The bits of a set of choices; a constant unless it is a parameter.
    NodePtr mask(const Expr& set, const CodeList& codes, const Entity& entity);
    // typer_number.cc: literals and arithmetic
    NodePtr literal(const Expr& expr, const Entity& entity);
    bool align(NodePtr& a, NodePtr& b, Spot at);  // makes two values comparable, or reports
    NodePtr scaled(const NodePtr& node, int decimals);

  private:
    // typer.cc: logic, comparison, sets
    NodePtr dispatch(const Expr& expr, const Entity& entity, const CodeList* expected);
    NodePtr logic(const Expr& expr, const Entity& entity);
    NodePtr comparison(const Expr& expr, const Entity& entity);
    NodePtr compared(Op op, NodePtr a, NodePtr b, const Expr& expr);
    bool sides(const Expr& a, const Expr& b, const Entity& entity, NodePtr& left, NodePtr& right);
    NodePtr between(const Expr& expr, const Entity& entity);
    NodePtr conditional(const Expr& expr, const Entity& entity, const CodeList* expected);
    NodePtr missing_as(const Expr& expr, const Entity& entity, const CodeList* expected);
    NodePtr known(const Expr& expr, const Entity& entity);

    // typer_set.cc: membership
    NodePtr member(const Expr& expr, const Entity& entity);
    NodePtr in_literal_set(const NodePtr& value, const Expr& set, const Entity& entity);
    NodePtr in_named_set(const NodePtr& value, const Expr& name, const Entity& entity);
    NodePtr has(const Expr& expr, const Entity& entity);
    NodePtr has_varying(const std::string& mode, const NodePtr& value, const NodePtr& set,
                        const Expr& expr);
    NodePtr is_empty(const Expr& expr, const Entity& entity);
    bool collect_mask(const Expr& item, const CodeList& codes, std::int64_t& bits);

    // typer_path.cc: names
    NodePtr path(const Expr& expr, const Entity& entity, const CodeList* expected);
    NodePtr step(const std::vector<Name>& path, std::size_t at, const Entity& entity);
    NodePtr through_reference(const std::vector<Name>& path, std::size_t at, const Entity& entity);
    NodePtr through_relation(const std::vector<Name>& path, std::size_t at, const Entity& entity,
                             const Relation& relation);
    NodePtr around(NodePtr inner, const Entity& entity, const AreaAround& area, Spot at);
    NodePtr asking(const std::vector<Name>& path, std::size_t at, const Entity& entity);
    NodePtr builtin(const Name& name, const Entity& entity);
    NodePtr use_define(int define, const Name& name, const Entity& entity);
    NodePtr choice(const Name& name, const CodeList& codes, const Entity& entity);
    bool names_value(const Expr& expr, const Entity& entity) const;
    NodePtr unknown_name(const Name& name, const Entity& entity, const CodeList* expected);
    Text by_label_or_register(std::string_view name, const Entity& entity) const;
    std::vector<std::string> names_on(const Entity& entity) const;

    // typer_call.cc: functions
    NodePtr call(const Expr& expr, const Entity& entity);
    NodePtr simple_call(const Expr& expr, const Entity& entity);
    NodePtr text_call(const Expr& expr, const Entity& entity);
    NodePtr id_call(const Expr& expr, const Entity& entity);
    NodePtr same_call(const Expr& expr, const Entity& entity);
    NodePtr size_call(const Expr& expr, const Entity& entity);
    NodePtr in_division_call(const Expr& expr, const Entity& entity);
    NodePtr unreadable_call(const Expr& expr, const Entity& entity);
    bool arity(const Expr& expr, std::size_t least, std::size_t most);
    NodePtr argument(const Expr& expr, std::size_t i, const Entity& entity, Kind kind);

    // typer_calendar.cc
    NodePtr calendar_call(const Expr& expr, const Entity& entity);
    NodePtr period_call(const Expr& expr, const Entity& entity);
    NodePtr add_months_call(const Expr& expr, const Entity& entity);
    NodePtr workdays_call(const Expr& expr, const Entity& entity);
    NodePtr extreme_call(const Expr& expr, const Entity& entity);

    // typer_aggregate.cc: other records
    NodePtr aggregate(const Expr& expr, const Entity& entity);
    NodePtr over(const Expr& expr, const std::vector<Name>& path, std::size_t at,
                 const Entity& entity);
    NodePtr over_records(const Expr& expr, const std::vector<Name>& rest, const Entity& entity,
                         const FoundRelation& found);
    NodePtr compared_value(const std::vector<Name>& path, std::size_t at, const Entity& entity);
    NodePtr rank_call(const Expr& expr, const Entity& entity);
    NodePtr exists_call(const Expr& expr, const Entity& entity);

    // typer_number.cc
    NodePtr number(const Expr& expr, const Entity& entity);
    NodePtr sum(const Expr& expr, const Entity& entity);
    NodePtr sum_of(Op op, NodePtr a, NodePtr b, const Expr& expr);
    NodePtr product(const Expr& expr, const Entity& entity);
    NodePtr multiplied(const NodePtr& a, const NodePtr& b, Spot at);
    NodePtr rounded(const Expr& expr, const Entity& entity);
    bool factors(const Expr& expr, const Entity& entity, bool over, NodePtr& top, NodePtr& bottom);
    bool quotient_type(const NodePtr& top, const NodePtr& bottom, const NodePtr& step, Spot at);
    NodePtr divided(const Expr& expr, const NodePtr& top, const NodePtr& bottom,
                    const NodePtr& step);

    // Shared
    NodePtr make(Op op, ValueType type, const Entity& entity, Spot at,
                 std::vector<NodePtr> args = {}, std::int64_t int_value = 0);
    NodePtr constant(ValueType type, std::int64_t value, const Entity& entity, Spot at);
    NodePtr fail(Spot at, Text message, Text fix = {});
    NodePtr parent(const NodePtr& inner, const Entity& entity, std::size_t field, Spot at);
    NodePtr child(Op op, const Entity& entity, const Relation& relation, Spot at);

    Model& model_;
    int file_;
    std::optional<Period> period_{};
    // Whose expression the aggregates around were written in. Where its records refer to it, asking
    // is a look along that reference.
    struct Asker {
        const Entity* entity = nullptr;
        std::optional<std::size_t> reference{};
        bool used = false;
    };
    std::vector<Asker> askers_{};
    int pack() const { return model_.files[static_cast<std::size_t>(file_)].pack; }
};

bool is_calendar_function(std::string_view name);

// Types and closes a define that is asked for; null when it is wrong or circular.
NodePtr compile_define(Model& model, int define, Spot used_at, int used_in_file);

}  // namespace tz::policy
