#include "sheet/biff.h"

#include <algorithm>
#include <bit>

#include "base/utf8.h"

namespace tz::sheet {

bool BiffRecords::next() {
    start_ = at_;
    if (at_ + 4 > stream_.size()) {
        cut_ = at_ != stream_.size();
        return false;
    }
    type_ = static_cast<Biff>(u16_at(stream_, at_));
    const std::size_t size = u16_at(stream_, at_ + 2);
    cut_ = at_ + 4 + size > stream_.size();
    if (cut_) return false;
    body_ = stream_.substr(at_ + 4, size);
    at_ += 4 + size;
    return true;
}

std::vector<std::string_view> BiffRecords::pieces() {
    std::vector<std::string_view> pieces{body_};
    while (u16_at(stream_, at_) == static_cast<std::uint16_t>(Biff::kContinue) && next()) {
        pieces.push_back(body_);
    }
    return pieces;
}

bool BiffCursor::ensure() {
    while (piece_ < pieces_.size() && at_ >= pieces_[piece_].size()) {
        ++piece_;
        at_ = 0;
    }
    failed_ = failed_ || piece_ == pieces_.size();
    return !failed_;
}

std::uint8_t BiffCursor::u8() {
    return ensure() ? static_cast<std::uint8_t>(pieces_[piece_][at_++]) : std::uint8_t{0};
}

void BiffCursor::skip(std::size_t bytes) {
    while (bytes > 0 && ensure()) {
        const std::size_t step = std::min(bytes, pieces_[piece_].size() - at_);
        at_ += step;
        bytes -= step;
    }
}

void BiffCursor::text(std::size_t count, std::string& out) {
    const std::uint8_t flags = u8();
    const std::size_t runs = (flags & 8) ? u16() : 0;
    const std::size_t phonetic = (flags & 4) ? u32() : 0;
    bool wide = flags & 1;
    char32_t high = 0;
    while (count > 0 && !failed_) {
        count -= units(count, wide, high, out);
        if (count == 0) break;
        failed_ = ++piece_ >= pieces_.size();
        at_ = 0;
        wide = u8() & 1;
    }
    if (high != 0) put_utf8(out, high);
    skip(runs * 4 + phonetic);
}

// As many units of UTF-16 as this piece has; how many that were. `high` is the first half of a
// character whose second half has not come yet.
std::size_t BiffCursor::units(std::size_t count, bool wide, char32_t& high, std::string& out) {
    const std::string_view piece = piece_ < pieces_.size() ? pieces_[piece_] : std::string_view();
    const std::size_t here = std::min(count, (piece.size() - at_) / (wide ? 2 : 1));
    for (std::size_t i = 0; i < here; ++i, at_ += wide ? 2 : 1) {
        const char32_t unit = wide ? u16_at(piece, at_) : static_cast<unsigned char>(piece[at_]);
        const bool is_low = unit >= 0xDC00 && unit < 0xE000;
        if (high != 0)
            put_utf8(out, is_low ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : high);
        const bool joined = high != 0 && is_low;
        high = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
        if (!joined && high == 0) put_utf8(out, unit);
    }
    return here;
}

double double_at(std::string_view bytes, std::size_t at) {
    const std::uint64_t low = u32_at(bytes, at);
    return std::bit_cast<double>(low | std::uint64_t{u32_at(bytes, at + 4)} << 32);
}

double rk_value(std::uint32_t packed) {
    const double value = (packed & 2)
                             ? static_cast<double>(static_cast<std::int32_t>(packed) >> 2)
                             : std::bit_cast<double>(std::uint64_t{packed & 0xFFFFFFFC} << 32);
    return (packed & 1) ? value / 100 : value;
}

std::string_view error_text(std::uint8_t code) {
    switch (code) {
        case 0x00:
            return "#NULL!";
        case 0x07:
            return "#DIV/0!";
        case 0x0F:
            return "#VALUE!";
        case 0x17:
            return "#REF!";
        case 0x1D:
            return "#NAME?";
        case 0x24:
            return "#NUM!";
        default:
            return "#N/A";
    }
}

}  // namespace tz::sheet
