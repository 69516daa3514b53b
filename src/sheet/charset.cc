#include "sheet/charset.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/result.h"
#include "base/utf8.h"
#include "sheet/clean_text.h"

namespace tz::sheet {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
// So many characters that are UTF-8 by chance do not occur in GB18030 text.
constexpr std::size_t kChance = 16;
constexpr std::array<const char*, 4> kNames = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"};

std::size_t count_leads(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

bool is_mostly_utf8(std::string_view bytes, std::size_t clean) {
    return clean == bytes.size() || count_leads(bytes.substr(0, clean)) >= kChance ||
           is_cut_character(bytes.substr(clean));
}

}  // namespace

Encoding detect_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return {.charset = Charset::kUtf16le, .bom = 2};
    if (bytes.starts_with("\xFE\xFF")) return {.charset = Charset::kUtf16be, .bom = 2};
    const bool marked = bytes.starts_with("\xEF\xBB\xBF");
    const std::size_t clean = clean_prefix(bytes, Controls::kAllowed);
    if (marked || is_mostly_utf8(bytes, clean)) {
        return {.charset = Charset::kUtf8, .bom = marked ? 3u : 0u, .clean = clean};
    }
    return {.charset = Charset::kGb18030};
}

Text name_of(Charset charset) {
    const auto i = static_cast<std::size_t>(charset);
    if (charset == Charset::kGb18030) return {"GB18030（GBK）", "GB18030 (GBK)"};
    return {fmt::format("{} ", kNames[i]), kNames[i]};
}

Result<std::string> encode_gb18030(std::string_view text) {
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    CHECK(converter != reinterpret_cast<iconv_t>(-1));
    std::string bytes(text.size() * 2 + 4, '\0');  // no character becomes more than twice as long
    char* in = const_cast<char*>(text.data());     // iconv only reads it
    char* out = bytes.data();
    std::size_t in_left = text.size(), out_left = bytes.size();
    const std::size_t failed = iconv(converter, &in, &in_left, &out, &out_left);
    iconv_close(converter);
    if (failed == static_cast<std::size_t>(-1))
        return invalid(fmt::format("第{}个字节起不是 UTF-8 文字", text.size() - in_left + 1),
                       fmt::format("not UTF-8 from byte {} on", text.size() - in_left + 1));
    bytes.resize(bytes.size() - out_left);
    return bytes;
}

Decoder::Decoder(std::string_view bytes, Encoding encoding) : rest_(bytes) {
    if (encoding.charset == Charset::kUtf8) {
        text_ = bytes.substr(encoding.bom, encoding.clean - encoding.bom);
        rest_.remove_prefix(encoding.clean);
        state_ = rest_.empty() ? State::kEnd : State::kBad;
        return;
    }
    rest_.remove_prefix(encoding.bom);
    if (encoding.charset == Charset::kGb18030) {
        gb18030_ = std::make_unique<Gb18030>();
    } else {
        converter_ = iconv_open("UTF-8", kNames[static_cast<std::size_t>(encoding.charset)]);
        CHECK(converter_ != reinterpret_cast<void*>(-1));
    }
    advance(0);
}

Decoder::~Decoder() {
    if (converter_) iconv_close(converter_);
}

void Decoder::advance(std::size_t used) {
    if (!converter_ && !gb18030_) {
        text_.remove_prefix(used);
        return;
    }
    buffer_.erase(0, used);
    // Twice the piece when nothing could be used of the last: a long row costs no more than it is.
    if (state_ == State::kMore) decode_chunk(std::max(kChunk, buffer_.size()));
    text_ = buffer_;
}

void Decoder::decode_chunk(std::size_t size) {
    std::string_view piece = rest_.substr(0, size);
    const bool last = piece.size() == rest_.size();
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + piece.size() * 3);  // no byte becomes more than three
    char* out = buffer_.data() + kept;
    const Decoded decoded = gb18030_ ? gb18030_->decode(piece, out) : convert(piece, out);
    buffer_.resize(static_cast<std::size_t>(out - buffer_.data()));
    rest_.remove_prefix(static_cast<std::size_t>(piece.data() - rest_.data()));
    if (rest_.empty()) state_ = State::kEnd;
    if (decoded == Decoded::kBad || (decoded == Decoded::kCut && last)) state_ = State::kBad;
}

Decoded Decoder::convert(std::string_view& piece, char*& out) {
    char* in = const_cast<char*>(piece.data());  // iconv only reads it
    std::size_t in_left = piece.size();
    std::size_t out_left = piece.size() * 3;
    const std::size_t failed = iconv(converter_, &in, &in_left, &out, &out_left);
    piece.remove_prefix(piece.size() - in_left);
    if (failed != static_cast<std::size_t>(-1)) return Decoded::kAll;
    return errno == EINVAL ? Decoded::kCut : Decoded::kBad;
}

std::string Decoder::bad_bytes() const {
    std::string text;
    for (char c : rest_.substr(0, 2)) {
        text += fmt::format("{}0x{:02X}", text.empty() ? "" : " ", static_cast<unsigned char>(c));
    }
    return text;
}

}  // namespace tz::sheet
