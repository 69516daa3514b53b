// GB18030 (and with it GBK, GB2312) to UTF-8 at memory speed: the two-byte characters by a table,
// which the system's iconv fills once, the four-byte ones by iconv itself. Strict. One thread at a
// time; the table is shared.
#pragma once
#include <cstddef>
#include <string_view>

namespace tz::sheet {

enum class Decoded : unsigned char { kAll, kCut, kBad };

class Gb18030 {
  public:
    Gb18030();
    ~Gb18030();
    Gb18030(const Gb18030&) = delete;
    Gb18030& operator=(const Gb18030&) = delete;

    // Takes characters off the front of `in` and puts them at `out`, which has room for three bytes
    // for each byte, and moves that on. kCut: the rest is the beginning of a character.
    Decoded decode(std::string_view& in, char*& out);

  private:
    Decoded decode_four(std::string_view& in, char*& out);
    void* converter_;  // of iconv
};

}  // namespace tz::sheet
