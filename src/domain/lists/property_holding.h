// The "four haves": vehicles, companies, real estate, posts paid by the treasury. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kPropertyKindChoices[] = {
    {1, "vehicle", "车辆", kNames<"机动车", "小汽车", "有车">},
    {2, "company", "工商登记", kNames<"企业", "经商办企业", "工商注册", "有企业">},
    {3, "real_estate", "房产", kNames<"商品房", "不动产", "有房">},
    {4, "fiscal_payroll", "财政供养", kNames<"财政供养人员", "公职人员", "有公职">},
};
inline constexpr CodeList kPropertyKinds{"property_kinds", "四有类别", kPropertyKindChoices};

inline constexpr Field kPropertyHoldingFields[] = {
    kDivisionField,
    Field(kIdNumberField)
        .required()
        .also(kNames<"身份证号", "身份证号码", "身份证", "身份证明号码", "身份证件号码",
                     "公民身份号码", "车主证件号码", "法定代表人证件号码", "权利人证件号码",
                     "所有人证件号码">),
    Field(kNameField)
        .also(kNames<"车主", "所有人", "机动车所有人", "法定代表人", "法定代表人姓名", "权利人",
                     "产权人", "人员姓名">),
    reference("person", "对应人员", "person").many("property_holdings"),
    kSourceMonthField,
    choice("kind", "四有类别", kPropertyKinds).required().listed().also(kNames<"资产类别">),
    text("item_number", "资产编号")
        .required()
        .listed()
        .also(kNames<"车牌号", "号牌号码", "车牌号码", "统一社会信用代码", "不动产权证号",
                     "不动产证号", "产权证号", "供养编号", "工资编号">),
    text("detail", "资产详情")
        .listed()
        .also(kNames<"车辆品牌型号", "品牌型号", "企业名称", "单位名称", "房屋坐落", "坐落",
                     "供养单位", "工作单位">),
    text("detail_kind", "资产类型")
        .also(kNames<"车辆类型", "企业类型", "市场主体类型", "房屋用途", "规划用途", "岗位">),
    date("acquired_on", "取得日期")
        .listed()
        .also(kNames<"初次登记日期", "登记日期", "成立日期", "注册日期", "入职日期">),
    money("value", "资产价值")
        .listed()
        .also(kNames<"购置价格", "注册资本", "成交价", "评估价值", "月工资">),
    text("state", "资产状态")
        .listed()
        .also(kNames<"机动车状态", "车辆状态", "登记状态", "经营状态", "权利状态">),
    number("area", "房产面积", "平方米", "m2", 2).also(kNames<"建筑面积">),
};
inline constexpr Entity kPropertyHolding{"property_holding", "四有人员名单", kPropertyHoldingFields,
                                         kNames<"id_number", "kind", "item_number">};

}  // namespace tz
