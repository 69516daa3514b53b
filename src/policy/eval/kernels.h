// The loops of the engine, over the rows of one register in one block. One table of them for each
// instruction set the machine may have; kernels() is the best this machine runs. Plain pointers
// and integers only, so that code for one instruction set can not leak into another. Any thread.
//
// Every output array has room for whole words of 64 rows. Bits behind the last row are 0 in what a
// kernel writes; values there and in unknown rows mean nothing. Inputs may be read up to a whole
// word of 64 rows, and one word of bits more.
#pragma once
#include <cstddef>
#include <cstdint>

namespace tz::policy {

// 64 bits from any position.
struct Bits {
    const std::uint64_t* words = nullptr;
    unsigned shift = 0;
};
struct BoolIn {
    Bits yes{};
    Bits known{};  // covers yes
};
struct BoolOut {
    std::uint64_t* yes = nullptr;
    std::uint64_t* known = nullptr;
};
struct IntIn {
    const std::int64_t* values = nullptr;
    Bits known{};
};
struct IntOut {
    std::int64_t* values = nullptr;
    std::uint64_t* known = nullptr;
};
// A column as it is stored: `data` at the block's first row.
struct NarrowIn {
    const void* data = nullptr;
    Bits known{};
};
// lo <= x <= hi, or not.
struct Interval {
    std::int64_t lo = 0;
    std::int64_t hi = 0;
    bool outside = false;
};
// Records of another register as runs of rows: those of row i are [first[i], last[i]) minus base.
struct RunsIn {
    const std::uint32_t* first = nullptr;
    const std::uint32_t* last = nullptr;
    std::uint32_t base = 0;
};
// The same where no two rows have a record in common, as bits.
struct SegmentsIn {
    Bits ends{};                             // by record: the last of a run, or a record of no run
    Bits owned{};                            // by record: the last of a run
    Bits has{};                              // by row: it has records
    const std::uint32_t* parents = nullptr;  // by record: its row minus base, or none below n
    std::uint32_t base = 0;
    std::size_t records = 0;
};
// Row i looks at row parents[i] - base; unknown when that isn't below `count`.
struct ParentsIn {
    const std::uint32_t* parents = nullptr;
    std::uint32_t base = 0;
    std::uint32_t count = 0;
};
enum class Fold : std::uint8_t { kSum, kLeast, kMost };
enum class HasWhat : std::uint8_t { kAny, kAll, kOnly };

enum class YearUnit : std::uint8_t { kCalendarDays, kMonths };  // 10000 or 12 to the year

// round(a * times / (b * by)), down or half up.
struct Quotient {
    std::int64_t times = 1;
    std::int64_t by = 1;
    bool half_up = false;
};

// A rule's conditions, and its verdicts word by word; see Verdict.
struct JudgeIn {
    BoolIn when{};
    BoolIn that{};
    BoolIn exception{};
    const std::uint64_t* rows = nullptr;  // a bit for each row of the block
};
struct JudgeOut {
    std::uint64_t* fails = nullptr;
    std::uint64_t* unknown = nullptr;
    std::int64_t counts[4] = {};
};

struct Kernels {
    using Unary = void (*)(std::size_t, BoolIn, BoolOut);
    using Binary = void (*)(std::size_t, BoolIn, BoolIn, BoolOut);
    using Arithmetic = void (*)(std::size_t, IntIn, IntIn, IntOut);

    const char* name = "";
    Binary both = nullptr;
    Binary either = nullptr;
    Binary equal_bools = nullptr;
    Binary missing_as = nullptr;
    Unary negation = nullptr;
    void (*choose)(std::size_t, BoolIn condition, BoolIn then, BoolIn otherwise, BoolOut) = nullptr;
    void (*is_known)(std::size_t, Bits known, BoolOut) = nullptr;
    // By width of the column: 1, 2, 4, 8 bytes.
    void (*in_interval[4])(std::size_t, NarrowIn, Interval, BoolOut) = {};
    void (*in_list[4])(std::size_t, NarrowIn, const std::int64_t*, std::size_t, BoolOut) = {};
    void (*widen[4])(std::size_t, NarrowIn, IntOut) = {};
    void (*widen_bools)(std::size_t, BoolIn, IntOut) = nullptr;
    void (*fill)(std::size_t, std::int64_t value, bool known, IntOut) = nullptr;
    void (*equal)(std::size_t, IntIn, IntIn, bool negate, BoolOut) = nullptr;
    void (*less)(std::size_t, IntIn, IntIn, bool negate, BoolOut) = nullptr;
    void (*has)(std::size_t, IntIn, HasWhat, std::int64_t mask, BoolOut) = nullptr;
    void (*size)(std::size_t, IntIn, IntOut) = nullptr;  // bits that are 1
    void (*divide)(std::size_t, IntIn, IntIn, Quotient, IntOut) = nullptr;
    // Days since 1970 to year * 10000 + month * 100 + day, and to months since year 0.
    void (*calendar_day)(std::size_t, IntIn, IntOut) = nullptr;
    void (*calendar_month)(std::size_t, IntIn, IntOut) = nullptr;
    void (*whole_years)(std::size_t, IntIn, YearUnit, IntOut) = nullptr;  // rounded down
    void (*judge)(std::size_t, JudgeIn, JudgeOut&) = nullptr;
    Arithmetic add = nullptr;
    Arithmetic subtract = nullptr;
    Arithmetic multiply = nullptr;
    void (*missing_as_int)(std::size_t, IntIn, IntIn, IntOut) = nullptr;
    void (*choose_int)(std::size_t, BoolIn condition, IntIn then, IntIn otherwise,
                       IntOut) = nullptr;
    // On the record referred to.
    void (*take_bools)(std::size_t, ParentsIn, BoolIn, BoolOut) = nullptr;
    void (*take_ints)(std::size_t, ParentsIn, IntIn, IntOut) = nullptr;
    // Over the records that refer here, for those of which the condition is true. A term that is
    // missing makes the answer unknown; so does a sum that doesn't fit.
    void (*count_runs)(std::size_t, RunsIn, BoolIn, IntOut) = nullptr;
    void (*any_runs)(std::size_t, RunsIn, BoolIn, BoolOut) = nullptr;
    void (*all_runs)(std::size_t, RunsIn, BoolIn, BoolOut) = nullptr;
    void (*any_segments)(std::size_t, SegmentsIn, BoolIn, bool all, BoolOut) = nullptr;
    void (*fold_runs)(std::size_t, RunsIn, BoolIn, IntIn, Fold, IntOut) = nullptr;
    void (*fold_segments)(std::size_t, SegmentsIn, BoolIn, IntIn, Fold, IntOut) = nullptr;
};

const Kernels& kernels();
// Every table this machine can run, the plain one first; for tests.
struct KernelList {
    const Kernels* tables[3] = {};
    std::size_t size = 0;
};
KernelList all_kernels();

// The tables by instruction set; null where the compiler's target hasn't got it.
extern const Kernels* const kPlainKernels;
extern const Kernels* const kAvx2Kernels;
extern const Kernels* const kAvx512Kernels;

}  // namespace tz::policy
