// Lists of responsibility: who answers for what, at which level, until when, and signed when. Owned
// by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kResponsibilityLevelChoices[] = {
    {1, "province", "省级", kNames<"省">},
    {2, "city", "市级", kNames<"市">},
    {3, "county", "县级", kNames<"县", "县区级">},
    {4, "department", "部门", kNames<"行业部门", "县直部门">},
    {5, "township", "乡级", kNames<"乡镇", "乡镇级">},
    {6, "village", "村级", kNames<"村">},
    {7, "work_team", "驻村工作队", kNames<"工作队">},
    {8, "helper", "帮扶责任人", kNames<"帮扶人", "户">},
};
inline constexpr CodeList kResponsibilityLevels{"responsibility_levels", "责任层级",
                                                kResponsibilityLevelChoices};

inline constexpr Choice kResponsibilityPlaneChoices[] = {
    {1, "main", "主体责任", kNames<"主体">},
    {2, "supervision", "监督责任", kNames<"监督">},
    {3, "guarantee", "包保监管责任", kNames<"包保", "包保责任", "监管责任">},
    {4, "industry", "行业责任", kNames<"行业监管责任">},
    {5, "helper", "帮扶责任", kNames<"结对帮扶责任">},
};
inline constexpr CodeList kResponsibilityPlanes{"responsibility_planes", "责任类别",
                                                kResponsibilityPlaneChoices};

inline constexpr Choice kResponsibilityRoleChoices[] = {
    {1, "head", "总负责", kNames<"主要负责人", "负总责", "第一责任人">},
    {2, "deputy", "分管负责", kNames<"分管负责人", "直接责任人">},
    {3, "office", "具体落实", kNames<"扶贫办", "抓落实", "具体责任人">},
    {4, "linked_leader", "联系督导", kNames<"联系领导", "督促指导">},
};
inline constexpr CodeList kResponsibilityRoles{"responsibility_roles", "责任角色",
                                               kResponsibilityRoleChoices};

inline constexpr Choice kResponsibilityStateChoices[] = {
    {1, "draft", "草拟", kNames<"起草">},
    {2, "signed", "已签认", kNames<"签认", "已签订">},
    {3, "effective", "生效", kNames<"执行中">},
    {4, "replaced", "已换版", kNames<"换版", "作废">},
};
inline constexpr CodeList kResponsibilityStates{"responsibility_states", "清单状态",
                                                kResponsibilityStateChoices};

inline constexpr Field kResponsibilityItemFields[] = {
    kDivisionField,
    choice("level", "责任层级", kResponsibilityLevels).required().listed().also(kNames<"层级">),
    text("unit", "责任单位").required().listed().also(kNames<"单位", "责任主体">),
    reference("organisation", "所属单位机构", "organisation")
        .many("responsibility_items")
        .by(kNames<"unit">),
    text("person_name", "责任人").required().listed().also(kNames<"责任人姓名", "负责人">),
    number("sequence", "清单序号").required().also(kNames<"责任序号", "条目序号">),
    text("title", "责任人职务").also(kNames<"职务">),
    choice("role", "责任角色", kResponsibilityRoles).listed().also(kNames<"角色">),
    choice("plane", "责任类别", kResponsibilityPlanes).also(kNames<"责任类型">),
    text("duty", "责任内容").listed().also(kNames<"职责", "责任事项", "工作职责">),
    text("object", "责任对象").also(kNames<"联系片区", "分管单位", "责任范围">),
    date("due", "完成时限").listed().also(kNames<"时限", "完成期限">),
    number("version", "清单版本").also(kNames<"版本">),
    choice("state", "清单状态", kResponsibilityStates).listed().also(kNames<"状态">),
    boolean("consolidates_poor_village", "是否含巩固贫困村成果").also(kNames<"含巩固脱贫成果责任">),
    date("effective_from", "生效日期"),
    date("signed_on", "签认日期").listed().also(kNames<"签订日期", "签字日期">),
    text("signer", "签认人").also(kNames<"签字人", "签字">),
    text("note", "备注"),
};
inline constexpr Entity kResponsibilityItem{"responsibility_item", "责任清单",
                                            kResponsibilityItemFields,
                                            kNames<"division", "unit", "person_name", "sequence">};

}  // namespace tz
