// The page of a check run: counts by township, village, rule and department, and the lists behind
// them. Reads names from the store; writes nothing.
#pragma once
#include <string>
#include <vector>

#include "app/ledger/why_new.h"
#include "app/policy_run/check.h"
#include "document/page.h"

namespace tz {

struct PageOptions {
    std::string title{};            // empty: made from the division's name
    std::size_t rows_max = 20'000;  // findings listed one by one; all are counted
    std::vector<NewItems> why_new{};
};
Result<document::Page> page_of(Store& store, const CheckRun& run, const PageOptions& options);

}  // namespace tz
