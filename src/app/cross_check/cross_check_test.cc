// The stories of tests/compare/: a register, a list, and every outcome that must come of them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/cross_check/person_name.h"
#include "app/cross_check/problems.h"
#include "app/cross_check/report.h"
#include "app/cross_check/view.h"
#include "app/flow_test.h"
#include "app/ledger/places.h"
#include "app/ledger/problem_fields.h"
#include "base/text.h"
#include "domain/catalog.h"
#include "domain/household/household.h"
#include "domain/person/person.h"
#include "policy/compile.h"
#include "port/quiet_progress.h"
#include "schema/convert.h"
#include "store/memory/memory_store.h"

namespace tz::cross_check {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

// "{43042419700101001}" becomes the number with its check character.
std::string with_checks(std::string text) {
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
        const std::string body = text.substr(at + 1, 17);
        if (text.size() <= at + 18 || text[at + 18] != '}' || !all_digits(body)) continue;
        text.replace(at, 19, body + check_character(body));
    }
    return text;
}

struct Story {
    std::string file = "list.csv";
    CompareOptions options{};
    std::string list{};
    std::string pack{};
    std::vector<std::pair<std::string, std::string>> records{};  // register, "field=value …"
    std::vector<std::string> expected{};
};

void set_option(Story& story, std::string_view word) {
    const std::size_t mark = word.find('=');
    const std::string_view value = mark == word.npos ? "" : word.substr(mark + 1);
    if (word == "complete") story.options.is_complete = true;
    if (word.starts_with("layout=")) story.options.layout = value;
    if (word.starts_with("against=")) story.options.against = value;
    if (word.starts_with("division=")) story.options.division = *parse_division(value);
    if (word.starts_with("file=")) story.file = value;
}

Story read_story(const fs::path& path) {
    Story story;
    story.options.today = *parse_date("2023-12-31");
    story.options.threads = 1;
    std::string section;
    const std::string text = with_checks(text_of(path));
    for (const std::string_view line : split(text, '\n')) {
        if (line.starts_with('[')) {
            const auto words = split(line.substr(1, line.find(']') - 1), ' ');
            section = words[0];
            for (const std::string_view word : words) set_option(story, word);
        } else if (section == "pack") {
            story.pack += std::string(line) + "\n";
        } else if (section == "list") {
            story.list += std::string(line) + "\n";
        } else if (trim(line).empty() || line.starts_with('#')) {
            continue;
        } else if (section == "register") {
            const std::size_t space = line.find(' ');
            story.records.emplace_back(line.substr(0, space), line.substr(space + 1));
        } else if (section == "expect") {
            story.expected.emplace_back(trim(line));
        }
    }
    return story;
}

void put_record(Transaction& transaction, const std::string& name, const std::string& text,
                int number) {
    const Entity& entity = *find_entity(catalog(), name);
    Record record;
    record.values.resize(entity.fields.size());
    record.values[entity.scope_index()] = std::int64_t{430424100201};
    for (const std::string_view word : split(text, ' ')) {
        const std::size_t mark = word.find('=');
        if (mark == word.npos) continue;
        const std::size_t field = entity.index(word.substr(0, mark));
        ASSERT_LT(field, entity.fields.size()) << word;
        auto value = parse_value(entity.fields[field], word.substr(mark + 1));
        ASSERT_TRUE(value) << word << " " << value.error().text.zh;
        record.values[field] = std::move(*value);
    }
    record.id = derive_id(entity.name, fmt::format("story/{}", number));
    const Status status = transaction.put(entity, record, 0);
    ASSERT_TRUE(status) << status.error().text.zh;
}

std::string line_of(const Comparison& comparison, const OutcomeRow& row) {
    const OutcomeView seen = view(comparison, row);
    std::string out = seen.row == 0 ? std::string("-") : fmt::format("{}{}", seen.column, seen.row);
    out += fmt::format(" {} {}", info(row.kind).name,
                       seen.list_name.empty() ? seen.register_name : seen.list_name);
    if (!seen.item.empty() || !seen.list_value.empty() || !seen.register_value.empty())
        out += fmt::format(" | {}: {} -> {}", seen.item, seen.list_value, seen.register_value);
    if (row.person == kNone && row.entry != kNone) out += " | nobody";
    if (row.person != kNone && seen.list_name != seen.register_name && row.entry != kNone)
        out += " | " + seen.register_name;
    if (!band_name(row).empty()) out += fmt::format(" | {} {}", band_name(row), seen.score);
    if (!seen.reasons.empty()) out += " | " + join_reasons(seen.reasons, Language::kEnglish);
    return out + " | " + std::string(seen.owner);
}

