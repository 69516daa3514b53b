// What each operator answers for one row, from the answers of its arguments. The one place that
// says so for constants, dictionary entries, single rows and the rare operators; the vector kernels
// of eval/ do the common ones and are compared with this. Pure; any thread.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/program/program.h"

namespace tz::policy {

// A value that may be unknown. Text points into the image, the program or a constant.
struct Datum {
    bool known = false;
    std::int64_t number = 0;
    std::string_view text{};
    bool is_true() const { return known && number != 0; }
    bool is_false() const { return known && number == 0; }
    static Datum of(std::int64_t value) { return {true, value, {}}; }
    static Datum of(std::string_view value) { return {true, 0, value}; }
    static Datum of(std::optional<std::int64_t> value) {
        return value ? Datum{true, *value, {}} : Datum{};
    }
};

// True for operators whose answer follows from their arguments alone, on the same row: everything
// but leaves, references and aggregates.
bool is_local(Op op);

Datum apply(const Program& program, const Instruction& instruction, std::span<const Datum> args);

// Scaled division as Op says: round(a * times / (b * by)); unknown when b is 0 or it overflows.
std::optional<std::int64_t> divide(std::int64_t a, std::int64_t b, std::int64_t times,
                                   std::int64_t by, bool half_up);

// Aggregates, a record at a time in order of rows; `finish` may be asked once.
class Aggregate {
  public:
    explicit Aggregate(Op op) : op_(op) {}
    void add(const Datum& condition, const Datum& term);
    Datum finish();

  private:
    void add_term(const Datum& term);
    Op op_;
    bool unknown_ = false;  // a condition or term is missing, or the sum overflowed
    bool decided_ = false;  // any: one is true; all: one is false
    std::int64_t count_ = 0;
    std::int64_t value_ = 0;
    std::vector<std::pair<std::int64_t, std::string_view>> seen_{};  // distinct: all values
};

}  // namespace tz::policy
