#include "policy/eval/column.h"

#include <cstring>
#include <functional>

namespace tz::policy {
namespace {

// Bytes behind the last value that may be read: kernels take 64 rows at a time.
constexpr std::size_t kPadding = 512;
constexpr std::size_t kFirstSlots = 64;

constexpr std::size_t kFirstRoom = 64;  // rows

std::int64_t highest(Width width) {
    return width == Width::kLong ? std::numeric_limits<std::int64_t>::max()
                                 : (std::int64_t{1} << (8 * bytes_of(width) - 1)) - 1;
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

std::uint32_t hash_of(std::string_view text) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
}

}  // namespace

void Dictionary::push_back(std::string_view text) {
    bytes_.append(text);
    ends_.push_back(bytes_.size());
}

std::int64_t Column::number(std::size_t row) const {
    if (width_ == Width::kBit) return bits_.get(row) ? 1 : 0;
    return load(data_.data(), width_, row);
}

void ColumnWriter::grow() {
    room_ = room_ == 0 ? kFirstRoom : room_ * 3 / 2;
    data_.resize(room_ * bytes_of(width_));
    known_.resize(room_);
}

void ColumnWriter::widen(std::int64_t value) {
    const Width from = width_;
    while (value < low_ || value > high_) {
        width_ = static_cast<Width>(static_cast<std::size_t>(width_) + 1);
        high_ = highest(width_);
        low_ = -high_ - 1;
    }
    const std::vector<std::byte> narrow = std::move(data_);
    data_ = std::vector<std::byte>(room_ * bytes_of(width_));
    for (std::size_t i = 0; i < size_; ++i) save(i, load(narrow.data(), from, i));
}

namespace {

// Values of one size in another order.
template <class T>
void reorder(const std::byte* from, const std::vector<std::uint32_t>& order, std::byte* to) {
    for (std::size_t i = 0; i < order.size(); ++i)
        std::memcpy(to + i * sizeof(T), from + order[i] * sizeof(T), sizeof(T));
}

void reorder(const std::byte* from, Width width, const std::vector<std::uint32_t>& order,
             std::byte* to) {
    switch (width) {
        case Width::kByte:
            return reorder<std::int8_t>(from, order, to);
        case Width::kShort:
            return reorder<std::int16_t>(from, order, to);
        case Width::kWord:
            return reorder<std::int32_t>(from, order, to);
        default:
            return reorder<std::int64_t>(from, order, to);
    }
}

}  // namespace

Column ColumnWriter::finish(const std::vector<std::uint32_t>& order, bool is_bool,
                            std::shared_ptr<const Dictionary> texts) {
    Column out;
    out.size_ = order.size();
    out.width_ = is_bool ? Width::kBit : width_;
    out.texts_ = std::move(texts);
    out.least_ = least_;
    out.most_ = most_;
    out.all_known_ = unknowns_ == 0;
    if (!out.all_known_) out.known_.resize(order.size());
    for (std::size_t i = 0; !out.all_known_ && i < order.size(); ++i)
        if (known_.get(order[i])) out.known_.set(i);
    if (is_bool) {
        out.bits_.resize(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            if (load(data_.data(), width_, order[i]) != 0) out.bits_.set(i);
    } else {
        out.data_.resize(order.size() * bytes_of(width_) + kPadding);
        reorder(data_.data(), width_, order, out.data_.data());
    }
    *this = ColumnWriter();
    return out;
}

Column ColumnWriter::finish(bool is_bool, std::shared_ptr<const Dictionary> texts) {
    std::vector<std::uint32_t> order(size_);
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
