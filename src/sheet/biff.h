// The records of an old workbook (BIFF8, the content of xls): a chain of typed, short byte strings
// that go on in CONTINUE records. Takes damaged input. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/little_endian.h"

namespace tz::sheet {

enum class Biff : std::uint16_t {
    kFormula = 0x06,
    kEnd = 0x0A,
    kDateMode = 0x22,
    kPassword = 0x2F,
    kContinue = 0x3C,
    kSheet = 0x85,
    kManyRk = 0xBD,
    kRichText = 0xD6,
    kCellFormat = 0xE0,
    kMerges = 0xE5,
    kTexts = 0xFC,
    kTextIndex = 0xFD,
    kNumber = 0x203,
    kText = 0x204,
    kBoolOrError = 0x205,
    kFormulaText = 0x207,
    kRk = 0x27E,
    kFormat = 0x41E,
    kBegin = 0x809,
};

class BiffRecords {
  public:
    explicit BiffRecords(std::string_view stream, std::size_t at = 0) : stream_(stream), at_(at) {}
    // False at the end, and where a record is cut: is_cut() tells.
    bool next();
    Biff type() const { return type_; }
    std::string_view body() const { return body_; }
    std::size_t start() const { return start_; }  // of the current record
    bool is_cut() const { return cut_; }
    // The body and those of the CONTINUE records behind it, which are passed over.
    std::vector<std::string_view> pieces();

  private:
    std::string_view stream_;
    std::size_t at_ = 0;
    std::size_t start_ = 0;
    Biff type_ = Biff::kEnd;
    std::string_view body_{};
    bool cut_ = false;
};

// Reads numbers and texts through pieces of a record. Where the characters of a text go on in the
// next piece, that begins with a byte that tells their width anew.
class BiffCursor {
  public:
    explicit BiffCursor(std::vector<std::string_view> pieces) : pieces_(std::move(pieces)) {}
    std::uint8_t u8();
    std::uint16_t u16() {
        const std::uint16_t low = u8();
        return static_cast<std::uint16_t>(low | u8() << 8);
    }
    std::uint32_t u32() {
        const std::uint32_t low = u16();
        return low | static_cast<std::uint32_t>(u16()) << 16;
    }
    void skip(std::size_t bytes);
    // Flags, formatting runs and all: appends the text as UTF-8.
    void text(std::size_t characters, std::string& out);
    bool failed() const { return failed_; }  // something was read past the end

  private:
    bool ensure();
    std::size_t units(std::size_t count, bool wide, char32_t& high, std::string& out);

    std::vector<std::string_view> pieces_;
    std::size_t piece_ = 0;
    std::size_t at_ = 0;
    bool failed_ = false;
};

// A number packed into 30 bits.
double rk_value(std::uint32_t packed);
double double_at(std::string_view bytes, std::size_t at);
// "#N/A" for 42.
std::string_view error_text(std::uint8_t code);

}  // namespace tz::sheet
