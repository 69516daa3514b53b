// Administrative divisions by their statistical codes, dated: a merged or split one is kept with
// what replaced it. Owned by domain; plain constants.
#pragma once
#include "domain/common/names.h"
#include "schema/entity.h"

namespace tz {

// Codes are those of DivisionLevel in base/division.h.
inline constexpr Choice kDivisionLevelChoices[] = {
    {0, "nation", "国家", {}},
    {1, "province", "省级", kNames<"省">},
    {2, "city", "市级", kNames<"市">},
    {3, "county", "县级", kNames<"县", "县区">},
    {4, "township", "乡级", kNames<"乡", "乡镇">},
    {5, "village", "村级", kNames<"村">},
};
inline constexpr CodeList kDivisionLevels{"division_levels", "区划级别", kDivisionLevelChoices};

inline constexpr Field kDivisionFields[] = {
    division("division", "区划代码")
        .required()
        .scope()
        .listed()
        .also(kNames<"code", "行政区划代码", "统计用区划代码", "代码", "编码">),
    text("name", "区划名称").required().listed().also(kNames<"name", "名称", "行政区划名称">),
    division("parent", "上级区划")
        .listed()
        .also(kNames<"parent", "上级代码", "上级区划代码", "所属区划">),
    choice("level", "区划级别", kDivisionLevels).listed().also(kNames<"level", "级别">),
    date("valid_from", "启用日期").also(kNames<"valid_from", "生效日期">),
    date("valid_to", "停用日期").listed().also(kNames<"valid_to", "失效日期">),
    division("replaced_by", "撤并后区划").listed().also(kNames<"replaced_by", "变更后代码">),
    text("change_note", "变更说明").also(kNames<"撤并说明">),
};
inline constexpr Entity kDivision{"division", "行政区划", kDivisionFields, kNames<"division">};

}  // namespace tz
