// Reads the length-prefixed records that base/digest.h writes. Pure. After damage every further
// answer is empty and is_good() is false, so a reader checks once at the end.
#pragma once
#include <cstdint>
#include <string_view>

namespace tz {

class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::int64_t whole() { return static_cast<std::int64_t>(little_endian(8)); }
    std::string_view bytes() { return take(little_endian(4)); }
    bool is_good() const { return is_good_; }
    bool at_end() const { return rest_.empty(); }

  private:
    std::string_view take(std::uint64_t size) {
        if (size > rest_.size()) {
            is_good_ = false;
            rest_ = {};
            return {};
        }
        const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(size));
        rest_.remove_prefix(taken.size());
        return taken;
    }
    std::uint64_t little_endian(std::uint64_t size) {
        const std::string_view raw = take(size);
        std::uint64_t value = 0;
        for (std::size_t i = raw.size(); i > 0; --i)
            value = value << 8 | static_cast<unsigned char>(raw[i - 1]);
        return value;
    }

    std::string_view rest_;
    bool is_good_ = true;
};

}  // namespace tz
