// The hamlets of a village. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kNaturalVillageFields[] = {
    kDivisionField,
    text("name", "自然村名称").required().listed().also(kNames<"自然村", "村民小组">),
    number("household_count", "户数", "户").listed().also(kNames<"总户数">),
    number("population", "人口数", "人").listed().also(kNames<"总人口", "人口">),
    number("minority_person_count", "少数民族人口数", "人").listed(),
    boolean("is_minority", "是否少数民族自然村").listed().also(kNames<"少数民族村">),
    boolean("has_road", "是否通硬化路")
        .listed()
        .held_by("transport_bureau")
        .also(kNames<"通硬化路", "是否通公路">),
    boolean("has_power", "是否通电").listed().held_by("power_supply"),
    boolean("has_three_phase_power", "是否通动力电")
        .held_by("power_supply")
        .also(kNames<"通动力电">),
    boolean("has_piped_water", "是否通自来水").held_by("water_bureau"),
    boolean("has_broadband", "是否通宽带"),
};
inline constexpr Entity kNaturalVillage{"natural_village", "自然村", kNaturalVillageFields,
                                        kNames<"division", "name">};

}  // namespace tz
