// Arithmetic on 64-bit values, where a result that doesn't fit is unknown, and dates. Only for
// kernels_*.cc.
#pragma once
#include "policy/eval/kernels_basics.h"

namespace tz::policy {

template <class Isa>
struct NumberLoops : Basics<Isa> {
    using B = Basics<Isa>;
    using B::both_known;
    using B::copy_known;
    using B::cut;
    using B::forget;
    using B::kLanes;
    using B::word;
    using B::words;
    using typename B::I64;
    using typename B::U64;
    template <class T>
    using Limits = typename B::template Limits<T>;

    static I64 plus(I64 a, I64 b) {
        return static_cast<I64>(static_cast<U64>(a) + static_cast<U64>(b));
    }
    static I64 minus(I64 a, I64 b) {
        return static_cast<I64>(static_cast<U64>(a) - static_cast<U64>(b));
    }

    static void add(std::size_t n, IntIn a, IntIn b, IntOut out) {
        both_known(n, a.known, b.known, out.known);
        I64 over = 0;
        for (std::size_t i = 0; i < words(n) * kLanes; ++i) {
            const I64 x = a.values[i], y = b.values[i], sum = plus(x, y);
            over |= (x ^ sum) & (y ^ sum);
            out.values[i] = sum;
        }
        if (over >= 0) return;
        I64 ignored = 0;
        for (std::size_t i = 0; i < n; ++i)
            if (__builtin_add_overflow(a.values[i], b.values[i], &ignored)) forget(out.known, i);
    }
    static void subtract(std::size_t n, IntIn a, IntIn b, IntOut out) {
        both_known(n, a.known, b.known, out.known);
        I64 over = 0;
        for (std::size_t i = 0; i < words(n) * kLanes; ++i) {
            const I64 x = a.values[i], y = b.values[i], rest = minus(x, y);
            over |= (x ^ y) & (x ^ rest);
            out.values[i] = rest;
        }
        if (over >= 0) return;
        I64 ignored = 0;
        for (std::size_t i = 0; i < n; ++i)
            if (__builtin_sub_overflow(a.values[i], b.values[i], &ignored)) forget(out.known, i);
    }
    static void size(std::size_t n, IntIn a, IntOut out) {
        copy_known(n, a.known, out.known);
        for (std::size_t i = 0; i < n; ++i)
            out.values[i] = __builtin_popcountll(static_cast<U64>(a.values[i]));
    }
    __extension__ typedef __int128 Wide;
    static bool is_small(I64 value) { return value >= 0 && value <= 0x7fffffff; }
    static void divide(std::size_t n, IntIn a, IntIn b, Quotient q, IntOut out) {
        both_known(n, a.known, b.known, out.known);
        for (std::size_t i = 0; i < n; ++i) {
            I64 top = 0, bottom = 0;
            const bool fits = !__builtin_mul_overflow(a.values[i], q.times, &top) &&
                              !__builtin_mul_overflow(b.values[i], q.by, &bottom);
            if (fits && is_small(top) && is_small(bottom) && bottom != 0) {
                const auto t = static_cast<std::uint32_t>(top);
                const auto d = static_cast<std::uint32_t>(bottom);
                const std::uint32_t rest = t % d;
                out.values[i] = t / d + (q.half_up && rest >= d - rest ? 1 : 0);
            } else if (!divide_wide(a.values[i], b.values[i], q, out.values[i])) {
                forget(out.known, i);
            }
        }
    }
    // False when it is no number, or doesn't fit.
    static bool divide_wide(I64 a, I64 b, Quotient q, I64& out) {
        Wide top = Wide{a} * q.times, bottom = Wide{b} * q.by;
        out = 0;
        if (bottom == 0) return false;
        if (bottom < 0) {
            top = -top;
            bottom = -bottom;
        }
        Wide quotient = top / bottom, rest = top % bottom;
        if (rest < 0) {
            --quotient;
            rest += bottom;
        }
        if (q.half_up && rest >= bottom - rest) ++quotient;
        if (quotient < Limits<I64>::kLow || quotient > Limits<I64>::kHigh) return false;
        out = static_cast<I64>(quotient);
        return true;
    }

