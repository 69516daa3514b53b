// Random rules over the registers of the tests.
#include <utility>

#include "policy/eval/testing_values.h"

namespace tz::policy::testing {
namespace {

// --- random trees ---

class Trees {
  public:
    Trees(Dice& dice, const std::vector<Parameter>& parameters)
        : dice_(dice), parameters_(parameters) {}

    NodePtr tree(Kind kind, const Entity& e, int depth) {
        if (depth <= 0 || dice_.chance(12)) return leaf(kind, e);
        if (!askers_.empty() && dice_.chance(25)) return asking(kind, e, depth - 1);
        if (dice_.chance(20))
            if (NodePtr node = elsewhere(kind, e, depth - 1)) return node;
        if (dice_.chance(12)) return either(kind, e, depth - 1);
        switch (kind) {
            case Kind::kBool:
                return truth(e, depth - 1);
            case Kind::kNumber:
            case Kind::kMoney:
                return amount(kind, e, depth - 1);
            case Kind::kText:
                return sliced(e, depth - 1);
            case Kind::kDate:
                return moved(e, depth - 1);
            case Kind::kMonth:
                return dice_.chance(50)
                           ? node(Op::kMonthOf, kind, e, {tree(Kind::kDate, e, depth - 1)})
                           : leaf(kind, e);
            default:
                return leaf(kind, e);
        }
    }

  private:
    NodePtr node(Op op, Kind kind, const Entity& e, std::vector<NodePtr> args = {}) {
        return make_node(op, kind, e, std::move(args));
    }
    static std::shared_ptr<Node> open(const NodePtr& node) { return std::make_shared<Node>(*node); }

    static bool fits(Type type, Kind kind) {
        switch (type) {
            case Type::kText:
                return kind == Kind::kText;
            case Type::kNumber:
                return kind == Kind::kNumber;
            case Type::kMoney:
                return kind == Kind::kMoney;
            case Type::kBool:
                return kind == Kind::kBool;
            case Type::kDate:
                return kind == Kind::kDate;
            case Type::kMonth:
                return kind == Kind::kMonth;
            case Type::kDivision:
                return kind == Kind::kDivision;
            case Type::kChoice:
                return kind == Kind::kChoice;
            case Type::kChoices:
                return kind == Kind::kChoices;
            default:
                return false;
        }
    }

    NodePtr leaf(Kind kind, const Entity& e) {
        std::vector<std::size_t> fields;
        for (std::size_t i = 0; i < e.fields.size(); ++i)
            if (fits(e.fields[i].type, kind)) fields.push_back(i);
        if (dice_.chance(10))
            if (NodePtr added = pack_field(kind, e)) return added;
        const bool from_field = kind == Kind::kDivision || dice_.chance(70);
        if (!fields.empty() && from_field) return make_field(e, dice_.pick(fields));
        if (dice_.chance(40))
            if (NodePtr p = parameter(kind, e)) return p;
        if (kind == Kind::kDate) return node(dice_.chance(50) ? Op::kAsOf : Op::kLawDate, kind, e);
        return constant(kind, e);
    }

    NodePtr pack_field(Kind kind, const Entity& e) {
        if (&e != &kPerson && &e != &kHouse) return nullptr;
        for (std::size_t i = 0; i < std::size(kAddedFields); ++i) {
            if (!fits(kAddedFields[i].type, kind)) continue;
            auto out = open(node(Op::kPackField, kind, e));
            out->index = static_cast<int>(i) * 2 + (&e == &kHouse ? 1 : 0);
            return out;
        }
        return nullptr;
    }

    NodePtr constant(Kind kind, const Entity& e) {
        auto out = open(node(Op::kConstant, kind, e));
        if (kind == Kind::kText)
            out->text_value = dice_.pick(kTexts);
        else if (kind == Kind::kBool)
            out->int_value = dice_.chance(50);
        else if (kind == Kind::kChoice)
            out->int_value = dice_.pick(kColourChoices).code;
        else if (kind == Kind::kChoices)
            out->int_value = dice_.pick(kMasks);
        else if (kind == Kind::kMonth)
            out->int_value = 2023 * 12 + static_cast<I64>(dice_.below(12));
        else if (kind == Kind::kDate)
            out->int_value = static_cast<I64>(dice_.below(400000)) - 200000;
        else
            out->int_value = dice_.pick(kNumbers);
        return out;
    }

