// One self-contained page of clauses: each with the rules, parameters and reasons that packs put
// beside it. For reading at a desk or on a phone, and for printing on A4. Plain values in, HTML
// out.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tz::document {

struct ClauseTable {
    std::string title{};
    std::vector<std::string> head{};
    std::vector<std::vector<std::string>> rows{};
};
struct VerdictCounts {
    std::int64_t holds = 0;
    std::int64_t fails = 0;
    std::int64_t unknown = 0;
};
struct ClauseNote {
    std::string kind{};  // "规则", "参数" …
    std::string name{};  // as the pack writes it
    std::string title{};
    std::vector<std::string> text{};
    std::vector<ClauseTable> tables{};
    std::optional<VerdictCounts> counts{};
};
enum class ClauseState : std::uint8_t { kPlain, kHeading, kImplemented, kContext, kUncovered };
struct Clause {
    std::string address{};
    std::string text{};
    ClauseState state = ClauseState::kPlain;
    int depth = 0;      // of a heading, from 0
    std::string why{};  // of an uncovered one
    std::vector<ClauseNote> notes{};
    std::vector<std::string> also{};  // names of notes that stand beside an earlier clause
};
struct ClausePage {
    std::string title{};
    std::string about{};
    std::string foot{};
    std::vector<std::pair<std::string, std::string>> numbers{};  // label and value
    std::vector<Clause> clauses{};
};

std::string render_clauses(const ClausePage& page);

}  // namespace tz::document
