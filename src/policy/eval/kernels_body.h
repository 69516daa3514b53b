// The loops behind kernels.h, written once and compiled for each instruction set by the files that
// include this. Everything hangs on the tag `Isa`, so that no two of them share a function. Only
// for kernels_*.cc.
#pragma once
#if defined(__SSE2__)
#include <immintrin.h>
#endif

#include "policy/eval/kernels.h"

namespace tz::policy {

template <class Isa>
struct Body {
    using U64 = std::uint64_t;
    using I64 = std::int64_t;
    using U8 = unsigned char;

    static constexpr std::size_t kLanes = 64;

    static std::size_t words(std::size_t n) { return (n + kLanes - 1) / kLanes; }
    static U64 word(Bits b, std::size_t i) {
        return b.words[i] >> b.shift | b.words[i + 1] << 1 << (63 - b.shift);
    }
    static U64 low(std::size_t n) { return n >= kLanes ? ~U64{0} : (U64{1} << n) - 1; }
    static void cut(std::size_t n, U64* out) {
        if (n % kLanes != 0) out[n / kLanes] &= low(n % kLanes);
    }
    static void cut(std::size_t n, BoolOut out) {
        cut(n, out.yes);
        cut(n, out.known);
    }
    static void copy_known(std::size_t n, Bits known, U64* out) {
        for (std::size_t i = 0; i < words(n); ++i) out[i] = word(known, i);
        cut(n, out);
    }
    static void both_known(std::size_t n, Bits a, Bits b, U64* out) {
        for (std::size_t i = 0; i < words(n); ++i) out[i] = word(a, i) & word(b, i);
        cut(n, out);
    }

    // The highest bit of each of 64 bytes.
    static U64 pack(const U8* bytes) {
#if defined(__AVX512BW__)
        return _mm512_movepi8_mask(_mm512_loadu_si512(bytes));
#elif defined(__AVX2__)
        const auto* at = reinterpret_cast<const __m256i*>(bytes);
        const auto a = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_loadu_si256(at)));
        const auto b = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_loadu_si256(at + 1)));
        return a | U64{b} << 32;
#elif defined(__SSE2__)
        const auto* at = reinterpret_cast<const __m128i*>(bytes);
        U64 out = 0;
        for (int i = 0; i < 4; ++i)
            out |= U64{static_cast<unsigned>(_mm_movemask_epi8(_mm_loadu_si128(at + i)))}
                   << (16 * i);
        return out;
#else
        U64 out = 0;
        for (std::size_t i = 0; i < 64; ++i) out |= U64{bytes[i]} >> 7 << i;
        return out;