// The store of a story, with its records in it.
std::unique_ptr<Store> store_of(const Story& story) {
    auto store = make_memory_store();
    EXPECT_TRUE(store->migrate(catalog()));
    auto transaction = store->begin(Access::kWrite);
    int number = 0;
    for (const auto& [name, text] : story.records) put_record(**transaction, name, text, ++number);
    EXPECT_TRUE((*transaction)->commit());
    return store;
}

// What the pack of a story declares.
std::shared_ptr<const Declared> declared_of(Store& store, const Story& story) {
    if (story.pack.empty()) return nullptr;
    const std::string toml =
        "name = \"test\"\ntitle = \"试验\"\ndivision = \"43\"\nfrom = \"2020-01-01\"\n"
        "[documents.doc]\ntitle = \"试验\"\n";
    const policy::PackSource source{"test", {{"pack.toml", toml}, {"a.tz", story.pack}}};
    auto compiled = policy::compile(std::span(&source, 1), catalog());
    for (const auto& found : compiled.diagnostics) ADD_FAILURE() << found.message.en;
    CheckOptions options;
    options.as_of = story.options.today;
    options.division = story.options.division;
    options.threads = 1;
    QuietProgress progress;
    auto declared = declare(store, std::move(compiled.packs), options, progress);
    EXPECT_TRUE(declared) << declared.error().text.en;
    return declared ? *declared : nullptr;
}

class Stories : public testing::TestWithParam<std::string> {};

TEST_P(Stories, EveryOutcomeIsAsTold) {
    const Story story =
        read_story(fs::path(TZ_DATA_DIR) / "tests/compare" / (GetParam() + ".compare"));
    const auto store = store_of(story);
    QuietProgress progress;
    CompareOptions options = story.options;
    options.declared = declared_of(*store, story);
    const auto comparison = run_comparison(*store, story.file, story.list, options, progress);
    std::vector<std::string> lines;
    if (!comparison) {
        lines.push_back("error " + comparison.error().text.en);
    } else {
        for (const OutcomeRow& row : (*comparison)->outcomes)
            lines.push_back(line_of(**comparison, row));
        lines.push_back(fmt::format("equal {} of {}, skipped {}, unreadable {}",
                                    (*comparison)->count(OutcomeKind::kEqual),
                                    (*comparison)->list.entries.size(), (*comparison)->list.skipped,
                                    (*comparison)->list.unreadable));
    }
    EXPECT_EQ(join(lines, "\n"), join(story.expected, "\n"));
}

std::vector<std::string> stories() {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(fs::path(TZ_DATA_DIR) / "tests/compare"))
        if (file.path().extension() == ".compare") names.push_back(file.path().stem().string());
    std::ranges::sort(names);
    return names;
}

INSTANTIATE_TEST_SUITE_P(Compare, Stories, testing::ValuesIn(stories()),
                         [](const auto& told) { return told.param; });

// Every kind of outcome stands in some story, so none can break unseen.
TEST(Stories, TellOfEveryKind) {
    std::string all;
    for (const std::string& name : stories())
        all += text_of(fs::path(TZ_DATA_DIR) / "tests/compare" / (name + ".compare"));
    for (std::size_t i = 1; i < kOutcomeKinds; ++i) {
        const std::string_view kind = info(static_cast<OutcomeKind>(i)).name;
        EXPECT_NE(all.find(fmt::format(" {} ", kind)), all.npos) << kind;
    }
}

TEST(Outcomes, StandInTheirPlace) {
    for (std::size_t i = 0; i < kOutcomeKinds; ++i)
        EXPECT_EQ(info(static_cast<OutcomeKind>(i)).kind, static_cast<OutcomeKind>(i));
}

std::unique_ptr<Comparison> compared(Store& store, const Story& story) {
    QuietProgress progress;
    auto comparison = run_comparison(store, story.file, story.list, story.options, progress);
    EXPECT_TRUE(comparison) << comparison.error().text.en;
    return std::move(*comparison);
}

