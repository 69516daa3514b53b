// What every store must do, run on each of them.
#include <gtest/gtest.h>

#include "store/memory/memory_store.h"
#include "store/sqlite/sqlite_store.h"
#include "store/test_folder.h"
#include "store/test_registers.h"

namespace tz {
namespace {

using test::kHousehold;
using test::kPerson;

constexpr std::size_t kVillage = at(kHousehold, "village");
constexpr std::size_t kNumber = at(kHousehold, "number");
constexpr std::size_t kHeadName = at(kHousehold, "head_name");
constexpr std::size_t kMembers = at(kHousehold, "members");
constexpr std::size_t kIncome = at(kHousehold, "income");
constexpr std::size_t kIsSafe = at(kHousehold, "is_safe");
constexpr std::size_t kPersonHousehold = at(kPerson, "household");

constexpr std::int64_t kVillageA = 430424100001, kVillageB = 430424100002,
                       kOtherTown = 430424200001, kOtherCounty = 430426100001;

Scope under(std::int64_t code) { return Scope::of(Division{code}); }
const Scope kNation = Scope::everything("tests look at all of it");
const Scope kCounty = under(430424000000);

Record household(std::uint64_t number, std::int64_t village, std::string_view head = "张三") {
    Record record;
    record.id = {number, 7};
    record.holds_from = {100};
    record.recorded_ms = 1000;
    record.source = "test";
    record.values.resize(kHousehold.fields.size());
    record.values[kVillage] = village;
    record.values[kNumber] = std::to_string(number);
    record.values[kHeadName] = std::string(head);
    return record;
}

struct Engine {
    const char* name = "";
    bool is_sqlite = false;
};

class StoreTest : public ::testing::TestWithParam<Engine> {
  protected:
    void SetUp() override {
        if (GetParam().is_sqlite) {
            folder_.emplace("store");
            auto opened = open_sqlite(folder_->file("county.db"));
            ASSERT_TRUE(opened) << opened.error().text.en;
            store_ = std::move(*opened);
        } else {
            store_ = make_memory_store();
        }
        const Status migrated = store_->migrate(test::kRegisters);
        ASSERT_TRUE(migrated) << migrated.error().text.en;
    }
    void TearDown() override {
        store_.reset();
        folder_.reset();
    }

    std::unique_ptr<Transaction> begin(Access access) {
        auto transaction = store_->begin(access);
        EXPECT_TRUE(transaction) << transaction.error().text.en;
        return std::move(*transaction);
    }
    std::unique_ptr<Transaction> read() { return begin(Access::kRead); }
    void put(const Record& record, std::int64_t expected = 0) {
        auto transaction = begin(Access::kWrite);
        const Status status = transaction->put(kHousehold, record, expected);
        ASSERT_TRUE(status) << status.error().text.en;
        ASSERT_TRUE(transaction->commit());
    }
    // Heads of the households that a question finds, in its order.
    std::string heads(const Query& query, const Scope& scope = kNation) {
        const auto found = read()->find(kHousehold, query, scope);
        if (!found) return found.error().text.en;
        std::string out;
        for (const Record& record : *found)
            out += (out.empty() ? "" : " ") + std::string(text_or_empty(record.values[kHeadName]));
        return out;
    }
    std::string scanned(const When& when, const Scope& scope = kNation) {
        std::string out;
        const Status status =
            read()->scan(kHousehold, {kHeadName}, when, scope, [&](const Record& record) {
                out += (out.empty() ? "" : " ") + as_text(record.values[kHeadName]);
                return ok();
            });
        return status ? out : status.error().text.en;
    }

