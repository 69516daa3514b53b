// The clerk's month, as the command line runs it: five workbooks into an empty database, packs over
// the register, ledger and fix sheets out. Prints the seconds of each step.
// usage: bench_month [--smoke] [HOUSEHOLDS]
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace {

namespace fs = std::filesystem;

// Runs one command line with its output thrown away; gives its seconds.
double run(std::vector<std::string> words) {
    words.insert(words.begin(), "taizhang");
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    std::fflush(stdout);
    const int kept = ::dup(STDOUT_FILENO);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    const auto start = std::chrono::steady_clock::now();
    const int exit = tz::cli::run(static_cast<int>(arguments.size()), arguments.data());
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::fflush(stdout);
    ::dup2(kept, STDOUT_FILENO);
    ::close(kept);
    ::close(nowhere);
    if (exit > tz::cli::kExitFound) fmt::print("failed: {}\n", fmt::join(words, " "));
    return seconds;
}

std::vector<std::string> workbooks(const fs::path& folder) {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        const bool is_export =
            name.find("监测对象信息") != name.npos || name.find("户信息") != name.npos ||
            name.find("务工信息") != name.npos || name.find("行政村信息.") != name.npos;
        if (is_export) out.push_back(entry.path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    const bool is_smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    const std::string households = is_smoke ? "500" : argc > 1 ? argv[1] : "2000";
    ::chdir(TZ_DATA_DIR);
    const fs::path folder =
        fs::temp_directory_path() / fmt::format("taizhang_month_{}", ::getpid());
    const std::string db = (folder / "county.db").string();
    run({"demo", "--out", (folder / "files").string(), "--households", households});
    run({"admin", "migrate", "--db", db});
    run({"import", (folder / "files/divisions.csv").string(), "--db", db, "--division", "4304",
         "--apply"});
    const auto books = workbooks(folder / "files");
    double importing = 0;
    for (const std::string& book : books)
        importing += run({"import", book, "--db", db, "--division", "4304", "--holds-from",
                          "2023-12-18", "--apply"});
    const double checking =
        run({"check", "--db", db, "--pack", "packs/national/quality_2023,packs/hunan/hengyang_2020",
             "--as-of", "2023-12-18"});
    const double sheets =
        run({"ledger", "export", "--db", db, "--out", (folder / "ledger.xlsx").string()}) +
        run({"ledger", "export", "--db", db, "--by", "village", "--out",
             (folder / "sheets").string()});
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    fmt::print(
        "month of {} households: import {} workbooks {:.2f} s, check and ledger {:.2f} s, sheets "
        "{:.2f} s; "
        "total {:.2f} s, peak {} MB\n",
        households, books.size(), importing, checking, sheets, importing + checking + sheets,
        usage.ru_maxrss / 1024);
    fs::remove_all(folder);
    return books.size() == 5 ? 0 : 1;
}