#endif
    }
    static U8 mask_byte(bool b) { return static_cast<U8>(-static_cast<int>(b)); }

    // --- logic ---
    static void both(std::size_t n, BoolIn a, BoolIn b, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 ay = word(a.yes, i), ak = word(a.known, i);
            const U64 by = word(b.yes, i), bk = word(b.known, i);
            out.yes[i] = ay & by;
            out.known[i] = (ak & bk) | (ak & ~ay) | (bk & ~by);
        }
        cut(n, out);
    }
    static void either(std::size_t n, BoolIn a, BoolIn b, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 ay = word(a.yes, i), ak = word(a.known, i);
            const U64 by = word(b.yes, i), bk = word(b.known, i);
            out.yes[i] = ay | by;
            out.known[i] = (ak & bk) | ay | by;
        }
        cut(n, out);
    }
    static void equal_bools(std::size_t n, BoolIn a, BoolIn b, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 known = word(a.known, i) & word(b.known, i);
            out.yes[i] = known & ~(word(a.yes, i) ^ word(b.yes, i));
            out.known[i] = known;
        }
        cut(n, out);
    }
    static void missing_as(std::size_t n, BoolIn a, BoolIn b, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 ak = word(a.known, i);
            out.yes[i] = word(a.yes, i) | (word(b.yes, i) & ~ak);
            out.known[i] = ak | word(b.known, i);
        }
        cut(n, out);
    }
    static void negation(std::size_t n, BoolIn a, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 known = word(a.known, i);
            out.yes[i] = known & ~word(a.yes, i);
            out.known[i] = known;
        }
        cut(n, out);
    }
    static void choose(std::size_t n, BoolIn c, BoolIn a, BoolIn b, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 yes = word(c.yes, i), no = word(c.known, i) & ~yes;
            out.yes[i] = (yes & word(a.yes, i)) | (no & word(b.yes, i));
            out.known[i] = (yes & word(a.known, i)) | (no & word(b.known, i));
        }
        cut(n, out);
    }
    static void is_known(std::size_t n, Bits known, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            out.yes[i] = word(known, i);
            out.known[i] = ~U64{0};
        }
        cut(n, out);
    }

    // --- comparison with constants, on the column as it is stored ---
    template <class T>
    struct Limits {
        static constexpr I64 kLow =
            sizeof(T) == 8 ? I64(1) << 63 : -(I64(1) << (8 * sizeof(T) - 1));
        static constexpr I64 kHigh = ~kLow;
    };
    static void all_same(std::size_t n, Bits known, bool yes, BoolOut out) {
        copy_known(n, known, out.known);
        for (std::size_t i = 0; i < words(n); ++i) out.yes[i] = yes ? out.known[i] : 0;
    }
    template <class T, class U>
    static void in_interval(std::size_t n, NarrowIn in, Interval range, BoolOut out) {
        const I64 lo = range.lo < Limits<T>::kLow ? Limits<T>::kLow : range.lo;
        const I64 hi = range.hi > Limits<T>::kHigh ? Limits<T>::kHigh : range.hi;
        if (lo > hi) return all_same(n, in.known, range.outside, out);
        const U first = static_cast<U>(lo);
        const U size = static_cast<U>(static_cast<U64>(hi) - static_cast<U64>(lo));
        const auto* data = static_cast<const T*>(in.data);
        const U64 flip = range.outside ? ~U64{0} : 0;
        for (std::size_t i = 0; i < words(n); ++i, data += kLanes) {
            alignas(64) U8 bytes[kLanes];
            for (std::size_t j = 0; j < kLanes; ++j)
                bytes[j] = mask_byte(static_cast<U>(static_cast<U>(data[j]) - first) <= size);
            out.known[i] = word(in.known, i);
            out.yes[i] = (pack(bytes) ^ flip) & out.known[i];
        }
        cut(n, out);
    }
    template <class T>
    static void in_list(std::size_t n, NarrowIn in, const I64* list, std::size_t size,
                        BoolOut out) {
        const auto* data = static_cast<const T*>(in.data);
        for (std::size_t i = 0; i < words(n); ++i, data += kLanes) {
            alignas(64) U8 bytes[kLanes] = {};
            for (std::size_t k = 0; k < size; ++k) {
                if (list[k] < Limits<T>::kLow || list[k] > Limits<T>::kHigh) continue;
                const T wanted = static_cast<T>(list[k]);
                for (std::size_t j = 0; j < kLanes; ++j)
                    bytes[j] = static_cast<U8>(bytes[j] | mask_byte(data[j] == wanted));
            }
            out.known[i] = word(in.known, i);
            out.yes[i] = pack(bytes) & out.known[i];
        }
        cut(n, out);
    }

    // --- 64-bit values ---
    template <class T>
    static void widen(std::size_t n, NarrowIn in, IntOut out) {
        const auto* data = static_cast<const T*>(in.data);
        for (std::size_t i = 0; i < words(n) * kLanes; ++i) out.values[i] = data[i];
        copy_known(n, in.known, out.known);
    }
    static void widen_bools(std::size_t n, BoolIn in, IntOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 yes = word(in.yes, i);
            for (std::size_t j = 0; j < kLanes; ++j)
                out.values[i * kLanes + j] = static_cast<I64>(yes >> j & 1);
        }
        copy_known(n, in.known, out.known);
    }
    static void fill(std::size_t n, I64 value, bool known, IntOut out) {
        for (std::size_t i = 0; i < words(n) * kLanes; ++i) out.values[i] = value;
        for (std::size_t i = 0; i < words(n); ++i) out.known[i] = known ? ~U64{0} : 0;
        cut(n, out.known);
    }
    struct IsEqual {
        static bool of(I64 a, I64 b) { return a == b; }
    };
    struct IsLess {
        static bool of(I64 a, I64 b) { return a < b; }
    };
    template <class Test>
    static void compare(std::size_t n, IntIn a, IntIn b, bool negate, BoolOut out) {
        const U64 flip = negate ? ~U64{0} : 0;
        for (std::size_t i = 0; i < words(n); ++i) {
            alignas(64) U8 bytes[kLanes];
            const I64* x = a.values + i * kLanes;
            const I64* y = b.values + i * kLanes;
            for (std::size_t j = 0; j < kLanes; ++j) bytes[j] = mask_byte(Test::of(x[j], y[j]));
            out.known[i] = word(a.known, i) & word(b.known, i);
            out.yes[i] = (pack(bytes) ^ flip) & out.known[i];
        }
        cut(n, out);
    }
    static bool has_one(I64 bits, HasWhat what, I64 mask) {
        if (what == HasWhat::kAny) return (bits & mask) != 0;
        if (what == HasWhat::kAll) return (bits & mask) == mask;
        return bits != 0 && (bits & ~mask) == 0;
    }
    static void has(std::size_t n, IntIn a, HasWhat what, I64 mask, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            U64 yes = 0;
            for (std::size_t j = 0; j < kLanes; ++j)
                yes |= U64{has_one(a.values[i * kLanes + j], what, mask)} << j;
            out.known[i] = word(a.known, i);
            out.yes[i] = yes & out.known[i];
        }
        cut(n, out);
    }

    // --- arithmetic: a result that doesn't fit is unknown ---
    static I64 plus(I64 a, I64 b) {
        return static_cast<I64>(static_cast<U64>(a) + static_cast<U64>(b));
    }
    static I64 minus(I64 a, I64 b) {
        return static_cast<I64>(static_cast<U64>(a) - static_cast<U64>(b));
    }
    static void forget(U64* known, std::size_t row) {
        known[row / kLanes] &= ~(U64{1} << row % kLanes);
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

    // --- dates ---
    struct Day {
        std::int32_t year = 0;
        std::int32_t month = 0;
        std::int32_t day = 0;
    };
    // Years that begin in March; see date.cc.
    static Day day_of(std::int32_t days) {
        const std::int32_t z = days + 719468;
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

    // --- verdicts ---
    static void judge(std::size_t n, JudgeIn in, JudgeOut& out) {
        I64 all = 0, holding = 0, failing = 0, unknowing = 0;
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 rows = in.rows[i];
            const U64 when = word(in.when.yes, i), that = word(in.that.yes, i);
            const U64 excepted = word(in.exception.yes, i) & rows;
            const U64 applies = when & rows & ~excepted;
            const U64 holds = applies & that;
            // Fails only where it is sure that there is no exception.
            const U64 fails =
                applies & word(in.that.known, i) & ~that & word(in.exception.known, i);
            const U64 idle = rows & ((word(in.when.known, i) & ~when) | excepted);
            const U64 unknown = rows & ~(holds | fails | idle);
            out.fails[i] = fails;
            out.unknown[i] = unknown;
            holding += __builtin_popcountll(holds);
            failing += __builtin_popcountll(fails);
            unknowing += __builtin_popcountll(unknown);
            all += __builtin_popcountll(rows);
        }
        out.counts[0] = holding;
        out.counts[1] = failing;
        out.counts[2] = unknowing;
        out.counts[3] = all - holding - failing - unknowing;
    }

    // --- the record referred to ---
    static U64 bit(Bits b, std::size_t i) {
        const std::size_t at = i + b.shift;
        return b.words[at / 64] >> (at % 64) & 1;
    }
    // Bit `count` of the inputs is there and means nothing: rows without a record take it.
    static void take_bools(std::size_t n, ParentsIn p, BoolIn in, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            U64 yes = 0, known = 0;
            const std::size_t most = n - i * kLanes < kLanes ? n - i * kLanes : kLanes;
            for (std::size_t j = 0; j < most; ++j) {
                const std::uint32_t row = p.parents[i * kLanes + j] - p.base;
                const U64 there = row < p.count;
                const std::size_t at = there ? row : p.count;
                yes |= (bit(in.yes, at) & there) << j;
                known |= (bit(in.known, at) & there) << j;
            }
            out.yes[i] = yes;
            out.known[i] = known;
        }
    }
    static void take_ints(std::size_t n, ParentsIn p, IntIn in, IntOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            U64 known = 0;
            const std::size_t most = n - i * kLanes < kLanes ? n - i * kLanes : kLanes;
            for (std::size_t j = 0; j < most; ++j) {
                const std::uint32_t row = p.parents[i * kLanes + j] - p.base;
                const U64 there = row < p.count;
                const std::size_t at = there ? row : 0;
                known |= (bit(in.known, at) & there) << j;
                out.values[i * kLanes + j] = there ? in.values[at] : 0;
            }
            out.known[i] = known;
        }
    }

    // --- records that refer here ---
    // Up to 64 bits from any row.
    static U64 extract(Bits b, std::size_t from, std::size_t size) {
        const std::size_t at = from + b.shift;
        const unsigned shift = static_cast<unsigned>(at % 64);
        const U64* w = b.words + at / 64;
        return (w[0] >> shift | w[1] << 1 << (63 - shift)) & low(size);
    }
    struct Tally {
        I64 yes = 0;
        I64 no = 0;
        I64 size = 0;
    };
    static Tally tally(RunsIn runs, std::size_t i, BoolIn in) {
        Tally out;
        out.size = runs.last[i] - runs.first[i];
        std::size_t from = runs.first[i] - runs.base;
        for (I64 left = out.size; left > 0; left -= 64, from += 64) {
            const auto size = static_cast<std::size_t>(left < 64 ? left : 64);
            const U64 yes = extract(in.yes, from, size);
            out.yes += __builtin_popcountll(yes);
            out.no += __builtin_popcountll(extract(in.known, from, size) & ~yes);
        }
        return out;
    }
    static void count_runs(std::size_t n, RunsIn runs, BoolIn in, IntOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            U64 known = 0;
            for (std::size_t j = i * kLanes; j < n && j < (i + 1) * kLanes; ++j) {
                const Tally t = tally(runs, j, in);
                out.values[j] = t.yes;
                known |= U64{t.yes + t.no == t.size} << j % kLanes;
            }
            out.known[i] = known;
        }
    }
    static void any_runs(std::size_t n, RunsIn runs, BoolIn in, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            U64 yes = 0, known = 0;
            for (std::size_t j = i * kLanes; j < n && j < (i + 1) * kLanes; ++j) {
                const Tally t = tally(runs, j, in);
                yes |= U64{t.yes > 0} << j % kLanes;
                known |= U64{t.yes > 0 || t.no == t.size} << j % kLanes;
            }
            out.yes[i] = yes;
            out.known[i] = known;
        }
    }
    static void all_runs(std::size_t n, RunsIn runs, BoolIn in, BoolOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            U64 yes = 0, known = 0;
            for (std::size_t j = i * kLanes; j < n && j < (i + 1) * kLanes; ++j) {
                const Tally t = tally(runs, j, in);
                yes |= U64{t.yes == t.size} << j % kLanes;
                known |= U64{t.no > 0 || t.yes == t.size} << j % kLanes;
            }
            out.yes[i] = yes;
            out.known[i] = known;
        }
    }
    static U64 compress(U64 bits, U64 mask) {
#if defined(__BMI2__)
        return _pext_u64(bits, mask);
#else
        U64 out = 0;
        for (unsigned i = 0; mask != 0; mask &= mask - 1, ++i)
            out |= (bits >> __builtin_ctzll(mask) & 1) << i;
        return out;
#endif
    }
    static U64 expand(U64 bits, U64 mask) {
#if defined(__BMI2__)
        return _pdep_u64(bits, mask);
#else
        U64 out = 0;
        for (; mask != 0; mask &= mask - 1, bits >>= 1) out |= (bits & 1) << __builtin_ctzll(mask);
        return out;
#endif
    }
    // Gathers, for one bitmap over the records, whether each run has a bit in it. Adding ones to
    // the records of a run carries any bit of it up to the run's end.
    struct AnyOfRun {
        U64 carry = 0;
        U64 next(U64 bits, U64 ends) {
            const U64 inner = ~ends;
            U64 sum = 0;
            const bool one = __builtin_add_overflow(bits & inner, inner, &sum);
            const bool two = __builtin_add_overflow(sum, carry, &sum);
            carry = one || two;
            return (sum | bits) & ends;
        }
    };
    // Bits in order, taken off as many at a time as wanted.
    struct Stream {
        U64 bits = 0;
        void take(unsigned count, U64& out, unsigned at) {
            out |= (bits & low(count)) << at;
            bits = count < 64 ? bits >> count : 0;
        }
    };
    // For each row, whether any of its records has a hit and a gap; none for rows without records.
    template <class Bitmaps, class Result>
    static void over_segments(std::size_t n, SegmentsIn seg, Bitmaps bitmaps, Result result) {
        AnyOfRun hits, gaps;
        Stream hit_bits, gap_bits;
        unsigned ready = 0;
        std::size_t record = 0;
        for (std::size_t i = 0; i < words(n); ++i) {
            const U64 has = word(seg.has, i) & low(n - i * kLanes);
            const auto wanted = static_cast<unsigned>(__builtin_popcountll(has));
            U64 hit = 0, gap = 0;
            for (unsigned got = 0; got < wanted;) {
                if (ready == 0) {
                    const U64 ends = word(seg.ends, record), owned = word(seg.owned, record);
                    U64 hit_word = 0, gap_word = 0;
                    bitmaps(record, hit_word, gap_word);
                    hit_bits.bits = compress(hits.next(hit_word, ends), owned);
                    gap_bits.bits = compress(gaps.next(gap_word, ends), owned);
                    ready = static_cast<unsigned>(__builtin_popcountll(owned));
                    ++record;
                    continue;
                }
                const unsigned part = wanted - got < ready ? wanted - got : ready;
                hit_bits.take(part, hit, got);
                gap_bits.take(part, gap, got);
                got += part;
                ready -= part;
            }
            result(i, expand(hit, has), expand(gap, has));
        }
    }
    static void any_segments(std::size_t n, SegmentsIn seg, BoolIn in, bool all, BoolOut out) {
        const auto bitmaps = [&](std::size_t record, U64& hit, U64& gap) {
            const U64 yes = word(in.yes, record), known = word(in.known, record);
            hit = all ? known & ~yes : yes;
            gap = ~known;
        };
        over_segments(n, seg, bitmaps, [&](std::size_t i, U64 hit, U64 gap) {
            out.known[i] = hit | ~gap;
            out.yes[i] = all ? ~hit & ~gap : hit;
        });
        cut(n, out);
    }
    static void fold_segments(std::size_t n, SegmentsIn seg, BoolIn in, IntIn term, Fold how,
                              IntOut out) {
        const auto bitmaps = [&](std::size_t record, U64& hit, U64& gap) {
            hit = word(in.yes, record);
            gap = ~word(in.known, record) | (hit & ~word(term.known, record));
        };
        over_segments(n, seg, bitmaps, [&](std::size_t i, U64 hit, U64 gap) {
            out.known[i] = how == Fold::kSum ? ~gap : hit & ~gap;
        });
        cut(n, out.known);
        if (how == Fold::kSum) return scatter<Fold::kSum>(n, seg, in, term, out);
        if (how == Fold::kLeast) return scatter<Fold::kLeast>(n, seg, in, term, out);
        scatter<Fold::kMost>(n, seg, in, term, out);
    }
    // Adds every wanted record to its row.
    template <Fold How>
    static void scatter(std::size_t n, SegmentsIn seg, BoolIn in, IntIn term, IntOut out) {
        const I64 start = How == Fold::kSum     ? 0
                          : How == Fold::kLeast ? Limits<I64>::kHigh
                                                : Limits<I64>::kLow;
        for (std::size_t i = 0; i < n; ++i) out.values[i] = start;
        for (std::size_t i = 0; i < words(seg.records); ++i) {
            U64 left = word(in.yes, i) & low(seg.records - i * kLanes);
            for (; left != 0; left &= left - 1) {
                const std::size_t record =
                    i * kLanes + static_cast<std::size_t>(__builtin_ctzll(left));
                const std::uint32_t row = seg.parents[record] - seg.base;
                if (row >= n) continue;
                if (!fold_one<How>(out.values[row], term.values[record])) forget(out.known, row);
            }
        }
    }
    template <Fold How>
    static bool fold_one(I64& value, I64 next) {
        if constexpr (How == Fold::kSum) return !__builtin_add_overflow(value, next, &value);
        const bool better = How == Fold::kLeast ? next < value : next > value;
        value = better ? next : value;
        return true;
    }
    // One value over the records of a run; `step` says false when it can't be known any more.
    template <class State, class Step>
    static bool over_run(RunsIn runs, std::size_t i, BoolIn in, IntIn term, State& state,
                         Step step) {
        const std::size_t first = runs.first[i] - runs.base;
        const std::size_t size = runs.last[i] - runs.first[i];
        for (std::size_t from = 0; from < size; from += 64) {
            const std::size_t part = size - from < 64 ? size - from : 64;
            const U64 yes = extract(in.yes, first + from, part);
            if (extract(in.known, first + from, part) != low(part)) return false;
            if ((yes & ~extract(term.known, first + from, part)) != 0) return false;
            for (U64 left = yes; left != 0; left &= left - 1) {
                const auto at = static_cast<std::size_t>(__builtin_ctzll(left));
                if (!step(state, term.values[first + from + at])) return false;
            }
        }
        return true;
    }
    struct Folded {
        I64 value = 0;
        bool any = false;
    };
    template <Fold How>
    static void fold_each(std::size_t n, RunsIn runs, BoolIn in, IntIn term, IntOut out) {
        for (std::size_t i = 0; i < words(n); ++i) {
            U64 known = 0;
            for (std::size_t j = i * kLanes; j < n && j < (i + 1) * kLanes; ++j) {
                Folded state;
                const bool ok = over_run(runs, j, in, term, state, [](Folded& f, I64 next) {
                    const bool is_first = !f.any && How != Fold::kSum;
                    f.any = true;
                    if (!is_first) return fold_one<How>(f.value, next);
                    f.value = next;
                    return true;
                });
                out.values[j] = state.value;
                known |= U64{ok && (state.any || How == Fold::kSum)} << j % kLanes;
            }
            out.known[i] = known;
        }
    }
    static void fold_runs(std::size_t n, RunsIn runs, BoolIn in, IntIn term, Fold how, IntOut out) {
        if (how == Fold::kSum) return fold_each<Fold::kSum>(n, runs, in, term, out);
        if (how == Fold::kLeast) return fold_each<Fold::kLeast>(n, runs, in, term, out);
        fold_each<Fold::kMost>(n, runs, in, term, out);
    }
};

