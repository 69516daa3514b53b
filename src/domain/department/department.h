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
    {21, "commerce_bureau", "商务部门", kNames<"商务局", "商务粮食局">},
    {22, "tourism_bureau", "文化旅游部门", kNames<"文旅局", "旅游局", "文化和旅游局">},
    {23, "discipline_commission", "纪检监察机关", kNames<"纪委", "监委", "纪委监委">},
    {24, "organisation_department", "组织部门", kNames<"组织部", "县委组织部">},
    {25, "united_front_department", "统战部门", kNames<"统战部", "县委统战部">},
    {26, "propaganda_department", "宣传部门", kNames<"宣传部", "县委宣传部">},
    {27, "audit_bureau", "审计部门", kNames<"审计局">},
    {28, "development_reform_bureau", "发展改革部门", kNames<"发改局", "发展和改革局", "发改委">},
    {29, "emergency_bureau", "应急管理部门", kNames<"应急局", "应急管理局">},
    {30, "postal_bureau", "邮政部门", kNames<"邮政局", "邮政公司", "邮政管理局">},
    {31, "industry_bureau", "工业和信息化部门", kNames<"工信局", "科工信局", "经信局">},
    {32, "science_bureau", "科技部门", kNames<"科技局", "科学技术局">},
    {33, "environment_bureau", "生态环境部门", kNames<"生态环境局", "环保局">},
    {34, "statistics_bureau", "统计部门", kNames<"统计局">},
    {35, "financial_office", "金融管理部门", kNames<"金融办", "人民银行", "地方金融监管局">},
    {36, "ethnic_affairs_bureau", "民族宗教部门", kNames<"民宗局", "民族宗教事务局">},
    {37, "veterans_bureau", "退役军人事务部门", kNames<"退役军人事务局">},
    {38, "petition_bureau", "信访部门", kNames<"信访局">},
    {39, "justice_bureau", "司法行政部门", kNames<"司法局">},
    {40, "state_assets_office", "国有资产监管部门", kNames<"国资委", "国资局">},
    {41, "supply_cooperative", "供销合作社", kNames<"供销社", "供销联社">},
    {42, "trade_union", "工会", kNames<"总工会">},
    {43, "women_federation", "妇联", kNames<"妇女联合会">},
    {44, "youth_league", "共青团", kNames<"团委", "共青团委">},
    {45, "industry_commerce_federation", "工商联", kNames<"工商业联合会">},
    {46, "urban_management_bureau", "城市管理部门", kNames<"城管局", "城市管理局">},
    {47, "party_committee_office", "党委办公室", kNames<"县委办", "党委办">},
    {48, "government_office", "政府办公室", kNames<"县政府办", "政府办">},
    {49, "leading_group_office", "领导小组办公室",
     kNames<"扶贫开发领导小组", "扶贫开发领导小组办公室", "领导小组">},
    {50, "telecom_operator", "通信运营企业", kNames<"电信公司", "移动公司", "联通公司">},
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
