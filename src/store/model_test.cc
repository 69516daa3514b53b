// Random work on both stores and on a plain model that could not be simpler: all three must say
// the same at every step.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "store/memory/memory_store.h"
#include "store/sqlite/sqlite_store.h"
#include "store/test_folder.h"
#include "store/test_registers.h"

namespace tz {
namespace {

using test::kHousehold;

constexpr std::size_t kVillage = at(kHousehold, "village");
constexpr std::size_t kHeadName = at(kHousehold, "head_name");
constexpr std::size_t kMembers = at(kHousehold, "members");

// Small ranges, so that records meet each other.
struct Put {
    std::uint64_t id = 0;
    int village = 0;
    std::int64_t members = 0;  // 0: unknown
    std::int64_t holds_from = 0;
    bool retired = false;
    std::int64_t behind = 0;  // how far the expected version is from the true one
};

rc::Gen<Put> any_put() {
    using rc::gen::inRange;
    return rc::gen::build<Put>(
        rc::gen::set(&Put::id, inRange<std::uint64_t>(1, 5)),
        rc::gen::set(&Put::village, inRange(0, 4)),
        rc::gen::set(&Put::members, inRange<std::int64_t>(0, 4)),
        rc::gen::set(&Put::holds_from, inRange<std::int64_t>(0, 10)),
        rc::gen::set(&Put::retired, rc::gen::weightedElement<bool>({{4, false}, {1, true}})),
        rc::gen::set(&Put::behind, rc::gen::weightedElement<std::int64_t>({{6, 0}, {1, 1}})));
}

constexpr std::int64_t kVillages[] = {430424100001, 430424100002, 430424200001, 430426100001};

Record record_of(const Put& put, std::int64_t recorded_ms) {
    Record record;
    record.id = {put.id, 1};
    record.holds_from = {static_cast<std::int32_t>(put.holds_from)};
    record.recorded_ms = recorded_ms;
    record.source = put.members % 2 == 0 ? "even" : "odd";
    record.retired = put.retired;
    record.values.resize(kHousehold.fields.size());
    record.values[kVillage] = kVillages[put.village];
    record.values[kHeadName] = std::to_string(recorded_ms);
    if (put.members != 0) record.values[kMembers] = put.members;
    return record;
}

// Every version of every record, in the order in which they were put.
using Model = std::map<std::pair<std::int64_t, Id>, std::vector<Record>>;

std::string line(const Record& record) {
    return to_string(record.id).substr(12, 4) + " v" + std::to_string(record.version) + " " +
           as_text(record.values[kHeadName]) + (record.retired ? " retired" : "") + "\n";
}

std::string expected_scan(const Model& model, const Query& query, const Scope& scope) {
    std::string out;
    for (const auto& [key, versions] : model) {
        const Record* seen = nullptr;
        for (const Record& record : versions)
            if ((!query.when.recorded_ms || record.recorded_ms <= *query.when.recorded_ms) &&
                (!query.when.held_on || record.holds_from <= *query.when.held_on))
                seen = &record;
        if (seen == nullptr || (seen->retired && !query.with_retired)) continue;
        if (!scope.covers(division_of(kHousehold, seen->values))) continue;
        const Value& members = seen->values[kMembers];
        const bool passes = query.filters.empty() || (is_known(members) && as_int(members) >= 2);
        if (passes) out += line(*seen);
    }
    return out;
}

std::unique_ptr<Transaction> begin(Store& store, Access access) {
    auto transaction = store.begin(access);
    RC_ASSERT(transaction.has_value());
    return std::move(*transaction);
}

std::string found(Transaction& transaction, const Query& query, const Scope& scope) {
    std::string out;
    const auto records = transaction.find(kHousehold, query, scope);
    RC_ASSERT(records.has_value());
    for (const Record& record : *records) out += line(record);
    return out;
}

std::string history_of(Transaction& transaction, Id id, const Scope& scope) {
    std::string out;
    const auto versions = transaction.history(kHousehold, id, scope);
    RC_ASSERT(versions.has_value());
    for (const Version& version : *versions)
        out += line(version.record) + std::to_string(version.replaced_ms) + "\n";
    return out;
}

std::string said_by(Transaction& transaction, std::string_view source, const Scope& scope) {
    std::string out;
    RC_ASSERT(transaction
                  .said_by(kHousehold, source, scope,
                           [&](const Record& record) {
                               out += line(record);
                               return ok();
                           })
                  .has_value());
    return out;
}

class Work {
  public:
    Work(std::vector<std::unique_ptr<Store>> stores) : stores_(std::move(stores)) {}

