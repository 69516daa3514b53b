// Values from and to text, by the field's type: what cells, forms, JSON and people see.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "schema/entity.h"

namespace tz {

// Reads a cell as offices write it (text numbers, full-width digits, all date forms, labels and
// aliases of choices, several choices between commas, 是/否 and 1/0). Empty text is unknown.
// The error says what was expected; the caller adds file, row and column.
Result<Value> parse_value(const Field& field, std::string_view cell);
// The label people read: "是", "1234.5", "2023-12-18", "因病,因残"; empty for unknown.
std::string show_value(const Field& field, const Value& value);
// The same as a stable machine form: choice names, ISO dates, true/false.
std::string machine_value(const Field& field, const Value& value);

struct Problem {
    std::string field{};
    Text text{};
};
// Required, range, length, choices and types of a whole row: all problems, not the first.
std::vector<Problem> validate(const Entity& entity, const Row& values);

}  // namespace tz