    std::unique_ptr<Store> store_;
    std::optional<test::Folder> folder_;
};

TEST_P(StoreTest, KeepsEveryKindOfValue) {
    Record record = household(1, kVillageA);
    record.values = {Value(kVillageA),
                     Value("0012"),
                     Value("欧阳·买买提"),
                     Value(std::int64_t{-3}),
                     Value(std::int64_t{1} << 60),
                     Value(false),
                     Value(std::int64_t{19000}),
                     Value(std::int64_t{2}),
                     Value(std::int64_t{5})};
    record.unread = "income=两千\n";
    put(record);
    const auto got = read()->get(kHousehold, record.id, kCounty);
    ASSERT_TRUE(got && *got);
    EXPECT_EQ((*got)->values, record.values);
    EXPECT_EQ((*got)->version, 1);
    EXPECT_EQ((*got)->holds_from, record.holds_from);
    EXPECT_EQ((*got)->recorded_ms, 1000);
    EXPECT_EQ((*got)->source, "test");
    EXPECT_EQ((*got)->unread, "income=两千\n");
    EXPECT_FALSE((*got)->retired);
}

TEST_P(StoreTest, KeepsUnknownAndReferencesAndEmptyText) {
    Record person;
    person.id = {5, 5};
    person.values = {Value(kVillageA), Value(Id{0xfedcba9876543210, 3}), Value(std::string()),
                     Value(), Value()};
    auto transaction = begin(Access::kWrite);
    ASSERT_TRUE(transaction->put(kPerson, person, 0));
    ASSERT_TRUE(transaction->commit());
    transaction.reset();
    const auto got = read()->get(kPerson, person.id, kNation);
    ASSERT_TRUE(got && *got);
    EXPECT_EQ((*got)->values, person.values);
}

TEST_P(StoreTest, RollsBackWhatIsNotCommitted) {
    {
        auto transaction = begin(Access::kWrite);
        ASSERT_TRUE(transaction->put(kHousehold, household(1, kVillageA), 0));
        ASSERT_TRUE(transaction->append({430424, 1, "body", {}}));
        ASSERT_TRUE(transaction->put_receipt({1, 1}, "done"));
        ASSERT_TRUE(transaction->put_setting("salt", "x"));
        EXPECT_EQ(*transaction->count(kHousehold, {}, kNation), 1);
    }
    auto transaction = read();
    EXPECT_EQ(*transaction->count(kHousehold, {}, kNation), 0);
    EXPECT_FALSE(transaction->head(430424)->has_value());
    EXPECT_FALSE(transaction->receipt({1, 1})->has_value());
    EXPECT_FALSE(transaction->setting("salt")->has_value());
}

TEST_P(StoreTest, RefusesAnotherVersionThanExpected) {
    put(household(1, kVillageA));
    auto transaction = begin(Access::kWrite);
    const Status twice = transaction->put(kHousehold, household(1, kVillageA), 0);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().kind, ErrorKind::kConflict);
    EXPECT_NE(twice.error().text.zh.find("第 1 版"), std::string::npos);
    EXPECT_EQ(transaction->put(kHousehold, household(1, kVillageA), 3).error().kind,
              ErrorKind::kConflict);
    EXPECT_EQ(transaction->put(kHousehold, household(2, kVillageA), 1).error().kind,
              ErrorKind::kConflict);
    // A conflict leaves the transaction usable.
    EXPECT_TRUE(transaction->put(kHousehold, household(1, kVillageA, "李四"), 1));
    EXPECT_TRUE(transaction->commit());
    transaction.reset();
    EXPECT_EQ(heads({}), "李四");
}

TEST_P(StoreTest, RefusesRowsThatAreNotOfTheRegister) {
    auto transaction = begin(Access::kWrite);
    Record short_row = household(1, kVillageA);
    short_row.values.pop_back();
    EXPECT_EQ(transaction->put(kHousehold, short_row, 0).error().kind, ErrorKind::kBug);
    Record wrong = household(1, kVillageA);
    wrong.values[kMembers] = std::string("three");
    const Status refused = transaction->put(kHousehold, wrong, 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "members");
}

TEST_P(StoreTest, ReadTransactionsDoNotWriteAndClosedOnesDoNothing) {
    EXPECT_EQ(read()->put(kHousehold, household(1, kVillageA), 0).error().kind, ErrorKind::kBug);
    auto transaction = begin(Access::kWrite);
    EXPECT_EQ(store_->begin(Access::kWrite).error().kind, ErrorKind::kBug);
    ASSERT_TRUE(transaction->commit());
    EXPECT_FALSE(transaction->put(kHousehold, household(1, kVillageA), 0));
    EXPECT_FALSE(transaction->commit());
    transaction.reset();
    EXPECT_TRUE(store_->begin(Access::kWrite));
}

TEST_P(StoreTest, ReadersSeeTheStateAtTheirBeginning) {
    put(household(1, kVillageA));
    auto reader = read();
    auto writer = begin(Access::kWrite);
    ASSERT_TRUE(writer->put(kHousehold, household(2, kVillageA), 0));
    EXPECT_EQ(*reader->count(kHousehold, {}, kNation), 1);
    ASSERT_TRUE(writer->commit());
    EXPECT_EQ(*reader->count(kHousehold, {}, kNation), 1);
    EXPECT_EQ(*read()->count(kHousehold, {}, kNation), 2);
}

TEST_P(StoreTest, ShowsOnlyWhatTheScopeCovers) {
    put(household(1, kVillageA, "甲"));
    put(household(2, kVillageB, "乙"));
    put(household(3, kOtherTown, "丙"));
    put(household(4, kOtherCounty, "丁"));
    Record nowhere = household(5, 0, "戊");
    nowhere.values[kVillage] = Value();
    put(nowhere);
    const struct {
        std::int64_t area;
        const char* seen;
    } kCases[] = {
        {0, "戊 甲 乙 丙 丁"},      {430000000000, "甲 乙 丙 丁"}, {430400000000, "甲 乙 丙 丁"},
        {430424000000, "甲 乙 丙"}, {430424100000, "甲 乙"},       {kVillageA, "甲"},
        {kOtherTown, "丙"},         {430426000000, "丁"},          {440000000000, ""}};
    for (const auto& c : kCases) {
        SCOPED_TRACE(c.area);
        EXPECT_EQ(heads({}, under(c.area)), c.seen);
        EXPECT_EQ(scanned({}, under(c.area)), c.seen);
        const Record first = household(1, kVillageA);
        const bool covers = std::string_view(c.seen).find("甲") != std::string_view::npos;
        EXPECT_EQ((*read()->get(kHousehold, first.id, under(c.area))).has_value(), covers);
        EXPECT_EQ(read()->history(kHousehold, first.id, under(c.area))->size(), covers ? 1u : 0u);
    }
    EXPECT_TRUE((*read()->get(kHousehold, nowhere.id, kNation)).has_value());
}

TEST_P(StoreTest, KeepsHistory) {
    put(household(1, kVillageA, "甲"));
    Record second = household(1, kVillageB, "乙");
    second.recorded_ms = 2000;
    second.source = "later";
    put(second, 1);
    const auto versions = read()->history(kHousehold, second.id, kCounty);
    ASSERT_TRUE(versions);
    ASSERT_EQ(versions->size(), 2u);
    EXPECT_EQ((*versions)[0].record.version, 1);
    EXPECT_EQ((*versions)[0].record.values[kHeadName], Value("甲"));
    EXPECT_EQ((*versions)[0].replaced_ms, 2000);
    EXPECT_EQ((*versions)[1].record.version, 2);
    EXPECT_EQ((*versions)[1].replaced_ms, 0);
    // Each version belongs to the area it lay in.
    EXPECT_EQ(read()->history(kHousehold, second.id, under(kVillageA))->size(), 1u);
}

TEST_P(StoreTest, ReadsAsRecordedAndAsHeld) {
    Record first = household(1, kVillageA, "v1");
    first.holds_from = {100};
    put(first);
    Record second = household(1, kVillageA, "v2");
    second.recorded_ms = 2000;
    second.holds_from = {200};
    put(second, 1);
    Record correction = household(1, kVillageA, "v3");  // of what held from day 150 on
    correction.recorded_ms = 3000;
    correction.holds_from = {150};
    put(correction, 2);
    const struct {
        When when;
        const char* seen;
    } kCases[] = {{{}, "v3"},
                  {{999, {}}, ""},
                  {{1000, {}}, "v1"},
                  {{2999, {}}, "v2"},
                  {{3000, {}}, "v3"},
                  {{{}, Date{99}}, ""},
                  {{{}, Date{149}}, "v1"},
                  {{{}, Date{199}}, "v3"},
                  {{{}, Date{250}}, "v3"},
                  {{2500, Date{199}}, "v1"},
                  {{2500, Date{200}}, "v2"}};
    for (const auto& c : kCases) {
        EXPECT_EQ(scanned(c.when), c.seen);
        Query query;
        query.when = c.when;
        EXPECT_EQ(heads(query), c.seen);
        EXPECT_EQ(*read()->count(kHousehold, query, kNation), *c.seen == 0 ? 0 : 1);
    }
}

TEST_P(StoreTest, LeavesOutRetiredRecords) {
    put(household(1, kVillageA, "甲"));
    Record gone = household(1, kVillageA, "甲");
    gone.retired = true;
    gone.recorded_ms = 2000;
    put(gone, 1);
    EXPECT_EQ(heads({}), "");
    EXPECT_EQ(scanned({}), "");
    EXPECT_EQ(scanned({1500, {}}), "甲");
    Query with_retired;
    with_retired.with_retired = true;
    EXPECT_EQ(heads(with_retired), "甲");
    const auto got = read()->get(kHousehold, gone.id, kCounty);
    ASSERT_TRUE(got && *got);
    EXPECT_TRUE((*got)->retired);
}

TEST_P(StoreTest, FindsTheLivingOneOfARecordThatMoved) {
    put(household(1, kVillageA, "甲"));
    Record left = household(1, kVillageA, "甲");
    left.retired = true;
    left.recorded_ms = 3000;
    put(left, 1);
    put(household(1, kOtherCounty, "甲"));
    const auto got = read()->get(kHousehold, left.id, kNation);
    ASSERT_TRUE(got && *got);
    EXPECT_EQ((*got)->values[kVillage], Value(kOtherCounty));
    EXPECT_TRUE((*read()->get(kHousehold, left.id, kCounty))->retired);
    EXPECT_EQ(read()->history(kHousehold, left.id, kNation)->size(), 3u);
}

TEST_P(StoreTest, FiltersOrdersAndPages) {
    const std::int64_t incomes[] = {300, 100, -200, 100};
    for (std::uint64_t i = 0; i < 4; ++i) {
        Record record = household(i + 1, kVillageA, std::string(1, static_cast<char>('a' + i)));
        record.values[kIncome] = incomes[i];
        record.values[kIsSafe] = i % 2 == 0;
        put(record);
    }
    put(household(9, kVillageA, "z"));  // income unknown
    const auto filtered = [&](Compare compare, Value value) {
        Query query;
        query.filters.push_back({kIncome, compare, std::move(value)});
        return heads(query);
    };
    EXPECT_EQ(filtered(Compare::kEqual, std::int64_t{100}), "b d");
    EXPECT_EQ(filtered(Compare::kLess, std::int64_t{100}), "c");
    EXPECT_EQ(filtered(Compare::kLessOrEqual, std::int64_t{100}), "b c d");
    EXPECT_EQ(filtered(Compare::kGreater, std::int64_t{100}), "a");
    EXPECT_EQ(filtered(Compare::kGreaterOrEqual, std::int64_t{100}), "a b d");
    EXPECT_EQ(filtered(Compare::kKnown, {}), "a b c d");
    EXPECT_EQ(filtered(Compare::kUnknown, {}), "z");
    EXPECT_EQ(filtered(Compare::kEqual, {}), "");
    Query query;
    query.order_by = kIncome;
    EXPECT_EQ(heads(query), "z c b d a");
    query.offset = 1;
    query.limit = 3;
    EXPECT_EQ(heads(query), "c b d");
    query.filters.push_back({kIsSafe, Compare::kEqual, Value(true)});
    query.offset = 0;
    EXPECT_EQ(heads(query), "c a");
    EXPECT_EQ(*read()->count(kHousehold, query, kNation), 2);
    query.filters.push_back({99, Compare::kKnown, {}});
    EXPECT_FALSE(read()->find(kHousehold, query, kNation));
    query.filters.back() = {kIncome, Compare::kEqual, Value("100")};
    EXPECT_FALSE(read()->count(kHousehold, query, kNation));
}

TEST_P(StoreTest, FindsByReference) {
    auto transaction = begin(Access::kWrite);
    for (std::uint64_t i = 0; i < 6; ++i) {
        Record person;
        person.id = {100 + i, 0};
        person.values = {Value(kVillageA), Value(Id{i % 2, 9}), Value("p"), Value(), Value()};
        ASSERT_TRUE(transaction->put(kPerson, person, 0));
    }
    Query query;
    query.filters.push_back({kPersonHousehold, Compare::kEqual, Value(Id{1, 9})});
    const auto found = transaction->find(kPerson, query, kCounty);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 3u);
    EXPECT_EQ((*found)[0].id, (Id{101, 0}));
}

