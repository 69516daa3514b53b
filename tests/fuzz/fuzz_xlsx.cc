// Any bytes at the spreadsheet reader. Limits are small, so that a finding is a fault and not a
// large file. Built by hand:
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -Isrc tests/fuzz/fuzz_xlsx.cc
//     src/sheet/*.cc src/base/*.cc (without tests) -lzip -lxlsxwriter -lfmt -lcrypto -o fuzz_xlsx
//   ./fuzz_xlsx corpus tests/import/files
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "sheet/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const tz::sheet::Limits limits{.part_bytes = 1 << 22, .sheet_bytes = 1 << 22, .cells = 100'000};
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    auto reader = tz::sheet::open(bytes, "fuzz", limits);
    if (!reader) return reader.error().text.zh.empty() ? std::abort(), 0 : 0;
    for (std::size_t i = 0; i < (*reader)->sheets().size() && i < 4; ++i) {
        const bool text = (*reader)->kind() == tz::sheet::FileKind::kText;
        const auto status = (*reader)->read(i, [&](const tz::sheet::RowView& row) {
            for (std::string_view cell : row.cells) {
                if (!tz::is_utf8(cell) || (cell.data() == nullptr && !cell.empty())) std::abort();
            }
            return !row.cells.empty() && (text || row.number > 0);
        });
        if (!status && status.error().text.en.empty()) std::abort();
        (void)(*reader)->merges(i).has_value();
    }
    return 0;
}
