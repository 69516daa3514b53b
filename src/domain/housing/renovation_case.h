// A dangerous dwelling on its way from review to closed file. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kRenovationStatesChoices[] = {
    {1, "reviewed", "评议公示", kNames<"评议", "公示">},
    {2, "planned", "纳入改造计划", kNames<"列入计划", "纳入计划">},
    {3, "started", "实施改造", kNames<"已开工", "改造中", "在建", "实施危房改造">},
    {4, "accepted", "竣工验收", kNames<"已验收", "验收合格">},
    {5, "paid", "资金拨付", kNames<"已拨付", "补助已拨付">},
    {6, "filed", "资料归档", kNames<"已归档", "归档">},
    {7, "closed", "已销档", kNames<"销档", "销号">},
};
inline constexpr CodeList kRenovationStates{"renovation_states", "危改进度",
                                            kRenovationStatesChoices};

inline constexpr Choice kRenovationWaysChoices[] = {
    {1, "rebuilt", "拆除重建", kNames<"重建", "新建", "原址重建">},
    {2, "repaired", "修缮加固", kNames<"修缮", "维修加固">},
    {3, "replaced", "置换", kNames<"兜底安置", "集体建房">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kRenovationWays{"renovation_ways", "改造方式", kRenovationWaysChoices};

inline constexpr Field kRenovationCaseFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("renovation_cases"),
    text("head_name", "户主姓名").personal().listed().also(kNames<"户主">),
    kIdNumberField,
    number("plan_year", "计划年度")
        .required()
        .listed()
        .range(1990, 2100)
        .also(kNames<"改造年度", "危改年度", "年度">),
    choice("grade", "改造前等级", kDwellingGrades).listed().also(kNames<"危房等级", "鉴定等级">),
    choice("way", "改造方式", kRenovationWays).also(kNames<"改造类型">),
    choice("state", "危改进度", kRenovationStates).listed().also(kNames<"改造状态", "改造进度">),
    date("appraised_on", "鉴定日期").in("程序").also(kNames<"鉴定时间">),
    date("labelled_on", "挂牌标识日期").in("程序").also(kNames<"标识日期">),
    date("reviewed_on", "评议日期").in("程序").also(kNames<"民主评议日期">),
    date("publicised_on", "公示日期").in("程序").also(kNames<"公示时间">),
    date("planned_on", "纳入计划日期").in("程序"),
    date("started_on", "开工日期").in("程序").listed().also(kNames<"开工时间">),
    date("finished_on", "竣工日期").in("程序").also(kNames<"竣工时间">),
    date("accepted_on", "验收日期").in("程序").listed().also(kNames<"验收时间">),
    date("paid_on", "拨付日期").in("程序").listed().also(kNames<"资金拨付日期", "补助发放日期">),
    date("filed_on", "归档日期").in("程序"),
    date("closed_on", "销档日期").in("程序").listed().also(kNames<"销号日期">),
    money("cost", "改造总费用").in("资金").also(kNames<"总投资">),
    money("subsidy", "应补助金额").in("资金").also(kNames<"补助标准">),
    money("paid_amount", "已拨付金额").in("资金").listed().also(kNames<"补助金额", "拨付金额">),
    boolean("system_data_complete", "系统信息是否完整").in("档案").also(kNames<"系统录入是否完整">),
    boolean("paper_file", "纸质档案是否齐全").in("档案").also(kNames<"是否有纸质档案", "一户一档">),
    boolean("hotline_published", "是否公布举报电话").in("档案").also(kNames<"监督电话是否公布">),
    text("note", "备注"),
};
inline constexpr Entity kRenovationCase{"renovation_case", "危房改造台账", kRenovationCaseFields,
                                        kNames<"household_number", "plan_year">};

}  // namespace tz
