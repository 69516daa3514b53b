// Patients with a serious, chronic or grave illness, and how each is helped. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kTreatmentTracksChoices[] = {
    {1, "serious_illness", "大病集中救治", kNames<"大病专项救治", "大病救治">},
    {2, "chronic_contract", "慢病签约服务", kNames<"慢病签约", "慢性病签约管理">},
    {3, "grave_illness", "重病兜底保障", kNames<"重病兜底">},
};
inline constexpr CodeList kTreatmentTracks{"treatment_tracks", "救治方式", kTreatmentTracksChoices};

inline constexpr Field kIllnessCaseFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("illness_cases"),
    text("disease", "病种").required().personal().listed().also(kNames<"疾病名称", "疾病", "诊断">),
    date("diagnosed_on", "确诊日期").listed().also(kNames<"确诊时间">),
    choice("track", "救治方式", kTreatmentTracks).listed().also(kNames<"救治类别", "分类救治">),
    boolean("treated", "是否救治").listed().also(kNames<"是否已救治">),
    date("treated_on", "救治日期").listed().also(kNames<"救治时间">),
    text("institution", "救治医院").listed().also(kNames<"定点医院", "医疗机构">),
    date("ended_on", "管理结束日期").also(kNames<"治愈日期">),
    text("note", "备注"),
};
inline constexpr Entity kIllnessCase{"illness_case", "患病救治台账", kIllnessCaseFields,
                                     kNames<"id_number", "disease">};

}  // namespace tz
