// The reader of xls files (Excel 97 to 2003, WPS), for open() in reader.h. Our own because freexl
// 1.0.6 drops truth values, error values and the results of formulas without a word, and knows no
// merged areas. Pure.
#pragma once
#include <memory>
#include <string_view>

#include "base/result.h"
#include "sheet/reader.h"

namespace tz::sheet {

Result<std::unique_ptr<Reader>> open_xls(std::string_view bytes, std::string_view file,
                                         const Limits& limits);

}  // namespace tz::sheet
