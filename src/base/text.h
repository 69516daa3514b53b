// Text helpers on UTF-8 bytes: trimming, widths, splitting, numbers. Pure; safe from any thread.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tz {

// The same sentence in both languages of the product. Formatted where the fact is known, so a
// message without its translation can not be written.
struct Text {
    std::string zh{};
    std::string en{};
    bool operator==(const Text&) const = default;
};

enum class Language : std::uint8_t { kChinese, kEnglish };

inline const std::string& in(const Text& text, Language language) {
    return language == Language::kChinese ? text.zh : text.en;
}

// Removes leading and trailing white space: ASCII, no-break, ideographic, zero-width, BOM.
std::string_view trim(std::string_view text);
// Full-width ASCII (U+FF01..FF5E) and the ideographic space become ASCII; the rest stays.
std::string to_half_width(std::string_view text);
// trim + to_half_width + inner white space removed + brackets unified: for comparing headers.
std::string header_key(std::string_view text);
// Pieces between separators; empty pieces are kept. An empty text has one empty piece.
std::vector<std::string_view> split(std::string_view text, char separator);
// Pieces between any of , ， ; ； 、 | and line breaks, trimmed, empty ones dropped.
std::vector<std::string_view> split_list(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

bool is_utf8(std::string_view text);
// Code points; invalid bytes come as U+FFFD one each.
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view text);
// Number of characters (code points), and of columns in a terminal or sheet (CJK count two).
std::size_t char_count(std::string_view text);
std::size_t display_width(std::string_view text);

bool all_digits(std::string_view text);
// Whole number, optional sign. Nothing for empty, other characters or overflow.
std::optional<std::int64_t> to_int(std::string_view text);
// A decimal number as value * 10^decimals, exact. Accepts thousands commas, a trailing ".0…".
// Nothing when it isn't a number, has more non-zero decimals than asked for, or overflows.
std::optional<std::int64_t> to_scaled(std::string_view text, int decimals);
// The other way: 12345 with 2 decimals is "123.45"; trailing zeros are dropped ("123.4", "123").
std::string from_scaled(std::int64_t value, int decimals);

// Edit distance in characters (insert, delete, substitute), never in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);
// The nearest of some names within two edits (and a third of the length), for "did you mean".
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& names);

}  // namespace tz
