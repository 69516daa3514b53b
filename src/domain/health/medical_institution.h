// Places of treatment, from the village clinic up. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kInstitutionLevelsChoices[] = {
    {1, "village_clinic", "村卫生室", kNames<"村卫生所", "卫生室">},
    {2, "township_centre", "乡镇卫生院", kNames<"卫生院", "中心卫生院">},
    {3, "county_hospital", "县级医院", kNames<"县医院">},
    {4, "city_hospital", "市级医院", kNames<"市医院">},
    {5, "province_hospital", "省级医院", kNames<"省医院">},
};
inline constexpr CodeList kInstitutionLevels{"institution_levels", "机构级别",
                                             kInstitutionLevelsChoices};

inline constexpr Field kMedicalInstitutionFields[] = {
    kDivisionField,
    text("name", "机构名称")
        .required()
        .listed()
        .also(kNames<"医疗机构名称", "卫生室名称", "医院名称">),
    choice("level", "机构级别", kInstitutionLevels).listed().also(kNames<"机构类型", "机构等级">),
    boolean("designated", "是否定点机构").listed().also(kNames<"是否定点医疗机构">),
    boolean("deposit_free", "是否先诊疗后付费").listed().also(kNames<"先诊疗后付费">),
    boolean("one_stop", "是否一站式结算").listed().also(kNames<"一站式结算窗口">),
    boolean("staffed", "是否有合格医生").listed().also(kNames<"是否有村医">),
    text("doctor", "负责医生").also(kNames<"村医", "乡村医生">),
    boolean("up_to_standard", "是否达标").listed().also(kNames<"是否标准化">),
    boolean("in_use", "是否正常运行").also(kNames<"是否开诊">),
};
inline constexpr Entity kMedicalInstitution{"medical_institution", "医疗机构",
                                            kMedicalInstitutionFields, kNames<"division", "name">};

}  // namespace tz
