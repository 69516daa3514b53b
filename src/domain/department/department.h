// The offices that own data and must act on problems. Owned by domain; plain constants.
#pragma once
#include "domain/common/names.h"
#include "schema/entity.h"

namespace tz {

inline constexpr Choice kDepartmentChoices[] = {
    {1, "rural_office", "乡村振兴部门",
     kNames<"扶贫办", "扶贫开发办公室", "乡村振兴局", "乡村振兴办">},
    {2, "education_bureau", "教育部门", kNames<"教育局", "教体局", "教育体育局">},
    {3, "health_bureau", "卫生健康部门", kNames<"卫健局", "卫生健康局", "卫计局">},
    {4, "medical_insurance_bureau", "医疗保障部门", kNames<"医保局", "医疗保障局">},
    {5, "housing_bureau", "住房城乡建设部门", kNames<"住建局", "住房和城乡建设局">},
    {6, "water_bureau", "水利部门", kNames<"水利局", "水务局">},
    {7, "civil_affairs_bureau", "民政部门", kNames<"民政局">},
    {8, "disabled_federation", "残联", kNames<"残疾人联合会", "县残联">},
    {9, "human_resources_bureau", "人力资源社会保障部门", kNames<"人社局", "人力资源和社会保障局">},
    {10, "public_security_bureau", "公安部门", kNames<"公安局", "派出所">},
    {11, "market_regulation_bureau", "市场监管部门", kNames<"市监局", "市场监督管理局", "工商局">},
    {12, "natural_resources_bureau", "自然资源部门", kNames<"自然资源局", "不动产登记中心">},
    {13, "transport_bureau", "交通运输部门", kNames<"交通局", "交通运输局">},
    {14, "power_supply", "供电部门", kNames<"供电公司", "电力公司">},
    {15, "agriculture_bureau", "农业农村部门", kNames<"农业局", "农业农村局">},
    {16, "finance_bureau", "财政部门", kNames<"财政局">},
    {17, "township", "乡镇", kNames<"乡镇政府", "街道", "乡镇(街道)">},
    {18, "village", "村", kNames<"村委会", "村两委", "驻村工作队">},
    {19, "forestry_bureau", "林业部门", kNames<"林业局">},
    {20, "broadcast_bureau", "广播电视部门", kNames<"文旅广体局", "广电局">},
};
inline constexpr CodeList kDepartments{"departments", "责任部门", kDepartmentChoices};

inline constexpr Choice kOfficeLevelChoices[] = {
    {1, "county", "县级", {}}, {2, "township", "乡镇级", {}}, {3, "village", "村级", {}},
    {4, "city", "市级", {}},   {5, "province", "省级", {}},
};
inline constexpr CodeList kOfficeLevels{"office_levels", "部门层级", kOfficeLevelChoices};

inline constexpr Field kDepartmentFields[] = {
    text("name", "部门标识").required().listed(),
    text("title", "部门名称").required().listed().also(kNames<"责任部门", "单位名称">),
    choice("level", "部门层级", kOfficeLevels).listed(),
};
inline constexpr Entity kDepartment{"department", "部门", kDepartmentFields, kNames<"name">};

}  // namespace tz
