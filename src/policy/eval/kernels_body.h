// The table of loops for one instruction set: compiled once for each by the files that include
// this. Only for kernels_*.cc.
#pragma once
#include "policy/eval/kernels_compare.h"
#include "policy/eval/kernels_logic.h"
#include "policy/eval/kernels_numbers.h"
#include "policy/eval/kernels_records.h"

namespace tz::policy {

template <class Isa>
constexpr Kernels make_kernels(const char* name) {
    using L = LogicLoops<Isa>;
    using C = CompareLoops<Isa>;
    using N = NumberLoops<Isa>;
    using R = RecordLoops<Isa>;
    return {.name = name,
            .both = L::both,
            .either = L::either,
            .equal_bools = L::equal_bools,
            .missing_as = L::missing_as,
            .negation = L::negation,
            .choose = L::choose,
            .is_known = L::is_known,
            .in_interval = {C::template in_interval<std::int8_t, std::uint8_t>,
                            C::template in_interval<std::int16_t, std::uint16_t>,
                            C::template in_interval<std::int32_t, std::uint32_t>,
                            C::template in_interval<std::int64_t, std::uint64_t>},
            .in_list = {C::template in_list<std::int8_t>, C::template in_list<std::int16_t>,
                        C::template in_list<std::int32_t>, C::template in_list<std::int64_t>},
            .widen = {C::template widen<std::int8_t>, C::template widen<std::int16_t>,
                      C::template widen<std::int32_t>, C::template widen<std::int64_t>},
            .widen_bools = C::widen_bools,
            .fill = C::fill,
            .equal = C::template compare<typename C::IsEqual>,
            .less = C::template compare<typename C::IsLess>,
            .has = C::has,
            .size = N::size,
            .divide = N::divide,
            .calendar_day = N::calendar_day,
            .calendar_month = N::calendar_month,
            .whole_years = N::whole_years,
            .judge = L::judge,
            .add = N::add,
            .subtract = N::subtract,
            .multiply = N::multiply,
            .missing_as_int = N::missing_as_int,
            .choose_int = N::choose_int,
            .take_bools = R::take_bools,
            .take_ints = R::take_ints,
            .count_runs = R::count_runs,
            .any_runs = R::any_runs,
            .all_runs = R::all_runs,
            .any_segments = R::any_segments,
            .fold_runs = R::fold_runs,
            .fold_segments = R::fold_segments};
}

}  // namespace tz::policy
