#include "sheet/gb18030.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "base/result.h"
#include "base/utf8.h"

namespace tz::sheet {
namespace {

constexpr unsigned kLeadFirst = 0x81;
constexpr unsigned kLeads = 0xFE - kLeadFirst + 1;
constexpr unsigned kTrailFirst = 0x40;
constexpr unsigned kTrails = 0xFE - kTrailFirst + 1;
// CP936 has the euro at a byte where GB18030 has nothing.
constexpr unsigned char kEuroByte = 0x80;
constexpr std::string_view kEuro = "\xE2\x82\xAC";

// A few of them lie past the first 65,536 characters.
using Table = std::array<char32_t, std::size_t{kLeads} * kTrails>;

void* open_converter() {
    void* converter = iconv_open("UTF-8", "GB18030");
    CHECK(converter != reinterpret_cast<void*>(-1));
    return converter;
}

// In one go, as every two-byte code has a character; 0x7F is no second byte.
Table make_table() {
    std::string pairs;
    for (unsigned i = 0; i < kLeads * kTrails; ++i) {
        const unsigned trail = kTrailFirst + i % kTrails;
        if (trail == 0x7F) continue;
        pairs.push_back(static_cast<char>(kLeadFirst + i / kTrails));
        pairs.push_back(static_cast<char>(trail));
    }
    std::string text(pairs.size() * 2, '\0');
    char* in = pairs.data();
    char* out = text.data();
    std::size_t in_left = pairs.size();
    std::size_t out_left = text.size();
    void* converter = open_converter();
    CHECK(iconv(converter, &in, &in_left, &out, &out_left) == 0);
    iconv_close(converter);
    Table table{};
    std::size_t at = 0;
    for (unsigned i = 0; i < table.size(); ++i) {
        if (kTrailFirst + i % kTrails == 0x7F) continue;
        const CodePoint point = code_point_at(text, at);
        table[i] = point.value;
        at += point.size;
    }
    return table;
}

const Table& table() {
    static const Table made = make_table();
    return made;
}

void put(char32_t value, char*& out) {
    if (value < 0x800) {
        *out++ = static_cast<char>(0xC0 | value >> 6);
    } else if (value < 0x10000) {
        *out++ = static_cast<char>(0xE0 | value >> 12);
        *out++ = static_cast<char>(0x80 | (value >> 6 & 0x3F));
    } else {
        *out++ = static_cast<char>(0xF0 | value >> 18);
        *out++ = static_cast<char>(0x80 | (value >> 12 & 0x3F));
        *out++ = static_cast<char>(0x80 | (value >> 6 & 0x3F));
    }
    *out++ = static_cast<char>(0x80 | (value & 0x3F));
}

std::size_t copy_ascii(const char* p, const char* end, char* out) {
    const char* begin = p;
    for (; end - p >= 8; p += 8, out += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, p, sizeof word);
        if (word & 0x8080808080808080) break;
        std::memcpy(out, &word, sizeof word);
    }
    while (p < end && static_cast<unsigned char>(*p) < 0x80) *out++ = *p++;
    return static_cast<std::size_t>(p - begin);
}

}  // namespace

Gb18030::Gb18030() : converter_(open_converter()) {}
Gb18030::~Gb18030() { iconv_close(converter_); }

Decoded Gb18030::decode(std::string_view& in, char*& out) {
    const Table& characters = table();
    while (!in.empty()) {
        const std::size_t ascii = copy_ascii(in.data(), in.data() + in.size(), out);
        in.remove_prefix(ascii);
        out += ascii;
        while (!in.empty() && static_cast<unsigned char>(in[0]) >= 0x80) {
            const auto lead = static_cast<unsigned char>(in[0]);
            if (lead == kEuroByte) {
                out = std::ranges::copy(kEuro, out).out;
                in.remove_prefix(1);
                continue;
            }
            if (lead == 0xFF) return Decoded::kBad;
            if (in.size() < 2) return Decoded::kCut;
            const auto trail = static_cast<unsigned char>(in[1]);
            if (trail < kTrailFirst) {
                if (const Decoded four = decode_four(in, out); four != Decoded::kAll) return four;
                continue;
            }
            if (trail == 0x7F || trail == 0xFF) return Decoded::kBad;
            put(characters[(lead - kLeadFirst) * kTrails + (trail - kTrailFirst)], out);
            in.remove_prefix(2);
        }
    }
    return Decoded::kAll;
}

Decoded Gb18030::decode_four(std::string_view& in, char*& out) {
    if (!is_digit(in[1])) return Decoded::kBad;
    if (in.size() < 4) return Decoded::kCut;
    char* from = const_cast<char*>(in.data());  // iconv only reads it
    std::size_t from_left = 4;
    std::size_t out_left = 4;
    if (iconv(converter_, &from, &from_left, &out, &out_left) != 0 || from_left != 0) {
        return Decoded::kBad;
    }
    in.remove_prefix(4);
    return Decoded::kAll;
}

}  // namespace tz::sheet