TEST_P(StoreTest, ScanGivesOnlyTheColumnsAskedForInOrderOfId) {
    put(household(300, kVillageA, "c"));
    put(household(2, kVillageA, "a"));
    put(household(std::uint64_t{1} << 63, kVillageA, "d"));
    put(household(10, kVillageA, "b"));
    EXPECT_EQ(scanned({}), "a b c d");
    int records = 0;
    const Status scan =
        read()->scan(kHousehold, {kVillage}, {}, kNation, [&](const Record& record) -> Status {
            EXPECT_FALSE(is_known(record.values[kHeadName]));
            EXPECT_EQ(record.values[kVillage], Value(kVillageA));
            if (++records == 2) return failure(ErrorKind::kLimit, "够了", "enough");
            return ok();
        });
    ASSERT_FALSE(scan);
    EXPECT_EQ(scan.error().text.en, "enough");
    EXPECT_EQ(records, 2);
    EXPECT_FALSE(read()->scan(kHousehold, {99}, {}, kNation, [](const Record&) { return ok(); }));
}

TEST_P(StoreTest, AnswersWithinASinkOfTheSameQuestion) {
    put(household(1, kVillageA, "a"));
    put(household(2, kVillageA, "b"));
    auto reader = read();
    std::string seen;
    const auto outer = [&](const Record& record) {
        seen += as_text(record.values[kHeadName]);
        return reader->scan(kHousehold, {}, {}, kNation, [&](const Record& inner) {
            seen += as_text(inner.values[kHeadName]);
            return ok();
        });
    };
    ASSERT_TRUE(reader->scan(kHousehold, {}, {}, kNation, outer));
    EXPECT_EQ(seen, "aabbab");
}

