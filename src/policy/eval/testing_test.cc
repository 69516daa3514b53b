#include "policy/eval/plan.h"
#include "policy/eval/testing_values.h"

namespace tz::policy::testing {
namespace {

Value random_number(Dice& dice, const Field& field) {
    if (field.name == "wide") return dice.pick(kNumbers);
    if (dice.chance(3)) return dice.pick(kNumbers);
    return static_cast<I64>(dice.below(90)) - 5;
}

Value random_value(Dice& dice, const Field& field, I64 division) {
    switch (field.type) {
        case Type::kText:
            return std::string(dice.pick(kTexts));
        case Type::kNumber:
            return random_number(dice, field);
        case Type::kMoney:
            return static_cast<I64>(dice.below(2000000)) - 1000;
        case Type::kBool:
            return dice.chance(60);
        case Type::kDate:
            return static_cast<I64>(dice.below(30000)) - 9000;
        case Type::kMonth:
            return static_cast<I64>(dice.below(300)) + 2023 * 12 - 200;
        case Type::kChoice:
            return I64{dice.pick(kColourChoices).code};
        case Type::kChoices:
            return dice.pick(kMasks) | dice.pick(kMasks) * I64{dice.chance(50)};
        default:
            return division;
    }
}

struct MadeOf {
    const Entity* entity = nullptr;
    std::vector<Id> ids{};
    std::vector<I64> divisions{};
};

Id pick_id(Dice& dice, const std::vector<MadeOf>& made, std::string_view name) {
    for (const MadeOf& m : made)
        if (m.entity->name == name && !m.ids.empty() && !dice.chance(4)) return dice.pick(m.ids);
    return {77, dice.next()};  // nobody has this id
}

Record random_record(Dice& dice, const Entity& entity, const std::vector<MadeOf>& made,
                     std::size_t missing) {
    Record record;
    record.id = {dice.below(40), dice.next()};
    const I64 division = dice.pick(kDivisions);
    for (const Field& field : entity.fields) {
        const bool is_unknown = dice.chance(field.is_scope ? 3 : missing);
        Value& value = record.values.emplace_back();
        if (!is_unknown && is_reference(field))
            value = pick_id(dice, made, field.refers_to);
        else if (!is_unknown)
            value = random_value(dice, field, division);
        if (is_unknown && dice.chance(40)) set_unread(record, field.name, "看不清");
    }
    for (const Field& field : kAddedFields)
        if (dice.chance(70))
            record.unread += added_line(field, random_value(dice, field, division));
    return record;
}

// Most records lie in the division of the one they belong to.
void follow(Dice& dice, Record& record, const Entity& entity, const World& world) {
    if (dice.chance(15)) return;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        if (!is_reference(entity.fields[i]) || !is_known(record.values[i])) continue;
        for (const Register& other : world)
            for (const Record& r : other.records)
                if (r.id == std::get<Id>(record.values[i]) &&
                    other.entity->name == entity.fields[i].refers_to)
                    record.values[0] = r.values[0];
        return;
    }
}

}  // namespace

NodePtr make_node(Op op, Kind kind, const Entity& entity, std::vector<NodePtr> args) {
    auto out = std::make_shared<Node>();
    out->op = op;
    out->type.kind = kind;
    out->entity = &entity;
    out->args = std::move(args);
    return out;
}

NodePtr make_number(I64 value, const Entity& entity, Kind kind) {
    auto out = std::make_shared<Node>(*make_node(Op::kConstant, kind, entity));
    out->int_value = value;
    return out;
}

NodePtr make_field(const Entity& entity, std::size_t field) {
    constexpr std::array<Kind, 9> kKinds = {Kind::kText,     Kind::kNumber, Kind::kMoney,
                                            Kind::kBool,     Kind::kDate,   Kind::kMonth,
                                            Kind::kDivision, Kind::kChoice, Kind::kChoices};
    const Kind kind = kKinds[static_cast<std::size_t>(entity.fields[field].type)];
    auto out = std::make_shared<Node>(*make_node(Op::kField, kind, entity));
    out->field = field;
    return out;
}

Rule make_rule(std::string name, const Entity& entity, NodePtr that) {
    Rule rule;
    rule.name = std::move(name);
    rule.entity = &entity;
    rule.when = make_number(1, entity, Kind::kBool);
    rule.that = std::move(that);
    return rule;
}

World random_world(Dice& dice, std::size_t houses) {
    constexpr std::array<std::size_t, 5> kPerHouse = {10, 25, 30, 12, 3};  // tenths
    const std::size_t missing = dice.chance(10) ? 100 : dice.below(40);
    World world;
    std::vector<MadeOf> made;
    for (std::size_t r = 0; r < std::size(kTestCatalog); ++r) {
        const Entity& entity = *kTestCatalog[r];
        world.push_back({&entity, {}});
        made.push_back({&entity, {}, {}});
        std::size_t most = houses * kPerHouse[r] / 10;
        for (std::size_t i = 0; i < most; ++i) {
            Record record = random_record(dice, entity, made, missing);
            if (!dice.chance(20)) record.id = {9, i};  // ids often run with the rows
            follow(dice, record, entity, world);
            made.back().ids.push_back(record.id);
            world.back().records.push_back(std::move(record));
        }
    }
    return world;
}

Image make_image(const World& world, const ColumnSet& columns, Dice& dice) {
    ImageBuilder builder(kTestCatalog, columns);
    for (const Register& reg : world) {
        std::vector<const Record*> order;
        for (const Record& record : reg.records) order.push_back(&record);
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[dice.below(i)]);
        for (const Record* record : order) builder.append(*reg.entity, *record);
    }
    return builder.finish();
}

RunResult run_with(const Kernels& table, const Program& program, Image& image,
                   std::uint32_t block_rows) {
    return run_all(program, image, kTestDates, {.block_rows = block_rows, .kernels = &table});
}

void expect_like_oracle(const CompiledPacks& packs, const Program& program, const Image& image,
                        const RunResult& result) {
    WideAnswers wide;
    const Oracle oracle(packs, image, kTestDates, nullptr, nullptr, &wide);
    for (std::size_t r = 0; r < packs.rules.size(); ++r) {
        const Rule& rule = packs.rules[r];
        std::array<I64, 4> counts{};
        std::array<std::vector<std::uint32_t>, 4> rows;
        for (std::uint32_t row = 0; row < image.row_count(*rule.entity); ++row) {
            const auto verdict = static_cast<std::size_t>(oracle.judge(rule, row).verdict);
            ++counts[verdict];
            rows[verdict].push_back(row);
        }
        const RuleResult got = r < result.rules.size() ? result.rules[r] : RuleResult{};
        const ProgramRule& code = program.rules[r];
        const auto why = [&] {
            return rule.name + " when " + print(program, code.when) + "\nthat " +
                   print(program, code.that) + "\nexception " + print(program, code.exception);
        };
        ASSERT_EQ(got.counts, counts) << why();
        ASSERT_EQ(got.fails.rows(), rows[static_cast<std::size_t>(Verdict::kFails)]) << why();
        ASSERT_EQ(got.unknowns.rows(), rows[static_cast<std::size_t>(Verdict::kUnknown)]) << why();
    }
}

}  // namespace tz::policy::testing
