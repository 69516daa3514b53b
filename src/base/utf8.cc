#include "base/utf8.h"

namespace tz {
namespace {

std::size_t sequence_size(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;  // a continuation, or a lead that only overlong forms have
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    return lead < 0xF5 ? 4 : 0;
}

// Overlong forms, surrogates and values past the end of Unicode aren't characters.
bool fits(char32_t value, std::size_t size) {
    constexpr char32_t kFirst[] = {0, 0, 0x80, 0x800, 0x10000};
    return value >= kFirst[size] && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

void put_byte(std::string& out, char32_t byte) { out.push_back(static_cast<char>(byte)); }

void put_tail(std::string& out, char32_t value, int bits) {
    for (; bits >= 0; bits -= 6) put_byte(out, 0x80 | ((value >> bits) & 0x3F));
}

}  // namespace

CodePoint wide_code_point_at(std::string_view text, std::size_t position) {
    const auto lead = static_cast<unsigned char>(text[position]);
    const std::size_t size = sequence_size(lead);
    if (size == 0 || size > text.size() - position) return {};
    char32_t value = lead & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(text[position + i]);
        if ((byte & 0xC0) != 0x80) return {};
        value = value << 6 | (byte & 0x3Fu);
    }
    if (!fits(value, size)) return {};
    return {value, size, true};
}

void put_utf8(std::string& out, char32_t value) {
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
    if (value < 0x80) return put_byte(out, value);
    if (value < 0x800) {
        put_byte(out, 0xC0 | value >> 6);
        return put_tail(out, value, 0);
    }
    if (value < 0x10000) {
        put_byte(out, 0xE0 | value >> 12);
        return put_tail(out, value, 6);
    }
    put_byte(out, 0xF0 | value >> 18);
    put_tail(out, value, 12);
}

bool is_wide_space(char32_t value) {
    if (value == 0x85 || value == 0xA0) return true;
    if (value < 0x2000) return value == 0x1680 || value == 0x180E;
    // 2000-200F: widths, zero widths and direction marks; 2028-202F: line ends, directions.
    if (value <= 0x200F || (value >= 0x2028 && value <= 0x202F)) return true;
    return (value >= 0x205F && value <= 0x2064) || value == 0x3000 || value == 0xFEFF;
}

}  // namespace tz
