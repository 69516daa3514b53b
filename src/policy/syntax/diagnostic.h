// What is wrong in a pack, where, and what would mend it. Made by syntax/ and check/; a plain
// value.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace tz::policy {

struct Diagnostic {
    enum Severity : std::uint8_t { kError, kWarning };
    Severity severity = kError;
    std::string file{};  // "pack name/file name"
    int line = 0;        // from 1; 0: about the whole file
    int column = 0;      // from 1, in characters
    int width = 1;       // characters to underline
    Text message{};
    Text fix{};  // what would mend it; may be empty
};

// file:line:column, the message, the line with a caret under it, and the fix. `source` is the text
// of the file; without it (or without a line) there is no excerpt.
std::string render(const Diagnostic& diagnostic, std::string_view source, Language language);

}  // namespace tz::policy
