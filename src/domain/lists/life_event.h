// Deaths and moves as the police and civil affairs report them. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kLifeEventKindChoices[] = {
    {1, "death", "死亡", kNames<"死亡注销", "去世">},
    {2, "moved_out", "迁出", kNames<"户籍迁出", "户口迁出">},
    {3, "moved_in", "迁入", kNames<"户籍迁入", "户口迁入">},
    {4, "birth", "出生", kNames<"出生登记", "新生儿">},
    {5, "marriage", "结婚", kNames<"结婚登记">},
    {6, "divorce", "离婚", kNames<"离婚登记">},
    {7, "registration_cancelled", "户口注销", kNames<"注销", "注销户口">},
};
inline constexpr CodeList kLifeEventKinds{"life_event_kinds", "变动类别", kLifeEventKindChoices};

inline constexpr Field kLifeEventFields[] = {
    kDivisionField,
    Field(kIdNumberField).required(),
    kNameField,
    reference("person", "对应人员", "person").many("life_events"),
    kSourceMonthField,
    choice("kind", "变动类别", kLifeEventKinds)
        .required()
        .listed()
        .also(kNames<"变动类型", "变动原因", "注销原因", "业务类型">),
    date("happened_on", "变动日期")
        .listed()
        .also(kNames<"死亡日期", "死亡时间", "迁出日期", "迁移日期", "变动时间", "注销日期">),
    choice("sex", "性别", kSexes),
    text("destination", "迁往地").also(kNames<"迁往地址", "迁入地">),
    text("reporter", "数据来源").also(kNames<"来源部门", "登记单位">),
};
inline constexpr Entity kLifeEvent{"life_event", "死亡迁移名单", kLifeEventFields,
                                   kNames<"id_number", "kind">};

}  // namespace tz
