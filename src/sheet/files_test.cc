// The spreadsheets of tests/import/files: what is read from the good ones and said about the
// others.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "sheet/test_files.h"

namespace tz::sheet {
namespace {

constexpr const char* kErrors = "tests/import/sheet_errors.tsv";
constexpr const char* kCells = "tests/import/sheet_cells.tsv";

TEST(SheetFiles, BrokenOnesAreExplained) {
    for (const auto& line : table_file(kErrors)) {
        ASSERT_EQ(line.size(), 3u) << line[0];
        const std::string bytes = fixture(line[0]);
        const Error error = read_all(bytes, line[0]).error;
        EXPECT_NE(error.text.zh.find(line[1]), std::string::npos)
            << line[0] << ": " << error.text.zh;
        EXPECT_NE(error.text.en.find(line[2]), std::string::npos)
            << line[0] << ": " << error.text.en;
        EXPECT_NE(error.text.zh.find(line[0]), std::string::npos) << "no file name: " << line[0];
        EXPECT_EQ(error.field, line[0]);
    }
}

std::string cell_of(std::int32_t row, std::int32_t column) {
    return column_name(static_cast<std::size_t>(column)) + std::to_string(row);
}

// Everything there is to know of a file, a line each as in the table.
std::set<std::string> facts(const std::string& name) {
    std::set<std::string> found;
    const std::string bytes = fixture(name);
    auto reader = open(bytes, name);
    EXPECT_TRUE(reader) << name << ": " << (reader ? "" : reader.error().text.en);
    if (!reader) return found;
    for (std::size_t i = 0; i < (*reader)->sheets().size(); ++i) {
        const SheetInfo& info = (*reader)->sheets()[i];
        const auto fact = [&](std::string_view key, std::string_view value) {
            found.insert(fmt::format("{}\t{}\t{}\t{}", name, i, key, value));
        };
        fact(info.hidden ? "hidden" : "sheet", info.name);
        const Sheet sheet = read_sheet(**reader, i);
        EXPECT_EQ(sheet.error.text.en, "") << name;
        for (const auto& [key, value] : sheet.cells) fact(key, replace_all(value, "\n", "\\n"));
        const auto merges = (*reader)->merges(i);
        EXPECT_TRUE(merges) << name;
        for (const Merge& merge : *merges) {
            fact("merge", cell_of(merge.first_row, merge.first_column) + ":" +
                              cell_of(merge.last_row, merge.last_column));
        }
    }
    return found;
}

TEST(SheetFiles, GoodOnesAreReadWhole) {
    std::set<std::string> expected;
    std::set<std::string> files;
    for (const auto& line : table_file(kCells)) {
        expected.insert(join(line, "\t"));
        files.insert(line[0]);
    }
    std::set<std::string> found;
    for (const std::string& file : files) found.merge(facts(file));
    for (const std::string& line : expected) EXPECT_TRUE(found.contains(line)) << "lost: " << line;
    for (const std::string& line : found) EXPECT_TRUE(expected.contains(line)) << "new: " << line;
}

TEST(SheetFiles, EveryFileIsInATable) {
    std::set<std::string> listed;
    for (const auto& line : table_file(kErrors)) listed.insert(line[0]);
    for (const auto& line : table_file(kCells)) listed.insert(line[0]);
    const auto folder = std::filesystem::path(TZ_DATA_DIR) / "tests/import/files";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        EXPECT_TRUE(listed.contains(entry.path().filename().string())) << entry.path();
    }
}

TEST(SheetFiles, ReadAgainGivesTheSameAndStoppingIsNoError) {
    for (const char* name : {"all_cells.xlsx", "old.xls", "utf8.csv", "gb18030.csv"}) {
        const std::string bytes = fixture(name);
        auto reader = open(bytes, name);
        ASSERT_TRUE(reader) << name;
        int rows = 0;
        EXPECT_TRUE((*reader)->read(0, [&](const RowView&) { return ++rows < 2; })) << name;
        EXPECT_EQ(rows, 2) << name;
        const Cells first = read_sheet(**reader).cells;
        EXPECT_EQ(first, read_sheet(**reader).cells) << name;
        EXPECT_GT(first.size(), 5u) << name;
    }
}

// A file cut anywhere is refused with a message or, for text, read up to the cut; never a crash.
TEST(SheetFiles, CutAnywhere) {
    for (const char* name : {"all_cells.xlsx", "other_program.xlsx", "old.xls", "packed.xls"}) {
        const std::string whole = fixture(name);
        const Cells cells = read_all(whole, name).cells;
        for (std::size_t size = 0; size < whole.size(); size += 7) {
            const std::string cut = whole.substr(0, size);
            const Sheet sheet = read_all(cut, name);
            if (!sheet.error.text.zh.empty()) continue;
            EXPECT_EQ(sheet.cells, cells) << name << " " << size;
        }
    }
}

// Any byte changed: a message in both languages or a reading, and no crash.
TEST(SheetFiles, ChangedAnywhere) {
    for (const char* name :
         {"all_cells.xlsx", "old.xls", "packed.xls", "utf16.csv", "gb18030.csv"}) {
        std::string bytes = fixture(name);
        for (std::size_t i = 0; i < bytes.size(); i += name == std::string("old.xls") ? 5 : 3) {
            const char was = bytes[i];
            for (int flip : {0x01, 0x80, 0xFF}) {
                bytes[i] = static_cast<char>(was ^ flip);
                const Error error = read_all(bytes, name).error;
                EXPECT_EQ(error.text.zh.empty(), error.text.en.empty()) << name << " " << i;
            }
            bytes[i] = was;
        }
    }
}

}  // namespace
}  // namespace tz::sheet
