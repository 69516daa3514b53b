// Runs the steps of a plan over one block at a time: some whole villages. Holds the temporaries, so
// a thread makes one and uses it for all its blocks.
#pragma once
#include <cstdint>
#include <vector>

#include "policy/eval/plan.h"
#include "policy/eval/run.h"

namespace tz::policy {

// Villages [first, last).
struct Villages {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

// Whole villages together until the largest register has enough rows.
std::vector<Villages> make_blocks(const Plan& plan, std::uint32_t rows);

inline std::size_t words_of(std::size_t rows) { return (rows + 63) / 64; }

class Block {
  public:
    // Room for the largest of `blocks`.
    Block(const Plan& plan, const Kernels& kernels, const std::vector<Villages>& blocks);
    void run(Villages villages, const RunOptions& options, RunResult& result);

  private:
    // The rows of a register in the block, and its temporaries.
    struct Part {
        std::uint32_t first = 0;
        std::uint32_t rows = 0;
        std::size_t room = 0;             // words of 64 rows in a temporary
        std::vector<std::uint64_t> ones;  // a bit for each row
        std::vector<std::uint64_t> zeros;
        std::vector<std::vector<std::uint64_t>> bools;  // yes, then known
        std::vector<std::vector<std::int64_t>> ints;
        std::vector<std::vector<std::uint64_t>> ints_known;
    };
    struct ParameterState {
        bool uniform = false;
        Datum value{};
    };

    void place(Villages villages);
    void execute(const Step& step);
    void execute_bools(const Step& step);
    void execute_ints(const Step& step);
    void execute_walk(const Step& step);
    YearUnit year_unit(const Step& step) const;
    void divide(const Step& step);
    SegmentsIn segments(const Step& step) const;
    static void list(const std::vector<std::uint64_t>& bits, const Part& part, RowSet& rows);
    void in_interval(const Step& step);
    void in_list(const Step& step);
    void is_known(const Step& step);
    void load_parameter(const Step& step);
    bool is_uniform(const Part& part, const Image::Register& reg, const ParameterMap& map) const;
    void fill_parameter(const Step& step, const ParameterMap& map);
    void runs(const Step& step);
    void each_apply(const Step& step);
    void each_single(const Step& step);
    void mend_outside(const Step& step);
    void keep(const Step& step, ValueResult& result);
    void verdict(const Step& step, const RunOptions& options, RuleResult& result);

    Part& part(const Step& step) { return parts_[step.reg]; }
    Bits known_bits(const Part& part, const Column& column) const;
    BoolIn bool_in(const Source& source, std::uint32_t reg) const;
    static BoolIn constant_bool(const Part& part, const Datum& value);
    IntIn int_in(const Source& source) const;
    NarrowIn narrow_in(const Source& source, std::uint32_t reg, std::size_t& width) const;
    BoolOut bool_out(const Step& step);
    IntOut int_out(const Step& step);
    Datum in_block(const Source& source, const Part& part, std::uint32_t i) const;
    void set(const Step& step, std::uint32_t i, const Datum& value);

    const Plan& plan_;
    const Program& program_;
    const Kernels& kernels_;
    Single single_;
    Villages now_{};
    std::vector<Part> parts_;
    std::vector<ParameterState> parameters_;
    std::vector<std::uint64_t> fails_;  // of one rule
    std::vector<std::uint64_t> unknowns_;
};

}  // namespace tz::policy
