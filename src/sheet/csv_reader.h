// The reader of text tables (commas, tabs, semicolons), for open() in reader.h. Pure.
#pragma once
#include <memory>
#include <string_view>

#include "base/result.h"
#include "sheet/reader.h"

namespace tz::sheet {

Result<std::unique_ptr<Reader>> open_csv(std::string_view bytes, std::string_view file,
                                         const Limits& limits);

// Which of , tab ; parts the cells of a text: the one that occurs the same number of times in the
// most rows.
char find_separator(std::string_view text);

}  // namespace tz::sheet
