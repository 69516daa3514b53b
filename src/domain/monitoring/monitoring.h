// The monitoring of a household against falling into poverty: why, since when, what is done, what
// held when the risk was taken off. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/monitoring/monitoring_codes.h"
#include "domain/person/person_codes.h"

namespace tz {

inline constexpr Field kMonitoringFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").one("monitoring"),
    choice("category", "监测对象类别", kMonitoringCategories)
        .required()
        .listed()
        .in("识别")
        .also(kNames<"易返贫致贫户(监测对象)类型", "易返贫致贫户类型", "监测对象类型",
                     "防返贫对象类别", "防止返贫致贫对象类别">),
    boolean("is_lifted_out", "是否脱贫户").in("识别"),
    month("identified_month", "识别监测时间")
        .listed()
        .in("识别")
        .also(kNames<"风险识别时间", "首次识别时间", "监测对象识别时间">),
    choice("risk_main", "致贫/返贫风险1", kRisks)
        .listed()
        .in("识别")
        .also(kNames<"致贫返贫风险", "返贫风险", "致贫风险", "风险类型", "主要致贫返贫风险">),
    choices("risks", "致贫/返贫风险", kRisks).listed().in("识别"),
    text("risk_note", "其他备注").in("识别").also(kNames<"风险其他备注">),
    choices("disaster_item", "因自然灾害子项", kDisasters).in("识别"),
    boolean("dropout_at_identification", "是否义务教育阶段适龄儿童少年失学辍学")
        .in("识别")
        .held_by("education_bureau")
        .also(kNames<"义务教育阶段失学辍学">),
    boolean("dwelling_problem_at_identification", "住房是否出现安全问题")
        .in("识别")
        .held_by("housing_bureau")
        .also(kNames<"住房出现安全问题", "是否住房损毁">),
    boolean("water_problem_at_identification", "饮水是否出现安全问题")
        .in("识别")
        .held_by("water_bureau")
        .also(kNames<"饮水出现安全问题", "是否饮水设施损毁">),
    boolean("uninsured_at_identification", "是否有家庭成员未参加城乡居民（职工）基本医疗保险")
        .in("识别")
        .held_by("medical_insurance_bureau")
        .also(kNames<"有成员未参保">),
    boolean("lives_in_resettlement", "是否居住在易地扶贫搬迁集中安置区").in("识别"),
    text("resettlement_address", "安置区地址").in("识别"),

    boolean("risk_removed", "风险是否已消除")
        .listed()
        .in("风险消除")
        .also(kNames<"风险是否消除", "返贫风险是否已消除", "致贫风险是否已消除">),
    choice("removal_way", "风险消除方式", kRemovalWays).in("风险消除"),
    month("removed_month", "消除监测时间").listed().in("风险消除").also(kNames<"风险消除时间">),

