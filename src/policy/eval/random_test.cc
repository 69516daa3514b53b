// Random programs on random registers: the columnar engine says what the oracle says.
#include "policy/eval/testing.h"

namespace tz::policy::testing {
namespace {

class RandomRun : public ::testing::TestWithParam<int> {};

TEST_P(RandomRun, AgreesWithOracle) {
    for (std::uint64_t i = 0; i < 25; ++i) {
        Dice dice(static_cast<std::uint64_t>(GetParam()) * 1000 + i);
        const World world = random_world(dice, dice.chance(8) ? 0 : dice.below(70));
        const CompiledPacks packs = random_packs(dice, 12);
        const Program program = flatten(packs);
        Image image = make_image(world, program.columns(), dice);
        // Another one for the oracle: the rows come in another order, and nothing is derived.
        const Image untouched = make_image(world, program.columns(), dice);
        for (std::uint32_t block_rows : {1u, 60u, 100000u}) {
            const KernelList list = all_kernels();
            const Kernels& table = *list.tables[dice.below(list.size)];
            const RunResult result = run_with(table, program, image, block_rows);
            SCOPED_TRACE(std::to_string(GetParam()) + "/" + std::to_string(i) + " " + table.name +
                         " blocks of " + std::to_string(block_rows));
            expect_like_oracle(packs, program, untouched, result);
            if (HasFatalFailure()) return;
        }
    }
}

// The conditions of the rules as values, in pieces that are put together afterwards.
TEST_P(RandomRun, KeepsValues) {
    Dice dice(static_cast<std::uint64_t>(GetParam()) + 77);
    const World world = random_world(dice, 60);
    const CompiledPacks packs = random_packs(dice, 30);
    std::vector<NodePtr> wanted;
    for (const Rule& rule : packs.rules) wanted.push_back(rule.that);
    for (const Rule& rule : packs.rules)
        for (const NodePtr& arg : rule.that->args)
            if (arg->entity == rule.entity && arg->type.kind != Kind::kText) wanted.push_back(arg);
    CompiledPacks without_rules = packs;
    without_rules.rules.clear();
    const Program program = flatten(without_rules, wanted);
    Image image = make_image(world, program.columns(), dice);
    const Image untouched = make_image(world, program.columns(), dice);
    const policy::Run run(program, image, kTestDates, {.block_rows = 20});
    RunResult odd, even;
    for (std::size_t i = 0; i < run.block_count(); ++i)
        run.run_blocks(i, i + 1, i % 2 == 0 ? even : odd);
    odd.merge(even);
    WideAnswers wide;
    const Oracle oracle(packs, untouched, kTestDates, nullptr, nullptr, &wide);
    ASSERT_EQ(odd.values.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        std::vector<std::pair<std::uint32_t, std::int64_t>> values;
        std::vector<std::uint32_t> unknowns;
        for (std::uint32_t row = 0; row < untouched.row_count(*wanted[i]->entity); ++row) {
            const Answer answer = oracle.evaluate(*wanted[i], row);
            if (!answer.known()) unknowns.push_back(row);
            if (answer.number.value_or(0) != 0) values.push_back({row, *answer.number});
        }
        ASSERT_EQ(odd.values[i].values, values) << print(program, program.outputs[i].instruction);
        ASSERT_EQ(odd.values[i].unknowns.rows(), unknowns);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomRun, ::testing::Range(0, 8));

}  // namespace
}  // namespace tz::policy::testing
