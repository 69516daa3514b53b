// Skill training of working people, poor or not: one record for a trainee in a class. Owned by
// domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kTrainingKindsChoices[] = {
    {1, "two_graduates", "两后生培训", kNames<"两后生">},
    {2, "order", "订单定向培训", kNames<"订单培训", "定向培训">},
    {3, "practical", "农村实用技术培训", kNames<"实用技术", "实用技术培训">},
    {4, "vocational", "职业技能培训", kNames<"技能培训", "劳动力转移培训">},
    {5, "leader", "致富带头人培训", kNames<"创业致富带头人培训">},
    {6, "startup", "创业培训", {}},
    {7, "local_talent", "本土人才培训", kNames<"乡土人才培训", "人才培训">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kTrainingKinds{"training_kinds", "技能培训类别", kTrainingKindsChoices};

inline constexpr Field kSkillTrainingFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("skill_trainings"),
    text("class_name", "培训班名称")
        .required()
        .listed()
        .also(kNames<"班次名称", "培训项目", "培训班次">),
    choice("kind", "技能培训类别", kTrainingKinds).listed().also(kNames<"培训类别", "培训类型">),
    text("organiser", "培训机构").also(kNames<"承办机构", "主办单位">),
    text("order_employer", "订单企业").also(kNames<"定向用工单位">),
    date("started_on", "开班日期").listed().also(kNames<"培训开始日期", "开始时间">),
    date("ended_on", "结业日期").listed().also(kNames<"培训结束日期", "结束时间">),
    number("training_days", "培训天数", "天", "day"),
    boolean("attendance_proof", "是否有考勤佐证").listed().also(kNames<"考勤记录", "签到记录">),
    boolean("completed", "是否结业").listed().also(kNames<"是否合格">),
    text("certificate", "证书编号").also(kNames<"证书号">),
    boolean("verified", "是否核验真实").listed().also(kNames<"真实性核验", "是否核实">),
    date("verified_on", "核验日期"),
    boolean("employed_after", "培训后是否就业").listed().also(kNames<"是否就业">),
    money("subsidy", "培训补贴金额").also(kNames<"补贴金额">),
};
inline constexpr Entity kSkillTraining{"skill_training", "技能培训", kSkillTrainingFields,
                                       kNames<"id_number", "class_name">};

}  // namespace tz
