// Training of those who work on assistance: sessions and who attended; rounds of recruitment.
// Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"
#include "domain/organisation/post.h"

namespace tz {

inline constexpr Choice kTrainingAudienceChoices[] = {
    {1, "county_leaders", "县级领导", kNames<"党政领导干部">},
    {2, "department_cadres", "部门干部", kNames<"行业部门干部">},
    {3, "township_heads", "乡镇党政正职", kNames<"乡镇主要负责人", "乡镇书记乡镇长">},
    {4, "township_cadres", "乡镇干部", kNames<"扶贫专干">},
    {5, "work_teams", "驻村工作队", kNames<"第一书记", "驻村干部">},
    {6, "village_cadres", "村干部", kNames<"村两委干部">},
    {7, "helpers", "帮扶责任人", kNames<"帮扶干部">},
    {8, "households", "贫困群众", kNames<"群众">},
    {9, "leaders_in_wealth", "致富带头人", {}},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kTrainingAudiences{"training_audiences", "培训对象类别",
                                             kTrainingAudienceChoices};

inline constexpr Choice kTrainingStateChoices[] = {
    {1, "planned", "计划", kNames<"未开班">},
    {2, "running", "开班", kNames<"在训">},
    {3, "finished", "结业", kNames<"已结业", "完成">},
};
inline constexpr CodeList kTrainingStates{"training_states", "培训状态", kTrainingStateChoices};

inline constexpr Field kTrainingSessionFields[] = {
    kDivisionField,
    text("name", "培训班名称").required().listed().also(kNames<"培训名称", "班次">),
    choice("audience", "培训对象类别", kTrainingAudiences).listed().also(kNames<"培训对象">),
    text("topic", "培训内容").listed().also(kNames<"培训主题", "课程">),
    text("organiser", "培训组织单位").listed().also(kNames<"主办单位", "组织单位">),
    date("started_on", "开班日期").listed().also(kNames<"培训日期", "开始日期">),
    date("ended_on", "结业日期").listed().also(kNames<"结束日期">),
    number("day_count", "培训天数", "天").also(kNames<"天数">),
    number("planned_count", "计划培训人数", "人").listed().also(kNames<"应训人数">),
    number("attended_count", "实际培训人数", "人").listed().also(kNames<"参训人数", "培训人数">),
    choice("state", "培训状态", kTrainingStates).listed().also(kNames<"状态">),
    text("evidence", "佐证材料"),
};
inline constexpr Entity kTrainingSession{"training_session", "培训班", kTrainingSessionFields,
                                         kNames<"name">};

inline constexpr Field kTrainingAttendanceFields[] = {
    kDivisionField,
    text("session_name", "培训班名称").required().listed().also(kNames<"培训名称", "班次">),
    reference("session", "所属培训班", "training_session")
        .many("attendances")
        .by(kNames<"session_name">),
    text("name", "参训人员").required().listed().also(kNames<"姓名", "学员姓名">),
    text("unit", "参训人员单位").required().listed().also(kNames<"单位", "工作单位">),
    reference("trainee", "参训工作人员", "staff").many("trainings").by(kNames<"name", "unit">),
    choice("role", "参训人员角色", kPostRoles).listed().also(kNames<"角色">),
    text("title", "职务"),
    date("trained_on", "参训日期").listed().also(kNames<"培训日期", "培训时间">),
    boolean("completed", "是否结业").listed().also(kNames<"是否合格">),
};
inline constexpr Entity kTrainingAttendance{"training_attendance", "参训记录",
                                            kTrainingAttendanceFields,
                                            kNames<"session_name", "name", "unit">};

inline constexpr Field kRecruitmentRoundFields[] = {
    kDivisionField,
    text("name", "招录批次").required().listed().also(kNames<"批次名称">),
    date("held_on", "招录日期").listed().also(kNames<"招录时间", "考试日期">),
    text("target", "招录对象").listed().also(kNames<"招考对象">),
    boolean("directed_village_cadre", "是否定向招录村干部").listed().also(kNames<"定向招录">),
    number("planned_count", "计划招录人数", "人").listed(),
    number("recruited_count", "实际招录人数", "人").listed().also(kNames<"招录人数">),
    text("organiser", "招录单位").also(kNames<"组织单位">),
};
inline constexpr Entity kRecruitmentRound{"recruitment_round", "干部招录", kRecruitmentRoundFields,
                                          kNames<"division", "name">};

}  // namespace tz
