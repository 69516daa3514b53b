#include "sheet/charset.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/result.h"
#include "base/utf8.h"
#include "sheet/clean_text.h"

namespace tz::sheet {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
// So many characters that are UTF-8 by chance do not occur in GB18030 text.
constexpr std::size_t kChance = 16;
// CP936 has the euro at a byte where GB18030 has nothing.
constexpr char kEuroByte = '\x80';
constexpr std::string_view kEuro = "\xE2\x82\xAC";

constexpr std::array<const char*, 4> kIconvNames = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"};

std::size_t count_leads(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

bool is_mostly_utf8(std::string_view bytes) {
    const std::size_t clean = clean_prefix(bytes, Controls::kAllowed);
    if (clean == bytes.size()) return true;
    return count_leads(bytes.substr(0, clean)) >= kChance || is_cut_character(bytes.substr(clean));
}

}  // namespace

Encoding detect_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return {Charset::kUtf8, 3};
    if (bytes.starts_with("\xFF\xFE")) return {Charset::kUtf16le, 2};
    if (bytes.starts_with("\xFE\xFF")) return {Charset::kUtf16be, 2};
    return {is_mostly_utf8(bytes) ? Charset::kUtf8 : Charset::kGb18030, 0};
}

Text name_of(Charset charset) {
    const auto i = static_cast<std::size_t>(charset);
    if (charset == Charset::kGb18030) return {"GB18030（GBK）", "GB18030 (GBK)"};
    return {kIconvNames[i], kIconvNames[i]};
}

Decoder::Decoder(std::string_view bytes, Encoding encoding)
    : rest_(bytes.substr(encoding.bom)), encoding_(encoding) {
    if (encoding.charset == Charset::kUtf8) {
        const std::size_t clean = clean_prefix(rest_, Controls::kAllowed);
        text_ = rest_.substr(0, clean);
        rest_.remove_prefix(clean);
        state_ = rest_.empty() ? State::kEnd : State::kBad;
        return;
    }
    const auto i = static_cast<std::size_t>(encoding.charset);
    converter_ = iconv_open("UTF-8", kIconvNames[i]);
    CHECK(converter_ != reinterpret_cast<void*>(-1));
    advance(0);
}

Decoder::~Decoder() {
    if (converter_) iconv_close(converter_);
}

void Decoder::advance(std::size_t used) {
    if (!converter_) {
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
    std::size_t out_left = piece.size() * 3;
    int reason = 0;
    while (!piece.empty()) {
        char* in = const_cast<char*>(piece.data());  // iconv only reads it
        std::size_t in_left = piece.size();
        const std::size_t failed = iconv(converter_, &in, &in_left, &out, &out_left);
        reason = failed == static_cast<std::size_t>(-1) ? errno : 0;
        piece.remove_prefix(piece.size() - in_left);
        const bool euro = encoding_.charset == Charset::kGb18030 && reason == EILSEQ &&
                          !piece.empty() && piece[0] == kEuroByte;
        if (!euro) break;
        out = std::copy(kEuro.begin(), kEuro.end(), out);
        out_left -= kEuro.size();
        piece.remove_prefix(1);
    }
    buffer_.resize(buffer_.size() - out_left);
    rest_.remove_prefix(static_cast<std::size_t>(piece.data() - rest_.data()));
    if (rest_.empty()) state_ = State::kEnd;
    if (!piece.empty() && (reason == EILSEQ || (reason == EINVAL && last))) state_ = State::kBad;
}

std::string Decoder::bad_bytes() const {
    std::string text;
    for (char c : rest_.substr(0, 2)) {
        text += fmt::format("{}0x{:02X}", text.empty() ? "" : " ", static_cast<unsigned char>(c));
    }
    return text;
}

}  // namespace tz::sheet
