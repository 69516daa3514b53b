#include "store/sqlite/transaction.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/check.h"
#include "store/sql.h"

namespace tz {
namespace {

struct Column {
    std::size_t field = 0;
    Type type = Type::kText;
};

std::vector<Column> columns_of(const Entity& entity, const std::vector<std::size_t>& wanted = {}) {
    std::vector<Column> out;
    for (const std::size_t i : wanted) out.push_back({i, entity.fields[i].type});
    if (!wanted.empty()) return out;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        out.push_back({i, entity.fields[i].type});
    return out;
}

void read_record(const Statement& row, const std::vector<Column>& columns, Record& into) {
    into.id = row.id(meta::kId);
    into.version = row.whole(meta::kVersion);
    into.holds_from = {static_cast<std::int32_t>(row.whole(meta::kHoldsFrom))};
    into.recorded_ms = row.whole(meta::kRecorded);
    into.source.assign(row.bytes(meta::kSource));
    into.retired = row.whole(meta::kRetired) != 0;
    into.unread.assign(row.bytes(meta::kUnread));
    int place = meta::kCount;
    for (const Column& column : columns) row.read(place++, column.type, into.values[column.field]);
}

void bind_record(Statement& statement, const Record& record, std::int64_t county,
                 std::int64_t version) {
    statement.bind(meta::kCounty + 1, county);
    statement.bind(meta::kId + 1, record.id);
    statement.bind(meta::kVersion + 1, version);
    statement.bind(meta::kHoldsFrom + 1, std::int64_t{record.holds_from.days});
    statement.bind(meta::kRecorded + 1, record.recorded_ms);
    statement.bind_text(meta::kSource + 1, record.source);
    statement.bind(meta::kRetired + 1, std::int64_t{record.retired});
    statement.bind_text(meta::kUnread + 1, record.unread);
    int place = meta::kCount;
    for (const Value& value : record.values) statement.bind(++place, value);
}

AuditLink read_link(const Statement& row) {
    AuditLink link{row.whole(0), row.whole(1), std::string(row.bytes(2)), {}};
    const std::string_view hash = row.bytes(3);
    std::copy_n(hash.begin(), std::min(hash.size(), link.hash.size()), link.hash.begin());
    return link;
}

std::string_view as_bytes(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

// Runs a question and gives each row to `row`, which may end it with an error.
template <class OnRow>
Status each_row(Connection& connection, const SqlText& sql, const OnRow& row) {
    ASSIGN_OR_RETURN(const Lease statement, connection.lease(sql.text));
    statement->bind_all(sql.parameters);
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement->step());
        if (!has_row) return ok();
        RETURN_IF_ERROR(row(*statement));
    }
}

Status each_record(Connection& connection, const SqlText& sql, const Entity& entity,
                   const std::vector<std::size_t>& wanted, const RecordSink& sink) {
    const std::vector<Column> columns = columns_of(entity, wanted);
    Record record;
    record.values.resize(entity.fields.size());
    return each_row(connection, sql, [&](const Statement& row) {
        read_record(row, columns, record);
        return sink(record);
    });
}

}  // namespace

SqliteTransaction::~SqliteTransaction() {
    // A rollback that fails leaves nothing behind either: SQLite has then rolled back by itself.
    if (connection_.in_transaction()) (void)connection_.execute("ROLLBACK");
    release_();
}

Status SqliteTransaction::may_write() const {
    if (is_closed_) return closed_transaction();
    if (access_ == Access::kRead) return read_only_transaction();
    return ok();
}

Status SqliteTransaction::closing(Error error) {
    is_closed_ = true;
    return error;
}

Status SqliteTransaction::closing(Status status) {
    if (!status) is_closed_ = true;
    return status;
}

Result<std::optional<Record>> SqliteTransaction::get(const Entity& entity, Id id,
                                                     const Scope& scope) {
    if (level_of(scope.area()) == DivisionLevel::kCounty)
        return get_from_county(entity, id, county_key(scope.area()));
    if (level_of(scope.area()) < DivisionLevel::kCounty)
        return get_from_counties(entity, id, scope.area());
    std::optional<Record> found;
    const auto keep = [&](const Record& record) {
        found = record;
        return ok();
    };
    RETURN_IF_ERROR(each_record(connection_, get_sql(entity, id, scope), entity, {}, keep));
    return found;
}

// An area of several counties: one look-up in each that has records. Of a record that moved
// between counties the one that is not retired counts, else the latest.
Result<std::optional<Record>> SqliteTransaction::get_from_counties(const Entity& entity, Id id,
                                                                   Division area) {
    ASSIGN_OR_RETURN(const std::vector<std::int64_t>* counties, counties_of(entity));
    const std::int64_t first = county_key(area), end = county_key({end_code(area)});
    std::optional<Record> found;
    for (const std::int64_t county : *counties) {
        if (county < first || county >= end) continue;
        ASSIGN_OR_RETURN(std::optional<Record> other, get_from_county(entity, id, county));
        const auto rank = [](const Record& r) { return std::pair(!r.retired, r.recorded_ms); };
        if (other && (!found || rank(*other) > rank(*found))) found = std::move(other);
    }
    return found;
}

