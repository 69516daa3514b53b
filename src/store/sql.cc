#include "store/sql.h"

#include <fmt/format.h>

namespace tz {
namespace {

std::string quoted(std::string_view name) {
    std::string out = "\"";
    out += name;
    out += '"';
    return out;
}

// ", \"a\", \"b\"": the fields behind the meta columns; no columns: all.
std::string field_columns(const Entity& entity, const std::vector<std::size_t>& columns = {}) {
    std::string out;
    for (const std::size_t i : columns) out += ", " + quoted(entity.fields[i].name);
    if (!columns.empty()) return out;
    for (const Field& field : entity.fields) out += ", " + quoted(field.name);
    return out;
}

std::string all_columns(const Entity& entity) {
    return std::string(kMetaColumns) + field_columns(entity);
}

std::string history_of(const Entity& entity) { return std::string(entity.name) + "_history"; }

Value whole(std::int64_t number) { return Value(number); }

void add_range(SqlText& sql, std::string_view column, std::int64_t begin, std::int64_t end) {
    sql.text += fmt::format("{0} >= ? AND {0} < ?", column);
    sql.parameters.push_back(whole(begin));
    sql.parameters.push_back(whole(end));
}

// The records a scope covers. A record is kept under the county of its division, so from the
// county upwards the key says it all; below, the division's index does.
void add_scope(SqlText& sql, const Entity& entity, const Scope& scope) {
    const Division area = scope.area();
    const std::size_t division = entity.scope_index();
    if (level_of(area) > DivisionLevel::kCounty && division == entity.fields.size()) {
        sql.text += "0";
    } else if (level_of(area) > DivisionLevel::kCounty) {
        add_range(sql, "r." + quoted(entity.fields[division].name), area.code, end_code(area));
    } else if (level_of(area) == DivisionLevel::kCounty) {
        sql.text += "r._county = ?";
        sql.parameters.push_back(whole(county_key(area)));
    } else {
        add_range(sql, "r._county", county_key(area), county_key({end_code(area)}));
    }
}

// The counties that may hold an id: the scope's own, or each county the table has in the range,
// found by stepping through the key from county to county.
void add_place(SqlText& sql, const Entity& entity, const Scope& scope) {
    const Division area = scope.area();
    if (level_of(area) >= DivisionLevel::kCounty) {
        sql.text += "r._county = ?";
        sql.parameters.push_back(whole(county_key(area)));
        return;
    }
    sql.text += fmt::format(
        "r._county IN (WITH RECURSIVE step(n) AS (SELECT min(_county) FROM {0} WHERE _county >= ? "
        "UNION ALL SELECT (SELECT min(_county) FROM {0} WHERE _county > step.n AND _county < ?) "
        "FROM "
        "step "
        "WHERE step.n IS NOT NULL) SELECT step.n FROM step WHERE step.n IS NOT NULL)",
        quoted(entity.name));
    sql.parameters.push_back(whole(county_key(area)));
    sql.parameters.push_back(whole(county_key({end_code(area)})));
}

std::string_view operator_of(Compare compare) {
    switch (compare) {
        case Compare::kEqual:
            return " = ?";
        case Compare::kLess:
            return " < ?";
        case Compare::kLessOrEqual:
            return " <= ?";
        case Compare::kGreater:
            return " > ?";
        case Compare::kGreaterOrEqual:
            return " >= ?";
        case Compare::kKnown:
            return " IS NOT NULL";
        case Compare::kUnknown:
            return " IS NULL";
    }
    return {};
}

void add_filters(SqlText& sql, const Entity& entity, const Query& query) {
    if (!query.with_retired) sql.text += " AND r._retired = 0";
    for (const Filter& filter : query.filters) {
        const std::string_view op = operator_of(filter.compare);
        sql.text += fmt::format(" AND r.{}{}", quoted(entity.fields[filter.field].name), op);
        if (op.back() == '?') sql.parameters.push_back(filter.value);
    }
}

// The versions of alias `name` that count: recorded by then, holding by that day.
void add_when(SqlText& sql, std::string_view name, const When& when) {
    if (when.recorded_ms) {
        sql.text += fmt::format(" AND {}._recorded_ms <= ?", name);
        sql.parameters.push_back(whole(*when.recorded_ms));
    }
    if (when.held_on) {
        sql.text += fmt::format(" AND {}._holds_from <= ?", name);
        sql.parameters.push_back(whole(when.held_on->days));
    }
}

void add_no_later(SqlText& sql, const std::string& table, std::string_view newer,
                  const When& when) {
    sql.text += fmt::format(
        " AND NOT EXISTS (SELECT 1 FROM {} AS n WHERE n._county = r._county AND n._id = r._id{}",
        quoted(table), newer);
    add_when(sql, "n", when);
    sql.text += ")";
}

void add_part(SqlText& sql, const Entity& entity, const std::string& table,
              const std::string& columns, const Query& query, const Scope& scope) {
    sql.text += fmt::format("SELECT {} FROM {} AS r WHERE ", columns, quoted(table));
    add_scope(sql, entity, scope);
    add_filters(sql, entity, query);
    add_when(sql, "r", query.when);
}

// Every record as the question sees it: the current row, or the newest version that counts.
SqlText select(const Entity& entity, const std::string& columns, const Query& query,
               const Scope& scope) {
    SqlText sql;
    const std::string current(entity.name), history = history_of(entity);
    const bool is_now = !query.when.recorded_ms && !query.when.held_on;
    if (!is_now) sql.text = "SELECT * FROM (";
    add_part(sql, entity, current, columns, query, scope);
    if (is_now) return sql;
    sql.text += " UNION ALL ";
    add_part(sql, entity, history, columns, query, scope);
    add_no_later(sql, current, "", query.when);
    add_no_later(sql, history, " AND n._version > r._version", query.when);
    sql.text += ")";
    return sql;
}

}  // namespace

std::string insert_sql(const Entity& entity) {
    std::string marks = "?1";
    const std::size_t count = meta::kCount + entity.fields.size();
    for (std::size_t i = 2; i <= count; ++i) marks += fmt::format(", ?{}", i);
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", quoted(entity.name), all_columns(entity),
                       marks);
}

