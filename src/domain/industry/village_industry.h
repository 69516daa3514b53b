// The industry of a village in a year, and whether it has been recognised. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kVillageIndustryFields[] = {
    kDivisionField,
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"认定年度">),
    text("industry", "主导产业").required().listed().also(kNames<"产业名称", "特色产业">),
    boolean("poor_village", "是否贫困村").listed(),
    boolean("has_measure", "是否有产业帮扶措施").listed().also(kNames<"是否落实产业帮扶">),
    text("operator_name", "带动主体").listed().also(kNames<"经营主体">),
    reference("operator", "带动主体登记", "operator")
        .many("village_industries")
        .by(kNames<"operator_name">),
    number("led_household_count", "带动户数", "户").listed(),
    date("applied_on", "申报日期").listed(),
    date("checked_on", "核查日期").listed(),
    boolean("recognised", "是否认定").listed().also(kNames<"认定结果">),
    date("recognised_on", "认定日期"),
    money("output_value", "产值").also(kNames<"年产值">),
};
inline constexpr Entity kVillageIndustry{"village_industry", "村产业认定", kVillageIndustryFields,
                                         kNames<"division", "year", "industry">};

}  // namespace tz
