// How a program runs on one image: every instruction as a step over a block's rows, with where it
// finds its arguments and which temporary takes its answer. Temporaries are used again after their
// last use, so that those of a block stay in the cache. Made by one thread, then only read.
#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "policy/eval/image_parts.h"
#include "policy/eval/kernels.h"
#include "policy/eval/parameters.h"
#include "policy/eval/single.h"
#include "policy/program/program.h"

namespace tz::policy {

enum class Action : std::uint8_t {
    // values that stand somewhere else, brought into a temporary
    kParameter,
    kFill,
    kWiden,
    kWidenBools,
    // one kernel each
    kBoth,
    kEither,
    kNegation,
    kEqualBools,
    kMissingAsBools,
    kChooseBools,
    kIsKnown,
    kInInterval,
    kInList,
    kEqual,
    kLess,
    kHas,
    kSize,
    kDivide,
    kCalendarDay,
    kCalendarMonth,
    kWholeYears,
    kAdd,
    kSubtract,
    kMultiply,
    kMissingAsInts,
    kChooseInts,
    kTakeBools,
    kTakeInts,
    kRuns,
    // row by row
    kEachApply,   // what Op says, from temporaries
    kEachSingle,  // everything from the image
    kVerdict,
    kKeep,  // the answer itself
};

inline constexpr std::uint32_t kNoSlot = 0xffffffffu;

// Where a step finds an argument.
struct Source {
    enum class Where : std::uint8_t { kNowhere, kConstant, kParameter, kColumn, kSlot };
    Where where = Where::kNowhere;
    std::uint32_t slot = kNoSlot;    // kSlot; kParameter: where it goes when it varies
    std::uint32_t use = 0;           // kParameter: in Plan::uses
    const Column* column = nullptr;  // kColumn
    Datum constant{};                // kConstant
    std::uint32_t instruction = kNone;
    bool is(Where w) const { return where == w; }
};

struct Step {
    Action action = Action::kVerdict;
    std::uint32_t instruction = kNone;
    std::uint32_t reg = 0;    // in Plan::registers: whose rows
    std::uint32_t other = 0;  // of the arguments of kTake…, kRuns
    bool is_int = false;      // of the answer
    bool negate = false;
    std::uint32_t out = kNoSlot;
    std::array<Source, 3> args{};
    const Walk* walk = nullptr;
    std::uint32_t rule = 0;  // kVerdict; kKeep: which of the values kept
};

// A parameter as rows of one register see it.
struct ParameterUse {
    std::size_t parameter = 0;
    std::uint32_t reg = 0;
    bool as_vector = false;  // somebody needs it row by row
};

struct Slot {
    std::uint32_t reg = 0;
    bool is_int = false;
    std::uint32_t place = 0;  // among the temporaries of this register and type
};

struct Plan {
    const Program* program = nullptr;
    Image* image = nullptr;
    RunDates dates{};
    std::vector<ParameterMap> parameters{};
    ReadyColumns ready{};
    std::deque<Column> staged{};  // of which some are ready
    std::vector<const Image::Register*> registers{};
    std::vector<Step> steps{};
    std::vector<Slot> slots{};
    std::vector<std::array<std::uint32_t, 2>> places{};  // by register: bool and int temporaries
    std::vector<ParameterUse> uses{};
};

std::unique_ptr<Plan> make_plan(const Program& program, Image& image, RunDates dates);

// The interval in which x must lie for "x op value" to be true.
Interval interval_of(Op op, std::int64_t value);
// "a op b" says the same as "b mirrored(op) a".
Op mirrored(Op op);

}  // namespace tz::policy
