// Water supply points and the tests of their water, as the water bureau lists them. Owned by
// domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kSupplyKindChoices[] = {
    {1, "central", "集中供水", kNames<"集中供水工程", "集中式供水">},
    {2, "scattered", "分散供水", kNames<"分散式供水", "单户供水", "水井">},
    {3, "city_network", "城镇管网延伸", kNames<"管网延伸", "城乡一体化供水">},
};
inline constexpr CodeList kSupplyKinds{"supply_kinds", "供水方式", kSupplyKindChoices};

inline constexpr Field kWaterPointFields[] = {
    kDivisionField,
    text("name", "供水工程名称")
        .required()
        .listed()
        .also(kNames<"供水点名称", "工程名称", "饮水工程名称", "供水点">),
    kSourceMonthField,
    choice("kind", "供水方式", kSupplyKinds).listed().also(kNames<"工程类型", "供水类型">),
    text("source", "水源类型").listed().also(kNames<"水源">),
    number("household_count", "供水户数", "户").listed().also(kNames<"受益户数">),
    number("piped_household_count", "自来水入户户数", "户").also(kNames<"入户户数", "通水入户数">),
    text("management", "管理单位").also(kNames<"管护单位", "管理机构">),
    number("person_count", "供水人口", "人").listed().also(kNames<"受益人口", "供水人口数">),
    number("litres_per_person", "人均供水量", "升/人/日", "L/person/day", 1)
        .listed()
        .also(kNames<"人均日供水量", "人均日用水量">),
    number("guarantee_rate", "供水保证率", "%", "percent", 1).range(0, 1000).listed(),
    boolean("seasonal_shortage", "是否季节性缺水").listed(),
    boolean("contingency_plan", "有无应急预案").also(kNames<"有无缺水解决预案", "是否有应急预案">),
    boolean("built_to_standard", "工程质量是否达标"),
    boolean("works_as_designed", "是否正常运行").also(kNames<"运行是否正常">),
    boolean("quality_protected", "水质保障是否到位"),
    boolean("managed", "管理是否规范").also(kNames<"是否有管护人员", "管护是否到位">),
    text("manager", "管护责任人").also(kNames<"管水员">),
    number("built_year", "建成年份").also(kNames<"建成时间">),
};
inline constexpr Entity kWaterPoint{"water_point", "供水工程", kWaterPointFields,
                                    kNames<"division", "name">};

inline constexpr Field kWaterTestFields[] = {
    kDivisionField,
    text("point_name", "供水工程名称")
        .required()
        .listed()
        .also(kNames<"供水点名称", "工程名称", "饮水工程名称", "供水点">),
    reference("water_point", "所属供水工程", "water_point")
        .many("tests")
        .by(kNames<"division", "point_name">),
    kSourceMonthField,
    date("tested_on", "检测日期").required().listed().also(kNames<"采样日期", "检测时间">),
    boolean("passed", "水质是否达标").listed().also(kNames<"是否合格", "检测结果", "水质是否合格">),
    text("failed_items", "不合格指标").listed().also(kNames<"不合格项目", "超标指标">),
    text("tester", "检测机构").also(kNames<"检测单位">),
    text("report_number", "检测报告编号").also(kNames<"报告编号">),
};
inline constexpr Entity kWaterTest{"water_test", "水质检测", kWaterTestFields,
                                   kNames<"division", "point_name", "tested_on">};

}  // namespace tz
