// The made-up county, through import, check and comparison: what is found must be what was
// planted, no more and no fewer, and a county in order has nothing to find. So with grants: the
// gaps are those that were planted.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "app/cross_check/comparison.h"
#include "app/import/import.h"
#include "app/ledger/problem_commands.h"
#include "app/policy_run/check.h"
#include "app/policy_run/grants.h"
#include "app/workflow.h"
#include "demo/county.h"
#include "demo/fix_sheet.h"
#include "domain/catalog.h"
#include "policy/compile.h"
#include "port/quiet_progress.h"
#include "store/memory/memory_store.h"
#include "store/system/system.h"

namespace tz {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

class Folder : public demo::FileSink {
  public:
    Status write(std::string_view file, std::string_view piece) override {
        files[std::string(file)] += piece;
        return ok();
    }
    std::map<std::string, std::string> files;
};

constexpr Division kHengdong{430'424'000'000}, kXiapu{350'921'000'000};
const std::vector<const char*> kOwnPacks = {"national/base", "national/quality_2023",
                                            "hunan/hengyang_2020"};
const std::vector<const char*> kFujianPacks = {"national/base", "fujian/three_years_2018"};

// A county that is not on any map, under a code that is.
std::vector<demo::DivisionName> made_up_names(Division county = kHengdong) {
    const std::int64_t code = county.code;
    const bool is_hunan = code == kHengdong.code;
    std::vector<demo::DivisionName> names = {
        {{code / 10'000'000'000 * 10'000'000'000}, is_hunan ? "湖南省" : "福建省"},
        {{code / 100'000'000 * 100'000'000}, is_hunan ? "衡阳市" : "宁德市"},
        {{code}, is_hunan ? "衡东县" : "霞浦县"},
        {{code + 2'000'000}, is_hunan ? "祁东县" : "屏南县"}};
    constexpr std::string_view kTowns[] = {"松源镇", "石塘镇", "白羊乡",
                                           "长江镇", "新桥镇", "大岭乡"};
    constexpr std::string_view kVillages[] = {"杉木村", "水口村", "黄泥村", "双江村",
                                              "青山村", "石坝村", "桐梓村", "花桥村"};
    std::int64_t town_code = code + 100'000;
    for (const std::string_view town : kTowns) {
        names.push_back({{town_code}, std::string(town)});
        for (std::size_t i = 0; i < std::size(kVillages); ++i)
            names.push_back(
                {{town_code + 200 + static_cast<std::int64_t>(i)}, std::string(kVillages[i])});
        town_code += 1'000;
    }
    return names;
}

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

policy::CompiledPacks load_packs(const std::vector<const char*>& names) {
    std::vector<policy::PackSource> sources;
    for (const char* name : names) {
        policy::PackSource source{name, {}};
        for (const auto& file : fs::directory_iterator(fs::path(TZ_DATA_DIR) / "packs" / name))
            source.files.push_back({file.path().filename().string(), read_file(file.path())});
        std::ranges::sort(source.files);
        sources.push_back(std::move(source));
    }
    policy::Compiled compiled = policy::compile(sources, catalog());
    EXPECT_TRUE(compiled.ok());
    return std::move(compiled.packs);
}

// What is said of a grant. Money in yuan.
struct GrantSums {
    std::int64_t entitled = 0, undue = 0, due = 0, received = 0, gap = 0;
    bool operator==(const GrantSums&) const = default;
};
std::ostream& operator<<(std::ostream& out, const GrantSums& sums) {
    return out << sums.entitled << " entitled, " << sums.undue << " undue, due " << sums.due
               << ", received " << sums.received << ", gap " << sums.gap;
}
struct GrantAnswer {
    std::map<std::string, std::int64_t> gaps;  // by record
    std::set<std::string> undue;
    GrantSums sums;
};
using GrantAnswers = std::map<std::string, GrantAnswer>;

class County {
  public:
    County(std::size_t households, std::uint64_t seed, bool has_defects,
           Division county = kHengdong) {
        options_.names = made_up_names(county);
        options_.division = county;
        options_.households = households;
        options_.seed = seed;
        options_.has_defects = has_defects;
        const auto made = demo::make_county(options_, folder_);
        EXPECT_TRUE(made) << (made ? "" : made.error().text.en);
        manifest_ = json::parse(folder_.files.at("manifest.json")).as_object();
        commands_ = std::make_unique<Commands>(catalog());
        add_workflow_commands(*commands_);
        EXPECT_TRUE(store_->migrate(catalog()));
        registrar_ = std::make_unique<Registrar>(*store_, *clock_, *random_, *commands_);
        import("divisions.csv");
        for (const char* wanted :
             {"监测对象信息", "户信息", "务工", "行政村", "名单", "核查表", "项目库"})
            for (const auto& [file, bytes] : folder_.files)
                if (file.find(wanted) != std::string::npos) import(file);
    }

