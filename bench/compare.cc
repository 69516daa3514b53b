// A department's list against the person register, both made up in memory. Beside it, in the same
// run, what an office would do with SQLite: the rows into a temporary table, joined by the index on
// the number. Both must come to the same counts.
//   bench_compare [rows [persons [threads]]]        2000000 3200000 for the figures of the issue
#include <fmt/format.h>
#include <sqlite3.h>
#include <time.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <future>
#include <string>
#include <vector>

#include "app/cross_check/comparison.h"
#include "domain/person/person.h"
#include "sheet/reader.h"

namespace {

namespace compare = tz::cross_check;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double process_cpu_ms() { return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC; }

// Of this thread: what the work costs, however busy the machine is with other things.
double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// A stream of numbers that is the same every time.
struct Numbers {
    std::uint64_t state = 0;
    std::uint64_t next() {
        state += 0x9E37'79B9'7F4A'7C15;
        std::uint64_t z = state;
        z = (z ^ z >> 30) * 0xBF58'476D'1CE4'E5B9;
        z = (z ^ z >> 27) * 0x94D0'49BB'1331'11EB;
        return z ^ z >> 31;
    }
    std::size_t below(std::size_t size) { return static_cast<std::size_t>(next() % size); }
};

constexpr std::string_view kSurnames[] = {"王", "李", "张", "刘", "陈", "杨",  "赵",
                                          "黄", "周", "吴", "徐", "孙", "欧阳"};
constexpr std::string_view kGiven[] = {"芳", "娟", "建", "国", "军", "华", "明", "丽",
                                       "强", "玉", "兰", "英", "文", "晓", "春", "秀"};
constexpr int kCounties = 100;

std::string made_up_name(Numbers& numbers) {
    std::string name(kSurnames[numbers.below(std::size(kSurnames))]);
    name += kGiven[numbers.below(std::size(kGiven))];
    if (numbers.below(4) != 0) name += kGiven[numbers.below(std::size(kGiven))];
    return name;
}

struct Made {
    std::string id{};
    std::string name{};
    std::int32_t birth = 0;
};

// Person `i`; no two have the same number. Strangers lie behind the last person.
Made made_up(std::size_t i) {
    Numbers numbers{i * 7919};
    const std::size_t day = i / 500 % 25'000;
    const std::size_t county = i / 500 / 25'000 % kCounties;
    Made out;
    out.birth = static_cast<std::int32_t>(day) - 7'000;  // from 1950-11
    const tz::CivilDate date = tz::civil({out.birth});
    out.id = fmt::format("{:06}{:04}{:02}{:02}{:03}", 430'101 + county * 7, date.year, date.month,
                         date.day, i % 500 * 2 + 1);
    out.id.push_back(tz::check_character(out.id));
    out.name = made_up_name(numbers);
    return out;
}

// People spread over the counties as they come.
std::size_t scattered(std::size_t i, std::size_t size) { return i * 1'000'003 % size; }

std::string made_up_list(std::size_t rows, std::size_t persons) {
    std::string text = "姓名,证件号码,出生日期,参保状态\n";
    text.reserve(rows * 64);
    Numbers numbers{42};
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t dice = numbers.below(100);
        Made made = made_up(dice < 10 ? persons + row : numbers.below(persons));
        if (dice == 10) made.id[17] = made.id[17] == '0' ? '1' : '0';
        if (dice == 11 || dice == 12) made.name = made_up_name(numbers);
        if (dice == 13) made.birth += 1;
        text += fmt::format("{},{},{},正常参保\n", made.name, made.id,
                            tz::to_string(tz::Date{made.birth}));
    }
    return text;
}

compare::RegisterIndex build_index(std::size_t persons, std::size_t fields,
                                   const std::vector<Made>& made) {
    compare::RegisterIndex index(fields);
    const std::vector<compare::Code> insured(fields, 1);
    index.reserve(persons);
    std::string household;
    for (std::size_t i = 0; i < persons; ++i) {
        compare::RegisterEntry entry;
        entry.id = {i, i};
        entry.division = {430'424'100'000 + static_cast<std::int64_t>(i / 2'000 % 400)};
        entry.id_number = made[i].id;
        entry.name = made[i].name;
        household = std::to_string(4'304'241'002'010'000 + i / 3);
        entry.household_number = household;
        entry.birth = made[i].birth;
        entry.values = insured;
        index.add(entry);
    }
    index.finish();
    return index;
}

