// One case of a report's item: its cells are the figures. Pure; any thread.
#pragma once
#include <string>
#include <vector>

#include "policy/check/reports.h"

namespace tz::policy {

struct ReportAnswer {
    std::string shown{};  // the outcome's word; of a derived value the value itself
    std::vector<std::string> missing{};
};
ReportAnswer report_answer(const ReportItemPlace& place, const Case& test);

}  // namespace tz::policy