    // By rule, the records that fail; fills `decided_`.
    std::map<std::string, std::set<std::string>> found(
        const std::vector<const char*>& packs = kOwnPacks) {
        const auto run = run_check(*store_, load_packs(packs), check_options(), quiet_);
        EXPECT_TRUE(run) << (run ? "" : run.error().text.en);
        std::map<std::string, std::set<std::string>> found;
        if (!run) return found;
        const auto& rules = (*run)->packs().rules;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            found[std::string(rules[i].name)];
            const policy::RuleResult& result = (*run)->result().rules[i];
            if (result.count(policy::Verdict::kHolds) + result.count(policy::Verdict::kFails) > 0)
                decided_.insert(std::string(rules[i].name));
        }
        (*run)->for_each(policy::Verdict::kFails, [&](const Finding& finding) {
            found[std::string((*run)->packs().rules[finding.rule].name)].insert(
                to_string(finding.record));
        });
        return found;
    }

    // By grant; those that nobody is entitled to and nobody received are left out.
    GrantAnswers granted(const std::vector<const char*>& packs) {
        const auto run = run_grants(*store_, load_packs(packs), check_options(), quiet_);
        EXPECT_TRUE(run) << (run ? "" : run.error().text.en);
        GrantAnswers out;
        if (!run) return out;
        std::map<std::string, GrantTotal> totals;
        for (const GrantLine& line : (*run)->lines()) {
            if (line.is_unknown) continue;
            const std::string& name = (*run)->packs().grants[line.grant].name;
            totals[name].add(line);
            if (line.gap > 0) out[name].gaps[to_string(line.record)] = line.gap / 100;
            if (line.is_undue()) out[name].undue.insert(to_string(line.record));
        }
        for (const auto& [name, total] : totals)
            out[name].sums = {total.entitled, total.undue, total.amount / 100, total.received / 100,
                              total.gap / 100};
        return out;
    }

    GrantAnswers planted_grants() const {
        GrantAnswers out;
        const auto id_of = [](const json::value& record) {
            return std::string(record.at("record").as_string());
        };
        const auto whole = [](const json::value& number) {
            return number.to_number<std::int64_t>();
        };
        for (const auto& [name, grant] : manifest_.at("grants").as_object()) {
            GrantAnswer& answer = out[std::string(name)];
            for (const json::value& record : grant.at("gaps").as_array())
                answer.gaps[id_of(record)] = whole(record.at("gap"));
            for (const json::value& record : grant.at("undue").as_array())
                answer.undue.insert(id_of(record));
            answer.sums = {whole(grant.at("entitled")), std::ssize(answer.undue),
                           whole(grant.at("due")), whole(grant.at("received")),
                           whole(grant.at("gap"))};
        }
        return out;
    }

    std::map<std::string, std::set<std::string>> planted() const {
        std::map<std::string, std::set<std::string>> planted;
        for (const json::value& run : manifest_.at("runs").as_array())
            for (const auto& [rule, records] : run.at("rules").as_object())
                for (const json::value& record : records.as_array())
                    planted[std::string(rule)].insert(std::string(record.at("record").as_string()));
        return planted;
    }

