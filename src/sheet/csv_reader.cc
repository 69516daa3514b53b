#include "sheet/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>

#include "sheet/charset.h"
#include "sheet/place.h"
#include "sheet/row_buffer.h"

namespace tz::sheet {
namespace {

constexpr std::size_t kSample = std::size_t{64} << 10;
constexpr std::size_t kSampleRows = 50;
constexpr std::array kSeparators = {',', '\t', ';'};

// Splits text into rows of a RowBuffer. Knows nothing of encodings and of where text comes from.
class CsvRows {
  public:
    CsvRows(RowBuffer& row, char separator) : row_(row), separator_(separator) {}

    enum class End : std::uint8_t { kRow, kCut, kOpenQuote, kRefused };
    // One row from the start of `text`, its line break included in `used`. With `last` the end of
    // the text ends the row; else kCut asks for more text and the row is read again.
    End next(std::string_view text, bool last, std::int64_t number, std::size_t& used);
    // Where it stopped.
    std::size_t column() const { return column_; }

  private:
    End quoted(const char*& p, const char* end, bool last);
    End plain(const char*& p, const char* end, bool last);
    const char* to_special(const char* p, const char* end) const;

    RowBuffer& row_;
    char separator_;
    std::size_t column_ = 0;
    std::string text_{};
};

constexpr std::uint64_t every_byte(char c) {
    return std::uint64_t{0x0101010101010101} * static_cast<unsigned char>(c);
}

// The high bit of each byte of the word that is `c`; above the lowest such byte there may be more.
std::uint64_t marks(std::uint64_t word, char c) {
    const std::uint64_t zeros = word ^ every_byte(c);
    return (zeros - every_byte(1)) & ~zeros & every_byte('\x80');
}

// The next separator or line break, eight bytes at a time.
const char* CsvRows::to_special(const char* p, const char* end) const {
    for (; end - p >= 8; p += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, p, sizeof word);
        const std::uint64_t found = marks(word, separator_) | marks(word, '\n') | marks(word, '\r');
        if (found != 0) return p + std::countr_zero(found) / 8;
    }
    while (p < end && *p != separator_ && *p != '\n' && *p != '\r') ++p;
    return p;
}

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

// ="430524" is how exports keep Excel from making a number of it, '=1+1 how ours keep it from
// making a formula.
std::string_view unguard(std::string_view cell) {
    if (cell.size() < 2) return cell;
    if (cell[0] == '\'') {
        const std::size_t mark = cell.find_first_not_of('\'');
        const bool guards =
            mark != cell.npos && std::string_view("=+-@").find(cell[mark]) != cell.npos;
        return guards ? cell.substr(1) : cell;
    }
    const bool wrapped = cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"');
    if (!wrapped) return cell;
    const std::string_view inner = cell.substr(2, cell.size() - 3);
    return inner.find('"') == inner.npos ? inner : cell;
}

// Line breaks inside a cell are \n, as in a workbook.
void join_breaks(std::string& text) {
    text = replace_all(std::move(text), "\r\n", "\n");
    std::ranges::replace(text, '\r', '\n');
}

CsvRows::End CsvRows::plain(const char*& p, const char* end, bool last) {
    const char* begin = p;
    p = to_special(p, end);
    if (p == end && !last) return End::kCut;
    std::string_view cell = between(begin, p);
    if (!cell.empty() && (cell[0] == '=' || cell[0] == '\'')) cell = unguard(cell);
    return row_.put_stable(column_, cell) ? End::kRow : End::kRefused;
}

// From behind the opening quote. What stands between the closing one and the separator is kept.
CsvRows::End CsvRows::quoted(const char*& p, const char* end, bool last) {
    text_.clear();
    for (;;) {
        const char* stop = std::find(p, end, '"');
        if (stop == end) return last ? End::kOpenQuote : End::kCut;
        text_.append(p, stop);
        p = stop + 1;
        if (p == end && !last) return End::kCut;
        if (p == end || *p != '"') break;
        text_.push_back('"');
        ++p;
    }
    const char* tail = p;
    p = to_special(p, end);
    if (p == end && !last) return End::kCut;
    text_.append(tail, p);
    if (text_.find('\r') != text_.npos) join_breaks(text_);
    return row_.put(column_, unguard(text_)) ? End::kRow : End::kRefused;
}

CsvRows::End CsvRows::next(std::string_view text, bool last, std::int64_t number,
                           std::size_t& used) {
    row_.begin(number);
    const char* p = text.data();
    const char* const end = p + text.size();
    for (column_ = 0;; ++column_) {
        const bool quote = p < end && *p == '"';
        if (quote) ++p;
        if (const End state = quote ? quoted(p, end, last) : plain(p, end, last);
            state != End::kRow) {
            return state;
        }
        if (p == end || *p != separator_) break;
        ++p;
    }
    if (p < end && *p++ == '\r') {
        if (p == end && !last) return End::kCut;
        if (p < end && *p == '\n') ++p;
    }
    used = static_cast<std::size_t>(p - text.data());
    return End::kRow;
}

class CsvReader : public Reader {
  public:
    CsvReader(std::string_view bytes, std::string_view file, const Limits& limits)
        : bytes_(bytes), file_(file), limits_(limits), encoding_(detect_encoding(bytes)) {}

