// What the case files can't say: imports that are cut off, taken back, or come back as fix sheets.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "app/audit.h"
#include "app/import/desk_test.h"
#include "app/import/file_date.h"
#include "app/import/row_pump.h"
#include "app/ledger/workbook.h"
#include "app/undo.h"
#include "base/id_number.h"
#include "base/text.h"
#include "domain/division/division.h"
#include "domain/household/household.h"
#include "domain/layout/layout.h"
#include "domain/ledger/import_batch.h"
#include "domain/person/person.h"
#include "sheet/reader.h"
#include "store/sqlite/sqlite_store.h"

namespace tz {
namespace {

constexpr Division kCounty{430499000000};

std::string read_case_file(const std::string& name) {
    std::ifstream in(std::string(TZ_DATA_DIR) + "/tests/import/" + name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    EXPECT_FALSE(out.str().empty()) << name;
    return out.str();
}

std::string id_number(int i) {
    const std::string first =
        fmt::format("4304991970{:02}{:02}{:03}", i % 12 + 1, i % 28 + 1, i % 1000);
    return first + check_character(first);
}

// So many households of two in two villages.
std::string monitoring_csv(int households) {
    std::string csv =
        "县,乡,村,户编号,姓名,证件号码,与户主关系,户类型,监测对象类别,健康状况,工资性收入\n";
    for (int i = 0; i < households; ++i)
        for (int k = 0; k < 2; ++k)
            csv += fmt::format(
                "青禾县,吴集镇,{},43049900{:04},人{}{},{},{},脱贫户,脱贫不稳定户,健康,{}\n",
                i % 2 ? "杨林村" : "大坪村", i, i, k, id_number(i * 2 + k), k ? "配偶" : "户主",
                8000 + i);
    return csv;
}

ImportOptions applied() {
    ImportOptions options;
    options.apply = true;
    options.default_division = kCounty;
    options.month = make_month(2023, 12);
    return options;
}

struct PreparedDesk : test::Desk {
    explicit PreparedDesk(std::unique_ptr<Store> engine = make_memory_store())
        : Desk(std::move(engine)) {
        import_divisions(read_case_file("divisions.csv"));
    }
};

// A store that takes so many writes and then has no room.
class FullStore : public Store {
  public:
    FullStore(Store& inner, int writes) : inner_(inner), left_(writes) {}
    Status migrate(Catalog all) override { return inner_.migrate(all); }
    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        if (access == Access::kWrite && left_-- <= 0)
            return failure(ErrorKind::kUnavailable, "磁盘已满", "the disk is full");
        return inner_.begin(access);
    }

  private:
    Store& inner_;
    int left_;
};

TEST(Import, GoesOnWhereItWasCutOff) {
    PreparedDesk whole, broken;
    const std::string csv = monitoring_csv(40);
    ImportOptions options = applied();
    options.chunk = 10;
    const ImportReport straight = whole.import("监测.csv", csv, options);

    FullStore full(*broken.store, 4);
    Registrar registrar(full, broken.clock, broken.random, broken.commands);
    const auto cut =
        import_file(registrar, full, broken.session, "监测.csv", csv, options, nullptr);
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().text.zh, "磁盘已满");
    const std::size_t before = broken.all(kPerson).size();
    EXPECT_GT(before, 0u);
    EXPECT_LT(before, 80u);

    const ImportReport rest = broken.import("监测.csv", csv, options);
    EXPECT_TRUE(rest.is_resumed);
    EXPECT_FALSE(straight.is_resumed);
    EXPECT_EQ(rest.total().added, straight.total().added);
    EXPECT_EQ(broken.all(kPerson).size(), 80u);
    // No record got a second version, no link was written twice.
    for (const Record& record : broken.all(kPerson)) EXPECT_EQ(record.version, 1);
    EXPECT_EQ(broken.links(), whole.links());
}

TEST(Import, AreasHoldBeforeWhatIsSaidOfThem) {
    const PreparedDesk desk;
    const auto transaction = desk.store->begin(Access::kRead);
    ASSERT_TRUE(transaction);
    Query query;
    query.when.held_on = make_date(2019, 12, 31);
    const auto found = (*transaction)->find(kDivision, query, Scope::of(kCounty));
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->empty());
}

