// What an ID number says against what the row says. Owned by app/import; pure functions.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/import/draft.h"

namespace tz::intake {

struct Mismatch {
    std::size_t field = 0;
    std::string value{};
    Text reason{};
};

std::vector<Mismatch> compare_with_document(const Slot& slot, const Envelope& envelope,
                                            std::string_view id_number);

}  // namespace tz::intake
