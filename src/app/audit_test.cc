// Whoever changes a database behind the program's back is found, and where.
#include "app/audit.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdio>
#include <set>

#include "app/flow_test.h"
#include "store/sqlite/sqlite_store.h"
#include "store/test_folder.h"

namespace tz {
namespace {

constexpr const char* kStory =
    "at 2023-01-10\n"
    "as county@430424000000\n"
    "do household.put H1 number=0001 village=430424100001 head_name=张三 -> added 1\n"
    "do household.put H2 number=0002 village=430424100001 head_name=李四 -> added 1\n"
    "do household.put H1 members=3 -> changed 2\n"
    "do person.put P1 village=430424100001 household=H1 name=王五 -> added 1\n"
    "do household.put H3 number=0003 village=430424100001 -> added 1\n"
    "do household.retire H3 -> retired 2\n"
    "do household.put H1 members=4 -> changed 3\n"
    "check audit -> 7 links\n";

class AuditTest : public ::testing::Test {
  protected:
    void SetUp() override {
        auto store = open_sqlite(path_);
        ASSERT_TRUE(store);
        ASSERT_TRUE((*store)->migrate(test::kRegisters));
        ASSERT_EQ(test::Flow(**store).run(kStory), "");
    }
    void TearDown() override {
        for (const char* ending : {"", "-wal", "-shm"}) std::remove((path_ + ending).c_str());
    }

    // Runs SQL that the program never would.
    void tamper(const std::string& sql) {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(path_.c_str(), &database), SQLITE_OK);
        char* message = nullptr;
        EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK)
            << message;
        EXPECT_GT(sqlite3_total_changes(database), 0) << "this changed nothing: " << sql;
        sqlite3_close(database);
    }

    std::vector<AuditFault> faults() {
        std::vector<AuditFault> found;
        auto store = open_sqlite(path_);
        EXPECT_TRUE(store);
        const auto summary =
            verify_audit(**store, test::kRegisters, Scope::of(Division{430424000000}),
                         [&](const AuditFault& fault) { found.push_back(fault); });
        EXPECT_TRUE(summary && summary->faults == static_cast<std::int64_t>(found.size()));
        return found;
    }

    test::Folder folder_{"audit"};
    std::string path_ = folder_.file("county.db");
};

std::string hex(const char* label) { return "x'" + to_string(derive_id("flow", label)) + "'"; }

struct Tampering {
    const char* name = "";
    std::string sql{};
    FaultKind kind = FaultKind::kHash;
    std::int64_t sequence = 0;  // the link that is named; 0: none
    const char* record = "";    // label of the record that is named
};

const Tampering kTamperings[] = {
    {"changed value", "UPDATE household SET members = 9 WHERE _id = " + hex("H1"),
     FaultKind::kRecord, 7, "H1"},
    {"changed source", "UPDATE household SET _source = 'x' WHERE _id = " + hex("H2"),
     FaultKind::kRecord, 2, "H2"},
    {"changed date", "UPDATE person SET _holds_from = _holds_from + 1", FaultKind::kRecord, 4,
     "P1"},
    {"brought back", "UPDATE household SET _retired = 0 WHERE _id = " + hex("H3"),
     FaultKind::kRecord, 6, "H3"},
    {"removed record", "DELETE FROM household WHERE _id = " + hex("H2"), FaultKind::kLost, 2, "H2"},
    {"removed retired record", "DELETE FROM household WHERE _id = " + hex("H3"), FaultKind::kLost,
     6, "H3"},
    {"inserted record",
     "INSERT INTO person SELECT _county, " + hex("P9") +
         ", _version, _holds_from, _recorded_ms, _source, _retired, _unread, village, household, "
         "name, "
         "since, land FROM person",
     FaultKind::kUnrecorded, 0, "P9"},
    {"changed history", "UPDATE household_history SET members = 9 WHERE _version = 2",
     FaultKind::kHistory, 0, "H1"},
    {"removed history", "DELETE FROM household_history WHERE _version = 2", FaultKind::kHistory, 0,
     "H1"},
    {"overwritten link", "UPDATE tz_audit SET body = zeroblob(20) WHERE sequence = 2",
     FaultKind::kUnreadable, 2, ""},
    {"changed hash", "UPDATE tz_audit SET hash = zeroblob(32) WHERE sequence = 5", FaultKind::kHash,
     5, ""},
    {"removed link", "DELETE FROM tz_audit WHERE sequence = 4", FaultKind::kSequence, 5, ""},
    {"removed last link", "DELETE FROM tz_audit WHERE sequence = 7", FaultKind::kRecord, 3, "H1"},
    {"removed first link", "DELETE FROM tz_audit WHERE sequence = 1", FaultKind::kSequence, 2, ""},
    {"renumbered links", "UPDATE tz_audit SET sequence = sequence + 1 WHERE sequence = 7",
     FaultKind::kSequence, 8, ""},
    {"exchanged links",
     "CREATE TEMP TABLE kept AS SELECT sequence, body, hash FROM tz_audit; UPDATE tz_audit SET "
     "(body, hash) = (SELECT body, hash FROM kept WHERE kept.sequence = 6 - tz_audit.sequence + 5) "
     "WHERE sequence IN (5, 6)",
     FaultKind::kSequence, 5, ""},
};

