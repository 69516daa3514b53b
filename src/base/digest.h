// SHA-256 or SM3 of bytes (libcrypto). Pure; safe from any thread.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tz {

enum class DigestKind : std::uint8_t { kSha256, kSm3 };
using Digest = std::array<std::uint8_t, 32>;

Digest digest(std::string_view bytes, DigestKind kind = DigestKind::kSha256);
std::string to_hex(const Digest& digest);
std::optional<Digest> parse_digest(std::string_view hex);

// Length-prefixed binary records, so that no two different records have the same bytes.
void put_bytes(std::string& out, std::string_view bytes);  // 4-byte little-endian length + bytes
void put_int(std::string& out, std::int64_t value);        // 8 bytes little-endian
void put_tag(std::string& out, std::uint32_t tag);         // 4 bytes little-endian

}  // namespace tz
