// Text inside HTML. Pure; any thread.
#pragma once
#include <string>

#include "base/text.h"

namespace tz::document {

inline std::string escape_html(std::string text) {
    text = replace_all(std::move(text), "&", "&amp;");
    text = replace_all(std::move(text), "<", "&lt;");
    text = replace_all(std::move(text), ">", "&gt;");
    return replace_all(std::move(text), "\"", "&quot;");
}

}  // namespace tz::document