    static U64 beyond_32_bits(std::size_t n, const I64* values) {
        U64 beyond = 0;
        for (std::size_t i = 0; i < n; ++i)
            beyond |= (static_cast<U64>(values[i]) + 0x80000000u) >> 32;
        return beyond;
    }
    static void multiply(std::size_t n, IntIn a, IntIn b, IntOut out) {
        both_known(n, a.known, b.known, out.known);
        if ((beyond_32_bits(n, a.values) | beyond_32_bits(n, b.values)) == 0) {
            for (std::size_t i = 0; i < n; ++i)
                out.values[i] = I64{static_cast<std::int32_t>(a.values[i])} *
                                static_cast<std::int32_t>(b.values[i]);
            return;
        }
        for (std::size_t i = 0; i < n; ++i)
            if (__builtin_mul_overflow(a.values[i], b.values[i], &out.values[i]))
                forget(out.known, i);
    }
    static void blend(std::size_t n, Bits which, const I64* a, const I64* b, I64* out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 bits = word(which, i);
            for (std::size_t j = 0; j < kLanes; ++j) {
                const std::size_t at = i * kLanes + j;
                const I64 mask = -static_cast<I64>(bits >> j & 1);
                out[at] = (a[at] & mask) | (b[at] & ~mask);
            }
        }
    }
    static void missing_as_int(std::size_t n, IntIn a, IntIn b, IntOut out) {
        blend(n, a.known, a.values, b.values, out.values);
        for (std::size_t i = 0; i < words(n); ++i)
            out.known[i] = word(a.known, i) | word(b.known, i);
        cut(n, out.known);
    }
    static void choose_int(std::size_t n, BoolIn c, IntIn a, IntIn b, IntOut out) {
        blend(n, c.yes, a.values, b.values, out.values);
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 yes = word(c.yes, i), no = word(c.known, i) & ~yes;
            out.known[i] = (yes & word(a.known, i)) | (no & word(b.known, i));
        }
        cut(n, out.known);
    }

    // --- dates ---
    struct Day {
        std::int32_t year = 0;
        std::int32_t month = 0;
        std::int32_t day = 0;
    };
    // Years that begin in March; see date.cc.
    static Day day_of(std::int32_t days) {
        const auto z = static_cast<std::int32_t>(static_cast<std::uint32_t>(days) + 719468u);
        const std::int32_t era = (z >= 0 ? z : z - 146096) / 146097;
        const std::int32_t of_era = z - era * 146097;
        const std::int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
        const std::int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
        const std::int32_t month = (5 * of_year + 2) / 153;
        const std::int32_t is_late = month >= 10;
        return {year + era * 400 + is_late, month + 3 - 12 * is_late,
                of_year - (153 * month + 2) / 5 + 1};
    }
    static void calendar_day(std::size_t n, IntIn a, IntOut out) {
        copy_known(n, a.known, out.known);
        for (std::size_t i = 0; i < n; ++i) {
            const Day day = day_of(static_cast<std::int32_t>(a.values[i]));
            out.values[i] = day.year * 10000 + day.month * 100 + day.day;
        }
    }
    static void calendar_month(std::size_t n, IntIn a, IntOut out) {
        copy_known(n, a.known, out.known);
        for (std::size_t i = 0; i < n; ++i) {
            const Day day = day_of(static_cast<std::int32_t>(a.values[i]));
            out.values[i] = day.year * 12 + day.month - 1;
        }
    }
    template <I64 Unit>
    static void divide_down(std::size_t n, const I64* values, I64* out) {
        for (std::size_t i = 0; i < n; ++i)
            out[i] = values[i] / Unit - (values[i] % Unit < 0 ? 1 : 0);
    }
    static void whole_years(std::size_t n, IntIn a, YearUnit unit, IntOut out) {
        copy_known(n, a.known, out.known);
        if (unit == YearUnit::kMonths) return divide_down<12>(n, a.values, out.values);
        divide_down<10000>(n, a.values, out.values);
    }
};

}  // namespace tz::policy
