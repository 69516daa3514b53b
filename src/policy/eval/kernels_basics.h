// What all loops of the engine share: words of 64 rows, their ends, masks. Everything here and in
// the other kernels_*.h hangs on the tag `Isa`, so that code compiled for different instruction
// sets shares no function. Only for kernels_*.cc.
#pragma once
#include <cstddef>
#include <cstdint>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

#include "policy/eval/kernels.h"

namespace tz::policy {

template <class Isa>
struct Basics {
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
    static void forget(U64* known, std::size_t row) {
        known[row / kLanes] &= ~(U64{1} << row % kLanes);
    }
    static U64 bit(Bits b, std::size_t i) {
        const std::size_t at = i + b.shift;
        return b.words[at / 64] >> (at % 64) & 1;
    }
    template <class T>
    struct Limits {
        static constexpr I64 kLow =
            sizeof(T) == 8 ? I64(1) << 63 : -(I64(1) << (8 * sizeof(T) - 1));
        static constexpr I64 kHigh = ~kLow;
    };
};

}  // namespace tz::policy
