#include "policy/explain/oracle.h"

#include <algorithm>
#include <array>
#include <bit>

#include "policy/explain/operations.h"

namespace tz::policy {
namespace {

constexpr std::array<std::string_view, 4> kVerdictWords = {"holds", "fails", "unknown",
                                                           "not applicable"};

// Unknown because these are.
Answer unknown(std::initializer_list<const Answer*> because) {
    Answer out;
    for (const Answer* answer : because)
        if (!answer->known()) out.missing.insert(answer->missing.begin(), answer->missing.end());
    return out;
}

Answer missing_field(const Entity& entity, std::size_t field, std::uint32_t row) {
    Answer out;
    out.missing.insert({&entity, field, row, {}});
    return out;
}

Answer answer_of(std::optional<std::int64_t> value) {
    return value ? Answer::of(*value) : Answer{};
}

Answer answer_of(const Value& value, const Missing& where) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return Answer::of(*number);
    if (const auto* truth = std::get_if<bool>(&value)) return Answer::of(std::int64_t{*truth});
    if (const auto* text = std::get_if<std::string>(&value)) return Answer::of(*text);
    if (const auto* id = std::get_if<Id>(&value)) return Answer::of(to_string(*id));
    Answer out;
    out.missing.insert(where);
    return out;
}

int order_of(const Answer& a, const Answer& b) {
    if (a.text) return a.text->compare(*b.text);
    return *a.number < *b.number ? -1 : *a.number > *b.number;
}

bool between(Op op, Op first, Op last) { return op >= first && op <= last; }

// The running answer of an aggregate.
class Tally {
  public:
    explicit Tally(Op op) : op_(op) {}

    void add(const Answer& condition, const Answer& term) {
        decided_ |= op_ == Op::kAny ? condition.is_true() : op_ == Op::kAll && condition.is_false();
        if (!condition.known()) because(condition);
        if (!condition.is_true()) return;
        ++count_;
        if (between(op_, Op::kSum, Op::kDistinct)) add_term(term);
    }

    Answer finish(const Answer& none) const {
        if (decided_) return Answer::of(std::int64_t{op_ == Op::kAny});
        if (unknown_) return why_;
        switch (op_) {
            case Op::kAny:
                return Answer::of(std::int64_t{0});
            case Op::kAll:
                return Answer::of(std::int64_t{1});
            case Op::kCount:
                return Answer::of(count_);
            case Op::kSum:
                return Answer::of(sum_);
            case Op::kDistinct:
                return Answer::of(static_cast<std::int64_t>(different_.size()));
            default:
                return count_ == 0 ? none : Answer::of(best_);
        }
    }

  private:
    void because(const Answer& answer) {
        unknown_ = true;
        why_.missing.insert(answer.missing.begin(), answer.missing.end());
    }
    void add_term(const Answer& term) {
        if (!term.known()) return because(term);
        if (op_ == Op::kDistinct) {
            different_.insert({term.number.value_or(0), term.text.value_or("")});
            return;
        }
        unknown_ |= __builtin_add_overflow(sum_, *term.number, &sum_) && op_ == Op::kSum;
        const bool better = op_ == Op::kMin ? *term.number < best_ : *term.number > best_;
        if (count_ == 1 || better) best_ = *term.number;
    }

    Op op_;
    bool decided_ = false;
    bool unknown_ = false;
    std::int64_t count_ = 0;
    std::int64_t sum_ = 0;
    std::int64_t best_ = 0;
    std::set<std::pair<std::int64_t, std::string>> different_{};
    Answer why_{};
};

}  // namespace

// Walks one tree for one row.
class Evaluator {
  public:
    explicit Evaluator(const Oracle& oracle, std::vector<std::uint32_t> asking = {})
        : o_(oracle), asking_(std::move(asking)) {}

    Answer run(const Node& node, std::uint32_t row) const {
        Answer out = node.define >= 0 ? defined(node, row) : compute(node, row);
        if (o_.listener_) o_.listener_->on_answer(node, row, out);
        return out;
    }

