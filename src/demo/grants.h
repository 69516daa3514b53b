// The grants of packs that the made-up county's people are paid: who gets one, how much, under
// which item of the pay list. Pure; constants.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "demo/draft.h"

namespace tz::demo {

// A person as the register and the school roll show him or her.
struct Claim {
    const Household& home;
    const Person& person;
    std::string_view grade{};  // empty: not at school
    bool boards = false;
};

struct Grant {
    std::string_view name{};
    std::string_view pack{};
    std::string_view area{};  // where the pack applies
    std::string_view item{};
    std::string_view payer{};
    std::int64_t (*yuan)(const Claim&) = nullptr;  // 0: not entitled
    // Not entitled, but easily taken for it, and what such a one is paid by mistake.
    bool (*looks_entitled)(const Claim&) = nullptr;
    std::int64_t mistaken_yuan = 0;
    bool by_school_year = false;
};

std::span<const Grant> grants();

}  // namespace tz::demo