struct Tally {
    std::int64_t matched = 0;
    std::int64_t names = 0;
    std::int64_t births = 0;
    std::int64_t absent = 0;  // no such number in the register
    bool operator==(const Tally&) const = default;
};

struct Ours {
    Tally tally{};
    double milliseconds = 0;
    std::int64_t repaired = 0;
    std::int64_t review = 0;
};

Ours run_ours(const std::string& list, std::size_t persons, const std::vector<Made>& made,
              unsigned threads) {
    compare::CompareOptions options;
    options.threads = threads;
    const double all_begin = process_cpu_ms();
    const auto start = Clock::now();
    auto open = compare::open_list(list, "list.csv", tz::kPerson, {});
    if (!open) {
        fmt::print("{}\n", open.error().text.en);
        std::exit(2);
    }
    const std::size_t fields = open->list.comparing.checks.size();
    double index_ms = 0;
    auto building = std::async(std::launch::async, [&] {
        const double begin = cpu_ms();
        auto index = build_index(persons, fields, made);
        index_ms = cpu_ms() - begin;
        return index;
    });
    const auto reading = Clock::now();
    const double read_begin = cpu_ms();
    if (!compare::read_list(*open)) std::abort();
    const double read_cpu = cpu_ms() - read_begin;
    const double read_ms = since(reading);
    compare::RegisterIndex index = building.get();
    fmt::print(
        "  read list        {:8.1f} ms, {:.0f} MB/s, CPU {:.1f} ms (beside it: index, CPU "
        "{:.1f} ms)\n",
        read_ms, static_cast<double>(list.size()) / 1e3 / read_ms, read_cpu, index_ms);
    const double memory = static_cast<double>(index.bytes()) / 1e6;
    const auto comparing = Clock::now();
    auto result = compare::compare_with(std::move(index), std::move(*open), options);
    if (!result) std::abort();
    const double compare_ms = since(comparing);
    const double total = since(start);
    for (const compare::Timing& timing : (*result)->timings)
        fmt::print("  {:16} {:8.1f} ms\n", timing.phase, timing.milliseconds);
    fmt::print(
        "  compare in all   {:8.1f} ms\n  total            {:8.1f} ms, CPU {:.1f} ms, index "
        "{:.0f} MB\n",
        compare_ms, total, process_cpu_ms() - all_begin, memory);
    Ours out;
    out.milliseconds = total;
    for (const compare::OutcomeRow& row : (*result)->outcomes) {
        // SQL only knows equal numbers: what was repaired or found by likeness is absent there.
        using enum compare::OutcomeKind;
        const auto& entry = (*result)->list.entries[row.entry];
        const bool by_number =
            row.person != compare::kNone && (*result)->index.at(row.person).key == entry.key;
        out.tally.names += by_number && row.kind == kNameDiffers;
        out.tally.births += by_number && row.kind == kBirthDiffers;
        out.repaired += row.kind == kIdRepaired;
        out.review += row.kind == kMaybeSame;
    }
    for (std::size_t i = 0; i < (*result)->list.entries.size(); ++i) {
        const std::uint32_t person = (*result)->person_of[i];
        const bool is_exact = person != compare::kNone &&
                              (*result)->index.at(person).key == (*result)->list.entries[i].key;
        ++(is_exact ? out.tally.matched : out.tally.absent);
    }
    return out;
}

