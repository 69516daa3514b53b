// Code lists of monitoring: risks, how they were removed, and the options of the groups of
// assistance measures. Owned by domain; plain constants.
#pragma once
#include "domain/common/names.h"
#include "schema/entity.h"

namespace tz {

// The eleven risks of the national list 100A27, in its order.
inline constexpr Choice kRiskChoices[] = {
    {1, "illness", "因病", {}},
    {2, "schooling", "因学", {}},
    {3, "disability", "因残", {}},
    {4, "disaster", "因自然灾害", kNames<"因灾", "自然灾害">},
    {5, "accident", "因意外事故", kNames<"意外事故", "因意外">},
    {6, "industry_failure", "因产业项目失败", kNames<"产业项目失败", "产业失败", "因产业失败">},
    {7, "unstable_work", "因务工就业不稳",
     kNames<"务工就业不稳", "因就业不稳", "因务工就业不稳定">},
    {8, "lack_of_labour", "缺劳动力", kNames<"因缺劳动力", "缺劳力">},
    {9, "housing", "因安全住房", kNames<"因住房", "因住房安全">},
    {10, "water", "因安全饮水", kNames<"因饮水", "因饮水安全">},
    {11, "other", "其他", kNames<"其它", "因其他">},
};
inline constexpr CodeList kRisks{"risks", "致贫/返贫风险", kRiskChoices};

inline constexpr Choice kDisasterChoices[] = {
    {1, "flood", "洪涝灾害", kNames<"洪涝", "洪水">},
    {2, "geological", "地质灾害", kNames<"地质", "滑坡", "泥石流", "地震地质灾害">},
    {3, "drought", "干旱灾害", kNames<"旱灾", "干旱", "旱">},
    {4, "biological", "生物灾害", kNames<"生物", "病虫害">},
    {5, "weather", "气象灾害", kNames<"气象", "冰雹", "台风", "低温冷冻", "雪灾">},
    {6, "earthquake", "地震灾害", kNames<"地震">},
    {7, "fire", "森林草原火灾", kNames<"火灾">},
    {9, "other", "其他", kNames<"其它", "其他灾害">},
};
inline constexpr CodeList kDisasters{"disasters", "因自然灾害子项", kDisasterChoices};

inline constexpr Choice kRemovalWayChoices[] = {
    {1, "assistance", "帮扶消除", kNames<"通过帮扶消除">},
    {2, "natural", "自然消除", kNames<"自行消除">},
    {3, "natural_decrease", "自然减少", kNames<"整户自然减少">},
};
inline constexpr CodeList kRemovalWays{"removal_ways", "风险消除方式", kRemovalWayChoices};

inline constexpr Choice kDevelopmentMeasureChoices[] = {
    {0, "not_yet", "尚未实施", kNames<"未实施", "否">},
    {1, "implemented", "已实施", kNames<"实施", "是">},
};
inline constexpr CodeList kDevelopmentMeasures{"development_measures", "实施开发式帮扶措施情况",
                                               kDevelopmentMeasureChoices};

inline constexpr Choice kIndustrySupportChoices[] = {
    {1, "planting", "发展种植业", kNames<"种植业", "种植">},
    {2, "breeding", "发展养殖业", kNames<"养殖业", "养殖">},
    {3, "processing", "发展加工业", kNames<"加工业", "农产品加工">},
    {4, "fruit_forestry", "发展林果业", kNames<"林果业", "林业">},
    {5, "tourism", "乡村旅游", kNames<"旅游业", "休闲农业与乡村旅游">},
    {6, "e_commerce", "电商", kNames<"电子商务", "电商帮扶">},
    {7, "photovoltaic", "光伏", kNames<"光伏帮扶", "光伏项目">},
    {8, "asset_income", "资产收益", kNames<"资产收益帮扶", "入股分红">},
    {9, "subsidy", "产业奖补", kNames<"产业补贴", "以奖代补", "生产奖补">},
    {10, "leading_entity", "经营主体带动",
     kNames<"新型经营主体带动", "龙头企业带动", "合作社带动">},
    {11, "skill_service", "生产技术指导", kNames<"技术服务", "技术指导", "农技服务">},
    {12, "consumption_support", "消费帮扶", kNames<"产销对接">},
    {13, "land_transfer", "土地流转", {}},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kIndustrySupports{"industry_supports", "产业帮扶",
                                            kIndustrySupportChoices};

inline constexpr Choice kEmploymentSupportChoices[] = {
    {1, "skill_training", "技能培训", kNames<"就业技能培训">},
    {2, "labour_export", "劳务输出", kNames<"组织劳务输出">},
    {3, "travel_subsidy", "外出务工补贴", kNames<"务工补贴", "跨省务工交通补贴", "稳岗补贴">},
    {4, "workshop", "帮扶车间就业", kNames<"扶贫车间", "帮扶车间", "就业帮扶车间">},
    {5, "local_job", "就近就地就业", kNames<"就近就业", "本地就业">},
    {6, "entrepreneurship", "自主创业", kNames<"创业扶持", "返乡创业">},
    {7, "job_referral", "岗位推荐", kNames<"就业推荐", "职业介绍">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kEmploymentSupports{"employment_supports", "就业帮扶",
                                              kEmploymentSupportChoices};

inline constexpr Choice kFinanceSupportChoices[] = {
    {1, "small_loan", "小额信贷", kNames<"扶贫小额信贷", "脱贫人口小额信贷", "帮扶小额信贷">},
    {2, "insurance", "保险", kNames<"农业保险", "产业保险", "特色保险">},
    {3, "mutual_fund", "互助资金", {}},
    {4, "startup_loan", "创业担保贷款", kNames<"创业贷款">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kFinanceSupports{"finance_supports", "金融帮扶", kFinanceSupportChoices};

inline constexpr Choice kHousingSupportChoices[] = {
    {1, "rebuilding", "危房改造", kNames<"农村危房改造">},
    {2, "seismic_retrofit", "农房抗震改造", kNames<"抗震改造">},
    {3, "repair", "房屋维修加固", kNames<"维修加固", "房屋修缮">},
    {4, "public_rental", "公租房", kNames<"周转房", "租赁住房", "幸福大院">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kHousingSupports{"housing_supports", "住房安全保障",
                                           kHousingSupportChoices};

inline constexpr Choice kWaterSupportChoices[] = {
    {1, "central_supply", "集中供水", kNames<"集中供水工程">},
    {2, "scattered_supply", "分散供水", kNames<"分散供水工程", "打井", "水窖">},
    {3, "repair", "供水设施维修", kNames<"维修管网", "设施维修养护">},
    {4, "quality_treatment", "水质处理", kNames<"水质净化">},
    {19, "other", "其他", kNames<"其它", "解决饮水安全">},
};
inline constexpr CodeList kWaterSupports{"water_supports", "饮水安全保障", kWaterSupportChoices};

inline constexpr Choice kHealthSupportChoices[] = {
    {1, "medical_premium_subsidy", "参加城乡居民基本医疗保险个人缴费补贴",
     kNames<"城乡居民基本医疗保险个人缴费补贴", "医保缴费补贴", "参保资助">},
    {2, "serious_illness_insurance", "参加大病保险", kNames<"大病保险">},
    {3, "medical_aid", "接受医疗救助", kNames<"医疗救助">},
    {4, "serious_illness_treatment", "大病专项救治", kNames<"大病救治">},
    {5, "chronic_contract", "家庭医生签约服务", kNames<"慢性病签约服务", "签约服务", "慢病管理">},
    {6, "supplementary_insurance", "参加其他补充医疗保险", kNames<"商业补充医疗保险", "防贫保险">},
    {7, "other_aid", "接受其他健康帮扶", kNames<"其他健康帮扶">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kHealthSupports{"health_supports", "健康帮扶", kHealthSupportChoices};

inline constexpr Choice kCompulsoryEducationSupportChoices[] = {
    {1, "dropout_control", "控辍保学", kNames<"劝返复学">},
    {2, "home_teaching", "送教上门", {}},
    {3, "living_subsidy", "生活补助", kNames<"寄宿生生活补助", "家庭经济困难学生生活补助">},
    {4, "nutrition", "营养改善计划", kNames<"营养餐">},
    {5, "special_school", "特殊教育", kNames<"特殊教育学校">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kCompulsoryEducationSupports{
    "compulsory_education_supports", "义务教育保障", kCompulsoryEducationSupportChoices};

inline constexpr Choice kEducationSupportChoices[] = {
    {1, "rain_dew", "雨露计划", kNames<"雨露计划补助", "职业教育补助">},
    {2, "student_loan", "助学贷款", kNames<"生源地助学贷款", "国家助学贷款">},
    {3, "student_grant", "助学金", kNames<"国家助学金", "教育资助">},
    {4, "preschool_grant", "学前教育资助", kNames<"学前资助">},
    {5, "fee_waiver", "学费减免", kNames<"免学费", "减免学杂费">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kEducationSupports{"education_supports", "教育帮扶",
                                             kEducationSupportChoices};

inline constexpr Choice kComprehensiveSupportChoices[] = {
    {1, "low_income_allowance", "低保", kNames<"最低生活保障", "农村低保", "城市低保">},
    {2, "extreme_poverty_support", "特困供养", kNames<"特困", "特困人员救助供养">},
    {3, "disability_allowance", "残疾人补贴",
     kNames<"残疾人两项补贴", "困难残疾人生活补贴", "重度残疾人护理补贴">},
    {4, "pension_subsidy", "养老保险缴费补贴", kNames<"代缴养老保险", "基本养老保险补贴">},
    {5, "temporary_relief", "临时救助", kNames<"急难救助">},
    {6, "orphan_allowance", "孤儿和事实无人抚养儿童保障",
     kNames<"孤儿", "事实无人抚养儿童", "孤儿补贴">},
    {7, "old_age_allowance", "高龄津贴", kNames<"高龄补贴">},
    {8, "poverty_insurance", "防贫保险", kNames<"防贫保", "防返贫保险">},
    {9, "accident_insurance", "意外保险", kNames<"人身意外保险">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kComprehensiveSupports{"comprehensive_supports", "综合保障",
                                                 kComprehensiveSupportChoices};

inline constexpr Choice kSocialSupportChoices[] = {
    {1, "designated_assistance", "定点帮扶", kNames<"单位定点帮扶">},
    {2, "east_west_cooperation", "东西部协作", kNames<"东西协作">},
    {3, "enterprises", "社会力量帮扶", kNames<"民营企业帮扶", "万企兴万村", "企业帮扶">},
    {4, "social_organisations", "社会组织帮扶", kNames<"社会组织">},
    {5, "donation", "社会捐赠", kNames<"捐赠", "爱心捐赠", "慰问">},
    {6, "volunteers", "志愿服务", kNames<"志愿帮扶">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kSocialSupports{"social_supports", "社会帮扶", kSocialSupportChoices};

inline constexpr Choice kRelocationSupportChoices[] = {
    {1, "poverty_relocation", "易地扶贫搬迁", kNames<"易地搬迁">},
    {2, "hazard_relocation", "避险搬迁", kNames<"地质灾害避险搬迁", "避灾搬迁">},
    {3, "ecological_relocation", "生态搬迁", kNames<"生态移民">},
    {19, "other", "其他", kNames<"其它", "其他搬迁">},
};
inline constexpr CodeList kRelocationSupports{"relocation_supports", "搬迁",
                                              kRelocationSupportChoices};

inline constexpr Choice kLivingSupportChoices[] = {
    {1, "access_road", "入户路", kNames<"入户道路硬化", "入户路改善">},
    {2, "electricity", "用电", kNames<"通生活用电", "生活用电">},
    {3, "toilet", "卫生厕所", kNames<"改厕">},
    {4, "kitchen", "改厨", kNames<"厨房改造">},
    {5, "courtyard", "庭院整治", kNames<"人居环境整治">},
    {6, "broadcast", "广播电视", kNames<"通广播电视", "宽带网络">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kLivingSupports{"living_supports", "生产生活条件改善",
                                          kLivingSupportChoices};

inline constexpr Choice kInfrastructureSupportChoices[] = {
    {1, "road", "道路建设", kNames<"道路", "通村公路", "产业路">},
    {2, "irrigation", "农田水利", kNames<"水利设施", "小型水利">},
    {3, "power_grid", "电网改造", kNames<"电力设施", "农网改造">},
    {4, "communication", "通信网络", kNames<"通讯", "网络设施">},
    {5, "public_service", "公共服务设施", kNames<"文化广场", "公共服务">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kInfrastructureSupports{"infrastructure_supports", "基础设施建设",
                                                  kInfrastructureSupportChoices};

}  // namespace tz
