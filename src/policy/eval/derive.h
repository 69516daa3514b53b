// Columns that follow from the image alone, whatever the run's dates and parameters: what a
// referred record says, functions of a text, how often a value occurs. Worked out once, kept in the
// image under the printed expression.
#pragma once
#include <vector>

#include "policy/eval/image_parts.h"
#include "policy/eval/single.h"

namespace tz::policy {

// Fills `ready` for every instruction whose answers are a column; the others stay null. One thread.
void derive_columns(const Program& program, Image& image, RunDates dates, ReadyColumns& ready);

// How many rows hold the same known value as each row, and how many different records their
// references point to. Codes are dense from 0; -1 is unknown.
std::vector<std::int64_t> count_same(const std::vector<std::int64_t>& codes);
std::vector<std::int64_t> count_same_in(const std::vector<std::int64_t>& codes,
                                        const std::vector<std::int64_t>& references);

}  // namespace tz::policy
