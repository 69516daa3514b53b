// Names of divisions, from the division register: what people call a code. Read once, then plain.
#pragma once
#include <string>
#include <unordered_map>

#include "port/store.h"
#include "schema/entity.h"

namespace tz {

// The smallest division that holds both.
Division common_area(Division a, Division b);

class Places {
  public:
    static Result<Places> load(Store& store, const Scope& scope);
    // The code where there is no name.
    std::string name(Division division) const;
    // Names of the township and the village of a division; empty when it lies higher.
    std::string township(Division division) const;
    std::string village(Division division) const;
    // County, township and village together: "衡东县吴集镇杨林村".
    std::string full(Division division) const;

  private:
    std::unordered_map<std::int64_t, std::string> names_;
};

}  // namespace tz
