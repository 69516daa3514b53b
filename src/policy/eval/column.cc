#include "policy/eval/column.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <limits>

namespace tz::policy {
namespace {

// Bytes behind the last value that may be read: kernels take 64 rows at a time.
constexpr std::size_t kPadding = 512;
constexpr std::size_t kFirstSlots = 64;

template <class T>
bool fits(std::int64_t value) {
    return value >= std::numeric_limits<T>::min() && value <= std::numeric_limits<T>::max();
}

Width width_for(std::int64_t value) {
    if (fits<std::int8_t>(value)) return Width::kByte;
    if (fits<std::int16_t>(value)) return Width::kShort;
    return fits<std::int32_t>(value) ? Width::kWord : Width::kLong;
}

template <class T>
std::int64_t load(const std::byte* data, std::size_t i) {
    T value{};
    std::memcpy(&value, data + i * sizeof(T), sizeof(T));
    return value;
}

std::int64_t load(const std::byte* data, Width width, std::size_t i) {
    switch (width) {
        case Width::kByte:
            return load<std::int8_t>(data, i);
        case Width::kShort:
            return load<std::int16_t>(data, i);
        case Width::kWord:
            return load<std::int32_t>(data, i);
        default:
            return load<std::int64_t>(data, i);
    }
}

template <class T>
void save(std::byte* data, std::size_t i, std::int64_t value) {
    const T narrow = static_cast<T>(value);
    std::memcpy(data + i * sizeof(T), &narrow, sizeof(T));
}

void save(std::byte* data, Width width, std::size_t i, std::int64_t value) {
    switch (width) {
        case Width::kByte:
            return save<std::int8_t>(data, i, value);
        case Width::kShort:
            return save<std::int16_t>(data, i, value);
        case Width::kWord:
            return save<std::int32_t>(data, i, value);
        default:
            return save<std::int64_t>(data, i, value);
    }
}

std::uint32_t hash_of(std::string_view text) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
}

}  // namespace

std::size_t Bitmap::count() const {
    std::size_t count = 0;
    for (std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

void Bitmap::push_back(bool bit) {
    if (words_.size() < size_ / 64 + 2) words_.resize(size_ / 64 + 2);
    if (bit) set(size_);
    ++size_;
}

void Dictionary::push_back(std::string_view text) {
    bytes_.append(text);
    ends_.push_back(bytes_.size());
}

std::int64_t Column::number(std::size_t row) const {
    if (width_ == Width::kBit) return bits_.get(row) ? 1 : 0;
    return load(data_.data(), width_, row);
}

void ColumnWriter::reserve(std::size_t rows) { data_.reserve(rows * bytes_of(width_)); }

void ColumnWriter::store(std::size_t i, std::int64_t value) {
    const std::size_t end = (i + 1) * bytes_of(width_);
    if (data_.size() < end) data_.resize(end);
    save(data_.data(), width_, i, value);
}

void ColumnWriter::push_back(std::int64_t value) {
    if (width_for(value) > width_) widen(width_for(value));
    store(known_.size(), value);
    known_.push_back(true);
    const bool first = least_ > most_;
    least_ = first ? value : std::min(least_, value);
    most_ = first ? value : std::max(most_, value);
}

void ColumnWriter::push_unknown() {
    store(known_.size(), 0);
    known_.push_back(false);
    ++unknowns_;
}

void ColumnWriter::widen(Width width) {
    std::vector<std::byte> wide;
    wide.reserve(data_.capacity() / bytes_of(width_) * bytes_of(width));
    wide.resize(known_.size() * bytes_of(width));
    for (std::size_t i = 0; i < known_.size(); ++i) save(wide.data(), width, i, number(i));
    data_ = std::move(wide);
    width_ = width;
}

std::int64_t ColumnWriter::number(std::size_t i) const { return load(data_.data(), width_, i); }

Column ColumnWriter::finish(const std::vector<std::uint32_t>& order, bool is_bool,
                            std::shared_ptr<const Dictionary> texts) {
    Column out;
    out.size_ = order.size();
    out.width_ = is_bool ? Width::kBit : width_;
    out.texts_ = std::move(texts);
    out.least_ = least_;
    out.most_ = most_;
    out.all_known_ = unknowns_ == 0;
    if (!out.all_known_) {
        out.known_ = Bitmap(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            if (known_.get(order[i])) out.known_.set(i);
    }
    if (is_bool) {
        out.bits_ = Bitmap(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            if (number(order[i]) != 0) out.bits_.set(i);
    } else {
        out.data_.resize(order.size() * bytes_of(width_) + kPadding);
        for (std::size_t i = 0; i < order.size(); ++i)
            save(out.data_.data(), width_, i, number(order[i]));
    }
    *this = ColumnWriter();
    return out;
}

Column ColumnWriter::finish(bool is_bool, std::shared_ptr<const Dictionary> texts) {
    std::vector<std::uint32_t> order(known_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
    return finish(order, is_bool, std::move(texts));
}

DictionaryWriter::DictionaryWriter()
    : texts_(std::make_shared<Dictionary>()), slots_(kFirstSlots) {}

std::uint32_t DictionaryWriter::code(std::string_view text) {
    const std::uint32_t hash = hash_of(text);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at] != 0; at = (at + 1) & mask) {
        const std::uint32_t code = slots_[at] - 1;
        if (hashes_[code] == hash && texts_->at(code) == text) return code;
    }
    const auto code = static_cast<std::uint32_t>(hashes_.size());
    slots_[at] = code + 1;
    hashes_.push_back(hash);
    texts_->push_back(text);
    if (hashes_.size() * 2 > slots_.size()) grow();
    return code;
}

void DictionaryWriter::grow() {
    std::vector<std::uint32_t> wide(slots_.size() * 2);
    const std::size_t mask = wide.size() - 1;
    for (std::uint32_t code = 0; code < hashes_.size(); ++code) {
        std::size_t at = hashes_[code] & mask;
        while (wide[at] != 0) at = (at + 1) & mask;
        wide[at] = code + 1;
    }
    slots_ = std::move(wide);
}

std::shared_ptr<const Dictionary> DictionaryWriter::finish() {
    auto out = std::move(texts_);
    *this = DictionaryWriter();
    return out;
}

}  // namespace tz::policy
