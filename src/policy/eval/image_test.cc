// The column image: what was put in comes out, rows lie as promised, references hold.
#include "policy/eval/image.h"

#include <algorithm>
#include <map>

#include "policy/eval/testing.h"

namespace tz::policy::testing {
namespace {

using I64 = std::int64_t;

ColumnSet everything() {
    ColumnSet columns;
    for (const Entity* entity : kTestCatalog)
        for (std::size_t i = 0; i < entity->fields.size(); ++i) {
            add_column(columns, *entity, i);
            add_unreadable(columns, *entity, i);
        }
    return columns;
}

const Record& find_record(const Register& reg, Id id) {
    return *std::ranges::find(reg.records, id, &Record::id);
}

TEST(Image, KeepsEveryValue) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Dice dice(seed);
        const World world = random_world(dice, dice.below(80));
        const Image image = make_image(world, everything(), dice);
        for (const Register& reg : world) {
            ASSERT_EQ(image.row_count(*reg.entity), reg.records.size());
            for (std::uint32_t row = 0; row < reg.records.size(); ++row) {
                const Record& record = find_record(reg, image.id(*reg.entity, row));
                for (std::size_t f = 0; f < record.values.size(); ++f) {
                    EXPECT_EQ(image.value(*reg.entity, row, f), record.values[f])
                        << reg.entity->name << "." << reg.entity->fields[f].name;
                    const auto unread = unread_text(record, reg.entity->fields[f].name);
                    EXPECT_EQ(image.unreadable(*reg.entity, row, f), !unread.empty());
                }
                EXPECT_EQ(image.division(*reg.entity, row),
                          division_of(*reg.entity, record.values));
                EXPECT_EQ(image.find(*reg.entity, record.id), row);
            }
        }
    }
}

// Everything that points to a row, looked for one by one.
std::vector<std::uint32_t> referring(const Image& image, const Entity& other, std::size_t field,
                                     Id to) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < image.row_count(other); ++row)
        if (image.value(other, row, field) == Value{to}) rows.push_back(row);
    return rows;
}

TEST(Image, FollowsReferencesBothWays) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Dice dice(seed);
        const World world = random_world(dice, 40);
        const Image image = make_image(world, everything(), dice);
        const std::size_t field = at(kVisit, "house");
        for (std::uint32_t house = 0; house < image.row_count(kHouse); ++house) {
            const Id id = image.id(kHouse, house);
            const auto [first, last] = image.children(kHouse, house, kVisit, field);
            std::vector<std::uint32_t> rows;
            for (std::uint32_t p = first; p < last; ++p)
                rows.push_back(image.child(kVisit, field, false, p));
            EXPECT_EQ(rows, referring(image, kVisit, field, id));
            for (std::uint32_t row : rows) EXPECT_EQ(image.parent(kVisit, row, field), house);
        }
    }
}

TEST(Image, NeighboursHaveTheSameDivision) {
    Dice dice(5);
    const Image image = make_image(random_world(dice, 60), everything(), dice);
    for (std::uint32_t row = 0; row < image.row_count(kReport); ++row) {
        const Value own = image.value(kReport, row, 0);
        std::vector<std::uint32_t> expected;
        for (std::uint32_t other = 0; other < image.row_count(kPerson); ++other)
            if (is_known(own) && image.value(kPerson, other, 0) == own) expected.push_back(other);
        const auto [first, last] = image.neighbours(kReport, row, kPerson);
        std::vector<std::uint32_t> rows;
        for (std::uint32_t p = first; p < last; ++p)
            rows.push_back(image.child(kPerson, 0, true, p));
        EXPECT_EQ(rows, expected);
    }
}

