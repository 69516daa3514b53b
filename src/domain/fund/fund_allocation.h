// Money given to a project or an area out of a source. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/fund/fund_codes.h"

namespace tz {

inline constexpr Field kFundAllocationFields[] = {
    kDivisionField,
    text("allocation_number", "分配编号").required().listed().also(kNames<"指标编号", "分配文号">),
    number("year", "年度").listed().range(1990, 2100),
    text("fund_number", "资金编号").listed().also(kNames<"资金文号", "来源文号">),
    reference("fund_source", "资金来源登记", "fund_source")
        .many("allocations")
        .by(kNames<"fund_number">),
    text("project_name", "项目名称").listed(),
    text("project_place", "实施地点").also(kNames<"建设地点">),
    reference("project", "所属项目", "project")
        .many("allocations")
        .by(kNames<"division", "project_name", "project_place">),
    choice("kind", "资金类别", kFundKinds).listed().also(kNames<"资金类型">),
    choice("use", "资金用途类别", kFundUses).listed().also(kNames<"用途类别", "资金用途">),
    money("amount", "分配金额").required().listed().also(kNames<"安排金额", "安排资金">),
    date("decided_on", "分配日期").listed().also(kNames<"安排日期", "批准日期">),
    date("issued_on", "下达日期").listed().also(kNames<"资金下达日期">),
    date("publicised_before_on", "分配前公示日期").listed().also(kNames<"事前公示日期">),
    date("publicised_after_on", "使用后公告日期")
        .listed()
        .also(kNames<"完成公告日期", "事后公告日期">),
    date("goal_set_on", "绩效目标设定日期"),
    boolean("use_kept", "是否符合资金用途"),
};
inline constexpr Entity kFundAllocation{"fund_allocation", "资金分配", kFundAllocationFields,
                                        kNames<"allocation_number">};

}  // namespace tz
