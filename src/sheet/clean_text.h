// The fast check of bytes that claim to be UTF-8 text. Pure; safe from any thread.
#pragma once
#include <cstddef>
#include <string_view>

namespace tz::sheet {

enum class Controls : unsigned char { kAllowed, kRefused };

// Length of the longest beginning that is well-formed UTF-8, with kRefused also free of control
// characters other than tab and line breaks (XML allows no others).
std::size_t clean_prefix(std::string_view bytes, Controls controls);
// Whether bytes are the beginning of a character whose end is missing.
bool is_cut_character(std::string_view bytes);

}  // namespace tz::sheet
