// One column of the image: values of one field (or derived from fields) in the narrowest type that
// holds them, with a bit a row for "known". Unknown rows hold 0. Immutable once made.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tz::policy {

// Bits, 64 a word. One word more than needed stands behind, so that a reader may take 64 bits from
// any position.
class Bitmap {
  public:
    Bitmap() = default;
    explicit Bitmap(std::size_t size) { resize(size); }
    void resize(std::size_t size) { words_.resize(size / 64 + 2); }
    bool get(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }
    void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
    const std::uint64_t* data() const { return words_.data(); }
    std::size_t memory() const { return words_.capacity() * sizeof(std::uint64_t); }

  private:
    std::vector<std::uint64_t> words_;
};

// Distinct texts by code.
class Dictionary {
  public:
    std::size_t size() const { return ends_.size(); }
    std::string_view at(std::size_t code) const {
        const std::size_t first = code == 0 ? 0 : ends_[code - 1];
        return std::string_view(bytes_).substr(first, ends_[code] - first);
    }
    void push_back(std::string_view text);
    std::size_t memory() const {
        return bytes_.capacity() + ends_.capacity() * sizeof(std::uint64_t);
    }

  private:
    std::string bytes_;
    std::vector<std::uint64_t> ends_;
};

enum class Width : std::uint8_t { kBit, kByte, kShort, kWord, kLong };
inline std::size_t bytes_of(Width width) {
    return width == Width::kBit ? 0 : std::size_t{1} << (static_cast<std::size_t>(width) - 1);
}

class Column {
  public:
    Width width() const { return width_; }
    std::size_t size() const { return size_; }
    bool all_known() const { return all_known_; }
    bool known(std::size_t row) const { return all_known_ || known_.get(row); }
    // 0 where unknown; the code of a text.
    std::int64_t number(std::size_t row) const;
    std::string_view text(std::size_t row) const {
        return texts_->at(static_cast<std::size_t>(number(row)));
    }
    bool is_text() const { return texts_ != nullptr; }
    const std::shared_ptr<const Dictionary>& texts() const { return texts_; }
    // For kernels: values of rows from 0 (not for kBit), true bits (kBit), known bits (none when
    // every row is known).
    const std::byte* data() const { return data_.data(); }
    const std::uint64_t* bits() const { return bits_.data(); }
    const std::uint64_t* known_bits() const { return known_.data(); }
    // Of the known values; the least is above the most when there is none.
    std::int64_t least() const { return least_; }
    std::int64_t most() const { return most_; }
    std::size_t memory() const { return data_.capacity() + bits_.memory() + known_.memory(); }

  private:
    friend class ColumnWriter;
    Width width_ = Width::kByte;
    std::size_t size_ = 0;
    bool all_known_ = true;
    std::vector<std::byte> data_;
    Bitmap bits_;
    Bitmap known_;
    std::shared_ptr<const Dictionary> texts_;
    std::int64_t least_ = 0;
    std::int64_t most_ = 0;
};

// Collects values row by row and widens as they need.
class ColumnWriter {
  public:
    void push_back(std::int64_t value) {
        if (size_ == room_) grow();
        if (value < low_ || value > high_) widen(value);
        save(size_, value);
        known_.set(size_++);
        least_ = value < least_ ? value : least_;
        most_ = value > most_ ? value : most_;
    }
    void push_unknown() {
        if (size_ == room_) grow();
        ++unknowns_;
        save(size_++, 0);
    }
    std::size_t size() const { return size_; }
    // The column with the rows in another order: row i is what came as order[i]. `is_bool` packs
    // values into bits. The writer is empty afterwards.
    Column finish(const std::vector<std::uint32_t>& order, bool is_bool,
                  std::shared_ptr<const Dictionary> texts = nullptr);
    // In the order they came.
    Column finish(bool is_bool, std::shared_ptr<const Dictionary> texts = nullptr);

  private:
    void save(std::size_t i, std::int64_t value) {
        std::byte* at = data_.data() + i * bytes_of(width_);
        switch (width_) {
            case Width::kByte:
                return put(at, static_cast<std::int8_t>(value));
            case Width::kShort:
                return put(at, static_cast<std::int16_t>(value));
            case Width::kWord:
                return put(at, static_cast<std::int32_t>(value));
            default:
                return put(at, value);
        }
    }
    template <class T>
    static void put(std::byte* at, T value) {
        std::memcpy(at, &value, sizeof(T));
    }
    void grow();
    void widen(std::int64_t value);

    Width width_ = Width::kByte;
    std::int64_t low_ = std::numeric_limits<std::int8_t>::min();  // what the width holds
    std::int64_t high_ = std::numeric_limits<std::int8_t>::max();
    std::size_t size_ = 0;
    std::size_t room_ = 0;
    std::vector<std::byte> data_;
    Bitmap known_;
    std::size_t unknowns_ = 0;
    std::int64_t least_ = std::numeric_limits<std::int64_t>::max();
    std::int64_t most_ = std::numeric_limits<std::int64_t>::min();
};

// Collects texts and gives each distinct one a code, in order of first sight.
class DictionaryWriter {
  public:
    DictionaryWriter();
    std::uint32_t code(std::string_view text);
    std::shared_ptr<const Dictionary> finish();  // the writer is empty afterwards

  private:
    void grow();
    std::shared_ptr<Dictionary> texts_;
    std::vector<std::uint32_t> hashes_;  // by code
    std::vector<std::uint32_t> slots_;   // code + 1; 0: free
};

}  // namespace tz::policy