    NodePtr parameter(Kind kind, const Entity& e) {
        std::vector<int> fitting;
        for (std::size_t i = 0; i < parameters_.size(); ++i)
            if (parameters_[i].type.kind == kind) fitting.push_back(static_cast<int>(i));
        if (fitting.empty()) return nullptr;
        auto out = open(node(Op::kParameter, kind, e));
        out->index = dice_.pick(fitting);
        return out;
    }

    NodePtr either(Kind kind, const Entity& e, int depth) {
        if (dice_.chance(50))
            return node(Op::kIf, kind, e,
                        {tree(Kind::kBool, e, depth), tree(kind, e, depth), tree(kind, e, depth)});
        return node(Op::kMissingAs, kind, e, {tree(kind, e, depth), tree(kind, e, depth)});
    }

    NodePtr moved(const Entity& e, int depth) {
        if (dice_.chance(40)) return node(Op::kIdBirth, Kind::kDate, e, {tree(Kind::kText, e, 0)});
        if (dice_.chance(50)) return leaf(Kind::kDate, e);
        NodePtr day = tree(Kind::kDate, e, depth);
        if (dice_.chance(30))
            return node(Op::kAddMonths, Kind::kDate, e, {day, tree(Kind::kNumber, e, depth)});
        if (dice_.chance(30))
            return node(Op::kAddWorkdays, Kind::kDate, e, {day, tree(Kind::kNumber, e, depth)});
        const Op op = dice_.chance(50) ? Op::kStartOf : Op::kEndOf;
        auto out = open(node(op, Kind::kDate, e, {std::move(day)}));
        out->int_value = static_cast<I64>(dice_.below(4));
        return out;
    }

    NodePtr sliced(const Entity& e, int depth) {
        auto out = open(node(Op::kSlice, Kind::kText, e, {tree(Kind::kText, e, depth)}));
        out->int_value = static_cast<I64>(dice_.below(20));
        out->int_value2 = static_cast<I64>(dice_.below(19));
        return out;
    }

    NodePtr truth(const Entity& e, int depth) {
        switch (dice_.below(9)) {
            case 0:
            case 1:
                return node(dice_.chance(50) ? Op::kAnd : Op::kOr, Kind::kBool, e,
                            {tree(Kind::kBool, e, depth), tree(Kind::kBool, e, depth)});
            case 2:
                return node(Op::kNot, Kind::kBool, e, {tree(Kind::kBool, e, depth)});
            case 3:
                return node(Op::kKnown, Kind::kBool, e, {tree(any_kind(), e, depth)});
            case 4:
                return in_set(e, depth);
            case 5:
                return choices(e, depth);
            case 6:
                return text_test(e, depth);
            default:
                return comparison(e, depth);
        }
    }

    Kind any_kind() {
        constexpr std::array<Kind, 9> kAll = {Kind::kBool,   Kind::kNumber,  Kind::kMoney,
                                              Kind::kText,   Kind::kDate,    Kind::kMonth,
                                              Kind::kChoice, Kind::kChoices, Kind::kDivision};
        return dice_.pick(kAll);
    }

    NodePtr comparison(const Entity& e, int depth) {
        const Kind kind = any_kind();
        if (kind == Kind::kDivision) return in_division(e);
        const bool ordered = kind != Kind::kText && kind != Kind::kBool && kind != Kind::kChoice;
        const auto op =
            static_cast<Op>(static_cast<std::size_t>(Op::kEqual) + dice_.below(ordered ? 6 : 2));
        return node(op, Kind::kBool, e, {tree(kind, e, depth), tree(kind, e, depth)});
    }

    NodePtr in_division(const Entity& e) {
        auto out = open(node(Op::kInDivision, Kind::kBool, e, {make_field(e, e.scope_index())}));
        const Division area =
            at_level({dice_.pick(kDivisions)}, static_cast<DivisionLevel>(dice_.below(6)));
        out->int_value = area.code;
        out->int_value2 = end_code(area);
        return out;
    }

