// Numbers, dates and escapes as text.
#include "sheet/cell_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/date.h"
#include "sheet/reader.h"
#include "sheet/xlsx_reader.h"

namespace tz::sheet {
namespace {

TEST(CellText, Numbers) {
    const std::pair<const char*, const char*> cases[] = {
        {"1", "1"},
        {"1.0", "1"},
        {"1.", "1"},
        {"0.10", "0.1"},
        {"-0", "0"},
        {"-0.0", "0"},
        {"+5", "5"},
        {"007", "007"},
        {"430524197001010123", "430524197001010123"},
        {"4.30524197001010E+17", "430524197001010000"},
        {"4.3052419700101002E+17", "430524197001010020"},
        {"1e3", "1000"},
        {"1.5E-3", "0.0015"},
        {"1E+40", "10000000000000000000000000000000000000000"},
        {"1E+41", "1E+41"},
        {"0.30000000000000004", "0.3"},
        {"1234.5600000000002", "1234.56"},
        {"9.9999999999999995", "10"},
        {"0.99999999999999989", "1"},
        {"123456789012345678.9", "123456789012345679"},
        {"2.4999999999999996E-2", "0.025"},
        {"12a", "12a"},
        {"", ""},
        {"-", "-"},
        {".", "."},
        {"1E", "1E"},
        {"1.2.3", "1.2.3"},
    };
    for (const auto& [raw, expected] : cases) {
        std::string scratch;
        EXPECT_EQ(plain_number(raw, scratch), expected) << raw;
    }
}

TEST(CellText, AnyMoneyComesBackAsWritten) {
    EXPECT_TRUE(rc::check([](std::int32_t fen) {
        const double value = static_cast<double>(fen) / 100;
        std::string scratch;
        const std::string expected = fmt::format("{}", value);
        const std::string whole =
            expected.ends_with(".0") ? expected.substr(0, expected.size() - 2) : expected;
        RC_ASSERT(plain_number(fmt::format("{:.17g}", value), scratch) ==
                  (whole == "-0" ? "0" : whole));
    }));
}

TEST(CellText, Formats) {
    const std::pair<const char*, Shows> cases[] = {
        {"General", Shows::kNumber},
        {"G/通用格式", Shows::kNumber},
        {"0.00_ ", Shows::kNumber},
        {"[Red]0.00", Shows::kNumber},
        {"\"年\"0", Shows::kNumber},
        {"0\\d", Shows::kNumber},
        {"0.00E+00", Shows::kNumber},
        {"#,##0;[Red]\\-#,##0", Shows::kNumber},
        {"@", Shows::kNumber},
        {"yyyy\\-mm\\-dd", Shows::kDate},
        {"[$-804]yyyy\"年\"m\"月\";@", Shows::kDate},
        {"[DBNum1][$-804]e\"年\"", Shows::kDate},
        {"m/d/yy h:mm", Shows::kDate},
        {"mmm", Shows::kDate},
        {"h:mm:ss", Shows::kTime},
        {"mm:ss.0", Shows::kTime},
        {"[h]:mm", Shows::kTime},
    };
    for (const auto& [code, expected] : cases) EXPECT_EQ(format_shows(code), expected) << code;
    EXPECT_EQ(builtin_format(14), Shows::kDate);
    EXPECT_EQ(builtin_format(57), Shows::kDate);
    EXPECT_EQ(builtin_format(20), Shows::kTime);
    EXPECT_EQ(builtin_format(49), Shows::kNumber);
}

TEST(CellText, DaysAgreeWithTheCalendar) {
    EXPECT_TRUE(rc::check([] {
        const int days = *rc::gen::inRange(-25'508, 2'932'897 - 1);  // 1900-03-01 to 9999-12-31
        std::string scratch;
        const std::string expected = to_string(Date{days});
        RC_ASSERT(serial_text(std::to_string(days + 25'569), Shows::kDate, false, scratch) ==
                  expected);
        if (days < -24'107) return;  // 1904-01-01
        RC_ASSERT(serial_text(std::to_string(days + 24'107), Shows::kDate, true, scratch) ==
                  expected);
    }));
}

TEST(CellText, OddSerials) {
    std::string scratch;
    EXPECT_EQ(serial_text("0", Shows::kDate, false, scratch), "1899-12-31");
    EXPECT_EQ(serial_text("1", Shows::kDate, false, scratch), "1900-01-01");
    EXPECT_EQ(serial_text("45278.99999999", Shows::kDate, false, scratch), "2023-12-19");
    EXPECT_EQ(serial_text("2958466", Shows::kDate, false, scratch), "2958466");
    EXPECT_EQ(serial_text("-1.50", Shows::kDate, false, scratch), "-1.5");
    EXPECT_EQ(serial_text("x", Shows::kDate, false, scratch), "x");
    EXPECT_EQ(serial_text("0.75", Shows::kTime, false, scratch), "18:00:00");
}

TEST(CellText, Escapes) {
    const std::pair<const char*, const char*> cases[] = {
        {"a_x000D_\nb", "a\nb"}, {"a_x000D_b", "a\nb"},    {"_x005F_x000D_", "_x000D_"},
        {"_x4E2D_", "中"},       {"_x4e2d", "_x4e2d"},     {"_xZZZZ_", "_xZZZZ_"},
        {"_x0000_", "_x0000_"},  {"_x0041__x0042_", "AB"},
    };
    for (const auto& [raw, expected] : cases) {
        std::string text = raw;
        resolve_escapes(text);
        EXPECT_EQ(text, expected) << raw;
    }
}

TEST(CellText, Areas) {
    Merge merge;
    EXPECT_TRUE(parse_area("$B$7:AB12", merge));
    EXPECT_EQ(merge, (Merge{7, 12, 1, 27}));
    for (const char* bad : {"", "B", "7", "B7:A1", "7B", "B7:", "B99999999999", "b7"}) {
        EXPECT_FALSE(parse_area(bad, merge)) << bad;
    }
    EXPECT_EQ(column_name(0), "A");
    EXPECT_EQ(column_name(25), "Z");
    EXPECT_EQ(column_name(26), "AA");
    EXPECT_EQ(column_name(16'383), "XFD");
}

}  // namespace
}  // namespace tz::sheet
