#include "base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <limits>

namespace tz {
namespace {

using Pieces = std::vector<std::string_view>;

TEST(Text, InGivesTheSentenceOfTheLanguage) {
    const Text text{"保存", "Save"};
    EXPECT_EQ(in(text, Language::kChinese), "保存");
    EXPECT_EQ(in(text, Language::kEnglish), "Save");
}

TEST(Trim, RemovesEveryKindOfWhiteSpace) {
    EXPECT_EQ(trim(" \t\r\n姓名\v\f "), "姓名");
    EXPECT_EQ(trim("\u3000\u00A0\u200B\uFEFF张三 丰\u202C\u2060\u3000"), "张三 丰");
    EXPECT_EQ(trim(" \u3000\uFEFF "), "");
    EXPECT_EQ(trim(""), "");
}

TEST(Trim, LeavesBrokenBytes) {
    EXPECT_EQ(trim(" a\x80 "), "a\x80");
    EXPECT_EQ(trim("\xE3\x80"), "\xE3\x80");
    EXPECT_EQ(trim("\x80\x80\x80\x80\x80\x80 "), "\x80\x80\x80\x80\x80\x80");
}

TEST(Trim, IsIdempotentOnAnyBytes) {
    rc::check([](const std::string& text) {
        const auto once = trim(text);
        RC_ASSERT(trim(once) == once);
    });
}

TEST(ToHalfWidth, ChangesFullWidthAsciiOnly) {
    EXPECT_EQ(to_half_width("１２３ＡＢｃ（）～！"), "123ABc()~!");
    EXPECT_EQ(to_half_width("张\u3000三"), "张 三");
    EXPECT_EQ(to_half_width("、。￥【】"), "、。￥【】");
    EXPECT_EQ(to_half_width("\xFF１"),
              "\xFF"
              "1");
}

TEST(HeaderKey, UnifiesBracketsAndDropsSpace) {
    EXPECT_EQ(header_key(" 姓 名（必填）\n"), "姓名(必填)");
    EXPECT_EQ(header_key("家庭\u3000人口\u00A0【人】"), "家庭人口[人]");
    EXPECT_EQ(header_key("ＩＤ\r\n号码\u200B"), "ID号码");
    EXPECT_EQ(header_key("金额(元)"), header_key("金额 （元）"));
}

TEST(HeaderKey, IsIdempotentOnAnyBytes) {
    rc::check([](const std::u32string& points) {
        const std::string once = header_key(to_utf8(points));
        RC_ASSERT(header_key(once) == once);
    });
}

TEST(Split, KeepsEmptyPieces) {
    EXPECT_EQ(split("a,,b,", ','), (Pieces{"a", "", "b", ""}));
    EXPECT_EQ(split("", ','), (Pieces{""}));
    EXPECT_EQ(split("一|二", '|'), (Pieces{"一", "二"}));
}

TEST(Split, JoinIsItsInverse) {
    rc::check([](const std::string& text) {
        std::vector<std::string> parts;
        for (std::string_view piece : split(text, ',')) parts.emplace_back(piece);
        RC_ASSERT(join(parts, ",") == text);
    });
}

TEST(SplitList, TakesEverySeparatorAndDropsEmptyPieces) {
    EXPECT_EQ(split_list("张三，李四；王五、赵六|钱七, 孙八;\r\n周九"),
              (Pieces{"张三", "李四", "王五", "赵六", "钱七", "孙八", "周九"}));
    EXPECT_EQ(split_list(" ,，\n"), Pieces{});
    EXPECT_EQ(split_list(""), Pieces{});
    EXPECT_EQ(split_list("低保户"), (Pieces{"低保户"}));
}

TEST(Join, SeparatesPartsAlsoWhenTheyAreEmpty) {
    EXPECT_EQ(join({}, ","), "");
    EXPECT_EQ(join({"a"}, ","), "a");
    EXPECT_EQ(join({"", "b", ""}, "、"), "、b、");
}

TEST(ReplaceAll, ReplacesFromLeftToRight) {
    EXPECT_EQ(replace_all("aaa", "aa", "b"), "ba");
    EXPECT_EQ(replace_all("a-b-c", "-", "--"), "a--b--c");
    EXPECT_EQ(replace_all("省市省", "省", ""), "市");
    EXPECT_EQ(replace_all("abc", "", "x"), "abc");
    EXPECT_EQ(replace_all("abc", "d", "x"), "abc");
}

TEST(Utf8, RejectsWhatIsNotUtf8) {
    EXPECT_TRUE(is_utf8("abc 张三 𠮷 \uFFFD"));
    EXPECT_TRUE(is_utf8(""));
    EXPECT_FALSE(is_utf8("\xC0\x80"));          // overlong
    EXPECT_FALSE(is_utf8("\xE0\x80\x80"));      // overlong
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // surrogate
    EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // past the last code point
    EXPECT_FALSE(is_utf8("\xE5\xBC"));          // cut off
    EXPECT_FALSE(is_utf8("\xD5\xC5\xC8\xFD"));  // GBK
}

TEST(Utf8, InvalidBytesComeOneEach) {
    EXPECT_EQ(to_code_points("a\xE5\xBC"), U"a\uFFFD\uFFFD");
    EXPECT_EQ(to_code_points("\xFF张"), U"\uFFFD张");
    EXPECT_EQ(char_count("\x80\x80"), 2u);
}

TEST(Utf8, UnencodableCodePointsBecomeReplacements) {
    const std::u32string bad = {char32_t{0xD800}, char32_t{0x110000}};
    EXPECT_EQ(to_utf8(bad), "\uFFFD\uFFFD");
}

TEST(Utf8, RoundTripsEveryCodePoint) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        const std::u32string one(1, c);
        const std::string bytes = to_utf8(one);
        ASSERT_TRUE(is_utf8(bytes)) << static_cast<std::uint32_t>(c);
        ASSERT_EQ(to_code_points(bytes), one) << static_cast<std::uint32_t>(c);
    }
}