TEST(Import, ChunksDoNotChangeTheResult) {
    const std::string csv = monitoring_csv(30);
    std::string first;
    for (const std::size_t chunk : {std::size_t{1}, std::size_t{7}, std::size_t{500}}) {
        PreparedDesk desk;
        ImportOptions options = applied();
        options.chunk = chunk;
        const ImportReport report = desk.import("监测.csv", csv, options);
        std::string values;
        for (const Record& record : desk.all(kPerson)) values += encode_values(kPerson, record);
        for (const Record& record : desk.all(kHousehold))
            values += encode_values(kHousehold, record);
        values += to_text(report, Language::kEnglish);
        if (first.empty()) first = values;
        EXPECT_EQ(values, first) << chunk;
    }
}

TEST(Import, IsTheSameOnSqlite) {
    const std::string csv = monitoring_csv(30);
    PreparedDesk memory;
    const std::string path = testing::TempDir() + "import_same.db";
    for (const char* end : {"", "-wal", "-shm"}) std::remove((path + end).c_str());
    auto engine = open_sqlite(path);
    ASSERT_TRUE(engine) << engine.error().text.en;
    PreparedDesk sqlite(std::move(*engine));
    const auto text = [&](test::Desk& desk) {
        const std::string first =
            to_text(desk.import("监测.csv", csv, applied()), Language::kChinese);
        return first + to_text(desk.import("监测.csv", csv, applied()), Language::kChinese);
    };
    EXPECT_EQ(text(memory), text(sqlite));
    const std::string heads = sqlite.audit_heads();
    sqlite.import("监测.csv", csv, applied());
    EXPECT_EQ(sqlite.audit_heads(), heads);
}

TEST(Import, IsTakenBackAsABatch) {
    PreparedDesk desk;
    desk.import("一.csv",
                "户编号,姓名,证件号码,健康状况\n43049900,张三," + id_number(1) + ",健康\n",
                applied());
    const ImportReport second =
        desk.import("二.csv",
                    "户编号,姓名,证件号码,健康状况\n43049900,张三," + id_number(1) +
                        ",残疾\n43049900,李四," + id_number(2) + ",健康\n",
                    applied());
    ASSERT_FALSE(second.source.empty());
    const auto undone = import_undo(
        *desk.registrar, *desk.store, desk.session, second.source, [](const UndoKept&) {}, nullptr);
    ASSERT_TRUE(undone) << undone.error().text.en;
    EXPECT_EQ(undone->reverted, 1);
    EXPECT_EQ(undone->retired, 1);
    const auto people = desk.all(kPerson);
    ASSERT_EQ(people.size(), 1u);
    EXPECT_EQ(
        show_value(kPerson.fields[at(kPerson, "health")], people[0].values[at(kPerson, "health")]),
        "健康");
    // The batch says so, and the file can be imported once more.
    for (const Record& batch : desk.all(kImportBatch))
        if (batch.id == second.batch) {
            EXPECT_EQ(as_int(batch.values[at(kImportBatch, "state")]), 3);
        }
    const ImportReport again =
        desk.import("二.csv",
                    "户编号,姓名,证件号码,健康状况\n43049900,张三," + id_number(1) +
                        ",残疾\n43049900,李四," + id_number(2) + ",健康\n",
                    applied());
    EXPECT_EQ(desk.all(kPerson).size(), 2u);
    EXPECT_NE(again.source, second.source);
}

TEST(Import, AnOldFileAfterANewerOneCountsAgain) {
    PreparedDesk desk;
    const std::string head = "户编号,姓名,证件号码,健康状况\n43049900,张三," + id_number(1);
    desk.import("一.csv", head + ",健康\n", applied());
    desk.import("二.csv", head + ",残疾\n", applied());
    const ImportReport back = desk.import("一.csv", head + ",健康\n", applied());
    EXPECT_EQ(back.counts.at("person").changed, 1);
}

TEST(Import, FindsTheAreaInTheRegister) {
    PreparedDesk desk;
    desk.session.scope = Scope::of(Division{});
    ImportOptions options = applied();
    options.default_division = {};
    const ImportReport report = desk.import("监测.csv", monitoring_csv(2), options);
    EXPECT_EQ(report.refusals, 0) << to_text(report, Language::kChinese);
    EXPECT_EQ(desk.all(kImportBatch).at(0).values[at(kImportBatch, "division")],
              Value{kCounty.code});
}

