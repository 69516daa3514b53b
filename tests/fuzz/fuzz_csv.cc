// Any bytes as a text table in each encoding, and the scanner of XML over the same bytes cut into
// pieces: both must come to an end, with rows or with a message. Built like fuzz_xlsx.cc.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "base/text.h"
#include "sheet/csv_reader.h"
#include "sheet/xml_scan.h"

namespace {

void read_text(std::string_view bytes) {
    auto reader = tz::sheet::open_csv(bytes, "fuzz", {.cells = 100'000, .row_bytes = 1 << 20});
    std::int64_t number = 0;
    const auto status = (*reader)->read(0, [&](const tz::sheet::RowView& row) {
        if (row.number <= number) std::abort();
        number = row.number;
        for (std::string_view cell : row.cells) {
            if (!tz::is_utf8(cell)) std::abort();
        }
        return true;
    });
    if (!status && status.error().text.en.empty()) std::abort();
}

void scan(std::string_view bytes, std::size_t step) {
    std::size_t at = 0;
    tz::sheet::XmlScanner xml([&](char* into, std::size_t size) {
        const std::size_t n = std::min({step, size, bytes.size() - at});
        std::memcpy(into, bytes.data() + at, n);
        at += n;
        return static_cast<std::int64_t>(n);
    });
    std::string text;
    for (;;) {
        switch (xml.next()) {
            case tz::sheet::XmlScanner::Token::kDone:
            case tz::sheet::XmlScanner::Token::kFault:
                return;
            case tz::sheet::XmlScanner::Token::kText:
                text.clear();
                (void)tz::sheet::decode_xml(xml.text(), text);
                break;
            default:
                xml.take_leaf("<v>", "</v></c>");
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    read_text(bytes);
    if (size > 0) scan(bytes.substr(1), std::size_t{data[0]} + 1);
    return 0;
}
