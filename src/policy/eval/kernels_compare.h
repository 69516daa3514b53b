// Comparisons: columns as they are stored with constants, 64-bit values with each other. Only for
// kernels_*.cc.
#pragma once
#include "policy/eval/kernels_basics.h"

namespace tz::policy {

template <class Isa>
struct CompareLoops : Basics<Isa> {
    using B = Basics<Isa>;
    using B::copy_known;
    using B::cut;
    using B::kLanes;
    using B::mask_byte;
    using B::pack;
    using B::word;
    using B::words;
    using typename B::I64;
    using typename B::U64;
    using typename B::U8;
    template <class T>
    using Limits = typename B::template Limits<T>;

    // --- comparison with constants, on the column as it is stored ---
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
};

}  // namespace tz::policy
