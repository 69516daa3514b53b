// A desk for the tests of this folder: a store in memory, a clock that stands still, a made-up
// county. Used by tests only, by one thread.
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "app/execute.h"
#include "app/import/import.h"
#include "domain/catalog.h"
#include "store/memory/memory_store.h"

namespace tz::test {

class StillClock : public Clock {
  public:
    std::int64_t now_ms() override { return ++ticks_ + std::int64_t{20'000} * 86'400'000; }
    Date today() override { return *make_date(2024, 1, 15); }

  private:
    std::int64_t ticks_ = 0;
};

class CountingRandom : public Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes) byte = next_++;
    }

  private:
    std::uint8_t next_ = 1;
};

struct Desk {
    explicit Desk(std::unique_ptr<Store> engine = make_memory_store()) : store(std::move(engine)) {
        EXPECT_TRUE(store->migrate(catalog()));
        registrar = std::make_unique<Registrar>(*store, clock, random, commands);
    }

    ImportReport import(std::string_view name, std::string_view bytes, ImportOptions options) {
        auto report = import_file(*registrar, *store, session, name, bytes, options, nullptr);
        EXPECT_TRUE(report) << report.error().text.zh;
        return report ? std::move(*report) : ImportReport{};
    }
    void import_divisions(std::string_view csv) {
        ImportOptions options;
        options.apply = true;
        const ImportReport report = import("区划.csv", csv, options);
        EXPECT_EQ(report.refusals, 0) << to_text(report, Language::kChinese);
        EXPECT_GT(report.total().added, 0) << to_text(report, Language::kChinese);
    }
    // The ends of all audit chains, as text.
    std::string audit_heads() {
        std::string out;
        const auto transaction = store->begin(Access::kRead);
        EXPECT_TRUE(transaction);
        const auto chains = (*transaction)->chains();
        EXPECT_TRUE(chains);
        for (const std::int64_t county : *chains) {
            const auto head = (*transaction)->head(county);
            if (head && *head)
                out += std::to_string(county) + ":" + std::to_string((*head)->sequence) + ":" +
                       to_hex((*head)->hash) + "\n";
        }
        return out;
    }
    std::int64_t links() {
        std::int64_t count = 0;
        const auto transaction = store->begin(Access::kRead);
        const auto chains = (*transaction)->chains();
        for (const std::int64_t county : *chains) {
            const auto head = (*transaction)->head(county);
            if (head && *head) count += (*head)->sequence;
        }
        return count;
    }
    std::vector<Record> all(const Entity& entity) {
        const auto transaction = store->begin(Access::kRead);
        Query query;
        query.limit = 1'000'000;
        auto found = (*transaction)->find(entity, query, session.scope);
        EXPECT_TRUE(found);
        return found ? std::move(*found) : std::vector<Record>{};
    }

    StillClock clock;
    CountingRandom random;
    Commands commands{catalog()};
    std::unique_ptr<Store> store;
    std::unique_ptr<Registrar> registrar;
    Session session{"clerk", Role::kCounty, Scope::of(Division{430499000000})};
};

}  // namespace tz::test