  private:
    // A define is given by the case, or was worked out before, or is worked out now.
    Answer defined(const Node& node, std::uint32_t row) const {
        const std::pair key(node.define, row);
        if (o_.given_ && o_.given_->defines.contains(key)) return o_.given_->defines.at(key);
        const auto known = worked_out_.find(key);
        if (known != worked_out_.end()) return known->second;
        return worked_out_[key] = compute(node, row);
    }

    Answer arg(const Node& node, std::size_t i, std::uint32_t row) const {
        return i < node.args.size() ? run(*node.args[i], row) : Answer::of(std::int64_t{0});
    }

    Answer compute(const Node& node, std::uint32_t row) const {
        if (node.op == Op::kAsking) return of_asking(node);
        if (!node.opens) return plain(node, row);
        asking_.push_back(row);
        Answer out = plain(node, row);
        asking_.pop_back();
        return out;
    }

    // What is asked of the row around; what that row asks in turn is asked of the next one.
    Answer of_asking(const Node& node) const {
        const std::uint32_t row = asking_.back();
        asking_.pop_back();
        Answer out = arg(node, 0, row);
        asking_.push_back(row);
        return out;
    }

    Answer plain(const Node& node, std::uint32_t row) const {
        if (between(node.op, Op::kConstant, Op::kSameIn)) return leaf(node, row);
        if (between(node.op, Op::kAnd, Op::kIf)) return logic(node, row);
        if (between(node.op, Op::kEqual, Op::kInSet)) return comparison(node, row);
        if (between(node.op, Op::kHasAny, Op::kScale)) return number(node, row);
        if (between(node.op, Op::kLength, Op::kDisabilityGrade)) return text(node, row);
        if (between(node.op, Op::kAge, Op::kInDivision)) return date(node, row);
        if (between(node.op, Op::kParent, Op::kExists)) return elsewhere(node, row);
        if (node.op == Op::kRank || node.op == Op::kRanked) return rank(node, row);
        return node.within ? below(node, row) : aggregate(node, row);
    }

    Answer leaf(const Node& node, std::uint32_t row) const {
        const Entity& entity = *node.entity;
        switch (node.op) {
            case Op::kConstant:
                return node.type.kind == Kind::kText ? Answer::of(node.text_value)
                                                     : Answer::of(node.int_value);
            case Op::kField:
                return answer_of(o_.facts_.value(entity, row, node.field),
                                 {&entity, node.field, row, {}});
            case Op::kPackField:
                return pack_field(node, row);
            case Op::kParameter:
                return parameter(node, row);
            case Op::kAsOf:
                return Answer::of(std::int64_t{o_.dates_.as_of.days});
            case Op::kLawDate:
                return Answer::of(std::int64_t{o_.dates_.law_date.days});
            case Op::kUnreadable:
                return Answer::of(std::int64_t{o_.facts_.unreadable(entity, row, node.field)});
            default:
                return same(node, row);
        }
    }

    Answer pack_field(const Node& node, std::uint32_t row) const {
        const Field& field = *o_.packs_.fields[static_cast<std::size_t>(node.index)].field;
        return answer_of(o_.facts_.pack_value(*node.entity, row, field),
                         {node.entity, node.entity->fields.size(), row, std::string(field.name)});
    }

    Answer same(const Node& node, std::uint32_t row) const {
        const Entity& entity = *node.entity;
        const std::int64_t count = o_.facts_.same(entity, row, node.field);
        if (count == 0) return missing_field(entity, node.field, row);
        if (node.op == Op::kSame) return Answer::of(count);
        return Answer::of(
            o_.facts_.same_in(entity, row, node.field, static_cast<std::size_t>(node.index)));
    }