TEST(Import, RefusesWhatLiesOutsideTheScope) {
    PreparedDesk desk;
    desk.session.scope = Scope::of(Division{430499101000});
    const ImportReport report = desk.import("监测.csv", monitoring_csv(2), applied());
    EXPECT_EQ(report.total().added, 0) << to_text(report, Language::kChinese);
    EXPECT_GT(report.refusals, 0);
}

TEST(Import, RecordsReferToEachOtherAndSayFromWhen) {
    PreparedDesk desk;
    ImportOptions options = applied();
    options.month.reset();
    desk.import(
        "名单_202309.csv",
        "数据日期,县,乡,村,户编号,姓名,证件号码\n2023-10-08,青禾县,吴集镇,杨林村,43049900,张三," +
            id_number(1) + "\n,青禾县,吴集镇,杨林村,43049901,李四," + id_number(2) + "\n",
        options);
    const auto households = desk.all(kHousehold);
    const auto people = desk.all(kPerson);
    ASSERT_EQ(people.size(), 2u);
    ASSERT_EQ(households.size(), 2u);
    for (const Record& person : people) {
        const Id home = std::get<Id>(person.values[at(kPerson, "household")]);
        EXPECT_TRUE(home == households[0].id || home == households[1].id);
        const bool has_day = text_or_empty(person.values[at(kPerson, "name")]) == "张三";
        EXPECT_EQ(person.holds_from, has_day ? *make_date(2023, 10, 8) : *make_date(2023, 9, 1));
        EXPECT_TRUE(person.source.starts_with("名单_202309.csv#")) << person.source;
    }
}

TEST(Import, ReportsAsJson) {
    PreparedDesk desk;
    ImportOptions options = applied();
    options.apply = false;
    const ImportReport report = desk.import(
        "名单.csv",
        "户编号,姓名,证件号码,怪列\n43049900,张三,123,x\n,李四," + id_number(2) + ",x\n", options);
    const auto json = boost::json::parse(to_json(report));
    EXPECT_EQ(json.at("layout"), "people");
    EXPECT_EQ(json.at("applied"), false);
    EXPECT_EQ(json.at("mapping").as_array().size(), 4u);
    EXPECT_EQ(json.at("mapping").at(2).at("place"), "person.id_number");
    EXPECT_EQ(json.at("mapping").at(3).at("fate"), "unplaced");
    EXPECT_EQ(json.at("counts").at("person").at("added"), 1);
    EXPECT_EQ(json.at("counts").at("person").at("refused"), 1);
    ASSERT_EQ(json.at("issues").as_array().size(), 3u);
    const auto& doubt = json.at("issues").at(1);
    EXPECT_EQ(doubt.at("kind"), "doubt");
    EXPECT_EQ(doubt.at("file"), "名单.csv");
    EXPECT_EQ(doubt.at("row"), 2);
    EXPECT_EQ(doubt.at("column"), "C");
    EXPECT_EQ(doubt.at("header"), "证件号码");
    EXPECT_EQ(doubt.at("value"), "123");
    EXPECT_EQ(doubt.at("reason"), "证件号码“123”有3位，应为18、20或22位");
    EXPECT_EQ(json.at("issues").at(2).at("kind"), "refusal");
}

// ---- fix sheets --------------------------------------------------------------------------------

std::string fix_row(const Record& person, std::string_view register_name, std::string_view field,
                    std::string_view now, std::string_view corrected,
                    std::string_view name = "张三", std::string_view remark = "") {
    return fmt::format("1,p-1,{},{},{},吴集镇,杨林村,,,{},,,,{},{},{},{},,\n", register_name,
                       to_string(person.id), person.version, name, field, now, corrected, remark);
}

std::string fix_sheet(const std::string& rows) {
    std::vector<std::string> titles(std::begin(kFixColumns), std::end(kFixColumns));
    return "青禾县吴集镇杨林村问题整改单\n" + join(titles, ",") + "\n" + rows;
}

struct FixDesk : PreparedDesk {
    FixDesk() {
        import("一.csv",
               "户编号,姓名,证件号码,健康状况,劳动技能\n43049900,张三," + id_number(1) +
                   ",健康,普通劳动力\n",
               applied());
        person = all(kPerson).at(0);
    }
    std::string value(std::string_view field) {
        const std::size_t i = kPerson.index(field);
        return show_value(kPerson.fields[i], all(kPerson).at(0).values[i]);
    }
    Record person;
};

