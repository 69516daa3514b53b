// The slow, obvious evaluator: one record at a time over the typed tree. It is the oracle that the
// columnar engine is tested against, and it knows why an answer is unknown. Reads only; any thread.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "policy/check/typed.h"
#include "policy/facts.h"

namespace tz::policy {

// Something that is not known and on which the answer depends.
struct Missing {
    const Entity* entity = nullptr;  // null: a parameter
    std::size_t field = 0;
    std::uint32_t row = kNoRow;  // kNoRow: there is no record that refers to the asking one
    std::string parameter{};     // or the name of a field that a pack adds
    bool operator<(const Missing& other) const { return key() < other.key(); }
    bool operator==(const Missing& other) const { return key() == other.key(); }

  private:
    std::tuple<std::string_view, std::size_t, std::uint32_t, std::string_view> key() const {
        return {entity ? entity->name : std::string_view(), field, row, parameter};
    }
};
// "household.kind", or "parameter:monitoring_line".
std::string name_of(const Missing& missing);

struct Answer {
    std::optional<std::int64_t> number{};  // everything but text
    std::optional<std::string> text{};
    std::set<Missing> missing{};  // why it is unknown; empty when known or overflowed
    bool known() const { return number.has_value() || text.has_value(); }
    bool is_true() const { return number && *number != 0; }
    bool is_false() const { return number && *number == 0; }
    static Answer of(std::int64_t value) { return {value, {}, {}}; }
    static Answer of(std::string value) { return {{}, std::move(value), {}}; }
};

struct Judgement {
    Verdict verdict = Verdict::kUnknown;
    std::set<Missing> missing{};  // of an unknown verdict
};

// Values said directly (by a case): of defines instead of computed, (define, row) -> answer; of
// parameters instead of those of the packs.
struct Given {
    std::map<std::pair<int, std::uint32_t>, Answer> defines{};
    std::map<int, Answer> parameters{};
};

// Sees every node's answer; explain/ listens.
class Listener {
  public:
    virtual ~Listener() = default;
    virtual void on_answer(const Node& node, std::uint32_t row, const Answer& answer) = 0;
    virtual void on_parameter(int parameter, const ParameterRow* row) = 0;
};

// Answers about many records, kept from one question to the next while neither the records nor the
// dates change: of an aggregate over a division and below, by its code; of a rank, all values.
struct WideAnswers {
    std::map<std::pair<const Node*, std::int64_t>, Answer> aggregates{};
    std::map<const Node*, std::vector<std::int64_t>> ranked{};  // descending
};

class Oracle {
  public:
    Oracle(const CompiledPacks& packs, const Facts& facts, RunDates dates,
           const Given* given = nullptr, Listener* listener = nullptr, WideAnswers* wide = nullptr)
        : packs_(packs),
          facts_(facts),
          dates_(dates),
          given_(given),
          listener_(listener),
          wide_(wide) {}
    Answer evaluate(const Node& node, std::uint32_t row) const;
    Judgement judge(const Rule& rule, std::uint32_t row) const;

  private:
    friend class Evaluator;
    const CompiledPacks& packs_;
    const Facts& facts_;
    RunDates dates_;
    const Given* given_;
    Listener* listener_;
    WideAnswers* wide_;
};

std::string_view verdict_word(Verdict verdict);  // holds, fails, unknown, not applicable
std::optional<Verdict> parse_verdict(std::string_view word);

}  // namespace tz::policy
