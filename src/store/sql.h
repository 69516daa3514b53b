// The SQL of every read and write of a register, made from its fields. Pure text, so that engines
// differ in how they run it and not in what it says. Parameters are positional and 1-based.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "port/store.h"

namespace tz {

// A statement with the values of its parameters, in order.
struct SqlText {
    std::string text{};
    std::vector<Value> parameters{};
};

// Columns of every answer and every written row, in this order; the fields follow.
inline constexpr std::string_view kMetaColumns =
    "_county, _id, _version, _holds_from, _recorded_ms, _source, _retired, _unread";
namespace meta {
enum Column : int {
    kCounty,
    kId,
    kVersion,
    kHoldsFrom,
    kRecorded,
    kSource,
    kRetired,
    kUnread,
    kCount
};
}

// Writes; the parameters are the columns in order, so one binding serves all three.
std::string insert_sql(const Entity& entity);
std::string archive_sql(const Entity& entity);  // current row -> history, replaced at ?5
std::string update_sql(const Entity& entity);

// Reads.
std::string get_from_county_sql(const Entity& entity);  // parameters: county, id
SqlText counties_sql(const Entity& entity);             // that have records, one seek each
SqlText get_sql(const Entity& entity, Id id, const Scope& scope);
SqlText find_sql(const Entity& entity, const Query& query, const Scope& scope);
SqlText count_sql(const Entity& entity, const Query& query, const Scope& scope);
SqlText scan_sql(const Entity& entity, const std::vector<std::size_t>& columns, const When& when,
                 const Scope& scope);
SqlText said_by_sql(const Entity& entity, std::string_view source, const Scope& scope);
SqlText history_sql(const Entity& entity, Id id, const Scope& scope);  // + replaced_ms last

}  // namespace tz
