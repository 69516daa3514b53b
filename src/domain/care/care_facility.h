// Homes and day rooms for the old and those who need care. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kCareFacilityKindsChoices[] = {
    {1, "nursing_home", "敬老院", kNames<"养老院", "特困供养机构", "养老机构">},
    {2, "village_house", "农村幸福院", kNames<"幸福院", "互助养老院">},
    {3, "day_care", "日间照料中心", kNames<"日间照料">},
    {4, "disabled_home", "残疾人托养机构", kNames<"托养中心">},
    {9, "other", "其他养老服务设施", kNames<"其他">},
};
inline constexpr CodeList kCareFacilityKinds{"care_facility_kinds", "照护机构类型",
                                             kCareFacilityKindsChoices};

inline constexpr Field kCareFacilityFields[] = {
    kDivisionField,
    text("name", "设施名称").required().listed().also(kNames<"机构名称", "养老院名称">),
    choice("kind", "照护机构类型", kCareFacilityKinds)
        .listed()
        .also(kNames<"设施类型", "机构类型">),
    number("bed_count", "床位数", "张").listed(),
    number("occupied_count", "入住人数", "人").listed(),
    number("carer_count", "护理人员数", "人"),
    boolean("in_use", "是否正常运行").listed().also(kNames<"是否运营">),
    date("opened_on", "启用日期").also(kNames<"建成日期">),
};
inline constexpr Entity kCareFacility{"care_facility", "养老照护设施", kCareFacilityFields,
                                      kNames<"name">};

}  // namespace tz
