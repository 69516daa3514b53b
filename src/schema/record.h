// A record as it is kept: its values and where, when and by what they were said.
#pragma once
#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/division.h"
#include "base/id.h"
#include "schema/entity.h"

namespace tz {

struct Record {
    Id id{};
    std::int64_t version = 0;      // 1 for the first; 0: not stored yet
    Date holds_from{};             // the day from which these values are said to hold
    std::int64_t recorded_ms = 0;  // the instant they were recorded, milliseconds since 1970 UTC
    std::string source{};          // what said so: an import batch, a command, a fix sheet
    bool retired = false;          // taken back; kept for history, seen by no rule
    // Cells kept as text, in "field=text\n" lines: those that could not be read, and behind them,
    // as "@field=text", the columns that packs add to the register.
    std::string unread{};
    Row values{};  // by position of the field; size == entity.fields.size()
};

// The id that the natural key of these values gives; null when the register has no key or a part
// of it is unknown.
Id natural_id(const Entity& entity, const Row& values);
// The division a record belongs to; the nation when it isn't known.
Division division_of(const Entity& entity, const Row& values);
// Canonical bytes of what a record says (its known values by field tag), for digests. A field that
// is added later and not known changes nothing.
std::string encode_values(const Entity& entity, const Record& record);
// The text kept for a field that could not be read; empty when there is none.
std::string_view unread_text(const Record& record, std::string_view field_name);
void set_unread(Record& record, std::string_view field_name, std::string_view text);
void clear_unread(Record& record, std::string_view field_name);
// The value of a field that a pack adds to the register; unknown where nothing was said.
Value added_value(const Record& record, const Field& field);
// How such a value stands in `unread`.
std::string added_line(const Field& field, const Value& value);
bool is_added_line(std::string_view line);

}  // namespace tz
