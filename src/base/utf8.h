// Reading UTF-8 one character at a time, for the other files of this folder.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.h"

namespace tz {

struct CodePoint {
    char32_t value = 0xFFFD;
    std::size_t size = 1;  // bytes in the text
    bool valid = false;
};

CodePoint wide_code_point_at(std::string_view text, std::size_t position);
bool is_wide_space(char32_t value);
void put_utf8(std::string& out, char32_t value);

// The character that begins at a byte; an invalid byte is U+FFFD of size 1.
inline CodePoint code_point_at(std::string_view text, std::size_t position) {
    const auto lead = static_cast<unsigned char>(text[position]);
    if (lead < 0x80) return {lead, 1, true};
    return wide_code_point_at(text, position);
}

// White space in the wide sense: also no-break, ideographic, zero-width and direction marks.
inline bool is_space(char32_t value) {
    if (value < 0x80) return value == ' ' || (value >= '\t' && value <= '\r');
    return is_wide_space(value);
}

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

inline bool is_ascii(std::string_view text) {
    unsigned char all = 0;
    for (char c : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
    return all < 0x80;
}

// Whether to_half_width may change something: the lead bytes of U+FFxx and U+30xx.
inline bool may_fold(std::string_view text) {
    bool found = false;
    for (char c : text) found |= c == '\xEF' || c == '\xE3';
    return found;
}

// Text as a parser wants it: half-width and trimmed. Nearly every cell is so and isn't copied.
class Folded {
  public:
    explicit Folded(std::string_view text)
        : owned_(may_fold(text) ? to_half_width(text) : std::string()),
          view_(trim(owned_.empty() ? text : std::string_view(owned_))) {}
    Folded(const Folded&) = delete;
    Folded& operator=(const Folded&) = delete;
    std::string_view view() const { return view_; }

  private:
    std::string owned_;
    std::string_view view_;
};

}  // namespace tz
