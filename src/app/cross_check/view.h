// An outcome in words and with both values: what JSON, text, sheets and ledger items are made of.
// Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/cross_check/comparison.h"

namespace tz::cross_check {

struct OutcomeView {
    OutcomeKind kind = OutcomeKind::kEqual;
    std::string sheet{};
    std::int64_t row = 0;  // 0: not in the list
    std::string column{};  // letter, of the cell that matters
    std::string header{};  // … and its heading
    std::string field{};   // "person.school_status"
    std::string item{};    // what is compared, as people call it
    std::string list_name{};
    std::string list_id{};  // as written
    std::string list_value{};
    Id record{};
    Division division{};
    std::string household_number{};
    std::string register_name{};
    std::string register_id{};
    std::string register_value{};
    std::string_view owner{};
    int score = 0;  // of a likeness; 0: found by number
    std::vector<Text> reasons{};
};
OutcomeView view(const Comparison& comparison, const OutcomeRow& row);
// "sure", "review", or empty for what was found by number.
std::string_view band_name(const OutcomeRow& row);
std::string join_reasons(const std::vector<Text>& reasons, Language language);
// Label of a department.
std::string owner_label(std::string_view owner);

}  // namespace tz::cross_check
