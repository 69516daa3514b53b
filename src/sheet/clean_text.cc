#include "sheet/clean_text.h"

#include <bit>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"

namespace tz::sheet {
namespace {

constexpr std::uint64_t kHigh = 0x8080808080808080;
constexpr std::uint64_t kBlank = 0x2020202020202020;

std::uint64_t word_at(const char* p) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, sizeof word);
    return word;
}

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest one");

// How many of eight bytes, from the first on, are ASCII and no control characters.
std::size_t plain_bytes(std::uint64_t word) {
    const std::uint64_t other = (word | (word - kBlank)) & kHigh;
    return static_cast<std::size_t>(std::countr_zero(other)) / 8;
}

std::size_t ascii_bytes(std::uint64_t word) {
    return static_cast<std::size_t>(std::countr_zero(word & kHigh)) / 8;
}

bool is_ok_ascii(unsigned char c, Controls controls) {
    return c >= 0x20 || c == '\t' || c == '\n' || c == '\r' || controls == Controls::kAllowed;
}

unsigned char byte_at(const char* p) { return static_cast<unsigned char>(*p); }

// Most Chinese characters: three bytes whose lead needs no look at the second one.
bool is_common_three(const char* p) {
    const unsigned char lead = byte_at(p);
    return lead > 0xE0 && lead < 0xEF && lead != 0xED && (byte_at(p + 1) & 0xC0) == 0x80 &&
           (byte_at(p + 2) & 0xC0) == 0x80;
}

// Bytes of the character at p; 0 when it isn't one that may stand here.
std::size_t clean_size(const char* p, const char* end, Controls controls) {
    if (byte_at(p) < 0x80) return is_ok_ascii(byte_at(p), controls) ? 1 : 0;
    const CodePoint point =
        code_point_at({p, static_cast<std::size_t>(end - p < 4 ? end - p : 4)}, 0);
    const bool noncharacter = point.value == 0xFFFE || point.value == 0xFFFF;
    if (!point.valid || (noncharacter && controls == Controls::kRefused)) return 0;
    return point.size;
}

}  // namespace

std::size_t clean_prefix(std::string_view bytes, Controls controls) {
    const char* p = bytes.data();
    const char* const end = p + bytes.size();
    while (p < end) {
        while (end - p >= 8) {
            const std::uint64_t word = word_at(p);
            const std::size_t plain =
                controls == Controls::kAllowed ? ascii_bytes(word) : plain_bytes(word);
            p += plain;
            if (plain < 8) break;
        }
        if (p == end) break;
        while (end - p >= 3 && is_common_three(p)) p += 3;
        if (p == end) break;
        const std::size_t size = clean_size(p, end, controls);
        if (size == 0) return static_cast<std::size_t>(p - bytes.data());
        p += size;
    }
    return bytes.size();
}

bool is_cut_character(std::string_view bytes) {
    if (bytes.empty() || bytes.size() > 3) return false;
    const auto lead = static_cast<unsigned char>(bytes[0]);
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (lead > 0xF4 || bytes.size() >= size) return false;
    for (char c : bytes.substr(1)) {
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) return false;
    }
    return true;
}

}  // namespace tz::sheet
