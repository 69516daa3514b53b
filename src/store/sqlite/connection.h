// A thin wrapper of the SQLite library: statements that bind and read values, a connection that
// prepares them once. Owns its handles; one thread at a time.
#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "schema/value.h"

namespace tz {

class Connection;

// Bound text and bytes must live until the statement is stepped to its end or reset.
class Statement {
  public:
    Statement() = default;
    Statement(Connection& connection, sqlite3_stmt* handle)
        : connection_(&connection), handle_(handle) {}

    void bind(int place, const Value& value);
    void bind(int place, std::int64_t number) { sqlite3_bind_int64(get(), place, number); }
    void bind(int place, Id id);
    void bind_text(int place, std::string_view text);
    void bind_bytes(int place, std::string_view bytes);
    void bind_all(const std::vector<Value>& values);

    Result<bool> step();  // true: a row is there; false: done
    int run_code();       // steps a statement without rows and resets it; SQLite's answer
    Status run();         // the same, SQLITE_DONE expected
    void reset() { sqlite3_reset(get()); }
    bool is_active() const { return sqlite3_stmt_busy(get()) != 0; }
    explicit operator bool() const { return handle_ != nullptr; }

    std::int64_t whole(int column) const { return sqlite3_column_int64(get(), column); }
    std::string_view bytes(int column) const;
    Id id(int column) const;
    void read(int column, Type type, Value& into) const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
    };
    sqlite3_stmt* get() const { return handle_.get(); }
    Connection* connection_ = nullptr;
    std::unique_ptr<sqlite3_stmt, Finalize> handle_{};
};

// Use of a kept statement; it is reset when the use ends.
class Lease {
  public:
    explicit Lease(Statement* kept) : statement_(kept) {}
    explicit Lease(Statement own)
        : own_(std::make_unique<Statement>(std::move(own))), statement_(own_.get()) {}
    Lease(Lease&& other) noexcept : own_(std::move(other.own_)), statement_(other.statement_) {
        other.statement_ = nullptr;
    }
    Lease& operator=(Lease&& other) noexcept {
        std::swap(own_, other.own_);
        std::swap(statement_, other.statement_);
        return *this;
    }
    ~Lease() {
        if (statement_ != nullptr) statement_->reset();
    }
    Statement* operator->() const { return statement_; }
    Statement& operator*() const { return *statement_; }

  private:
    std::unique_ptr<Statement> own_{};
    Statement* statement_ = nullptr;
};

class Connection {
  public:
    static Result<std::unique_ptr<Connection>> open(const std::string& path, int flags);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Result<Statement> prepare(std::string_view sql);
    // Prepared once and kept; a second use while the first one is still reading gets its own.
    Result<Lease> lease(const std::string& sql);
    Status execute(const std::string& sql);
    Result<std::int64_t> number(const std::string& sql);  // first column of the first row
    std::int64_t changes() const { return sqlite3_changes64(handle_.get()); }
    bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
    Error error(int code) const;
    const std::string& path() const { return path_; }
    sqlite3* handle() const { return handle_.get(); }

  private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    Connection(std::string path, sqlite3* handle) : path_(std::move(path)), handle_(handle) {}
    std::string path_;
    std::unique_ptr<sqlite3, Close> handle_;
    std::unordered_map<std::string, Statement> kept_;  // finalized before the handle is closed
};

}  // namespace tz
