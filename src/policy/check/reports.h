// Items of reports by name, for cases. Pure; any thread.
#pragma once
#include <string_view>

#include "policy/check/typed.h"

namespace tz::policy {

struct ReportItemPlace {
    const FigureReport* report = nullptr;
    const ReportItem* item = nullptr;
};
// The item of a report of that pack; nulls when there is none.
ReportItemPlace find_item(const CompiledPacks& packs, int pack, std::string_view name);

}  // namespace tz::policy
