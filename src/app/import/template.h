// The import template of a register: an empty workbook whose header is the register's labels. What
// is filled in comes back by import_file without a mapping. Safe from any thread.
#pragma once
#include <span>
#include <string>

#include "base/result.h"
#include "schema/entity.h"

namespace tz {

// `added`: columns behind them that packs add.
Result<std::string> template_workbook(const Entity& entity, std::span<const Field> added = {});

}  // namespace tz
