// The signs by which a Chinese policy document numbers its parts: 第一章, 一、, (一), 1., (1), ①,
// 一是 … Works on code points that were made half-width, so that a sign and the original text have
// the same positions. Pure; any thread.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tz::policy {

// From the outside in, as documents nest them.
enum class Rank : std::uint8_t {
    kHeading,   // §1: a line of its own, in a document without numbers
    kBook,      // 第一部分, 第一编
    kChapter,   // 第一章
    kDivision,  // 第一节
    kArticle,   // 第一条
    kFirst,     // 一、
    kSecond,    // (一)
    kStage,     // 第一阶段
    kThird,     // 1.
    kFourth,    // (1)
    kCircled,   // ①
    kNamed,     // “六看”:
    kOrdinal,   // 一是, 一要, 第一, 首先
};

struct Mark {
    Rank rank = Rank::kFirst;
    int value = 0;
    std::u32string label{};  // as an address writes it
    std::size_t size = 0;    // characters of the text
};

// What a line begins with.
std::optional<Mark> line_mark(std::u32string_view line);
// An ordinal or a sign within a line: 一是, ①, 第二, / 其次, and, where a sentence begins, 2. and
// (2).
std::optional<Mark> ordinal_at(std::u32string_view text);
std::optional<Mark> sentence_mark_at(std::u32string_view text);
// “六看”: at the beginning of a line.
std::optional<Mark> group_mark(std::u32string_view line);
// 三 or 三看 within the group “六看”.
std::optional<Mark> group_item_at(std::u32string_view text, const Mark& group);

// 1..99 in Chinese digits; 0 where none begins. `size` is what was read.
int chinese_number(std::u32string_view text, std::size_t& size);
std::u32string chinese_digits(int value);

}  // namespace tz::policy
