// Judging: all rules of the packs over a made-up register in a warm column image, with 1 and 2
// threads. In the same run, on smaller registers: the row-at-a-time evaluator with the same rules,
// and SQLite with a handful of rules written as SQL; their answers must be the same.
//   bench_check [households [pack folder...]]
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <thread>

#include "base/text.h"
#include "domain/catalog.h"
#include "policy/compile.h"
#include "policy/eval/kernels.h"
#include "policy/eval/run.h"
#include "policy/explain/oracle.h"
#include "synthetic.h"

namespace {

namespace fs = std::filesystem;
using namespace tz;
using namespace tz::policy;

constexpr RunDates kDates{{19722}, {18383}};  // 2023-12-31, 2020-05-01
constexpr std::int64_t kOracleHouseholds = 1000;
constexpr std::int64_t kSqlHouseholds = 20'000;
constexpr int kRounds = 7;

double seconds(const std::function<void()>& work, int rounds = 1) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        times.push_back(took.count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

double peak_gigabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / (1024.0 * 1024.0);
}

std::string read_all(const fs::path& path) {
    std::stringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

PackSource read_pack(const fs::path& root, const std::string& name) {
    PackSource pack{name, {}};
    for (const auto& file : fs::directory_iterator(root / name))
        pack.files.push_back({file.path().filename().string(), read_all(file.path())});
    std::ranges::sort(pack.files);
    return pack;
}

CompiledPacks compile_packs(const std::vector<PackSource>& sources) {
    Compiled compiled = compile(sources, catalog());
    for (const Diagnostic& d : compiled.diagnostics)
        if (d.severity == Diagnostic::kError)
            fmt::print(stderr, "{}:{}: {}\n", d.file, d.line, d.message.en);
    if (!compiled.ok()) std::exit(1);
    return std::move(compiled.packs);
}

RunResult run_threads(const Run& run, std::size_t threads) {
    std::vector<RunResult> parts(threads);
    std::vector<std::thread> others;
    const auto work = [&](std::size_t t) {
        run.run_blocks(run.block_count() * t / threads, run.block_count() * (t + 1) / threads,
                       parts[t]);
    };
    for (std::size_t t = 1; t < threads; ++t) others.emplace_back(work, t);
    work(0);
    for (std::thread& other : others) other.join();
    for (std::size_t t = 1; t < threads; ++t) parts[0].merge(parts[t]);
    return std::move(parts[0]);
}

double rule_rows(const Program& program, const Image& image) {
    double total = 0;
    for (const ProgramRule& rule : program.rules) total += image.row_count(*rule.entity);
    return total;
}

void print_size(const Program& program, const Image& image) {
    std::map<std::string_view, int> rules;
    for (const ProgramRule& rule : program.rules) ++rules[rule.entity->name];
    for (const RegisterColumns& c : program.columns())
        fmt::print("  {:<24} {:>9} rows {:>3} columns {:>3} rules\n", c.entity->name,
                   image.row_count(*c.entity), c.fields.size(), rules[c.entity->name]);
}

// --- the whole register ---

void measure_all(const Program& program, std::int64_t households) {
    Image image = bench::make_image(catalog(), {}, 0);
    const double build =
        seconds([&] { image = bench::make_image(catalog(), program.columns(), households); });
    fmt::print("image: made and filled in {:.1f} s\n", build);
    print_size(program, image);
    std::unique_ptr<Run> run;
    const double prepare = seconds([&] { run = std::make_unique<Run>(program, image, kDates); });
    const double again = seconds([&] { run = std::make_unique<Run>(program, image, kDates); });
    fmt::print("image {:.2f} GB, peak {:.2f} GB; derived columns {:.2f} s, once there {:.0f} ms\n",
               static_cast<double>(image.memory()) / 1e9, peak_gigabytes(), prepare, again * 1e3);
    const double work = rule_rows(program, image);
    std::int64_t fails = 0;
    for (std::size_t threads : {1u, 2u}) {
        RunResult result;
        const double took = seconds([&] { result = run_threads(*run, threads); }, kRounds);
        std::int64_t found = 0;
        for (const RuleResult& rule : result.rules) found += rule.count(Verdict::kFails);
        if (threads == 1) fails = found;
        if (found != fails) fmt::print(stderr, "one and two threads disagree\n");
        fmt::print("{} rules, {} thread{}: {:.1f} ms, {:.3f} ns a rule and row ({} fails, {})\n",
                   program.rules.size(), threads, threads == 1 ? " " : "s", took * 1e3,
                   took * 1e9 / work, found, kernels().name);
    }
}

// --- the same rules, a row at a time ---

bool counts_everybody(const Program& program, std::uint32_t at) {
    if (at == kNone) return false;
    const Instruction& in = program.code[at];
    if (in.op == Op::kSame || in.op == Op::kSameIn) return true;
    return std::ranges::any_of(in.args, [&](auto arg) { return counts_everybody(program, arg); });
}

struct Rate {
    double seconds = 0;
    double rows = 0;
    double nanoseconds() const { return seconds * 1e9 / rows; }
};

// Rules with `same` are compared but not timed: a row at a time they look at every row.
Rate judge_rows(const CompiledPacks& packs, const Program& program, const Image& image,
                const RunResult& expected) {
    const Oracle oracle(packs, image, kDates);
    Rate rate;
    for (std::size_t r = 0; r < packs.rules.size(); ++r) {
        const Rule& rule = packs.rules[r];
        std::array<std::int64_t, 4> counts{};
        const std::uint32_t rows = image.row_count(*rule.entity);
        const double took = seconds([&] {
            for (std::uint32_t row = 0; row < rows; ++row)
                ++counts[static_cast<std::size_t>(oracle.judge(rule, row).verdict)];
        });
        if (counts != expected.rules[r].counts) {
            fmt::print(stderr, "the evaluators disagree about {}\n", rule.name);
            std::exit(1);
        }
        const ProgramRule& code = program.rules[r];
        if (counts_everybody(program, code.that) || counts_everybody(program, code.when)) continue;
        rate.seconds += took;
        rate.rows += rows;
    }
    return rate;
}

void measure_oracle(const CompiledPacks& packs, const Program& program) {
    Image image = bench::make_image(catalog(), program.columns(), kOracleHouseholds);
    const Run run(program, image, kDates);
    RunResult result;
    const double took = seconds([&] { result = run_threads(run, 1); }, kRounds);
    const Rate slow = judge_rows(packs, program, image, result);
    const double ours = took * 1e9 / rule_rows(program, image);
    fmt::print(
        "{} households, all verdicts equal: columns {:.2f} ns, row at a time {:.0f} ns a "
        "rule and row: {:.0f}x\n",
        kOracleHouseholds, ours, slow.nanoseconds(), slow.nanoseconds() / ours);
}

// --- a handful of rules in SQL ---

struct SqlRule {
    std::string_view text;  // as a pack says it
    std::string_view when;  // as SQL says it
    std::string_view that;
};

// Persons are `p`, their household `h`, what is counted over members `m`. Dates are yyyymmdd there.
constexpr SqlRule kPersonRules[] = {
    {"require a \"a\" from d @ \"1\" on person when household.kind = lifted_out that known "
     "ethnicity",
     "h.kind = 1", "p.ethnicity is not null"},
    {"require b \"b\" from d @ \"1\" on person when age(birth_date) between 16 and 59 that "
     "labour_skill in {ordinary, skilled} and not (resident_medical and employee_medical)",
     "(20231231 - p.birth_date) / 10000 between 16 and 59",
     "p.labour_skill in (1, 2) and not (p.resident_medical and p.employee_medical)"},
    {"require c \"c\" from d @ \"1\" on person when known phone that length(phone) = 11 and "
     "starts_with(phone, \"13\") or household.dangerous_dwelling",
     "p.phone is not null",
     "length(p.phone) = 11 and substr(p.phone, 1, 2) = '13' or h.dangerous_dwelling"}};
constexpr SqlRule kHouseholdRules[] = {
    {"require e \"e\" from d @ \"1\" on household when kind = lifted_out that safe_drinking_water "
     "and not dangerous_dwelling and water_litres_per_person >= 35 L/person/day",
     "h.kind = 1",
     "h.safe_drinking_water and not h.dangerous_dwelling and h.water_litres_per_person >= 350"},
    {"require f \"f\" from d @ \"1\" on household when any(members where low_income_allowance = "
     "rural) that count(members) >= 2 and (cultivated_land missing as 0 mu) >= 20 mu",
     "m.allowed", "m.members >= 2 and coalesce(h.cultivated_land, 0) >= 2000"},
    {"require g \"g\" from d @ \"1\" on household that all(members where known birth_date and "
     "resident_medical)",
     "1", "m.insured"}};

constexpr std::string_view kMembersSql = R"(
WITH m AS (SELECT household, count(*) AS members,
  CASE WHEN max(low_income_allowance = 2) THEN 1
       WHEN count(low_income_allowance) < count(*) THEN NULL ELSE 0 END AS allowed,
  CASE WHEN min(birth_date IS NOT NULL AND resident_medical) = 0 THEN 0
       WHEN count(birth_date IS NOT NULL AND resident_medical) < count(*) THEN NULL
       ELSE 1 END AS insured
  FROM person GROUP BY household)
)";

class Sql {
  public:
    Sql() { sqlite3_open(":memory:", &db_); }
    ~Sql() { sqlite3_close(db_); }
    Sql(const Sql&) = delete;
    Sql& operator=(const Sql&) = delete;
    void run(const std::string& text) {
        char* message = nullptr;
        if (sqlite3_exec(db_, text.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return;
        fmt::print(stderr, "SQLite: {}\n", message);
        std::exit(1);
    }
    std::vector<std::int64_t> row(const std::string& text) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(db_, text.c_str(), -1, &statement, nullptr) != SQLITE_OK ||
            sqlite3_step(statement) != SQLITE_ROW) {
            fmt::print(stderr, "SQLite: {}\n", sqlite3_errmsg(db_));
            std::exit(1);
        }
        std::vector<std::int64_t> out;
        for (int i = 0; i < sqlite3_column_count(statement); ++i)
            out.push_back(sqlite3_column_int64(statement, i));
        sqlite3_finalize(statement);
        return out;
    }
    sqlite3* db() { return db_; }