class Database {
  public:
    Database() {
        if (sqlite3_open(":memory:", &db_) != SQLITE_OK) std::abort();
    }
    ~Database() { sqlite3_close(db_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const char* sql) {
        if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            fmt::print("{}: {}\n", sql, sqlite3_errmsg(db_));
            std::abort();
        }
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) != SQLITE_OK) std::abort();
        return statement;
    }
    static void text(sqlite3_stmt* statement, int position, std::string_view value) {
        sqlite3_bind_text(statement, position, value.data(), static_cast<int>(value.size()),
                          SQLITE_STATIC);
    }
    static void step(sqlite3_stmt* statement) {
        if (sqlite3_step(statement) != SQLITE_DONE) std::abort();
        sqlite3_reset(statement);
    }
    std::vector<std::int64_t> row(const char* sql, int columns) {
        sqlite3_stmt* statement = prepare(sql);
        if (sqlite3_step(statement) != SQLITE_ROW) std::abort();
        std::vector<std::int64_t> out;
        for (int i = 0; i < columns; ++i) out.push_back(sqlite3_column_int64(statement, i));
        sqlite3_finalize(statement);
        return out;
    }

  private:
    sqlite3* db_ = nullptr;
};

// The register stands there already, with its index: not counted.
void load_register(Database& database, std::size_t persons, const std::vector<Made>& made) {
    database.run("CREATE TABLE person (id_number TEXT, name TEXT, birth TEXT); BEGIN");
    sqlite3_stmt* insert = database.prepare("INSERT INTO person VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < persons; ++i) {
        const std::string birth = tz::to_string(tz::Date{made[i].birth});
        Database::text(insert, 1, made[i].id);
        Database::text(insert, 2, made[i].name);
        Database::text(insert, 3, birth);
        Database::step(insert);
    }
    sqlite3_finalize(insert);
    database.run("COMMIT; CREATE INDEX by_number ON person (id_number)");
}

void load_list(Database& database, const std::string& list) {
    database.run("CREATE TEMP TABLE list (name TEXT, id_number TEXT, birth TEXT); BEGIN");
    sqlite3_stmt* insert = database.prepare("INSERT INTO list VALUES (?, ?, ?)");
    auto reader = tz::sheet::open(list, "list.csv");
    if (!reader) std::abort();
    const auto status = (*reader)->read(0, [&](const tz::sheet::RowView& row) {
        if (row.number == 1) return true;
        for (int i = 0; i < 3; ++i)
            Database::text(insert, i + 1, row.at(static_cast<std::size_t>(i)));
        Database::step(insert);
        return true;
    });
    if (!status) std::abort();
    sqlite3_finalize(insert);
    database.run("COMMIT");
}

Tally run_sqlite(Database& database, const std::string& list, double& milliseconds) {
    const auto start = Clock::now();
    load_list(database, list);
    fmt::print("  rows in          {:8.1f} ms\n", since(start));
    const auto counts = database.row(
        "SELECT count(p.id_number), total(p.name <> l.name), total(p.birth <> l.birth),"
        " count(*) - count(p.id_number)"
        " FROM list l LEFT JOIN person p ON p.id_number = l.id_number",
        4);
    milliseconds = since(start);
    fmt::print("  total            {:8.1f} ms\n", milliseconds);
    return {counts[0], counts[1], counts[2], counts[3]};
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t rows = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 200'000;
    const std::size_t persons = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 320'000;
    const auto threads = static_cast<unsigned>(argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 0);
    std::vector<Made> made;
    made.reserve(persons);
    for (std::size_t i = 0; i < persons; ++i) made.push_back(made_up(scattered(i, persons)));
    const std::string list = made_up_list(rows, persons);
    fmt::print("{} rows, {:.1f} MB, against {} persons\nours\n", rows,
               static_cast<double>(list.size()) / 1e6, persons);
    const Ours ours = run_ours(list, persons, made, threads);
    fmt::print("  matched {}, names {}, births {}, not found {}; repaired {}, to review {}\n",
               ours.tally.matched, ours.tally.names, ours.tally.births, ours.tally.absent,
               ours.repaired, ours.review);
    fmt::print("SQLite, index on the number\n");
    Database database;
    load_register(database, persons, made);
    double sqlite_ms = 0;
    const Tally theirs = run_sqlite(database, list, sqlite_ms);
    fmt::print("  matched {}, names {}, births {}, not found {}\n", theirs.matched, theirs.names,
               theirs.births, theirs.absent);
    fmt::print("{:.1f} times as fast; the counts {}\n", sqlite_ms / ours.milliseconds,
               ours.tally == theirs ? "agree" : "DIFFER");
    return ours.tally == theirs ? 0 : 1;
}
