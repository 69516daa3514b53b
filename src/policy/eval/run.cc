#include "policy/eval/run.h"

#include <algorithm>

#include "policy/eval/block.h"
#include "policy/eval/plan.h"

namespace tz::policy {

std::size_t RowSet::count() const {
    std::size_t count = 0;
    for (std::uint64_t word : bits_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

std::vector<std::uint32_t> RowSet::rows() const {
    std::vector<std::uint32_t> out;
    out.reserve(count());
    for_each([&](std::uint32_t row) { out.push_back(row); });
    return out;
}

// Words of different blocks never overlap, so their first rows give their order.
void RowSet::merge(const RowSet& other) {
    const bool behind = first_.empty() || other.first_.empty() || first_.back() < other.first_[0];
    RowSet out;
    if (behind) out = std::move(*this);
    std::size_t i = 0;
    for (std::size_t j = 0; j < other.bits_.size(); ++j) {
        for (; i < first_.size() && first_[i] < other.first_[j]; ++i) out.add(first_[i], bits_[i]);
        out.add(other.first_[j], other.bits_[j]);
    }
    for (; i < first_.size(); ++i) out.add(first_[i], bits_[i]);
    *this = std::move(out);
}

void ValueResult::merge(const ValueResult& other) {
    const auto middle = static_cast<std::ptrdiff_t>(values.size());
    values.insert(values.end(), other.values.begin(), other.values.end());
    std::inplace_merge(values.begin(), values.begin() + middle, values.end());
    unknowns.merge(other.unknowns);
}

void RunResult::merge(const RunResult& other) {
    if (values.size() < other.values.size()) values.resize(other.values.size());
    for (std::size_t i = 0; i < other.values.size(); ++i) values[i].merge(other.values[i]);
    if (rules.size() < other.rules.size()) rules.resize(other.rules.size());
    for (std::size_t i = 0; i < other.rules.size(); ++i) {
        for (std::size_t v = 0; v < 4; ++v) rules[i].counts[v] += other.rules[i].counts[v];
        rules[i].fails.merge(other.rules[i].fails);
        rules[i].unknowns.merge(other.rules[i].unknowns);
    }
}

struct Run::State {
    std::unique_ptr<Plan> plan;
    RunOptions options{};
    std::vector<Villages> blocks{};
};

// Whole villages together until the largest register has enough rows.
std::vector<Villages> make_blocks(const Plan& plan, std::uint32_t rows) {
    std::vector<Villages> blocks;
    Villages next;
    while (next.last < plan.image->village_count()) {
        ++next.last;
        const bool full = std::ranges::any_of(plan.registers, [&](const Image::Register* reg) {
            return reg->village_first[next.last] - reg->village_first[next.first] >= rows;
        });
        if (!full && next.last < plan.image->village_count()) continue;
        blocks.push_back(next);
        next.first = next.last;
    }
    return blocks;
}

Run::Run(const Program& program, Image& image, RunDates dates, RunOptions options)
    : state_(std::make_unique<State>()) {
    state_->plan = make_plan(program, image, dates);
    state_->options = options;
    state_->blocks = make_blocks(*state_->plan, options.block_rows);
}

Run::Run(Run&&) noexcept = default;
Run::~Run() = default;

std::size_t Run::block_count() const { return state_->blocks.size(); }

void Run::run_blocks(std::size_t first, std::size_t last, RunResult& result) const {
    result.rules.resize(state_->plan->program->rules.size());
    result.values.resize(state_->plan->program->outputs.size());
    if (first >= last) return;
    const auto begin = state_->blocks.begin();
    const std::vector<Villages> mine(begin + static_cast<std::ptrdiff_t>(first),
                                     begin + static_cast<std::ptrdiff_t>(last));
    const Kernels& table = state_->options.kernels ? *state_->options.kernels : kernels();
    Block block(*state_->plan, table, mine);
    for (const Villages& villages : mine) block.run(villages, state_->options, result);
}

RunResult run_all(const Program& program, Image& image, RunDates dates, RunOptions options) {
    const Run run(program, image, dates, options);
    RunResult result;
    run.run_blocks(0, run.block_count(), result);
    return result;
}

}  // namespace tz::policy
