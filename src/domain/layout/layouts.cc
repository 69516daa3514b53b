#include <algorithm>
#include <array>

#include "domain/common/names.h"
#include "domain/division/division.h"
#include "domain/employment/employment.h"
#include "domain/household/household.h"
#include "domain/income/household_year.h"
#include "domain/layout/layout.h"
#include "domain/lists/allowance_receipt.h"
#include "domain/lists/chronic_contract.h"
#include "domain/lists/disability_certificate.h"
#include "domain/lists/dwelling_appraisal.h"
#include "domain/lists/life_event.h"
#include "domain/lists/medical_enrolment.h"
#include "domain/lists/pension_enrolment.h"
#include "domain/lists/property_holding.h"
#include "domain/lists/school_roll.h"
#include "domain/lists/water.h"
#include "domain/loan/loan.h"
#include "domain/measure/measure.h"
#include "domain/monitoring/monitoring.h"
#include "domain/person/person.h"
#include "domain/project/project.h"
#include "domain/relocation/relocation.h"
#include "domain/village/village_year.h"

namespace tz {
namespace {

constexpr Feed kPeople[] = {{&kHousehold, "number"},
                            {&kPerson, "name"},
                            {&kMonitoring, "category"},
                            {&kHouseholdYear, "year"}};
constexpr Feed kWork[] = {{&kEmployment, "id_number"}, {&kHousehold, {}}, {&kMonitoring, {}}};
constexpr Feed kVillages[] = {{&kVillageYear, "year"}};
constexpr Feed kRelocations[] = {{&kRelocation, "household_number"}};
constexpr Feed kLoans[] = {{&kLoan, "id_number"}};
constexpr Feed kProjects[] = {{&kProject, "name"}};
constexpr Feed kMeasures[] = {{&kMeasure, "category"}};
constexpr Feed kPensions[] = {{&kPensionEnrolment, "id_number"}};
constexpr Feed kMedicals[] = {{&kMedicalEnrolment, "id_number"}};
constexpr Feed kAllowances[] = {{&kAllowanceReceipt, "id_number"}};
constexpr Feed kCertificates[] = {{&kDisabilityCertificate, "id_number"}};
constexpr Feed kRolls[] = {{&kSchoolRoll, "id_number"}};
constexpr Feed kAppraisals[] = {{&kDwellingAppraisal, "id_number"}};
constexpr Feed kPoints[] = {{&kWaterPoint, "name"}};
constexpr Feed kTests[] = {{&kWaterTest, "point_name"}};
constexpr Feed kContracts[] = {{&kChronicContract, "id_number"}};
constexpr Feed kEvents[] = {{&kLifeEvent, "id_number"}};
constexpr Feed kHoldings[] = {{&kPropertyHolding, "id_number"}};
constexpr Feed kDivisions[] = {{&kDivision, "name"}};

// The first of the numbered columns is the main one and one of all.
constexpr HeaderTarget kNumbered[] = {
    {"致贫/返贫风险1", "monitoring.risk_main"},
    {"致贫/返贫风险1", "monitoring.risks"},
    {"致贫原因1", "household.poverty_cause_main"},
    {"致贫原因1", "household.poverty_causes"},
};
// The former loan and the small loan use the same words; the merged header tells them apart, or,
// where it is lost, unit and order do.
constexpr HeaderTarget kLoanTargets[] = {
    {"欠息金额", "loan.former_interest_owed"},
    {"欠息金额(元)", "loan.interest_owed"},
    {"欠息金额#2", "loan.interest_owed"},
    {"欠息时间", "loan.former_interest_owed_since"},
    {"欠息时间#2", "loan.interest_owed_since"},
    {"原贷款情况/欠息金额", "loan.former_interest_owed"},
    {"原贷款情况/欠息时间", "loan.former_interest_owed_since"},
    {"扶贫小额信贷/欠息金额", "loan.interest_owed"},
    {"扶贫小额信贷/欠息金额(元)", "loan.interest_owed"},
    {"扶贫小额信贷/欠息时间", "loan.interest_owed_since"},
    {"创业贷款/贷款金额", "loan.startup_amount"},
    {"创业贷款/放款日期", "loan.startup_lent_on"},
    {"创业贷款/到期日期", "loan.startup_due_on"},
    {"创业贷款/贷款余额", "loan.startup_balance"},
    {"创业贷款/贷款金融机构", "loan.startup_institution"},
    {"创业贷款/*", {}},
    {"生源地贷款/贷款金额", "loan.student_amount"},
    {"生源地贷款/放款日期", "loan.student_lent_on"},
    {"生源地贷款/到期日期", "loan.student_due_on"},
    {"生源地贷款/贷款余额", "loan.student_balance"},
    {"生源地贷款/贷款金融机构", "loan.student_institution"},
    {"生源地贷款/*", {}},
    {"其他/贷款金额", "loan.other_amount"},
    {"其他/放款日期", "loan.other_lent_on"},
    {"其他/到期日期", "loan.other_due_on"},
    {"其他/贷款余额", "loan.other_balance"},
    {"其他/贷款金融机构", "loan.other_institution"},
    {"其他/备注", "loan.note"},
    {"其他/*", {}},
};
constexpr HeaderTarget kAppraisalTargets[] = {{"姓名", "dwelling_appraisal.head_name"}};

constexpr Implied kWorking[] = {{"employment.kind", "working"}, {"employment.sequence", "1"}};
constexpr Implied kPlanned[] = {{"employment.kind", "planned"}, {"employment.sequence", "1"}};
constexpr Implied kRuralAllowance[] = {{"allowance_receipt.kind", "rural_allowance"}};
constexpr Implied kUrbanAllowance[] = {{"allowance_receipt.kind", "urban_allowance"}};
constexpr Implied kRuralExtreme[] = {{"allowance_receipt.kind", "rural_extreme_poverty"}};
constexpr Implied kResident[] = {{"medical_enrolment.scheme", "resident"}};
constexpr Implied kDeath[] = {{"life_event.kind", "death"}};
constexpr Implied kMovedOut[] = {{"life_event.kind", "moved_out"}};
constexpr Implied kVehicle[] = {{"property_holding.kind", "vehicle"}};
constexpr Implied kCompany[] = {{"property_holding.kind", "company"}};
constexpr Implied kRealEstate[] = {{"property_holding.kind", "real_estate"}};
constexpr Implied kPayroll[] = {{"property_holding.kind", "fiscal_payroll"}};

constexpr Layout kExports[] = {
    {.name = "ffp2023_monitor",
     .title = "监测对象信息（全国防返贫监测信息系统）",
     .keywords = kNames<"监测对象信息", "监测对象">,
     .feeds = kPeople,
     .signature = kNames<"household.number", "person.id_number", "monitoring.category",
                         "monitoring.identified_month">,
     .targets = kNumbered,
     .header_row = 3},
    {.name = "ffp2023_hu",
     .title = "户信息（乡村建设、基础信息）",
     .keywords = kNames<"户信息", "基础信息">,
     .feeds = kPeople,
     .signature = kNames<"household.number", "person.id_number", "household.toilet_usable">,
     .targets = kNumbered,
     .header_row = 3},
    {.name = "ffp2023_out",
     .title = "已外出务工信息（务工月监测）",
     .keywords = kNames<"已外出务工", "务工月监测">,
     .feeds = kWork,
     .signature = kNames<"employment.id_number", "employment.is_working">,
     .implied = kWorking,
     .header_row = 3},
    {.name = "ffp2023_plan",
     .title = "计划外出务工信息",
     .keywords = kNames<"计划外出务工">,
     .feeds = kWork,
     .signature = kNames<"employment.id_number", "employment.is_planning">,
     .implied = kPlanned,
     .header_row = 3},
    {.name = "ffp2023_village",
     .title = "行政村信息",
     .keywords = kNames<"行政村信息">,
     .feeds = kVillages,
     .signature = kNames<"village_year.exited", "village_year.household_count">,
     .header_row = 3},
    {.name = "fp2021_47",
     .title = "成员信息导出（47列，2021年）",
     .keywords = kNames<"成员信息">,
     .feeds = kPeople,
     .signature = kNames<"household.number", "person.person_number", "person.id_number",
                         "household_year.year">,
     .targets = kNumbered},
    {.name = "tp2022",
     .title = "已脱贫人口、边缘易致贫人口名单（2022年）",
     .keywords = kNames<"脱贫人口名单", "边缘易致贫人口">,
     .feeds = kPeople,
     .signature = kNames<"household.number", "person.id_number", "person.identified_month",
                         "household.first_identified_month", "monitoring.risk_removed">,
     .targets = kNumbered},
    {.name = "fp2018",
     .title = "贫困人口信息（2016—2019年）",
     .keywords = kNames<"贫困人口信息">,
     .feeds = kPeople,
     .signature = kNames<"household.number", "person.id_number", "person.work_status",
                         "household.registration_status">,
     .targets = kNumbered},
    {.name = "fp2015",
     .title = "贫困人口信息（2014—2016年，自选列）",
     .keywords = kNames<"贫困人口信息">,
     .feeds = kPeople,
     .signature = kNames<"person.id_number", "person.relation", "person.has_labour",
                         "household.registration_status">,
     .targets = kNumbered,
     .household_by_head = true},
    {.name = "move2022",
     .title = "易地搬迁户名单（2022年）",
     .keywords = kNames<"易地搬迁", "搬迁户">,
     .feeds = kRelocations,
     .signature = kNames<"relocation.household_number", "relocation.relocated", "relocation.site">},
    {.name = "jubao",
     .title = "城乡居保精准扶贫数据底册",
     .keywords = kNames<"居保", "底册">,
     .feeds = kPensions,
     .signature = kNames<"pension_enrolment.id_number", "pension_enrolment.recognised_identity">,
     .header_row = 2},
    {.name = "jubao_cb",
     .title = "居保参保人员明细表",
     .keywords = kNames<"居保", "参保人员明细">,
     .feeds = kPensions,
     .signature = kNames<"pension_enrolment.id_number", "pension_enrolment.registration_kind",
                         "pension_enrolment.payment_state">},
    {.name = "loan",
     .title = "小额信贷台账",
     .keywords = kNames<"小额信贷", "小额贷款">,
     .feeds = kLoans,
     .signature = kNames<"loan.id_number", "loan.borrower_name", "loan.amount">,
     .targets = kLoanTargets,
     .header_row = 3},
    {.name = "projlib",
     .title = "巩固拓展脱贫攻坚成果和乡村振兴项目库",
     .keywords = kNames<"项目库", "项目">,
     .feeds = kProjects,
     .signature = kNames<"project.name", "project.kind">,
     .header_row = 3},
};

constexpr Layout kLists[] = {
    {.name = "medical_enrolment",
     .title = "医保参保名单",
     .keywords = kNames<"医保", "医疗保险">,
     .feeds = kMedicals,
     .signature = kNames<"medical_enrolment.id_number", "medical_enrolment.state">,
     .implied = kResident},
    {.name = "rural_allowance",
     .title = "农村低保名单（每户一行）",
     .keywords = kNames<"农村低保">,
     .feeds = kAllowances,
     .signature = kNames<"allowance_receipt.head_name", "allowance_receipt.monthly_amount",
                         "allowance_receipt.id_number">,
     .implied = kRuralAllowance,
     .member_fields = kNames<"allowance_receipt.name", "allowance_receipt.id_number",
                             "allowance_receipt.relation">,
     .shape = Shape::kMembers,
     .head_is_member = true},
    {.name = "urban_allowance",
     .title = "城市低保名单（每户一行）",
     .keywords = kNames<"城市低保", "城镇低保">,
     .feeds = kAllowances,
     .signature = kNames<"allowance_receipt.head_name", "allowance_receipt.monthly_amount",
                         "allowance_receipt.id_number">,
     .implied = kUrbanAllowance,
     .member_fields = kNames<"allowance_receipt.name", "allowance_receipt.id_number",
                             "allowance_receipt.relation">,
     .shape = Shape::kMembers,
     .head_is_member = true},
    {.name = "extreme_poverty",
     .title = "特困供养名单",
     .keywords = kNames<"特困", "五保">,
     .feeds = kAllowances,
     .signature = kNames<"allowance_receipt.id_number", "allowance_receipt.monthly_amount">,
     .implied = kRuralExtreme},
    {.name = "disability_certificate",
     .title = "残疾证名单",
     .keywords = kNames<"残疾", "残联">,
     .feeds = kCertificates,
     .signature = kNames<"disability_certificate.kind", "disability_certificate.grade">},
    {.name = "school_roll",
     .title = "学籍名单",
     .keywords = kNames<"学籍", "在校学生">,
     .feeds = kRolls,
     .signature = kNames<"school_roll.id_number", "school_roll.school">},
    {.name = "dwelling_appraisal",
     .title = "房屋鉴定名单",
     .keywords = kNames<"房屋鉴定", "危房">,
     .feeds = kAppraisals,
     .signature = kNames<"dwelling_appraisal.id_number", "dwelling_appraisal.grade">,
     .targets = kAppraisalTargets},
    {.name = "water_point",
     .title = "供水工程名单",
     .keywords = kNames<"供水", "饮水">,
     .feeds = kPoints,
     .signature = kNames<"water_point.name", "water_point.household_count">},
    {.name = "water_test",
     .title = "水质检测名单",
     .keywords = kNames<"水质", "检测">,
     .feeds = kTests,
     .signature = kNames<"water_test.point_name", "water_test.tested_on">},
    {.name = "chronic_contract",
     .title = "慢病签约名单",
     .keywords = kNames<"慢病", "慢性病", "签约">,
     .feeds = kContracts,
     .signature = kNames<"chronic_contract.id_number", "chronic_contract.disease">},
    {.name = "deaths",
     .title = "死亡人员名单",
     .keywords = kNames<"死亡", "殡葬">,
     .feeds = kEvents,
     .signature = kNames<"life_event.id_number", "死亡日期|死亡时间">,
     .implied = kDeath},
    {.name = "moves",
     .title = "户籍迁移名单",
     .keywords = kNames<"迁出", "迁移", "户籍">,
     .feeds = kEvents,
     .signature = kNames<"life_event.id_number", "迁出日期|迁移日期">,
     .implied = kMovedOut},
    {.name = "life_events",
     .title = "死亡迁移名单",
     .keywords = kNames<"死亡迁移", "人口变动">,
     .feeds = kEvents,
     .signature = kNames<"life_event.id_number", "life_event.kind", "life_event.happened_on">},
    {.name = "vehicles",
     .title = "车辆登记名单",
     .keywords = kNames<"车辆", "机动车", "车管">,
     .feeds = kHoldings,
     .signature = kNames<"property_holding.id_number", "车牌号|号牌号码|车牌号码">,
     .implied = kVehicle},
    {.name = "companies",
     .title = "工商登记名单",
     .keywords = kNames<"工商", "企业", "市场主体">,
     .feeds = kHoldings,
     .signature = kNames<"property_holding.id_number", "统一社会信用代码">,
     .implied = kCompany},
    {.name = "real_estate",
     .title = "房产登记名单",
     .keywords = kNames<"房产", "不动产">,
     .feeds = kHoldings,
     .signature = kNames<"property_holding.id_number", "不动产权证号|不动产证号|产权证号">,
     .implied = kRealEstate},
    {.name = "fiscal_payroll",
     .title = "财政供养名单",
     .keywords = kNames<"财政供养">,
     .feeds = kHoldings,
     .signature = kNames<"property_holding.id_number", "供养编号|工资编号">,
     .implied = kPayroll},
    {.name = "property_holdings",
     .title = "四有人员名单",
     .keywords = kNames<"四有">,
     .feeds = kHoldings,
     .signature = kNames<"property_holding.id_number", "property_holding.kind",
                         "property_holding.item_number">},
    {.name = "measures",
     .title = "帮扶措施台账",
     .keywords = kNames<"帮扶措施">,
     .feeds = kMeasures,
     .signature = kNames<"measure.household_number", "measure.category">},
    {.name = "divisions",
     .title = "行政区划代码表",
     .keywords = kNames<"区划", "division">,
     .feeds = kDivisions,
     .signature = kNames<"division.division", "division.name">},
    // Any other list of people with household numbers.
    {.name = "people",
     .title = "户和成员信息",
     .keywords = {},
     .feeds = kPeople,
     .signature = kNames<"household.number">,
     .targets = kNumbered,
     .blank_clears = false},
};

}  // namespace

std::span<const Layout> layouts() {
    static constexpr auto kAll = [] {
        std::array<Layout, std::size(kExports) + std::size(kLists)> all{};
        std::copy(std::begin(kExports), std::end(kExports), all.begin());
        std::copy(std::begin(kLists), std::end(kLists), all.begin() + std::size(kExports));
        return all;
    }();
    return kAll;
}

const Layout* find_layout(std::string_view name) {
    for (const auto all : {layouts(), template_layouts()})
        for (const Layout& layout : all)
            if (layout.name == name) return &layout;
    return nullptr;
}

}  // namespace tz
