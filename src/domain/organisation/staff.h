// People who work on assistance: officials, teachers, doctors, village cadres, volunteers. Whoever
// pairs, visits, serves in a team or is trained is one of them. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kStaffKindChoices[] = {
    {1, "public_servant", "国家公职人员", kNames<"公职人员", "公务员", "干部", "国家干部">},
    {2, "institution_staff", "事业单位人员", kNames<"事业人员", "事业编制人员">},
    {3, "teacher", "教师", kNames<"教职工">},
    {4, "medical_worker", "医务人员", kNames<"医生", "家庭医生">},
    {5, "village_cadre", "村干部", kNames<"村两委干部", "村支两委干部", "村(社区)干部">},
    {6, "enterprise_staff", "国企职工", kNames<"企业职工", "企业人员">},
    {7, "volunteer", "志愿者", kNames<"社会志愿者">},
    {8, "deputy", "人大代表政协委员", kNames<"代表委员", "两代表一委员">},
    {9, "party_member", "党员群众", kNames<"农村党员", "党员">},
    {10, "technician", "科技特派员", kNames<"技术人员", "农技员">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kStaffKinds{"staff_kinds", "人员类别", kStaffKindChoices};

inline constexpr Field kStaffFields[] = {
    kDivisionField,
    text("name", "人员姓名").required().listed().also(kNames<"姓名", "干部姓名">),
    text("unit", "所在单位").required().listed().also(kNames<"工作单位", "单位", "单位名称">),
    reference("organisation", "所属单位机构", "organisation").many("staff").by(kNames<"unit">),
    choice("kind", "人员类别", kStaffKinds).listed().also(kNames<"人员性质", "身份">),
    choice("level", "职务层级", kOfficeLevels).also(kNames<"层级", "所属层级">),
    text("title", "职务").listed().also(kNames<"职务职称", "现任职务">),
    choice("sex", "性别", kSexes),
    text("phone", "人员电话").personal().also(kNames<"联系电话", "电话", "手机号码">),
    text("political_status", "政治面貌"),
    boolean("dedicated", "是否专职").listed().also(kNames<"是否专干", "专职">),
    date("recruited_on", "录用日期").also(kNames<"招录日期", "参加工作时间">),
    boolean("directed_recruit", "是否定向招录").also(kNames<"定向招录">),
    number("fixed_visit_day", "固定走访日", "日").also(kNames<"走访日">),
    text("note", "备注"),
};
inline constexpr Entity kStaff{"staff", "工作人员", kStaffFields, kNames<"name", "unit">};

}  // namespace tz
