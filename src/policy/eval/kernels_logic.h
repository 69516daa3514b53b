// Kleene logic on bitmaps, and the verdicts of a rule. Only for kernels_*.cc.
#pragma once
#include "policy/eval/kernels_basics.h"

namespace tz::policy {

template <class Isa>
struct LogicLoops : Basics<Isa> {
    using B = Basics<Isa>;
    using B::cut;
    using B::word;
    using B::words;
    using typename B::I64;
    using typename B::U64;

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
};

}  // namespace tz::policy
