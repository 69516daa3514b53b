// Runs a program over a column image, village by village. Making a Run is done by one thread (it
// adds derived columns to the image); run_blocks may then be called from several threads, each
// with its own result and its own range of blocks. The caller owns the threads.
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "policy/check/typed.h"
#include "policy/eval/image.h"
#include "policy/program/program.h"

namespace tz::policy {

// Rows of a register as words of 64 with their first row; only words with a row in them are kept.
class RowSet {
  public:
    void add(std::uint32_t first_row, std::uint64_t bits) {
        if (bits == 0) return;
        first_.push_back(first_row);
        bits_.push_back(bits);
    }
    // Calls visit(row) for every row, ascending.
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::size_t i = 0; i < bits_.size(); ++i)
            for (std::uint64_t word = bits_[i]; word != 0; word &= word - 1)
                visit(first_[i] + static_cast<std::uint32_t>(std::countr_zero(word)));
    }
    std::size_t count() const;
    std::vector<std::uint32_t> rows() const;
    void merge(const RowSet& other);  // the two have no row in common

  private:
    std::vector<std::uint32_t> first_;
    std::vector<std::uint64_t> bits_;
};

struct RuleResult {
    std::array<std::int64_t, 4> counts{};  // by Verdict
    RowSet fails{};
    RowSet unknowns{};
    std::int64_t count(Verdict verdict) const { return counts[static_cast<std::size_t>(verdict)]; }
};

// The answers of one instruction: who has another than 0 (or false), and for whom it isn't known.
struct ValueResult {
    std::vector<std::pair<std::uint32_t, std::int64_t>> values{};  // rows and what they have
    RowSet unknowns{};
    void merge(const ValueResult& other);  // the two have no row in common; rows ascend afterwards
};

struct RunResult {
    std::vector<RuleResult> rules{};    // as Program::rules; empty before the first block
    std::vector<ValueResult> values{};  // as Program::outputs
    void merge(const RunResult& other);
};

struct Kernels;

struct RunOptions {
    bool list_fails = true;
    bool list_unknowns = true;
    std::uint32_t block_rows = 4096;   // rows of the largest register a block aims at
    const Kernels* kernels = nullptr;  // null: the best this machine runs
};

class Run {
  public:
    // The program and the image must outlive the run.
    Run(const Program& program, Image& image, RunDates dates, RunOptions options = {});
    Run(Run&&) noexcept;
    ~Run();
    std::size_t block_count() const;
    // Adds what blocks [first, last) say to the result. Any thread, a result a thread.
    void run_blocks(std::size_t first, std::size_t last, RunResult& result) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// All blocks, on this thread.
RunResult run_all(const Program& program, Image& image, RunDates dates, RunOptions options = {});

}  // namespace tz::policy
