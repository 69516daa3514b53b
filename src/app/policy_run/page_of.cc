#include "app/policy_run/page_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "app/ledger/places.h"
#include "app/ledger/subject.h"
#include "domain/department/department.h"
#include "domain/household/household.h"
#include "domain/person/person.h"
#include "schema/convert.h"

namespace tz {
namespace {

using document::Page;

std::string department_label(std::string_view name) {
    const Choice* choice = kDepartments.by_name(name);
    return choice ? std::string(choice->label) : std::string(name);
}

// Label and collector of a missing field or parameter, by its name in a finding's detail.
document::PageMissing missing_of(const policy::Missing& missing,
                                 const policy::CompiledPacks& packs) {
    if (missing.entity == nullptr) {
        const auto it =
            std::ranges::find(packs.parameters, missing.parameter, &policy::Parameter::name);
        return {it == packs.parameters.end() ? missing.parameter : "参数:" + it->title,
                "县级主管部门", 0};
    }
    const Field& field = missing.entity->fields[missing.field];
    const std::string collector =
        field.owner.empty() ? "村(工作队)" : department_label(field.owner);
    return {std::string(field.label), collector, 0};
}

class PageMaker {
  public:
    PageMaker(Store& store, const CheckRun& run, const PageOptions& options, Places places,
              Transaction& reader)
        : store_(store),
          run_(run),
          options_(options),
          places_(std::move(places)),
          finder_(reader, run.packs().catalog, Scope::of(run.options().division)) {}

    Result<Page> make() {
        page_.as_of = to_string(run_.options().as_of);
        page_.about = about();
        RETURN_IF_ERROR(count_households());
        RETURN_IF_ERROR(count_persons());
        add_rules();
        for (const NewItems& items : options_.why_new)
            page_.news.push_back({items.count, items.why.zh, page_.rules[items.rule].name});
        RETURN_IF_ERROR(add_findings(policy::Verdict::kFails));
        RETURN_IF_ERROR(add_findings(policy::Verdict::kUnknown));
        finish();
        return std::move(page_);
    }

  private:
    std::string about() const {
        std::string out = "数据截至 " + to_string(run_.options().as_of);
        for (std::size_t i = 0; i < run_.packs().packs.size(); ++i)
            out += fmt::format(";{}(规定按 {})", run_.packs().packs[i].title,
                               to_string(run_.dates_of(static_cast<int>(i)).law_date));
        return out;
    }

    Status count_households() {
        ASSIGN_OR_RETURN(auto reader, store_.begin(Access::kRead));
        constexpr std::size_t kPlace = at(kHousehold, "division");
        return reader->scan(kHousehold, {kPlace}, run_.options().when,
                            Scope::of(run_.options().division), [&](const Record& record) {
                                const std::size_t village =
                                    village_index({as_int(record.values[kPlace])});
                                ++page_.villages[village].households;
                                ++page_.townships[page_.villages[village].township].households;
                                ++page_.households;
                                return ok();
                            });
    }

    Status count_persons() {
        ASSIGN_OR_RETURN(auto reader, store_.begin(Access::kRead));
        Query all;
        all.when = run_.options().when;
        ASSIGN_OR_RETURN(page_.persons,
                         reader->count(kPerson, all, Scope::of(run_.options().division)));
        return ok();
    }

    std::size_t county_index(Division division) {
        const Division county = at_level(division, DivisionLevel::kCounty);
        const auto [it, is_new] = counties_.try_emplace(county.code, page_.counties.size());
        if (is_new) page_.counties.push_back({places_.name(county)});
        return it->second;
    }

    std::size_t township_index(Division division) {
        const Division township = at_level(division, DivisionLevel::kTownship);
        const auto [it, is_new] = townships_.try_emplace(township.code, page_.townships.size());
        if (is_new) {
            const std::size_t county = county_index(division);
            page_.townships.push_back({places_.name(township), county, 0, 0});
        }
        return it->second;
    }

    std::size_t village_index(Division division) {
        const auto [it, is_new] = villages_.try_emplace(division.code, page_.villages.size());
        if (is_new) {
            const std::size_t township = township_index(division);
            page_.villages.push_back({places_.name(division), township, 0, 0});
        }
        return it->second;
    }

    std::size_t owner_index(const std::string& name) {
        const auto [it, is_new] = owners_.try_emplace(name, page_.owners.size());
        if (is_new) page_.owners.push_back({department_label(name), 0});
        return it->second;
    }

    void add_rules() {
        for (std::size_t i = 0; i < run_.packs().rules.size(); ++i) {
            const policy::Rule& rule = run_.packs().rules[i];
            const policy::RuleResult& result = run_.result().rules[i];
            page_.rules.push_back(
                {rule.source.clause, rule.title, rule.problem.empty() ? rule.title : rule.problem,
                 result.count(policy::Verdict::kFails), result.count(policy::Verdict::kUnknown)});
        }
    }

    Status add_findings(policy::Verdict verdict) {
        Status status = ok();
        run_.for_each(verdict, [&](const Finding& finding) {
            if (status) status = add_finding(finding);
        });
        return status;
    }