    FileKind kind() const override { return FileKind::kText; }
    const std::vector<SheetInfo>& sheets() const override { return sheets_; }
    Status read(std::size_t sheet, const OnRow& on_row) override;
    Result<std::vector<Merge>> merges(std::size_t) override { return std::vector<Merge>(); }

  private:
    Error bad_bytes(const Decoder& decoder, const Place& place) const;
    Error open_quote(const Place& place) const;
    Status give_up(CsvRows::End end, const Decoder& decoder, const RowBuffer& row,
                   std::size_t column) const;

    std::string_view bytes_;
    std::string file_;
    Limits limits_;
    Encoding encoding_;
    std::vector<SheetInfo> sheets_{SheetInfo{}};
};

Status CsvReader::read(std::size_t sheet, const OnRow& on_row) {
    CHECK(sheet == 0);
    RowBuffer row(limits_, file_, "");
    Decoder decoder(bytes_, encoding_);
    CsvRows rows(row, find_separator(decoder.text()));
    std::size_t position = 0;
    for (std::int64_t number = 1;;) {
        const bool last = decoder.state() == Decoder::State::kEnd;
        const std::string_view text = decoder.text().substr(position);
        if (text.empty() && last) return ok();
        std::size_t used = 0;
        const CsvRows::End end = rows.next(text, last, number, used);
        if (end == CsvRows::End::kRow) {
            if (!row.emit(on_row)) return ok();
            position += used;
            ++number;
            continue;
        }
        const bool can_read_on = end == CsvRows::End::kCut && text.size() <= limits_.row_bytes &&
                                 decoder.state() == Decoder::State::kMore;
        if (!can_read_on) return give_up(end, decoder, row, rows.column());
        decoder.advance(position);
        position = 0;
    }
}

Status CsvReader::give_up(CsvRows::End end, const Decoder& decoder, const RowBuffer& row,
                          std::size_t column) const {
    if (end == CsvRows::End::kRefused) return row.error();
    const Place place = row.place(column);
    if (end == CsvRows::End::kCut && decoder.state() == Decoder::State::kBad) {
        return bad_bytes(decoder, place);
    }
    return open_quote(place);
}

Error CsvReader::bad_bytes(const Decoder& decoder, const Place& place) const {
    const Text name = name_of(encoding_.charset);
    return fault_at(
        place, ErrorKind::kInvalid,
        fmt::format("字节 {} 不是 {}编码的字；请用 Excel 打开原表，另存为“CSV "
                    "UTF-8（逗号分隔）”后再导入",
                    decoder.bad_bytes(), name.zh),
        fmt::format("bytes {} are no character of {}; save the table as \"CSV UTF-8\" and try "
                    "again",
                    decoder.bad_bytes(), name.en));
}

Error CsvReader::open_quote(const Place& place) const {
    return fault_at(place, ErrorKind::kInvalid,
                    "从这里开始的双引号没有配对，后面的内容都连成了一格；请补上或删去引号",
                    "the quote that opens here is never closed; close or remove it");
}

}  // namespace

char find_separator(std::string_view text) {
    text = text.substr(0, kSample);
    std::array<std::map<std::size_t, std::size_t>, kSeparators.size()> rows_by_count;
    std::array<std::size_t, kSeparators.size()> counts{};
    std::size_t rows = 0;
    bool quoted = false;
    for (std::size_t i = 0; i <= text.size() && rows < kSampleRows; ++i) {
        const char c = i < text.size() ? text[i] : '\n';
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        const auto found = std::ranges::find(kSeparators, c);
        if (found != kSeparators.end()) {
            ++counts[static_cast<std::size_t>(found - kSeparators.begin())];
        } else if (c == '\n' || c == '\r') {
            for (std::size_t s = 0; s < counts.size(); ++s) {
                if (counts[s] > 0) ++rows_by_count[s][counts[s]];
            }
            counts = {};
            ++rows;
        }
    }
    char best = ',';
    std::pair<std::size_t, std::size_t> best_score{};  // rows that agree, separators in each
    for (std::size_t s = 0; s < kSeparators.size(); ++s) {
        for (const auto& [count, agreeing] : rows_by_count[s]) {
            const std::pair score{agreeing, count};
            if (score <= best_score) continue;
            best_score = score;
            best = kSeparators[s];
        }
    }
    return best;
}

Result<std::unique_ptr<Reader>> open_csv(std::string_view bytes, std::string_view file,
                                         const Limits& limits) {
    return std::unique_ptr<Reader>(std::make_unique<CsvReader>(bytes, file, limits));
}

}  // namespace tz::sheet
