// Brings the tables of a database to what the catalog says: adds what is missing, never drops.
#pragma once
#include "schema/entity.h"
#include "store/sqlite/connection.h"

namespace tz {

// Takes the write lock only when something is missing.
Status migrate_sqlite(Connection& connection, Catalog catalog);

}  // namespace tz
