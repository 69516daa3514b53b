// kNames<"户编码", "家庭编号">: a list of other spellings with static lifetime, written where it is
// used in a table. Owned by domain; plain constants, safe from any thread.
#pragma once
#include <cstddef>
#include <string_view>

namespace tz {

template <std::size_t N>
struct Literal {
    char bytes[N]{};
    consteval Literal(const char (&text)[N]) {
        for (std::size_t i = 0; i < N; ++i) bytes[i] = text[i];
    }
};

template <Literal... Texts>
inline constexpr std::string_view kNames[] = {
    std::string_view(Texts.bytes, sizeof(Texts.bytes) - 1)...};

}  // namespace tz