    NodePtr in_set(const Entity& e, int depth) {
        constexpr std::array<Kind, 4> kKinds = {Kind::kNumber, Kind::kText, Kind::kChoice,
                                                Kind::kMonth};
        const Kind kind = dice_.pick(kKinds);
        auto out = open(node(Op::kInSet, Kind::kBool, e, {tree(kind, e, depth)}));
        const std::size_t size = dice_.below(dice_.chance(10) ? 40 : 6);
        for (std::size_t i = 0; i < size; ++i) {
            out->text_set.emplace_back(dice_.pick(kTexts));
            out->int_set.push_back(dice_.chance(50) ? dice_.pick(kNumbers)
                                                    : static_cast<I64>(dice_.below(80)));
        }
        return out;
    }

    NodePtr choices(const Entity& e, int depth) {
        const auto op = static_cast<Op>(static_cast<std::size_t>(Op::kHasAny) + dice_.below(3));
        auto out = open(node(op, Kind::kBool, e, {tree(Kind::kChoices, e, depth)}));
        out->int_value = dice_.pick(kMasks);
        return out;
    }

    NodePtr text_test(const Entity& e, int depth) {
        constexpr std::array<Op, 5> kTests = {Op::kStartsWith, Op::kContains, Op::kIsDigits,
                                              Op::kIsMobile, Op::kValidIdNumber};
        auto out = open(node(dice_.pick(kTests), Kind::kBool, e, {tree(Kind::kText, e, depth)}));
        out->text_value = std::string(dice_.pick(kTexts)).substr(0, dice_.chance(50) ? 3 : 30);
        return out;
    }

    NodePtr amount(Kind kind, const Entity& e, int depth) {
        if (kind == Kind::kNumber && dice_.chance(55)) return counted(e, depth);
        constexpr std::array<Op, 4> kTwo = {Op::kAdd, Op::kSubtract, Op::kMultiply, Op::kAdd};
        if (dice_.chance(60))
            return node(dice_.pick(kTwo), kind, e, {tree(kind, e, depth), tree(kind, e, depth)});
        if (dice_.chance(30)) return node(Op::kNegate, kind, e, {tree(kind, e, depth)});
        if (dice_.chance(30)) {
            auto out = open(node(Op::kScale, kind, e, {tree(kind, e, depth)}));
            out->int_value = dice_.chance(80) ? 1000 : kHigh / 3;
            return out;
        }
        auto out = open(node(dice_.chance(50) ? Op::kDivideDown : Op::kDivideHalfUp, kind, e,
                             {tree(kind, e, depth), tree(kind, e, depth)}));
        out->int_value = dice_.chance(50) ? 1 : 100;
        out->int_value2 = dice_.chance(50) ? 1 : 10;
        return out;
    }

    NodePtr counted(const Entity& e, int depth) {
        const auto date = [&] { return tree(Kind::kDate, e, 0); };
        const auto month = [&] { return tree(Kind::kMonth, e, depth); };
        switch (dice_.below(11)) {
            case 10:
                return node(Op::kWorkdaysBetween, Kind::kNumber, e, {date(), date()});
            case 9:
                return rank(e, depth);
            case 8: {
                constexpr std::array<Op, 4> kParts = {Op::kMonth, Op::kQuarter, Op::kSchoolYear,
                                                      Op::kWeekday};
                return node(dice_.pick(kParts), Kind::kNumber, e, {tree(Kind::kDate, e, depth)});
            }
            case 0:
                return node(Op::kSize, Kind::kNumber, e, {tree(Kind::kChoices, e, depth)});
            case 1:
                return node(Op::kLength, Kind::kNumber, e, {tree(Kind::kText, e, depth)});
            case 2:
                return node(dice_.chance(50) ? Op::kAge : Op::kYearsBetween, Kind::kNumber, e,
                            {date(), date()});
            case 3:
                return node(Op::kMonthsBetween, Kind::kNumber, e, {month(), month()});
            case 4:
                return node(Op::kYear, Kind::kNumber, e, {date()});
            case 5:
                return node(Op::kYearOfMonth, Kind::kNumber, e, {month()});
            case 6:
                return same(e);
            default: {
                constexpr std::array<Op, 3> kRead = {Op::kIdSex, Op::kDisabilityKind,
                                                     Op::kDisabilityGrade};
                return node(dice_.pick(kRead), Kind::kNumber, e, {tree(Kind::kText, e, depth)});
            }
        }
    }