TEST_F(AuditTest, FindsEveryTampering) {
    for (const Tampering& tampering : kTamperings) {
        SCOPED_TRACE(tampering.name);
        TearDown();
        SetUp();
        ASSERT_TRUE(faults().empty());
        tamper(tampering.sql);
        const std::vector<AuditFault> found = faults();
        const auto named = [&](const AuditFault& fault) {
            const bool is_record =
                *tampering.record == 0 || fault.id == derive_id("flow", tampering.record);
            return fault.kind == tampering.kind && fault.sequence == tampering.sequence &&
                   is_record && fault.county == 430424;
        };
        EXPECT_TRUE(std::any_of(found.begin(), found.end(), named));
        for (const AuditFault& fault : found)
            EXPECT_FALSE(fault.text.zh.empty() || fault.text.en.empty());
    }
}

// Who can compute hashes can rewrite a link, but not without changing what follows.
TEST_F(AuditTest, FindsALinkThatWasForgedWithItsHash) {
    AuditLink first, second;
    {
        auto store = open_sqlite(path_);
        auto transaction = (*store)->begin(Access::kRead);
        ASSERT_TRUE((*transaction)->links(430424, 1, [&](const AuditLink& link) {
            if (link.sequence == 1) first = link;
            if (link.sequence == 2) second = link;
            return ok();
        }));
    }
    AuditEntry entry = *parse_audit(second.body);
    entry.actor = "somebody else";
    const std::string body = encode_audit(entry);
    const Digest hash = link_hash(first.hash, body, DigestKind::kSha256);
    std::string body_hex;
    for (const char c : body) body_hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
    tamper(fmt::format("UPDATE tz_audit SET body = x'{}' WHERE sequence = 2", body_hex));
    const std::vector<AuditFault> clumsy = faults();
    ASSERT_EQ(clumsy.size(), 1u);
    EXPECT_EQ(clumsy[0].kind, FaultKind::kHash);
    EXPECT_EQ(clumsy[0].sequence, 2);
    tamper(fmt::format("UPDATE tz_audit SET hash = x'{}' WHERE sequence = 2", to_hex(hash)));
    const std::vector<AuditFault> found = faults();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, FaultKind::kHash);
    EXPECT_EQ(found[0].sequence, 3);
}

TEST_F(AuditTest, IsMadeWithSm3WhenAsked) {
    TearDown();
    auto store = open_sqlite(path_);
    ASSERT_TRUE(store && (*store)->migrate(test::kRegisters));
    ASSERT_TRUE(choose_digest(**store, DigestKind::kSm3));
    ASSERT_EQ(test::Flow(**store).run(kStory), "");
    EXPECT_TRUE(choose_digest(**store, DigestKind::kSm3));
    const Status other = choose_digest(**store, DigestKind::kSha256);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().kind, ErrorKind::kPrecondition);
    AuditLink first;
    auto transaction = (*store)->begin(Access::kRead);
    ASSERT_TRUE((*transaction)->links(430424, 1, [&](const AuditLink& link) {
        if (link.sequence == 1) first = link;
        return ok();
    }));
    EXPECT_EQ(first.hash,
              link_hash(first_hash(430424, DigestKind::kSm3), first.body, DigestKind::kSm3));
    EXPECT_TRUE(faults().empty());
    tamper("UPDATE household SET members = 9 WHERE number = '0001'");
    EXPECT_EQ(faults().size(), 1u);
}

