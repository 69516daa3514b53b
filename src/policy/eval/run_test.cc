// Runs: results of any split into blocks merge to the same, and the wide cases of real registers.
#include "policy/eval/run.h"

#include "policy/eval/plan.h"
#include "policy/eval/testing.h"

namespace tz::policy::testing {
namespace {

using I64 = std::int64_t;

void expect_same(const RunResult& a, const RunResult& b) {
    ASSERT_EQ(a.rules.size(), b.rules.size());
    for (std::size_t i = 0; i < a.rules.size(); ++i) {
        EXPECT_EQ(a.rules[i].counts, b.rules[i].counts);
        EXPECT_EQ(a.rules[i].fails.rows(), b.rules[i].fails.rows());
        EXPECT_EQ(a.rules[i].unknowns.rows(), b.rules[i].unknowns.rows());
    }
}

TEST(Run, MergesInAnyOrder) {
    Dice dice(11);
    const World world = random_world(dice, 90);
    const CompiledPacks packs = random_packs(dice, 20);
    const Program program = flatten(packs);
    Image image = make_image(world, program.columns(), dice);
    const RunResult whole = run_all(program, image, kTestDates);
    const policy::Run run(program, image, kTestDates, {.block_rows = 8});
    ASSERT_GT(run.block_count(), 2u);
    RunResult backwards;
    for (std::size_t i = run.block_count(); i-- > 0;) {
        RunResult part;
        run.run_blocks(i, i + 1, part);
        backwards.merge(part);
    }
    expect_same(whole, backwards);
}

TEST(Run, CountsWithoutLists) {
    Dice dice(12);
    const World world = random_world(dice, 50);
    const CompiledPacks packs = random_packs(dice, 20);
    const Program program = flatten(packs);
    Image image = make_image(world, program.columns(), dice);
    const RunResult listed = run_all(program, image, kTestDates);
    const RunResult counted =
        run_all(program, image, kTestDates, {.list_fails = false, .list_unknowns = false});
    for (std::size_t i = 0; i < packs.rules.size(); ++i) {
        EXPECT_EQ(counted.rules[i].counts, listed.rules[i].counts);
        EXPECT_EQ(counted.rules[i].fails.count(), 0u);
        EXPECT_EQ(listed.rules[i].fails.count(),
                  static_cast<std::size_t>(listed.rules[i].count(Verdict::kFails)));
    }
}

Record record_of(const Entity& entity, Id id, I64 division) {
    Record record;
    record.id = id;
    record.values.resize(entity.fields.size());
    record.values[0] = division;
    return record;
}

// Households of up to 300 persons, so that runs of records cross words and blocks of 64.
World wide_world(Dice& dice) {
    World world = {{&kHouse, {}}, {&kPerson, {}}};
    for (std::uint64_t h = 0; h < 120; ++h) {
        const I64 division = 430424100201 + static_cast<I64>(h / 13);
        Record house = record_of(kHouse, {1, h}, division);
        house.values[at(kHouse, "flag")] = dice.chance(50);
        world[0].records.push_back(house);
        const std::size_t members = dice.chance(10) ? 100 + dice.below(200) : dice.below(5);
        for (std::size_t m = 0; m < members; ++m) {
            Record person = record_of(kPerson, {2, world[1].records.size()}, division);
            person.values[at(kPerson, "house")] = Id{1, h};
            if (dice.chance(97)) person.values[at(kPerson, "flag")] = dice.chance(98);
            if (dice.chance(97)) person.values[at(kPerson, "a")] = static_cast<I64>(dice.below(9));
            world[1].records.push_back(person);
        }
    }
    return world;
}

NodePtr over_members(Op op, Kind kind, std::vector<NodePtr> args) {
    auto node = std::make_shared<Node>(*make_node(op, kind, kHouse, std::move(args)));
    node->other = &kPerson;
    node->field = at(kPerson, "house");
    return node;
}

TEST(Run, LargeHouseholds) {
    Dice dice(13);
    const World world = wide_world(dice);
    CompiledPacks packs;
    packs.catalog = kTestCatalog;
    const NodePtr flag = make_field(kPerson, at(kPerson, "flag"));
    const NodePtr a = make_field(kPerson, at(kPerson, "a"));
    const NodePtr sure = make_node(Op::kMissingAs, Kind::kBool, kPerson,
                                   {flag, make_number(0, kPerson, Kind::kBool)});
    const auto above = [&](const NodePtr& node, I64 limit) {
        return make_rule(
            "r" + std::to_string(packs.rules.size()), kHouse,
            make_node(Op::kGreater, Kind::kBool, kHouse, {node, make_number(limit, kHouse)}));
    };
    for (const NodePtr& condition : {flag, sure}) {
        packs.rules.push_back(
            make_rule("any", kHouse, over_members(Op::kAny, Kind::kBool, {condition})));
        packs.rules.push_back(
            make_rule("all", kHouse, over_members(Op::kAll, Kind::kBool, {condition})));
        packs.rules.push_back(above(over_members(Op::kCount, Kind::kNumber, {condition}), 2));
        for (Op op : {Op::kSum, Op::kMin, Op::kMax})
            packs.rules.push_back(above(over_members(op, Kind::kNumber, {condition, a}), 3));
    }
    const Program program = flatten(packs);
    Image image = make_image(world, program.columns(), dice);
    const KernelList list = all_kernels();
    for (std::size_t i = 0; i < list.size; ++i)
        for (std::uint32_t block_rows : {1u, 200u, 100000u}) {
            const RunResult result = run_with(*list.tables[i], program, image, block_rows);
            ASSERT_NO_FATAL_FAILURE(expect_like_oracle(packs, program, image, result));
        }
}

// Temporaries are few however many rules there are: places are used again.
TEST(Run, ReusesTemporaries) {
    CompiledPacks packs;
    packs.catalog = kTestCatalog;
    for (I64 i = 0; i < 100; ++i) {
        const NodePtr a = make_field(kHouse, at(kHouse, "a"));
        const NodePtr sum = make_node(Op::kAdd, Kind::kNumber, kHouse, {a, make_number(i, kHouse)});
        packs.rules.push_back(make_rule(
            "r" + std::to_string(i), kHouse,
            make_node(Op::kLess, Kind::kBool, kHouse, {sum, make_field(kHouse, at(kHouse, "b"))})));
    }
    const Program program = flatten(packs);
    Dice dice(14);
    Image image = make_image(random_world(dice, 20), program.columns(), dice);
    const auto plan = make_plan(program, image, kTestDates);
    ASSERT_EQ(plan->places.size(), 1u);
    EXPECT_LE(plan->places[0][0], 2u);
    EXPECT_LE(plan->places[0][1], 6u);
}

TEST(RowSet, KeepsRowsInOrder) {
    RowSet a, b;
    a.add(0, 0b101);
    a.add(200, 1);
    b.add(70, std::uint64_t{1} << 63);
    b.add(300, 0);
    a.merge(b);
    EXPECT_EQ(a.rows(), (std::vector<std::uint32_t>{0, 2, 133, 200}));
    EXPECT_EQ(a.count(), 4u);
}

}  // namespace
}  // namespace tz::policy::testing
