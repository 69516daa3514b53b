#include "domain/catalog.h"

#include "domain/asset/asset.h"
#include "domain/asset/asset_income.h"
#include "domain/care/care_case.h"
#include "domain/care/care_facility.h"
#include "domain/care/rehabilitation.h"
#include "domain/cooperation/exchange.h"
#include "domain/cooperation/support_pair.h"
#include "domain/department/department.h"
#include "domain/division/division.h"
#include "domain/education/dropout_case.h"
#include "domain/education/student_guarantee.h"
#include "domain/education/student_loan.h"
#include "domain/employment/employment.h"
#include "domain/employment/job_push.h"
#include "domain/employment/public_post.h"
#include "domain/employment/skill_training.h"
#include "domain/finance/guarantee_fund.h"
#include "domain/finance/insurance.h"
#include "domain/finance/operator_loan.h"
#include "domain/fund/fund_allocation.h"
#include "domain/fund/fund_check.h"
#include "domain/fund/fund_payment.h"
#include "domain/fund/fund_source.h"
#include "domain/fund/performance_goal.h"
#include "domain/health/home_service.h"
#include "domain/health/illness_case.h"
#include "domain/health/medical_claim.h"
#include "domain/health/medical_institution.h"
#include "domain/household/household.h"
#include "domain/housing/disaster_loss.h"
#include "domain/housing/housing_solution.h"
#include "domain/housing/renovation_case.h"
#include "domain/income/household_year.h"
#include "domain/industry/interest_link.h"
#include "domain/industry/operator.h"
#include "domain/industry/sale.h"
#include "domain/industry/village_industry.h"
#include "domain/ledger/exemption.h"
#include "domain/ledger/import_batch.h"
#include "domain/ledger/problem.h"
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
#include "domain/receipt/receipt.h"
#include "domain/relocation/relocation.h"
#include "domain/relocation/resettlement_site.h"
#include "domain/society/giving.h"
#include "domain/society/volunteering.h"
#include "domain/village/area_year.h"
#include "domain/village/natural_village.h"
#include "domain/village/village_year.h"
#include "domain/water/water_case.h"

namespace tz {

namespace {

constexpr const Entity* kRegisters[] = {
    &kDepartment,
    &kDivision,
    &kHousehold,
    &kPerson,
    &kHouseholdYear,
    &kVillageYear,
    &kEmployment,
    &kMonitoring,
    &kMeasure,
    &kResettlementSite,
    &kRelocation,
    &kLoan,
    &kProject,
    &kMedicalEnrolment,
    &kPensionEnrolment,
    &kAllowanceReceipt,
    &kChronicContract,
    &kSchoolRoll,
    &kDisabilityCertificate,
    &kDwellingAppraisal,
    &kWaterPoint,
    &kWaterTest,
    &kLifeEvent,
    &kPropertyHolding,
    &kDropoutCase,
    &kStudentGuarantee,
    &kStudentLoan,
    &kReceipt,
    &kMedicalInstitution,
    &kMedicalClaim,
    &kHomeService,
    &kIllnessCase,
    &kRenovationCase,
    &kHousingSolution,
    &kDisasterLoss,
    &kWaterCase,
    &kCareFacility,
    &kCareCase,
    &kRehabilitation,
    &kOperator,
    &kInterestLink,
    &kVillageIndustry,
    &kSale,
    &kJobPush,
    &kSkillTraining,
    &kPublicPost,
    &kInsurancePolicy,
    &kInsuranceClaim,
    &kOperatorLoan,
    &kGuaranteeFund,
    &kFundSource,
    &kFundAllocation,
    &kFundPayment,
    &kFundCheck,
    &kPerformanceGoal,
    &kAsset,
    &kAssetEvent,
    &kIncomeDistribution,
    &kPvSettlement,
    &kSupportPair,
    &kSupportFund,
    &kPairVisit,
    &kCadreExchange,
    &kTechEnvoy,
    &kCooperationProject,
    &kNeed,
    &kDonation,
    &kSocialMatch,
    &kVolunteerTeam,
    &kVolunteerService,
    &kNaturalVillage,
    &kAreaYear,
    &kProblem,
    &kExemption,
    &kImportBatch,
    &kColumnAlias,
};

}  // namespace

Catalog catalog() { return kRegisters; }

}  // namespace tz