TEST_P(StoreTest, FindsWhatASourceSaid) {
    put(household(1, kVillageA, "only"));
    Record other = household(2, kVillageA, "overwritten");
    put(other);
    other.source = "later";
    put(other, 1);
    Record foreign = household(3, kVillageA, "foreign");
    foreign.source = "later";
    put(foreign);
    std::string seen;
    const auto note = [&](const Record& record) {
        seen += as_text(record.values[kHeadName]) + ":" + record.source + " ";
        return ok();
    };
    ASSERT_TRUE(read()->said_by(kHousehold, "test", kCounty, note));
    EXPECT_EQ(seen, "only:test overwritten:later ");
}

TEST_P(StoreTest, KeepsChainsReceiptsAndSettings) {
    auto transaction = begin(Access::kWrite);
    Digest hash{};
    hash[0] = 1;
    hash[31] = 255;
    for (std::int64_t i = 1; i <= 3; ++i)
        ASSERT_TRUE(transaction->append({430424, i, std::string("b\0y", 3), hash}));
    ASSERT_TRUE(transaction->append({430426, 1, "other", hash}));
    ASSERT_TRUE(transaction->put_receipt({1, 2}, std::string("a\0b", 3)));
    ASSERT_TRUE(transaction->put_setting("salt", "one"));
    ASSERT_TRUE(transaction->put_setting("salt", "two"));
    ASSERT_TRUE(transaction->commit());
    transaction = read();
    EXPECT_EQ(*transaction->chains(), (std::vector<std::int64_t>{430424, 430426}));
    const auto head = transaction->head(430424);
    ASSERT_TRUE(head && *head);
    EXPECT_EQ((*head)->sequence, 3);
    EXPECT_EQ((*head)->body, std::string("b\0y", 3));
    EXPECT_EQ((*head)->hash, hash);
    std::vector<std::int64_t> sequences;
    ASSERT_TRUE(transaction->links(430424, 2, [&](const AuditLink& link) {
        sequences.push_back(link.sequence);
        return ok();
    }));
    EXPECT_EQ(sequences, (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(**transaction->receipt({1, 2}), std::string("a\0b", 3));
    EXPECT_FALSE(transaction->receipt({2, 1})->has_value());
    EXPECT_EQ(**transaction->setting("salt"), "two");
}

INSTANTIATE_TEST_SUITE_P(Engines, StoreTest,
                         ::testing::Values(Engine{"memory", false}, Engine{"sqlite", true}),
                         [](const auto& engine) { return std::string(engine.param.name); });

}  // namespace
}  // namespace tz
