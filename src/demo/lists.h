// What departments know of the county's people: their lists, in their own forms. Written beside the
// workbooks, household by household. One thread at a time.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "demo/county.h"
#include "demo/grants.h"
#include "demo/household.h"
#include "demo/list_forms.h"
#include "demo/manifest.h"
#include "demo/table.h"

namespace tz::demo {

// The mistakes of lists that a comparison must see; each is made a few times in a clean household.
enum class Oddity : unsigned char {
    kNone,
    kMedicalName,       // one character of the name
    kMedicalLookAlike,  // a letter in the number that the check digit proves wrong
    kMedicalFifteen,    // the old number of 15 digits
    kMedicalTwice,      // two rows
    kMedicalSuspended,  // the list says: not insured
    kMedicalTwin,       // a twin of nearly the same name, who is not registered
    kSchoolBirth,       // another day of birth
    kSchoolGrade,       // another grade
    kDisabilityGrade,   // another grade of disability
    kAllowance,         // listed, and registered without
    kDead,
    kMovedOut,
    kVehicle,
    kCompany,
    kRealEstate,
};

class Lists {
  public:
    static Result<std::unique_ptr<Lists>> open(const DemoOptions& options, Identities& identities,
                                               Manifest& manifest, FileSink& sink);
    Status add(const Made& made);
    // Behind the village's households: its waterworks, and people the register has never seen.
    Status add_village(const Village& village, std::size_t number);
    Status finish(std::vector<std::string>& files);

  private:
    // One row of a list about a person.
    struct Entry {
        std::string number{};
        std::string name{};
        std::string birth{};
    };
    // What the school roll has of a person.
    struct RollEntry {
        bool is_listed = false;
        std::string_view grade{};
        bool is_at_school = false;
        bool boards = false;
    };
    // So many were met of a grant, in order of households.
    struct Met {
        std::size_t entitled = 0;
        std::size_t similar = 0;
    };
    Lists(const DemoOptions& options, Identities& identities, Manifest& manifest);
    void choose_oddity(const Made& made);
    bool is_odd(Oddity oddity, const Person& person) const {
        return oddity_ == oddity && odd_person_ == &person;
    }
    const Person* find_odd(Oddity oddity, const Household& home) const;
    Status add_medical(const Made& made, std::size_t member);
    Status add_certificate(const Made& made, std::size_t member);
    Status add_roll(const Made& made, std::size_t member);
    RollEntry roll_entry(const Household& home, std::size_t member) const;
    Status add_payments(const Household& home, std::size_t member);
    Status pay(std::size_t grant, const Claim& claim, bool is_matched);
    Status pay(const Grant& grant, const Claim& claim, std::int64_t yuan, std::size_t parts);
    Status add_contract(const Made& made, std::size_t member);
    Status add_event(const Household& home, const Person& person);
    Status add_property(const Household& home, const Person& person);
    Status add_allowance(const Made& made);
    Status add_appraisal(const Made& made);
    Status add_relocation(const Made& made);
    Status add_water(const Village& village, std::size_t number);
    Status add_strangers(const Village& village);
    Status add_project(const Village& village, std::size_t number);
    void expect(List list, std::string_view outcome, const Entry& entry, const Household* home,
                const Person* person);
    // What a comparison says of a row that names this person rightly. Whether it finds the person.
    bool expect_identity(List list, const Made& made, std::size_t member, bool shows_sex);
    void expect_value(List list, const Made& made, std::size_t member, std::size_t column);
    std::size_t next() { return ++serial_; }

    std::uint64_t seed_;
    Date as_of_;
    std::size_t times_;
    Identities& identities_;
    Manifest& manifest_;
    std::vector<Table> tables_{};
    std::vector<Oddity> waiting_{};  // oddities not yet made
    std::size_t spacing_ = 1;
    Oddity oddity_ = Oddity::kNone;
    const Person* odd_person_ = nullptr;
    std::size_t serial_ = 0;
    bool has_defects_;
    std::vector<Met> met_{};  // by grant
    std::size_t payments_ = 0;
};

}  // namespace tz::demo