    // Some puts in one transaction, committed or not.
    void run(const std::vector<Put>& puts, bool commits) {
        Model next = model_;
        std::vector<std::unique_ptr<Transaction>> transactions;
        for (auto& store : stores_) transactions.push_back(begin(*store, Access::kWrite));
        for (const Put& put : puts) apply(put, transactions, next);
        for (auto& transaction : transactions)
            if (commits) RC_ASSERT(transaction->commit().has_value());
        if (commits) model_ = std::move(next);
    }

    void compare(const Query& query, const Scope& scope) {
        for (auto& store : stores_) {
            const auto transaction = begin(*store, Access::kRead);
            RC_ASSERT(found(*transaction, query, scope) == expected_scan(model_, query, scope));
        }
        const auto first = begin(*stores_[0], Access::kRead);
        const auto second = begin(*stores_[1], Access::kRead);
        for (std::uint64_t id = 1; id < 5; ++id) {
            RC_ASSERT(history_of(*first, {id, 1}, scope) == history_of(*second, {id, 1}, scope));
            const auto one = *first->get(kHousehold, {id, 1}, scope);
            const auto other = *second->get(kHousehold, {id, 1}, scope);
            RC_ASSERT(one.has_value() == other.has_value());
            if (one) RC_ASSERT(line(*one) == line(*other));
        }
        RC_ASSERT(said_by(*first, "odd", scope) == said_by(*second, "odd", scope));
        RC_ASSERT(*first->count(kHousehold, query, scope) ==
                  *second->count(kHousehold, query, scope));
    }
    std::int64_t now() const { return now_; }

  private:
    void apply(const Put& put, std::vector<std::unique_ptr<Transaction>>& transactions,
               Model& next) {
        Record record = record_of(put, ++now_);
        auto& versions = next[{county_key({kVillages[put.village]}), record.id}];
        const auto version = static_cast<std::int64_t>(versions.size());
        const std::int64_t expected = version - put.behind;
        for (auto& transaction : transactions) {
            const Status done = transaction->put(kHousehold, record, expected);
            RC_ASSERT(done.has_value() == (put.behind == 0));
            if (!done) RC_ASSERT(done.error().kind == ErrorKind::kConflict);
        }
        if (put.behind != 0) return;
        record.version = version + 1;
        versions.push_back(record);
    }

    std::vector<std::unique_ptr<Store>> stores_;
    Model model_;
    std::int64_t now_ = 0;
};

std::optional<std::int64_t> maybe(std::int64_t end) {
    const auto number = *rc::gen::inRange<std::int64_t>(-end, end + 1);
    return number < 0 ? std::nullopt : std::optional(number);
}

void compare_once(Work& work) {
    Query query;
    query.with_retired = *rc::gen::arbitrary<bool>();
    query.when.recorded_ms = maybe(work.now());
    if (const auto day = maybe(10)) query.when.held_on = Date{static_cast<std::int32_t>(*day)};
    if (*rc::gen::arbitrary<bool>())
        query.filters.push_back({kMembers, Compare::kGreaterOrEqual, Value(std::int64_t{2})});
    const auto area = *rc::gen::element<std::int64_t>(0, 430400000000, 430424000000, 430424100000,
                                                      430424100001, 430426000000);
    work.compare(query, Scope::of({area}));
}

TEST(StoreModel, BothStoresSayWhatTheModelSays) {
    const test::Folder folder("model");
    int number = 0;
    const bool holds = rc::check("random puts, questions and roll-backs", [&] {
        std::vector<std::unique_ptr<Store>> stores;
        stores.push_back(make_memory_store());
        auto sqlite = open_sqlite(folder.file(std::to_string(++number) + ".db"));
        RC_ASSERT(sqlite.has_value());
        stores.push_back(std::move(*sqlite));
        for (auto& store : stores) RC_ASSERT(store->migrate(test::kRegisters).has_value());
        Work work(std::move(stores));
        const int rounds = *rc::gen::inRange(1, 6);
        for (int i = 0; i < rounds; ++i) {
            const bool commits = *rc::gen::weightedElement<bool>({{4, true}, {1, false}});
            work.run(*rc::gen::container<std::vector<Put>>(any_put()), commits);
            for (int question = 0; question < 4; ++question) compare_once(work);
        }
    });
    EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace tz
