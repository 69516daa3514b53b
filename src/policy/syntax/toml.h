// The part of TOML that pack.toml uses: sections, and keys with a text in quotes. Pure; any thread.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "policy/syntax/report.h"

namespace tz::policy {

struct TomlEntry {
    std::string section{};  // "documents.hengyang_2020"; empty at the top
    std::string key{};      // empty: the section's own line
    std::string value{};
    Spot key_at{};
    Spot value_at{};
};

std::vector<TomlEntry> parse_toml(std::string_view text, const Report& report);

}  // namespace tz::policy
