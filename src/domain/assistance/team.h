// Teams and who serves in them: resident teams of villages, check groups, supervision groups.
// Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kTeamKindChoices[] = {
    {1, "work_team", "驻村工作队", kNames<"驻村帮扶工作队", "驻村队">},
    {2, "check_group", "核查组", kNames<"排查组", "检查组", "工作组">},
    {3, "supervision_group", "督战队", kNames<"督查组", "督导组", "督战组">},
    {4, "combat_group", "战斗组", kNames<"推进组", "专班">},
    {5, "patrol_group", "巡察组", kNames<"巡视组">},
    {6, "volunteer_team", "志愿服务队", kNames<"志愿者队伍">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kTeamKinds{"team_kinds", "队伍类别", kTeamKindChoices};

inline constexpr Choice kTeamStateChoices[] = {
    {1, "formed", "组建", kNames<"已组建">},
    {2, "in_post", "在岗", kNames<"在驻", "驻村">},
    {3, "rotated", "已轮换", kNames<"轮换">},
    {4, "dissolved", "已撤销", kNames<"撤销", "解散">},
};
inline constexpr CodeList kTeamStates{"team_states", "队伍状态", kTeamStateChoices};

inline constexpr Field kTeamFields[] = {
    kDivisionField,
    text("name", "队伍名称").required().listed().also(kNames<"工作队名称", "组别", "名称">),
    choice("kind", "队伍类别", kTeamKinds).listed().also(kNames<"队伍类型">),
    text("unit", "派驻单位").listed().also(kNames<"帮扶单位", "选派单位", "后盾单位", "派出单位">),
    reference("organisation", "所属单位机构", "organisation").many("teams").by(kNames<"unit">),
    text("leader_name", "队长姓名").listed().also(kNames<"队长", "工作队长", "组长">),
    boolean("has_first_secretary", "是否有第一书记").also(kNames<"第一书记是否到位">),
    text("leader_phone", "队长电话").personal().also(kNames<"联系电话">),
    number("member_count", "队员人数", "人").listed().also(kNames<"人数", "队员数">),
    number("fixed_visit_day", "固定走访日", "日").also(kNames<"走访日">),
    choice("state", "队伍状态", kTeamStates).listed().also(kNames<"状态">),
    date("started_on", "驻村开始日期").listed().also(kNames<"开始日期", "组建日期", "派驻日期">),
    date("ended_on", "驻村结束日期").listed().also(kNames<"结束日期", "撤回日期">),
    text("note", "备注"),
};
inline constexpr Entity kTeam{"team", "工作队伍", kTeamFields, kNames<"division", "name">};

inline constexpr Choice kTeamRoleChoices[] = {
    {1, "leader", "队长", kNames<"工作队长", "组长">},
    {2, "first_secretary", "第一书记", kNames<"队长兼第一书记", "第一书记兼队长">},
    {3, "deputy_leader", "副队长", kNames<"副组长">},
    {4, "member", "队员", kNames<"组员", "成员">},
};
inline constexpr CodeList kTeamRoles{"team_roles", "队员角色", kTeamRoleChoices};

inline constexpr Field kTeamMemberFields[] = {
    kDivisionField,
    text("team_name", "队伍名称").required().listed().also(kNames<"工作队名称", "所在工作队">),
    reference("team", "所属工作队伍", "team").many("members").by(kNames<"division", "team_name">),
    text("name", "队员姓名").required().listed().also(kNames<"姓名", "成员姓名">),
    text("unit", "队员单位").listed().also(kNames<"工作单位", "单位", "派出单位">),
    reference("staff", "对应工作人员", "staff").many("team_posts").by(kNames<"name", "unit">),
    choice("role", "队员角色", kTeamRoles).listed().also(kNames<"角色", "队内职务">),
    text("title", "职务").also(kNames<"原单位职务">),
    text("phone", "队员电话").personal().also(kNames<"联系电话", "电话">),
    text("area", "负责片区").also(kNames<"片区", "分工">),
    boolean("full_time", "是否脱产驻村").also(kNames<"是否全脱产">),
    boolean("in_post", "是否在岗").listed(),
    date("started_on", "驻村开始日期").listed().also(kNames<"开始日期", "到岗日期">),
    date("ended_on", "驻村结束日期").listed().also(kNames<"结束日期", "离岗日期">),
};
inline constexpr Entity kTeamMember{"team_member", "工作队员", kTeamMemberFields,
                                    kNames<"division", "team_name", "name">};

}  // namespace tz
