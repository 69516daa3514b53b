// Text of unknown encoding becomes UTF-8, strictly: a byte that is no character is an error with
// its place, never a question mark. Pure. One thread at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/text.h"
#include "sheet/gb18030.h"

namespace tz::sheet {

enum class Charset : std::uint8_t { kUtf8, kGb18030, kUtf16le, kUtf16be };

struct Encoding {
    Charset charset = Charset::kUtf8;
    std::size_t bom = 0;    // bytes of the mark at the start
    std::size_t clean = 0;  // UTF-8 only: bytes up to the first that is no character
};

// By the mark at the start; else UTF-8 if it is that (or nearly: a cut or a few bad bytes in a long
// text), else GB18030, as which everything called GBK or GB2312 is read.
Encoding detect_encoding(std::string_view bytes);
Text name_of(Charset charset);
// The other way, for programs that expect it; the text must be UTF-8.
Result<std::string> encode_gb18030(std::string_view text);

// Decodes piece by piece.
class Decoder {
  public:
    Decoder(std::string_view bytes, Encoding encoding);
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    enum class State : std::uint8_t { kMore, kEnd, kBad };
    // The text decoded so far and not yet dropped, and whether there is more.
    std::string_view text() const { return text_; }
    State state() const { return state_; }
    // Forgets the first bytes of text() and decodes at least some more, as long as kMore.
    void advance(std::size_t used);
    // Behind kBad: the bytes that are no character, "0xB0 0x31".
    std::string bad_bytes() const;

  private:
    void decode_chunk(std::size_t size);
    Decoded convert(std::string_view& piece, char*& out);

    std::string_view rest_;  // not yet decoded
    std::unique_ptr<Gb18030> gb18030_{};
    void* converter_ = nullptr;  // of iconv, for UTF-16; UTF-8 needs neither
    State state_ = State::kMore;
    std::string buffer_{};
    std::string_view text_{};
};

}  // namespace tz::sheet
