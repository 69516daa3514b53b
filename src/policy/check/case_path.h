// The columns of a case table: where a cell's value goes. check/ reads them to report what does not
// fit, explain/ to build the little world of a case. Pure; any thread.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "policy/check/typed.h"
#include "policy/syntax/report.h"

namespace tz::policy {

enum class StepKind : std::uint8_t { kParent, kChild, kOthers, kNeighbour, kAround };

// From one record to another one of a case's world.
struct CaseStep {
    StepKind kind = StepKind::kParent;
    const Entity* to = nullptr;
    std::size_t field = 0;  // kParent: of the register left; kChild: of the one reached;
                            // kAround: the level of the division
    int number = 1;         // which of several
    bool operator==(const CaseStep&) const = default;
};

enum class CellTarget : std::uint8_t { kField, kDefine, kParameter, kRecord, kAsOf, kLawDate };

struct CasePath {
    std::vector<CaseStep> steps{};
    const Entity* entity = nullptr;  // the register of the last record
    CellTarget target = CellTarget::kField;
    std::size_t field = 0;
    int define = -1;
    int parameter = -1;      // of the packs
    ValueType type{};        // of a field, define or parameter
    int plain_decimals = 0;  // of a number written without its unit: in the field's own unit
};

// What is wrong with the path, and what was meant.
struct PathProblem {
    Text message{};
    Text fix{};
};
struct FoundPath {
    std::optional<CasePath> path{};
    PathProblem problem{};
};
FoundPath find_path(const CompiledPacks& packs, int pack, const Entity& subject,
                    std::string_view written);

// Where the columns of case tables lead, each looked up once: rows of one table name the same
// columns. Keeps views of what is written there. One thread.
class CasePaths {
  public:
    explicit CasePaths(const CompiledPacks& packs) : packs_(packs) {}
    // Null: nothing is meant by it; find_path() says why.
    const CasePath* find(int pack, const Entity& subject, std::string_view written);

  private:
    const CompiledPacks& packs_;
    std::map<std::tuple<int, const Entity*, std::string_view>, std::unique_ptr<CasePath>> known_{};
};
// How a cell is written: what it says about its value.
enum class CellKind : std::uint8_t { kValue, kUnknown, kAbsent, kUnreadable, kBad };
struct CellValue {
    CellKind kind = CellKind::kUnknown;
    std::int64_t number = 0;
    std::string text{};
};
// "?" or nothing: unknown; "-": the record is not there; "!": unreadable text; of a parameter,
// "unset": unknown.
CellValue read_cell(std::string_view written, const CasePath& path);
// How many decimals a number in a cell needs, in the unit that its unit converts to.
int decimals_needed(std::string_view written);
// The answer that a case expects.
CellValue read_cell(std::string_view written, const ValueType& type);
// The same value as a case writes it: "35", "5000 元", "ordinary", "{a, b}".
std::string write_value(const ValueType& type, std::optional<std::int64_t> number,
                        std::string_view text);

}  // namespace tz::policy