TEST_F(AuditTest, IsFollowedFromAPlaceOnwards) {
    auto store = open_sqlite(path_);
    ASSERT_TRUE(store);
    const auto told = [&](std::int64_t from, std::int64_t county) {
        std::string out;
        const Status status = follow_audit(
            **store, Scope::of(Division{county}), from, [&](std::int64_t, const AuditEntry& entry) {
                out +=
                    fmt::format("{} {} {}\n", entry.sequence, entry.command, entry.version_after);
                return ok();
            });
        return status ? out : status.error().text.en;
    };
    EXPECT_EQ(told(5, 430424000000),
              "5 household.put 1\n6 household.retire 2\n7 household.put 3\n");
    EXPECT_EQ(told(8, 430424000000), "");
    EXPECT_EQ(told(1, 440100000000), "");
    tamper("UPDATE tz_audit SET body = x'00' WHERE sequence = 6");
    EXPECT_NE(told(5, 430424000000).find("link 6 of chain 430424"), std::string::npos);
}

TEST(AuditEntry, IsReadBackAndNothingElseIs) {
    AuditEntry entry;
    entry.sequence = 3;
    entry.time_ms = 1;
    entry.actor = "county@430424";
    entry.command = "person.put";
    entry.register_name = "person";
    entry.id = {1, 2};
    entry.version_before = 1;
    entry.version_after = 2;
    entry.digest_before = digest("a");
    entry.digest_after = digest("b");
    entry.evidence = "photo 1\nphoto 2";
    const std::string body = encode_audit(entry);
    const auto read = parse_audit(body);
    ASSERT_TRUE(read);
    EXPECT_EQ(encode_audit(*read), body);
    EXPECT_EQ(read->evidence, entry.evidence);
    EXPECT_EQ(read->digest_before, entry.digest_before);
    for (std::size_t size = 0; size < body.size(); ++size)
        EXPECT_FALSE(parse_audit(std::string_view(body).substr(0, size)));
    EXPECT_FALSE(parse_audit(body + "x"));
}

TEST(AuditDigest, DependsOnEverythingARecordSays) {
    Record record;
    record.values.resize(test::kHousehold.fields.size());
    record.version = 1;
    const Digest base = record_digest({"salt"}, test::kHousehold, record);
    std::set<std::string> seen{to_hex(base)};
    const auto expect_other = [&](auto change, const AuditKey& key = {"salt"}) {
        Record other = record;
        change(other);
        EXPECT_TRUE(seen.insert(to_hex(record_digest(key, test::kHousehold, other))).second);
    };
    expect_other([](Record&) {}, {"other salt"});
    expect_other([](Record&) {}, {"salt", DigestKind::kSm3});
    expect_other([](Record& r) { r.version = 2; });
    expect_other([](Record& r) { r.holds_from = {1}; });
    expect_other([](Record& r) { r.recorded_ms = 1; });
    expect_other([](Record& r) { r.source = "x"; });
    expect_other([](Record& r) { r.retired = true; });
    expect_other([](Record& r) { r.unread = "income=x\n"; });
    expect_other([](Record& r) { r.values[at(test::kHousehold, "number")] = std::string(); });
    expect_other([](Record& r) { r.values[at(test::kHousehold, "head_name")] = std::string(); });
    expect_other([](Record& r) { r.values[at(test::kHousehold, "is_safe")] = false; });
    expect_other([](Record& r) { r.values[at(test::kHousehold, "members")] = std::int64_t{0}; });
}

}  // namespace
}  // namespace tz
