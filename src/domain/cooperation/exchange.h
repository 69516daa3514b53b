// People and projects that a pair or the state sends: cadres, experts, technical envoys, joint
// works. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/cooperation/support_pair.h"

namespace tz {

inline constexpr Field kCadreExchangeFields[] = {
    kDivisionField,
    text("pair_name", "结对名称").required().listed().also(kNames<"协作关系名称", "结对关系">),
    reference("support_pair", "结对关系登记", "support_pair")
        .many("exchanges")
        .by(kNames<"pair_name">),
    text("person_name", "人员姓名").required().personal().listed().also(kNames<"姓名">),
    choice("kind", "人才类别", kExchangeKinds).listed().also(kNames<"人员类别">),
    choice("direction", "派出方向", kPairDirections).listed().also(kNames<"交流方向">),
    text("unit", "派出单位").listed(),
    text("post", "挂职职务").listed().also(kNames<"职务">),
    date("started_on", "到岗日期").listed().also(kNames<"挂职开始日期", "派出日期">),
    date("ended_on", "期满日期").listed().also(kNames<"挂职结束日期">),
};
inline constexpr Entity kCadreExchange{"cadre_exchange", "协作人才交流", kCadreExchangeFields,
                                       kNames<"pair_name", "person_name", "started_on">};

inline constexpr Field kTechEnvoyFields[] = {
    kDivisionField,
    text("envoy_name", "特派员姓名")
        .required()
        .personal()
        .listed()
        .also(kNames<"姓名", "科技特派员姓名">),
    text("unit", "派出单位").required().listed().also(kNames<"选派单位">),
    number("year", "选派年度").required().listed().range(1990, 2100).also(kNames<"年度">),
    text("specialty", "服务领域").listed().also(kNames<"专业", "专长">),
    text("served_area", "服务区域").also(kNames<"服务村">),
    date("started_on", "选派日期").listed().also(kNames<"选派开始日期">),
    date("ended_on", "期满日期"),
    number("service_count", "服务次数", "次").listed(),
    number("served_household_count", "服务户数", "户").listed(),
};
inline constexpr Entity kTechEnvoy{"tech_envoy", "科技特派员", kTechEnvoyFields,
                                   kNames<"envoy_name", "unit", "year">};

inline constexpr Field kCooperationProjectFields[] = {
    kDivisionField,
    text("pair_name", "结对名称").required().listed().also(kNames<"协作关系名称", "结对关系">),
    reference("support_pair", "结对关系登记", "support_pair")
        .many("projects")
        .by(kNames<"pair_name">),
    text("project_name", "项目名称")
        .required()
        .listed()
        .also(kNames<"产业名称", "园区名称", "示范村名称">),
    choice("kind", "协作项目类别", kCooperationKinds).listed().also(kNames<"项目类别", "合作类型">),
    text("brought_by", "引进方").listed().also(kNames<"引进城市", "引进单位", "来源地">),
    money("investment", "投资金额").listed().also(kNames<"投资额", "到位投资">),
    number("job_count", "带动就业人数", "人"),
    number("household_count", "带动户数", "户"),
    date("started_on", "开工日期").listed().also(kNames<"启动日期">),
    date("established_on", "建成日期").listed().also(kNames<"命名日期">),
    boolean("running", "是否正常运营").listed(),
};
inline constexpr Entity kCooperationProject{"cooperation_project", "协作项目",
                                            kCooperationProjectFields,
                                            kNames<"pair_name", "project_name">};

}  // namespace tz
