// Volunteer teams, and what they promised and did at a set time and place. Owned by domain; plain
// constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kVolunteerTeamFields[] = {
    kDivisionField,
    text("name", "服务队名称").required().listed().also(kNames<"志愿队名称", "团队名称">),
    text("unit", "组建单位").listed().also(kNames<"主管单位">),
    text("leader", "队长").personal().listed().also(kNames<"负责人">),
    number("member_count", "队员人数", "人").listed().also(kNames<"志愿者人数">),
    text("place", "固定服务地点").listed().also(kNames<"服务地点">),
    text("schedule", "固定服务时间").listed().also(kNames<"服务时间">),
    date("founded_on", "成立日期"),
};
inline constexpr Entity kVolunteerTeam{"volunteer_team", "志愿服务队", kVolunteerTeamFields,
                                       kNames<"name">};

inline constexpr Field kVolunteerServiceFields[] = {
    kDivisionField,
    text("team_name", "服务队名称").required().listed().also(kNames<"志愿队名称", "团队名称">),
    reference("volunteer_team", "所属服务队", "volunteer_team")
        .many("services")
        .by(kNames<"team_name">),
    date("scheduled_on", "计划服务日期").required().listed().also(kNames<"应服务日期">),
    date("held_on", "实际服务日期").listed().also(kNames<"服务日期">),
    text("place", "服务地点").listed(),
    number("participant_count", "参加人数", "人").listed(),
    number("served_count", "受益人数", "人").listed().also(kNames<"服务对象人数">),
    text("content", "服务内容").listed(),
};
inline constexpr Entity kVolunteerService{"volunteer_service", "志愿服务记录",
                                          kVolunteerServiceFields,
                                          kNames<"team_name", "scheduled_on">};

}  // namespace tz
