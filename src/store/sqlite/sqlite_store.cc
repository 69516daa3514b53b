#include "store/sqlite/sqlite_store.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

#include "store/check.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/failure.h"
#include "store/sqlite/migrate.h"
#include "store/sqlite/transaction.h"

namespace tz {
namespace {

constexpr int kApplicationId = 0x74616968;  // "taih"
constexpr int kFormat = 1;
constexpr int kPageSize = 8192;  // a row of 70 columns fits a page several times

constexpr const char* kSystemTables =
    "CREATE TABLE IF NOT EXISTS tz_audit (county INTEGER NOT NULL, sequence INTEGER NOT NULL, "
    "body BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (county, sequence)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS tz_receipt (command BLOB NOT NULL PRIMARY KEY, receipt BLOB NOT "
    "NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS tz_setting (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) "
    "STRICT, WITHOUT ROWID;";

Status configure(Connection& connection, const SqliteOptions& options) {
    sqlite3_busy_timeout(connection.handle(), options.wait_ms);
    RETURN_IF_ERROR(connection.execute(fmt::format(
        "PRAGMA page_size={}; PRAGMA synchronous={}; PRAGMA foreign_keys=ON; "
        "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY; "
        "PRAGMA cache_size=-262144; PRAGMA mmap_size=2147418112; PRAGMA wal_autocheckpoint=8192;",
        kPageSize, options.durable ? "FULL" : "NORMAL")));
    if (options.max_bytes == 0) return ok();
    return connection.execute(
        fmt::format("PRAGMA max_page_count={}", options.max_bytes / kPageSize));
}

Status make_system_tables(Connection& connection) {
    RETURN_IF_ERROR(connection.execute("PRAGMA journal_mode=WAL"));
    RETURN_IF_ERROR(connection.execute("BEGIN IMMEDIATE"));
    const Status made = connection.execute(
        fmt::format("{} PRAGMA application_id={}; PRAGMA user_version={}; COMMIT", kSystemTables,
                    kApplicationId, kFormat));
    if (!made && connection.in_transaction()) (void)connection.execute("ROLLBACK");
    return made;
}

// An empty file becomes a database of ours; anything else must be one already.
Status claim(Connection& connection, bool create) {
    ASSIGN_OR_RETURN(const std::int64_t application, connection.number("PRAGMA application_id"));
    ASSIGN_OR_RETURN(const std::int64_t format, connection.number("PRAGMA user_version"));
    ASSIGN_OR_RETURN(const std::int64_t objects,
                     connection.number("SELECT count(*) FROM sqlite_schema"));
    if (application == 0 && objects == 0 && create) return make_system_tables(connection);
    if (application != kApplicationId) return not_our_database(connection.path());
    if (format > kFormat)
        return newer_database(connection.path(), static_cast<int>(format), kFormat);
    return ok();
}

Result<std::unique_ptr<Connection>> connect(const std::string& path, const SqliteOptions& options) {
    const int flags = SQLITE_OPEN_READWRITE | (options.create ? SQLITE_OPEN_CREATE : 0);
    ASSIGN_OR_RETURN(auto connection, Connection::open(path, flags));
    RETURN_IF_ERROR(configure(*connection, options));
    return connection;
}

class SqliteStore : public Store {
  public:
    SqliteStore(std::string path, SqliteOptions options, std::unique_ptr<Connection> writer)
        : path_(std::move(path)), options_(options), writer_(std::move(writer)) {}

    Status migrate(Catalog catalog) override {
        return migrate_sqlite(*writer_.connection, catalog);
    }
    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        return access == Access::kWrite ? begin_write() : begin_read();
    }

  private:
    Result<std::unique_ptr<Transaction>> begin_write() {
        if (writer_.connection->in_transaction()) return second_writer();
        RETURN_IF_ERROR(writer_.connection->execute("BEGIN IMMEDIATE"));
        return std::unique_ptr<Transaction>(
            std::make_unique<SqliteTransaction>(writer_, Access::kWrite, [] {}));
    }

