// The made-up county, through import, check and comparison: what is found must be what was
// planted, no more and no fewer, and a county in order has nothing to find.
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
#include "app/workflow.h"
#include "demo/county.h"
#include "demo/fix_sheet.h"
#include "domain/catalog.h"
#include "policy/compile.h"
#include "store/memory/memory_store.h"
#include "store/system/system.h"

namespace tz {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

class Quiet : public Progress {
  public:
    void step(std::string_view, std::int64_t, std::int64_t) override {}
};

class Folder : public demo::FileSink {
  public:
    Status write(std::string_view file, std::string_view piece) override {
        files[std::string(file)] += piece;
        return ok();
    }
    std::map<std::string, std::string> files;
};

// A county that is not on any map, under a code that is.
std::vector<demo::DivisionName> made_up_names() {
    std::vector<demo::DivisionName> names = {{{430'000'000'000}, "湖南省"},
                                             {{430'400'000'000}, "衡阳市"},
                                             {{430'424'000'000}, "衡东县"},
                                             {{430'426'000'000}, "祁东县"}};
    constexpr std::string_view kTowns[] = {"松源镇", "石塘镇", "白羊乡",
                                           "长江镇", "新桥镇", "大岭乡"};
    constexpr std::string_view kVillages[] = {"杉木村", "水口村", "黄泥村", "双江村",
                                              "青山村", "石坝村", "桐梓村", "花桥村"};
    std::int64_t town_code = 430'424'100'000;
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

policy::CompiledPacks load_packs() {
    std::vector<policy::PackSource> sources;
    for (const char* name : {"national/base", "national/quality_2023", "hunan/hengyang_2020"}) {
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

class County {
  public:
    County(std::size_t households, std::uint64_t seed, bool has_defects) {
        options_.names = made_up_names();
        options_.division = {430'424'000'000};
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
    std::map<std::string, std::set<std::string>> found() {
        CheckOptions check;
        check.as_of = options_.as_of;
        check.when.held_on = options_.as_of;
        const auto run = run_check(*store_, load_packs(), check, quiet_);
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

    void import(const std::string& file) {
        if (!imported_.insert(file).second) return;
        ImportOptions import;
        import.apply = true;
        import.default_division = options_.division;
        const Session session{"office", Role::kCounty, Scope::of({430'000'000'000})};
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
    Quiet quiet_;
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
                                file.find("水质") == file.npos;
        if (!has_people) continue;
        EXPECT_EQ(planted_county().compared(file), planted_county().expected_of(file)) << file;
    }
}

TEST(Demo, ACountyInOrderHasNothingToFind) {
    County county(400, 3, false);
    EXPECT_TRUE(county.planted().empty());
    for (const auto& [rule, records] : county.found()) EXPECT_TRUE(records.empty()) << rule;
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
