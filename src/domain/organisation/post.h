// Who holds which post, where and since when: heads, leaders linked to an area, contacts,
// supervisors. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kPostRoleChoices[] = {
    {1, "party_secretary", "党委书记", kNames<"书记", "县委书记", "乡镇党委书记">},
    {2, "government_head", "行政主要负责人", kNames<"县长", "乡镇长", "行政正职">},
    {3, "linked_leader", "联系领导", kNames<"联系县级领导", "联乡领导", "联系片区领导">},
    {4, "deputy_in_charge", "分管负责人", kNames<"分管领导", "分管副职">},
    {5, "department_head", "部门主要负责人", kNames<"局长", "单位主要负责人">},
    {6, "office_contact", "工作联络员", kNames<"联络员", "具体负责人", "扶贫专干">},
    {7, "village_secretary", "村党组织书记", kNames<"村支书", "村党支部书记">},
    {8, "village_director", "村委会主任", kNames<"村主任">},
    {9, "first_secretary", "第一书记", kNames<"驻村第一书记">},
    {10, "village_supervisor", "村级监督员", kNames<"监督员", "扶贫监督员", "村务监督主任">},
    {11, "section_officer", "股室专人", kNames<"股室负责人", "业务专人">},
    {12, "congress_head", "人大主要领导", kNames<"人大主任">},
    {13, "consultative_head", "政协主要领导", kNames<"政协主席">},
    {14, "station_head", "扶贫工作站站长", kNames<"工作站站长">},
    {15, "station_staff", "扶贫工作站人员", kNames<"工作站人员">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kPostRoles{"post_roles", "任职角色", kPostRoleChoices};

inline constexpr Field kPostFields[] = {
    kDivisionField,
    text("holder_name", "任职人").required().listed().also(kNames<"姓名", "任职人姓名", "责任人">),
    text("unit", "任职单位").required().listed().also(kNames<"单位", "工作单位", "单位名称">),
    reference("organisation", "所属单位机构", "organisation").many("posts").by(kNames<"unit">),
    reference("holder", "任职人员", "staff").many("posts").by(kNames<"holder_name", "unit">),
    choice("role", "任职角色", kPostRoles).required().listed().also(kNames<"角色", "岗位">),
    text("title", "职务").listed().also(kNames<"职务名称", "现任职务">),
    choice("holder_level", "任职人层级", kOfficeLevels).also(kNames<"干部层级">),
    text("sector", "分管领域").also(kNames<"分管行业", "分管工作", "负责领域">),
    boolean("dedicated", "是否专职").also(kNames<"是否专人">),
    text("phone", "任职人电话").personal().also(kNames<"联系电话", "电话">),
    date("started_on", "任职日期").listed().also(kNames<"任职时间", "开始日期">),
    date("ended_on", "离任日期").listed().also(kNames<"离任时间", "结束日期">),
    text("appointing_authority", "管理权限单位").also(kNames<"任免机关", "干部管理机关">),
    boolean("handed_over", "是否完成交接").also(kNames<"工作是否交接">),
    text("note", "备注"),
};
inline constexpr Entity kPost{"post", "任职", kPostFields,
                              kNames<"division", "unit", "role", "holder_name">};

}  // namespace tz
