// Values that the random records and the random trees of the engine's tests both draw from.
#pragma once
#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string_view>

#include "policy/eval/testing.h"

namespace tz::policy::testing {

using I64 = std::int64_t;
inline constexpr I64 kLow = std::numeric_limits<I64>::min();
inline constexpr I64 kHigh = std::numeric_limits<I64>::max();

inline constexpr std::array<I64, 20> kNumbers = {
    0,    1,    -1,    2,     3,      16,         59,         60,          127,  128,
    -128, -129, 32767, 32768, -40000, 2147483647, 2147483648, -9000000000, kLow, kHigh};
inline constexpr std::array<I64, 7> kDivisions = {430424100201, 430424100202, 430424101201,
                                                  430425100201, 430425100202, 520100000000,
                                                  520102003004};
inline constexpr std::array<std::string_view, 18> kTexts = {"",
                                                            "13800138000",
                                                            "1380013800",
                                                            "15912345678",
                                                            "12345678901",
                                                            "11010519491231002X",
                                                            "110105194912310021",
                                                            "11010519491231002X41",
                                                            "53010219200508011X73",
                                                            "张三",
                                                            "张三丰",
                                                            "李四",
                                                            "13800138000 ",
                                                            "abc",
                                                            "12",
                                                            "440524188001010014",
                                                            "备注：12号",
                                                            "0"};
inline constexpr std::array<I64, 4> kMasks = {1, 2, 34, 1 + (I64{1} << 40)};

// Columns that the packs of the tests add to registers.
inline constexpr Field kAddedFields[] = {number("extra", "另加数"), text("remark", "另加说明"),
                                         choices("marks", "另加标签", kColours)};

inline bool is_reference(const Field& field) { return field.type == Type::kReference; }

}  // namespace tz::policy::testing