template <class Isa>
constexpr Kernels make_kernels(const char* name) {
    using B = Body<Isa>;
    return {.name = name,
            .both = B::both,
            .either = B::either,
            .equal_bools = B::equal_bools,
            .missing_as = B::missing_as,
            .negation = B::negation,
            .choose = B::choose,
            .is_known = B::is_known,
            .in_interval = {B::template in_interval<std::int8_t, std::uint8_t>,
                            B::template in_interval<std::int16_t, std::uint16_t>,
                            B::template in_interval<std::int32_t, std::uint32_t>,
                            B::template in_interval<std::int64_t, std::uint64_t>},
            .in_list = {B::template in_list<std::int8_t>, B::template in_list<std::int16_t>,
                        B::template in_list<std::int32_t>, B::template in_list<std::int64_t>},
            .widen = {B::template widen<std::int8_t>, B::template widen<std::int16_t>,
                      B::template widen<std::int32_t>, B::template widen<std::int64_t>},
            .widen_bools = B::widen_bools,
            .fill = B::fill,
            .equal = B::template compare<typename B::IsEqual>,
            .less = B::template compare<typename B::IsLess>,
            .has = B::has,
            .size = B::size,
            .divide = B::divide,
            .calendar_day = B::calendar_day,
            .calendar_month = B::calendar_month,
            .whole_years = B::whole_years,
            .judge = B::judge,
            .add = B::add,
            .subtract = B::subtract,
            .multiply = B::multiply,
            .missing_as_int = B::missing_as_int,
            .choose_int = B::choose_int,
            .take_bools = B::take_bools,
            .take_ints = B::take_ints,
            .count_runs = B::count_runs,
            .any_runs = B::any_runs,
            .all_runs = B::all_runs,
            .any_segments = B::any_segments,
            .fold_runs = B::fold_runs,
            .fold_segments = B::fold_segments};
}

}  // namespace tz::policy
