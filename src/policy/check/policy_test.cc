// Runs the data files of tests/policy: each holds the text of packs and what must come of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "policy/compile.h"
#include "policy/explain/cases.h"
#include "policy/explain/declarations.h"
#include "policy/explain/explain.h"
#include "policy/explain/world.h"
#include "policy/report/sentence.h"
#include "policy/syntax/parser.h"
#include "policy/syntax/print.h"
#include "policy/test_catalog.h"

namespace tz::policy {
namespace {

namespace fs = std::filesystem;

// A test file: sections that begin with "=== NAME [ARGUMENT]". Before the first: the description.
struct Section {
    std::string name{};
    std::string argument{};
    std::string text{};
};

std::string read_all(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<Section> sections_of(const std::string& text) {
    std::vector<Section> out;
    for (std::string_view line : split(text, '\n')) {
        if (line.starts_with("=== ")) {
            const std::string_view rest = line.substr(4);
            const std::size_t space = std::min(rest.find(' '), rest.size());
            out.push_back(
                {std::string(rest.substr(0, space)), std::string(trim(rest.substr(space))), {}});
        } else if (!out.empty()) {
            out.back().text += std::string(line) + "\n";
        }
    }
    for (Section& section : out) section.text = std::string(trim(section.text));
    return out;
}

constexpr std::string_view kPackToml =
    "name = \"{}\"\ntitle = \"测试\"\ndivision = \"43\"\nfrom = "
    "\"2020-01-01\"\n[documents.doc]\ntitle = \"文件\"\n";
constexpr std::string_view kDepartments[] = {"water_bureau", "township", "education_bureau"};
constexpr std::string_view kRoles[] = {"helper", "village_team", "township", "county"};
constexpr WorkStep kSteps[] = {{"household.remove", "kind", "monitored", "moved_on"},
                               {"household.confirm", "kind", "general", ""},
                               {"person.check", "", "", ""}};
constexpr std::string_view kCategories[] = {"water", "income", "data", "housing", "allowance"};

// Packs named by `=== pack NAME`; a file belongs to the pack named last.
std::vector<PackSource> packs_of(const std::vector<Section>& sections) {
    std::vector<PackSource> packs;
    for (const Section& section : sections) {
        if (section.name == "pack") packs.push_back({section.argument, {}});
        if (section.name != "file") continue;
        if (packs.empty()) packs.push_back({"test", {}});
        packs.back().files.push_back({section.argument, section.text + "\n"});
    }
    for (PackSource& pack : packs) {
        const auto is_toml = [](const auto& file) { return file.first == "pack.toml"; };
        if (std::ranges::none_of(pack.files, is_toml)) {
            pack.files.push_back({"pack.toml", fmt::format(fmt::runtime(kPackToml), pack.name)});
        }
    }
    return packs;
}

std::string source_of(const std::vector<PackSource>& packs, const std::string& name) {
    for (const PackSource& pack : packs)
        for (const auto& [file, text] : pack.files)
            if (pack.name + "/" + file == name) return text;
    return {};
}

std::string diagnostics_text(const Compiled& compiled, const std::vector<PackSource>& packs,
                             Language language) {
    std::string out;
    for (const Diagnostic& d : compiled.diagnostics)
        out += render(d, source_of(packs, d.file), language);
    return std::string(trim(out));
}

std::string results_text(const CompiledPacks& packs) {
    std::string out;
    for (const CaseResult& result : run_cases(packs)) {
        if (result.passed()) continue;
        out += fmt::format("{}:{} {}: expected {}, got {}", result.file, result.at.line,
                           result.subject, result.expected, result.actual);
        for (const std::string& name : result.missing) out += " " + name;
        out += "\n";
    }
    return std::string(trim(out));
}

std::string missing_text(const CompiledPacks& packs) {
    std::string out;
    for (const CaseResult& result : run_cases(packs)) {
        if (result.missing.empty()) continue;
        out += fmt::format("{}:{}", result.subject, result.at.line);
        for (const std::string& name : result.missing) out += " " + name;
        out += "\n";
    }
    return std::string(trim(out));
}

std::string weak_text(const CompiledPacks& packs) {
    std::string out;
    for (const WeakCase& weak : weak_cases(packs)) out += weak.rule + " " + weak.change.zh + "\n";
    return std::string(trim(out));
}

std::string boundaries_text(const CompiledPacks& packs) {
    std::string out;
    for (const BoundaryCase& test : boundary_cases(packs)) {
        out += fmt::format("{} {} = {}: {}\n", test.rule, test.field, test.value,
                           verdict_word(test.verdict));
    }
    return std::string(trim(out));
}

const Rule* find_rule(const CompiledPacks& packs, std::string_view name) {
    for (const Rule& rule : packs.rules)
        if (rule.name == name) return &rule;
    return nullptr;
}

// The explanation of the case that stands at a line.
std::string explained(const CompiledPacks& packs, int line) {
    for (const Case& test : packs.cases) {
        if (test.at.line != line) continue;
        const Rule* rule = find_rule(packs, test.subject);
        const CaseWorld built = build_world(packs, test, *rule->entity);
        return std::string(
            trim(show(explain(*rule, packs, built.world, 0, built.dates, Language::kChinese),
                      Language::kChinese)));
    }
    return "no case at that line";
}

std::string printed(const std::vector<PackSource>& packs) {
    std::vector<Diagnostic> ignored;
    std::string out;
    for (const auto& [name, text] : packs[0].files)
        if (name.ends_with(".tz")) out += print(parse(text, Report(name, ignored)));
    return std::string(trim(out));
}

// A form, chain and the like as `policy show` reads it.
std::string declared_text(const CompiledPacks& packs, std::string_view name, Language language) {
    for (const Form& form : packs.forms)
        if (form.name == name) return sentence(form, packs, language);
    for (const Chain& chain : packs.chains)
        if (chain.name == name) return sentence(chain, packs, language);
    for (const Assessment& assessment : packs.assessments)
        if (assessment.name == name) return sentence(assessment, packs, language);
    for (const ListComparison& comparison : packs.comparisons)
        if (comparison.name == name) return sentence(comparison, packs, language);
    return {};
}

// What a chain keeps of its pack, so that its conditions can be asked without it.
std::string condition_text(const CompiledPacks& packs, std::string_view name) {
    for (const Chain& chain : packs.chains)
        if (chain.name == name) return std::string(trim(chain.condition));
    return "no chain of that name";
}

// What a section of the file asks about.
std::string actual(const Section& section, const std::vector<PackSource>& packs,
                   const Compiled& compiled) {
    if (section.name == "chinese") return diagnostics_text(compiled, packs, Language::kChinese);
    if (section.name == "english") return diagnostics_text(compiled, packs, Language::kEnglish);
    if (section.name == "results") return results_text(compiled.packs);
    if (section.name == "missing") return missing_text(compiled.packs);
    if (section.name == "boundaries") return boundaries_text(compiled.packs);
    if (section.name == "weak") return weak_text(compiled.packs);
    if (section.name == "printed") return printed(packs);
    if (section.name == "condition") return condition_text(compiled.packs, section.argument);
    if (section.name == "explained")
        return explained(compiled.packs, static_cast<int>(to_int(section.argument).value_or(0)));
    const Rule* rule = find_rule(compiled.packs, section.argument);
    const bool chinese = section.name == "sentence";
    const Language language = chinese ? Language::kChinese : Language::kEnglish;
    for (const FigureReport& report : compiled.packs.reports)
        if (report.name == section.argument) return report_sentence(report, language);
    if (rule) return sentence(*rule, compiled.packs, language);
    for (const Grant& grant : compiled.packs.grants)
        if (grant.name == section.argument) return sentence(grant, compiled.packs, language);
    const std::string whole = declared_text(compiled.packs, section.argument, language);
    return whole.empty() ? "no rule of that name" : whole;
}

bool gives(const Section& section) { return section.name == "pack" || section.name == "file"; }

std::vector<fs::path> test_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(TZ_DATA_DIR) / "tests" / "policy"))
        if (entry.path().extension() == ".case") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

class PolicyFile : public ::testing::TestWithParam<fs::path> {};

TEST_P(PolicyFile, GivesWhatItSays) {
    const std::vector<Section> sections = sections_of(read_all(GetParam()));
    const std::vector<PackSource> packs = packs_of(sections);
    ASSERT_FALSE(packs.empty());
    const Compiled compiled =
        compile(packs, test_catalog(), {kDepartments, kCategories, kRoles, kSteps});
    const auto says = [&](std::string_view name) {
        return std::ranges::any_of(sections, [&](const Section& s) { return s.name == name; });
    };
    if (!says("chinese") && !says("english")) {
        const std::string found = diagnostics_text(compiled, packs, Language::kEnglish);
        EXPECT_TRUE(found.empty()) << found;
    }
    if (!says("results") && compiled.ok()) {
        const std::string found = results_text(compiled.packs);
        EXPECT_TRUE(found.empty()) << found;
    }
    for (const Section& section : sections) {
        if (gives(section)) continue;
        const std::string got = actual(section, packs, compiled);
        EXPECT_TRUE(got == section.text)
            << "wanted:\n"
            << section.text << "\n<<<" << section.name << " " << section.argument << "\n"
            << got << "\n>>>";
    }
}

std::string test_name(const ::testing::TestParamInfo<fs::path>& info) {
    std::string name = info.param.stem().string();
    std::ranges::replace_if(
        name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Files, PolicyFile, ::testing::ValuesIn(test_files()), test_name);

}  // namespace
}  // namespace tz::policy