Result<std::vector<std::int64_t>*> SqliteTransaction::counties_of(const Entity& entity) {
    const auto [place, is_new] = counties_.try_emplace(&entity);
    const auto it = place;  // clang 14 captures no binding
    if (!is_new) return &it->second;
    const Status status = each_row(connection_, counties_sql(entity), [&](const Statement& row) {
        it->second.push_back(row.whole(0));
        return ok();
    });
    if (status) return &it->second;
    counties_.erase(it);
    return status.error();
}

Result<std::optional<Record>> SqliteTransaction::get_from_county(const Entity& entity, Id id,
                                                                 std::int64_t county) {
    ASSIGN_OR_RETURN(EntityStatements * statements, prepared(entity));
    const Lease statement(&statements->get);
    statement->bind(1, county);
    statement->bind(2, id);
    ASSIGN_OR_RETURN(const bool has_row, statement->step());
    if (!has_row) return std::optional<Record>();
    std::optional<Record> found(std::in_place);
    found->values.resize(entity.fields.size());
    read_record(*statement, columns_of(entity), *found);
    return found;
}

Result<std::vector<Record>> SqliteTransaction::find(const Entity& entity, const Query& query,
                                                    const Scope& scope) {
    RETURN_IF_ERROR(check_query(entity, query));
    std::vector<Record> found;
    const auto keep = [&](const Record& record) {
        found.push_back(record);
        return ok();
    };
    RETURN_IF_ERROR(each_record(connection_, find_sql(entity, query, scope), entity, {}, keep));
    return found;
}

Result<std::int64_t> SqliteTransaction::count(const Entity& entity, const Query& query,
                                              const Scope& scope) {
    RETURN_IF_ERROR(check_query(entity, query));
    std::int64_t number = 0;
    RETURN_IF_ERROR(
        each_row(connection_, count_sql(entity, query, scope), [&](const Statement& row) {
            number = row.whole(0);
            return ok();
        }));
    return number;
}

Status SqliteTransaction::scan(const Entity& entity, const std::vector<std::size_t>& columns,
                               const When& when, const Scope& scope, const RecordSink& sink) {
    RETURN_IF_ERROR(check_columns(entity, columns));
    return each_record(connection_, scan_sql(entity, columns, when, scope), entity, columns, sink);
}

Status SqliteTransaction::said_by(const Entity& entity, std::string_view source, const Scope& scope,
                                  const RecordSink& sink) {
    return each_record(connection_, said_by_sql(entity, source, scope), entity, {}, sink);
}

Result<std::vector<Version>> SqliteTransaction::history(const Entity& entity, Id id,
                                                        const Scope& scope) {
    std::vector<Version> versions;
    const std::vector<Column> columns = columns_of(entity);
    const int replaced = meta::kCount + static_cast<int>(columns.size());
    RETURN_IF_ERROR(
        each_row(connection_, history_sql(entity, id, scope), [&](const Statement& row) {
            Version& version = versions.emplace_back();
            version.record.values.resize(columns.size());
            read_record(row, columns, version.record);
            version.replaced_ms = row.whole(replaced);
            return ok();
        }));
    return versions;
}

Result<EntityStatements*> SqliteTransaction::prepared(const Entity& entity) {
    EntityStatements& statements = seat_.statements[&entity];
    if (statements.get) return &statements;
    ASSIGN_OR_RETURN(statements.insert, connection_.prepare(insert_sql(entity)));
    ASSIGN_OR_RETURN(statements.archive, connection_.prepare(archive_sql(entity)));
    ASSIGN_OR_RETURN(statements.update, connection_.prepare(update_sql(entity)));
    ASSIGN_OR_RETURN(statements.get, connection_.prepare(get_from_county_sql(entity)));
    return &statements;
}

Error SqliteTransaction::conflict_at(const Entity& entity, Id id, std::int64_t county,
                                     std::int64_t expected) {
    std::int64_t stored = 0;
    const SqlText sql{
        fmt::format("SELECT _version FROM \"{}\" WHERE _county = ? AND _id = ?", entity.name),
        {Value(county), Value(id)}};
    const Status status = each_row(connection_, sql, [&](const Statement& row) {
        stored = row.whole(0);
        return ok();
    });
    return status ? conflict(entity, id, expected, stored) : status.error();
}

Status SqliteTransaction::insert(EntityStatements& statements, const Entity& entity,
                                 const Record& record, std::int64_t county) {
    bind_record(statements.insert, record, county, 1);
    const int code = statements.insert.run_code();
    if (code == SQLITE_DONE) {
        const auto known = counties_.find(&entity);
        if (known != counties_.end() &&
            std::ranges::find(known->second, county) == known->second.end())
            known->second.push_back(county);
        return ok();
    }
    if (code == SQLITE_CONSTRAINT_PRIMARYKEY) return conflict_at(entity, record.id, county, 0);
    return closing(connection_.error(code));
}

