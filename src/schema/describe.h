// What the tables say, in other languages: DDL, JSON, TypeScript, a picture.
#pragma once
#include <string>
#include <vector>

#include "schema/entity.h"

namespace tz {

// "CREATE TABLE …" of the current and the history table and their indexes, one statement each.
// `strict` is SQLite's STRICT; PostgreSQL takes the same text without it.
std::vector<std::string> create_statements(const Entity& entity, bool strict);
std::string_view sql_type(Type type);
std::string describe_json(Catalog catalog);        // {"registers":[{name,label,fields:[…]}]}
std::string describe_typescript(Catalog catalog);  // one interface a register
// A picture of registers and references in the language of Mermaid (erDiagram), keys first.
std::string describe_mermaid(Catalog catalog);

}  // namespace tz
