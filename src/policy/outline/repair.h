// What the reader has cut, and what is still to be decided with the whole document in sight: which
// first sentences are titles, where an ordinal's sign was lost, the numbers. Pure; any thread.
#pragma once
#include <string>
#include <vector>

#include "policy/outline/outline.h"

namespace tz::policy {

struct Piece {
    enum Kind : std::uint8_t { kSentence, kHeading };
    std::size_t place = 0;
    int line = 0;
    std::string text{};  // with the sign before it
    std::string body{};  // without
    Kind kind = kSentence;
    bool is_first = false;  // behind a sign
};

struct Draft {
    std::vector<Place> places{};
    std::vector<int> values{0};  // of the places' signs
    std::vector<Piece> pieces{};
};

Outline finish(Draft draft);

}  // namespace tz::policy
