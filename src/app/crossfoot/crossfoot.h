// Published figures held against each other: the reports of packs over a table of figures, told as
// text, JSON or a workbook. Any thread.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "base/result.h"
#include "policy/report/evaluate.h"

namespace tz::crossfoot {

struct Crossfoot {
    std::vector<policy::ReportResult> reports{};
    std::vector<const policy::FigureReport*> left_out{};  // none of their figures is in the table
    std::array<std::int64_t, policy::kReportOutcomes> counts{};  // values are not counted
    bool needs_attention() const;
};

// With `all`, also the reports that find none of their figures. The packs must outlive the result.
Crossfoot crossfoot(const policy::CompiledPacks& packs, const policy::FigureTable& table, bool all,
                    Language language = Language::kChinese);

std::string to_text(const Crossfoot& result, const policy::CompiledPacks& packs, Language language);
std::string to_json(const Crossfoot& result, const policy::CompiledPacks& packs);
// Bytes of an xlsx file: what came out, the figures that went in, the filled paragraphs.
Result<std::string> to_workbook(const Crossfoot& result);

}  // namespace tz::crossfoot
