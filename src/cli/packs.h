// Reads policy packs from folders. A pack is named by its folder ("packs/hunan/hengyang_2020"), or
// by the name below packs/; its parents are found beside it.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command_line.h"
#include "policy/compile.h"

namespace tz::cli {

struct LoadedPacks {
    std::vector<policy::PackSource> sources{};
    policy::Compiled compiled{};
};
// Names may be separated by commas; a folder of folders means every pack below it.
Result<LoadedPacks> load_packs(const std::vector<std::string>& names);
// Prints the diagnostics on the error stream; answers whether the packs may be run.
bool report_diagnostics(const Shell& shell, const LoadedPacks& packs, bool with_warnings);

// A policy document as text, from a file in UTF-8, UTF-16 or GB18030.
Result<std::string> read_document(const std::string& path);
// Which document of the packs such a file is: the one named, or the only one of the first pack.
Result<std::string> document_name(const std::string& asked, const LoadedPacks& packs);

}  // namespace tz::cli
