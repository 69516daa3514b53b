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

INSTANTIATE_TEST_SUITE_P(Seeds, RandomRun, ::testing::Range(0, 8));

}  // namespace
}  // namespace tz::policy::testing