    Answer parameter(const Node& node, std::uint32_t row) const {
        const Parameter& parameter = o_.packs_.parameters[static_cast<std::size_t>(node.index)];
        if (const Answer* given = given_parameter(node.index))
            return given->known() ? *given : unset(parameter);
        const std::size_t scope = node.entity->scope_index();
        Answer where = Answer::of(std::int64_t{0});
        if (scope < node.entity->fields.size()) {
            where =
                answer_of(o_.facts_.value(*node.entity, row, scope), {node.entity, scope, row, {}});
        }
        if (!where.known()) return where;
        const ParameterRow* found = parameter.row_for({*where.number}, o_.dates_.law_date);
        if (o_.listener_) o_.listener_->on_parameter(node.index, found);
        if (found && found->is_set) {
            return parameter.type.kind == Kind::kText ? Answer::of(found->text_value)
                                                      : Answer::of(found->int_value);
        }
        return unset(parameter);
    }

    const Answer* given_parameter(int parameter) const {
        if (!o_.given_) return nullptr;
        const auto found = o_.given_->parameters.find(parameter);
        return found == o_.given_->parameters.end() ? nullptr : &found->second;
    }

    static Answer unset(const Parameter& parameter) {
        Answer out;
        out.missing.insert({nullptr, 0, kNoRow, parameter.name});
        return out;
    }

    Answer logic(const Node& node, std::uint32_t row) const {
        const Answer a = arg(node, 0, row);
        switch (node.op) {
            case Op::kAnd:
            case Op::kOr:
                return both(node.op == Op::kOr, a, arg(node, 1, row));
            case Op::kNot:
                return a.known() ? Answer::of(std::int64_t{a.is_false()}) : a;
            case Op::kKnown:
                return Answer::of(std::int64_t{a.known()});
            case Op::kMissingAs:
                return a.known() ? a : arg(node, 1, row);
            default:
                return a.known() ? arg(node, a.is_true() ? 1 : 2, row) : a;
        }
    }

    // `decisive` decides alone: true for or, false for and.
    static Answer both(bool decisive, const Answer& a, const Answer& b) {
        const auto decides = [&](const Answer& x) { return decisive ? x.is_true() : x.is_false(); };
        if (decides(a) || decides(b)) return Answer::of(std::int64_t{decisive});
        if (a.known() && b.known()) return Answer::of(std::int64_t{!decisive});
        return unknown({&a, &b});
    }

    Answer comparison(const Node& node, std::uint32_t row) const {
        const Answer a = arg(node, 0, row);
        if (node.op == Op::kInSet) {
            if (!a.known()) return a;
            const bool in = a.text ? std::ranges::count(node.text_set, *a.text) > 0
                                   : std::ranges::count(node.int_set, *a.number) > 0;
            return Answer::of(std::int64_t{in});
        }
        const Answer b = arg(node, 1, row);
        if (!a.known() || !b.known()) return unknown({&a, &b});
        return Answer::of(std::int64_t{compares(node.op, order_of(a, b))});
    }

    Answer number(const Node& node, std::uint32_t row) const {
        const Answer a = arg(node, 0, row), b = arg(node, 1, row);
        if (!a.known() || !b.known()) return unknown({&a, &b});
        if (node.op == Op::kSize) {
            return Answer::of(std::int64_t{std::popcount(static_cast<std::uint64_t>(*a.number))});
        }
        if (between(node.op, Op::kHasAny, Op::kHasOnly)) {
            return Answer::of(std::int64_t{has_choices(node.op, *a.number, node.int_value)});
        }
        return answer_of(arithmetic(node, *a.number, *b.number));
    }

    Answer text(const Node& node, std::uint32_t row) const {
        const Answer a = arg(node, 0, row);
        if (!a.known()) return a;
        if (node.op == Op::kSlice) {
            return Answer::of(slice_of(*a.text, node.int_value, node.int_value2));
        }
        Answer out = answer_of(text_to_number(node, *a.text));
        if (!out.known()) out.missing = fields_below(node, row);
        return out;
    }

    // A number that isn't one: the field it was read from is what is missing.
    std::set<Missing> fields_below(const Node& node, std::uint32_t row) const {
        const Node* at = node.args[0].get();
        while (at->op != Op::kField && !at->args.empty() && at->entity == node.entity &&
               at->op != Op::kParent && at->op != Op::kChild) {
            at = at->args[0].get();
        }
        if (at->op != Op::kField) return {};
        return {{at->entity, at->field, row, {}}};
    }

