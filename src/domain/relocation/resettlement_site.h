// Where relocated households live: what is built there and who looks after it. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/relocation/relocation.h"

namespace tz {

inline constexpr Choice kSiteFacilitiesChoices[] = {
    {1, "road", "道路", kNames<"通路">},
    {2, "water", "供水", kNames<"饮水", "通水">},
    {3, "power", "供电", kNames<"电力", "通电">},
    {4, "network", "通信网络", kNames<"宽带", "通讯">},
    {5, "sewage", "污水处理", kNames<"排污">},
    {6, "refuse", "垃圾收集", kNames<"垃圾处理">},
    {7, "school", "学校", kNames<"义务教育学校">},
    {8, "kindergarten", "幼儿园", {}},
    {9, "clinic", "卫生室", kNames<"医疗">},
    {10, "culture", "文化活动场所", kNames<"文化室">},
    {11, "service_centre", "便民服务中心", kNames<"社区服务中心">},
    {12, "workshop", "扶贫车间", kNames<"帮扶车间", "配套产业">},
};
inline constexpr CodeList kSiteFacilities{"site_facilities", "配套设施", kSiteFacilitiesChoices};

inline constexpr Choice kSiteStatesChoices[] = {
    {1, "building", "在建", kNames<"建设中">},
    {2, "moving_in", "入住中", kNames<"搬迁入住">},
    {3, "running", "已入住管理", kNames<"管理中", "已建成">},
};
inline constexpr CodeList kSiteStates{"site_states", "安置区状态", kSiteStatesChoices};

inline constexpr Field kResettlementSiteFields[] = {
    kDivisionField,
    text("name", "安置区名称").required().listed().also(kNames<"安置点名称", "安置区", "安置点">),
    choice("state", "安置区状态", kSiteStates).listed().also(kNames<"建设状态">),
    choice("kind", "安置方式", kPlacements),
    number("planned_persons", "规划安置人数", "人"),
    number("household_count", "安置户数", "户").listed().also(kNames<"搬迁户数">),
    number("person_count", "安置人数", "人").listed().also(kNames<"安置人口", "搬迁人数">),
    number("registered_person_count", "建档立卡人数", "人").also(kNames<"建档立卡人口">),
    date("finished_on", "建成日期").also(kNames<"竣工日期">),
    choices("facilities", "配套设施", kSiteFacilities).listed().also(kNames<"基础设施和公共服务">),
    boolean("facilities_complete", "配套设施是否齐全")
        .listed()
        .also(kNames<"基础设施与公共服务是否全覆盖">),
    boolean("party_organisation", "是否设立党组织").listed().also(kNames<"党组织">),
    boolean("committee", "是否设立居委会或村委会").listed().also(kNames<"居委会", "自治组织">),
    boolean("service_centre", "是否设立服务中心").listed().also(kNames<"服务机构">),
    text("property_management", "物业管理单位").also(kNames<"物业">),
    text("manager", "管理责任人").also(kNames<"负责人">),
    boolean("listed_for_supervision", "是否挂牌督战").listed(),
    number("open_problem_count", "遗留问题数", "个").also(kNames<"未解决问题数">),
};
inline constexpr Entity kResettlementSite{"resettlement_site", "易地搬迁安置区",
                                          kResettlementSiteFields, kNames<"name">};

}  // namespace tz
