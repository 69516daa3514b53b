// The ledger as offices know it: one workbook with the problem ledger, and fix sheets a village
// that can be edited and imported back. Bytes out; the caller writes files.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "port/store.h"
#include "schema/entity.h"

namespace tz {

struct ExportOptions {
    Division division{};
    Date as_of{};        // printed on the sheets
    std::string unit{};  // the office that fills it in; empty: the division's name
    bool with_closed = true;
};

struct ExportFile {
    std::string name{};  // "整改单_吴集镇_杨林村.xlsx"
    std::string bytes{};
    std::int64_t items = 0;
};

// Sheets: summary by township and department, all items, items by department.
Result<ExportFile> export_ledger(Store& store, Catalog catalog, const ExportOptions& options);
// One workbook a village that has open items.
Result<std::vector<ExportFile>> export_fix_sheets(Store& store, Catalog catalog,
                                                  const ExportOptions& options);

// Titles of the fix sheet's columns, in order; the importer reads by them.
inline constexpr std::string_view kFixColumns[] = {
    "序号",   "问题编号", "登记册",   "记录号",   "版本",  "乡镇", "村",
    "户编号", "户主",     "姓名",     "证件号码", "规则",  "问题", "字段",
    "现值",   "更正值",   "情况说明", "完成日期", "责任人"};

}  // namespace tz
