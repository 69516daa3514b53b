// A household leaving poverty in a year: what was checked, who signed, how it was made public,
// who approved, and what an inspection said of it. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kSignerKindChoices[] = {
    {1, "self", "本人", kNames<"户主本人", "户主">},
    {2, "mandatee", "受托人", kNames<"委托人", "受委托人", "代签(有委托)">},
    {3, "other", "他人代签", kNames<"代签", "其他">},
    {4, "none", "未签字", kNames<"无">},
};
inline constexpr CodeList kSignerKinds{"signer_kinds", "签字人身份", kSignerKindChoices};

inline constexpr Choice kExitStateChoices[] = {
    {1, "proposed", "拟退出", kNames<"拟脱贫">},
    {2, "verified", "已入户核实", kNames<"入户核实">},
    {3, "signed", "已签字认可", kNames<"签字认可">},
    {4, "published", "已评议公示", kNames<"评议公示">},
    {5, "township_reviewed", "乡镇已审核", kNames<"乡镇审核">},
    {6, "approved", "已退出", kNames<"县级审定", "已脱贫">},
    {7, "confirmed", "督查确认", kNames<"确认">},
    {8, "corrected", "错退纠正", kNames<"已纠正">},
};
inline constexpr CodeList kExitStates{"exit_states", "退出状态", kExitStateChoices};

inline constexpr Choice kExitChannelChoices[] = {
    {1, "industry", "发展生产脱贫", kNames<"产业脱贫", "产业就业">},
    {2, "relocation", "易地搬迁脱贫", kNames<"易地搬迁">},
    {3, "ecology", "生态补偿脱贫", kNames<"生态补偿">},
    {4, "education", "发展教育脱贫", kNames<"教育脱贫">},
    {5, "backstop", "社会保障兜底", kNames<"兜底保障", "社保兜底">},
};
inline constexpr CodeList kExitChannels{"exit_channels", "脱贫途径", kExitChannelChoices};

inline constexpr Field kExitCaseFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("exit_cases"),
    number("year", "退出年度").required().listed().range(1990, 2100).also(kNames<"年度">),
    money("income_per_capita", "人均纯收入").listed().in("标准").also(kNames<"家庭人均纯收入">),
    boolean("food_ok", "吃是否达标").in("标准").also(kNames<"不愁吃">),
    boolean("clothing_ok", "穿是否达标").in("标准").also(kNames<"不愁穿">),
    boolean("education_ok", "教育是否达标").in("标准").also(kNames<"义务教育有保障">),
    boolean("medical_ok", "医疗是否达标").in("标准").also(kNames<"基本医疗有保障">),
    boolean("housing_ok", "住房是否达标").in("标准").also(kNames<"住房安全有保障">),
    boolean("water_ok", "饮水是否达标").in("标准").also(kNames<"饮水安全有保障">),
    date("checked_on", "入户核实日期").in("标准").also(kNames<"核实日期">),
    text("checker", "核实人").in("标准"),
    choices("channels", "脱贫途径", kExitChannels).listed().in("标准").also(kNames<"脱贫渠道">),
    choice("signer_kind", "签字人身份", kSignerKinds).listed().in("签字").also(kNames<"签字方式">),
    text("signer", "签字人").personal().in("签字").also(kNames<"认可签字人">),
    boolean("has_mandate", "是否有委托书").in("签字"),
    date("signed_on", "签字日期").listed().in("签字"),
    date("reviewed_on", "民主评议日期").in("程序").also(kNames<"评议日期">),
    date("notice_from", "公示开始日期").in("程序"),
    date("notice_to", "公示结束日期").in("程序"),
    date("township_reviewed_on", "乡镇审核日期").in("程序"),
    date("approved_on", "县级审定日期").listed().in("程序").also(kNames<"审定日期", "批准日期">),
    choice("state", "退出状态", kExitStates).listed().in("程序").also(kNames<"状态">),
    date("inspected_on", "督查日期").in("督查").also(kNames<"抽查日期">),
    boolean("standard_confirmed", "督查认定标准达标").listed().in("督查").also(kNames<"标准达标">),
    boolean("procedure_confirmed", "督查认定程序规范").listed().in("督查").also(kNames<"程序规范">),
    date("corrected_on", "错退纠正日期").in("督查").also(kNames<"纠正日期">),
};
inline constexpr Entity kExitCase{"exit_case", "脱贫退出", kExitCaseFields,
                                  kNames<"household_number", "year">};

}  // namespace tz