    Answer date(const Node& node, std::uint32_t row) const {
        const Answer a = arg(node, 0, row), b = arg(node, 1, row);
        if (!a.known() || !b.known()) return unknown({&a, &b});
        if (node.op == Op::kInDivision) {
            return Answer::of(
                std::int64_t{*a.number >= node.int_value && *a.number < node.int_value2});
        }
        if (node.op == Op::kWorkdaysBetween || node.op == Op::kAddWorkdays)
            return answer_of(workdays(o_.packs_.calendars[static_cast<std::size_t>(node.index)],
                                      node.op, *a.number, *b.number));
        return answer_of(calendar(node, *a.number, *b.number));
    }

    // The one record that this row points to, or that points to it; kNoRow when there is none.
    std::uint32_t one_record(const Node& node, std::uint32_t row) const {
        if (node.op == Op::kAround) return around(node, row);
        if (node.op == Op::kParent || (node.op == Op::kExists && node.int_value == 1)) {
            return o_.facts_.parent(*node.entity, row, node.field);
        }
        const auto [first, last] = records(node, row);
        if (first == last) return kNoRow;
        return o_.facts_.child(*node.other, node.field, node.by_division, first);
    }

    std::uint32_t around(const Node& node, std::uint32_t row) const {
        const Value own = o_.facts_.value(*node.entity, row, node.entity->scope_index());
        const auto level = static_cast<DivisionLevel>(node.int_value);
        if (!is_known(own) || level_of({as_int(own)}) < level) return kNoRow;
        return o_.facts_.at_division(*node.other, at_level({as_int(own)}, level).code);
    }

    std::pair<std::uint32_t, std::uint32_t> records(const Node& node, std::uint32_t row) const {
        if (node.within) return o_.facts_.within(*node.entity, row, *node.other);
        if (node.by_division) return o_.facts_.neighbours(*node.entity, row, *node.other);
        return o_.facts_.children(*node.entity, row, *node.other, node.field);
    }

    Answer elsewhere(const Node& node, std::uint32_t row) const {
        const std::uint32_t there = one_record(node, row);
        if (node.op == Op::kExists) return Answer::of(std::int64_t{there != kNoRow});
        if (there != kNoRow) return arg(node, 0, there);
        if (node.op == Op::kParent) return missing_field(*node.entity, node.field, row);
        if (node.op == Op::kAround)
            return missing_field(*node.other, node.other->scope_index(), kNoRow);
        return missing_field(*node.other, node.field, kNoRow);
    }

    Answer aggregate(const Node& node, std::uint32_t row) const {
        Tally tally(node.op);
        const auto [first, last] = records(node, row);
        for (std::uint32_t position = first; position < last; ++position) {
            const std::uint32_t there =
                o_.facts_.child(*node.other, node.field, node.by_division, position);
            const Answer condition = arg(node, 0, there);
            const bool counts = condition.is_true() && node.args.size() > 1;
            tally.add(condition, counts ? arg(node, 1, there) : Answer{});
        }
        return tally.finish(missing_field(*node.other, node.field, kNoRow));
    }

    // What is true of so many records is told as a whole: not record by record, and of what is
    // missing the fields alone.
    Answer below(const Node& node, std::uint32_t row) const {
        if (!asking_.empty())  // the answer may hang on who asks
            return in_short(
                quietly([&](const Evaluator& inner) { return inner.aggregate(node, row); }));
        const Value own = o_.facts_.value(*node.entity, row, node.entity->scope_index());
        const std::int64_t division = is_known(own) ? as_int(own) : -1;
        const std::pair key(&node, division);
        const auto known = wide().aggregates.find(key);
        if (known != wide().aggregates.end()) return known->second;
        return wide().aggregates[key] = in_short(
                   quietly([&](const Evaluator& inner) { return inner.aggregate(node, row); }));
    }

