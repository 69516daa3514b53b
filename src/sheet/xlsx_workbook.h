// What an xlsx file says about itself besides its cells: sheets, number formats, where the shared
// texts are. Pure.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/cell_text.h"
#include "sheet/place.h"
#include "sheet/reader.h"
#include "sheet/xml_scan.h"
#include "sheet/zip_package.h"

namespace tz::sheet {

struct Workbook {
    std::vector<SheetInfo> sheets{};
    std::vector<std::string> sheet_parts{};  // of each sheet
    std::string texts_part{};                // shared texts; empty when there are none
    std::vector<Shows> styles{};             // by the number a cell gives
    bool from_1904 = false;
};

// Texts that cells refer to by number, end to end.
class TextTable {
  public:
    Status add(std::string_view text);
    std::size_t size() const { return ends_.size(); }
    std::string_view at(std::size_t i) const {
        const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
        return std::string_view(bytes_).substr(begin, ends_[i] - begin);
    }

  private:
    std::string bytes_{};
    std::vector<std::uint32_t> ends_{};
};

Result<Workbook> read_workbook(ZipPackage& package, std::string_view file, const Limits& limits);
Result<TextTable> read_texts(ZipPackage& package, const std::string& part, std::string_view file,
                             const Limits& limits);

// Calls `on_start` at every start tag of a part; it may read on with the scanner.
using OnStart = std::function<Status(XmlScanner&)>;
Status scan_part(ZipPackage& package, const std::string& part, ZipPart::Allowance allowance,
                 std::string_view file, const OnStart& on_start);
// Why the scanner stopped, in the user's words.
Error scan_error(const XmlScanner& scanner, const ZipPart& source, const Place& place,
                 std::string_view part);

// Behind the start tag of an element: appends the texts inside, escapes resolved, without phonetic
// guides, and goes behind its end tag. False at a fault.
bool read_rich_text(XmlScanner& scanner, std::string& out);

}  // namespace tz::sheet
