#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/result.h"
#include "policy/program/fold.h"
#include "policy/program/program.h"

namespace tz::policy {
namespace {

bool walks_reference(Op op) { return op >= Op::kParent && op <= Op::kDistinct; }

class Flattener {
  public:
    explicit Flattener(Program& program) : program_(program) {}

    std::uint32_t visit(const NodePtr& node) {
        if (!node) return kNone;
        const auto it = visited_.find(node.get());
        if (it != visited_.end()) return it->second;
        const std::uint32_t made = is_list(*node) ? chain(*node) : add(convert(*node));
        visited_.emplace(node.get(), made);
        return made;
    }

    std::uint32_t combine(Op op, std::uint32_t a, std::uint32_t b) {
        if (a == kNone || b == kNone) return a == kNone ? b : a;
        const Entity* entity =
            program_.code[a].entity ? program_.code[a].entity : program_.code[b].entity;
        return add({.op = op, .kind = Kind::kBool, .entity = entity, .args = {a, b, kNone}});
    }

  private:
    // Everything but what follows from the arguments' types.
    using Key = std::tuple<Op, Kind, bool, bool, bool, const Entity*, const Entity*, std::size_t,
                           int, std::int64_t, std::int64_t, std::uint32_t, std::uint32_t,
                           std::array<std::uint32_t, 3>>;

    static bool is_list(const Node& node) {
        return (node.op == Op::kAnd || node.op == Op::kOr) && node.args.size() != 2;
    }

    std::uint32_t chain(const Node& node) {
        std::uint32_t all = kNone;
        for (const NodePtr& arg : node.args) all = combine(node.op, all, visit(arg));
        return all;
    }

    Instruction convert(const Node& node) {
        Instruction out = copy_numbers(node);
        CHECK(node.args.size() <= out.args.size());
        for (std::size_t i = 0; i < node.args.size(); ++i) out.args[i] = visit(node.args[i]);
        if (out.kind == Kind::kText && node.op == Op::kConstant)
            out.text = intern(program_, node.text_value);
        if (node.op == Op::kStartsWith || node.op == Op::kContains)
            out.text = intern(program_, node.text_value);
        if (node.op == Op::kInSet) out.set = add_set(node, program_.code[out.args[0]].kind);
        return out;
    }

    static Instruction copy_numbers(const Node& node) {
        Instruction out{.op = node.op, .kind = node.type.kind};
        const bool is_constant =
            node.op == Op::kConstant || node.op == Op::kAsOf || node.op == Op::kLawDate;
        out.entity = is_constant ? nullptr : node.entity;
        out.int_value = node.int_value;
        out.int_value2 = node.int_value2;
        if (node.op == Op::kParameter || node.op == Op::kPackField || node.op == Op::kSameIn ||
            node.op == Op::kWorkdaysBetween || node.op == Op::kAddWorkdays)
            out.index = node.index;
        const bool has_field = walks_reference(node.op) || node.op == Op::kField ||
                               node.op == Op::kUnreadable || node.op == Op::kSame ||
                               node.op == Op::kSameIn;
        if (has_field) out.field = node.field;
        if (walks_reference(node.op) || node.op == Op::kAsking) out.other = node.other;
        out.opens = node.opens;
        out.by_division = walks_reference(node.op) && node.by_division;
        out.within = out.by_division && node.within;
        if (out.by_division) out.field = 0;
        return out;
    }

    std::uint32_t add_set(const Node& node, Kind kind) {
        return kind == Kind::kText ? keep(program_.text_sets, node.text_set)
                                   : keep(program_.int_sets, node.int_set);
    }

    template <class T>
    static std::uint32_t keep(std::vector<std::vector<T>>& sets, std::vector<T> set) {
        std::ranges::sort(set);
        set.erase(std::unique(set.begin(), set.end()), set.end());
        const auto it = std::ranges::find(sets, set);
        const auto at = static_cast<std::uint32_t>(it - sets.begin());
        if (it == sets.end()) sets.push_back(std::move(set));
        return at;
    }

    std::uint32_t add(const Instruction& wanted) {
        const auto folded = fold(program_, wanted);
        if (const auto* other = std::get_if<std::uint32_t>(&folded)) return *other;
        Instruction in = std::get<Instruction>(folded);
        in.reach = reach_of(in);
        const auto next = static_cast<std::uint32_t>(program_.code.size());
        const auto [it, is_new] = known_.emplace(key_of(in), next);
        if (is_new) program_.code.push_back(in);
        return it->second;
    }

    std::uint8_t reach_of(const Instruction& in) const {
        std::uint8_t reach = 0;
        for (const std::uint32_t arg : in.args)
            if (arg != kNone) reach = std::max(reach, program_.code[arg].reach);
        if (in.op == Op::kAsking) return static_cast<std::uint8_t>(reach + 1);
        return in.opens && reach > 0 ? static_cast<std::uint8_t>(reach - 1) : reach;
    }

