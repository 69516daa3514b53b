// Every operator on every pair of {unknown, least, -1, 0, 1, 7, most}, on each instruction set the
// machine has: exactly the oracle's value.
#include <algorithm>
#include <limits>

#include "policy/eval/testing.h"

namespace tz::policy::testing {
namespace {

using I64 = std::int64_t;
constexpr I64 kLeast = std::numeric_limits<I64>::min();
constexpr I64 kMost = std::numeric_limits<I64>::max();

constexpr std::size_t kA = at(kHouse, "a"), kB = at(kHouse, "b"), kFlag = at(kHouse, "flag"),
                      kSure = at(kHouse, "sure"), kTags = at(kHouse, "tags"),
                      kColour = at(kHouse, "colour"), kBuilt = at(kHouse, "built"),
                      kSince = at(kHouse, "since"), kPhone = at(kHouse, "phone");

struct Fixture {
    std::vector<Record> houses{};
    Record& add() {
        Record& record = houses.emplace_back();
        record.id = {1, houses.size()};
        record.values.resize(kHouse.fields.size());
        record.values[0] = I64{430424100201};
        return record;
    }
};

Fixture pairs_of_numbers(std::vector<I64> numbers) {
    Fixture out;
    for (std::size_t i = 0; i <= numbers.size(); ++i)
        for (std::size_t j = 0; j <= numbers.size(); ++j) {
            Record& record = out.add();
            if (i > 0) record.values[kA] = numbers[i - 1];
            if (j > 0) record.values[kB] = numbers[j - 1];
        }
    return out;
}

// Rules that say the value each row must have, and that it is known where it is.
CompiledPacks rules_for(const NodePtr& node, const Image& image) {
    CompiledPacks empty;
    CompiledPacks packs;
    packs.catalog = kTestCatalog;
    const Oracle oracle(empty, image, kTestDates);
    const Entity& entity = *node->entity;
    packs.rules.push_back(
        make_rule("known", entity, make_node(Op::kKnown, Kind::kBool, entity, {node})));
    for (std::uint32_t row = 0; row < image.row_count(entity); ++row) {
        const Answer answer = oracle.evaluate(*node, row);
        if (!answer.number) continue;
        const NodePtr value = make_number(*answer.number, entity, node->type.kind);
        packs.rules.push_back(make_rule("row" + std::to_string(row), entity,
                                        make_node(Op::kEqual, Kind::kBool, entity, {node, value})));
    }
    return packs;
}

ColumnSet whole(const Entity& entity) {
    ColumnSet columns;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) add_column(columns, entity, i);
    return columns;
}

void expect_values(const NodePtr& node, const Fixture& fixture) {
    Dice dice(1);
    const World world = {{&kHouse, fixture.houses}};
    Image image = make_image(world, whole(kHouse), dice);
    const CompiledPacks packs = rules_for(node, image);
    const Program program = flatten(packs);
    const KernelList list = all_kernels();
    for (std::size_t i = 0; i < list.size; ++i) {
        SCOPED_TRACE(std::string(list.tables[i]->name) + " " + print(program));
        const RunResult result = run_with(*list.tables[i], program, image, 100000);
        ASSERT_NO_FATAL_FAILURE(expect_like_oracle(packs, program, image, result));
    }
}

NodePtr house(Op op, Kind kind, std::vector<NodePtr> args, I64 value = 0, I64 value2 = 0) {
    auto out = std::make_shared<Node>(*make_node(op, kind, kHouse, std::move(args)));
    out->int_value = value;
    out->int_value2 = value2;
    return out;
}

NodePtr field(std::size_t i) { return make_field(kHouse, i); }

const std::vector<I64> kTable = {kLeast, -1, 0, 1, 7, kMost};

TEST(Operators, Arithmetic) {
    const Fixture fixture = pairs_of_numbers(kTable);
    for (Op op : {Op::kAdd, Op::kSubtract, Op::kMultiply})
        expect_values(house(op, Kind::kNumber, {field(kA), field(kB)}), fixture);
    expect_values(house(Op::kNegate, Kind::kNumber, {field(kA)}), fixture);
    for (I64 factor : {I64{0}, I64{-1}, I64{1000}, kMost})
        expect_values(house(Op::kScale, Kind::kNumber, {field(kA)}, factor), fixture);
}

TEST(Operators, Division) {
    const Fixture fixture = pairs_of_numbers({kLeast, -15, -7, -1, 0, 1, 2, 6, 15, 100, kMost});
    for (Op op : {Op::kDivideDown, Op::kDivideHalfUp})
        for (const auto& [times, by] : {std::pair<I64, I64>{1, 1}, {100, 1}, {1, 1000}, {3, 7}})
            expect_values(house(op, Kind::kNumber, {field(kA), field(kB)}, times, by), fixture);
}

TEST(Operators, Comparison) {
    const Fixture fixture = pairs_of_numbers(kTable);
    for (Op op : {Op::kEqual, Op::kNotEqual, Op::kLess, Op::kLessOrEqual, Op::kGreater,
                  Op::kGreaterOrEqual}) {
        expect_values(house(op, Kind::kBool, {field(kA), field(kB)}), fixture);
        for (I64 constant : kTable) {
            const NodePtr number = make_number(constant, kHouse);
            expect_values(house(op, Kind::kBool, {field(kA), number}), fixture);
            expect_values(house(op, Kind::kBool, {number, field(kA)}), fixture);
        }
    }
}

// Columns of each width against constants inside and outside what the width holds.
TEST(Operators, ComparisonOfNarrowColumns) {
    for (I64 size : {I64{100}, I64{30000}, I64{2000000000}, I64{1} << 40}) {
        Fixture fixture;
        for (I64 value : {-size, -size + 1, I64{-1}, I64{0}, I64{1}, size - 1, size})
            fixture.add().values[kA] = value;
        fixture.add();
        for (I64 constant : {-size * 2, -size - 1, -size, I64{0}, size, size + 1, size * 300})
            for (Op op : {Op::kEqual, Op::kNotEqual, Op::kLess, Op::kLessOrEqual, Op::kGreater,
                          Op::kGreaterOrEqual})
                expect_values(house(op, Kind::kBool, {field(kA), make_number(constant, kHouse)}),
                              fixture);
    }
}

TEST(Operators, Sets) {
    const Fixture fixture = pairs_of_numbers(kTable);
    const std::vector<std::vector<I64>> sets = {
        {}, {0}, {-1, 0, 1}, {-1, 1, kMost}, {kLeast, 7, 9}, {1, 1, 300, 70000}};
    for (const auto& set : sets) {
        auto node = std::make_shared<Node>(*house(Op::kInSet, Kind::kBool, {field(kA)}));
        node->int_set = set;
        expect_values(node, fixture);
        for (I64 i = 100; i < 140; i += 2) node->int_set.push_back(i);
        expect_values(node, fixture);
    }
}

Fixture pairs_of_bools() {
    Fixture out;
    for (int i = 0; i < 9; ++i) {
        Record& record = out.add();
        if (i % 3 > 0) record.values[kFlag] = i % 3 == 2;
        if (i / 3 > 0) record.values[kSure] = i / 3 == 2;
    }
    return out;
}

TEST(Operators, Logic) {
    const Fixture fixture = pairs_of_bools();
    const NodePtr a = field(kFlag), b = field(kSure);
    for (Op op : {Op::kAnd, Op::kOr, Op::kMissingAs, Op::kEqual, Op::kNotEqual, Op::kLess})
        expect_values(house(op, Kind::kBool, {a, b}), fixture);
    expect_values(house(Op::kNot, Kind::kBool, {a}), fixture);
    expect_values(house(Op::kKnown, Kind::kBool, {a}), fixture);
    for (const NodePtr& other : {a, b, make_number(1, kHouse, Kind::kBool)}) {
        expect_values(house(Op::kIf, Kind::kBool, {a, b, other}), fixture);
        expect_values(house(Op::kIf, Kind::kBool, {other, a, b}), fixture);
    }
}

TEST(Operators, ChoiceOfNumbers) {
    Fixture fixture = pairs_of_numbers({-1, 0, 7});
    for (std::size_t i = 0; i < fixture.houses.size(); ++i)
        if (i % 3 > 0) fixture.houses[i].values[kFlag] = i % 3 == 2;
    expect_values(house(Op::kMissingAs, Kind::kNumber, {field(kA), field(kB)}), fixture);
    expect_values(house(Op::kIf, Kind::kNumber, {field(kFlag), field(kA), field(kB)}), fixture);
    expect_values(house(Op::kIf, Kind::kNumber, {field(kFlag), make_number(3, kHouse), field(kB)}),
                  fixture);
}

TEST(Operators, SeveralChoices) {
    Fixture fixture;
    fixture.add();
    for (I64 bits : {I64{0}, I64{1}, I64{2}, I64{3}, I64{34}, I64{1} << 40, (I64{1} << 40) + 3})
        fixture.add().values[kTags] = bits;
    for (I64 mask : {I64{0}, I64{1}, I64{3}, (I64{1} << 40) + 2})
        for (Op op : {Op::kHasAny, Op::kHasAll, Op::kHasOnly})
            expect_values(house(op, Kind::kBool, {field(kTags)}, mask), fixture);
    expect_values(house(Op::kSize, Kind::kNumber, {field(kTags)}), fixture);
}

TEST(Operators, Calendar) {
    Fixture fixture;
    fixture.add();
    for (int year : {1899, 1900, 1960, 1970, 1999, 2000, 2020, 2023, 2100})
        for (const auto& [month, day] : {std::pair(1, 1), {2, 28}, {3, 1}, {8, 31}, {12, 31}}) {
            Record& record = fixture.add();
            record.values[kBuilt] = I64{make_date(year, month, day)->days};
            record.values[kSince] = I64{make_month(year, month).months};
        }
    for (I64 days : {kFirstCivilDay - 1, kFirstCivilDay, kLastCivilDay, kLastCivilDay + 1})
        fixture.add().values[kBuilt] = days;
    for (int year : {1904, 2000, 2020})
        fixture.add().values[kBuilt] = I64{make_date(year, 2, 29)->days};
    const NodePtr built = field(kBuilt), since = field(kSince);
    const NodePtr law = make_node(Op::kLawDate, Kind::kDate, kHouse);
    const NodePtr leap = make_number(make_date(2023, 2, 28)->days, kHouse, Kind::kDate);
    for (const NodePtr& day : {law, leap, built})
        for (Op op : {Op::kAge, Op::kYearsBetween}) {
            expect_values(house(op, Kind::kNumber, {built, day}), fixture);
            expect_values(house(op, Kind::kNumber, {day, built}), fixture);
        }
    expect_values(house(Op::kYear, Kind::kNumber, {built}), fixture);
    expect_values(house(Op::kMonthOf, Kind::kMonth, {built}), fixture);
    expect_values(house(Op::kYearOfMonth, Kind::kNumber, {since}), fixture);
    for (Op op : {Op::kMonth, Op::kQuarter, Op::kSchoolYear, Op::kWeekday})
        expect_values(house(op, Kind::kNumber, {built}), fixture);
    for (I64 period : {0, 1, 2, 3})
        for (Op op : {Op::kStartOf, Op::kEndOf})
            expect_values(house(op, Kind::kDate, {built}, period), fixture);
    for (I64 months : {I64{0}, I64{1}, I64{-1}, I64{6}, I64{-30}, I64{100000}, kMost})
        expect_values(house(Op::kAddMonths, Kind::kDate, {built, make_number(months, kHouse)}),
                      fixture);
    const NodePtr month = house(Op::kMonthOf, Kind::kMonth, {law});
    expect_values(house(Op::kMonthsBetween, Kind::kNumber, {since, month}), fixture);
}

TEST(Operators, Texts) {
    Fixture fixture;
    fixture.add();
    for (const char* text :
         {"", "12", "13812345678", "10812345678", "11010519491231002X", "110105194912310021",
          "11010519491231002X44", "张三丰", "备注12", "53010219200508011x"})
        fixture.add().values[kPhone] = std::string(text);
    const NodePtr text = field(kPhone);
    for (Op op : {Op::kIsDigits, Op::kIsMobile, Op::kValidIdNumber})
        expect_values(house(op, Kind::kBool, {text}), fixture);
    for (Op op : {Op::kLength, Op::kIdSex, Op::kDisabilityKind, Op::kDisabilityGrade})
        expect_values(house(op, Kind::kNumber, {text}), fixture);
    expect_values(house(Op::kIdBirth, Kind::kDate, {text}), fixture);
    for (I64 from : {0, 1, 2, 3, 18, 40})
        for (I64 count : {-1, 0, 1, 2, 18}) {
            const NodePtr part = house(Op::kSlice, Kind::kText, {text}, from, count);
            expect_values(house(Op::kLength, Kind::kNumber, {part}), fixture);
            auto wanted = std::make_shared<Node>(*make_node(Op::kConstant, Kind::kText, kHouse));
            wanted->text_value = "三丰";
            expect_values(house(Op::kEqual, Kind::kBool, {part, wanted}), fixture);
        }
}

// The tables hold every verdict, so that agreeing with the oracle is not agreeing about nothing.
TEST(Operators, OverflowIsUnknown) {
    const Fixture fixture = pairs_of_numbers(kTable);
    Dice dice(1);
    Image image = make_image({{&kHouse, fixture.houses}}, whole(kHouse), dice);
    CompiledPacks packs;
    packs.catalog = kTestCatalog;
    const NodePtr sum = house(Op::kAdd, Kind::kNumber, {field(kA), field(kB)});
    packs.rules.push_back(
        make_rule("sum", kHouse, house(Op::kGreater, Kind::kBool, {sum, make_number(0, kHouse)})));
    const Program program = flatten(packs);
    const RunResult result = run_all(program, image, kTestDates);
    // 13 pairs with an unknown; most + {1, 7, most} both ways and least + {-1, least}.
    const std::array<I64, 4> expected = {14, 14, 13 + 5 + 3, 0};
    EXPECT_EQ(result.rules[0].counts, expected);
}

}  // namespace
}  // namespace tz::policy::testing