TEST(FixSheet, CorrectsAndClearsFields) {
    FixDesk desk;
    const std::string sheet =
        fix_sheet(fix_row(desk.person, "person", "健康状况", "健康", "残疾") +
                  fix_row(desk.person, "人", "劳动技能", "普通劳动力", "清空") +
                  fix_row(desk.person, "person", "文化程度", "", "", "张三", "外出未回，电话核实"));
    const ImportReport report = desk.import("整改单.csv", sheet, applied());
    EXPECT_EQ(report.refusals, 0) << to_text(report, Language::kChinese);
    EXPECT_EQ(report.counts.at("person").changed, 1);
    EXPECT_EQ(desk.value("health"), "残疾");
    EXPECT_EQ(desk.value("labour_skill"), "");
    EXPECT_EQ(desk.all(kPerson).at(0).version, 2);
    ASSERT_EQ(report.notes.size(), 1u);
    EXPECT_EQ(report.notes[0].remark, "外出未回，电话核实");
    EXPECT_EQ(report.notes[0].item, "p-1");
    // The same sheet again: the values are there already.
    const std::string heads = desk.audit_heads();
    const ImportReport again = desk.import("整改单.csv", sheet, applied());
    EXPECT_EQ(again.refusals, 0) << to_text(again, Language::kChinese);
    EXPECT_EQ(again.total().changed, 0);
    EXPECT_EQ(desk.audit_heads(), heads);
}

TEST(FixSheet, AValueChangedSinceTheExportIsAConflict) {
    FixDesk desk;
    const std::string sheet =
        fix_sheet(fix_row(desk.person, "person", "健康状况", "健康", "残疾") +
                  fix_row(desk.person, "person", "劳动技能", "普通劳动力", "弱劳动力或半劳动力"));
    desk.import("二.csv",
                "户编号,姓名,证件号码,健康状况\n43049900,张三," + id_number(1) + ",长期慢性病\n",
                applied());
    const ImportReport report = desk.import("整改单.csv", sheet, applied());
    ASSERT_EQ(report.refusals, 1) << to_text(report, Language::kChinese);
    EXPECT_EQ(report.issues[0].reason.zh,
              "导出之后“健康状况”已被改为“长期慢性病”，整改单上填的是“残疾”");
    EXPECT_EQ(report.issues[0].row, 3);
    EXPECT_EQ(report.issues[0].column, "P");
    EXPECT_EQ(desk.value("health"), "长期慢性病");
    // The other field had not changed.
    EXPECT_EQ(desk.value("labour_skill"), "弱劳动力或半劳动力");
}

TEST(FixSheet, SaysWhatCanNotBeTaken) {
    FixDesk desk;
    Record stranger = desk.person;
    stranger.id.low ^= 1;
    const ImportReport report =
        desk.import("整改单.csv",
                    fix_sheet(fix_row(desk.person, "person", "健康状况", "健康", "还行") +
                              fix_row(desk.person, "person", "没有的字段", "", "是") +
                              fix_row(desk.person, "nobody", "健康状况", "健康", "残疾") +
                              fix_row(stranger, "person", "健康状况", "健康", "残疾") +
                              fix_row(desk.person, "person", "健康状况", "健康", "残疾", "李四")),
                    applied());
    EXPECT_EQ(report.refusals, 5) << to_text(report, Language::kChinese);
    EXPECT_EQ(desk.value("health"), "健康");
    EXPECT_EQ(desk.all(kPerson).at(0).version, 1);
}

// ---- every layout as it is ---------------------------------------------------------------------

// What an office would write under a header.
std::string sample(const std::string& header) {
    const auto has = [&](std::string_view word) { return header.find(word) != header.npos; };
    if (header == "县" || has("县(市")) return "青禾县";
    if (header == "乡" || has("乡(") || header == "乡镇" || header == "乡镇街") return "吴集镇";
    if (header == "村" || header == "行政村" || header == "村社区") return "杨林村";
    if (header == "行政区划") return "430499100001";
    if (has("编号")) return "4304990001";
    if (header == "姓名" || header == "户主姓名" || header == "贷款人姓名") return "张三";
    if (has("证件号码") || has("身份证")) return id_number(7);
    if (header == "与户主关系") return "户主";
    if (header == "监测对象类别" || has("对象)类型")) return "边缘易致贫户";
    if (header == "年度") return "2021";
    if (header == "总户数") return "320";
    if (header == "项目名称" || header == "实施地点") return "某项目";
    if (header == "项目类型") return "产业发展";
    return "";
}