std::string archive_sql(const Entity& entity) {
    const std::string columns = all_columns(entity);
    return fmt::format(
        "INSERT INTO {} ({}, _replaced_ms) SELECT {}, ?5 FROM {} WHERE _county = ?1 AND _id = ?2 "
        "AND "
        "_version = ?3 - 1",
        quoted(history_of(entity)), columns, columns, quoted(entity.name));
}

std::string update_sql(const Entity& entity) {
    std::string sets =
        "_version = ?3, _holds_from = ?4, _recorded_ms = ?5, _source = ?6, _retired = ?7, _unread "
        "= ?8";
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        sets += fmt::format(", {} = ?{}", quoted(entity.fields[i].name), meta::kCount + i + 1);
    return fmt::format("UPDATE {} SET {} WHERE _county = ?1 AND _id = ?2", quoted(entity.name),
                       sets);
}

std::string get_from_county_sql(const Entity& entity) {
    return fmt::format("SELECT {} FROM {} WHERE _county = ? AND _id = ?", all_columns(entity),
                       quoted(entity.name));
}

SqlText counties_sql(const Entity& entity) {
    return {fmt::format("WITH RECURSIVE step(n) AS (SELECT min(_county) FROM {0} UNION ALL SELECT "
                        "(SELECT min(_county) FROM {0} WHERE _county > step.n) FROM step WHERE "
                        "step.n IS NOT NULL) SELECT n FROM step WHERE n IS NOT NULL",
                        quoted(entity.name)),
            {}};
}

SqlText get_sql(const Entity& entity, Id id, const Scope& scope) {
    SqlText sql;
    sql.text =
        fmt::format("SELECT {} FROM {} AS r WHERE ", all_columns(entity), quoted(entity.name));
    add_place(sql, entity, scope);
    sql.text += " AND r._id = ?";
    sql.parameters.push_back(id);
    if (level_of(scope.area()) > DivisionLevel::kCounty) {
        sql.text += " AND ";
        add_scope(sql, entity, scope);
    }
    sql.text += " ORDER BY r._retired, r._recorded_ms DESC LIMIT 1";
    return sql;
}

SqlText find_sql(const Entity& entity, const Query& query, const Scope& scope) {
    SqlText sql = select(entity, all_columns(entity), query, scope);
    sql.text += " ORDER BY ";
    if (query.order_by) sql.text += quoted(entity.fields[*query.order_by].name) + ", ";
    sql.text += "_county, _id LIMIT ? OFFSET ?";
    sql.parameters.push_back(whole(static_cast<std::int64_t>(query.limit)));
    sql.parameters.push_back(whole(static_cast<std::int64_t>(query.offset)));
    return sql;
}

SqlText count_sql(const Entity& entity, const Query& query, const Scope& scope) {
    SqlText sql = select(entity, "r._county", query, scope);
    sql.text = fmt::format("SELECT count(*) FROM ({})", sql.text);
    return sql;
}

SqlText scan_sql(const Entity& entity, const std::vector<std::size_t>& columns, const When& when,
                 const Scope& scope) {
    Query query;
    query.when = when;
    SqlText sql =
        select(entity, std::string(kMetaColumns) + field_columns(entity, columns), query, scope);
    sql.text += " ORDER BY _county, _id";
    return sql;
}

SqlText said_by_sql(const Entity& entity, std::string_view source, const Scope& scope) {
    Query query;
    query.with_retired = true;
    SqlText sql = select(entity, all_columns(entity), query, scope);
    sql.text += fmt::format(
        " AND (r._source = ? OR EXISTS (SELECT 1 FROM {} AS h WHERE h._county = r._county AND "
        "h._id = "
        "r._id AND h._source = ?)) ORDER BY _county, _id",
        quoted(history_of(entity)));
    sql.parameters.insert(sql.parameters.end(), 2, Value(std::string(source)));
    return sql;
}

SqlText history_sql(const Entity& entity, Id id, const Scope& scope) {
    SqlText sql;
    const std::string columns = all_columns(entity);
    const auto add = [&](const std::string& table, std::string_view replaced) {
        sql.text +=
            fmt::format("SELECT {}, {} FROM {} AS r WHERE ", columns, replaced, quoted(table));
        add_place(sql, entity, scope);
        sql.text += " AND r._id = ?";
        sql.parameters.push_back(id);
        if (level_of(scope.area()) <= DivisionLevel::kCounty) return;
        sql.text += " AND ";
        add_scope(sql, entity, scope);
    };
    add(history_of(entity), "_replaced_ms");
    sql.text += " UNION ALL ";
    add(std::string(entity.name), "0");
    sql.text += fmt::format(" ORDER BY {}, {}", meta::kRecorded + 1, meta::kVersion + 1);
    return sql;
}

}  // namespace tz
