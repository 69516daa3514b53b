// What only a file can do: be held by another program, be full, be read-only, be something else,
// be damaged, be from tomorrow, be copied, and get new columns.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "store/sql.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/sqlite_store.h"
#include "store/test_folder.h"
#include "store/test_registers.h"

namespace tz {
namespace {

namespace fs = std::filesystem;

Record household(std::uint64_t number, std::string_view head = "张三") {
    Record record;
    record.id = {number, 7};
    record.source = "test";
    record.values.resize(test::kHousehold.fields.size());
    record.values[at(test::kHousehold, "village")] = std::int64_t{430424100001};
    record.values[at(test::kHousehold, "number")] = std::to_string(number);
    record.values[at(test::kHousehold, "head_name")] = std::string(head);
    return record;
}

class SqliteTest : public ::testing::Test {
  protected:
    std::unique_ptr<Store> open(SqliteOptions options = {}) {
        auto store = open_sqlite(path_, options);
        if (!store) ADD_FAILURE() << store.error().text.en;
        const Status migrated = (*store)->migrate(test::kRegisters);
        if (!migrated) ADD_FAILURE() << migrated.error().text.en;
        return std::move(*store);
    }
    Error refusal(SqliteOptions options = {}) {
        auto store = open_sqlite(path_, options);
        EXPECT_FALSE(store);
        return store ? Error{} : store.error();
    }
    static Status put(Store& store, const Record& record) {
        ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kWrite));
        RETURN_IF_ERROR(transaction->put(test::kHousehold, record, 0));
        return transaction->commit();
    }
    static std::int64_t households(Store& store) {
        const auto transaction = store.begin(Access::kRead);
        return *(*transaction)->count(test::kHousehold, {}, Scope::everything("tests count all"));
    }
    void run(const std::string& sql) const {
        auto connection = Connection::open(path_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        ASSERT_TRUE(connection);
        const Status done = (*connection)->execute(sql);
        ASSERT_TRUE(done) << done.error().text.en;
    }
    void write_file(const std::string& bytes) const { std::ofstream(path_) << bytes; }

    test::Folder folder_{"sqlite"};
    std::string path_ = folder_.file("county.db");
};

bool says(const Error& error, std::string_view zh, std::string_view en) {
    return error.text.zh.find(zh) != std::string::npos &&
           error.text.en.find(en) != std::string::npos;
}

TEST_F(SqliteTest, NamesTheOtherProgramThatIsWriting) {
    auto store = open({.wait_ms = 50});
    ASSERT_TRUE(put(*store, household(1)));
    store.reset();
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t other = fork();
    if (other == 0) {
        auto held = open();
        const auto transaction = held->begin(Access::kWrite);
        if (write(ready[1], "x", 1) != 1) _exit(1);
        pause();
    }
    close(ready[1]);  // so that a child that dies early is noticed
    char byte = 0;
    ASSERT_EQ(read(ready[0], &byte, 1), 1);
    store = open({.wait_ms = 50});
    EXPECT_EQ(households(*store), 1);  // reading goes on
    const auto refused = store->begin(Access::kWrite);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::kUnavailable);
    EXPECT_TRUE(says(refused.error(), "正被另一个程序写入", "try again"));
    EXPECT_TRUE(says(refused.error(), std::to_string(other), std::to_string(other)))
        << refused.error().text.en;
    kill(other, SIGKILL);
    waitpid(other, nullptr, 0);
    EXPECT_TRUE(put(*store, household(2)));
}

TEST_F(SqliteTest, AFullDiskLosesNothingThatWasCommitted) {
    auto store = open({.max_bytes = 60 * 8192});
    std::int64_t kept = 0;
    Status status = ok();
    const std::string long_name(3000, 'x');
    while ((status = put(*store, household(static_cast<std::uint64_t>(kept) + 1, long_name))))
        ASSERT_LT(++kept, 1000);
    EXPECT_EQ(status.error().kind, ErrorKind::kUnavailable);
    EXPECT_TRUE(says(status.error(), "磁盘已满", "disk is full"));
    EXPECT_GT(kept, 10);
    EXPECT_EQ(households(*store), kept);
    store.reset();
    store = open();  // with room again it goes on
    EXPECT_EQ(households(*store), kept);
    EXPECT_TRUE(put(*store, household(5000)));
}

