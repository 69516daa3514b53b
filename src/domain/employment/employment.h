// Work away from home, done or planned, as the monthly work monitoring lists it. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/employment/employment_codes.h"

namespace tz {

inline constexpr Field kEmploymentFields[] = {
    kDivisionField,
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("jobs"),
    reference("person", "务工人员", "person").many("jobs"),
    Field(kIdNumberField).required(),
    kNameField,
    choice("kind", "务工登记类别", kEmploymentKinds).required().listed(),
    // Which of a person's several jobs of one kind: 1, 2, 3 in the order of the file. The starting
    // month can not be part of the key because it may be blank, which is itself a finding.
    number("sequence", "务工序号").required(),
    boolean("is_working", "是否已务工").in("已外出务工"),
    month("start_month", "开始时间").listed().in("已外出务工").also(kNames<"务工开始时间">),
    month("end_month", "结束时间").listed().in("已外出务工").also(kNames<"务工结束时间">),
    text("county", "务工所在县").listed().in("已外出务工").also(kNames<"务工地", "务工所在地">),
    money("monthly_income", "务工月收入").listed().in("已外出务工").also(kNames<"月收入">),
    text("employer", "务工企业名称").listed().in("已外出务工").also(kNames<"务工单位">),
    choice("industry", "所属行业", kIndustries).listed().in("已外出务工").also(kNames<"行业">),
    choice("channel", "就业渠道", kEmploymentChannels).listed().in("已外出务工"),
    boolean("point_to_point", "是否点对点输送").in("已外出务工"),
    money("transport_subsidy", "年度交通费补助")
        .in("已外出务工")
        .also(kNames<"交通费补助", "跨省务工交通补贴">),
    boolean("verified", "是否核实").in("已外出务工").also(kNames<"就业是否核实", "是否核验">),
    date("verified_on", "核实日期").in("已外出务工").also(kNames<"就业核实日期">),
    boolean("is_planning", "是否计划务工").in("计划外出务工"),
    text("planned_county", "计划务工所在县").listed().in("计划外出务工"),
    text("service_need", "就业服务需求").in("计划外出务工"),
};
inline constexpr Entity kEmployment{"employment", "外出务工", kEmploymentFields,
                                    kNames<"household_number", "id_number", "kind", "sequence">};

}  // namespace tz
