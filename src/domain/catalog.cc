#include "domain/catalog.h"

#include "domain/department/department.h"
#include "domain/division/division.h"
#include "domain/employment/employment.h"
#include "domain/household/household.h"
#include "domain/income/household_year.h"
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
#include "domain/relocation/relocation.h"
#include "domain/village/village_year.h"

namespace tz {

Catalog catalog() {
    static constexpr const Entity* kAll[] = {
        &kDepartment,
        &kDivision,
        &kHousehold,
        &kPerson,
        &kHouseholdYear,
        &kVillageYear,
        &kEmployment,
        &kMonitoring,
        &kMeasure,
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
        &kProblem,
        &kExemption,
        &kImportBatch,
        &kColumnAlias,
    };
    return kAll;
}

}  // namespace tz