Story medical() { return read_story(fs::path(TZ_DATA_DIR) / "tests/compare/medical.compare"); }

TEST(Reports, HoldEveryOutcome) {
    const Story story = medical();
    const auto store = store_of(story);
    const auto comparison = compared(*store, story);
    std::string text;
    write_json(*comparison, [&text](std::string_view part) { text += part; });
    const auto json = boost::json::parse(text);
    EXPECT_EQ(json.at("outcomes").as_array().size(), comparison->outcomes.size());
    EXPECT_EQ(json.at("counts").at("name_differs").as_int64(), 1);
    const auto& first = json.at("outcomes").as_array()[0];
    EXPECT_EQ(first.at("list").at("name").as_string(), "王娟");
    EXPECT_EQ(first.at("register").at("name").as_string(), "王芳");
    EXPECT_EQ(first.at("owner").as_string(), "township");
    const auto bytes = to_workbook(*comparison, *Places::load(*store, Scope::of({})));
    ASSERT_TRUE(bytes);
    const auto reader = sheet::open(*bytes, "result.xlsx");
    ASSERT_TRUE(reader);
    std::size_t rows = 0;
    ASSERT_TRUE((*reader)->read(1, [&rows](const sheet::RowView&) { return ++rows > 0; }));
    EXPECT_EQ(rows, comparison->outcomes.size() + 2);  // title and header
    EXPECT_NE(to_text(*comparison, Language::kChinese).find("姓名不一致"), std::string::npos);
}

// One item a rule and person: opened, updated by the same list, held when the data agree.
TEST(Ledger, FollowsRepeatedComparisons) {
    using namespace problem_field;
    Story story = medical();
    const auto store = store_of(story);
    test::FlowClock clock;
    clock.set(story.options.today);
    test::FlowRandom random;
    Commands commands(catalog());
    add_workflow_commands(commands);
    Registrar registrar(*store, clock, random, commands);
    const Session session{"office", Role::kCounty, Scope::everything("a test")};
    QuietProgress progress;
    const auto write = [&] {
        const auto report =
            write_problems(registrar, *store, session, *compared(*store, story), progress);
        EXPECT_TRUE(report) << report.error().text.en;
        return *report;
    };
    const LedgerReport first = write();
    EXPECT_EQ(first.opened, 10);
    const LedgerReport again = write();
    EXPECT_EQ(again.opened, 0);
    EXPECT_EQ(again.updated, 10);
    story.list = replace_all(story.list, "王娟", "王芳");
    const LedgerReport mended = write();
    EXPECT_EQ(mended.updated, 9);
    EXPECT_EQ(mended.held, 1);
    story = medical();
    EXPECT_EQ(write().reopened, 1);
    auto reading = store->begin(Access::kRead);
    Query query;
    query.filters.push_back(
        {kRule, tz::Compare::kEqual, std::string("compare_medical_enrolment_name_differs")});
    const auto items = (*reading)->find(kProblem, query, session.scope);
    ASSERT_TRUE(items);
    ASSERT_EQ(items->size(), 1u);
    const Row& row = items->front().values;
    EXPECT_EQ(as_text(row[kSubject]), "王芳");
    EXPECT_EQ(as_text(row[kFacts]), "姓名：名单=王娟，登记册=王芳");
    EXPECT_EQ(as_text(row[kFields]), "name");
    EXPECT_EQ(as_int(row[kSourceKind]), kSourceComparison);
    EXPECT_EQ(as_int(row[kReopenedCount]), 1);
    EXPECT_EQ(as_int(row[kState]), kStateOpen);
}

// The same name and birth date under another good number: sure of a rare name, not of a common one.
TEST(Residue, IsNotSureOfCommonNames) {
    const auto counts_with = [](int namesakes) {
        const std::string text =
            with_checks("姓名,证件号码,参保状态\n王芳,{43042419700101004},正常参保\n");
        auto open = open_list(text, "list.csv", kPerson, {});
        EXPECT_TRUE(open && read_list(*open));
        RegisterIndex index(open->list.comparing.checks.size());
        for (int i = 0; i < namesakes; ++i) {
            RegisterEntry entry;
            const std::string number =
                with_checks(fmt::format("{{4304241970{:02}{:02}002}}", i % 12 + 1, i / 12 + 1));
            entry.id_number = number;
            entry.name = "王芳";
            index.add(entry);
        }
        index.finish();
        return (*compare_with(std::move(index), std::move(*open), {}))->counts;
    };
    const auto kind = [](OutcomeKind one) { return static_cast<std::size_t>(one); };
    EXPECT_EQ(counts_with(1)[kind(OutcomeKind::kIdDiffers)], 1);
    EXPECT_EQ(counts_with(300)[kind(OutcomeKind::kMaybeSame)], 1);
}