    // "outcome number name" of each outcome of a list; those only counted are left out.
    std::multiset<std::string> compared(const std::string& file) {
        cross_check::CompareOptions compare;
        compare.today = options_.as_of;
        const auto made =
            cross_check::run_comparison(*store_, file, folder_.files.at(file), compare, quiet_);
        EXPECT_TRUE(made) << file << (made ? "" : made.error().text.en);
        std::multiset<std::string> out;
        if (!made) return out;
        for (const cross_check::OutcomeRow& row : (*made)->outcomes) {
            const std::string kind(cross_check::info(row.kind).name);
            if (counted(file, kind) > 0) continue;
            const auto& list = (*made)->list;
            out.insert(kind + " " + list.id_number(row.entry) + " " +
                       std::string(list.name(list.entries[row.entry])));
        }
        for (std::size_t i = 0; i < cross_check::kOutcomeKinds; ++i) {
            const auto kind = static_cast<cross_check::OutcomeKind>(i);
            const std::string name(cross_check::info(kind).name);
            const std::int64_t expected = counted(file, name);
            EXPECT_TRUE(expected == 0 || (*made)->count(kind) == expected)
                << file << ": " << (*made)->count(kind) << " " << name;
        }
        return out;
    }

    std::multiset<std::string> expected_of(const std::string& file) const {
        std::multiset<std::string> out;
        for (const json::value& row : manifest_.at("compare").as_array())
            if (row.at("list").as_string() == file)
                out.insert(std::string(row.at("outcome").as_string()) + " " +
                           std::string(row.at("number").as_string()) + " " +
                           std::string(row.at("name").as_string()));
        return out;
    }

    const std::map<std::string, std::string>& files() const { return folder_.files; }
    const std::set<std::string>& decided() const { return decided_; }

  private:
    std::int64_t counted(const std::string& file, const std::string& outcome) const {
        const auto* list = manifest_.at("compare_counts").as_object().if_contains(file);
        const auto* count = list ? list->as_object().if_contains(outcome) : nullptr;
        return count ? count->to_number<std::int64_t>() : 0;
    }

    CheckOptions check_options() const {
        CheckOptions check;
        check.as_of = options_.as_of;
        check.when.held_on = options_.as_of;
        return check;
    }

    void import(const std::string& file) {
        if (!imported_.insert(file).second) return;
        ImportOptions import;
        import.apply = true;
        import.default_division = options_.division;
        const Session session{"office", Role::kCounty,
                              Scope::of(at_level(options_.division, DivisionLevel::kProvince))};
        const auto report = import_file(*registrar_, *store_, session, file, folder_.files.at(file),
                                        import, &quiet_);
        ASSERT_TRUE(report) << file << ": " << report.error().text.en;
        EXPECT_EQ(report->refusals, 0) << file;
        EXPECT_EQ(report->questions, 0) << file;
    }

    demo::DemoOptions options_;
    Folder folder_;
    json::object manifest_;
    std::set<std::string> imported_;
    std::set<std::string> decided_;  // rules with a verdict on any record
    QuietProgress quiet_;
    std::unique_ptr<Store> store_ = make_memory_store();
    std::unique_ptr<Clock> clock_ = make_system_clock();
    std::unique_ptr<Random> random_ = make_system_random();
    std::unique_ptr<Commands> commands_;
    std::unique_ptr<Registrar> registrar_;
};

// A county big enough for one mistake of each kind; made and imported once.
County& planted_county() {
    static County county(700, 11, true);
    return county;
}

TEST(Demo, WhatIsFoundIsWhatWasPlanted) {
    const auto found = planted_county().found();
    auto planted = planted_county().planted();
    for (const auto& [rule, records] : planted) EXPECT_TRUE(found.contains(rule)) << rule;
    for (const auto& [rule, records] : found) EXPECT_EQ(records, planted[rule]) << rule;
}

// Rules that decide nothing can not fail: no document states their parameters for this place, or
// the county's files do not fill their register.
TEST(Demo, EveryRuleThatCanFailIsPlanted) {
    const auto planted = planted_county().planted();
    const auto found = planted_county().found();
    const auto& decided = planted_county().decided();
    EXPECT_FALSE(decided.contains("income_over_line"));
    for (const auto& [rule, records] : found)
        EXPECT_EQ(planted.contains(rule), decided.contains(rule)) << rule;
}

