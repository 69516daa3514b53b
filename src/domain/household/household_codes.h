// Code lists of the household register. Owned by domain; plain constants.
#pragma once
#include "domain/common/names.h"
#include "schema/entity.h"

namespace tz {

inline constexpr Choice kHouseholdKindChoices[] = {
    {0, "general", "一般农户", kNames<"一般户", "非建档立卡户", "农户">},
    {1, "lifted_out", "脱贫户", kNames<"已脱贫户", "建档立卡脱贫户", "脱贫享受政策户">},
    {2, "registered", "建档立卡户", kNames<"建档立卡贫困户", "贫困户">},
    {3, "lifted_out_without_policy", "脱贫不享受政策户", kNames<"脱贫不再享受政策户">},
    {4, "monitored", "监测户", kNames<"监测对象", "防止返贫监测对象", "防返贫监测户">},
    {5, "unstable_lifted_out", "脱贫不稳定户", {}},
    {6, "marginal", "边缘易致贫户", kNames<"边缘户">},
    {7, "sudden_hardship", "突发严重困难户", kNames<"突发困难户">},
    {8, "accompanying", "同步搬迁户", kNames<"随迁户">},
};
inline constexpr CodeList kHouseholdKinds{"household_kinds", "户类型", kHouseholdKindChoices};

inline constexpr Choice kRegistrationStatusChoices[] = {
    {0, "not_lifted_out", "未脱贫", {}},
    {1, "lifted_out", "已脱贫",
     kNames<"脱贫", "已脱贫(享受政策)", "已脱贫(不享受政策)", "稳定脱贫">},
    {2, "pre_lifted", "预脱贫", {}},
    {3, "relapsed", "返贫", kNames<"已返贫">},
};
inline constexpr CodeList kRegistrationStatuses{"registration_statuses", "脱贫属性",
                                                kRegistrationStatusChoices};

inline constexpr Choice kPovertyAttributeChoices[] = {
    {1, "general", "一般贫困户", kNames<"一般脱贫户", "一般户", "一般">},
    {4, "subsistence_allowance", "低保贫困户", kNames<"低保脱贫户", "低保户", "低保">},
    {6, "extreme_poverty_support", "特困供养贫困户",
     kNames<"特困供养脱贫户", "特困户", "特困供养户", "特困", "五保贫困户", "五保户", "五保">},
};
inline constexpr CodeList kPovertyAttributes{"poverty_attributes", "贫困户属性",
                                             kPovertyAttributeChoices};

inline constexpr Choice kPovertyCauseChoices[] = {
    {1, "illness", "因病", kNames<"因病致贫">},
    {2, "disability", "因残", kNames<"因残致贫">},
    {3, "schooling", "因学", kNames<"因学致贫">},
    {4, "disaster", "因灾", kNames<"因灾致贫">},
    {5, "marriage", "因婚", {}},
    {6, "lack_of_land", "缺土地", kNames<"缺地">},
    {7, "lack_of_water", "缺水", {}},
    {8, "lack_of_skill", "缺技术", {}},
    {9, "lack_of_labour", "缺劳力", kNames<"缺劳动力">},
    {10, "lack_of_money", "缺资金", {}},
    {11, "poor_transport", "交通条件落后", kNames<"交通落后">},
    {12, "lack_of_motivation", "自身发展动力不足", kNames<"自身发展动力不够", "自身发展力不足">},
    {13, "bereavement", "因丧", {}},
    {14, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kPovertyCauses{"poverty_causes", "致贫原因", kPovertyCauseChoices};

inline constexpr Choice kIdentificationStandardChoices[] = {
    {1, "national", "国家标准", kNames<"国家">},
    {2, "provincial", "省定标准", kNames<"省定", "省级标准">},
    {3, "municipal", "市定标准", kNames<"市定", "市级标准">},
};
inline constexpr CodeList kIdentificationStandards{"identification_standards", "识别标准",
                                                   kIdentificationStandardChoices};

inline constexpr Choice kFuelChoices[] = {
    {1, "firewood", "柴草", kNames<"柴", "木柴">},
    {2, "dung", "干畜粪", {}},
    {3, "coal", "煤炭", kNames<"煤">},
    {4, "clean", "清洁能源", kNames<"电", "燃气", "液化气", "天然气", "沼气">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kFuels{"fuels", "主要燃料类型", kFuelChoices};

inline constexpr Choice kDwellingStructureChoices[] = {
    {1, "reinforced_concrete", "钢筋混凝土", kNames<"钢混", "框架", "框架结构", "钢混结构">},
    {2, "brick_concrete", "砖混", kNames<"砖混结构", "砖混(钢混)">},
    {3, "brick_wood", "砖木", kNames<"砖瓦砖木", "砖木结构", "砖瓦">},
    {4, "wood", "木结构", kNames<"木质", "竹木">},
    {5, "earth", "土坯", kNames<"土木", "土木结构", "土坯房", "竹草土坯">},
    {6, "stone", "石结构", kNames<"石木", "石砌">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kDwellingStructures{"dwelling_structures", "住房结构",
                                              kDwellingStructureChoices};

inline constexpr Choice kRelocationWayChoices[] = {
    {1, "whole_village", "行政村整体搬迁", kNames<"整村搬迁">},
    {2, "whole_hamlet", "自然村整体搬迁", {}},
    {3, "individual", "建档立卡贫困户个别搬迁", kNames<"个别搬迁", "零星搬迁">},
};
inline constexpr CodeList kRelocationWays{"relocation_ways", "搬迁方式", kRelocationWayChoices};

inline constexpr Choice kHouseholdIndustryChoices[] = {
    {1, "planting", "种植业", kNames<"种植">},
    {2, "breeding", "养殖业", kNames<"养殖">},
    {3, "processing", "加工业", kNames<"加工">},
    {4, "fruit_forestry", "林果业", kNames<"林果">},
    {5, "tourism", "旅游业", kNames<"乡村旅游">},
    {6, "e_commerce", "电商", kNames<"电子商务">},
    {7, "photovoltaic", "光伏", kNames<"光伏扶贫">},
    {8, "asset_income", "资产收益", kNames<"资产收益扶贫">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kHouseholdIndustries{"household_industries", "到户产业帮扶类型",
                                               kHouseholdIndustryChoices};

}  // namespace tz