    // The first read fixes the state that the transaction sees.
    Result<std::unique_ptr<Transaction>> begin_read() {
        ASSIGN_OR_RETURN(std::unique_ptr<Seat> reader, take_reader());
        RETURN_IF_ERROR(reader->connection->execute("BEGIN"));
        RETURN_IF_ERROR(reader->connection->number("SELECT count(*) FROM tz_setting"));
        Seat* seat = reader.release();
        return std::unique_ptr<Transaction>(std::make_unique<SqliteTransaction>(
            *seat, Access::kRead,
            [this, seat] { idle_readers_.push_back(std::unique_ptr<Seat>(seat)); }));
    }

    Result<std::unique_ptr<Seat>> take_reader() {
        if (!idle_readers_.empty()) {
            auto reader = std::move(idle_readers_.back());
            idle_readers_.pop_back();
            return reader;
        }
        ASSIGN_OR_RETURN(auto connection, connect(path_, options_));
        RETURN_IF_ERROR(connection->execute("PRAGMA query_only=ON"));
        return std::make_unique<Seat>(std::move(connection));
    }

    std::string path_;
    SqliteOptions options_;
    Seat writer_;
    std::vector<std::unique_ptr<Seat>> idle_readers_;
};

Error target_exists(const std::string& path) {
    return failure(ErrorKind::kPrecondition,
                   fmt::format("{} 已经存在,不会覆盖;请先移开它或换个文件名", path),
                   fmt::format("{} exists and is not overwritten; move it away or choose another "
                               "name",
                               path),
                   path);
}

Status copy_pages(Connection& from, Connection& to, Progress* progress) {
    constexpr int kPagesAStep = 1024;
    sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr) return to.error(sqlite3_errcode(to.handle()));
    int code = SQLITE_OK;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        code = sqlite3_backup_step(backup, kPagesAStep);
        const int total = sqlite3_backup_pagecount(backup);
        if (progress != nullptr)
            progress->step("copy", total - sqlite3_backup_remaining(backup), total);
    }
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) return to.error(code);
    return ok();
}

Status check_copy(Connection& copy) {
    ASSIGN_OR_RETURN(Statement check, copy.prepare("PRAGMA quick_check(1)"));
    ASSIGN_OR_RETURN(const bool has_row, check.step());
    if (!has_row || check.bytes(0) != "ok") return copy.error(SQLITE_CORRUPT);
    return ok();
}

Status copy_to(Connection& from, const std::string& to, Progress* progress) {
    ASSIGN_OR_RETURN(auto copy, Connection::open(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    RETURN_IF_ERROR(copy_pages(from, *copy, progress));
    return check_copy(*copy);
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite(const std::string& path, SqliteOptions options) {
    ASSIGN_OR_RETURN(auto writer, connect(path, options));
    RETURN_IF_ERROR(claim(*writer, options.create));
    return std::unique_ptr<Store>(std::make_unique<SqliteStore>(path, options, std::move(writer)));
}

Status copy_sqlite(const std::string& from, const std::string& to, Progress* progress) {
    if (access(to.c_str(), F_OK) == 0) return target_exists(to);
    SqliteOptions options;
    options.create = false;
    ASSIGN_OR_RETURN(auto source, connect(from, options));
    RETURN_IF_ERROR(claim(*source, false));
    const std::string part = to + ".part";
    std::remove(part.c_str());
    const Status copied = copy_to(*source, part, progress);
    for (const char* ending : {"-wal", "-shm"}) std::remove((part + ending).c_str());
    if (copied && std::rename(part.c_str(), to.c_str()) == 0) return ok();
    std::remove(part.c_str());
    if (!copied) return copied;
    return sqlite_failure(SQLITE_IOERR, to, "rename");
}

}  // namespace tz
