// Reading and writing of spreadsheets made in memory: cells and bytes a second. Beside our scanner
// of sheet XML, in the same run, a general parser (expat) over the same inflated bytes.
//   bench_sheet [rows [columns]]
#include <expat.h>
#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "sheet/reader.h"
#include "sheet/writer.h"
#include "sheet/zip_package.h"

namespace {

using tz::Value;
namespace sheet = tz::sheet;

constexpr int kRounds = 3;

double seconds(const std::function<void()>& work) {
    double best = 1e9;
    for (int round = 0; round < kRounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        best = std::min(best, took.count());
    }
    return best;
}

// A made-up cell: names, codes of 12 and 18 digits, words that repeat, amounts.
std::string cell_text(std::size_t row, std::size_t column) {
    static const std::vector<std::string> words = {"脱贫户", "一般户", "是", "否", "健康", "初中"};
    switch (column % 5) {
        case 0:
            return fmt::format("户{}", row * 31 % 100'003);
        case 1:
            return fmt::format("43040119700101{:04}", row % 10'000);
        case 2:
            return words[(row + column) % words.size()];
        case 3:
            return fmt::format("{}.{:02}", row * 7 % 90'000, row % 100);
        default:
            return fmt::format("4304{:08}", row % 99'999'999);
    }
}

sheet::SheetSpec spec_of(std::size_t columns, bool numbers) {
    sheet::SheetSpec spec{.name = "户", .look = sheet::Look::kPlain};
    if (numbers) spec.look = sheet::Look::kOffice;
    for (std::size_t i = 0; i < columns; ++i) {
        const bool number = numbers && i % 2 == 1;
        spec.columns.push_back({.title = fmt::format("列{}", i),
                                .kind = number ? sheet::Kind::kMoney : sheet::Kind::kText});
    }
    return spec;
}

std::string texts_workbook(std::size_t rows, std::size_t columns) {
    sheet::Writer writer;
    if (!writer.add_sheet(spec_of(columns, false))) std::abort();
    std::vector<std::string> texts(columns);
    std::vector<std::string_view> cells(columns);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < columns; ++i) cells[i] = texts[i] = cell_text(row, i);
        if (!writer.append_text(cells)) std::abort();
    }
    return *writer.finish();
}

std::string numbers_workbook(std::size_t rows, std::size_t columns) {
    sheet::Writer writer;
    if (!writer.add_sheet(spec_of(columns, true))) std::abort();
    std::vector<Value> cells(columns);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < columns; ++i) {
            if (i % 2 == 1) {
                cells[i] = static_cast<std::int64_t>(row * 137 + i);
            } else {
                cells[i] = cell_text(row, i);
            }
        }
        if (!writer.append(cells)) std::abort();
    }
    return *writer.finish();
}

std::string csv_text(std::size_t rows, std::size_t columns) {
    std::string text;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < columns; ++i) {
            if (i > 0) text.push_back(',');
            text += cell_text(row, i);
        }
        text += "\r\n";
    }
    return text;
}

std::string to_gb18030(std::string text) {
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    std::string out(text.size(), '\0');
    char* in = text.data();
    char* to = out.data();
    std::size_t in_left = text.size();
    std::size_t out_left = out.size();
    iconv(converter, &in, &in_left, &to, &out_left);
    iconv_close(converter);
    out.resize(out.size() - out_left);
    return out;
}

std::size_t count_cells(const std::string& bytes) {
    auto reader = sheet::open(bytes, "bench");
    if (!reader) std::abort();
    std::size_t cells = 0;
    const auto status = (*reader)->read(0, [&](const sheet::RowView& row) {
        cells += row.cells.size();
        return true;
    });
    if (!status) std::abort();
    return cells;
}

// The alternative: libzip and expat, every callback of it, rows built the same way.
struct General {
    std::string text{};
    std::string row{};
    std::size_t cells = 0;
    bool in_text = false;

