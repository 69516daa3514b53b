// Harm done to a household by nature, fire or accident. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kDisasterKindsChoices[] = {
    {1, "flood", "洪涝", kNames<"洪水", "暴雨洪涝">},
    {2, "storm", "台风风雹", kNames<"台风", "冰雹", "大风">},
    {3, "geological", "地质灾害", kNames<"滑坡", "泥石流", "崩塌">},
    {4, "drought", "干旱", kNames<"旱灾">},
    {5, "frost", "低温雨雪冰冻", kNames<"雪灾", "冻害">},
    {6, "earthquake", "地震", {}},
    {7, "fire", "火灾", {}},
    {8, "accident", "意外事故", kNames<"事故", "意外">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kDisasterKinds{"disaster_kinds", "灾害类别", kDisasterKindsChoices};

inline constexpr Field kDisasterLossFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("disaster_losses"),
    text("head_name", "户主姓名").personal().listed().also(kNames<"户主">),
    date("happened_on", "受灾日期")
        .required()
        .listed()
        .also(kNames<"发生日期", "受灾时间", "灾害时间">),
    choice("kind", "灾害类别", kDisasterKinds).listed().also(kNames<"灾害种类", "灾种">),
    boolean("dwelling_damaged", "住房是否受损").listed().also(kNames<"房屋是否受损">),
    money("loss", "损失金额").listed().also(kNames<"直接经济损失", "受灾损失">),
    boolean("person_hurt", "是否有人员伤亡").listed(),
    boolean("relief_needed", "是否需要救助").listed(),
    text("note", "灾情说明").also(kNames<"受灾情况说明">),
};
inline constexpr Entity kDisasterLoss{"disaster_loss", "受灾情况", kDisasterLossFields,
                                      kNames<"household_number", "happened_on", "kind">};

}  // namespace tz
