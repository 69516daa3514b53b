// The departments' lists: file, title and columns of each, in the order of List. Plain constants.
#pragma once
#include <cstddef>
#include <string_view>

#include "demo/table.h"

namespace tz::demo {

enum List : std::size_t {
    kMedical,
    kAllowanceList,
    kCertificates,
    kRolls,
    kAppraisals,
    kRelocations,
    kContracts,
    kWaterPoints,
    kWaterTests,
    kDeaths,
    kMoves,
    kVehicles,
    kCompanies,
    kRealEstates,
    kProjects,
    kPayments
};

struct ListForm {
    std::string_view file{};   // without its ending
    std::string_view title{};  // none when empty
    Kind kind = Kind::kCsv;
    std::string_view headers{};  // between |
};

// clang-format off
inline constexpr ListForm kListForms[] = {
    {"医保参保名单_202312", "", Kind::kCsvGb18030,
     "县|乡镇|村|姓名|身份证号|参保年度|险种|参保状态|参保日期"},
    {"农村低保名单_202312", "农村最低生活保障对象花名册（2023年12月）", Kind::kXlsx,
     "序号|县|乡镇|村|户主姓名|户主证件号码|低保证号|保障人口|月保障金额|享受起始日期"
     "|成员姓名|证件号码|成员姓名|证件号码|成员姓名|证件号码|成员姓名|证件号码"
     "|成员姓名|证件号码|成员姓名|证件号码"},
    {"残疾人证名单_202312", "", Kind::kXlsx,
     "县|乡镇|村|姓名|性别|身份证号|残疾证号|残疾类别|残疾等级|发证日期|证件状态"},
    {"学籍名单_202309", "", Kind::kCsv,
     "县|乡镇|村|姓名|性别|出生日期|身份证号|学籍号|学校名称|年级|学籍状态|是否寄宿"},
    {"房屋鉴定名单_202312", "农村房屋安全鉴定名单", Kind::kXlsx,
     "县|乡镇|村|户编号|户主姓名|身份证号|鉴定等级|鉴定日期|鉴定机构|改造状态|竣工日期"},
    {"易地搬迁户名单_202312", "", Kind::kXlsx,
     "县|乡镇|行政村|户主编号|户主姓名|性别|身份证号|民族|家庭人口|是否搬迁户"
     "|居住搬迁安置区|搬迁时间|家庭类型|是否实际入住|是否落实后续帮扶措施|是否拆除旧房"
     "|复垦复绿面积"},
    {"慢病签约名单_202012", "", Kind::kCsv,
     "县|乡镇|村|姓名|身份证号|签约年度|病种|是否签约|上门服务次数|签约医生"},
    {"供水工程名单_202312", "", Kind::kCsv,
     "县|乡镇|村|供水工程名称|供水方式|水源类型|供水户数|人均日供水量|工程质量是否达标"
     "|是否正常运行|水质保障是否到位|管理是否规范"},
    {"水质检测名单_202012", "", Kind::kCsv,
     "县|乡镇|村|供水工程名称|检测日期|水质是否达标|检测机构"},
    {"死亡人员名单_202312", "", Kind::kCsv,
     "县|乡镇|村|姓名|性别|身份证号|死亡日期"},
    {"户籍迁移名单_202312", "", Kind::kCsv,
     "县|乡镇|村|姓名|性别|身份证号|迁出日期|迁往地"},
    {"车辆登记名单_202312", "", Kind::kCsv,
     "机动车所有人|身份证号|车牌号|品牌型号|车辆类型|初次登记日期|机动车状态"},
    {"工商登记名单_202312", "", Kind::kCsv,
     "法定代表人|身份证号|统一社会信用代码|企业名称|企业类型|成立日期|登记状态"},
    {"不动产登记名单_202312", "", Kind::kCsv,
     "权利人|身份证号|不动产权证号|坐落|房屋用途|登记日期|建筑面积"},
    {"项目库_202312", "巩固拓展脱贫攻坚成果和乡村振兴项目库", Kind::kXlsx,
     "序号|县|乡镇|村|年度|项目类型|二级项目类型|项目子类型|项目名称|建设性质|实施地点"
     "|时间进度|责任单位|建设内容与规模|资金规模和筹资方式|受益对象|绩效目标"
     "|群众参与和联农带农机制|是否纳入年度项目实施计划|备注"},
    {"补助发放名单_202012", "2020年惠民补助发放名单", Kind::kXlsx,
     "序号|县|乡镇|村|姓名|身份证号|受益项目|所属期|年度|学年|金额|发放方式|发放日期"
     "|发放部门"},
};
// clang-format on

}  // namespace tz::demo
