#include "domain/catalog.h"

#include "domain/assessment/assessment.h"
#include "domain/assessment/award.h"
#include "domain/asset/asset.h"
#include "domain/asset/asset_income.h"
#include "domain/assistance/household_plan.h"
#include "domain/assistance/pairing.h"
#include "domain/assistance/team.h"
#include "domain/assistance/visit.h"
#include "domain/cadre/honour.h"
#include "domain/cadre/training.h"
#include "domain/care/care_case.h"
#include "domain/care/care_facility.h"
#include "domain/care/rehabilitation.h"
#include "domain/cooperation/exchange.h"
#include "domain/cooperation/support_pair.h"
#include "domain/department/department.h"
#include "domain/discipline/complaint.h"
#include "domain/discipline/discipline.h"
#include "domain/discipline/risk.h"
#include "domain/division/division.h"
#include "domain/education/dropout_case.h"
#include "domain/education/student_guarantee.h"
#include "domain/education/student_loan.h"
#include "domain/employment/employment.h"
#include "domain/employment/job_push.h"
#include "domain/employment/public_post.h"
#include "domain/employment/skill_training.h"
#include "domain/exit/area_exit.h"
#include "domain/exit/evaluation.h"
#include "domain/exit/exit_case.h"
#include "domain/figure/figure.h"
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
#include "domain/ledger/ledger_file.h"
#include "domain/ledger/problem.h"
#include "domain/ledger/rectification_task.h"
#include "domain/ledger/signing_chain.h"
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
#include "domain/monitoring/observation.h"
#include "domain/organisation/organisation.h"
#include "domain/organisation/post.h"
#include "domain/organisation/staff.h"
#include "domain/person/person.h"
#include "domain/project/project.h"
#include "domain/receipt/receipt.h"
#include "domain/registry/registry_change.h"
#include "domain/relocation/relocation.h"
#include "domain/relocation/resettlement_site.h"
#include "domain/responsibility/campaign.h"
#include "domain/responsibility/meeting.h"
#include "domain/responsibility/policy_document.h"
#include "domain/responsibility/responsibility_item.h"
#include "domain/responsibility/task.h"
#include "domain/society/giving.h"
#include "domain/society/volunteering.h"
#include "domain/supervision/supervision.h"
#include "domain/survey/survey.h"
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
    &kOrganisation,
    &kStaff,
    &kPost,
    &kPolicyDocument,
    &kCampaign,
    &kResponsibilityItem,
    &kTask,
    &kWarMap,
    &kMeeting,
    &kWorkLog,
    &kTeam,
    &kTeamMember,
    &kPairing,
    &kGuarantee,
    &kUnitSupport,
    &kVisit,
    &kAreaVisit,
    &kHouseholdPlan,
    &kRegistryChange,
    &kInclusionCase,
    &kExitCase,
    &kAreaExit,
    &kExitTarget,
    &kCensusRecord,
    &kEvaluation,
    &kSurveySheet,
    &kSurveyAnswer,
    &kSurveyMember,
    &kObservation,
    &kRiskWarning,
    &kSupervisionListing,
    &kInspection,
    &kAssessment,
    &kAssessmentScore,
    &kCrossInspection,
    &kAward,
    &kInterview,
    &kComplaint,
    &kPublishedContact,
    &kClue,
    &kDisciplineCase,
    &kSanction,
    &kRiskItem,
    &kOpinionEvent,
    &kTrainingSession,
    &kTrainingAttendance,
    &kRecruitmentRound,
    &kHonour,
    &kVillageBranch,
    &kPublicityItem,
    &kMaterialDelivery,
    &kIndicator,
    &kIndicatorFigure,
    &kWorkReport,
    &kProblem,
    &kRectificationTask,
    &kLedgerFile,
    &kSigningChain,
    &kSignOff,
    &kSubmission,
    &kExemption,
    &kImportBatch,
    &kColumnAlias,
};

}  // namespace

Catalog catalog() { return kRegisters; }

}  // namespace tz
