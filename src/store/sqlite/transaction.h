// One transaction on one connection. Ends with commit or rolls back; a write that failed in the
// middle closes it, so that half a change can not be committed. One thread at a time.
#pragma once
#include <array>
#include <functional>
#include <memory>
#include <unordered_map>

#include "port/store.h"
#include "store/sqlite/connection.h"

namespace tz {

// The statements that bulk work runs for every record, prepared once a connection and register.
struct EntityStatements {
    Statement get{};  // by county and id
    Statement insert{};
    Statement archive{};
    Statement update{};
};

// A connection with what was prepared on it.
struct Seat {
    explicit Seat(std::unique_ptr<Connection> made) : connection(std::move(made)) {}
    std::unique_ptr<Connection> connection;
    std::unordered_map<const Entity*, EntityStatements> statements{};
};

class SqliteTransaction : public Transaction {
  public:
    // `release` gives the seat back.
    SqliteTransaction(Seat& seat, Access access, std::function<void()> release)
        : seat_(seat),
          connection_(*seat.connection),
          access_(access),
          release_(std::move(release)) {}
    ~SqliteTransaction() override;

    Result<std::optional<Record>> get(const Entity&, Id, const Scope&) override;
    Result<std::vector<Record>> find(const Entity&, const Query&, const Scope&) override;
    Result<std::int64_t> count(const Entity&, const Query&, const Scope&) override;
    Status scan(const Entity&, const std::vector<std::size_t>& columns, const When&, const Scope&,
                const RecordSink&) override;
    Status said_by(const Entity&, std::string_view source, const Scope&,
                   const RecordSink&) override;
    Result<std::vector<Version>> history(const Entity&, Id, const Scope&) override;
    Status put(const Entity&, const Record&, std::int64_t expected) override;
    Status append(const AuditLink&) override;
    Result<std::optional<AuditLink>> head(std::int64_t county) override;
    Result<std::vector<std::int64_t>> chains() override;
    Status links(std::int64_t county, std::int64_t from_sequence, const LinkSink&) override;
    Result<std::optional<std::string>> receipt(Id command) override;
    Status put_receipt(Id command, std::string_view receipt) override;
    Result<std::optional<std::string>> setting(std::string_view name) override;
    Status put_setting(std::string_view name, std::string_view value) override;
    Status commit() override;

  private:
    Status may_write() const;
    Status closing(Error error);  // the error, and nothing more may be written
    Status closing(Status status);
    Result<EntityStatements*> prepared(const Entity& entity);
    Result<std::optional<Record>> get_from_county(const Entity&, Id, std::int64_t county);
    Result<std::optional<Record>> get_from_counties(const Entity&, Id, Division area);
    Result<std::vector<std::int64_t>*> counties_of(const Entity&);
    Status insert(EntityStatements& statements, const Entity&, const Record&, std::int64_t county);
    Status replace(EntityStatements& statements, const Entity&, const Record&, std::int64_t county,
                   std::int64_t expected);
    Error conflict_at(const Entity&, Id, std::int64_t county, std::int64_t expected);
    Result<std::optional<std::string>> one_text(const std::string& sql, const Value& key);

    Seat& seat_;
    Connection& connection_;
    Access access_;
    std::function<void()> release_;
    bool is_closed_ = false;
    // Counties that have records, by register; read when first asked, kept up by put.
    std::unordered_map<const Entity*, std::vector<std::int64_t>> counties_;
};

}  // namespace tz