TEST(Utf8, AnyBytesGiveValidText) {
    rc::check([](const std::string& bytes) {
        const std::string clean = to_utf8(to_code_points(bytes));
        RC_ASSERT(is_utf8(clean));
        RC_ASSERT(char_count(clean) == char_count(bytes));
        RC_ASSERT(is_utf8(bytes) == (clean == bytes));
    });
}

TEST(Width, CountsColumns) {
    EXPECT_EQ(char_count("张三abc𠮷"), 6u);
    EXPECT_EQ(display_width("张三abc"), 7u);
    EXPECT_EQ(display_width("𠮷（）ａ"), 8u);
    EXPECT_EQ(display_width("a\u200Be\u0301\n"), 2u);
    EXPECT_EQ(display_width("ｱ한あ"), 5u);
    EXPECT_EQ(display_width(""), 0u);
}

TEST(Numbers, AllDigitsNeedsOne) {
    EXPECT_TRUE(all_digits("0123"));
    EXPECT_FALSE(all_digits(""));
    EXPECT_FALSE(all_digits("12a"));
    EXPECT_FALSE(all_digits("１"));
}

TEST(ToInt, TakesWholeNumbersOnly) {
    EXPECT_EQ(to_int("42"), 42);
    EXPECT_EQ(to_int("-007"), -7);
    EXPECT_EQ(to_int("+5"), 5);
    EXPECT_EQ(to_int("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
    for (const char* text : {"", "-", "+", "1.0", "1,000", " 1", "--1", "9223372036854775808"}) {
        EXPECT_EQ(to_int(text), std::nullopt) << text;
    }
}

TEST(ToInt, RoundTrips) {
    rc::check([](std::int64_t value) { RC_ASSERT(to_int(std::to_string(value)) == value); });
}

TEST(ToScaled, IsExact) {
    EXPECT_EQ(to_scaled("1,234.56", 2), 123456);
    EXPECT_EQ(to_scaled("0.1", 2), 10);
    EXPECT_EQ(to_scaled("-0.05", 2), -5);
    EXPECT_EQ(to_scaled(".5", 1), 5);
    EXPECT_EQ(to_scaled("12.000", 0), 12);
    EXPECT_EQ(to_scaled("12.3400", 2), 1234);
    EXPECT_EQ(to_scaled("+1", 2), 100);
    EXPECT_EQ(to_scaled("1,234,567", 0), 1234567);
    EXPECT_EQ(to_scaled("-92233720368547758.08", 2), std::numeric_limits<std::int64_t>::min());
}

TEST(ToScaled, TrimsAndTakesFullWidth) {
    EXPECT_EQ(to_scaled(" １，２３４．５\u3000", 2), 123450);
    EXPECT_EQ(to_scaled("\t7\u00A0", 0), 7);
}

TEST(ToScaled, RefusesWhatIsNotANumberOrNotExact) {
    for (const char* text : {"",
                             " ",
                             "-",
                             ".",
                             "5.",
                             "-.",
                             "1.234",
                             "1,23",
                             "1,2345",
                             ",123",
                             "1234,567",
                             "1,,234",
                             "1,234,56",
                             "1.2.3",
                             "1e3",
                             "0x10",
                             "一",
                             "1 2",
                             "--1",
                             "+-1",
                             "1.2a",
                             "NaN",
                             "1.,0",
                             "92233720368547758.08",
                             "99999999999999999999"}) {
        EXPECT_EQ(to_scaled(text, 2), std::nullopt) << text;
    }
}

TEST(FromScaled, DropsTrailingZeros) {
    EXPECT_EQ(from_scaled(12345, 2), "123.45");
    EXPECT_EQ(from_scaled(12340, 2), "123.4");
    EXPECT_EQ(from_scaled(12300, 2), "123");
    EXPECT_EQ(from_scaled(-5, 2), "-0.05");
    EXPECT_EQ(from_scaled(0, 4), "0");
    EXPECT_EQ(from_scaled(100, 0), "100");
    EXPECT_EQ(from_scaled(std::numeric_limits<std::int64_t>::min(), 2), "-92233720368547758.08");
}

TEST(FromScaled, RoundTrips) {
    rc::check([](std::int64_t value) {
        const int decimals = *rc::gen::inRange(0, 19);
        RC_ASSERT(to_scaled(from_scaled(value, decimals), decimals) == value);
    });
}

TEST(EditDistance, CountsCharacters) {
    EXPECT_EQ(edit_distance("姓名", "姓名"), 0u);
    EXPECT_EQ(edit_distance("姓名", "姓氏"), 1u);
    EXPECT_EQ(edit_distance("", "身份证"), 3u);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
    EXPECT_EQ(edit_distance("ab", "ba"), 2u);
}

TEST(EditDistance, IsAMetric) {
    rc::check([](const std::string& a, const std::string& b, const std::string& c) {
        RC_ASSERT(edit_distance(a, b) == edit_distance(b, a));
        RC_ASSERT(edit_distance(a, a) == 0u);
        RC_ASSERT(edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c));
        RC_ASSERT(edit_distance(a, b) <= std::max(char_count(a), char_count(b)));
    });
}

TEST(Nearest, StaysWithinTwoEditsAndAThirdOfTheLength) {
    const std::vector<std::string> names = {"身份证号", "户主姓名", "household", "address"};
    EXPECT_EQ(nearest("身份正号", names), "身份证号");
    EXPECT_EQ(nearest("adress", names), "address");
    EXPECT_EQ(nearest("houshold", names), "household");
    EXPECT_EQ(nearest("家庭住址", names), std::nullopt);
    EXPECT_EQ(nearest("hausholt", {"household"}), std::nullopt);
    EXPECT_EQ(nearest("ab", {"ac"}), std::nullopt);
    EXPECT_EQ(nearest("ab", {"ac", "ab"}), "ab");
    EXPECT_EQ(nearest("abc", {}), std::nullopt);
}

}  // namespace
}  // namespace tz
