// The flat program: shared parts once, constants folded, columns and fields known.
#include "policy/program/program.h"

#include <gtest/gtest.h>

#include "policy/eval/testing.h"

namespace tz::policy::testing {
namespace {

constexpr std::size_t kA = at(kHouse, "a"), kFlag = at(kHouse, "flag"), kSure = at(kHouse, "sure");

NodePtr flag() { return make_field(kHouse, kFlag); }
NodePtr truth(bool value) { return make_number(value, kHouse, Kind::kBool); }
NodePtr both(const NodePtr& a, const NodePtr& b) {
    return make_node(Op::kAnd, Kind::kBool, kHouse, {a, b});
}
NodePtr above(std::int64_t limit) {
    return make_node(Op::kGreater, Kind::kBool, kHouse,
                     {make_field(kHouse, kA), make_number(limit, kHouse)});
}

Program program_of(const std::vector<NodePtr>& conditions) {
    CompiledPacks packs;
    packs.catalog = kTestCatalog;
    for (const NodePtr& node : conditions)
        packs.rules.push_back(
            make_rule("r" + std::to_string(packs.rules.size()), *node->entity, node));
    return flatten(packs);
}

TEST(Program, PrintsOneInstructionALine) {
    EXPECT_EQ(print(program_of({both(flag(), above(3))})),
              "0 bool - constant 1\n"
              "1 bool house field flag\n"
              "2 number house field a\n"
              "3 number - constant 3\n"
              "4 bool house greater %2 %3\n"
              "5 bool house and %1 %4\n"
              "rule r0 house when %0 that %5 exception %-\n");
}

TEST(Program, SharesEqualParts) {
    const Program once = program_of({both(flag(), above(3))});
    const Program twice = program_of({both(flag(), above(3)), both(flag(), above(3))});
    EXPECT_EQ(once.code.size(), twice.code.size());
    EXPECT_EQ(twice.rules[0].that, twice.rules[1].that);
    EXPECT_EQ(program_of({above(3), above(4)}).code.size(), once.code.size());
}

TEST(Program, FoldsConstants) {
    const NodePtr sum = make_node(Op::kAdd, Kind::kNumber, kHouse,
                                  {make_number(2, kHouse), make_number(3, kHouse)});
    const NodePtr less = make_node(Op::kLess, Kind::kBool, kHouse, {make_field(kHouse, kA), sum});
    const Program program = program_of({less});
    EXPECT_EQ(print(program, program.rules[0].that),
              "(bool house less (number house field a) (number - constant 5))");
}

TEST(Program, FoldsLogic) {
    const NodePtr a = flag(), no = make_node(Op::kNot, Kind::kBool, kHouse, {flag()});
    const auto said = [](const NodePtr& node) {
        const Program program = program_of({node});
        return print(program, program.rules[0].that);
    };
    const std::string field = "(bool house field flag)";
    EXPECT_EQ(said(both(a, truth(true))), field);
    EXPECT_EQ(said(both(truth(false), a)), "(bool - constant 0)");
    EXPECT_EQ(said(make_node(Op::kOr, Kind::kBool, kHouse, {a, truth(true)})),
              "(bool - constant 1)");
    EXPECT_EQ(said(make_node(Op::kNot, Kind::kBool, kHouse, {no})), field);
    EXPECT_EQ(said(make_node(Op::kIf, Kind::kBool, kHouse, {truth(true), a, no})), field);
    EXPECT_EQ(said(make_node(Op::kKnown, Kind::kBool, kHouse, {truth(false)})),
              "(bool - constant 1)");
}

TEST(Program, LeavesWhatOverflows) {
    const NodePtr much = make_number(std::numeric_limits<std::int64_t>::max(), kHouse);
    const NodePtr sum = make_node(Op::kAdd, Kind::kNumber, kHouse, {much, much});
    const Program program = program_of({make_node(Op::kKnown, Kind::kBool, kHouse, {sum})});
    EXPECT_EQ(program.code[program.rules[0].that].op, Op::kKnown);
}

NodePtr guardian_flag() {
    auto up = std::make_shared<Node>(*make_node(Op::kParent, Kind::kBool, kPerson, {flag()}));
    up->other = &kHouse;
    up->field = at(kPerson, "house");
    return up;
}

TEST(Program, KnowsItsColumns) {
    auto unread = std::make_shared<Node>(*make_node(Op::kUnreadable, Kind::kBool, kHouse));
    unread->field = kSure;
    const Program program = program_of({guardian_flag(), unread});
    const RegisterColumns* house = find_columns(program.columns(), kHouse);
    const RegisterColumns* person = find_columns(program.columns(), kPerson);
    ASSERT_TRUE(house && person);
    EXPECT_EQ(house->fields, std::vector<std::size_t>{kFlag});
    EXPECT_EQ(house->unreadable, std::vector<std::size_t>{kSure});
    // Both references to registers of the image: they say where rows lie.
    EXPECT_EQ(person->fields,
              (std::vector<std::size_t>{at(kPerson, "house"), at(kPerson, "guardian")}));
    EXPECT_EQ(find_columns(program.columns(), kVisit), nullptr);
}

TEST(Program, KnowsWhatEachRuleReads) {
    const Program program = program_of({guardian_flag(), above(1)});
    const std::vector<FieldRef> reads = {{&kHouse, kA}};
    EXPECT_EQ(program.rules[1].reads, reads);
    EXPECT_EQ(program.rules[0].reads.size(), 2u);
}

TEST(Program, DigestFollowsWhatDecides) {
    CompiledPacks packs;
    packs.catalog = kTestCatalog;
    packs.rules.push_back(make_rule("r", kHouse, above(3)));
    packs.parameters.push_back({.name = "p"});
    const std::string before = digest(flatten(packs));
    EXPECT_EQ(before, digest(flatten(packs)));
    packs.parameters[0].rows.push_back({.is_set = true, .int_value = 7});
    const std::string with_row = digest(flatten(packs));
    EXPECT_NE(before, with_row);
    packs.rules[0].that = above(4);
    EXPECT_NE(with_row, digest(flatten(packs)));
}

}  // namespace
}  // namespace tz::policy::testing
