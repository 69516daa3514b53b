// Which sentences of a document the packs take care of: by a rule (or parameter, grant, form …), by
// a context with its reason, or not at all. A sentence that asks for something countable is taken
// care of only at its own place, so that one reason for a chapter can't swallow it. Pure.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "policy/outline/declared.h"
#include "policy/outline/outline.h"

namespace tz::policy {

struct CoveredSentence {
    std::size_t sentence = 0;          // in Outline::sentences
    std::vector<std::string> by{};     // names of declarations, each once
    std::vector<std::string> exact{};  // those of them that point to the sentence by its number
    std::string context{};             // the reason, where nothing else covers it
};
struct UncoveredSentence {
    std::size_t sentence = 0;
    Text why{};
};
struct WrongAddress {
    Declared declared{};
    Text why{};
    std::vector<std::string> nearest{};
};
struct Coverage {
    std::size_t sentences = 0;
    std::size_t implemented = 0;
    std::size_t context = 0;
    std::vector<CoveredSentence> items{};
    std::vector<UncoveredSentence> uncovered{};
    std::vector<WrongAddress> wrong{};
};

// Of those that point into the document of that name.
Coverage cover(const Outline& outline, std::span<const Declared> declared,
               std::string_view document);

}  // namespace tz::policy