struct NamePair {
    std::string_view a{};
    std::string_view b{};
    Reason reason = Reason::kOtherName;
};
constexpr NamePair kNamePairs[] = {
    {"王芳", "王芳", Reason::kSameName},
    {"王芳", "王娟", Reason::kOneCharacter},
    {"王芳", "李国强", Reason::kOtherName},
    {"王芳", "李娟", Reason::kOtherName},
    {"王芳", "李芳", Reason::kSurnameDiffers},
    {"欧阳建国", "欧阳健国", Reason::kLookAlikeName},
    {"張偉", "张伟", Reason::kVariantName},
    {"阿依古丽·买买提", "阿依古丽•买买提", Reason::kVariantName},
    {"阿依古丽．买买提", "阿依古丽买买提", Reason::kVariantName},
    {"王 芳", "王芳", Reason::kVariantName},
    {"王?", "王㛃", Reason::kUnreadableName},
    {"王\xEE\xA0\x80", "王㛃", Reason::kUnreadableName},
    {"陈?华", "陈爱国", Reason::kOneCharacter},
    {"?", "王", Reason::kOtherName},
    {"刘建国", "刘国建", Reason::kSwappedName},
    {"刘建国", "刘建", Reason::kOneCharacter},
    {"刘建国", "建国", Reason::kOtherName},
    {"刘国", "刘建国", Reason::kOneCharacter},
    {"刘晴", "刘睛", Reason::kLookAlikeName},
    {"刘建国", "刘建军", Reason::kOneCharacter},
    {"刘建国", "刘爱民", Reason::kOtherName},
    {"", "刘爱民", Reason::kOtherName},
    {"王", "李", Reason::kOtherName},
    {"o'brien", "O'BRIEN", Reason::kVariantName},
};

TEST(Names, AreComparedByCharacters) {
    for (const NamePair& pair : kNamePairs) {
        EXPECT_EQ(compare_names(pair.a, pair.b).reason, pair.reason) << pair.a << " " << pair.b;
        EXPECT_EQ(compare_names(pair.b, pair.a).reason, pair.reason) << pair.b << " " << pair.a;
    }
}

// A name of the review band shares all characters but one: the filter must let it through.
TEST(Names, ThatAreAlikeHaveSignaturesThatAreAlike) {
    for (const NamePair& pair : kNamePairs) {
        const PersonName a = normal_name(pair.a), b = normal_name(pair.b);
        if (compare_names(a, b).score == 0 || a.has_any || b.has_any) continue;
        EXPECT_LE(std::popcount(signature(a) & ~signature(b)), 1) << pair.a << " " << pair.b;
        EXPECT_LE(std::popcount(signature(b) & ~signature(a)), 1) << pair.a << " " << pair.b;
    }
}

TEST(Numbers, ComeBackAsTheyWent) {
    const std::string number = with_checks("{43042419700101001}");
    const IdCell cell = read_id_cell(number);
    EXPECT_EQ(cell.state, IdState::kValid);
    EXPECT_EQ(key_text(cell.key), number);
    EXPECT_EQ(region_of(cell.key), 430424u);
    EXPECT_EQ(to_string(Date{birth_of(cell.key)}), "1970-01-01");
    EXPECT_EQ(sex_of(cell.key), Sex::kMale);
    EXPECT_EQ(read_id_cell(number + "42").key, cell.key);
    EXPECT_EQ(read_id_cell(" " + number + " ").key, cell.key);
    EXPECT_EQ(read_id_cell("430424700101001").key, cell.key);
    EXPECT_EQ(read_id_cell("430424700101001").state, IdState::kConverted);
    EXPECT_EQ(read_id_cell("430424197013010011").state, IdState::kBroken);
    EXPECT_EQ(read_id_cell("/").state, IdState::kBlank);
    EXPECT_EQ(read_id_cell("无此证").state, IdState::kBroken);
}

}  // namespace
}  // namespace tz::cross_check