    Status add_finding(const Finding& finding) {
        const policy::Rule& rule = run_.packs().rules[finding.rule];
        const bool is_unknown = finding.verdict == policy::Verdict::kUnknown;
        const std::size_t village = village_index(finding.division);
        const std::size_t owner = owner_index(rule.owner);
        const auto due = policy::deadline(run_.packs(), rule, run_.options().as_of);
        if (is_unknown) {
            ++page_.unknown;
        } else {
            ++page_.open;
            ++page_.villages[village].open;
            ++page_.townships[page_.villages[village].township].open;
            ++page_.owners[owner].open;
            page_.overdue += due && *due < run_.options().as_of ? 1 : 0;
            note_household(finding, rule);
        }
        return add_row(finding, rule, village, owner, due);
    }

    void note_household(const Finding& finding, const policy::Rule& rule) {
        std::uint32_t row = finding.row;
        if (rule.entity != &kHousehold) {
            const std::size_t reference = rule.entity->index("household");
            if (reference == rule.entity->fields.size()) return;
            row = run_.image().parent(*rule.entity, finding.row, reference);
        }
        if (row != policy::kNoRow) open_households_.insert(row);
    }

    Status add_row(const Finding& finding, const policy::Rule& rule, std::size_t village,
                   std::size_t owner, std::optional<Date> due) {
        const bool is_unknown = finding.verdict == policy::Verdict::kUnknown;
        std::vector<std::size_t> missing;
        const FindingDetail detail = run_.detail(finding);
        for (const policy::Missing& what : detail.missing_parts)
            missing.push_back(missing_index(what));
        std::ranges::sort(missing);
        missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
        for (const std::size_t i : missing) ++page_.missing[i].count;
        if (page_.rows.size() >= options_.rows_max) {
            ++page_.rows_left_out;
            return ok();
        }
        ASSIGN_OR_RETURN(const Subject subject, finder_.find(*rule.entity, finding.record));
        document::PageRow row{is_unknown, finding.rule, village,
                              owner,      subject.name, subject.household_number,
                              {},         {},           std::move(missing)};
        if (row.who.empty()) row.who = subject.head_name;
        if (!is_unknown && due) row.due = to_string(*due);
        for (const FindingDetail::Seen& seen : detail.values)
            row.values +=
                fmt::format("{}{}={}", row.values.empty() ? "" : ";", seen.label, shown(seen));
        page_.rows.push_back(std::move(row));
        return ok();
    }

    // The page is passed on: what is personal stays in the ledger.
    static std::string_view shown(const FindingDetail::Seen& seen) {
        if (seen.value.empty()) return "(空)";
        return seen.is_personal ? std::string_view("(见台账)") : std::string_view(seen.value);
    }

    std::size_t missing_index(const policy::Missing& missing) {
        const document::PageMissing named = missing_of(missing, run_.packs());
        const auto [it, is_new] = missing_.try_emplace(named.name, page_.missing.size());
        if (is_new) page_.missing.push_back(named);
        return it->second;
    }

    std::string area_name() const {
        Division area = run_.options().division;
        if (area == Division{} && !villages_.empty())
            area = common_area({villages_.begin()->first}, {villages_.rbegin()->first});
        return area == Division{} ? std::string() : places_.name(area);
    }

    void finish() {
        page_.title = options_.title.empty() ? area_name() + "核查结果" : options_.title;
        page_.households_open = static_cast<std::int64_t>(open_households_.size());
        std::string packs;
        for (const policy::PackInfo& pack : run_.packs().packs)
            packs += fmt::format("{}{}({},{})", packs.empty() ? "" : ";", pack.title, pack.name,
                                 pack.digest.substr(0, 12));
        page_.foot = "政策包:" + packs + "。页面自带全部数据,可离线打开和打印;不含证件号码和电话。";
        sort_places();
    }

    // Townships in order of code within their county, as people know them.
    void sort_places() {
        std::vector<std::size_t> place(page_.townships.size());
        std::vector<document::PageTownship> sorted;
        for (const auto& [code, index] : townships_) {
            place[index] = sorted.size();
            sorted.push_back(page_.townships[index]);
        }
        page_.townships = std::move(sorted);
        for (document::PageVillage& village : page_.villages)
            village.township = place[village.township];
    }

    Store& store_;
    const CheckRun& run_;
    const PageOptions& options_;
    Places places_;
    SubjectFinder finder_;
    Page page_;
    std::map<std::int64_t, std::size_t> counties_;
    std::map<std::int64_t, std::size_t> townships_;
    std::map<std::int64_t, std::size_t> villages_;
    std::map<std::string, std::size_t> owners_;
    std::map<std::string, std::size_t> missing_;
    std::unordered_set<std::uint32_t> open_households_;
};

}  // namespace

Result<Page> page_of(Store& store, const CheckRun& run, const PageOptions& options) {
    ASSIGN_OR_RETURN(Places places, Places::load(store, Scope::of(run.options().division)));
    ASSIGN_OR_RETURN(auto reader, store.begin(Access::kRead));
    return PageMaker(store, run, options, std::move(places), *reader).make();
}

}  // namespace tz
