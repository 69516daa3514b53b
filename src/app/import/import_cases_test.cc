// Runs tests/import/*.import: files as offices send them, and the report word for word. A case is
// a row of steps on one store; see docs/import.md for the form. TZ_REBASELINE=1 writes the reports
// into the files; look at the difference before keeping it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/import/desk_test.h"
#include "app/import/import.h"
#include "base/text.h"
#include "sheet/reader.h"
#include "sheet/writer.h"

namespace tz {
namespace {

namespace fs = std::filesystem;

struct Step {
    std::size_t line = 0;
    ImportOptions options{};
    std::string file_name{};
    std::vector<std::string> forms{};  // xlsx, bom, gb18030, cut=N …
    std::string content{};
    bool writes_nothing = false;
    std::string expected{};
    std::size_t expect_begin = 0, expect_end = 0;  // lines of the case file
};

std::string read_whole(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::istringstream in(text);
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

void set_option(ImportOptions& options, bool& writes_nothing, const std::string& word) {
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const std::string value = equals == std::string::npos ? "" : word.substr(equals + 1);
    if (name == "apply") {
        options.apply = true;
    } else if (name == "writes_nothing") {
        writes_nothing = true;
    } else if (name == "division") {
        options.default_division = parse_division(value).value();
    } else if (name == "month") {
        options.month = parse_month(value).value();
    } else if (name == "source") {
        options.source = value;
    } else if (name == "layout") {
        options.layout = value;
    } else if (name == "header_row") {
        options.header_row = to_int(value).value();
    } else if (name == "chunk") {
        options.chunk = static_cast<std::size_t>(to_int(value).value());
    } else if (name == "map") {
        const std::size_t second = value.rfind('=');
        options.map.push_back({value.substr(0, second), value.substr(second + 1)});
    } else {
        ADD_FAILURE() << "unknown option " << word;
    }
}

// "options: …", "file: NAME FORM…" up to "end", "expect:" up to "end".
std::vector<Step> parse_case(const std::vector<std::string>& lines) {
    std::vector<Step> steps(1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& line = lines[i];
        Step& step = steps.back();
        const auto block = [&](std::string& into) {
            while (++i < lines.size() && lines[i] != "end") into += lines[i] + "\n";
        };
        if (line.starts_with("options:")) {
            for (const std::string& word : words_of(line.substr(8)))
                set_option(step.options, step.writes_nothing, word);
        } else if (line.starts_with("file:")) {
            step.line = i + 1;
            const auto words = words_of(line.substr(5));
            step.file_name = words.at(0);
            step.forms.assign(words.begin() + 1, words.end());
            block(step.content);
        } else if (line == "expect:") {
            step.expect_begin = i + 1;
            block(step.expected);
            step.expect_end = i;
            steps.emplace_back();
        } else {
            EXPECT_TRUE(line.empty() || line[0] == '#') << "line " << i + 1 << ": " << line;
        }
    }
    steps.pop_back();
    return steps;
}

// A workbook of the csv text; "@Name" begins a sheet.
std::string to_workbook(const std::string& text) {
    sheet::Writer writer;
    std::string name = "Sheet1", part;
    const auto flush = [&] {
        if (part.empty()) return;
        const auto reader = sheet::open(part, "part.csv");
        std::vector<std::vector<std::string>> rows;
        std::size_t width = 1;
        std::int64_t next = 1;
        EXPECT_TRUE((*reader)->read(0, [&](const sheet::RowView& row) {
            while (next++ < row.number) rows.emplace_back();
            rows.emplace_back(row.cells.begin(), row.cells.end());
            width = std::max(width, row.cells.size());
            return true;
        }));
        sheet::SheetSpec spec;
        spec.name = name;
        spec.look = sheet::Look::kPlain;
        spec.columns.resize(width);
        for (std::size_t c = 0; c < rows[0].size(); ++c) spec.columns[c].title = rows[0][c];
        EXPECT_TRUE(writer.add_sheet(spec));
        for (std::size_t r = 1; r < rows.size(); ++r) {
            std::vector<std::string_view> cells(rows[r].begin(), rows[r].end());
            EXPECT_TRUE(writer.append_text(cells));
        }
        part.clear();
    };
    for (const std::string& line : lines_of(text)) {
        if (line.starts_with("@")) {
            flush();
            name = line.substr(1);
        } else {
            part += line + "\n";
        }
    }
    flush();
    auto bytes = writer.finish();
    EXPECT_TRUE(bytes);
    return std::move(*bytes);
}

std::string make_bytes(const Step& step, const fs::path& folder) {
    std::string bytes = step.content;
    for (const std::string& form : step.forms) {
        if (form == "xlsx") {
            bytes = to_workbook(bytes);
        } else if (form == "bom") {
            bytes = "\xEF\xBB\xBF" + bytes;
        } else if (form.starts_with("cut=")) {
            bytes.resize(bytes.size() * static_cast<std::size_t>(*to_int(form.substr(4))) / 100);
        } else if (form.starts_with("from=")) {
            bytes = read_whole(folder / form.substr(5));
        } else {
            ADD_FAILURE() << "unknown form " << form;
        }
    }
    return bytes;
}

// What a report says besides whether and as what it was written.
std::string content_of(ImportReport report) {
    report.is_applied = false;
    report.source.clear();
    return to_text(report, Language::kChinese) + to_text(report, Language::kEnglish);
}

std::string run_step(test::Desk& desk, const Step& step, const fs::path& folder) {
    const std::string bytes = make_bytes(step, folder);
    const std::string before = desk.audit_heads();
    const auto run = [&](const ImportOptions& options) {
        return import_file(*desk.registrar, *desk.store, desk.session, step.file_name, bytes,
                           options, nullptr);
    };
    ImportOptions dry = step.options;
    dry.apply = false;
    const auto promised = run(dry);
    EXPECT_EQ(before, desk.audit_heads()) << "a dry run wrote something";
    const auto report = step.options.apply ? run(step.options) : promised;
    if (!report) return report.error().text.zh + "\n";
    EXPECT_EQ(content_of(*promised), content_of(*report)) << "the dry run promised otherwise";
    const std::string after = desk.audit_heads();
    if (step.writes_nothing) {
        EXPECT_EQ(before, after);
    }
    if (!step.options.apply) return to_text(*report, Language::kChinese);
    // The same file again changes nothing.
    const auto again = run(step.options);
    EXPECT_TRUE(again);
    EXPECT_EQ(after, desk.audit_heads());
    EXPECT_EQ(again->total().added + again->total().changed, 0);
    return to_text(*report, Language::kChinese);
}

class ImportCase : public testing::TestWithParam<fs::path> {};

TEST_P(ImportCase, Reports) {
    const fs::path path = GetParam();
    std::vector<std::string> lines = lines_of(read_whole(path));
    std::vector<Step> steps = parse_case(lines);
    ASSERT_FALSE(steps.empty());
    test::Desk desk;
    desk.import_divisions(read_whole(path.parent_path() / "divisions.csv"));
    std::vector<std::string> actual;
    for (const Step& step : steps) actual.push_back(run_step(desk, step, path.parent_path()));
    if (std::getenv("TZ_REBASELINE") == nullptr) {
        for (std::size_t i = 0; i < steps.size(); ++i)
            EXPECT_EQ(actual[i], steps[i].expected) << path << ":" << steps[i].expect_begin;
        return;
    }
    for (std::size_t i = steps.size(); i-- > 0;) {
        const auto at = lines.begin() + static_cast<std::ptrdiff_t>(steps[i].expect_begin);
        lines.erase(at, lines.begin() + static_cast<std::ptrdiff_t>(steps[i].expect_end));
        const auto fresh = lines_of(actual[i]);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(steps[i].expect_begin),
                     fresh.begin(), fresh.end());
    }
    std::ofstream out(path, std::ios::binary);
    for (const std::string& line : lines) out << line << "\n";
}

std::vector<fs::path> cases() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(fs::path(TZ_DATA_DIR) / "tests" / "import"))
        if (entry.path().extension() == ".import") found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

INSTANTIATE_TEST_SUITE_P(Files, ImportCase, testing::ValuesIn(cases()),
                         [](const auto& file) { return file.param.stem().string(); });

}  // namespace
}  // namespace tz