// Counted row by row before a run, taken from the run's column after it.
TEST(Image, CountsTheSameBeforeAndAfterARun) {
    Dice dice(9);
    const World world = random_world(dice, 50);
    CompiledPacks packs;
    packs.catalog = kTestCatalog;
    auto same = std::make_shared<Node>(*make_node(Op::kSame, Kind::kNumber, kPerson));
    same->field = at(kPerson, "phone");
    auto same_in = std::make_shared<Node>(*same);
    same_in->op = Op::kSameIn;
    same_in->index = static_cast<int>(at(kPerson, "house"));
    packs.rules.push_back(
        make_rule("r", kPerson, make_node(Op::kEqual, Kind::kBool, kPerson, {same, same_in})));
    const Program program = flatten(packs);
    Image image = make_image(world, program.columns(), dice);
    const Image before = make_image(world, program.columns(), dice);
    run_all(program, image, kTestDates);
    for (std::uint32_t row = 0; row < image.row_count(kPerson); ++row) {
        EXPECT_EQ(image.same(kPerson, row, same->field), before.same(kPerson, row, same->field));
        EXPECT_EQ(image.same_in(kPerson, row, same->field, at(kPerson, "house")),
                  before.same_in(kPerson, row, same->field, at(kPerson, "house")));
    }
}

// A household's persons follow each other, in the order of the households, and so do theirs.
TEST(Image, FamiliesLieTogether) {
    Dice dice(6);
    const Image image = make_image(random_world(dice, 60), everything(), dice);
    for (std::uint32_t village = 0; village < image.village_count(); ++village) {
        const RowRange persons = image.rows(kPerson, village);
        std::uint32_t before = 0;
        for (std::uint32_t row = persons.first; row < persons.last; ++row) {
            const std::uint32_t house = image.parent(kPerson, row, at(kPerson, "house"));
            EXPECT_LE(before, house);  // kNoRow is the highest
            before = house;
            if (house == kNoRow) continue;
            EXPECT_GE(house, image.rows(kHouse, village).first);
            EXPECT_LT(house, image.rows(kHouse, village).last);
        }
        if (village > 0) {
            EXPECT_LE(image.village(village - 1), image.village(village));
        }
    }
}

TEST(Image, KeepsOnlyWhatIsAskedFor) {
    Dice dice(7);
    const World world = random_world(dice, 30);
    ColumnSet columns;
    add_column(columns, kPerson, at(kPerson, "flag"));
    const Image image = make_image(world, columns, dice);
    EXPECT_EQ(image.row_count(kHouse), 0u);
    EXPECT_GT(image.row_count(kPerson), 0u);
    EXPECT_EQ(image.value(kPerson, 0, at(kPerson, "name")), Value{});
    EXPECT_EQ(image.parent(kPerson, 0, at(kPerson, "house")), kNoRow);
}

TEST(Image, EmptyHasNoRows) {
    Dice dice(8);
    const Image image = make_image({}, everything(), dice);
    EXPECT_EQ(image.village_count(), 0u);
    EXPECT_EQ(image.row_count(kPerson), 0u);
    EXPECT_FALSE(image.find(kPerson, {1, 1}).has_value());
}

TEST(Column, WidensAsValuesNeed) {
    for (const auto& [most, width] : {std::pair<I64, Width>{127, Width::kByte},
                                      {128, Width::kShort},
                                      {-32769, Width::kWord},
                                      {I64{1} << 31, Width::kLong}}) {
        ColumnWriter writer;
        for (I64 i = 0; i < 200; ++i) i % 7 == 0 ? writer.push_unknown() : writer.push_back(i % 5);
        writer.push_back(most);
        const Column column = writer.finish(false);
        EXPECT_EQ(column.width(), width) << most;
        for (I64 i = 0; i < 200; ++i) {
            const auto row = static_cast<std::size_t>(i);
            EXPECT_EQ(column.known(row), i % 7 != 0);
            EXPECT_EQ(column.number(row), i % 7 == 0 ? 0 : i % 5);
        }
        EXPECT_EQ(column.number(200), most);
    }
}

TEST(Dictionary, GivesEqualTextsOneCode) {
    DictionaryWriter writer;
    std::map<std::string, std::uint32_t> codes;
    for (int i = 0; i < 5000; ++i) {
        const std::string text = "t" + std::to_string(i * 7919 % 1777);
        const auto [it, is_new] = codes.emplace(text, writer.code(text));
        EXPECT_EQ(it->second, writer.code(text));
    }
    const auto texts = writer.finish();
    ASSERT_EQ(texts->size(), codes.size());
    for (const auto& [text, code] : codes) EXPECT_EQ(texts->at(code), text);
}

}  // namespace
}  // namespace tz::policy::testing
