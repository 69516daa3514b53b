#include "app/policy_run/engine.h"

#include <algorithm>
#include <atomic>
#include <set>

#include "app/parallel.h"

namespace tz {
namespace {

constexpr std::int64_t kProgressStep = 4096;
constexpr std::size_t kBlocksAtOnce = 4;

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

// The sequence of every chain: two transactions that see the same ones see the same registers.
Result<std::vector<std::int64_t>> state_of(Transaction& transaction) {
    std::vector<std::int64_t> out;
    ASSIGN_OR_RETURN(const auto counties, transaction.chains());
    for (const std::int64_t county : counties) {
        ASSIGN_OR_RETURN(const auto head, transaction.head(county));
        out.push_back(head ? head->sequence : 0);
    }
    return out;
}

using Readers = std::vector<std::unique_ptr<Transaction>>;

// As many as asked for, or those that began before somebody wrote.
Result<Readers> begin_readers(Store& store, unsigned count) {
    Readers readers;
    std::vector<std::int64_t> first;
    for (unsigned i = 0; i < count; ++i) {
        ASSIGN_OR_RETURN(auto reader, store.begin(Access::kRead));
        ASSIGN_OR_RETURN(const auto state, state_of(*reader));
        if (i == 0) first = state;
        if (state != first) break;
        readers.push_back(std::move(reader));
    }
    return readers;
}

// Reads one register after the other into the image.
class Loader {
  public:
    Loader(policy::ImageBuilder& builder, const CheckOptions& options, Progress* progress)
        : builder_(builder), options_(options), progress_(progress) {}

    Status load(Transaction& transaction, const policy::RegisterColumns& columns) const {
        std::int64_t rows = 0;
        const Entity& entity = *columns.entity;
        return transaction.scan(entity, positions(columns), options_.when,
                                Scope::of(options_.division), [&](const Record& record) {
                                    builder_.append(entity, record);
                                    if (progress_ && ++rows % kProgressStep == 0)
                                        progress_->step(entity.label, rows, 0);
                                    return ok();
                                });
    }

  private:
    policy::ImageBuilder& builder_;
    const CheckOptions& options_;
    Progress* progress_;  // of one of the threads; null in the others
};

}  // namespace

Result<policy::Image> load_image(Store& store, Catalog catalog, const policy::Program& program,
                                 const CheckOptions& options, Progress& progress) {
    policy::ImageBuilder builder(catalog, program.columns());
    const unsigned threads = thread_count(options.threads);
    ASSIGN_OR_RETURN(const Readers readers, begin_readers(store, threads));
    const policy::ColumnSet& registers = program.columns();
    std::atomic<std::size_t> next{0};
    std::vector<Status> read(readers.size(), ok());
    in_parallel(threads, readers.size(), [&](std::size_t reader) {
        const Loader loader(builder, options, reader == 0 ? &progress : nullptr);
        for (std::size_t i = 0; read[reader] && (i = next.fetch_add(1)) < registers.size();)
            read[reader] = loader.load(*readers[reader], registers[i]);
    });
    for (const Status& status : read) RETURN_IF_ERROR(status);
    return builder.finish([&](std::size_t count, const std::function<void(std::size_t)>& piece) {
        in_parallel(threads, count, piece);
    });
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
    in_parallel(static_cast<unsigned>(results.size()), results.size(),
                [&](std::size_t i) { take_blocks(run, next, results[i]); });
    return merged(results);
}

}  // namespace tz