TEST_F(SqliteTest, AReadOnlyFileSaysSo) {
    open().reset();
    // The one who may write everything is not stopped by permissions; an immutable copy stops all.
    auto connection =
        Connection::open("file:" + path_ + "?immutable=1", SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI);
    ASSERT_TRUE(connection);
    const Status refused = (*connection)->execute("DELETE FROM household");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::kUnavailable);
    EXPECT_TRUE(says(refused.error(), "只读", "read-only"));
}

TEST_F(SqliteTest, RefusesWhatIsNotItsDatabase) {
    write_file(std::string(5000, 'x'));
    EXPECT_TRUE(says(refusal(), "不是台账数据库", "not a Taizhang database"));
    fs::remove(path_);
    run("CREATE TABLE songs (title TEXT)");
    EXPECT_TRUE(says(refusal(), "不是台账数据库", "not a Taizhang database"));
    fs::remove(path_);
    EXPECT_EQ(refusal({.create = false}).kind, ErrorKind::kNotFound);
    EXPECT_FALSE(fs::exists(path_));
    path_ = folder_.file("no such folder/county.db");
    EXPECT_TRUE(says(refusal(), "打不开数据库", "can not be opened"));
    path_ = folder_.path().string();
    EXPECT_EQ(refusal().kind, ErrorKind::kNotFound);
}

TEST_F(SqliteTest, RefusesADatabaseOfANewerProgram) {
    open().reset();
    run("PRAGMA user_version=99");
    const Error error = refusal();
    EXPECT_EQ(error.kind, ErrorKind::kPrecondition);
    EXPECT_TRUE(says(error, "格式 99", "format 99"));
}

TEST_F(SqliteTest, SaysThatAFileIsDamaged) {
    auto store = open();
    auto writing = store->begin(Access::kWrite);
    for (std::uint64_t i = 1; i < 2000; ++i)
        ASSERT_TRUE((*writing)->put(test::kHousehold, household(i), 0));
    ASSERT_TRUE((*writing)->commit());
    writing->reset();
    store.reset();
    {
        std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
        for (int page = 3; page < 60; ++page) {
            file.seekp(page * 8192);
            file << std::string(4000, '\xee');
        }
    }
    auto opened = open_sqlite(path_);
    Status status = ok();
    if (opened) {
        auto transaction = (*opened)->begin(Access::kRead);
        status = transaction
                     ? (*transaction)
                           ->scan(test::kHousehold, {}, {}, Scope::everything("tests read all"),
                                  [](const Record&) { return ok(); })
                     : Status(transaction.error());
    } else {
        status = opened.error();
    }
    ASSERT_FALSE(status);
    EXPECT_TRUE(says(status.error(), "已损坏", "damaged")) << status.error().text.en;
}

TEST_F(SqliteTest, CopiesADatabaseInUseAndNeverOverwrites) {
    auto store = open();
    ASSERT_TRUE(put(*store, household(1)));
    const auto writing = store->begin(Access::kWrite);
    ASSERT_TRUE((*writing)->put(test::kHousehold, household(2), 0));
    const std::string backup = folder_.file("backup.db");
    const Status copied = copy_sqlite(path_, backup);
    ASSERT_TRUE(copied) << copied.error().text.en;
    const Status again = copy_sqlite(path_, backup);
    ASSERT_FALSE(again);
    EXPECT_TRUE(says(again.error(), "不会覆盖", "not overwritten"));
    path_ = backup;
    EXPECT_EQ(households(*open()), 1);
    write_file("not a database, but long enough to have a header, or so one might think at first");
    EXPECT_FALSE(copy_sqlite(path_, folder_.file("third.db")));
    EXPECT_FALSE(fs::exists(folder_.file("third.db")));
    EXPECT_FALSE(fs::exists(folder_.file("third.db.part")));
}

constexpr std::array<Field, 3> kOldFields = {division("village", "行政村").scope(),
                                             text("number", "户编号"), text("gone", "旧字段")};
