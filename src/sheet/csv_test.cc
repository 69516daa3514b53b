// Text tables: separators, quotes, encodings, and the way back from our own writer.
#include <gtest/gtest.h>
#include <iconv.h>
#include <rapidcheck.h>

#include <optional>

#include "sheet/charset.h"
#include "sheet/csv_reader.h"
#include "sheet/test_files.h"
#include "sheet/writer.h"

namespace tz::sheet {
namespace {

using Table = std::vector<std::vector<std::string>>;

Table read_table(std::string_view bytes) {
    Table table;
    auto reader = open(bytes, "t.csv");
    if (!reader) return {{reader.error().text.en}};
    const Status status = (*reader)->read(0, [&](const RowView& row) {
        table.resize(static_cast<std::size_t>(row.number));
        table.back().assign(row.cells.begin(), row.cells.end());
        return true;
    });
    if (!status) table.push_back({status.error().text.en});
    return table;
}

TEST(Csv, Shapes) {
    const std::pair<const char*, Table> cases[] = {
        {"a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
        {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
        {"a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}},
        {"a\tb,c\nd\te,f,g\n", {{"a", "b,c"}, {"d", "e,f,g"}}},
        {"a;b\nc;d\n", {{"a", "b"}, {"c", "d"}}},
        {"标题，没有分隔\n甲,乙\n丙,丁\n", {{"标题，没有分隔"}, {"甲", "乙"}, {"丙", "丁"}}},
        {"\"a,\"\"b\"\"\",c\n", {{"a,\"b\"", "c"}}},
        {"\"a\r\nb\",c\n", {{"a\nb", "c"}}},
        {"\"a\"x,b\"c\n", {{"ax", "b\"c"}}},
        {"a,,\n,,\nb\n", {{"a"}, {}, {"b"}}},
        {"\n\na", {{}, {}, {"a"}}},
        {"x,=\"007\",=\"a\"\"b\"\n", {{"x", "007", "=\"a\"\"b\""}}},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(read_table(text), expected) << text;
}

TEST(Csv, Separators) {
    EXPECT_EQ(find_separator("a,b;c\n1,2\n"), ',');
    EXPECT_EQ(find_separator("a\tb\n1,5,6\t2\n3\t4,1\n"), '\t');
    EXPECT_EQ(find_separator("\"a;b;c\",d\n\"e;f\",g\n"), ',');
    EXPECT_EQ(find_separator("no separator"), ',');
}

rc::Gen<std::string> any_text() {
    const auto piece = rc::gen::element<std::string>("a", "中", "𠮷", ",", "\"", "\n", "=", "+",
                                                     "-", "@", "'", ";", "\t", "1", ".", "é", " ");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& parts) { return join(parts, ""); });
}

// Rows as they come back: trailing empty cells and blank rows at the end are not told.
Table trimmed(Table table) {
    for (auto& row : table) {
        while (!row.empty() && row.back().empty()) row.pop_back();
    }
    while (!table.empty() && table.back().empty()) table.pop_back();
    return table;
}

TEST(Csv, WhatIsWrittenIsRead) {
    EXPECT_TRUE(rc::check([] {
        Table table = *rc::gen::resize(
            12,
            rc::gen::container<Table>(rc::gen::container<std::vector<std::string>>(any_text())));
        // A heading with commas, as tables have, so that the separator can be told.
        table.insert(table.begin(), {"一", "二", "三", "四", "五", "六", "七", "八", "九"});
        for (auto& row : table) row.resize(9);
        RC_ASSERT(read_table(write_csv(table)) == trimmed(table));
    }));
}

TEST(Csv, NothingWrittenLooksLikeAFormula) {
    const std::string text =
        write_csv({{"=1+1", "+86 1", "-5", "-1,000.5", "@x", "'=1", "-甲", "a=b"}});
    EXPECT_EQ(text, "\xEF\xBB\xBF'=1+1,'+86 1,-5,\"-1,000.5\",'@x,''=1,'-甲,a=b\r\n");
}

std::string convert(std::string text, const char* charset) {
    iconv_t converter = iconv_open(charset, "UTF-8");
    std::string out(text.size() * 2 + 8, '\0');
    char* in = text.data();
    char* to = out.data();
    std::size_t in_left = text.size();
    std::size_t out_left = out.size();
    EXPECT_EQ(iconv(converter, &in, &in_left, &to, &out_left), 0u);
    iconv_close(converter);
    out.resize(out.size() - out_left);
    return out;
}

// As iconv does for one code; nothing when it is none.
std::optional<std::string> by_iconv(iconv_t converter, std::string code) {
    std::string out(16, '\0');
    char* in = code.data();
    char* to = out.data();
    std::size_t in_left = code.size();
    std::size_t out_left = out.size();
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter, &in, &in_left, &to, &out_left) != 0) return std::nullopt;
    out.resize(out.size() - out_left);
    return out;
}

std::string decode_whole(const std::string& bytes, Decoder::State& end) {
    Decoder decoder(bytes, {.charset = Charset::kGb18030});
    std::string text;
    for (;;) {
        text += decoder.text();
        const bool more = decoder.state() == Decoder::State::kMore;
        decoder.advance(decoder.text().size());
        if (!more) break;
    }
    end = decoder.state();
    return text;
}

// Every code of two bytes and many of four, one by one and then all in one stream of chunks.
TEST(Csv, Gb18030AsIconvDoes) {
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    std::string all;
    std::string expected;
    const auto check = [&](const std::string& code) {
        Decoder::State end{};
        const std::string ours = decode_whole(code, end);
        const auto theirs = by_iconv(converter, code);
        EXPECT_EQ(end == Decoder::State::kEnd, theirs.has_value()) << testing::PrintToString(code);
        if (!theirs) return;
        EXPECT_EQ(ours, *theirs);
        all += code;
        expected += *theirs;
    };
    for (int a = 0x81; a <= 0xFF; ++a) {
        for (int b = 0x30; b <= 0xFF; ++b) {
            const std::string two = {static_cast<char>(a), static_cast<char>(b)};
            if (b >= 0x3A) {
                check(two);
                continue;
            }
            const int c = 0x81 + (a * 7 + b) % 0x7E;
            check(two + static_cast<char>(c) + static_cast<char>(0x30 + (a + b) % 10));
        }
    }
    iconv_close(converter);
    EXPECT_GT(all.size(), 48'000u);
    std::string many;
    std::string many_expected;
    for (int i = 0; i < 20; ++i) {
        many += "a" + all;
        many_expected += "a" + expected;
    }
    Decoder::State end{};
    EXPECT_TRUE(decode_whole(many, end) == many_expected);
    EXPECT_EQ(end, Decoder::State::kEnd);
}

TEST(Csv, TheSameInEveryEncoding) {
    std::string text = "编号\t姓名\t金额\n";
    for (int i = 0; i < 40'000; ++i) text += fmt::format("{}\t王𠮷{}\t{}.5\n", i, i % 7, i * 3);
    const Table expected = read_table(text);
    ASSERT_EQ(expected.size(), 40'001u);
    EXPECT_TRUE(read_table("\xEF\xBB\xBF" + text) == expected);
    EXPECT_TRUE(read_table(convert(text, "GB18030")) == expected);
    EXPECT_TRUE(read_table("\xFF\xFE" + convert(text, "UTF-16LE")) == expected);
    EXPECT_TRUE(read_table("\xFE\xFF" + convert(text, "UTF-16BE")) == expected);
}

TEST(Csv, EuroOfCodePage936) {
    std::string euros;
    for (int i = 0; i < 300'000; ++i) euros += i % 3 == 0 ? "\xD6\xD0\n" : "\x80";
    EXPECT_EQ(read_table(euros)[1][0], "€€中");
}

}  // namespace
}  // namespace tz::sheet
