#include "sheet/place.h"

#include <fmt/format.h>

#include "sheet/reader.h"

namespace tz::sheet {

std::string column_name(std::size_t column) {
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

Text describe(const Place& place) {
    Text text;
    if (!place.file.empty()) {
        text.zh = fmt::format("《{}》", place.file);
        text.en = place.file;
    }
    const auto add = [&text](std::string_view zh, std::string_view en) {
        text.zh += zh;
        if (!text.en.empty()) text.en += ", ";
        text.en += en;
    };
    if (!place.sheet.empty()) {
        add(fmt::format("工作表“{}”", place.sheet), fmt::format("sheet {}", place.sheet));
    }
    if (place.row > 0) add(fmt::format("第 {} 行", place.row), fmt::format("row {}", place.row));
    if (place.column != kNoColumn) {
        const std::string name = column_name(place.column);
        add(fmt::format(" {} 列", name), fmt::format("column {}", name));
    }
    return text;
}

Error fault_at(const Place& place, ErrorKind kind, std::string_view zh, std::string_view en) {
    const Text where = describe(place);
    if (where.zh.empty()) return failure(kind, std::string(zh), std::string(en));
    return failure(kind, fmt::format("{}：{}", where.zh, zh), fmt::format("{}: {}", where.en, en),
                   std::string(place.file));
}

}  // namespace tz::sheet
