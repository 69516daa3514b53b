// The row being read: cells as views, their text in blocks that are used again for the next row, so
// that reading allocates nothing once it runs. Keeps the limits. One thread at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/place.h"
#include "sheet/reader.h"

namespace tz::sheet {

// Memory given out in pieces and taken back all at once.
class Arena {
  public:
    std::string_view keep(std::string_view text);
    void clear() { block_ = used_ = 0; }

  private:
    struct Block {
        std::unique_ptr<char[]> data{};
        std::size_t size = 0;
    };
    std::vector<Block> blocks_{};
    std::size_t block_ = 0;  // the one in use
    std::size_t used_ = 0;   // bytes of it
};

class RowBuffer {
  public:
    RowBuffer(const Limits& limits, std::string_view file, std::string_view sheet)
        : limits_(limits), file_(file), sheet_(sheet) {}

    void begin(std::int64_t number);
    // A cell whose text lives as long as the row is looked at, or is copied. False: see error().
    bool put_stable(std::size_t column, std::string_view text) {
        if (text.empty()) return true;
        row_bytes_ += text.size();
        ++cells_read_;
        const bool plain = column < cells_.size() && cells_[column].empty() &&
                           text.size() <= limits_.text && row_bytes_ <= limits_.row_bytes &&
                           cells_read_ <= limits_.cells;
        if (!plain && !make_room(column, text)) return false;
        if (column >= width_) width_ = column + 1;
        cells_[column] = text;
        return true;
    }
    bool put(std::size_t column, std::string_view text) {
        return put_stable(column, text.empty() ? text : arena_.keep(text));
    }
    // Hands the row over unless it is blank; what the sink answered.
    bool emit(const OnRow& on_row);

    std::int64_t number() const { return number_; }
    Place place(std::size_t column = kNoColumn) const {
        return {.file = file_, .sheet = sheet_, .row = number_, .column = column};
    }
    const Error& error() const { return error_; }

  private:
    bool refuse(std::size_t column, ErrorKind kind, std::string_view zh, std::string_view en);
    bool make_room(std::size_t column, std::string_view text);
    bool check_limits(std::size_t column, std::string_view text);

    const Limits& limits_;
    std::string_view file_;
    std::string_view sheet_;
    std::int64_t number_ = 0;
    std::uint64_t cells_read_ = 0;
    std::uint64_t row_bytes_ = 0;
    std::vector<std::string_view> cells_{};  // longer than the row; empty past its width
    std::size_t width_ = 0;
    Arena arena_{};
    Error error_{};
};

}  // namespace tz::sheet
