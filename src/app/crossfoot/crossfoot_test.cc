// The published figures of three regions: every relation comes out as tests/figures/checks.tsv
// says. And an office's own table, well and badly kept.
#include "app/crossfoot/crossfoot.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "app/crossfoot/figure_file.h"
#include "domain/catalog.h"
#include "policy/compile.h"
#include "sheet/reader.h"
#include "sheet/writer.h"

namespace tz::crossfoot {
namespace {

namespace fs = std::filesystem;
using policy::Outcome;
using policy::OutcomeKind;

constexpr std::array<std::string_view, 5> kPacks = {"hunan/jianghua_2019", "anhui/luan_2019",
                                                    "jilin/liaoyuan_2020", "hunan/hengyang_2020",
                                                    "fujian/three_years_2018"};

std::string read_all(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

policy::PackSource pack_of(std::string_view name) {
    policy::PackSource source{std::string(name), {}};
    for (const auto& file : fs::directory_iterator(fs::path(TZ_DATA_DIR) / "packs" / name)) {
        const std::string file_name = file.path().filename().string();
        // The reports stand apart, so that no other file of a pack is needed to test them.
        if (file_name == "figures.tz" || file_name == "pack.toml")
            source.files.push_back({file_name, read_all(file.path())});
    }
    return source;
}

const policy::CompiledPacks& published() {
    static const policy::Compiled compiled = [] {
        std::vector<policy::PackSource> sources{pack_of("national/base")};
        for (const std::string_view name : kPacks) sources.push_back(pack_of(name));
        return policy::compile(sources, catalog());
    }();
    for (const policy::Diagnostic& d : compiled.diagnostics)
        ADD_FAILURE() << render(d, {}, Language::kEnglish);
    return compiled.packs;
}

policy::FigureTable published_figures() {
    policy::FigureTable table;
    for (const std::string_view name : kPacks) {
        const fs::path path = fs::path(TZ_DATA_DIR) / "packs" / name / "figures.tsv";
        const auto status = read_figures(read_all(path), path.string(), table);
        EXPECT_TRUE(status) << status.error().text.en;
    }
    return table;
}

struct Expected {
    std::string computed{}, published{}, outcome{}, interval{};
};

std::map<std::string, Expected> expected_outcomes() {
    std::map<std::string, Expected> out;
    const std::string text = read_all(fs::path(TZ_DATA_DIR) / "tests/figures/checks.tsv");
    for (const std::string_view line : split(text, '\n')) {
        const auto cells = split(line, '\t');
        if (cells.size() < 5 || !cells[0].starts_with("K-")) continue;
        out[std::string(cells[0])] = {std::string(cells[1]), std::string(cells[2]),
                                      std::string(cells[3]), std::string(cells[4])};
    }
    return out;
}

// "1.00, 2" and "1、2" are the same values.
std::string canonical(std::string_view text, int decimals = 6) {
    std::string out;
    for (const std::string_view part : split_list(text)) {
        const auto number = parse_printed(part);
        out += (number ? number->value.text(decimals) : std::string(part)) + " ";
    }
    return out;
}

std::string interval_of(const Outcome& outcome) {
    const bool needs = !outcome.needed_low.empty();
    return (needs ? outcome.needed_low : outcome.low) + "," +
           (needs ? outcome.needed_high : outcome.high);
}

void expect_interval(const Outcome& outcome, const std::string& interval) {
    if (interval.empty()) return;
    const std::string wanted = replace_all(interval, " ", ",");
    const std::size_t point = wanted.find('.');
    const int decimals =
        point == std::string::npos ? 0 : static_cast<int>(wanted.find(',') - point) - 1;
    EXPECT_EQ(canonical(interval_of(outcome), decimals), canonical(wanted)) << outcome.item->name;
}

void expect_outcome(const Outcome& outcome, const Expected& expected) {
    const std::string& id = outcome.item->name;
    EXPECT_EQ(policy::outcome_word(outcome.kind), expected.outcome) << id << outcome.reason.en;
    EXPECT_EQ(canonical(join(outcome.computed, ",")), canonical(expected.computed)) << id;
    if (!expected.published.empty()) {
        EXPECT_EQ(canonical(outcome.published), canonical(expected.published)) << id;
    }
    expect_interval(outcome, expected.interval);
}

TEST(Crossfoot, EveryPublishedRelationComesOutAsItShould) {
    const policy::FigureTable table = published_figures();
    const Crossfoot result = crossfoot(published(), table, false);
    const auto expected = expected_outcomes();
    EXPECT_EQ(expected.size(), 153u);
    std::map<std::string, int> seen;
    for (const policy::ReportResult& report : result.reports)
        for (const Outcome& outcome : report.outcomes) {
            if (outcome.item->kind == policy::ItemKind::kValue) continue;
            ++seen[outcome.item->name];
            const auto found = expected.find(outcome.item->name);
            ASSERT_NE(found, expected.end()) << outcome.item->name;
            expect_outcome(outcome, found->second);
        }
    for (const auto& [id, wanted] : expected) EXPECT_EQ(seen[id], 1) << id;
}

TEST(Crossfoot, AllPublishedFiguresAreThere) {
    const policy::FigureTable table = published_figures();
    std::map<std::string, int> by_document;
    for (const policy::Figure& figure : table.figures()) {
        ++by_document[figure.id.substr(0, 2)];
        EXPECT_TRUE(figure.number || !figure.list.empty() || figure.id == "F3-146") << figure.id;
    }
    EXPECT_EQ(by_document["F2"], 48);
    EXPECT_EQ(by_document["F3"], 151);
    EXPECT_EQ(by_document["F4"], 77);
}

const Outcome& outcome_of(const Crossfoot& result, std::string_view id) {
    for (const policy::ReportResult& report : result.reports)
        for (const Outcome& outcome : report.outcomes)
            if (outcome.item->name == id) return outcome;
    static const Outcome none;
    ADD_FAILURE() << "no item " << id;
    return none;
}

policy::Compiled office_pack(std::string_view report) {
    const std::string toml =
        "name = \"office\"\ntitle = \"某县\"\ndivision = \"4304\"\nfrom = \"2020-01-01\"\n";
    return policy::compile(
        std::vector<policy::PackSource>{
            {"office", {{"pack.toml", toml}, {"r.tz", std::string(report)}}}},
        catalog());
}

constexpr std::string_view kOfficeReport = R"(report month "月报"
  figure all = "全部户数"
  figure done = "已办户数"
  figure rate = "办结率"
  figure money = "拨付资金"
  check done_rate "办结率" that done / all = rate by rounding
  check sums "不同单位" that money + done = all
  text "{all}中已办{done}，办结率{done_rate:1}，{done_rate:outcome}，资金{money}。"
)";

std::string office_table(std::string_view rate) {
    sheet::Writer writer;
    sheet::SheetSpec spec;
    spec.name = "月报";
    spec.title = "某县办理情况";
    for (const char* title : {"序", "指标名称", "指标值", "计量单位"})
        spec.columns.push_back({.title = title});
    EXPECT_TRUE(writer.add_sheet(spec));
    const auto row = [&](std::string_view name, std::string_view value, std::string_view unit) {
        const std::array<std::string_view, 4> cells = {"1", name, value, unit};
        EXPECT_TRUE(writer.append_text(cells));
    };
    row("全部户数", "1,234", "户");
    row("已办户数", "1056户", "");
    row("办结率", rate, "");
    row("拨付资金", "近3.5", "亿元");
    return writer.finish().value();
}

TEST(Crossfoot, AnOfficesOwnTableIsJudgedByItsPack) {
    const policy::Compiled compiled = office_pack(kOfficeReport);
    ASSERT_TRUE(compiled.ok()) << render(compiled.diagnostics[0], {}, Language::kEnglish);
    policy::FigureTable table;
    ASSERT_TRUE(read_figures(office_table("85.6%"), "月报.xlsx", table));
    const Crossfoot result = crossfoot(compiled.packs, table, false);
    const Outcome& rate = outcome_of(result, "done_rate");
    EXPECT_EQ(rate.kind, OutcomeKind::kReconciles);
    EXPECT_EQ(rate.working, "1056户 ÷ 1,234户 应 = 85.6%（按公布的位数四舍五入）");
    EXPECT_EQ(rate.computed[0], "85.575365");
    const Outcome& sums = outcome_of(result, "sums");
    EXPECT_EQ(sums.kind, OutcomeKind::kUnknown);
    EXPECT_EQ(sums.reason.zh, "单位不同：亿元 与 户");
    ASSERT_EQ(result.reports[0].texts.size(), 1u);
    EXPECT_EQ(result.reports[0].texts[0],
              "1,234户中已办1056户，办结率85.6%，相符，资金近3.5亿元。");
    EXPECT_TRUE(result.needs_attention());
}

TEST(Crossfoot, WorkingsAndTextsAreInTheLanguageAsked) {
    const policy::Compiled compiled = office_pack(kOfficeReport);
    policy::FigureTable table;
    ASSERT_TRUE(read_figures(office_table("85.6%"), "月报.xlsx", table));
    const Crossfoot result = crossfoot(compiled.packs, table, false, Language::kEnglish);
    EXPECT_EQ(outcome_of(result, "done_rate").working,
              "1056户 ÷ 1,234户, claimed = 85.6% (rounded as printed)");
    EXPECT_NE(result.reports[0].texts[0].find("reconciles"), std::string::npos)
        << result.reports[0].texts[0];
}

TEST(Crossfoot, AMissingFigureIsNamed) {
    const policy::Compiled compiled = office_pack(kOfficeReport);
    policy::FigureTable table;
    ASSERT_TRUE(read_figures("指标,数值,单位\n全部户数,10,户\n已办户数,待定,户\n", "a.csv", table));
    const Crossfoot result = crossfoot(compiled.packs, table, false);
    const Outcome& rate = outcome_of(result, "done_rate");
    EXPECT_EQ(rate.kind, OutcomeKind::kUnknown);
    EXPECT_EQ(rate.missing, std::vector<std::string>{"办结率"});
    EXPECT_EQ(rate.reason.zh, "数字表里没有：办结率");
    const Outcome& sums = outcome_of(result, "sums");
    EXPECT_EQ(sums.missing, std::vector<std::string>{"拨付资金"});
    EXPECT_NE(to_text(result, compiled.packs, Language::kChinese).find("〔缺拨付资金〕"),
              std::string::npos);
}

TEST(Crossfoot, TroubleWithATableIsSaidInTheUsersWords) {
    policy::FigureTable table;
    const auto no_table = read_figures("姓名,电话\n张三,1\n", "名单.csv", table);
    ASSERT_FALSE(no_table);
    EXPECT_EQ(no_table.error().text.zh,
              "“名单.csv”里没有找到数字表：应有列名“指标”和“数值”，最好还有“单位”和“编号”");
    const auto twice = read_figures("编号,指标,数值,单位\nA,户,1,户\nA,户,2,户\n", "表.csv", table);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().text.zh,
              "编号“A”出现两次，数值不同：表.csv第2行 是 1户，表.csv第3行 是 2户");
}

TEST(Crossfoot, JsonAndWorkbookHoldTheWorking) {
    const policy::Compiled compiled = office_pack(kOfficeReport);
    policy::FigureTable table;
    ASSERT_TRUE(read_figures(office_table("85.5%"), "月报.xlsx", table));
    const Crossfoot result = crossfoot(compiled.packs, table, false);
    const auto json = boost::json::parse(to_json(result, compiled.packs));
    const auto& item = json.at("reports").at(0).at("items").at(0);
    EXPECT_EQ(item.at("outcome").as_string(), "does not reconcile");
    EXPECT_EQ(item.at("difference").as_string(), "0.075365");
    EXPECT_EQ(item.at("operands").as_array().size(), 3u);
    EXPECT_EQ(json.at("counts").at("does not reconcile").as_int64(), 1);
    const auto bytes = to_workbook(result);
    ASSERT_TRUE(bytes);
    const auto reader = sheet::open(*bytes, "out.xlsx");
    ASSERT_TRUE(reader);
    std::string all;
    EXPECT_TRUE((*reader)->read(0, [&](const sheet::RowView& row) {
        for (const std::string_view cell : row.cells) all += std::string(cell) + "|";
        return true;
    }));
    EXPECT_NE(all.find("1056户 ÷ 1,234户 应 = 85.5%"), std::string::npos) << all;
}

}  // namespace
}  // namespace tz::crossfoot
