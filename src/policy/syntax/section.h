// A pack file cut into declarations, before they are parsed: their words, and their table rows.
#pragma once
#include <string_view>
#include <vector>

#include "policy/syntax/token.h"

namespace tz::policy {

struct Section {
    std::vector<Token> tokens{};            // begins with the keyword, ends with kEnd
    std::vector<std::vector<Cell>> rows{};  // of the lines that begin with |
};

// A section begins where a line begins with a word at its first column.
std::vector<Section> split_sections(std::string_view text, const Report& report);

}  // namespace tz::policy
