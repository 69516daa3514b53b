// How numbers, dates and escapes in workbooks become text: as the sheet shows the value, without
// noise. Pure; safe from any thread.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace tz::sheet {

// What a number format shows.
enum class Shows : std::uint8_t { kNumber, kDate, kTime };

// A built-in format by its number; the Chinese ones included.
Shows builtin_format(std::uint32_t id);
// A format by its code: "yyyy\-mm\-dd", "[$-804]yyyy\"年\"m\"月\"", "0.00_ ", "h:mm".
Shows format_shows(std::string_view code);

// Plain digits: "1.0" is "1", "4.3E+17" is written out, fractions are rounded to the 15 significant
// digits a sheet shows (whole digits are never rounded). The answer is `raw` itself or lies in
// `scratch`; what is no number stays as it is.
std::string_view plain_number(std::string_view raw, std::string& scratch);

// The date or time of a serial number; the plain number when it is outside of what has a date.
std::string_view serial_text(std::string_view raw, Shows shows, bool from_1904,
                             std::string& scratch);

// "2023-12-18T00:00:00" is "2023-12-18"; a time other than midnight stays, behind a space.
std::string_view iso_text(std::string_view raw, std::string& scratch);

// _x000D_ and the like, as Excel writes characters XML has no room for. In place.
void resolve_escapes(std::string& text);

}  // namespace tz::sheet
