// The person register: one record for each member of a household. Owned by domain; plain
// constants. Jobs, lists of departments and income stand in their own registers.
#pragma once
#include "domain/common/fields.h"
#include "domain/employment/employment_codes.h"
#include "domain/person/ethnicity.h"
#include "domain/person/person_codes.h"

namespace tz {

inline constexpr Field kPersonFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("members"),
    text("person_number", "人编号").in("身份").also(kNames<"人口编号", "人员编号", "成员编号">),
    Field(kNameField).in("身份"),
    choice("id_type", "证件类型", kIdTypes).in("身份"),
    Field(kIdNumberField).in("身份"),
    choice("sex", "性别", kSexes).listed().in("身份").held_by("public_security_bureau"),
    date("birth_date", "出生日期")
        .personal()
        .listed()
        .in("身份")
        .held_by("public_security_bureau")
        .also(kNames<"出生年月", "生日">),
    number("stated_age", "年龄", "周岁").in("身份"),
    choice("ethnicity", "民族", kEthnicities).in("身份"),
    choice("relation", "与户主关系", kRelations).listed().in("身份").also(kNames<"与户主的关系">),
    choice("political_status", "政治面貌", kPoliticalStatuses).in("身份"),
    text("phone", "成员联系电话")
        .personal()
        .in("身份")
        .also(kNames<"家庭成员联系电话", "人联系电话", "本人联系电话", "联系电话">),
    month("identified_month", "人员识别时间").in("身份"),
    text("id_issuer", "签发机关").in("身份"),
    date("id_valid_from", "有效期始").in("身份"),
    date("id_valid_until", "有效期止").in("身份"),
    boolean("active_military", "是否现役军人").in("身份").also(kNames<"现役军人">),
    boolean("speaks_mandarin", "是否会讲普通话").in("身份").also(kNames<"会讲普通话">),
    boolean("relocated_person", "是否易地搬迁人口").in("身份").also(kNames<"易地搬迁人口">),
    choice("member_status", "人员状态", kMemberStatuses).in("身份"),
    choice("member_change", "增减原因", kMemberChanges)
        .in("身份")
        .also(kNames<"自然减少原因", "自然增加原因", "减少原因", "人员变更类型">),
    date("member_changed_on", "增减日期").in("身份").also(kNames<"减少时间", "人员变更时间">),
    text("bank", "成员开户银行").in("身份"),
    text("bank_account", "成员银行卡号").personal().in("身份"),

    choice("education", "文化程度", kEducations).listed().in("教育"),
    choice("school_status", "在校生状况", kSchoolStatuses)
        .listed()
        .in("教育")
        .held_by("education_bureau")
        .also(kNames<"在校生情况", "在校状况">),
    choice("not_in_school_reason", "义务教育阶段未上学原因", kDropoutReasons)
        .in("教育")
        .held_by("education_bureau"),
    choice("dropout_reason", "失学或辍学原因", kDropoutReasons)
        .in("教育")
        .held_by("education_bureau"),

    choices("health", "健康状况", kHealths).personal().listed().in("健康").held_by("health_bureau"),
    choice("disability_category", "残疾类别", kDisabilityKinds)
        .personal()
        .in("健康")
        .held_by("disabled_federation")
        .also(kNames<"残疾类型">),
    choice("disability_grade", "残疾等级", kDisabilityGrades)
        .personal()
        .in("健康")
        .held_by("disabled_federation")
        .also(kNames<"残疾级别">),
    number("disability_certificate_year", "残疾证办证年度")
        .in("健康")
        .held_by("disabled_federation"),
    boolean("resident_medical", "是否参加城乡居民基本医疗保险")
        .in("医疗保障")
        .held_by("medical_insurance_bureau")
        .also(kNames<"是否参加新型农村合作医疗（城乡居民基本医疗保险）", "是否参加新农合",
                     "是否参加新型农村合作医疗", "居民医保">),
    boolean("employee_medical", "是否参加城镇职工基本医疗保险")
        .in("医疗保障")
        .held_by("medical_insurance_bureau")
        .also(kNames<"职工医保">),
    boolean("serious_illness_insurance", "是否参加大病保险")
        .in("医疗保障")
        .held_by("medical_insurance_bureau")
        .also(kNames<"参加大病医疗", "是否参加大病医疗", "大病保险">),
    boolean("commercial_medical", "是否参加商业补充医疗保险")
        .in("医疗保障")
        .also(kNames<"商业补充医疗保险">),
    boolean("medical_aid_received", "是否接受医疗救助")
        .in("医疗保障")
        .held_by("medical_insurance_bureau")
        .also(kNames<"是否接受大病医疗救助">),
    boolean("other_health_aid", "是否接受其他健康扶贫").in("医疗保障"),
    boolean("accident_insurance", "是否享受人身意外保险补贴")
        .in("医疗保障")
        .also(kNames<"人身意外保险补贴">),

    boolean("resident_pension", "是否参加城乡居民基本养老保险")
        .in("社会保障")
        .held_by("human_resources_bureau")
        .also(kNames<"是否参加新农保", "是否参加新型农村养老保险", "居民养老">),
    boolean("employee_pension", "是否参加城镇职工基本养老保险")
        .in("社会保障")
        .held_by("human_resources_bureau")
        .also(kNames<"职工养老">),
    choice("low_income_allowance", "享受低保政策情况", kAllowancesReceived)
        .listed()
        .in("社会保障")
        .held_by("civil_affairs_bureau")
        .also(kNames<"是否享受低保", "是否低保", "低保">),
    choice("extreme_poverty_support", "享受特困供养政策情况", kExtremeSupports)
        .in("社会保障")
        .held_by("civil_affairs_bureau")
        .also(kNames<"是否特困供养人员", "是否五保", "特困", "是否特困">),

    choice("labour_skill", "劳动技能", kLabourSkills)
        .listed()
        .in("就业")
        .also(kNames<"劳动能力", "劳动力情况">),
    boolean("has_labour", "有无劳动能力").in("就业"),
    boolean("wants_job", "是否有就业意愿").in("就业").also(kNames<"就业意愿", "有无就业意愿">),
    choice("work_status", "务工状况", kWorkStatuses).in("就业").also(kNames<"务工情况">),
    number("work_months", "务工时间（月）", "月", "month", 1)
        .in("就业")
        .also(kNames<"务工时长(月)", "务工时间", "务工时长">),
    text("work_place", "务工所在地").in("就业").also(kNames<"务工地点">),
    text("employer", "务工企业名称").in("就业").also(kNames<"务工单位">),
    choice("industry_class", "产业分类", kIndustryClasses).in("就业"),
    choice("employment_channel", "就业渠道", kEmploymentChannels)
        .in("就业")
        .also(kNames<"就业渠道（易地搬迁后扶使用）">),
    boolean("works_abroad", "是否国外务工").in("就业"),
    choices("public_job", "公益性岗位", kPublicJobs)
        .in("就业")
        .held_by("human_resources_bureau")
        .also(kNames<"公益性岗位类型", "公益岗位">),
    number("public_job_months", "公益性岗位(月数)", "月", "month", 1)
        .in("就业")
        .held_by("human_resources_bureau"),
    text("graduate_job_note", "毕业生未就业情况").in("就业").also(kNames<"未就业原因">),
};
inline constexpr Entity kPerson{"person", "人", kPersonFields,
                                kNames<"household_number", "id_number">};

}  // namespace tz
