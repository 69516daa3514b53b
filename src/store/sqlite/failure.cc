#include "store/sqlite/failure.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cstdio>
#include <optional>

namespace tz {
namespace {

// The byte of the shared-memory file that SQLite locks for the one writer of a WAL database.
constexpr long kWriterByte = 120;

std::string program_name(int process) {
    char name[64] = {};
    std::FILE* file = std::fopen(fmt::format("/proc/{}/comm", process).c_str(), "r");
    if (file == nullptr) return {};
    const bool is_read = std::fgets(name, sizeof name, file) != nullptr;
    std::fclose(file);
    std::string out = is_read ? name : "";
    if (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
}

// Process that holds the write lock, from the kernel's list. Opening the file to ask would drop
// our own locks on it when it is closed again.
std::optional<int> writing_process(const std::string& path) {
    struct stat shared = {};
    if (stat((path + "-shm").c_str(), &shared) != 0) return std::nullopt;
    std::FILE* file = std::fopen("/proc/locks", "r");
    if (file == nullptr) return std::nullopt;
    std::optional<int> found;
    char line[256];
    while (!found && std::fgets(line, sizeof line, file) != nullptr) {
        int process = 0;
        unsigned long inode = 0;
        long first = 0, last = 0;
        const int read = std::sscanf(line, "%*s POSIX %*s WRITE %d %*x:%*x:%lu %ld %ld", &process,
                                     &inode, &first, &last);
        if (read == 4 && inode == shared.st_ino && first <= kWriterByte && kWriterByte <= last)
            found = process;
    }
    std::fclose(file);
    return found;
}

Error busy(const std::string& path) {
    Text who;
    if (const auto process = writing_process(path)) {
        const std::string name = program_name(*process);
        who = {fmt::format("(进程 {} {})", *process, name),
               fmt::format(" (process {} {})", *process, name)};
    }
    return failure(ErrorKind::kUnavailable,
                   fmt::format("数据库 {} 正被另一个程序写入{};请等它结束后再试", path, who.zh),
                   fmt::format("database {} is being written by another program{}; try again when "
                               "it has finished",
                               path, who.en),
                   path);
}

Error unavailable(const std::string& path, std::string_view zh, std::string_view en) {
    return failure(ErrorKind::kUnavailable, fmt::format("数据库 {}:{}", path, zh),
                   fmt::format("database {}: {}", path, en), path);
}

}  // namespace

Error not_our_database(const std::string& path) {
    return invalid(fmt::format("{} 不是台账数据库;请检查 --db 指的文件", path),
                   fmt::format("{} is not a Taizhang database; check the file --db names", path),
                   path);
}

Error newer_database(const std::string& path, int format, int known) {
    return failure(
        ErrorKind::kPrecondition,
        fmt::format("数据库 {} 是较新版本程序建的(格式 {},本程序只认到 {});请升级程序", path,
                    format, known),
        fmt::format("database {} was made by a newer program (format {}, this one knows up to {}); "
                    "upgrade the program",
                    path, format, known),
        path);
}

Error sqlite_failure(int code, const std::string& path, std::string_view detail) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return busy(path);
        case SQLITE_FULL:
            return unavailable(path, "磁盘已满,这一批没有保存;请腾出空间后重做这一步",
                               "the disk is full and this batch was not kept; free some space and "
                               "repeat this step");
        case SQLITE_READONLY:
            return unavailable(path, "文件是只读的,没有写入;请检查文件和所在文件夹的权限",
                               "the file is read-only and was not written; check the rights of the "
                               "file and its folder");
        case SQLITE_NOTADB:
            return not_our_database(path);
        case SQLITE_CORRUPT:
            return unavailable(path, "文件已损坏;请从备份恢复(taizhang admin restore),原文件先留着",
                               "the file is damaged; restore a backup (taizhang admin restore) and "
                               "keep the damaged file");
        case SQLITE_CANTOPEN:
            return failure(ErrorKind::kNotFound,
                           fmt::format("打不开数据库 {};请检查路径是否存在、有没有权限", path),
                           fmt::format("database {} can not be opened; check that the path exists "
                                       "and may be read",
                                       path),
                           path);
        case SQLITE_IOERR:
            return unavailable(path, "读写磁盘出错,这一批没有保存;请检查磁盘后重试",
                               "the disk could not be read or written and this batch was not kept; "
                               "check the disk and try again");
        default:
            return failure(
                ErrorKind::kBug, fmt::format("数据库 {}:内部错误 {}({})", path, code, detail),
                fmt::format("database {}: internal error {} ({})", path, code, detail), path);
    }
}

}  // namespace tz