constexpr Entity kOldHousehold{.name = "household", .label = "户", .fields = kOldFields};
constexpr std::array<const Entity*, 1> kOldRegisters = {&kOldHousehold};
constexpr std::array<Field, 2> kOtherFields = {division("village", "行政村").scope(),
                                               number("number", "户编号")};
constexpr Entity kOtherHousehold{.name = "household", .label = "户", .fields = kOtherFields};
constexpr std::array<const Entity*, 1> kOtherRegisters = {&kOtherHousehold};
constexpr std::array<Field, 1> kReservedFields = {text("_county", "县")};
constexpr Entity kReserved{.name = "reserved", .label = "保留", .fields = kReservedFields};
constexpr std::array<const Entity*, 1> kReservedRegisters = {&kReserved};

TEST_F(SqliteTest, AddsTablesAndColumnsAndKeepsWhatIsThere) {
    {
        auto store = open_sqlite(path_);
        ASSERT_TRUE(store && (*store)->migrate(kOldRegisters));
        Record old;
        old.id = {1, 1};
        old.values = {Value(std::int64_t{430424100001}), Value("0001"), Value("旧值")};
        auto transaction = (*store)->begin(Access::kWrite);
        ASSERT_TRUE((*transaction)->put(kOldHousehold, old, 0));
        ASSERT_TRUE((*transaction)->put(kOldHousehold, old, 1));
        ASSERT_TRUE((*transaction)->commit());
    }
    auto store = open();
    auto transaction = store->begin(Access::kWrite);
    auto record = (*transaction)->get(test::kHousehold, {1, 1}, Scope::of({430424000000}));
    ASSERT_TRUE(record && *record);
    EXPECT_EQ((*record)->values[at(test::kHousehold, "number")], Value("0001"));
    EXPECT_FALSE(is_known((*record)->values[at(test::kHousehold, "members")]));
    (*record)->values[at(test::kHousehold, "members")] = std::int64_t{4};
    ASSERT_TRUE((*transaction)->put(test::kHousehold, **record, 2));
    ASSERT_TRUE((*transaction)->commit());
    transaction->reset();
    EXPECT_TRUE(store->migrate(test::kRegisters));  // nothing to do
    EXPECT_EQ((*store->begin(Access::kRead).value())
                  .history(test::kHousehold, {1, 1}, Scope::of({430424000000}))
                  ->size(),
              3u);
    const Status changed = store->migrate(kOtherRegisters);
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().field, "number");
    EXPECT_FALSE(store->migrate(kReservedRegisters));
}

// The questions every page asks must not walk a whole county.
TEST_F(SqliteTest, UsesIndexes) {
    open().reset();
    auto connection = Connection::open(path_, SQLITE_OPEN_READWRITE);
    ASSERT_TRUE(connection);
    const auto plan = [&](const SqlText& sql) {
        auto rows = (*connection)->prepare("EXPLAIN QUERY PLAN " + sql.text);
        std::string out;
        while (rows && *rows->step()) out += std::string(rows->bytes(3)) + "\n";
        return out;
    };
    const Scope county = Scope::of({430424000000}), town = Scope::of({430424100000}),
                city = Scope::of({430400000000});
    Query by_household;
    by_household.filters.push_back(
        {at(test::kPerson, "household"), Compare::kEqual, Value(Id{1, 2})});
    for (const Scope& scope : {county, town, city})
        EXPECT_NE(plan(find_sql(test::kPerson, by_household, scope)).find("person_by_household"),
                  std::string::npos);
    EXPECT_NE(plan(find_sql(test::kPerson, {}, town)).find("person_by_village"), std::string::npos);
    for (const Scope& scope : {county, town, city}) {
        const std::string get = plan(get_sql(test::kPerson, {1, 2}, scope));
        EXPECT_NE(get.find("_county=? AND _id=?"), std::string::npos) << get;
    }
    const std::string scan = plan(scan_sql(test::kPerson, {}, {}, city));
    EXPECT_EQ(scan.find("TEMP B-TREE"), std::string::npos) << scan;
}

}  // namespace
}  // namespace tz
