// What the tests of the engine share: a small catalog of made-up registers, random trees and
// random records over it, and the comparison of a run with the oracle, row by row.
#pragma once
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "policy/eval/block.h"
#include "policy/eval/image.h"
#include "policy/eval/run.h"
#include "policy/explain/oracle.h"
#include "policy/program/program.h"

namespace tz::policy::testing {

inline constexpr Choice kColourChoices[] = {
    {0, "red", "红", {}}, {1, "green", "绿", {}}, {5, "blue", "蓝", {}}, {40, "grey", "灰", {}}};
inline constexpr CodeList kColours{"colours", "颜色", kColourChoices};

// house <- person <- visit; visit also refers to a house, person to another person. A person has
// at most one badge. A report stands for a division.
inline constexpr Field kHouseFields[] = {division("division", "区划").scope(),
                                         text("phone", "电话"),
                                         number("a", "甲"),
                                         number("b", "乙"),
                                         number("wide", "丙"),
                                         boolean("flag", "是否"),
                                         boolean("sure", "是否有"),
                                         date("built", "建成"),
                                         month("since", "月份"),
                                         choice("colour", "颜色", kColours),
                                         choices("tags", "标签", kColours),
                                         money("income", "收入")};
inline constexpr Entity kHouse{"house", "户", kHouseFields, {}};

inline constexpr Field kPersonFields[] = {division("division", "区划").scope(),
                                          reference("house", "户", "house").many("members"),
                                          reference("guardian", "监护人", "person").many("wards"),
                                          text("id_number", "证件"),
                                          text("name", "姓名"),
                                          text("phone", "电话"),
                                          number("a", "甲"),
                                          number("b", "乙"),
                                          boolean("flag", "是否"),
                                          date("born", "出生"),
                                          month("since", "月份"),
                                          choice("colour", "颜色", kColours),
                                          choices("tags", "标签", kColours),
                                          money("income", "收入")};
inline constexpr Entity kPerson{"person", "人", kPersonFields, {}};

inline constexpr Field kVisitFields[] = {division("division", "区划").scope(),
                                         reference("person", "人", "person").many("visits"),
                                         reference("house", "户", "house").many("house_visits"),
                                         number("a", "甲"),
                                         boolean("flag", "是否"),
                                         date("day", "日期"),
                                         text("note", "说明"),
                                         money("income", "金额")};
inline constexpr Entity kVisit{"visit", "走访", kVisitFields, {}};

inline constexpr Field kBadgeFields[] = {division("division", "区划").scope(),
                                         reference("person", "人", "person").one("badge"),
                                         number("a", "甲"),
                                         boolean("flag", "是否"),
                                         text("name", "名"),
                                         choice("colour", "颜色", kColours)};
inline constexpr Entity kBadge{"badge", "证", kBadgeFields, {}};

inline constexpr Field kReportFields[] = {division("division", "区划").scope(), number("a", "甲"),
                                          boolean("flag", "是否")};
inline constexpr Entity kReport{"report", "年报", kReportFields, {}};

inline constexpr const Entity* kTestCatalog[] = {&kHouse, &kPerson, &kVisit, &kBadge, &kReport};

// The same numbers for the same seed, on every machine.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ULL + 1) {}
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    bool chance(std::size_t percent) { return below(100) < percent; }
    template <class List>
    const auto& pick(const List& list) {
        return list[below(std::size(list))];
    }

  private:
    std::uint64_t state_;
};

NodePtr make_node(Op op, Kind kind, const Entity& entity, std::vector<NodePtr> args = {});
NodePtr make_number(std::int64_t value, const Entity& entity, Kind kind = Kind::kNumber);
NodePtr make_field(const Entity& entity, std::size_t field);
Rule make_rule(std::string name, const Entity& entity, NodePtr that);

// Records of one register each; the division of some isn't that of the record they belong to.
struct Register {
    const Entity* entity = nullptr;
    std::vector<Record> records{};
};
using World = std::vector<Register>;
World random_world(Dice& dice, std::size_t houses);
// Rules with conditions and exceptions, and the parameters they use.
CompiledPacks random_packs(Dice& dice, std::size_t rules);

Image make_image(const World& world, const ColumnSet& columns, Dice& dice);
inline constexpr RunDates kTestDates{{19700}, {19600}};  // 2023-12-09, 2023-08-31
RunResult run_with(const Kernels& table, const Program& program, Image& image,
                   std::uint32_t block_rows);
// Every rule on every row, against the oracle.
void expect_like_oracle(const CompiledPacks& packs, const Program& program, const Image& image,
                        const RunResult& result);

}  // namespace tz::policy::testing
