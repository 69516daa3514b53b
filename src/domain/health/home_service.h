// Visits of a family doctor to a patient. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/lists/chronic_contract.h"

namespace tz {

inline constexpr Field kHomeServiceFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("home_services"),
    date("visited_on", "服务日期")
        .required()
        .listed()
        .also(kNames<"上门日期", "随访日期", "上门服务时间", "服务时间">),
    choice("disease", "服务病种", kChronicDiseases).listed().also(kNames<"慢性病种", "病种">),
    text("doctor", "服务医生").listed().also(kNames<"家庭医生", "签约医生">),
    text("institution", "服务机构").listed().also(kNames<"签约机构">),
    text("content", "服务内容").also(kNames<"随访内容">),
    boolean("signed", "患者是否签字").also(kNames<"是否签字">),
};
inline constexpr Entity kHomeService{"home_service", "家庭医生上门服务", kHomeServiceFields,
                                     kNames<"id_number", "visited_on">};

}  // namespace tz
