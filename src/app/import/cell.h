// Reads the cells of one column: office spellings to values, and what is odd about them. Owned by
// the plan of a sheet; one thread at a time.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/date.h"
#include "schema/convert.h"

namespace tz::intake {

struct Cell {
    Value value{};           // unknown when blank or unreadable
    bool is_unread = false;  // the text must be kept beside the record
    Text reason{};           // empty: nothing to complain about
    Text action{};
    bool is_doubtful() const { return !reason.zh.empty(); }
};

class CellReader {
  public:
    // `in_ten_thousand`: the header says 万元. `today` is the last day that may have happened.
    CellReader(const Field& field, bool in_ten_thousand, Date today);
    // The answer stays until the next call; the same text as before costs a comparison.
    const Cell& read(std::string_view text);
    const Field& field() const { return *field_; }

  private:
    enum class Style : std::uint8_t { kPlain, kIdNumber, kIdentifier, kName, kListed };

    Cell parse(std::string_view text) const;
    Cell parse_id_number(std::string_view text) const;
    Cell parse_identifier(std::string_view text) const;
    Cell parse_typed(std::string_view text) const;
    void look_at(Cell& cell, std::string_view text) const;

    const Field* field_;
    Style style_ = Style::kPlain;
    bool in_ten_thousand_ = false;
    Date today_{};
    bool has_last_ = false;
    std::string last_text_;
    Cell last_;
    std::unordered_map<std::string, Cell> known_;  // of columns with few different texts
    const Cell* answer_ = nullptr;
};

// "", "/", "-", "—", "nan", "NULL": what offices and programs write for nothing.
bool is_blank(std::string_view text);

}  // namespace tz::intake
