// Keeping: households and persons through the command path into SQLite with validation, history
// and the audit chain, the same again (nothing changes), and every row read back and verified.
// Beside it in the same run: the same rows put into the store with nothing around it.
//   bench_store [households [folder]]
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>

#include "app/audit.h"
#include "app/execute.h"
#include "domain/catalog.h"
#include "store/sqlite/sqlite_store.h"
#include "store/system/system.h"
#include "synthetic.h"

namespace {

namespace fs = std::filesystem;
using namespace tz;

constexpr std::int64_t kCounty = 430424000000;
constexpr std::size_t kChunk = 500;
constexpr int kPersons = 3;

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

[[noreturn]] void stop(const Error& error) {
    fmt::print(stderr, "{}\n", error.text.en);
    std::exit(1);
}

template <class T>
T expect(Result<T> result) {
    if (!result) stop(result.error());
    return std::move(*result);
}

Value some_value(const Field& field, bench::Random& random) {
    switch (field.type) {
        case Type::kText:
            return fmt::format("某{}", random.below(90'000));
        case Type::kBool:
            return random.chance(500);
        case Type::kDate:
            return random.below(20'000);
        case Type::kMonth:
            return 2000 * 12 + random.below(280);
        case Type::kChoice:
            return std::int64_t{field.codes->choices[0].code};
        case Type::kChoices:
            return std::int64_t{1} << field.codes->choices[0].code;
        case Type::kReference:
            return Id{static_cast<std::uint64_t>(random.below(1'000'000)), 1};
        default:
            return std::max(field.min, std::min<std::int64_t>(field.max, random.below(100)));
    }
}

// Two fields of three are filled, and those that must be.
Row some_row(const Entity& entity, std::int64_t village, bench::Random& random) {
    Row row(entity.fields.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Field& field = entity.fields[i];
        if (field.is_scope)
            row[i] = village;
        else if (field.is_required || random.chance(667))
            row[i] = some_value(field, random);
    }
    return row;
}

struct Item {
    const Entity* entity = nullptr;
    Id id{};
    Row row{};
};

// The household and its persons, one after the other, as an import sends them.
void each_item(std::int64_t households, const std::function<void(Item)>& take) {
    const Entity* household = find_entity(catalog(), "household");
    const Entity* person = find_entity(catalog(), "person");
    bench::Random random(1);
    for (std::int64_t i = 0; i < households; ++i) {
        const std::int64_t village = kCounty + 100'001 + i / 400 % 20 * 1000 + i / 400 / 20 % 30;
        const auto number = static_cast<std::uint64_t>(430'424'000'000'000'000 + i);
        take({household, {number, 1}, some_row(*household, village, random)});
        for (std::uint64_t k = 0; k < kPersons; ++k)
            take({person, {number, 2 + k}, some_row(*person, village, random)});
    }
}

Envelope envelope_of(Item item) {
    Envelope envelope;
    envelope.command = std::string(item.entity->name) + ".put";
    envelope.record = item.id;
    envelope.source = "bench 2023-12";
    envelope.holds_from = Date{19722};
    for (std::size_t i = 0; i < item.row.size(); ++i)
        envelope.patch.push_back({i, std::move(item.row[i])});
    return envelope;
}

struct Bench {
    std::int64_t households = 0;
    fs::path folder{};
    std::unique_ptr<Clock> clock = make_system_clock();
    std::unique_ptr<Random> random = make_system_random();
    Commands commands{catalog()};
    Session session{"bench", Role::kCounty, Scope::of(Division{kCounty})};

    std::unique_ptr<Store> open(const char* name) const {
        const std::string path = (folder / name).string();
        for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path + ending);
        auto store = expect(open_sqlite(path));
        expect(store->migrate(catalog()));
        return store;
    }
    void report(const char* what, std::int64_t rows, double took) const {
        fmt::print("{:<44} {:>9} rows {:>7.2f} s {:>9.0f} rows/s {:>8.0f} households/s\n", what,
                   rows, took, static_cast<double>(rows) / took,
                   static_cast<double>(households) / took);
    }
    std::int64_t send_all(Store& store, Outcome expected);
    void put_plain(Store& store) const;
};

std::int64_t Bench::send_all(Store& store, Outcome expected) {
    Registrar registrar(store, *clock, *random, commands);
    std::vector<Envelope> chunk;
    std::int64_t rows = 0;
    const auto send = [&] {
        for (const Receipt& receipt : expect(registrar.execute_all(session, {}, chunk)).rows) {
            if (receipt.outcome == Outcome::kRefused) stop(to_error(receipt));
            if (receipt.outcome == expected) ++rows;
        }
        chunk.clear();
    };
    each_item(households, [&](Item item) {
        chunk.push_back(envelope_of(std::move(item)));
        if (chunk.size() == kChunk) send();
    });
    if (!chunk.empty()) send();
    return rows;
}

void Bench::put_plain(Store& store) const {
    auto transaction = expect(store.begin(Access::kWrite));
    std::size_t rows = 0;
    Record record;
    record.source = "bench 2023-12";
    each_item(households, [&](Item item) {
        record.id = item.id;
        record.values = std::move(item.row);
        expect(transaction->put(*item.entity, record, 0));
        if (++rows % kChunk != 0) return;
        expect(transaction->commit());
        transaction.reset();
        transaction = expect(store.begin(Access::kWrite));
    });
    expect(transaction->commit());
}

std::int64_t scan_all(Store& store, const Scope& scope) {
    const auto transaction = expect(store.begin(Access::kRead));
    std::int64_t rows = 0;
    for (const char* name : {"household", "person"})
        expect(transaction->scan(*find_entity(catalog(), name), {}, {}, scope, [&](const Record&) {
            ++rows;
            return ok();
        }));
    return rows;
}

}  // namespace

int main(int argc, char** argv) {
    Bench bench;
    bench.households = argc > 1 ? std::atoll(argv[1]) : 50'000;
    bench.folder = argc > 2 ? fs::path(argv[2]) : fs::temp_directory_path();
    std::int64_t made = 0, rows = 0;
    const double making = seconds([&] { each_item(bench.households, [&](Item) { ++made; }); });
    bench.report("making the rows (in every line below)", made, making);
    const auto plain = bench.open("bench_plain.db");
    bench.report("plain puts, nothing around them", made,
                 seconds([&] { bench.put_plain(*plain); }));
    const auto store = bench.open("bench_store.db");
    double took = seconds([&] { rows = bench.send_all(*store, Outcome::kAdded); });
    bench.report("command path: new, with audit", rows, took);
    took = seconds([&] { rows = bench.send_all(*store, Outcome::kUnchanged); });
    bench.report("command path: the same again", rows, took);
    took = seconds([&] { rows = scan_all(*store, bench.session.scope); });
    bench.report("scan, all columns", rows, took);
    AuditSummary summary;
    took = seconds([&] {
        summary = expect(
            verify_audit(*store, catalog(), bench.session.scope,
                         [](const AuditFault& fault) { fmt::print("{}\n", fault.text.en); }));
    });
    bench.report("verify-audit, links and records", summary.links, took);
    return summary.faults == 0 && summary.links == made && rows == made ? 0 : 1;
}
