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

inline constexpr Choice kDivisionTagChoices[] = {
    {1, "key_county", "重点县", kNames<"国家扶贫开发工作重点县", "省级扶贫开发工作重点县">},
    {2, "poor_village", "贫困村", kNames<"建档立卡贫困村">},
    {3, "old_area", "老区", kNames<"老区村", "革命老区">},
    {4, "minority", "民族", kNames<"民族村", "民族乡">},
    {5, "minority_population", "少数民族", kNames<"少数民族村", "少数民族贫困村">},
    {6, "tourism", "旅游重点", kNames<"旅游重点村", "乡村旅游重点村">},
    {7, "deep_poverty", "深度贫困", kNames<"深度贫困村", "深度贫困县">},
    {8, "remote", "边远村", kNames<"边远", "偏远村">},
    {9, "cooperation_demo", "协作示范村", kNames<"闽宁示范村">},
    {10, "border", "边境", kNames<"边境县", "边境村">},
    {11, "heavy_task", "任务较重", kNames<"脱贫任务重", "重任务乡镇">},
    {12, "relocation_site", "集中安置区", kNames<"安置区", "安置社区">},
    {13, "park", "园区", kNames<"开发区", "工业园区">},
};
inline constexpr CodeList kDivisionTags{"division_tags", "区划标签", kDivisionTagChoices};

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
    choices("tags", "区划标签", kDivisionTags).also(kNames<"标签", "区划属性">),
    date("valid_from", "启用日期").also(kNames<"valid_from", "生效日期">),
    date("valid_to", "停用日期").listed().also(kNames<"valid_to", "失效日期">),
    division("replaced_by", "撤并后区划").listed().also(kNames<"replaced_by", "变更后代码">),
    text("change_note", "变更说明").also(kNames<"撤并说明">),
};
inline constexpr Entity kDivision{"division", "行政区划", kDivisionFields, kNames<"division">};

}  // namespace tz
