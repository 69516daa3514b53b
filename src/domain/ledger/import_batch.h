// What has been imported, and which columns of a source mean what. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kBatchStateChoices[] = {
    {1, "started", "导入中", {}},
    {2, "applied", "已导入", {}},
    {3, "undone", "已撤销", {}},
};
inline constexpr CodeList kBatchStates{"batch_states", "批次状态", kBatchStateChoices};

inline constexpr Field kImportBatchFields[] = {
    kDivisionField,
    text("file_name", "文件名").required().listed(),
    text("digest", "文件摘要").required(),
    text("layout", "表式").required().listed(),
    text("source", "数据来源").required().listed(),
    month("source_month", "数据月份").listed(),
    text("sheet", "工作表"),
    choice("state", "批次状态", kBatchStates).required().listed(),
    date("applied_on", "导入日期").listed(),
    number("rows_read", "读取行数", "行").listed(),
    number("rows_done", "已处理行数", "行"),
    number("added", "新增数", "条").listed(),
    number("changed", "更新数", "条").listed(),
    number("unchanged", "未变数", "条"),
    number("doubtful", "存疑数", "条").listed(),
    number("refused", "拒收数", "条").listed(),
    text("note", "备注"),
};
inline constexpr Entity kImportBatch{"import_batch", "导入批次", kImportBatchFields,
                                     kNames<"digest", "layout", "source">};

// A column header that a person has placed once is remembered for the source it came from.
inline constexpr Field kColumnAliasFields[] = {
    kDivisionField,
    text("source", "数据来源").required().listed(),
    text("header", "列名").required().listed(),
    text("register_name", "对应登记表").listed(),
    text("field_name", "对应字段").listed(),
    boolean("ignored", "是否忽略").listed(),
};
inline constexpr Entity kColumnAlias{"column_alias", "列名对照", kColumnAliasFields,
                                     kNames<"source", "header">};

}  // namespace tz
