// What a disabled person needs and gets in a year: rehabilitation, devices, a home without
// barriers. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kRehabilitationKindsChoices[] = {
    {1, "medical", "康复医疗", kNames<"医疗康复">},
    {2, "training", "康复训练", kNames<"功能训练">},
    {3, "device", "辅助器具", kNames<"辅具适配", "辅具">},
    {4, "nursing", "支持性服务", kNames<"托养护理">},
    {5, "barrier_free", "家庭无障碍改造", kNames<"无障碍改造">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kRehabilitationKinds{"rehabilitation_kinds", "康复服务类别",
                                               kRehabilitationKindsChoices};

inline constexpr Field kRehabilitationFields[] = {
    kDivisionField,
    kHouseholdNumberField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("rehabilitations"),
    reference("household", "所属户", "household").many("rehabilitations"),
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"服务年度">),
    choice("kind", "康复服务类别", kRehabilitationKinds)
        .listed()
        .also(kNames<"服务类别", "康复项目">),
    boolean("needed", "是否有需求").listed().also(kNames<"康复需求">),
    boolean("served", "是否已服务").listed().also(kNames<"是否得到服务", "是否完成">),
    date("served_on", "服务日期").listed().also(kNames<"完成日期", "服务时间">),
    text("provider", "服务机构").listed().also(kNames<"承接机构">),
    money("cost", "服务费用").also(kNames<"补助金额">),
    text("note", "备注"),
};
inline constexpr Entity kRehabilitation{"rehabilitation", "残疾人康复服务", kRehabilitationFields,
                                        kNames<"id_number", "year", "kind">};

}  // namespace tz
