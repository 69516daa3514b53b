#include "store/sqlite/migrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "schema/describe.h"

namespace tz {
namespace {

constexpr std::array<std::string_view, 9> kReserved = {
    "_county", "_id",      "_version", "_holds_from", "_recorded_ms",
    "_source", "_retired", "_unread",  "_replaced_ms"};

Status check_names(const Entity& entity) {
    for (const Field& field : entity.fields)
        if (std::ranges::find(kReserved, field.name) != kReserved.end())
            return failure(ErrorKind::kBug,
                           fmt::format("字段 {}.{} 和系统列同名,请改名", entity.name, field.name),
                           fmt::format("field {}.{} has the name of a system column; rename it",
                                       entity.name, field.name),
                           std::string(field.name));
    return ok();
}

Error type_changed(std::string_view table, const Field& field, std::string_view stored) {
    return failure(
        ErrorKind::kPrecondition,
        fmt::format("数据库的列 {}.{} 是 {},程序要 {};请用建库的程序版本导出后重新导入", table,
                    field.name, stored, sql_type(field.type)),
        fmt::format("column {}.{} of the database is {}, the program wants {}; export with the "
                    "program that made it and import again",
                    table, field.name, stored, sql_type(field.type)),
        std::string(field.name));
}

// "CREATE TABLE IF NOT EXISTS "name" (…": the first quoted word.
std::string object_name(std::string_view statement) {
    const std::size_t begin = statement.find('"') + 1;
    return std::string(statement.substr(begin, statement.find('"', begin) - begin));
}

Result<std::set<std::string>> object_names(Connection& connection) {
    ASSIGN_OR_RETURN(Statement rows, connection.prepare("SELECT name FROM sqlite_schema"));
    std::set<std::string> names;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, rows.step());
        if (!has_row) return names;
        names.emplace(rows.bytes(0));
    }
}

using ColumnTypes = std::map<std::string, std::string, std::less<>>;
using TableColumns = std::map<std::string, ColumnTypes, std::less<>>;

// Of all tables in one question: there are hundreds, and each command asks.
Result<TableColumns> table_columns(Connection& connection) {
    ASSIGN_OR_RETURN(
        Statement rows,
        connection.prepare("SELECT t.name, c.name, c.type FROM sqlite_schema AS t, "
                           "pragma_table_info(t.name) AS c WHERE t.type IN ('table', 'view')"));
    TableColumns tables;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, rows.step());
        if (!has_row) return tables;
        tables[std::string(rows.bytes(0))].emplace(rows.bytes(1), rows.bytes(2));
    }
}

Status add_columns(const ColumnTypes& stored, const Entity& entity, const std::string& table,
                   std::vector<std::string>& plan) {
    for (const Field& field : entity.fields) {
        const auto column = stored.find(field.name);
        if (column == stored.end())
            plan.push_back(fmt::format("ALTER TABLE \"{}\" ADD COLUMN \"{}\" {}", table, field.name,
                                       sql_type(field.type)));
        else if (column->second != sql_type(field.type))
            return type_changed(table, field, column->second);
    }
    return ok();
}

// Tables first, then the columns that old tables lack, then indexes, which may need them.
Status plan_entity(const TableColumns& tables, const Entity& entity,
                   const std::set<std::string>& existing, std::vector<std::string>& plan) {
    RETURN_IF_ERROR(check_names(entity));
    std::vector<std::string> indexes;
    for (std::string& statement : create_statements(entity, true)) {
        const bool is_table = statement.starts_with("CREATE TABLE");
        const std::string name = object_name(statement);
        const bool exists = existing.contains(name);
        if (is_table && exists) RETURN_IF_ERROR(add_columns(tables.at(name), entity, name, plan));
        if (!exists) (is_table ? plan : indexes).push_back(std::move(statement));
    }
    plan.insert(plan.end(), indexes.begin(), indexes.end());
    return ok();
}

Status run_plan(Connection& connection, const std::vector<std::string>& plan) {
    RETURN_IF_ERROR(connection.execute("BEGIN IMMEDIATE"));
    for (const std::string& statement : plan)
        if (Status status = connection.execute(statement); !status) {
            (void)connection.execute("ROLLBACK");
            return status;
        }
    return connection.execute("COMMIT");
}

}  // namespace

Status migrate_sqlite(Connection& connection, Catalog catalog) {
    ASSIGN_OR_RETURN(const std::set<std::string> existing, object_names(connection));
    ASSIGN_OR_RETURN(const TableColumns tables, table_columns(connection));
    std::vector<std::string> plan;
    for (const Entity* entity : catalog)
        RETURN_IF_ERROR(plan_entity(tables, *entity, existing, plan));
    if (plan.empty()) return ok();
    return run_plan(connection, plan);
}

}  // namespace tz