TEST(Demo, ComparisonsComeToWhatWasPlanted) {
    for (const auto& [file, bytes] : planted_county().files()) {
        const bool has_people = file.find("名单") != file.npos && file.find("供水") == file.npos &&
                                file.find("水质") == file.npos && file.find("补助") == file.npos;
        if (!has_people) continue;
        EXPECT_EQ(planted_county().compared(file), planted_county().expected_of(file)) << file;
    }
}

TEST(Demo, ACountyInOrderHasNothingToFind) {
    County county(400, 3, false);
    EXPECT_TRUE(county.planted().empty());
    for (const auto& [rule, records] : county.found()) EXPECT_TRUE(records.empty()) << rule;
}

void expect_grants_as_planted(County& county, const std::vector<const char*>& packs) {
    const GrantAnswers found = county.granted(packs), planted = county.planted_grants();
    const auto failing = county.found(packs);
    for (const auto& [name, answer] : planted) {
        ASSERT_TRUE(found.contains(name)) << name;
        EXPECT_EQ(found.at(name).gaps, answer.gaps) << name;
        EXPECT_EQ(found.at(name).undue, answer.undue) << name;
        EXPECT_EQ(found.at(name).sums, answer.sums) << name;
        std::set<std::string> records;
        for (const auto& [record, gap] : answer.gaps) records.insert(record);
        EXPECT_EQ(failing.at(name + "_paid"), records) << name;
    }
    for (const auto& [name, answer] : found) EXPECT_TRUE(planted.contains(name)) << name;
}

TEST(DemoGrants, GapsOfHengyangAreThosePlanted) {
    County& county = planted_county();
    expect_grants_as_planted(county, kOwnPacks);
    EXPECT_GE(county.planted_grants().at("allowance_entitlement").gaps.size(), 1u);
}

TEST(DemoGrants, GapsOfFujianAreThosePlanted) {
    County county(700, 5, true, kXiapu);
    expect_grants_as_planted(county, kFujianPacks);
    const GrantAnswers planted = county.planted_grants();
    EXPECT_EQ(planted.size(), 8u);
    std::size_t undue = 0;
    for (const auto& [name, answer] : planted) {
        EXPECT_GE(answer.gaps.size(), 1u) << name;
        undue += answer.undue.size();
    }
    EXPECT_GE(undue, 1u);
}

TEST(DemoGrants, ACountyInOrderHasNoGaps) {
    County county(300, 3, false, kXiapu);
    expect_grants_as_planted(county, kFujianPacks);
    for (const auto& [name, answer] : county.planted_grants())
        EXPECT_TRUE(answer.gaps.empty()) << name;
}

TEST(Demo, WhatNoHouseholdOfADayCanBreakIsLeftOut) {
    Folder early, late;
    demo::DemoOptions options;
    options.names = made_up_names();
    options.division = kHengdong;
    options.households = 700;
    const auto usual = demo::make_county(options, late);
    ASSERT_TRUE(usual);
    EXPECT_TRUE(usual->not_planted.empty());
    options.as_of = *make_date(2019, 12, 31);
    const auto made = demo::make_county(options, early);
    ASSERT_TRUE(made);
    EXPECT_NE(std::ranges::find(made->not_planted, "q_5_11_032"), made->not_planted.end());
    const json::value manifest = json::parse(early.files.at("manifest.json"));
    EXPECT_EQ(manifest.at("not_planted").as_array().size(), made->not_planted.size());
    for (const std::string& rule : made->not_planted)
        for (const json::value& run : manifest.at("runs").as_array())
            EXPECT_FALSE(run.at("rules").as_object().contains(rule)) << rule;
}

TEST(Demo, TheSameSeedMakesTheSameCounty) {
    Folder first, second, other;
    demo::DemoOptions options;
    options.names = made_up_names();
    options.division = {430'424'000'000};
    options.households = 600;
    ASSERT_TRUE(demo::make_county(options, first));
    ASSERT_TRUE(demo::make_county(options, second));
    options.seed = 2;
    ASSERT_TRUE(demo::make_county(options, other));
    EXPECT_EQ(first.files, second.files);
    EXPECT_NE(first.files.at("manifest.json"), other.files.at("manifest.json"));
}

}  // namespace
}  // namespace tz