class EveryLayout : public testing::TestWithParam<std::string> {};

// The headers of tests/import/layout_headers.json, one made-up row under each.
TEST_P(EveryLayout, TakesItsFile) {
    const auto json = boost::json::parse(read_case_file("layout_headers.json"));
    for (const auto& value : json.at("layouts").as_array()) {
        const auto& layout = value.as_object();
        if (layout.at("name").as_string() != GetParam()) continue;
        std::string head, row, sep;
        for (const auto& header : layout.at("headers").as_array()) {
            const std::string text(header.as_string());
            head += sep + text;
            row += sep + sample(text);
            sep = ",";
        }
        PreparedDesk desk;
        const ImportReport report =
            desk.import(std::string(find_layout(GetParam())->title) + ".csv",
                        "标题\n单位：某县\n" + head + "\n" + row + "\n合计\n", applied());
        const std::string text = to_text(report, Language::kChinese);
        ASSERT_EQ(report.sheets.size(), 1u);
        EXPECT_EQ(report.sheets[0].layout, GetParam()) << text;
        EXPECT_EQ(report.sheets[0].header_row, 3) << text;
        EXPECT_EQ(report.sheets[0].rows, 1) << text;
        EXPECT_EQ(report.refusals, 0) << text;
        EXPECT_EQ(report.questions, 0) << text;
        EXPECT_GT(report.total().added, 0) << text;
        return;
    }
    FAIL() << "no such export";
}

std::vector<std::string> layout_ids() {
    std::vector<std::string> ids;
    std::ifstream in(std::string(TZ_DATA_DIR) + "/tests/import/layout_headers.json");
    std::ostringstream out;
    out << in.rdbuf();
    const auto json = boost::json::parse(out.str());
    for (const auto& value : json.at("layouts").as_array())
        ids.emplace_back(value.at("name").as_string());
    return ids;
}

INSTANTIATE_TEST_SUITE_P(Exports, EveryLayout, testing::ValuesIn(layout_ids()),
                         [](const auto& layout) { return layout.param; });

// More rows than the pump reads ahead.
std::string long_csv(int rows) {
    std::string csv;
    for (int i = 0; i < rows; ++i) csv += fmt::format("{},{}\n", i, std::string(100, 'x'));
    return csv;
}

TEST(RowPump, GivesRowsInOrderAndStopsWhenTold) {
    const std::string csv = long_csv(50'000);
    const auto reader = sheet::open(csv, "长.csv");
    ASSERT_TRUE(reader);
    for (const int wanted : {50'000, 7, 1}) {
        int seen = 0;
        ASSERT_TRUE(intake::pump_rows(**reader, 0, [&](const sheet::RowView& row) {
            EXPECT_EQ(row.at(0), std::to_string(seen));
            EXPECT_EQ(row.at(1).size(), 100u);
            return ++seen < wanted;
        }));
        EXPECT_EQ(seen, wanted);
    }
}

TEST(RowPump, PassesOnWhatTheReaderMeets) {
    const std::string csv = long_csv(20'000) + "\"没有结束的引号\n";
    const auto reader = sheet::open(csv, "坏.csv");
    ASSERT_TRUE(reader);
    int seen = 0;
    const Status status =
        intake::pump_rows(**reader, 0, [&](const sheet::RowView&) { return ++seen > 0; });
    ASSERT_FALSE(status);
    EXPECT_EQ(seen, 20'000);
}

TEST(FileDate, ReadsNamesAndTitles) {
    using intake::find_date;
    EXPECT_EQ(find_date("户信息_20231218.xlsx").day, make_date(2023, 12, 18));
    EXPECT_EQ(find_date("名单_202309.csv").month, make_month(2023, 9));
    EXPECT_FALSE(find_date("名单_202309.csv").day);
    EXPECT_EQ(find_date("填报日期：2023年5月8日").day, make_date(2023, 5, 8));
    EXPECT_EQ(find_date("2023年5月低保名单").month, make_month(2023, 5));
    EXPECT_EQ(find_date("2023-12-18 导出").day, make_date(2023, 12, 18));
    for (const char* none : {"监测对象信息 (22).xlsx", "202399", "18991231", "2023", "12345678"})
        EXPECT_FALSE(find_date(none).month) << none;
}

}  // namespace
}  // namespace tz
