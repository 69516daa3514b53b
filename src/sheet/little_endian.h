// Numbers in the byte order of office files. Pure. Past the end they are zero.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tz::sheet {

inline std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
    if (bytes.size() < 2 || at > bytes.size() - 2) return 0;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                      static_cast<unsigned char>(bytes[at + 1]) << 8);
}

inline std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
    if (bytes.size() < 4 || at > bytes.size() - 4) return 0;
    return u16_at(bytes, at) | static_cast<std::uint32_t>(u16_at(bytes, at + 2)) << 16;
}

}  // namespace tz::sheet
