// A check of both packs over a database, from its file to the verdicts: registers are read, the
// image is made, rules are judged. With one thread and with all. The registers hold the fields that
// the rules read. usage: bench_cold [HOUSEHOLDS [DATABASE]] (a database that is there is used)
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "app/policy_run/check.h"
#include "cli/packs.h"
#include "domain/catalog.h"
#include "port/quiet_progress.h"
#include "store/sqlite/sqlite_store.h"
#include "synthetic.h"

namespace {

using namespace tz;
namespace fs = std::filesystem;

[[noreturn]] void fail(const Error& error) {
    fmt::print(stderr, "{}\n", error.text.en);
    std::exit(1);
}

template <class T>
T need(Result<T> result) {
    if (!result) fail(result.error());
    return std::move(*result);
}
void need(const Status& status) {
    if (!status) fail(status.error());
}

policy::CompiledPacks both_packs() {
    const std::string root = TZ_DATA_DIR "/packs/";
    auto loaded =
        need(cli::load_packs({root + "national/quality_2023", root + "hunan/hengyang_2020"}));
    return std::move(loaded.compiled.packs);
}

void fill(Store& store, const policy::Program& program, std::int64_t households) {
    constexpr std::int64_t kChunk = 20'000;
    auto transaction = need(store.begin(Access::kWrite));
    std::int64_t rows = 0;
    bench::Registers(catalog(), program.columns(), 7)
        .make(households, [&](const Entity& entity, const Record& record) {
            Record kept = record;
            kept.recorded_ms = 1;
            kept.source = "bench";
            need(transaction->put(entity, kept, 0));
            if (++rows % kChunk != 0) return;
            need(transaction->commit());
            transaction.reset();
            transaction = need(store.begin(Access::kWrite));
        });
    need(transaction->commit());
    fmt::print("{} rows written\n", rows);
}

void measure(Store& store, const policy::CompiledPacks& packs, unsigned threads) {
    CheckOptions options;
    options.as_of = *parse_date("2023-12-18");
    options.threads = threads;
    QuietProgress progress;
    const auto start = std::chrono::steady_clock::now();
    const auto run = need(run_check(store, packs, options, progress));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::int64_t fails = 0;
    for (const policy::RuleResult& rule : run->result().rules)
        fails += rule.count(policy::Verdict::kFails);
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    fmt::print("{} thread(s): {:.2f} s, {} failures, peak {:.2f} GB\n", threads, took.count(),
               fails, static_cast<double>(usage.ru_maxrss) / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
    const bool is_smoke = argc > 1 && std::string(argv[1]) == "--smoke";
    const std::int64_t households = is_smoke ? 500 : argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const std::string path =
        argc > 2 ? argv[2] : (fs::temp_directory_path() / fmt::format("cold_{}.db", ::getpid()));
    const bool is_there = fs::exists(path);
    const policy::CompiledPacks packs = both_packs();
    const auto store = need(open_sqlite(path));
    need(store->migrate(catalog()));
    if (!is_there) fill(*store, policy::flatten(packs), households);
    measure(*store, packs, 2);
    measure(*store, packs, 1);
    if (argc <= 2)
        for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path + ending);
}
