// Persons who can not care for themselves: who cares for them, and who pays. Owned by domain; plain
// constants.
#pragma once
#include "domain/care/care_facility.h"
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kCareAbilitiesChoices[] = {
    {1, "able", "完全自理", kNames<"全自理", "能自理">},
    {2, "partly", "半失能", kNames<"部分失能", "半自理", "部分自理">},
    {3, "unable", "失能", kNames<"全失能", "完全失能", "全护理">},
};
inline constexpr CodeList kCareAbilities{"care_abilities", "生活自理能力", kCareAbilitiesChoices};

inline constexpr Choice kCareWaysChoices[] = {
    {1, "home", "居家照护", kNames<"居家", "家庭照护">},
    {2, "village", "邻里互助", kNames<"村级照料", "互助照料">},
    {3, "day_care", "日间照料", kNames<"日托">},
    {4, "institution", "集中供养", kNames<"机构照护", "集中照护", "敬老院">},
};
inline constexpr CodeList kCareWays{"care_ways", "照护方式", kCareWaysChoices};

inline constexpr Field kCareCaseFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("care_cases"),
    choice("ability", "生活自理能力", kCareAbilities)
        .listed()
        .personal()
        .also(kNames<"自理能力", "失能等级", "失能程度">),
    date("assessed_on", "能力评估日期").listed().also(kNames<"评估日期">),
    boolean("wishes_institution", "是否愿意集中供养").listed().also(kNames<"集中供养意愿">),
    choice("way", "照护方式", kCareWays).listed().also(kNames<"供养方式">),
    text("facility_name", "照护机构").listed().also(kNames<"供养机构">),
    reference("facility", "所属照护机构", "care_facility")
        .many("care_cases")
        .by(kNames<"facility_name">),
    text("carer", "照料护理人").personal().also(kNames<"护理人", "监护人">),
    money("cost", "照护费用").listed().also(kNames<"费用总额">),
    money("policy_part", "政策补助部分").also(kNames<"政策保障部分">),
    money("government_part", "政府补助部分").also(kNames<"财政补助部分">),
    money("family_part", "家庭承担部分").also(kNames<"个人承担部分">),
    date("started_on", "照护开始日期").listed(),
    date("ended_on", "照护结束日期"),
};
inline constexpr Entity kCareCase{"care_case", "失能照护台账", kCareCaseFields,
                                  kNames<"id_number">};

}  // namespace tz
