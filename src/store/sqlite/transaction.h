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

// The three writing statements of a register, prepared once a connection.
struct EntityWriter {
    Statement insert{};
    Statement archive{};
    Statement update{};
};
using EntityWriters = std::unordered_map<const Entity*, EntityWriter>;

class SqliteTransaction : public Transaction {
  public:
    // `writers` is null for a read transaction; `release` gives the connection back.
    SqliteTransaction(Connection& connection, EntityWriters* writers, std::function<void()> release)
        : connection_(connection), writers_(writers), release_(std::move(release)) {}
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
    Result<EntityWriter*> writer(const Entity& entity);
    Status insert(EntityWriter& writer, const Entity&, const Record&, std::int64_t county);
    Status replace(EntityWriter& writer, const Entity&, const Record&, std::int64_t county,
                   std::int64_t expected);
    Error conflict_at(const Entity&, Id, std::int64_t county, std::int64_t expected);
    Result<std::optional<std::string>> one_text(const std::string& sql, const Value& key);

    Connection& connection_;
    EntityWriters* writers_;
    std::function<void()> release_;
    bool is_closed_ = false;
};

}  // namespace tz