  private:
    sqlite3* db_ = nullptr;
};

std::string sums(std::span<const SqlRule> rules) {
    std::vector<std::string> out;
    for (const SqlRule& r : rules)
        out.push_back(
            fmt::format("sum(({0}) and ({1})), sum(({0}) and not ({1})), sum((({0}) is null) or "
                        "(({0}) and ({1}) is null)), sum(not ({0}))",
                        r.when, r.that));
    return join(out, ", ");
}

std::string literal(const Field& field, const Value& value) {
    if (!is_known(value)) return "NULL";
    if (field.type == Type::kText) return "'" + as_text(value) + "'";
    if (field.type == Type::kBool) return std::get<bool>(value) ? "1" : "0";
    if (field.type == Type::kReference) return fmt::format("{}", std::get<Id>(value).high);
    if (field.type != Type::kDate) return fmt::format("{}", as_int(value));
    const CivilDate day = civil(Date{static_cast<std::int32_t>(as_int(value))});
    return fmt::format("{}", day.year * 10000 + day.month * 100 + day.day);
}

void create(Sql& sql, const RegisterColumns& columns) {
    std::string fields = "id INTEGER PRIMARY KEY";
    for (std::size_t field : columns.fields)
        fields += ", " + std::string(columns.entity->fields[field].name);
    sql.run(fmt::format("CREATE TABLE {} ({})", columns.entity->name, fields));
}

void insert(Sql& sql, const RegisterColumns& columns, const Record& record) {
    std::string values = fmt::format("{}", record.id.high);
    for (std::size_t field : columns.fields)
        values += "," + literal(columns.entity->fields[field], record.values[field]);
    sql.run(fmt::format("INSERT INTO {} VALUES ({})", columns.entity->name, values));
}

PackSource small_pack() {
    std::string text;
    for (const auto& rules : {std::span<const SqlRule>(kPersonRules), {kHouseholdRules}})
        for (const SqlRule& rule : rules)
            text += std::string(rule.text) + " else problem data \"p\" owner township\n";
    return {"bench",
            {{"pack.toml",
              "name = \"bench\"\ntitle = \"b\"\ndivision = \"0\"\nfrom = "
              "\"2020-01-01\"\n[documents.d]\ntitle = \"d\"\n"},
             {"rules.tz", text}}};
}

void expect_equal(std::span<const RuleResult> ours, const std::vector<std::int64_t>& theirs) {
    for (std::size_t i = 0; i < theirs.size(); ++i)
        if (ours[i / 4].counts[i % 4] != theirs[i]) {
            fmt::print(stderr, "SQLite disagrees about rule {}, verdict {}: {} and {}\n", i / 4,
                       i % 4, ours[i / 4].counts[i % 4], theirs[i]);
            std::exit(1);
        }
}

void measure_sql() {
    const CompiledPacks packs = compile_packs({small_pack()});
    const Program program = flatten(packs);
    ImageBuilder builder(catalog(), program.columns());
    Sql sql;
    for (const RegisterColumns& c : program.columns()) create(sql, c);
    sql.run("BEGIN");
    bench::Registers(catalog(), program.columns(), 7)
        .make(kSqlHouseholds, [&](const Entity& entity, const Record& record) {
            builder.append(entity, record);
            insert(sql, *find_columns(program.columns(), entity), record);
        });
    sql.run("COMMIT; CREATE INDEX by_household ON person (household); ANALYZE");
    Image image = builder.finish();
    const Run run(program, image, kDates);
    RunResult ours;
    const double fast = seconds([&] { ours = run_threads(run, 1); }, kRounds);
    std::vector<std::int64_t> persons, households;
    const double slow = seconds(
        [&] {
            persons = sql.row(
                fmt::format("SELECT {} FROM person p JOIN household h ON h.id = p.household",
                            sums(kPersonRules)));
            households =
                sql.row(fmt::format("{} SELECT {} FROM household h JOIN m ON m.household = h.id",
                                    kMembersSql, sums(kHouseholdRules)));
        },
        3);
    expect_equal(std::span(ours.rules).first(3), persons);
    expect_equal(std::span(ours.rules).last(3), households);
    const double rows = rule_rows(program, image);
    fmt::print(
        "{} households, 6 rules, all counts equal: columns {:.2f} ns, SQLite {:.0f} ns a "
        "rule and row: {:.0f}x\n",
        kSqlHouseholds, fast * 1e9 / rows, slow * 1e9 / rows, slow / fast);
}

}  // namespace

int main(int argc, char** argv) {
    const std::int64_t households = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    std::vector<std::string> names(argv + std::min(argc, 2), argv + argc);
    if (names.empty()) names = {"national/base", "national/quality_2023", "hunan/hengyang_2020"};
    std::vector<PackSource> sources;
    for (const std::string& name : names) sources.push_back(read_pack("packs", name));
    CompiledPacks packs;
    const double compiling = seconds([&] { packs = compile_packs(sources); });
    Program program;
    const double flattening = seconds([&] { program = flatten(packs); }, 3);
    fmt::print("{} rules compiled in {:.0f} ms, made a program of {} instructions in {:.1f} ms\n",
               packs.rules.size(), compiling * 1e3, program.code.size(), flattening * 1e3);
    measure_oracle(packs, program);
    measure_sql();
    measure_all(program, households);
    return 0;
}
