// A policy document as plain text, cut into places and sentences, each with the address by which
// packs point to it: 三(三)2/五 is a place, 三(三)2/五#3 its third sentence. Text comes as offices
// have it: signs in full or half width, lost characters, headings of newspapers. Pure; any thread.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "policy/outline/marks.h"

namespace tz::policy {

struct Place {
    std::string address{};  // "0": before the first sign
    int parent = -1;
    Rank rank = Rank::kFirst;
    int line = 0;
    int sentences = 0;         // numbered ones of its own
    bool is_restored = false;  // its sign was lost; found by the gap in the ordinals
};

struct Sentence {
    std::size_t place = 0;
    int number = 0;  // from 1 within its place; 0: a heading
    int line = 0;
    std::string text{};  // with the sign before it
};

struct Outline {
    std::vector<Place> places{};        // the first one is "0"
    std::vector<Sentence> sentences{};  // in the order of the document
    std::vector<Text> remarks{};        // what looks damaged
    std::string address(const Sentence& sentence) const;
    // Whether `place` is `above` or below it.
    bool is_within(std::size_t place, std::size_t above) const;
};

Outline read_outline(std::string_view text);

// The sentences that an address points to: a place with all below it, or some of its sentences.
struct Target {
    int place = -1;                              // -1: there is none
    std::vector<std::pair<int, int>> numbers{};  // first and last; empty: the place and all below
    Text error{};
    std::vector<std::string> nearest{};  // addresses that do exist
    bool has(int number) const;
};
Target find_target(const Outline& outline, std::string_view clause);

// The numbers in an address, for bringing addresses into the document's order without it.
std::vector<int> reading_order(std::string_view clause);

}  // namespace tz::policy