    NodePtr rank(const Entity& e, int depth) {
        const auto kept = std::exchange(askers_, {});
        NodePtr out = ranked(e, depth);
        askers_ = kept;
        return out;
    }

    NodePtr ranked(const Entity& e, int depth) {
        const NodePtr condition = tree(Kind::kBool, e, depth), term = tree(Kind::kNumber, e, depth);
        if (dice_.chance(20)) return node(Op::kRanked, Kind::kNumber, e, {condition});
        const Op op = dice_.chance(20) ? Op::kRanked : Op::kRank;
        return node(op, Kind::kNumber, e, {condition, term});
    }

    NodePtr same(const Entity& e) {
        std::vector<std::size_t> references;
        for (std::size_t i = 0; i < e.fields.size(); ++i)
            if (is_reference(e.fields[i])) references.push_back(i);
        const bool in = !references.empty() && dice_.chance(50);
        auto out = open(node(in ? Op::kSameIn : Op::kSame, Kind::kNumber, e));
        out->field = dice_.below(e.fields.size());
        if (in) out->index = static_cast<int>(dice_.pick(references));
        return out;
    }

    // --- other registers ---

    struct Way {
        const Entity* other = nullptr;
        std::size_t field = 0;
        Inverse inverse = Inverse::kNone;  // kNone: up
        bool by_division = false;
        bool within = false;
        bool around = false;
    };
    static std::vector<Way> ways(const Entity& e) {
        std::vector<Way> out;
        for (std::size_t i = 0; i < e.fields.size(); ++i)
            if (is_reference(e.fields[i]))
                out.push_back({find_entity(kTestCatalog, e.fields[i].refers_to), i});
        for (const Entity* other : kTestCatalog) {
            out.push_back({other, 0, Inverse::kMany, true});
            out.push_back({other, 0, Inverse::kMany, true, true});
            out.push_back({other, 0, Inverse::kOne, true, false, true});
            for (std::size_t i = 0; i < other->fields.size(); ++i)
                if (other->fields[i].refers_to == e.name)
                    out.push_back({other, i, other->fields[i].inverse});
        }
        return out;
    }

    NodePtr elsewhere(Kind kind, const Entity& e, int depth) {
        const std::vector<Way> all = ways(e);
        const Way way = dice_.pick(all);
        if (way.around) {
            auto out = open(link(Op::kAround, kind, e, way, {tree(kind, *way.other, depth)}));
            out->int_value = static_cast<I64>(dice_.below(6));
            return out;
        }
        if (kind == Kind::kBool && dice_.chance(15)) return link(Op::kExists, kind, e, way, {});
        if (way.inverse == Inverse::kNone)
            return link(Op::kParent, kind, e, way, {tree(kind, *way.other, depth)});
        if (way.inverse == Inverse::kOne && dice_.chance(70))
            return link(Op::kChild, kind, e, way, {tree(kind, *way.other, depth)});
        return aggregate(kind, e, way, depth);
    }

    NodePtr aggregate(Kind kind, const Entity& e, const Way& way, int depth) {
        // What lies inside may ask about this row.
        const bool opens = dice_.chance(40);
        if (opens) askers_.push_back(&e);
        NodePtr out = closed_aggregate(kind, e, way, depth);
        if (opens) askers_.pop_back();
        if (!opens || !out) return out;
        auto opened = open(out);
        opened->opens = true;
        return opened;
    }

    NodePtr asking(Kind kind, const Entity& e, int depth) {
        const Entity& asker = *askers_.back();
        askers_.pop_back();
        auto out = open(node(Op::kAsking, kind, e, {tree(kind, asker, depth)}));
        askers_.push_back(&asker);
        out->other = &asker;
        return out;
    }

