#include "app/cross_check/profile.h"

#include <algorithm>

#include "domain/household/household.h"
#include "domain/layout/layout.h"
#include "domain/lists/allowance_receipt.h"
#include "domain/lists/disability_certificate.h"
#include "domain/lists/life_event.h"
#include "domain/lists/medical_enrolment.h"
#include "domain/lists/property_holding.h"
#include "domain/lists/school_roll.h"
#include "domain/person/person_codes.h"

namespace tz::cross_check {
namespace {

consteval Code code(const CodeList& list, std::string_view name) {
    for (const Choice& choice : list.choices)
        if (choice.name == name) return choice.code;
    throw "no choice of that name";
}

bool is_positive(Code value) { return value > 0; }

// A row of few states: unknown counts as being on the list.
bool is_one_of(Code value, std::initializer_list<Code> codes) {
    return value == kUnknown || std::ranges::find(codes, value) != codes.end();
}

namespace medical {
constexpr ReadField kReads[] = {{"state"}, {"scheme"}, {"year"}, {"serious_illness_insurance"}};
constexpr Code kResident = code(kMedicalSchemes, "resident");
constexpr Code kEmployee = code(kMedicalSchemes, "employee");
constexpr Code kActive = code(kEnrolmentStates, "active");

bool is_on(Codes row) { return is_one_of(row[0], {kActive}); }
Expected enrolment(Codes row, Code scheme) {
    if (row[0] == kUnknown || row[1] != scheme) return nothing();
    return equal_to(row[0] == kActive ? 1 : 0);
}
Expected resident(Codes row) { return enrolment(row, kResident); }
Expected employee(Codes row) { return enrolment(row, kEmployee); }
constexpr FieldCheck kChecks[] = {
    {"person.resident_medical", 0, resident, is_positive},
    {"person.employee_medical", 0, employee, nullptr},
    {"person.serious_illness_insurance", 3, nullptr, nullptr},
};
constexpr std::size_t kSame[] = {2};
}  // namespace medical

namespace allowance {
constexpr ReadField kReads[] = {{"kind"}, {"ended_on"}};
Expected allowance(Codes row, Code rural, Code urban, std::string_view) {
    constexpr Code kNone = code(kAllowancesReceived, "none");
    constexpr Code kReceived = code(kAllowancesReceived, "received");
    if (row[0] != rural && row[0] != urban) return nothing();
    if (row[1] != kUnknown) return equal_to(kNone);
    return any_of(kReceived, row[0] == rural ? code(kAllowancesReceived, "rural")
                                             : code(kAllowancesReceived, "urban"));
}
Expected low_income(Codes row) {
    return allowance(row, code(kAllowanceKinds, "rural_allowance"),
                     code(kAllowanceKinds, "urban_allowance"), {});
}
// The codes of the two supports are the same ones: none, urban, rural, received.
static_assert(code(kAllowancesReceived, "urban") == code(kExtremeSupports, "urban") &&
              code(kAllowancesReceived, "rural") == code(kExtremeSupports, "rural") &&
              code(kAllowancesReceived, "received") == code(kExtremeSupports, "received"));
Expected extreme(Codes row) {
    return allowance(row, code(kAllowanceKinds, "rural_extreme_poverty"),
                     code(kAllowanceKinds, "urban_extreme_poverty"), {});
}
bool is_on(Codes row) { return row[1] == kUnknown; }
constexpr FieldCheck kChecks[] = {
    {"person.low_income_allowance", 0, low_income, is_positive},
    {"person.extreme_poverty_support", 0, extreme, nullptr},
};
constexpr std::size_t kSame[] = {0};
}  // namespace allowance

namespace disability {
constexpr ReadField kReads[] = {{"kind"}, {"grade"}, {"state"}};
bool is_on(Codes row) { return is_one_of(row[2], {code(kCertificateStates, "valid")}); }
Expected kind(Codes row) { return is_on(row) ? equal_to(row[0]) : nothing(); }
Expected grade(Codes row) { return is_on(row) ? equal_to(row[1]) : nothing(); }
constexpr FieldCheck kChecks[] = {
    {"person.disability_category", 0, kind, is_positive},
    {"person.disability_grade", 1, grade, is_positive},
};
}  // namespace disability

namespace school {
constexpr ReadField kReads[] = {{"grade"}, {"state"}};
constexpr Code kInSchool = code(kRollStates, "in_school");
bool is_on(Codes row) {
    return is_one_of(
        row[1], {kInSchool, code(kRollStates, "home_teaching"), code(kRollStates, "suspended")});
}
Expected grade(Codes row) {
    if (row[1] == code(kRollStates, "left")) return equal_to(code(kSchoolStatuses, "not_student"));
    return is_on(row) ? equal_to(row[0]) : nothing();
}
bool is_pupil(Code value) { return value >= code(kSchoolStatuses, "primary"); }
constexpr FieldCheck kChecks[] = {{"person.school_status", 0, grade, is_pupil}};
}  // namespace school

namespace dwelling {
constexpr ReadField kReads[] = {{"grade"}};
constexpr FieldCheck kChecks[] = {{"household.dwelling_grade", 0, nullptr, nullptr}};
}  // namespace dwelling

namespace pension {
constexpr ReadField kReads[] = {{"state", ReadHow::kEnded}};
bool is_on(Codes row) { return row[0] != 1; }
Expected enrolled(Codes row) { return equal_to(is_on(row) ? 1 : 0); }
constexpr FieldCheck kChecks[] = {{"person.resident_pension", 0, enrolled, is_positive}};
}  // namespace pension

namespace chronic {
constexpr ReadField kReads[] = {{"disease"}, {"year"}};
Expected ill(Codes row) {
    if (row[0] == kUnknown) return nothing();
    return {Expected::How::kContains, code(kHealths, "chronic_illness")};
}
bool is_ill(Code value) { return (value >> code(kHealths, "chronic_illness") & 1) != 0; }
constexpr FieldCheck kChecks[] = {{"person.health", 0, ill, is_ill}};
constexpr std::size_t kSame[] = {0, 1};
}  // namespace chronic

namespace life {
constexpr ReadField kReads[] = {{"kind"}};
bool is_gone(Codes row) {
    return row[0] == code(kLifeEventKinds, "death") ||
           row[0] == code(kLifeEventKinds, "moved_out") ||
           row[0] == code(kLifeEventKinds, "registration_cancelled");
}
constexpr std::size_t kSame[] = {0};
}  // namespace life

namespace property {
constexpr ReadField kReads[] = {
    {"kind"}, {"item_number", ReadHow::kHash}, {"state", ReadHow::kEnded}};
bool is_on(Codes row) { return row[2] != 1; }
Expected no_claim(Codes) { return nothing(); }
constexpr FieldCheck kChecks[] = {{"household.kind", 0, no_claim, nullptr}};
constexpr std::size_t kSame[] = {0, 1};
}  // namespace property

constexpr ListProfile kProfiles[] = {
    {"medical_enrolment", "medical_insurance_bureau", medical::kReads, medical::kChecks,
     medical::kSame, Complete::kEverybody, medical::is_on, nullptr, nullptr},
    {"allowance_receipt", "civil_affairs_bureau", allowance::kReads, allowance::kChecks,
     allowance::kSame, Complete::kClaimed, allowance::is_on, nullptr, nullptr},
    {"disability_certificate",
     "disabled_federation",
     disability::kReads,
     disability::kChecks,
     {},
     Complete::kClaimed,
     disability::is_on,
     nullptr,
     nullptr},
    {"school_roll",
     "education_bureau",
     school::kReads,
     school::kChecks,
     {},
     Complete::kClaimed,
     school::is_on,
     nullptr,
     nullptr},
    {"dwelling_appraisal",
     "housing_bureau",
     dwelling::kReads,
     dwelling::kChecks,
     {},
     Complete::kNobody,
     nullptr,
     nullptr,
     nullptr},
    {"pension_enrolment",
     "human_resources_bureau",
     pension::kReads,
     pension::kChecks,
     {},
     Complete::kClaimed,
     pension::is_on,
     nullptr,
     nullptr},
    {"chronic_contract", "health_bureau", chronic::kReads, chronic::kChecks, chronic::kSame,
     Complete::kClaimed, nullptr, nullptr, nullptr},
    {"life_event",
     "public_security_bureau",
     life::kReads,
     {},
     life::kSame,
     Complete::kNobody,
     nullptr,
     life::is_gone,
     nullptr},
    {"property_holding", "township", property::kReads, property::kChecks, property::kSame,
     Complete::kNobody, property::is_on, nullptr, property::is_on},
};

bool is_comparable(const Field& field) {
    return field.type == Type::kBool || field.type == Type::kChoice ||
           field.type == Type::kChoices || field.type == Type::kDate ||
           field.type == Type::kMonth || field.type == Type::kNumber;
}

void compare_same_names(Comparing& out, std::span<const std::size_t> placed) {
    constexpr std::string_view kNot[] = {"sex", "birth_date", "source_month", "stated_age"};
    for (const std::size_t position : placed) {
        const Field& field = out.list->fields[position];
        const Field* other = out.against->find(field.name);
        const bool is_same = other && other->type == field.type && other->codes == field.codes &&
                             other->decimals == field.decimals;
        if (!is_same || !is_comparable(field) || std::ranges::count(kNot, field.name) > 0) continue;
        out.reads.push_back({field.name});
        out.read_fields.push_back(position);
        out.checks.push_back(
            {out.against, out.against->index(field.name), out.reads.size() - 1, nullptr, nullptr});
    }
}

void use_profile(Comparing& out, const ListProfile& profile) {
    out.keeper = profile.keeper;
    out.reads.assign(profile.reads.begin(), profile.reads.end());
    for (const ReadField& read : out.reads) out.read_fields.push_back(out.list->index(read.name));
    for (const FieldCheck& check : profile.checks) {
        const Target target = find_target(check.target);
        if (check.target == "household.kind") out.household_kind = out.checks.size();
        out.checks.push_back(
            {target.entity, target.field, check.shown, check.expect, check.claims});
    }
    out.same_entry.assign(profile.same_entry.begin(), profile.same_entry.end());
    out.complete = profile.complete;
    out.is_on = profile.is_on;
    out.is_gone = profile.is_gone;
    out.is_property = profile.is_property;
}

// Name, birth date and sex are held against each other without being asked for.
bool is_identity(const Entity& entity, std::size_t field) {
    const IdentityFields identity = identity_of(entity);
    return field == identity.name || field == identity.birth || field == identity.sex ||
           field == identity.id_number;
}

// The list's own profile goes on saying who is on it and who is gone.
void use_declared(Comparing& out, const policy::ListComparison& said) {
    out.checks.clear();
    out.household_kind.reset();
    out.is_property = nullptr;
    for (const policy::ComparedPair& pair : said.pairs) {
        if (is_identity(*said.entity, pair.field)) continue;
        out.reads.push_back({said.list->fields[pair.source].name});
        out.read_fields.push_back(pair.source);
        out.checks.push_back({said.entity, pair.field, out.reads.size() - 1, nullptr, nullptr,
                              pair.tolerance, pair.owner});
    }
}

std::size_t first_of(const Entity& entity, std::initializer_list<std::string_view> names,
                     std::string_view ending) {
    for (const std::string_view name : names)
        if (entity.find(name)) return entity.index(name);
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (!ending.empty() && entity.fields[i].name.ends_with(ending)) return i;
    return entity.fields.size();
}

}  // namespace

const ListProfile* find_profile(std::string_view entity) {
    for (const ListProfile& profile : kProfiles)
        if (profile.entity == entity) return &profile;
    return nullptr;
}

Comparing comparing(const Entity& list, const Entity& against, std::span<const std::size_t> placed,
                    const Declared* declared) {
    Comparing out;
    out.list = &list;
    out.against = &against;
    out.keeper = "township";
    const ListProfile* profile = against.name == "person" ? find_profile(list.name) : nullptr;
    if (profile) use_profile(out, *profile);
    out.declared = declared ? declared->find(list, against) : nullptr;
    if (out.declared) {
        use_declared(out, *out.declared);
    } else if (!profile) {
        compare_same_names(out, placed);
    }
    return out;
}

IdentityFields identity_of(const Entity& entity) {
    return {first_of(entity, {"id_number"}, "id_number"),
            first_of(entity, {"name", "head_name"}, "_name"),
            first_of(entity, {"birth_date"}, {}),
            first_of(entity, {"sex"}, {}),
            first_of(entity, {"household_number", "number"}, {}),
            first_of(entity, {"member_status"}, {})};
}

}  // namespace tz::cross_check
