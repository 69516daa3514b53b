// The household register: identity, living conditions, land, water. Owned by domain; plain
// constants. Income lives in household_year, monitoring in its own register.
#pragma once
#include "domain/common/fields.h"
#include "domain/household/household_codes.h"

namespace tz {

inline constexpr Field kHouseholdFields[] = {
    kDivisionField,
    text("number", "户编号")
        .required()
        .listed()
        .also(kNames<"户编码", "家庭编号", "户主编号", "贫困户编号">),
    text("natural_village", "自然村")
        .in("基本情况")
        .also(kNames<"自然村（组）", "村小组", "自然村屯", "组", "组别", "村民小组">),
    text("area", "片区").in("基本情况"),
    text("door_number", "门牌号").in("基本情况"),
    text("head_name", "户主姓名")
        .personal()
        .listed()
        .in("基本情况")
        .also(kNames<"户主", "户主名称">),
    text("head_id_number", "户主证件号码")
        .personal()
        .in("基本情况")
        .also(kNames<"户主身份证号", "户主身份证号码">),
    text("address", "家庭地址").personal().in("基本情况").also(kNames<"家庭住址", "地址", "住址">),
    text("phone", "户联系电话")
        .personal()
        .listed()
        .in("基本情况")
        .also(kNames<"联系电话", "家庭联系电话", "户主联系电话", "户主电话">),
    choice("kind", "户类型", kHouseholdKinds).listed().in("基本情况").also(kNames<"家庭类型">),
    choice("registration_status", "脱贫属性", kRegistrationStatuses)
        .listed()
        .in("基本情况")
        .also(kNames<"脱贫标志">),
    choice("poverty_attribute", "贫困户属性", kPovertyAttributes)
        .in("基本情况")
        .also(kNames<"脱贫户属性">),
    choice("poverty_cause_main", "主要致贫原因", kPovertyCauses)
        .in("基本情况")
        .also(kNames<"致贫原因1", "致贫主因1", "致贫主因">),
    choices("poverty_causes", "致贫原因", kPovertyCauses).in("基本情况"),
    text("poverty_cause_note", "其他致贫原因").in("基本情况").also(kNames<"致贫原因说明">),
    choice("identification_standard", "识别标准", kIdentificationStandards).in("基本情况"),
    month("first_identified_month", "首次识别时间")
        .in("基本情况")
        .also(kNames<"建档立卡时间", "识别时间", "首次识别年度">),
    number("exit_year", "脱贫年度").in("基本情况").also(kNames<"脱贫时间", "退出年度">),
    boolean("exits_this_year", "是否当年预脱贫").in("基本情况"),
    number("planned_exit_year", "计划脱贫年度").in("基本情况"),
    number("relapse_year", "返贫年度").in("基本情况"),
    text("relapse_reason", "返贫原因").in("基本情况"),
    number("member_count", "家庭人口数", "人")
        .listed()
        .in("基本情况")
        .also(kNames<"人数", "家庭人口", "户人数", "家庭人数", "年底家庭人口数">),
    number("member_count_at_start", "年初家庭人口数", "人").in("基本情况"),
    boolean("no_labour_backstop", "整户无劳动能力兜底保障户")
        .in("基本情况")
        .also(kNames<"是否整户无劳动能力兜底保障户">),
    boolean("military_family", "是否军烈属").in("基本情况"),
    text("bank", "开户银行名称").in("基本情况").also(kNames<"开户银行", "开户行">),
    text("bank_account", "银行卡号")
        .personal()
        .in("基本情况")
        .also(kNames<"银行账号", "一卡通账号">),
    text("identification_note", "识别备注").in("基本情况").also(kNames<"变更情况说明">),
    number("longitude", "经度", "度", "degree", 6).in("基本情况"),
    number("latitude", "纬度", "度", "degree", 6).in("基本情况"),

    boolean("food_assured", "是否不愁吃").in("两不愁").also(kNames<"不愁吃", "吃是否有保障">),
    boolean("clothing_assured", "是否不愁穿").in("两不愁").also(kNames<"不愁穿", "穿是否有保障">),

    boolean("dangerous_dwelling", "是否危房户")
        .listed()
        .in("住房")
        .held_by("housing_bureau")
        .also(kNames<"危房户", "是否危房", "住房是否危房">),
    choice("dwelling_grade", "危房等级", kDwellingGrades)
        .in("住房")
        .held_by("housing_bureau")
        .also(kNames<"危房级别", "住房等级", "房屋安全等级">),
    number("dwelling_area", "住房面积", "平方米", "m2", 2).in("住房"),
    choice("dwelling_structure", "住房结构", kDwellingStructures)
        .in("住房")
        .also(kNames<"主要结构", "房屋结构">),
    number("built_year", "建房年份").in("住房").also(kNames<"建房时间", "建房年度", "建造年代">),
    number("repaired_year", "危改年度")
        .in("住房")
        .held_by("housing_bureau")
        .also(kNames<"危房改造年度">),

    boolean("safe_drinking_water", "是否解决安全饮用水")
        .listed()
        .in("饮水")
        .held_by("water_bureau")
        .also(kNames<"饮水安全", "饮水是否安全", "是否解决饮水安全", "饮水情况">),
    boolean("drinking_difficulty", "饮水是否困难")
        .in("饮水")
        .held_by("water_bureau")
        .also(kNames<"饮水困难", "是否饮水困难">),
    number("water_litres_per_person", "人均日用水量", "升/人/日", "L/person/day", 1)
        .in("饮水")
        .held_by("water_bureau"),
    boolean("water_impurity", "水中有无肉眼可见杂质").in("饮水").held_by("water_bureau"),
    boolean("water_odd_colour", "水有无异色").in("饮水").held_by("water_bureau"),
    boolean("water_odd_smell", "水有无异味").in("饮水").held_by("water_bureau"),
    boolean("water_adverse_effect", "长期饮用有无不良反应").in("饮水").held_by("water_bureau"),
    boolean("water_piped", "是否自来水入户")
        .in("饮水")
        .held_by("water_bureau")
        .also(kNames<"自来水是否入户", "是否通自来水">),
    number("fetch_time", "取水往返时间", "分钟", "min").in("饮水").held_by("water_bureau"),
    number("fetch_distance_level", "取水水平距离", "米", "m").in("饮水").held_by("water_bureau"),
    number("fetch_distance_climb", "取水垂直距离", "米", "m").in("饮水").held_by("water_bureau"),
    boolean("water_seasonal_shortage", "是否季节性缺水").in("饮水").held_by("water_bureau"),
    boolean("water_contingency_plan", "有无缺水解决预案").in("饮水").held_by("water_bureau"),
    number("water_guarantee_rate", "供水保证率", "%", "percent", 1)
        .range(0, 1000)
        .in("饮水")
        .held_by("water_bureau"),

    boolean("sanitary_toilet", "是否有卫生厕所")
        .in("生活条件")
        .also(kNames<"有无卫生厕所", "卫生厕所">),
    boolean("toilet_usable", "卫生厕所是否能正常使用").in("生活条件"),
    boolean("has_electricity", "是否通生活用电")
        .in("生活条件")
        .held_by("power_supply")
        .also(kNames<"通生活用电", "通电情况">),
    boolean("has_production_electricity", "是否通生产用电")
        .in("生活条件")
        .held_by("power_supply")
        .also(kNames<"通生产用电">),
    boolean("has_broadcast", "是否通广播电视")
        .in("生活条件")
        .held_by("broadcast_bureau")
        .also(kNames<"通广播电视">),
    boolean("has_broadband", "是否通宽带").in("生活条件").also(kNames<"通宽带">),
    choice("road_type", "入户路类型", kRoads).in("生活条件").held_by("transport_bureau"),
    boolean("road_hardened", "入户道路是否硬化").in("生活条件").held_by("transport_bureau"),
    number("road_distance", "与村主干路距离", "公里", "km", 2)
        .in("生活条件")
        .also(kNames<"与村主干路的距离">),
    choice("fuel", "主要燃料类型", kFuels).in("生活条件"),

    number("cultivated_land", "耕地面积", "亩", "mu", 2).in("生产条件").also(kNames<"耕地">),
    number("irrigated_land", "有效灌溉面积", "亩", "mu", 2).in("生产条件").also(kNames<"有效灌溉">),
    number("forest_land", "林地面积", "亩", "mu", 2).in("生产条件").also(kNames<"林地">),
    number("returned_forest", "退耕还林面积", "亩", "mu", 2)
        .in("生产条件")
        .also(kNames<"退耕还林", "退耕还林(草)面积">),
    number("orchard", "林果面积", "亩", "mu", 2).in("生产条件").also(kNames<"林果">),
    number("pasture", "牧草地面积", "亩", "mu", 2).in("生产条件").also(kNames<"牧草地">),
    number("water_area", "水面面积", "亩", "mu", 2).in("生产条件").also(kNames<"水面">),
    boolean("cooperative_member", "是否加入农民专业合作组织")
        .in("生产条件")
        .also(kNames<"合作社", "是否加入合作社", "是否加入农民专业合作社">),
    boolean("leading_enterprise", "是否有龙头企业带动").in("生产条件").also(kNames<"龙头企业带动">),
    boolean("entrepreneur_leader", "是否有创业致富带头人带动")
        .in("生产条件")
        .also(kNames<"创业致富带头人带动">),
    choices("industry_kinds", "到户产业帮扶类型", kHouseholdIndustries).in("生产条件"),

    boolean("relocated", "是否易地扶贫搬迁户")
        .in("搬迁")
        .also(kNames<"是否搬迁户", "是否易地搬迁户">),
    choice("relocation_way", "搬迁方式", kRelocationWays).in("搬迁"),
    boolean("relocation_will", "搬迁意愿").in("搬迁"),
    text("relocation_site", "搬迁地址").in("搬迁").also(kNames<"安置区地址">),

    text("helper_name", "帮扶责任人").personal().in("帮扶").also(kNames<"帮扶责任人姓名">),
    choice("helper_sex", "帮扶责任人性别", kSexes).in("帮扶"),
    text("helper_political_status", "帮扶责任人政治面貌").in("帮扶"),
    text("helper_unit", "帮扶单位").in("帮扶").also(kNames<"帮扶(选派)单位名称", "帮扶单位名称">),
    text("helper_phone", "帮扶责任人电话").personal().in("帮扶"),
    date("helper_from", "帮扶开始时间").in("帮扶"),
    date("helper_to", "帮扶结束时间").in("帮扶"),
};
inline constexpr Entity kHousehold{"household", "户", kHouseholdFields, kNames<"number">};

}  // namespace tz
