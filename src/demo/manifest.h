// What is wrong in the files, and how it should read: the expectations a test or a reader holds the
// product to. Grows with what is planted, not with the county. One thread at a time.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "demo/defect.h"
#include "demo/draft.h"
#include "demo/grants.h"

namespace tz::demo {

// A record that a rule finds at fault.
struct Expected {
    std::string register_name{};
    std::string key{};  // its natural key
    std::string household_number{};
    std::string id_number{};
    bool operator<(const Expected& other) const {
        return std::tie(register_name, key) < std::tie(other.register_name, other.key);
    }
    bool operator==(const Expected& other) const {
        return register_name == other.register_name && key == other.key;
    }
};

// A cell as it should read.
struct Correction {
    Id record{};
    std::string register_name{};
    std::string household_number{};
    std::string id_number{};
    std::string field{};  // its label
    std::string planted{};
    std::string clean{};
};

// A row of a department's list, or a person missing from it, and what a comparison must say.
struct Compared {
    std::string list{};
    std::string outcome{};
    std::string name{};              // as the list has it
    std::string number{};            // as the list has it
    std::string household_number{};  // in the register; empty: not there
    std::string id_number{};
};

struct Story {
    std::string family{};
    std::string village{};
    std::string household_number{};
    std::string rule{};
    std::string text{};
};

// Somebody entitled to a grant, or paid without being entitled.
struct Granted {
    Expected record{};
    std::int64_t yuan = 0;      // due
    std::int64_t received = 0;  // what of the pay list can be matched
    std::int64_t gap() const { return received < yuan ? yuan - received : 0; }
};

class Manifest {
  public:
    // `looks_back`: the standards of 2020 apply where the county lies; else their rules say
    // nothing.
    explicit Manifest(bool looks_back) : looks_back_(looks_back) {}
    void expect(std::string_view rule, Expected record);
    void compare(Compared compared);
    // An outcome that too many rows of a list have to name them.
    void count(std::string_view list, std::string_view outcome);
    // Only totals are kept of those who got what is due. A gap fails the grant's rule.
    void grant(const Grant& grant, Granted granted);
    // A rule that nothing of this day can break as the demo would plant it.
    void leave_out(std::string_view rule) { left_out_.emplace_back(rule); }
    const std::vector<std::string>& left_out() const { return left_out_; }
    void tell(Story story) { stories_.push_back(std::move(story)); }
    // The cells in which two drafts of one household differ.
    void correct(const Household& clean, const Household& planted, int year);
    void correct_village(const Village& village, int year, std::string_view header,
                         std::string_view planted, std::string_view clean);

    std::size_t expectations() const;
    const std::vector<Correction>& corrections() const { return corrections_; }
    std::string to_json(const struct ManifestHead& head) const;
    std::string corrections_csv() const;

  private:
    void add_difference(std::string_view layout, std::string_view header,
                        const std::string& household, const std::string& id, int year,
                        std::size_t sequence, const std::string& planted, const std::string& clean);

    bool looks_back_;
    std::map<std::string, std::vector<Expected>, std::less<>> rules_;
    std::vector<Correction> corrections_;
    std::vector<Compared> compared_;
    std::map<std::pair<std::string, std::string>, std::size_t> counted_;  // by list and outcome
    struct GrantBook {
        std::string_view pack{};
        std::size_t entitled = 0;
        Granted total{};  // of no record
        std::vector<Granted> gaps{};
        std::vector<Granted> undue{};
    };
    std::map<std::string, GrantBook, std::less<>> grants_;
    std::vector<Story> stories_;
    std::vector<std::string> left_out_;
};

struct ManifestHead {
    std::string place{};
    Division division{};
    std::uint64_t seed = 0;
    Date as_of{};
    std::size_t households = 0;
    std::size_t persons = 0;
};

Expected expected_person(const Household& home, const Person& person);
Expected expected_record(const Household& home, const Person& person, Level level);

}  // namespace tz::demo
