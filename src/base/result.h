// Result<T>: a value or an Error. The shape of std::expected, which neither g++ 12 nor clang 14
// offers in C++20 mode; replace by an alias when both do.
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

#include "base/text.h"

namespace tz {

enum class ErrorKind : std::uint8_t {
    kInvalid,       // what was given is wrong; the text says what to do
    kNotFound,      // not there, or outside the caller's scope (the two look the same)
    kForbidden,     // the caller's role may not do it
    kConflict,      // somebody else changed the record first
    kPrecondition,  // not in this state
    kLimit,         // a named limit was passed
    kUnavailable,   // disk, lock, other process; trying again may help
    kBug,           // a fault of the program
};

struct Error {
    ErrorKind kind = ErrorKind::kBug;
    Text text{};
    std::string field{};  // the field, column or file it is about, where there is one
};

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}
    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }
    T& value() { return std::get<0>(state_); }
    const T& value() const { return std::get<0>(state_); }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const { return std::get<1>(state_); }

  private:
    std::variant<T, Error> state_;
};

struct Unit {};
using Status = Result<Unit>;
inline Status ok() { return Unit{}; }

inline Error invalid(std::string zh, std::string en, std::string field = {}) {
    return {ErrorKind::kInvalid, {std::move(zh), std::move(en)}, std::move(field)};
}
inline Error failure(ErrorKind kind, std::string zh, std::string en, std::string field = {}) {
    return {kind, {std::move(zh), std::move(en)}, std::move(field)};
}

}  // namespace tz

// The only macros of the tree.
#define TZ_CONCAT_(a, b) a##b
#define TZ_CONCAT(a, b) TZ_CONCAT_(a, b)
#define RETURN_IF_ERROR(expr) \
    if (auto status_ = (expr); !status_) return status_.error()
#define ASSIGN_OR_RETURN(decl, expr) ASSIGN_OR_RETURN_(TZ_CONCAT(result_, __LINE__), decl, expr)
#define ASSIGN_OR_RETURN_(tmp, decl, expr) \
    auto tmp = (expr);                     \
    if (!tmp) return tmp.error();          \
    decl = std::move(*tmp)
// For faults of the program, never for input; on in production.
#define CHECK(condition)                                                                       \
    do {                                                                                       \
        if (!(condition)) {                                                                    \
            std::fprintf(stderr, "%s:%d: check failed: %s\n", __FILE__, __LINE__, #condition); \
            std::abort();                                                                      \
        }                                                                                      \
    } while (false)
