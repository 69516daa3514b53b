#include "sheet/row_buffer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace tz::sheet {
namespace {
constexpr std::size_t kBlock = std::size_t{64} << 10;
}

std::string_view Arena::keep(std::string_view text) {
    while (block_ < blocks_.size() && blocks_[block_].size - used_ < text.size()) {
        ++block_;
        used_ = 0;
    }
    if (block_ == blocks_.size()) {
        const std::size_t size = std::max(kBlock, text.size());
        blocks_.push_back({std::unique_ptr<char[]>(new char[size]), size});
    }
    char* to = blocks_[block_].data.get() + used_;
    std::memcpy(to, text.data(), text.size());
    used_ += text.size();
    return {to, text.size()};
}

void RowBuffer::begin(std::int64_t number) {
    number_ = number;
    row_bytes_ = 0;
    std::fill_n(cells_.begin(), width_, std::string_view());
    width_ = 0;
    arena_.clear();
}

bool RowBuffer::make_room(std::size_t column, std::string_view text) {
    if (!check_limits(column, text)) return false;
    if (column >= cells_.size()) {
        cells_.resize(std::min<std::size_t>((column + 1) * 2, limits_.row_width));
    }
    if (cells_[column].empty()) return true;
    return refuse(column, ErrorKind::kInvalid, "同一个单元格出现两次，文件已损坏；请重新导出",
                  "the same cell comes twice, the file is damaged; export it again");
}

bool RowBuffer::emit(const OnRow& on_row) {
    if (width_ == 0) return true;
    return on_row({number_, std::span(cells_).first(width_)});
}

bool RowBuffer::check_limits(std::size_t column, std::string_view text) {
    const auto over = [&](std::uint64_t limit, std::string_view zh, std::string_view en) {
        return refuse(column, ErrorKind::kLimit, fmt::format("{}超过 {} 的限度", zh, limit),
                      fmt::format("{}, more than the limit of {}", en, limit));
    };
    if (column >= limits_.row_width) return over(limits_.row_width, "列数", "too many columns");
    if (cells_read_ > limits_.cells) {
        return over(limits_.cells, "有内容的单元格太多，请分成几个文件；个数",
                    "too many cells, split the file");
    }
    if (row_bytes_ > limits_.row_bytes)
        return over(limits_.row_bytes, "一行的字节数", "too many bytes in a row");
    if (text.size() > limits_.text && char_count(text) > limits_.text) {
        return over(limits_.text, "单元格字数", "too many characters in a cell");
    }
    return true;
}

bool RowBuffer::refuse(std::size_t column, ErrorKind kind, std::string_view zh,
                       std::string_view en) {
    error_ = fault_at(place(column), kind, zh, en);
    return false;
}

}  // namespace tz::sheet
