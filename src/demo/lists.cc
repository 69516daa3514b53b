#include "demo/lists.h"

#include <algorithm>

#include "base/text.h"
#include "demo/fits.h"
#include "demo/schedule.h"

namespace tz::demo {
namespace {

consteval std::size_t at(std::string_view header) { return kMonitorForm.at(header); }
constexpr std::size_t kId = at("证件号码");

// In whom an oddity can show.
struct Sign {
    Oddity oddity = Oddity::kNone;
    bool (*fits)(const Household&, const Person&) = nullptr;
};
bool is_anybody(const Household&, const Person&) { return true; }
bool was_born_before_2000(const Household&, const Person& p) { return civil(p.birth).year < 2000; }
bool is_insured(const Household&, const Person& p) {
    return p.cells[at("是否参加城乡居民基本医疗保险")] == "是";
}
bool is_pupil(const Household&, const Person& p) { return p.school == "小学"; }
bool is_disabled(const Household&, const Person& p) { return p.is_disabled(); }
bool is_unsupported(const Household& h, const Person&) {
    return !h.receives_allowance && !h.receives_extreme_support;
}
bool is_old(const Household&, const Person& p) { return p.age >= 70; }
bool is_of_age(const Household&, const Person& p) { return fits::is_of_working_age(p); }
bool may_own(const Household& h, const Person& p) { return h.is_lifted_out && is_of_age(h, p); }

constexpr Sign kSigns[] = {{Oddity::kMedicalName, is_anybody},
                           {Oddity::kMedicalLookAlike, is_anybody},
                           {Oddity::kMedicalFifteen, was_born_before_2000},
                           {Oddity::kMedicalTwice, is_anybody},
                           {Oddity::kMedicalSuspended, is_insured},
                           {Oddity::kMedicalTwin, is_anybody},
                           {Oddity::kSchoolBirth, is_pupil},
                           {Oddity::kSchoolGrade, is_pupil},
                           {Oddity::kDisabilityGrade, is_disabled},
                           {Oddity::kAllowance, is_unsupported},
                           {Oddity::kDead, is_old},
                           {Oddity::kMovedOut, is_of_age},
                           {Oddity::kVehicle, may_own},
                           {Oddity::kCompany, may_own},
                           {Oddity::kRealEstate, may_own}};

}  // namespace

Lists::Lists(const DemoOptions& options, Identities& identities, Manifest& manifest)
    : seed_(options.seed),
      as_of_(options.as_of),
      times_(times_each(options)),
      identities_(identities),
      manifest_(manifest),
      has_defects_(options.has_defects),
      met_(grants().size()) {
    for (std::size_t time = 0; time < times_; ++time)
        for (auto oddity = static_cast<int>(Oddity::kRealEstate); oddity > 0; --oddity)
            waiting_.push_back(static_cast<Oddity>(oddity));
    spacing_ = std::max<std::size_t>(1, options.households / (4 * waiting_.size() + 4));
}

Result<std::unique_ptr<Lists>> Lists::open(const DemoOptions& options, Identities& identities,
                                           Manifest& manifest, FileSink& sink) {
    std::unique_ptr<Lists> lists(new Lists(options, identities, manifest));
    for (const ListForm& form : kListForms) {
        TableSpec spec;
        spec.file = form.file;
        spec.title = form.title;
        for (const std::string_view header : split(form.headers, '|'))
            spec.headers.emplace_back(header);
        const bool is_large = options.households > options.xlsx_max;
        spec.kind = form.kind == Kind::kXlsx && is_large ? Kind::kCsv : form.kind;
        ASSIGN_OR_RETURN(Table table, Table::open(std::move(spec), sink));
        lists->tables_.push_back(std::move(table));
    }
    return lists;
}

void Lists::expect(List list, std::string_view outcome, const Entry& entry, const Household* home,
                   const Person* person) {
    manifest_.compare({tables_[list].file_name(), std::string(outcome), entry.name, entry.number,
                       home ? home->number : std::string(),
                       person ? person->cells[kId] : std::string()});
}

// Birth, sex and name are those of the register; the region of the number decides how sure it is.
bool Lists::expect_identity(List list, const Made& made, std::size_t member, bool shows_sex) {
    const Person& person = made.shown.members[member];
    const Entry entry{person.id, person.name, {}};
    const std::string& number = person.cells[kId];
    const bool is_found = number.starts_with(person.id);
    const bool is_sure = number.size() >= 18 && number.substr(0, 6) == person.id.substr(0, 6);
    if (!is_found) expect(list, is_sure ? "id_differs" : "maybe_same", entry, &made.shown, &person);
    const bool is_matched = is_found || is_sure;
    if (made.earlier && member == made.person) {
        if (is_matched) expect(list, "registered_twice", entry, &made.shown, &person);
        if (list == kMedical)
            manifest_.compare({tables_[list].file_name(), "registered_twice", made.earlier->name,
                               made.earlier->id_number, made.earlier->household_number,
                               made.earlier->id_number});
    }
    const bool is_flipped = person.cells[at("性别")] != (person.is_male ? "男" : "女");
    if (is_matched && shows_sex && is_flipped)
        expect(list, "sex_differs", entry, &made.shown, &person);
    return is_matched;
}

// The list says what should be in a cell.
void Lists::expect_value(List list, const Made& made, std::size_t member, std::size_t column) {
    const Person& person = made.shown.members[member];
    const std::string& shown = person.cells[column];
    if (shown == made.truth(member).cells[column]) return;
    expect(list, shown.empty() ? "field_missing" : "field_differs", {person.id, person.name, {}},
           &made.shown, &person);
}

// The person of a household in whom an oddity can show; null when there is none.
const Person* Lists::find_odd(Oddity oddity, const Household& home) const {
    const auto sign = std::ranges::find(kSigns, oddity, &Sign::oddity);
    const auto person = std::ranges::find_if(
        home.members, [&](const Person& member) { return sign->fits(home, member); });
    return person == home.members.end() ? nullptr : &*person;
}

void Lists::choose_oddity(const Made& made) {
    oddity_ = Oddity::kNone;
    odd_person_ = nullptr;
    if (made.clean || waiting_.empty() || made.shown.index % spacing_ != 0) return;
    odd_person_ = find_odd(waiting_.back(), made.shown);
    if (!odd_person_) return;
    oddity_ = waiting_.back();
    waiting_.pop_back();
}

Status Lists::add(const Made& made) {
    choose_oddity(made);
    const Household& home = made.shown;
    for (std::size_t i = 0; i < home.members.size(); ++i) {
        RETURN_IF_ERROR(add_medical(made, i));
        RETURN_IF_ERROR(add_certificate(made, i));
        RETURN_IF_ERROR(add_roll(made, i));
        RETURN_IF_ERROR(add_contract(made, i));
        RETURN_IF_ERROR(add_payments(home, i));
        RETURN_IF_ERROR(add_event(home, home.members[i]));
        RETURN_IF_ERROR(add_property(home, home.members[i]));
    }
    RETURN_IF_ERROR(add_allowance(made));
    RETURN_IF_ERROR(add_appraisal(made));
    return add_relocation(made);
}

Status Lists::add_village(const Village& village, std::size_t number) {
    RETURN_IF_ERROR(add_water(village, number));
    if (number < times_) RETURN_IF_ERROR(add_strangers(village));
    return add_project(village, number);
}

Status Lists::finish(std::vector<std::string>& files) {
    RETURN_IF_ERROR(tables_[kAllowanceList].append({"制表人：王主任　审核人：李局长"}));
    for (Table& table : tables_) {
        RETURN_IF_ERROR(table.finish());
        files.push_back(table.file_name());
    }
    return ok();
}

}  // namespace tz::demo