    NodePtr closed_aggregate(Kind kind, const Entity& e, const Way& way, int depth) {
        NodePtr condition = dice_.chance(25) ? nullptr : tree(Kind::kBool, *way.other, depth);
        if (!condition) condition = make_number(1, *way.other, Kind::kBool);
        if (kind == Kind::kBool)
            return link(dice_.chance(50) ? Op::kAny : Op::kAll, kind, e, way, {condition});
        if (kind == Kind::kNumber && dice_.chance(40))
            return link(Op::kCount, kind, e, way, {condition});
        if (kind == Kind::kNumber && dice_.chance(40))
            return link(Op::kDistinct, kind, e, way, {condition, different(*way.other, depth)});
        const bool adds = kind == Kind::kNumber || kind == Kind::kMoney;
        if (!adds && kind != Kind::kDate && kind != Kind::kMonth) return nullptr;
        constexpr std::array<Op, 3> kOver = {Op::kMin, Op::kMax, Op::kSum};
        return link(kOver[dice_.below(adds ? 3 : 2)], kind, e, way,
                    {condition, tree(kind, *way.other, depth)});
    }

    NodePtr different(const Entity& e, int depth) {
        const std::size_t field = dice_.below(e.fields.size());
        if (is_reference(e.fields[field])) {
            auto out = open(node(Op::kField, Kind::kNumber, e));
            out->field = field;
            return out;
        }
        return dice_.chance(60) ? make_field(e, field) : tree(Kind::kNumber, e, depth);
    }

    NodePtr link(Op op, Kind kind, const Entity& e, const Way& way, std::vector<NodePtr> args) {
        auto out = open(node(op, kind, e, std::move(args)));
        out->other = way.other;
        out->field = way.field;
        out->by_division = way.by_division;
        out->within = way.within;
        out->int_value = op == Op::kExists && way.inverse == Inverse::kNone ? 1 : 0;
        return out;
    }

    Dice& dice_;
    const std::vector<Parameter>& parameters_;
    std::vector<const Entity*> askers_{};
};

Parameter random_parameter(Dice& dice, std::string name, Kind kind) {
    Parameter out{.name = std::move(name), .title = "", .type = {kind}};
    const std::size_t rows = dice.below(6);
    for (std::size_t i = 0; i < rows; ++i) {
        ParameterRow row;
        row.division = at_level({dice.pick(kDivisions)}, static_cast<DivisionLevel>(dice.below(6)));
        const bool there = std::ranges::count(out.rows, row.division, &ParameterRow::division) > 0;
        if (there) continue;
        row.is_set = dice.chance(80);
        row.int_value = kind == Kind::kBool ? dice.chance(50) : static_cast<I64>(dice.below(70));
        row.text_value = dice.pick(kTexts);
        out.rows.push_back(row);
    }
    std::ranges::sort(out.rows, {}, &ParameterRow::division);
    return out;
}

}  // namespace

CompiledPacks random_packs(Dice& dice, std::size_t rules) {
    constexpr std::array<Kind, 6> kKinds = {Kind::kNumber, Kind::kMoney, Kind::kBool,
                                            Kind::kText,   Kind::kMonth, Kind::kChoices};
    CompiledPacks packs;
    packs.catalog = kTestCatalog;
    for (const Field& field : kAddedFields)
        for (const Entity* entity : {&kPerson, &kHouse})
            packs.fields.push_back({0, entity, std::make_shared<const Field>(field), {}});
    // The years between are not covered.
    packs.calendars.emplace_back();
    packs.calendars[0].rows = {CalendarRow{{17573}, {17575}, true, {}},
                               CalendarRow{{19600}, {19604}, false, {}},
                               CalendarRow{{19684}, {19685}, true, {}}};
    for (std::size_t i = 0; i < kKinds.size() * 2; ++i)
        packs.parameters.push_back(
            random_parameter(dice, "p" + std::to_string(i), kKinds[i % kKinds.size()]));
    Trees trees(dice, packs.parameters);
    for (std::size_t i = 0; i < rules; ++i) {
        const Entity& entity = *dice.pick(kTestCatalog);
        const auto condition = [&] { return trees.tree(Kind::kBool, entity, 4); };
        Rule rule = make_rule("r" + std::to_string(i), entity, condition());
        if (dice.chance(60)) rule.when = condition();
        while (dice.chance(25)) {
            rule.exceptions.emplace_back();
            rule.exceptions.back().when = condition();
        }
        packs.rules.push_back(std::move(rule));
    }
    return packs;
}

}  // namespace tz::policy::testing