    choice("development_measures", "实施开发式帮扶措施情况", kDevelopmentMeasures)
        .listed()
        .in("帮扶措施")
        .also(kNames<"是否实施开发式帮扶措施">),
    choices("industry_support", "产业帮扶", kIndustrySupports).in("帮扶措施"),
    text("industry_support_note", "产业帮扶其他备注").in("帮扶措施"),
    choices("employment_support", "就业帮扶", kEmploymentSupports).in("帮扶措施"),
    text("employment_support_note", "就业帮扶其他备注").in("帮扶措施"),
    choices("finance_support", "金融帮扶", kFinanceSupports).in("帮扶措施"),
    text("finance_support_note", "金融帮扶其他备注").in("帮扶措施"),
    choices("public_post_support", "公益岗位帮扶", kPublicJobs).in("帮扶措施"),
    choices("public_job_support", "公益性岗位帮扶", kPublicJobs).in("帮扶措施"),
    text("public_job_support_note", "公益性岗位帮扶其他备注")
        .in("帮扶措施")
        .also(kNames<"公益岗位帮扶其他备注">),
    choices("housing_support", "住房安全保障", kHousingSupports).in("帮扶措施"),
    text("housing_support_note", "住房安全保障其他备注").in("帮扶措施"),
    choices("water_support", "饮水安全保障", kWaterSupports).in("帮扶措施"),
    text("water_support_note", "饮水安全保障其他备注").in("帮扶措施"),
    choices("health_support", "健康帮扶", kHealthSupports).in("帮扶措施"),
    text("health_support_note", "健康帮扶其他备注").in("帮扶措施"),
    choices("compulsory_education_support", "义务教育保障", kCompulsoryEducationSupports)
        .in("帮扶措施"),
    text("compulsory_education_support_note", "义务教育保障其他备注").in("帮扶措施"),
    choices("education_support", "教育帮扶", kEducationSupports)
        .in("帮扶措施")
        .also(kNames<"其他教育帮扶">),
    text("education_support_note", "教育帮扶其他备注").in("帮扶措施"),
    choices("comprehensive_support", "综合保障", kComprehensiveSupports).in("帮扶措施"),
    text("comprehensive_support_note", "综合保障其他备注").in("帮扶措施"),
    choices("social_support", "社会帮扶", kSocialSupports).in("帮扶措施"),
    text("social_support_note", "社会帮扶其他备注").in("帮扶措施"),
    choices("relocation_support", "搬迁", kRelocationSupports).in("帮扶措施"),
    text("relocation_support_note", "搬迁其他备注").in("帮扶措施"),
    choices("living_conditions_support", "生产生活条件改善", kLivingSupports).in("帮扶措施"),
    text("living_conditions_support_note", "生产生活条件改善其他备注").in("帮扶措施"),
    choices("infrastructure_support", "基础设施建设", kInfrastructureSupports).in("帮扶措施"),
    text("infrastructure_support_note", "基础设施建设其他备注").in("帮扶措施"),

    boolean("after_dropout", "风险消除后是否义务教育阶段适龄儿童少年失学辍学").in("风险消除后"),
    boolean("after_dwelling_damaged", "风险消除后是否住房损毁")
        .in("风险消除后")
        .also(kNames<"风险消除后住房是否出现安全问题">),
    boolean("after_uninsured", "风险消除后是否有家庭成员未参加城乡居民（职工）基本医疗保险")
        .in("风险消除后"),
    boolean("after_water_damaged", "风险消除后是否饮水设施损毁")
        .in("风险消除后")
        .also(kNames<"风险消除后饮水是否出现安全问题">),
    money("after_wage_income", "风险消除后工资性收入").in("风险消除后"),
    money("after_property_income", "风险消除后财产性收入").in("风险消除后"),
    money("after_transfer_income", "风险消除后转移性收入").in("风险消除后"),
    money("after_business_income", "风险消除后生产经营性收入").in("风险消除后"),
    money("after_business_expense", "风险消除后生产经营性支出").in("风险消除后"),
    money("after_net_income", "风险消除后家庭纯收入").in("风险消除后"),
    money("after_net_income_per_capita", "风险消除后家庭人均纯收入").in("风险消除后"),
    money("after_claims_income", "风险消除后理赔收入").in("风险消除后"),
    money("after_compliant_out_of_pocket", "风险消除后合规自付支出").in("风险消除后"),

    text("collector_name", "信息采集人").in("联系人"),
    text("collector_phone", "信息采集人联系电话").personal().in("联系人"),
    text("contact_name", "监测联系人").in("联系人").also(kNames<"监测联系人姓名">),
    text("contact_phone", "监测联系人电话")
        .personal()
        .in("联系人")
        .also(kNames<"监测联系人联系方式", "监测联系人联系电话">),
    boolean("signed", "手工签名").in("联系人"),
};
inline constexpr Entity kMonitoring{"monitoring", "监测对象", kMonitoringFields,
                                    kNames<"household_number">};

}  // namespace tz