    static Answer in_short(Answer answer) {
        std::set<Missing> fields;
        for (Missing missing : answer.missing) {
            missing.row = kNoRow;
            fields.insert(missing);
        }
        answer.missing = std::move(fields);
        return answer;
    }

    const std::vector<std::int64_t>& ranked(const Node& node) const {
        const auto known = wide().ranked.find(&node);
        if (known != wide().ranked.end()) return known->second;
        std::vector<std::int64_t> values;
        for (std::uint32_t row = 0; row < o_.facts_.row_count(*node.entity); ++row) {
            const bool counts =
                quietly([&](const Evaluator& inner) { return inner.arg(node, 0, row); }).is_true();
            if (!counts) continue;
            const Answer value =
                quietly([&](const Evaluator& inner) { return inner.arg(node, 1, row); });
            if (value.known()) values.push_back(*value.number);
        }
        std::sort(values.rbegin(), values.rend());
        return wide().ranked[&node] = std::move(values);
    }

    Answer rank(const Node& node, std::uint32_t row) const {
        if (node.op == Op::kRanked)
            return Answer::of(static_cast<std::int64_t>(ranked(node).size()));
        const Answer counts = arg(node, 0, row), value = arg(node, 1, row);
        if (counts.is_false()) return {};
        if (!counts.known() || !value.known()) return unknown({&counts, &value});
        const auto& values = ranked(node);
        const auto first = std::find(values.begin(), values.end(), *value.number);
        return Answer::of(std::int64_t{first - values.begin()} + 1);
    }

    template <class Ask>
    Answer quietly(Ask ask) const {
        WideAnswers& kept = wide();
        const Oracle quiet(o_.packs_, o_.facts_, o_.dates_, o_.given_, nullptr, &kept);
        return ask(Evaluator(quiet, asking_));
    }

    WideAnswers& wide() const { return o_.wide_ ? *o_.wide_ : own_wide_; }

    const Oracle& o_;
    mutable std::vector<std::uint32_t> asking_;  // rows that kAsking means, the innermost last
    mutable WideAnswers own_wide_{};
    mutable std::map<std::pair<int, std::uint32_t>, Answer> worked_out_{};
};

Answer Oracle::evaluate(const Node& node, std::uint32_t row) const {
    return Evaluator(*this).run(node, row);
}

Judgement Oracle::judge(const Rule& rule, std::uint32_t row) const {
    const Answer when = evaluate(*rule.when, row);
    if (when.is_false()) return {Verdict::kNotApplicable, {}};
    Answer excepted;
    bool doubt = false;
    for (const Exception& exception : rule.exceptions) {
        const Answer answer = evaluate(*exception.when, row);
        if (answer.is_true()) return {Verdict::kNotApplicable, {}};
        doubt |= !answer.known();
        excepted.missing.insert(answer.missing.begin(), answer.missing.end());
    }
    if (!when.known()) return {Verdict::kUnknown, when.missing};
    const Answer that = evaluate(*rule.that, row);
    if (that.is_true()) return {Verdict::kHolds, {}};
    if (!that.known()) return {Verdict::kUnknown, that.missing};
    if (doubt) return {Verdict::kUnknown, excepted.missing};
    return {Verdict::kFails, {}};
}

std::string name_of(const Missing& missing) {
    if (!missing.entity) return "parameter:" + missing.parameter;
    std::string out(missing.entity->name);
    if (missing.field < missing.entity->fields.size()) {
        out += ".";
        out += missing.entity->fields[missing.field].name;
    } else if (!missing.parameter.empty()) {
        out += "." + missing.parameter;
    }
    return out;
}

std::string_view verdict_word(Verdict verdict) {
    return kVerdictWords[static_cast<std::size_t>(verdict)];
}

std::optional<Verdict> parse_verdict(std::string_view word) {
    const auto found = std::find(kVerdictWords.begin(), kVerdictWords.end(), word);
    if (found == kVerdictWords.end()) return std::nullopt;
    return static_cast<Verdict>(found - kVerdictWords.begin());
}

}  // namespace tz::policy
