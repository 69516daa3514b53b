// What every engine asks before it stores or compares: does a value belong in its field. Pure.
#pragma once
#include "base/result.h"
#include "port/store.h"

namespace tz {

// The alternative a value of this type has when it is known.
bool fits(Type type, const Value& value);
// A fault of the program when a row has another size or a value of another type than its register.
Status check_row(const Entity& entity, const Row& values);
// The same for the fields and values of a question.
Status check_query(const Entity& entity, const Query& query);
Status check_columns(const Entity& entity, const std::vector<std::size_t>& columns);

// What all engines say when a record is not at the version the writer saw. `stored` 0: not there.
Error conflict(const Entity& entity, Id id, std::int64_t expected, std::int64_t stored);
Error closed_transaction();
Error read_only_transaction();
Error second_writer();

}  // namespace tz
