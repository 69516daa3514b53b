#include "base/digest.h"

#include <openssl/evp.h>

#include <limits>
#include <memory>

#include "base/hex.h"
#include "base/result.h"

namespace tz {
namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

EVP_MD_CTX* thread_context() {
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    return context.get();
}

// Fetched once and kept: looking the algorithm up costs more than hashing a short key.
const EVP_MD* algorithm(DigestKind kind) {
    static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (kind == DigestKind::kSha256) return sha256;
    static const EVP_MD* const sm3 = EVP_MD_fetch(nullptr, "SM3", nullptr);
    return sm3;
}

// In one append: byte by byte, the string checks its room eight times.
template <class Number>
void put_little_endian(std::string& out, Number value) {
    std::array<char, sizeof value> bytes{};
    for (char& byte : bytes) {
        byte = static_cast<char>(value & 0xFF);
        value = static_cast<Number>(value >> 8);
    }
    out.append(bytes.data(), bytes.size());
}

}  // namespace

Digest digest(std::string_view bytes, DigestKind kind) {
    EVP_MD_CTX* context = thread_context();
    Digest out{};
    unsigned int size = 0;
    CHECK(EVP_DigestInit_ex2(context, algorithm(kind), nullptr) == 1);
    CHECK(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1);
    CHECK(EVP_DigestFinal_ex(context, out.data(), &size) == 1);
    CHECK(size == out.size());
    return out;
}

std::string to_hex(const Digest& value) {
    std::string out;
    out.reserve(2 * value.size());
    for (std::uint8_t byte : value) put_hex(out, byte);
    return out;
}

std::optional<Digest> parse_digest(std::string_view hex) {
    Digest out{};
    if (hex.size() != 2 * out.size()) return std::nullopt;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const int high = hex_value(hex[2 * i]), low = hex_value(hex[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        out[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return out;
}

void put_bytes(std::string& out, std::string_view bytes) {
    CHECK(bytes.size() <= std::numeric_limits<std::uint32_t>::max());
    put_little_endian(out, static_cast<std::uint32_t>(bytes.size()));
    out.append(bytes);
}

void put_int(std::string& out, std::int64_t value) {
    put_little_endian(out, static_cast<std::uint64_t>(value));
}

void put_tag(std::string& out, std::uint32_t tag) { put_little_endian(out, tag); }

}  // namespace tz
