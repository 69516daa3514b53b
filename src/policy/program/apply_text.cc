#include "policy/program/apply_text.h"

#include <algorithm>

#include "base/id_number.h"
#include "base/text.h"
#include "base/utf8.h"

namespace tz::policy {
namespace {

using Int = std::int64_t;

// Byte position of a character counted from 0; the end when there are fewer.
std::size_t byte_of(std::string_view text, Int character) {
    if (is_ascii(text)) return std::min(text.size(), static_cast<std::size_t>(character));
    std::size_t at = 0;
    for (Int i = 0; i < character && at < text.size(); ++i) at += code_point_at(text, at).size;
    return at;
}

std::string_view slice(std::string_view text, Int from, Int count) {
    if (count <= 0) return text.substr(0, 0);
    const Int skipped = std::max<Int>(from, 1) - 1;
    const std::string_view rest = text.substr(byte_of(text, skipped));
    return rest.substr(0, byte_of(rest, count));
}

Int length(std::string_view text) {
    return static_cast<Int>(is_ascii(text) ? text.size() : char_count(text));
}

bool is_mobile(std::string_view text) {
    return text.size() == 11 && all_digits(text) && text[0] == '1' && text[1] >= '3';
}

template <class T>
Datum maybe(const std::optional<T>& value) {
    return value ? Datum::of(static_cast<Int>(*value)) : Datum{};
}

Datum birth(std::string_view text) {
    const auto day = id_birth(text);
    return day ? Datum::of(Int{day->days}) : Datum{};
}

Datum read_number(Op op, std::string_view text) {
    switch (op) {
        case Op::kIdBirth:
            return birth(text);
        case Op::kIdSex:
            return maybe(id_sex(text));
        case Op::kDisabilityKind:
            return maybe(disability_kind(text));
        default:
            return maybe(disability_grade(text));
    }
}

}  // namespace

Datum apply_text(const Program& program, const Instruction& in, std::string_view text) {
    switch (in.op) {
        case Op::kLength:
            return Datum::of(length(text));
        case Op::kStartsWith:
            return Datum::of(Int{text.starts_with(program.texts[in.text])});
        case Op::kContains:
            return Datum::of(Int{text.find(program.texts[in.text]) != std::string_view::npos});
        case Op::kSlice:
            return Datum::of(slice(text, in.int_value, in.int_value2));
        case Op::kIsDigits:
            return Datum::of(Int{all_digits(text)});
        case Op::kIsMobile:
            return Datum::of(Int{is_mobile(text)});
        case Op::kValidIdNumber:
            return Datum::of(Int{valid_id_number(text)});
        default:
            return read_number(in.op, text);
    }
}

}  // namespace tz::policy
