// Each limit is kept, by its name, by every reader it concerns.
#include <gtest/gtest.h>

#include "sheet/test_files.h"

namespace tz::sheet {
namespace {

struct Case {
    const char* file;
    std::uint64_t Limits::*limit;
    std::uint64_t enough;
    const char* message;
};

// `enough` lets the file pass, one less does not.
const Case kCases[] = {
    {"all_cells.xlsx", &Limits::parts, 6, "more than the 5 allowed"},
    {"other_program.xlsx", &Limits::sheets, 2, "more than 1 sheets"},
    {"old.xls", &Limits::sheets, 2, "more than 1 sheets"},
    {"all_cells.xlsx", &Limits::cells, 35, "too many cells"},
    {"old.xls", &Limits::cells, 18, "too many cells"},
    {"utf8.csv", &Limits::cells, 9, "too many cells"},
    {"all_cells.xlsx", &Limits::row_width, 10, "row 3, column J: too many columns"},
    {"old.xls", &Limits::row_width, 16, "row 3, column P: too many columns"},
    {"utf8.csv", &Limits::row_width, 3, "row 1, column C: too many columns"},
    {"utf8.csv", &Limits::text, 7, "row 2, column C: too many characters"},
    {"all_cells.xlsx", &Limits::text, 19, "row 4, column B: too many characters"},
    {"all_cells.xlsx", &Limits::merges, 2, "more than 1 merged areas"},
    {"other_program.xlsx", &Limits::sheet_bytes, 226, "sheet 一: data/first.xml inflates"},
};

TEST(SheetLimits, AreKept) {
    for (const Case& each : kCases) {
        const std::string bytes = fixture(each.file);
        Limits limits;
        limits.*each.limit = each.enough;
        EXPECT_EQ(read_all(bytes, each.file, limits).error.text.en, "") << each.message;
        limits.*each.limit = each.enough - 1;
        const Error error = read_all(bytes, each.file, limits).error;
        EXPECT_NE(error.text.en.find(each.message), std::string::npos) << error.text.en;
        EXPECT_EQ(error.kind, ErrorKind::kLimit) << each.message;
    }
}

TEST(SheetLimits, PartBytesAndRatioStopBombs) {
    const std::string bytes = fixture("bomb_texts.xlsx");
    EXPECT_NE(read_all(bytes, "b").error.text.en.find("zip bomb"), std::string::npos);
    EXPECT_EQ(read_all(bytes, "b", {.ratio = 5000}).error.text.en, "");
    const Error error = read_all(bytes, "b", {.part_bytes = 1 << 20, .ratio = 5000}).error;
    EXPECT_NE(error.text.en.find("zip bomb"), std::string::npos);
}

TEST(SheetLimits, LongRow) {
    std::string text = "a,b\n\"";
    text.append(3 << 20, 'x').append("\n");
    const Error error = read_all(text, "t.csv", {.row_bytes = 1 << 20}).error;
    EXPECT_NE(error.text.en.find("row 2, column A: the quote that opens here"), std::string::npos);
}

}  // namespace
}  // namespace tz::sheet
