// Progress that nobody watches.
#pragma once
#include "port/store.h"

namespace tz {

class QuietProgress : public Progress {
  public:
    void step(std::string_view, std::int64_t, std::int64_t) override {}
};

}  // namespace tz
