#include "app/policy_run/engine.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

namespace tz {
namespace {

constexpr std::int64_t kProgressStep = 4096;
constexpr std::size_t kBlocksAtOnce = 4;

unsigned thread_count(unsigned asked) {
    return asked != 0 ? asked : std::max(1u, std::thread::hardware_concurrency());
}

std::vector<std::size_t> positions(const policy::RegisterColumns& columns) {
    std::set<std::size_t> out(columns.fields.begin(), columns.fields.end());
    out.insert(columns.entity->scope_index());
    return {out.begin(), out.end()};
}

// A few blocks at a time from a common counter.
void take_blocks(const policy::Run& run, std::atomic<std::size_t>& next,
                 policy::RunResult& result) {
    for (std::size_t first = 0; (first = next.fetch_add(kBlocksAtOnce)) < run.block_count();)
        run.run_blocks(first, std::min(first + kBlocksAtOnce, run.block_count()), result);
}

policy::RunResult merged(const std::vector<policy::RunResult>& results) {
    policy::RunResult all;
    for (const policy::RunResult& result : results) all.merge(result);
    return all;
}

}  // namespace

Result<policy::Image> load_image(Store& store, Catalog catalog, const policy::Program& program,
                                 const CheckOptions& options, Progress& progress) {
    policy::ImageBuilder builder(catalog, program.columns());
    ASSIGN_OR_RETURN(auto transaction, store.begin(Access::kRead));
    for (const policy::RegisterColumns& columns : program.columns()) {
        std::int64_t rows = 0;
        const Entity& entity = *columns.entity;
        RETURN_IF_ERROR(transaction->scan(entity, positions(columns), options.when,
                                          Scope::of(options.division), [&](const Record& record) {
                                              builder.append(entity, record);
                                              if (++rows % kProgressStep == 0)
                                                  progress.step(entity.label, rows, 0);
                                              return ok();
                                          }));
    }
    return builder.finish();
}

policy::RunDates run_dates(const policy::PackInfo& pack, const CheckOptions& options) {
    if (options.law_date) return {options.as_of, *options.law_date};
    const Date end = pack.to ? *pack.to : options.as_of;
    return {options.as_of, std::max(pack.from, std::min(options.as_of, end))};
}

// Each thread keeps its own result.
policy::RunResult run_on_threads(const policy::Program& program, policy::Image& image,
                                 policy::RunDates dates, const CheckOptions& options) {
    policy::RunOptions run_options;
    run_options.list_unknowns = options.list_unknowns;
    const policy::Run run(program, image, dates, run_options);
    std::atomic<std::size_t> next{0};
    std::vector<policy::RunResult> results(thread_count(options.threads));
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < results.size(); ++i)
        threads.emplace_back([&, i] { take_blocks(run, next, results[i]); });
    take_blocks(run, next, results[0]);
    for (std::thread& thread : threads) thread.join();
    return merged(results);
}

}  // namespace tz
