// The stories of tests/flows/workflow: steps and signatures on the registers of the product.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/flow_test.h"
#include "domain/catalog.h"
#include "domain/ledger/problem.h"
#include "domain/ledger/signing_chain.h"
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
    chain.pack_digest = "0011";
    chain.division = {430424000000};
    chain.from = {18000};
    chain.to = Date{18300};
    chain.ended_on = Date{18100};
    chain.ended_by = "李四";
    chain.end_reason = "改用新办法";
    chain.name = "signing";
    chain.title = "五级签字";
    chain.step = "problem.close_out";
    chain.second_person = true;
    chain.signers = {{1, "helper", "结对 帮扶责任人", 0, false}, {2, "county", "县", 5, true}};
    Record record;
    record.values = values_of(chain);
    const auto back = chain_from(record);
    ASSERT_TRUE(back);
    EXPECT_EQ(values_of(*back), record.values);
    EXPECT_EQ(back->signers[1].within_days, 5);
    record.values[at(kSigningChain, "signers")] = std::string("no signers");
    EXPECT_FALSE(chain_from(record));
}

TEST(Chains, EndOnTheirDayOrByAnAct) {
    ChainInForce chain;
    chain.from = {100};
    chain.to = Date{200};
    EXPECT_FALSE(chain.is_in_force({99}));
    EXPECT_TRUE(chain.is_in_force({200}));
    EXPECT_FALSE(chain.is_in_force({201}));
    chain.ended_on = Date{150};
    EXPECT_TRUE(chain.is_in_force({149}));
    EXPECT_FALSE(chain.is_in_force({150}));
}

Record problem_in(std::int64_t division) {
    Record record;
    record.values.resize(kProblem.fields.size());
    record.values[at(kProblem, "division")] = division;
    return record;
}

TEST(Chains, TheSmallestAreaComesFirst) {
    std::vector<ChainInForce> chains(3);
    chains[0].division = {430424000000};
    chains[1].division = {430000000000};
    chains[2].division = {430424000000};
    for (ChainInForce& chain : chains) {
        chain.name = fmt::format("{}", &chain - chains.data());
        chain.step = "problem.close_out";
        chain.from = {100};
        chain.to = Date{200};
    }
    const auto names = [&](std::int64_t division, std::string_view step, Date today) {
        std::string out;
        for (const ChainInForce& chain :
             chains_before(chains, step, kProblem, problem_in(division), today))
            out += chain.name;
        return out;
    };
    EXPECT_EQ(names(430424100201, "problem.close_out", {150}), "02");
    EXPECT_EQ(names(430100000000, "problem.close_out", {150}), "1");
    EXPECT_EQ(names(450100000000, "problem.close_out", {150}), "");
    EXPECT_EQ(names(430424100201, "problem.close_out", {201}), "");
    EXPECT_EQ(names(430424100201, "problem.accept", {150}), "");
}

}  // namespace
}  // namespace tz
