// The stories of tests/flows/workflow: steps and signatures on the registers of the product.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/flow_test.h"
#include "domain/catalog.h"
#include "store/memory/memory_store.h"
#include "store/sqlite/sqlite_store.h"
#include "store/test_folder.h"

namespace tz {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> stories() {
    std::vector<fs::path> out;
    for (const auto& file : fs::directory_iterator(fs::path(TZ_DATA_DIR) / "tests/flows/workflow"))
        if (file.path().extension() == ".flow") out.push_back(file.path());
    std::ranges::sort(out);
    return out;
}

std::string text_of(const fs::path& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

class WorkFlow : public ::testing::TestWithParam<fs::path> {};

TEST_P(WorkFlow, Memory) {
    const auto store = make_memory_store();
    ASSERT_TRUE(store->migrate(catalog()));
    EXPECT_EQ(test::Flow(*store, catalog()).run(text_of(GetParam())), "");
}

TEST_P(WorkFlow, Sqlite) {
    const test::Folder folder("work");
    auto store = open_sqlite(folder.file("county.db"));
    ASSERT_TRUE(store && (*store)->migrate(catalog()));
    EXPECT_EQ(test::Flow(**store, catalog()).run(text_of(GetParam())), "");
}

INSTANTIATE_TEST_SUITE_P(Stories, WorkFlow, ::testing::ValuesIn(stories()),
                         [](const auto& path) { return path.param.stem().string(); });

TEST(Chains, AreKeptAsTheyWere) {
    ChainInForce chain;
    chain.pack = "hunan/test";
    chain.division = {430424000000};
    chain.from = {18000};
    chain.name = "signing";
    chain.title = "五级签字";
    chain.command = "problem.close_out";
    chain.second_person = true;
    chain.signers = {{1, "helper", "帮扶责任人", 0, false}, {2, "county", "县", 5, true}};
    const auto back = read_chains(write_chains(std::span(&chain, 1)));
    ASSERT_TRUE(back);
    EXPECT_EQ(write_chains(*back), write_chains(std::span(&chain, 1)));
    EXPECT_FALSE(read_chains("no chain"));
}

TEST(Chains, TheSmallestAreaComesFirst) {
    std::vector<ChainInForce> chains(2);
    chains[0].division = {430424000000};
    chains[1].division = {430000000000};
    for (ChainInForce& chain : chains) {
        chain.command = "problem.close_out";
        chain.from = {100};
        chain.to = Date{200};
    }
    const Division village{430424100201};
    EXPECT_EQ(chain_before(chains, "problem.close_out", village, {150}), &chains[0]);
    EXPECT_EQ(chain_before(chains, "problem.close_out", {430100000000}, {150}), &chains[1]);
    EXPECT_EQ(chain_before(chains, "problem.close_out", {450100000000}, {150}), nullptr);
    EXPECT_EQ(chain_before(chains, "problem.close_out", village, {201}), nullptr);
    EXPECT_EQ(chain_before(chains, "problem.accept", village, {150}), nullptr);
}

}  // namespace
}  // namespace tz
