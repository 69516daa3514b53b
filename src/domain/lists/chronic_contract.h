// Contracts of family doctors with chronic patients, and their visits. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kChronicDiseaseChoices[] = {
    {1, "hypertension", "高血压", kNames<"高血压病", "原发性高血压">},
    {2, "diabetes", "糖尿病", kNames<"2型糖尿病", "Ⅱ型糖尿病">},
    {3, "severe_mental_disorder", "重性精神病", kNames<"严重精神障碍", "重性精神疾病", "精神病">},
    {4, "tuberculosis", "结核病", kNames<"肺结核", "肺结核病">},
    {9, "other", "其他慢性病", kNames<"其他", "其它">},
};
inline constexpr CodeList kChronicDiseases{"chronic_diseases", "慢性病种", kChronicDiseaseChoices};

inline constexpr Field kChronicContractFields[] = {
    kDivisionField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("chronic_contracts"),
    kSourceMonthField,
    number("year", "签约年度").required().listed().also(kNames<"年度">),
    choice("disease", "慢性病种", kChronicDiseases)
        .required()
        .personal()
        .listed()
        .also(kNames<"病种", "慢病病种", "疾病名称">),
    boolean("contracted", "是否签约").listed().also(kNames<"签约情况", "是否签约家庭医生">),
    date("contracted_on", "签约日期").listed().also(kNames<"签约时间">),
    number("visits_in_year", "年内上门服务次数", "次")
        .listed()
        .also(kNames<"上门服务次数", "随访次数", "服务次数">),
    date("last_visit_on", "最近随访日期").listed().also(kNames<"最近服务日期", "最近上门日期">),
    text("doctor", "签约医生").also(kNames<"家庭医生">),
    text("institution", "签约机构").also(kNames<"签约团队", "服务机构">),
    text("phone", "联系电话").personal(),
};
inline constexpr Entity kChronicContract{"chronic_contract", "慢病签约名单", kChronicContractFields,
                                         kNames<"id_number", "disease", "year">};

}  // namespace tz
