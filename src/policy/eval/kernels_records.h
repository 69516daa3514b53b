// From the rows of one register to those of another: what the record referred to says, and what
// the records say that refer here. Only for kernels_*.cc.
#pragma once
#include "policy/eval/kernels_basics.h"

namespace tz::policy {

template <class Isa>
struct RecordLoops : Basics<Isa> {
    using B = Basics<Isa>;
    using B::bit;
    using B::cut;
    using B::forget;
    using B::kLanes;
    using B::low;
    using B::word;
    using B::words;
    using typename B::I64;
    using typename B::U64;
    template <class T>
    using Limits = typename B::template Limits<T>;

    // --- the record referred to ---
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

    // --- records that refer here, where none refers to two rows ---
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

    // --- folds over runs ---
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

}  // namespace tz::policy
