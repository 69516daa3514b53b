// A shortcoming of somebody's drinking water and how it was put right. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kWaterProblemsChoices[] = {
    {1, "quantity", "水量不足", kNames<"缺水", "水量">},
    {2, "quality", "水质不达标", kNames<"水质">},
    {3, "convenience", "取水不便", kNames<"方便程度", "用水方便程度">},
    {4, "guarantee", "保证率不足", kNames<"保证率", "供水不稳定", "季节性缺水">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kWaterProblems{"water_problems", "饮水问题类别", kWaterProblemsChoices};

inline constexpr Choice kWaterMethodsChoices[] = {
    {1, "deep_well", "打深水井", kNames<"深水井", "打井">},
    {2, "disinfection", "消毒灭菌", kNames<"消毒", "净化消毒">},
    {3, "central_supply", "集中供水", kNames<"建集中供水", "管网延伸">},
    {4, "new_source", "新辟水源", kNames<"更换水源">},
    {5, "repair", "维修工程", kNames<"工程维修", "管网维修">},
    {6, "carried_water", "应急送水", kNames<"送水">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kWaterMethods{"water_methods", "饮水处置方式", kWaterMethodsChoices};

inline constexpr Choice kWaterCaseStatesChoices[] = {
    {1, "open", "未解决", kNames<"待处置">},
    {2, "in_work", "处置中", kNames<"整改中">},
    {3, "retest", "待复测", {}},
    {4, "solved", "已解决", kNames<"达标", "已达标">},
};
inline constexpr CodeList kWaterCaseStates{"water_case_states", "饮水问题状态",
                                           kWaterCaseStatesChoices};

inline constexpr Field kWaterCaseFields[] = {
    kDivisionField,
    text("number", "问题编号").required().listed().also(kNames<"编号", "序号">),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("water_cases"),
    text("point_name", "供水工程名称").listed().also(kNames<"供水点名称", "工程名称", "供水点">),
    reference("water_point", "所属供水工程", "water_point")
        .many("cases")
        .by(kNames<"division", "point_name">),
    date("found_on", "发现日期").listed().also(kNames<"发现时间">),
    choice("problem", "饮水问题类别", kWaterProblems).listed().also(kNames<"问题类别", "问题类型">),
    number("affected_households", "影响户数", "户").listed().also(kNames<"涉及户数">),
    choice("method", "饮水处置方式", kWaterMethods)
        .listed()
        .also(kNames<"处置方式", "解决方式", "整改措施">),
    date("due_on", "完成时限").listed().also(kNames<"整改时限">),
    date("done_on", "完成日期").listed().also(kNames<"解决日期", "完成时间">),
    date("retested_on", "复测日期"),
    boolean("retest_passed", "复测是否达标"),
    choice("state", "饮水问题状态", kWaterCaseStates).listed().also(kNames<"状态", "整改状态">),
    text("responsible", "责任人"),
};
inline constexpr Entity kWaterCase{"water_case", "饮水问题台账", kWaterCaseFields,
                                   kNames<"number">};

}  // namespace tz
