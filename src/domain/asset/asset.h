// What assistance money has built or bought: scope, kind and owner, then its life. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kAssetKindsChoices[] = {
    {1, "public", "公益性资产", kNames<"公益性", "公益类">},
    {2, "operating", "经营性资产", kNames<"经营性", "经营类">},
    {3, "household", "到户类资产", kNames<"到户类", "到户资产">},
};
inline constexpr CodeList kAssetKinds{"asset_kinds", "资产类型", kAssetKindsChoices};

inline constexpr Choice kAssetCategoriesChoices[] = {
    {1, "pv_station", "光伏电站", kNames<"光伏扶贫电站">},
    {2, "building", "房屋厂房", kNames<"厂房", "房屋", "车间">},
    {3, "road", "道路桥梁", kNames<"道路", "桥梁">},
    {4, "water", "水利饮水设施", kNames<"饮水工程", "水利设施">},
    {5, "equipment", "机器设备", kNames<"设备">},
    {6, "livestock", "牲畜种苗", kNames<"牲畜", "林木">},
    {7, "greenhouse", "大棚基地", kNames<"大棚", "种养基地">},
    {8, "shares", "股权债权", kNames<"股权", "投资">},
    {9, "school_clinic", "教育卫生设施", kNames<"学校", "卫生室">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kAssetCategories{"asset_categories", "资产类别", kAssetCategoriesChoices};

inline constexpr Choice kAssetOwnersChoices[] = {
    {1, "state", "国有", kNames<"县级", "国有资产">},
    {2, "township", "乡镇", kNames<"乡镇政府">},
    {3, "village_collective", "村集体", kNames<"村级", "村集体所有">},
    {4, "household", "农户", kNames<"到户", "个人">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kAssetOwners{"asset_owners", "资产归属", kAssetOwnersChoices};

inline constexpr Choice kAssetStatesChoices[] = {
    {1, "registered", "已登记", kNames<"登记">},
    {2, "running", "运行中", kNames<"运行", "在用", "正常">},
    {3, "in_repair", "维护中", kNames<"维护", "维修">},
    {4, "idle", "闲置", kNames<"闲置低效">},
    {5, "disposed", "已处置", kNames<"处置">},
    {6, "written_off", "已核销", kNames<"核销", "报废">},
};
inline constexpr CodeList kAssetStates{"asset_states", "资产状态", kAssetStatesChoices};

inline constexpr Choice kAssetEventKindsChoices[] = {
    {1, "registration", "登记", kNames<"登记入账">},
    {2, "confirmation", "确权", kNames<"确权移交", "移交">},
    {3, "inventory", "清查盘点", kNames<"盘点", "清查">},
    {4, "repair", "维护维修", kNames<"维护", "维修">},
    {5, "lease", "出租承包", kNames<"出租", "承包">},
    {6, "disposal", "处置", kNames<"变卖", "转让", "拍卖">},
    {7, "write_off", "核销", kNames<"报废">},
};
inline constexpr CodeList kAssetEventKinds{"asset_event_kinds", "资产事项",
                                           kAssetEventKindsChoices};

inline constexpr Field kAssetFields[] = {
    kDivisionField,
    text("asset_number", "资产编号").required().listed().also(kNames<"资产编码", "资产代码">),
    text("name", "资产名称").required().listed(),
    text("asset_scope", "资产范围").also(kNames<"资产来源范围">),
    choice("kind", "资产类型", kAssetKinds).listed().also(kNames<"资产性质">),
    choice("category", "资产类别", kAssetCategories).listed().also(kNames<"资产分类">),
    choice("owner", "资产归属", kAssetOwners).listed().also(kNames<"权属", "产权归属">),
    text("owner_name", "所有权人").also(kNames<"产权单位", "所有者">),
    text("project_name", "项目名称").listed(),
    text("project_place", "实施地点").also(kNames<"建设地点">),
    reference("project", "所属项目", "project")
        .many("assets")
        .by(kNames<"division", "project_name", "project_place">),
    money("original_value", "资产原值").listed().also(kNames<"原值", "购建金额">),
    money("net_value", "资产净值").also(kNames<"净值", "现值">),
    date("formed_on", "形成日期").also(kNames<"购建日期">),
    date("registered_on", "登记日期").listed().also(kNames<"登记入账日期">),
    date("confirmed_on", "确权日期").listed().also(kNames<"移交日期">),
    choice("state", "资产状态", kAssetStates).listed().also(kNames<"使用状态", "运行状态">),
    text("manager", "管护责任人").listed().also(kNames<"管护人", "管护单位">),
    text("user", "经营使用方").also(kNames<"承租方", "使用单位">),
    date("contract_until", "经营合同到期日期"),
    money("yearly_income", "年收益").also(kNames<"年收益金额">),
    number("capacity", "装机容量（千瓦）", "", "", 2).also(kNames<"装机容量">),
    text("note", "备注"),
};
inline constexpr Entity kAsset{"asset", "帮扶项目资产", kAssetFields, kNames<"asset_number">};

inline constexpr Field kAssetEventFields[] = {
    kDivisionField,
    text("asset_number", "资产编号").required().listed().also(kNames<"资产编码">),
    reference("asset", "所属资产", "asset").many("events").by(kNames<"asset_number">),
    choice("kind", "资产事项", kAssetEventKinds).required().listed().also(kNames<"事项类别">),
    date("happened_on", "发生日期").required().listed().also(kNames<"事项日期", "处置日期">),
    text("reason", "事由").listed().also(kNames<"处置原因">),
    date("approved_on", "批准日期").listed().also(kNames<"审批日期">),
    text("approver", "批准单位").also(kNames<"审批单位">),
    money("appraised_value", "评估价值").listed().also(kNames<"评估金额">),
    money("proceeds", "处置收入").listed().also(kNames<"处置金额">),
    date("booked_on", "收入入账日期").listed().also(kNames<"入账日期">),
    date("publicised_on", "公示日期"),
    money("cost", "维护费用").also(kNames<"维修费用">),
};
inline constexpr Entity kAssetEvent{"asset_event", "资产事项台账", kAssetEventFields,
                                    kNames<"asset_number", "kind", "happened_on">};

}  // namespace tz
