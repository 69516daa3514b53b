// What a village is and has in a year: people, land, services. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Field kVillageYearFields[] = {
    kDivisionField,
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),
    boolean("exited", "是否出列").listed().in("人口").also(kNames<"是否出列村", "出列村">),
    text("village_attribute", "村属性").in("人口"),
    boolean("remote", "是否边远村").in("人口").also(kNames<"边远村">),
    number("planned_exit_year", "计划出列年度").in("人口"),
    number("exit_year", "出列年度").in("人口").also(kNames<"退出年度">),
    date("help_until", "帮扶期截止日期").in("人口"),
    number("registered_household_count", "建档立卡户数", "户").in("人口"),
    number("registered_person_count", "建档立卡人口数", "人").in("人口"),
    number("unexited_household_count", "未脱贫户数", "户").in("人口"),
    number("unexited_person_count", "未脱贫人口数", "人").in("人口"),
    number("form_count", "要求填报表数", "张").in("人口"),
    number("household_count", "总户数", "户").listed().in("人口"),
    number("population", "总人口数", "人").listed().in("人口").also(kNames<"总人口">),
    number("natural_village_count", "自然村数", "个").in("人口"),
    number("allowance_household_count", "低保户数", "户")
        .listed()
        .in("人口")
        .held_by("civil_affairs_bureau"),
    number("allowance_person_count", "低保人口数", "人")
        .listed()
        .in("人口")
        .held_by("civil_affairs_bureau")
        .also(kNames<"低保人数">),
    number("extreme_poverty_household_count", "特困供养户数", "户")
        .in("人口")
        .held_by("civil_affairs_bureau")
        .also(kNames<"五保户数">),
    number("extreme_poverty_person_count", "特困供养人口数", "人")
        .in("人口")
        .held_by("civil_affairs_bureau")
        .also(kNames<"五保人口数">),
    number("disabled_person_count", "残疾人口数", "人")
        .in("人口")
        .held_by("disabled_federation")
        .also(kNames<"残疾人数">),
    number("minority_person_count", "少数民族人口数", "人").in("人口"),
    number("women_count", "妇女人口数", "人").in("人口"),
    number("labour_count", "劳动力人数", "人").in("人口"),
    number("working_away_count", "外出务工人数", "人").in("人口"),
    number("party_member_count", "党员人数", "人").in("人口"),
    number("dangerous_dwelling_count", "危房户数", "户").in("住房饮水").held_by("housing_bureau"),
    number("unsafe_water_count", "未实现饮水安全户数", "户")
        .listed()
        .in("住房饮水")
        .held_by("water_bureau")
        .also(kNames<"未饮水安全户数">),
    number("water_difficulty_count", "饮水困难户数", "户").in("住房饮水").held_by("water_bureau"),
    number("cultivated_land", "耕地面积", "亩", "mu", 2).in("土地").also(kNames<"耕地">),
    number("irrigated_land", "有效灌溉面积", "亩", "mu", 2).in("土地"),
    number("forest_land", "林地面积", "亩", "mu", 2).in("土地"),
    number("returned_forest", "退耕还林面积", "亩", "mu", 2)
        .in("土地")
        .also(kNames<"退耕还林(草)面积">),
    number("orchard", "林果面积", "亩", "mu", 2).in("土地"),
    number("pasture", "牧草地面积", "亩", "mu", 2).in("土地"),
    number("water_area", "水面面积", "亩", "mu", 2).in("土地").also(kNames<"水域面积">),
    money("collective_income", "村级集体经济收入")
        .listed()
        .in("经济")
        .also(kNames<"村集体经济收入", "集体经济收入">),
    money("net_income_per_capita", "农民人均纯收入")
        .listed()
        .in("经济")
        .also(kNames<"人均纯收入", "家庭人均纯收入">),
    number("cooperative_count", "农民专业合作社个数", "个").in("经济"),
    number("tourism_household_count", "乡村旅游户数", "户").in("经济"),
    text("development_direction", "发展方向").in("经济"),
    text("landform", "地形地貌").in("经济"),
    number("primary_school_count", "村小学", "个")
        .in("公共服务")
        .held_by("education_bureau")
        .also(kNames<"村小学（个数）", "村小学个数">),
    number("clinic_count", "行政村卫生室个数", "个").in("公共服务").held_by("health_bureau"),
    number("doctor_count", "行政村执业（助理）医师", "人")
        .in("公共服务")
        .held_by("health_bureau")
        .also(kNames<"行政村执业（助理）医师数">),
    number("public_toilet_count", "行政村公共卫生厕所个数", "个").in("公共服务"),
    number("refuse_point_count", "行政村生产生活垃圾集中堆放点个数", "个").in("公共服务"),
    number("library_count", "行政村文化（图书）室个数", "个").in("公共服务"),
    boolean("has_bus", "是否通客运班车").in("公共服务").held_by("transport_bureau"),
    boolean("road_to_township_paved", "到乡镇是否通沥青（水泥）路")
        .in("公共服务")
        .held_by("transport_bureau"),
    number("powered_natural_village_count", "通电自然村数", "个")
        .in("公共服务")
        .held_by("power_supply"),
    number("broadband_household_count", "通宽带户数", "户").in("公共服务"),
    boolean("primary_school_has_broadband", "村小学是否通宽带").in("公共服务"),
    number("mobile_internet_household_count", "手机上网户数", "户").in("公共服务"),
    number("resident_medical_count", "参加城乡居民基本医疗保险人数", "人")
        .in("公共服务")
        .held_by("medical_insurance_bureau")
        .also(kNames<"参加新农合人数">),
    number("resident_pension_count", "参加城乡居民基本养老保险人数", "人")
        .in("公共服务")
        .held_by("human_resources_bureau"),
    number("employee_pension_count", "参加城镇职工基本养老保险人数", "人")
        .in("公共服务")
        .held_by("human_resources_bureau"),

    boolean("poor_village", "是否贫困村").in("属性").also(kNames<"贫困村">),
    boolean("old_area_village", "是否老区村").in("属性").also(kNames<"革命老区村", "老区村">),
    boolean("minority_village", "是否民族村").in("属性").also(kNames<"少数民族村", "民族村">),
    boolean("priority_minority_village", "是否重点民族村").in("属性").also(kNames<"重点民族村">),
    boolean("bus_possible", "是否具备通客车条件").in("公共服务").held_by("transport_bureau"),
    boolean("has_three_phase_power", "是否通动力电")
        .in("公共服务")
        .held_by("power_supply")
        .also(kNames<"通动力电">),
    boolean("has_broadband", "行政村是否通宽带").in("公共服务").also(kNames<"村通宽带">),
    number("television_household_count", "通广播电视户数", "户").in("公共服务"),
    boolean("has_logistics_point", "有无物流配送点")
        .in("公共服务")
        .also(kNames<"物流网点", "快递服务点">),
    boolean("has_ecommerce_station", "有无电商服务站")
        .in("公共服务")
        .also(kNames<"电商服务点", "电商服务站">),
    number("flush_toilet_count", "水冲式公厕个数", "个").in("人居环境").also(kNames<"水冲式公厕">),
    boolean("refuse_sorted", "户分类是否落实").in("人居环境").also(kNames<"垃圾户分类">),
    boolean("refuse_collected", "村收集是否落实").in("人居环境").also(kNames<"垃圾村收集">),
    boolean("refuse_carried", "镇转运是否落实").in("人居环境").also(kNames<"垃圾镇转运">),
    boolean("refuse_treated", "县处理是否落实").in("人居环境").also(kNames<"垃圾县处理">),
    number("sewage_total", "生活污水产生量", "吨/日", "t/day", 2).in("人居环境"),
    number("sewage_treated", "生活污水处理量", "吨/日", "t/day", 2).in("人居环境"),
};
inline constexpr Entity kVillageYear{"village_year", "村年度情况", kVillageYearFields,
                                     kNames<"division", "year">};

}  // namespace tz
