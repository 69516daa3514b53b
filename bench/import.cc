// Import of a monitoring export with all its columns, households with their persons, into SQLite
// with history and audit: households a second, at the start and at the end.
// usage: bench_import [--smoke] [HOUSEHOLDS]
#include "app/import/import.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/id_number.h"
#include "base/text.h"
#include "domain/catalog.h"
#include "store/sqlite/sqlite_store.h"
#include "store/system/system.h"

namespace {

using namespace tz;
namespace fs = std::filesystem;
using Timer = std::chrono::steady_clock;

constexpr std::int64_t kCounty = 430'499'000'000;
constexpr int kVillages = 300;

double since(Timer::time_point start) {
    return std::chrono::duration<double>(Timer::now() - start).count();
}

double cpu_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// The headers of the monitoring export, as tests/import keeps them.
std::vector<std::string> headers() {
    std::ifstream in(std::string(TZ_DATA_DIR) + "/tests/import/layout_headers.json");
    std::ostringstream text;
    text << in.rdbuf();
    const auto json = boost::json::parse(text.str());
    std::vector<std::string> out;
    for (const auto& header : json.at("layouts").at(0).at("headers").as_array())
        out.emplace_back(header.as_string());
    return out;
}

std::string village(std::int64_t i) { return fmt::format("第{}村", i); }

std::string divisions_csv() {
    std::string csv = "区划代码,区划名称\n430499000000,青禾县\n430499100000,吴集镇\n";
    for (int i = 1; i <= kVillages; ++i)
        csv += fmt::format("{},{}\n", 430'499'100'000 + i, village(i));
    return csv;
}

struct Who {
    std::int64_t household = 0;
    int member = 0;
    std::string document{};
};

std::string cell(const std::string& header, const Who& who) {
    const auto has = [&](std::string_view word) { return header.find(word) != header.npos; };
    const std::int64_t h = who.household;
    if (header == "县") return "青禾县";
    if (header == "乡") return "吴集镇";
    if (header == "村") return village(h * kVillages / 2'000'000 % kVillages + 1);
    if (header == "户编号") return fmt::format("43049910{:08}", h);
    if (header == "姓名") return fmt::format("某{}{}", h % 971, who.member);
    if (header == "证件号码") return who.document;
    if (header == "出生日期") return who.document.substr(6, 8);
    if (header == "与户主关系") return who.member == 0 ? "户主" : who.member == 1 ? "配偶" : "之子";
    if (header == "户类型") return "脱贫户";
    if (header == "监测对象类别") return h % 7 == 0 ? "边缘易致贫户" : "";
    if (header == "健康状况") return who.member % 3 == 2 ? "长期慢性病" : "健康";
    if (header == "识别监测时间") return h % 7 == 0 ? "202305" : "";
    if (has("电话")) return fmt::format("138{:08}", h);
    if (has("风险") || has("帮扶") || has("保障") || has("原因") || has("消除")) return "";
    if (has("是否")) return h % 5 == 0 ? "否" : "是";
    if (has("收入") || has("支出") || has("金")) return std::to_string(1000 + h % 9000);
    if (has("面积") || has("距离")) return fmt::format("{}.5", h % 9);
    return "";
}

std::string document(std::int64_t i) {
    const std::string first = fmt::format("43049919{:02}{:02}{:02}{:03}", 40 + i % 60,
                                          i / 60 % 12 + 1, i / 720 % 28 + 1, i / 20'160 % 1000);
    return first + check_character(first);
}

std::string export_csv(std::int64_t households, std::int64_t& persons) {
    const std::vector<std::string> columns = headers();
    std::string csv = join(columns, ",") + "\n";
    for (std::int64_t h = 0; h < households; ++h)
        for (int member = 0; member < 2 + h % 4; ++member) {
            const Who who{h, member, document(persons++)};
            for (const std::string& header : columns) csv += cell(header, who) + ",";
            csv.back() = '\n';
        }
    return csv;
}

// When how many rows were done.
class Pace : public Progress {
  public:
    void step(std::string_view, std::int64_t done, std::int64_t) override {
        steps_.push_back({done, since(start_)});
    }
    // Rows a second in the first and in the last tenth.
    void print() const {
        const std::size_t tenth = steps_.size() / 10;
        if (tenth < 2) return;
        const auto rate = [&](std::size_t from, std::size_t to) {
            return static_cast<double>(steps_[to].first - steps_[from].first) /
                   (steps_[to].second - steps_[from].second);
        };
        fmt::print("  rows a second: {:.0f} in the first tenth, {:.0f} in the last\n",
                   rate(0, tenth), rate(steps_.size() - 1 - tenth, steps_.size() - 1));
    }

  private:
    Timer::time_point start_ = Timer::now();
    std::vector<std::pair<std::int64_t, double>> steps_;
};

}  // namespace

int main(int argc, char** argv) {
    const bool is_smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    const std::int64_t households = is_smoke ? 500 : argc > 1 ? std::atoll(argv[1]) : 20'000;
    std::int64_t persons = 0;
    const std::string csv = export_csv(households, persons);
    const fs::path path = fs::temp_directory_path() / fmt::format("tz_import_{}.db", ::getpid());
    auto store = open_sqlite(path.string());
    if (!store || !(*store)->migrate(catalog())) return 1;
    const auto clock = make_system_clock();
    const auto random = make_system_random();
    const Commands commands(catalog());
    Registrar registrar(**store, *clock, *random, commands);
    const Session session{"bench", Role::kCounty, Scope::of(Division{kCounty})};
    ImportOptions options;
    options.month = make_month(2023, 12);
    options.apply = true;
    const auto import = [&](std::string_view what, const std::string& bytes, Progress* progress) {
        const auto start = Timer::now();
        const double cpu = cpu_seconds();
        const auto report =
            import_file(registrar, **store, session, "export.csv", bytes, options, progress);
        const double seconds = since(start);
        const double used = cpu_seconds() - cpu;
        if (!report) {
            fmt::print("failed: {}\n", report.error().text.en);
            return;
        }
        const ImportCounts total = report->total();
        fmt::print(
            "{}: {} households, {} persons, {} records in {:.2f} s ({:.2f} s of processor): {:.0f} "
            "households/s "
            "(added {}, changed {}, unchanged {}, refused {})\n",
            what, households, persons, total.added + total.changed + total.unchanged, seconds, used,
            static_cast<double>(households) / seconds, total.added, total.changed, total.unchanged,
            total.refused);
    };
    import("divisions", divisions_csv(), nullptr);
    options.apply = false;
    import("dry run  ", csv, nullptr);
    options.apply = true;
    Pace pace;
    import("apply    ", csv, &pace);
    pace.print();
    import("again    ", csv, nullptr);
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    fmt::print("  file {} MB, peak memory {} MB\n", csv.size() >> 20, usage.ru_maxrss / 1024);
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(path.string() + end);
    return 0;
}