    static Key key_of(const Instruction& in) {
        return {in.op,    in.kind,  in.by_division, in.within,     in.opens, in.entity, in.other,
                in.field, in.index, in.int_value,   in.int_value2, in.text,  in.set,    in.args};
    }

    Program& program_;
    std::unordered_map<const Node*, std::uint32_t> visited_;
    std::map<Key, std::uint32_t> known_;
};

void need(ColumnSet& set, const Program& program, const Instruction& in) {
    const auto& op = in.op;
    if (op == Op::kField || op == Op::kSame || op == Op::kSameIn)
        add_column(set, *in.entity, in.field);
    if (op == Op::kSameIn) add_column(set, *in.entity, static_cast<std::size_t>(in.index));
    if (op == Op::kPackField)
        add_pack_field(set, *in.entity, program.fields[static_cast<std::size_t>(in.index)].field);
    if (op == Op::kUnreadable) add_unreadable(set, *in.entity, in.field);
    if (op == Op::kRank || op == Op::kRanked) columns_of(set, *in.entity);
    if (op == Op::kAsking) columns_of(set, *in.other);
    if (!walks_reference(op)) return;
    columns_of(set, *in.entity);
    columns_of(set, *in.other);
    if (in.by_division) return;
    add_column(set, points_up(in) ? *in.entity : *in.other, in.field);
}

// The references that keep records beside the ones they belong to.
void need_homes(ColumnSet& set) {
    for (RegisterColumns& columns : set) {
        const auto fields = columns.entity->fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].type != Type::kReference) continue;
            const bool there = std::ranges::any_of(set, [&](const RegisterColumns& c) {
                return c.entity->name == fields[i].refers_to;
            });
            if (there) add_column(set, *columns.entity, i);
        }
    }
}

// Which fields each instruction reads, by itself and through its arguments.
class Reads {
  public:
    explicit Reads(const Program& program) : program_(program), seen_(program.code.size()) {}
    void collect(std::uint32_t at) {
        if (at == kNone || seen_[at]) return;
        seen_[at] = true;
        const Instruction& in = program_.code[at];
        ColumnSet own;
        need(own, program_, in);
        for (const RegisterColumns& c : own) {
            for (std::size_t field : c.fields) fields_.push_back({c.entity, field});
            for (std::size_t field : c.unreadable) fields_.push_back({c.entity, field});
        }
        for (std::uint32_t arg : in.args) collect(arg);
    }
    std::vector<FieldRef> take() {
        std::ranges::sort(fields_);
        fields_.erase(std::unique(fields_.begin(), fields_.end()), fields_.end());
        return std::move(fields_);
    }

  private:
    const Program& program_;
    std::vector<bool> seen_;
    std::vector<FieldRef> fields_;
};

ProgramRule add_rule(Program& program, Flattener& flattener, const Rule& rule) {
    ProgramRule out{.name = rule.name, .entity = rule.entity};
    out.when = flattener.visit(rule.when);
    out.that = flattener.visit(rule.that);
    for (const Exception& exception : rule.exceptions)
        out.exception = flattener.combine(Op::kOr, out.exception, flattener.visit(exception.when));
    Reads reads(program);
    for (std::uint32_t root : {out.when, out.that, out.exception}) reads.collect(root);
    out.reads = reads.take();
    return out;
}

}  // namespace

bool points_up(const Instruction& in) {
    return in.op == Op::kParent || (in.op == Op::kExists && in.int_value != 0);
}

bool is_staged(const Instruction& in) {
    if (in.opens || in.reach > 0) return false;
    if (in.op == Op::kAround) return in.kind != Kind::kText;
    return in.op == Op::kRank || in.op == Op::kRanked || (in.within && in.op >= Op::kCount);
}

Program flatten(const CompiledPacks& packs, std::span<const NodePtr> outputs) {
    Program program;
    program.parameters = packs.parameters;
    program.fields = packs.fields;
    for (const WorkCalendar& calendar : packs.calendars) program.calendars.emplace_back(calendar);
    Flattener flattener(program);
    for (const Rule& rule : packs.rules)
        program.rules.push_back(add_rule(program, flattener, rule));
    for (const NodePtr& output : outputs)
        program.outputs.push_back({output->entity, flattener.visit(output)});
    for (const ProgramRule& rule : program.rules) columns_of(program.needed, *rule.entity);
    for (const ProgramOutput& output : program.outputs) columns_of(program.needed, *output.entity);
    for (const Instruction& in : program.code) need(program.needed, program, in);
    need_homes(program.needed);
    return program;
}

}  // namespace tz::policy
