// Fields and code lists that many registers share. Owned by domain; plain constants.
#pragma once
#include "domain/common/names.h"
#include "schema/entity.h"

namespace tz {

// The village (or larger area) a record belongs to; every read is cut by it. Names of province to
// village in separate columns are put together by the layout (layout/layout.h).
inline constexpr Field kDivisionField = division("division", "行政区划")
                                            .required()
                                            .scope()
                                            .listed()
                                            .also(kNames<"区划代码", "行政区划代码", "所在区划">);

inline constexpr Field kHouseholdNumberField =
    text("household_number", "户编号").listed().also(kNames<"户编码", "家庭编号", "户主编号">);

inline constexpr Field kIdNumberField =
    text("id_number", "证件号码")
        .personal()
        .listed()
        .held_by("public_security_bureau")
        .also(kNames<"身份证号", "身份证号码", "身份证", "身份证明号码", "身份证件号码",
                     "公民身份号码">);

inline constexpr Field kNameField =
    text("name", "姓名").personal().listed().also(kNames<"成员姓名", "家庭成员姓名", "人口姓名">);

// The month a department's list speaks of.
inline constexpr Field kSourceMonthField =
    month("source_month", "名单月份").also(kNames<"数据月份", "所属月份", "数据日期">);

inline constexpr Choice kSexChoices[] = {
    {0, "not_known", "未知的性别", kNames<"未知">},
    {1, "male", "男", kNames<"男性">},
    {2, "female", "女", kNames<"女性">},
    {9, "not_stated", "未说明的性别", kNames<"未说明">},
};
inline constexpr CodeList kSexes{"sexes", "性别", kSexChoices};

// GB/T 26341, digit 19 of a disability certificate.
inline constexpr Choice kDisabilityKindChoices[] = {
    {1, "visual", "视力残疾", kNames<"视力">},       {2, "hearing", "听力残疾", kNames<"听力">},
    {3, "speech", "言语残疾", kNames<"言语">},       {4, "physical", "肢体残疾", kNames<"肢体">},
    {5, "intellectual", "智力残疾", kNames<"智力">}, {6, "mental", "精神残疾", kNames<"精神">},
    {7, "multiple", "多重残疾", kNames<"多重">},
};
inline constexpr CodeList kDisabilityKinds{"disability_kinds", "残疾类别", kDisabilityKindChoices};

// Digit 20 of a disability certificate.
inline constexpr Choice kDisabilityGradeChoices[] = {
    {1, "grade_1", "一级", kNames<"壹级", "残疾一级">},
    {2, "grade_2", "二级", kNames<"贰级", "残疾二级">},
    {3, "grade_3", "三级", kNames<"叁级", "残疾三级">},
    {4, "grade_4", "四级", kNames<"肆级", "残疾四级">},
};
inline constexpr CodeList kDisabilityGrades{"disability_grades", "残疾等级",
                                            kDisabilityGradeChoices};

// Monitored households; the first of the three may at once be a lifted-out household.
inline constexpr Choice kMonitoringCategoryChoices[] = {
    {1, "unstable_lifted_out", "脱贫不稳定户", kNames<"脱贫不稳定">},
    {2, "marginal", "边缘易致贫户", kNames<"边缘户", "边缘易致贫">},
    {3, "sudden_hardship", "突发严重困难户", kNames<"突发严重困难", "突发困难户">},
};
inline constexpr CodeList kMonitoringCategories{"monitoring_categories", "监测对象类别",
                                                kMonitoringCategoryChoices};

inline constexpr Choice kRoadChoices[] = {
    {1, "dirt", "泥土路", kNames<"土路", "泥路">},
    {2, "gravel", "砂石路", kNames<"沙石路", "石子路">},
    {3, "hardened", "硬化路",
     kNames<"硬化路(水泥、沥青)", "水泥路", "沥青路", "水泥硬化路", "沥青(水泥)路",
            "水泥(沥青)路">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kRoads{"roads", "入户路类型", kRoadChoices};

inline constexpr Choice kDwellingGradeChoices[] = {
    {1, "a", "A级", kNames<"A">},
    {2, "b", "B级", kNames<"B">},
    {3, "c", "C级", kNames<"C">},
    {4, "d", "D级", kNames<"D">},
};
inline constexpr CodeList kDwellingGrades{"dwelling_grades", "房屋等级", kDwellingGradeChoices};

}  // namespace tz
