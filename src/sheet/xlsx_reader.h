// The reader of xlsx files, for open() in reader.h. Pure.
#pragma once
#include <memory>
#include <string_view>

#include "base/result.h"
#include "sheet/reader.h"

namespace tz::sheet {

Result<std::unique_ptr<Reader>> open_xlsx(std::string_view bytes, std::string_view file,
                                          const Limits& limits);

// "B7" or "$B$7:$D$9". False when it is no such reference.
bool parse_area(std::string_view text, Merge& out);

}  // namespace tz::sheet