Status SqliteTransaction::replace(EntityStatements& statements, const Entity& entity,
                                  const Record& record, std::int64_t county,
                                  std::int64_t expected) {
    statements.archive.bind(meta::kCounty + 1, county);
    statements.archive.bind(meta::kId + 1, record.id);
    statements.archive.bind(meta::kVersion + 1, expected + 1);
    statements.archive.bind(meta::kRecorded + 1, record.recorded_ms);
    RETURN_IF_ERROR(closing(statements.archive.run()));
    if (connection_.changes() == 0) return conflict_at(entity, record.id, county, expected);
    bind_record(statements.update, record, county, expected + 1);
    return closing(statements.update.run());
}

Status SqliteTransaction::put(const Entity& entity, const Record& record, std::int64_t expected) {
    RETURN_IF_ERROR(may_write());
    RETURN_IF_ERROR(check_row(entity, record.values));
    ASSIGN_OR_RETURN(EntityStatements * statements, prepared(entity));
    const std::int64_t county = county_key(division_of(entity, record.values));
    if (expected == 0) return insert(*statements, entity, record, county);
    return replace(*statements, entity, record, county, expected);
}

Status SqliteTransaction::append(const AuditLink& link) {
    RETURN_IF_ERROR(may_write());
    ASSIGN_OR_RETURN(const Lease statement,
                     connection_.lease("INSERT INTO tz_audit VALUES (?, ?, ?, ?)"));
    statement->bind(1, link.county);
    statement->bind(2, link.sequence);
    statement->bind_bytes(3, link.body);
    statement->bind_bytes(4, as_bytes(link.hash));
    return closing(statement->run());
}

Result<std::optional<AuditLink>> SqliteTransaction::head(std::int64_t county) {
    std::optional<AuditLink> found;
    const SqlText sql{
        "SELECT county, sequence, body, hash FROM tz_audit WHERE county = ? "
        "ORDER BY sequence DESC LIMIT 1",
        {Value(county)}};
    RETURN_IF_ERROR(each_row(connection_, sql, [&](const Statement& row) {
        found = read_link(row);
        return ok();
    }));
    return found;
}

Result<std::vector<std::int64_t>> SqliteTransaction::chains() {
    std::vector<std::int64_t> counties;
    const SqlText sql{
        "WITH RECURSIVE step(n) AS (SELECT min(county) FROM tz_audit UNION ALL SELECT (SELECT "
        "min(county) FROM tz_audit WHERE county > step.n) FROM step WHERE step.n IS NOT NULL) "
        "SELECT n FROM step WHERE n IS NOT NULL",
        {}};
    RETURN_IF_ERROR(each_row(connection_, sql, [&](const Statement& row) {
        counties.push_back(row.whole(0));
        return ok();
    }));
    return counties;
}

Status SqliteTransaction::links(std::int64_t county, std::int64_t from_sequence,
                                const LinkSink& sink) {
    const SqlText sql{
        "SELECT county, sequence, body, hash FROM tz_audit WHERE county = ? AND sequence >= ? "
        "ORDER BY sequence",
        {Value(county), Value(from_sequence)}};
    return each_row(connection_, sql, [&](const Statement& row) { return sink(read_link(row)); });
}

Result<std::optional<std::string>> SqliteTransaction::one_text(const std::string& sql,
                                                               const Value& key) {
    std::optional<std::string> found;
    RETURN_IF_ERROR(each_row(connection_, {sql, {key}}, [&](const Statement& row) {
        found = std::string(row.bytes(0));
        return ok();
    }));
    return found;
}

Result<std::optional<std::string>> SqliteTransaction::receipt(Id command) {
    return one_text("SELECT receipt FROM tz_receipt WHERE command = ?", command);
}

Status SqliteTransaction::put_receipt(Id command, std::string_view receipt) {
    RETURN_IF_ERROR(may_write());
    ASSIGN_OR_RETURN(const Lease statement,
                     connection_.lease("INSERT INTO tz_receipt VALUES (?, ?)"));
    statement->bind(1, command);
    statement->bind_bytes(2, receipt);
    return closing(statement->run());
}

Result<std::optional<std::string>> SqliteTransaction::setting(std::string_view name) {
    return one_text("SELECT value FROM tz_setting WHERE name = ?", std::string(name));
}

Status SqliteTransaction::put_setting(std::string_view name, std::string_view value) {
    RETURN_IF_ERROR(may_write());
    ASSIGN_OR_RETURN(const Lease statement,
                     connection_.lease("INSERT OR REPLACE INTO tz_setting VALUES (?, ?)"));
    statement->bind_text(1, name);
    statement->bind_bytes(2, value);
    return closing(statement->run());
}

Status SqliteTransaction::commit() {
    if (is_closed_) return closed_transaction();
    is_closed_ = true;
    return connection_.execute("COMMIT");
}

}  // namespace tz