    static void start(void* self, const XML_Char* name, const XML_Char**) {
        auto* me = static_cast<General*>(self);
        const std::string_view is(name);
        if (is == "row") me->row.clear();
        me->in_text = is == "v" || is == "t";
        if (me->in_text) me->text.clear();
    }
    static void end(void* self, const XML_Char* name) {
        auto* me = static_cast<General*>(self);
        me->in_text = false;
        if (std::string_view(name) != "c") return;
        me->row.append(me->text);
        ++me->cells;
    }
    static void characters(void* self, const XML_Char* text, int size) {
        auto* me = static_cast<General*>(self);
        if (me->in_text) me->text.append(text, static_cast<std::size_t>(size));
    }
};

std::unique_ptr<sheet::ZipPart> sheet_part(sheet::ZipPackage& package) {
    auto part = package.part("xl/worksheets/sheet1.xml", {.bytes = std::uint64_t{8} << 30});
    if (!part) std::abort();
    return std::move(*part);
}

std::size_t count_generally(const std::string& bytes) {
    auto package = sheet::ZipPackage::open(bytes, "bench", {});
    if (!package) std::abort();
    const auto part = sheet_part(**package);
    General general;
    XML_Parser parser = XML_ParserCreate(nullptr);
    XML_SetUserData(parser, &general);
    XML_SetElementHandler(parser, General::start, General::end);
    XML_SetCharacterDataHandler(parser, General::characters);
    std::array<char, 65'536> buffer{};
    for (;;) {
        const auto got = part->read(buffer.data(), buffer.size());
        if (got < 0 || XML_Parse(parser, buffer.data(), static_cast<int>(got), got == 0) == 0) {
            std::abort();
        }
        if (got == 0) break;
    }
    XML_ParserFree(parser);
    return general.cells;
}

std::size_t inflate_only(const std::string& bytes) {
    auto package = sheet::ZipPackage::open(bytes, "bench", {});
    const auto part = sheet_part(**package);
    std::array<char, 65'536> buffer{};
    std::size_t total = 0;
    while (const auto got = part->read(buffer.data(), buffer.size())) {
        total += static_cast<std::size_t>(got);
    }
    return total;
}

void report_workbook(const char* name, const std::function<std::string()>& make) {
    std::string bytes;
    const auto start = std::chrono::steady_clock::now();
    bytes = make();
    const std::chrono::duration<double> wrote = std::chrono::steady_clock::now() - start;
    std::size_t cells = 0;
    std::size_t inflated = 0;
    const double ours = seconds([&] { cells = count_cells(bytes); });
    const double general = seconds([&] { count_generally(bytes); });
    const double inflating = seconds([&] { inflated = inflate_only(bytes); });
    const double merging = seconds([&] {
        auto reader = sheet::open(bytes, "bench");
        if (!(*reader)->merges(0)) std::abort();
    });
    const double millions = static_cast<double>(cells) / 1e6;
    fmt::print(
        "{:14} {:6.2f} M cells {:7.1f} MB zip {:7.1f} MB xml | write {:5.2f} M cells/s | "
        "read {:6.2f} M cells/s | expat {:6.2f} M cells/s | inflate alone {:6.2f} M cells/s "
        "| merges pass {:.2f} s\n",
        name, millions, static_cast<double>(bytes.size()) / 1e6,
        static_cast<double>(inflated) / 1e6, millions / wrote.count(), millions / ours,
        millions / general, millions / inflating, merging);
}

void report_csv(const char* name, const std::string& bytes, std::size_t decoded) {
    std::size_t cells = 0;
    const double took = seconds([&] { cells = count_cells(bytes); });
    const double megabytes = static_cast<double>(decoded) / 1e6;
    fmt::print("{:14} {:6.2f} M cells {:7.1f} MB decoded | read {:6.1f} MB/s, {:6.2f} M cells/s\n",
               name, static_cast<double>(cells) / 1e6, megabytes, megabytes / took,
               static_cast<double>(cells) / 1e6 / took);
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t rows = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 50'000;
    const std::size_t columns = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 40;
    report_workbook("xlsx texts", [=] { return texts_workbook(rows, columns); });
    report_workbook("xlsx numbers", [=] { return numbers_workbook(rows, columns); });
    const std::string text = csv_text(rows * 2, columns);
    report_csv("csv UTF-8", text, text.size());
    report_csv("csv GB18030", to_gb18030(text), text.size());
    return 0;
}
