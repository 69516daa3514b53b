// The typed tree: what a checked pack means. Names are resolved, types and units agree, constants
// are scaled to the integers that columns hold. check/ makes it, program/ flattens it, explain/
// walks it one record at a time. Owned by CompiledPacks; immutable, so any thread may read it.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/division.h"
#include "base/text.h"
#include "policy/check/typed_report.h"
#include "schema/entity.h"

namespace tz::policy {

// What an expression yields. Everything but text is an int64 at run time (bool: 0 or 1).
enum class Kind : std::uint8_t {
    kBool,
    kNumber,
    kMoney,
    kText,
    kDate,
    kMonth,
    kChoice,
    kChoices,
    kDivision
};

struct ValueType {
    Kind kind = Kind::kBool;
    const CodeList* codes = nullptr;  // kChoice, kChoices
    std::string unit{};  // kNumber: "", "mu", "km", … (m is held as km with 3 more decimals)
    int decimals = 0;    // kNumber: the int64 is value * 10^decimals
};

enum class Op : std::uint8_t {
    // leaves
    kConstant,   // int_value or text_value
    kField,      // field of `entity`; may be unknown
    kPackField,  // number `index` of those that packs add to registers
    kParameter,  // parameter number `index`, by the division of the row and the law date of the run
    kAsOf,
    kLawDate,
    kUnreadable,  // bool: field of `entity` had unreadable text
    kSame,        // count of records of `entity` with the same value of `field`
    kSameIn,      // count of different values of reference `index` among those records
    // logic (Kleene)
    kAnd,
    kOr,
    kNot,
    kKnown,
    kMissingAs,  // args: x, replacement
    kIf,         // args: condition, then, else
    // comparison of two ints of one type, or two texts (kEqual, kNotEqual only)
    kEqual,
    kNotEqual,
    kLess,
    kLessOrEqual,
    kGreater,
    kGreaterOrEqual,
    kInSet,  // args[0] in int_set or text_set
    // several-choice sets as bits; the mask is int_value
    kHasAny,
    kHasAll,
    kHasOnly,
    kSize,
    // arithmetic on scaled ints; overflow gives unknown
    kAdd,
    kSubtract,
    kMultiply,
    kNegate,
    kDivideDown,
    kDivideHalfUp,  // args: a, b; result scaled by int_value / int_value2 as check/ computed:
                    // round(a*int_value / (b*int_value2)); b = 0 gives unknown
    kScale,         // args[0] * int_value (making decimals alike)
    // text functions; `text_value` is the literal where there is one
    kLength,
    kStartsWith,
    kContains,
    kSlice /* int_value from, int_value2 count */,
    kIsDigits,
    kIsMobile,
    kValidIdNumber,
    kIdBirth,
    kIdSex,
    kDisabilityKind,
    kDisabilityGrade,
    // dates; a day outside the years 1 to 9999 gives unknown, from kMonth on
    kAge /* args: birth, day */,
    kYearsBetween,
    kMonthsBetween,
    kYear /* of date */,
    kYearOfMonth,
    kMonthOf,
    kMonth,       // 1 to 12
    kQuarter,     // 1 to 4
    kSchoolYear,  // the year whose 1 September began it
    kWeekday,     // 1 to 7
    kStartOf,     // of the Period int_value that the day lies in
    kEndOf,
    kAddMonths,        // args: day, months
    kWorkdaysBetween,  // args: a, b; working days after a up to b, by calendar number `index`;
                       // unknown in years that it says nothing about
    kAddWorkdays,      // args: day, count; the count-th working day after it
    kInDivision,       // args[0] division, int_value code, int_value2 end code
    // other registers: `entity` is the register of the row that asks, `other` the one looked at
    kParent,  // args[0] evaluated on the record this row's reference field `field` points to;
              // unknown if none
    kChild,   // args[0] evaluated on the one record of `other` that refers here; unknown if none
    kAround,  // args[0] evaluated on the record of `other` whose own division is that of this row
              // at
              // level int_value; unknown if none, or if the row's division is above that level
    kExists,  // bool: is there a record of `other` that refers here (or that `field` points to:
              // int_value is 1 then, and `field` is of `entity`)
    // aggregates over the records of `other` that refer here by their field `field`:
    // args[0] the condition (or absent: all), args[1] the term
    kCount,
    kAny,
    kAll,
    kSum,
    kMin,
    kMax,
    kDistinct,  // how many different values the term has
    // the same over records of `other` in the same division as this row (village): by_division;
    // or in the row's division and all below it: within as well
    // over all rows of `entity` itself, args as for aggregates
    kRank,    // 1 + how many of those that fulfil args[0] have a larger args[1]; unknown for a row
              // that doesn't, or lacks a value
    kRanked,  // how many have a rank
    kAsking,  // args[0] evaluated on the row of the innermost node around this one that `opens`
};

struct Node;
using NodePtr = std::shared_ptr<const Node>;

struct Node {
    Op op = Op::kConstant;
    ValueType type{};
    const Entity* entity = nullptr;  // the register whose row this is evaluated on
    const Entity* other = nullptr;
    std::size_t field =
        0;  // of `entity` (kField, kParent …) or of `other` (the reference, for children)
    bool by_division = false;  // children are found by equal division, not by a reference
    bool within = false;       // … or by a division below
    bool opens = false;        // kAsking below means the row that this node is evaluated on
    int index = 0;             // kParameter; kSameIn: reference field
    std::int64_t int_value = 0;
    std::int64_t int_value2 = 0;
    std::string text_value{};
    std::vector<std::int64_t> int_set{};
    std::vector<std::string> text_set{};
    std::vector<NodePtr> args{};
    Position at{};
    Text said{};          // how a sentence calls it, where not by what it is made of
    bool unsaid = false;  // where and when a pack applies: left out of sentences
    // What was written, where this is it spelled out: a membership in a set that is no constant
    // (args: value, set). Never evaluated.
    NodePtr short_for{};
    int define = -1;  // this node is the body of define number `define`, for explanations
};

// The smaller or the greater of two values, which is made of a comparison and a choice.
inline bool is_extreme(const Node& node) {
    if (node.op != Op::kIf || !node.args[0] || node.args[0]->args.size() != 2) return false;
    const Node& test = *node.args[0];
    return (test.op == Op::kLessOrEqual || test.op == Op::kGreaterOrEqual) && test.define < 0 &&
           test.args[0] == node.args[1] && test.args[1] == node.args[2];
}

// A column that a pack adds to a register. Its words live as long as the field does.
struct PackField {
    int pack = 0;
    const Entity* entity = nullptr;
    std::shared_ptr<const Field> field{};
    Address source{};
};

struct ParameterRow {
    Division division{};
    Date from{};
    std::optional<Date> to{};
    bool is_set = false;
    std::int64_t int_value = 0;
    std::string text_value{};
    Address source{};
    Position at{};
};
enum class Binding : std::uint8_t { kFree, kMayRaise, kMayLower, kFixed };
struct Parameter {
    std::string name{};
    std::string title{};
    ValueType type{};
    Binding binding = Binding::kFree;
    int pack = 0;                      // that declared it first
    std::vector<ParameterRow> rows{};  // sorted by division and from
    Position at{};
    // The row that applies; nullptr when there is none.
    const ParameterRow* row_for(Division division, Date law_date) const;
};

struct Define {
    std::string name{};
    std::string title{};
    int pack = 0;
    const Entity* entity = nullptr;
    NodePtr body{};
    Address source{};
    bool is_class = false;          // made by `classify`
    std::vector<Choice> choices{};  // of a classify; names and labels live in `words`
    std::shared_ptr<CodeList> codes{};
    std::vector<std::shared_ptr<std::string>> words{};
    Position at{};
};

// Days that are worked or not though the day of the week says otherwise.
struct CalendarRow {
    Date from{};
    Date to{};
    bool working = false;
    Address source{};
};
struct WorkCalendar {
    std::string name{};
    std::string title{};
    int pack = 0;
    std::vector<CalendarRow> rows{};
    Position at{};
};

struct Exception {
    int pack = 0;
    std::string title{};
    Address source{};
    NodePtr when{};     // with the division and the dates of its pack
    NodePtr as_said{};  // without them, for sentences
    Position at{};
};

struct Rule {
    std::string name{};  // unique among the packs of a run
    std::string title{};
    int pack = 0;
    Address source{};
    const Entity* entity = nullptr;
    NodePtr when{};       // never null; with the division and the law dates of its pack
    NodePtr when_said{};  // without them, for sentences; null where the pack says nothing
    NodePtr that{};
    std::vector<Exception> exceptions{};
    std::string category{};
    std::string problem{};  // what a failure is called
    std::string owner{};    // department that must act
    std::optional<Date> due{};
    int within_days = 0;  // 0: not said
    bool workdays = false;
    int calendar = -1;                // of the working days; -1: Monday to Friday
    std::optional<Period> due_end{};  // of the one in which the item opens
    std::optional<Period> every{};    // judges the last complete one
    std::string grant{};              // made by the grant of this name
    int severity = 3;
    bool proposed = false;
    std::string note{};
    Position at{};
};

// What somebody is entitled to, as defines of its register and perhaps a rule.
struct Grant {
    std::string name{};
    std::string title{};
    int pack = 0;
    Address source{};
    const Entity* entity = nullptr;
    std::string per{};    // once, case, month, quarter, semester, year, school_year
    std::string payer{};  // department
    // Positions in CompiledPacks::defines; -1: it doesn't say what was received.
    int amount = -1;
    int entitled = -1;
    int received = -1;
    int gap = -1;
    bool proposed = false;
    std::string note{};
    Position at{};
};

struct Context {
    Address source{};
    std::string reason{};
    int pack = 0;
    Position at{};
};

// A question of a form. Its rule and the defines about its answers are among those of the packs.
enum class AnswerKind : std::uint8_t {
    kYesNo,
    kNumber,
    kMoney,
    kText,
    kDate,
    kMonth,
    kChoice,
    kChoices,
    kPhoto,
    kSignature,
    kLocation
};
struct AnswerChoice {
    std::string name{};
    std::string label{};
};
struct Question {
    std::string name{};
    std::string title{};
    NodePtr when{};  // on the section's register; null: always asked
    AnswerKind kind = AnswerKind::kYesNo;
    std::string unit{};
    std::vector<AnswerChoice> choices{};
    std::optional<std::size_t> field{};  // of the section's register: the answer is its value
    std::string rule{};                  // which judges the answer; empty: none
    std::vector<std::string> bad{};      // names of the answers that are a problem
    Position at{};
};
struct FormSection {
    std::string name{};
    std::string title{};
    const Entity* entity = nullptr;  // the register asked about
    std::string relation{};          // empty: the form's own record; otherwise each record of it
    std::size_t reference = 0;       // by which those records refer to the form's own
    std::vector<Question> questions{};
};
struct Form {
    int pack = 0;
    std::string name{};
    std::string title{};
    Address source{};
    const Entity* entity = nullptr;
    NodePtr when{};  // as said; null: about every record
    std::vector<FormSection> sections{};
    Position at{};
};

// A scorecard; its sums, ranks and places are among the defines.
struct ScoreItem {
    std::string name{};
    std::string title{};
    int define = -1;
};
struct Assessment {
    int pack = 0;
    std::string name{};
    std::string title{};
    Address source{};
    const Entity* entity = nullptr;
    NodePtr when{};  // as said; null: every record is ranked
    std::vector<ScoreItem> items{};
    int total = -1;  // positions in CompiledPacks::defines; -1: there is none
    int rank = -1;
    int place = -1;
    bool high_first = true;
    Position at{};
};

// The document that the declarations of Chain::condition are addressed to.
inline constexpr std::string_view kConditionDocument = "pack";

// Who must sign before a step may be taken, in which order.
struct Signer {
    int order = 1;
    std::string role{};
    std::string title{};
    int within_days = 0;  // 0: not said
    bool workdays = false;
    int asked = -1;  // the define that says whether this signer is; -1: always
};
struct Chain {
    int pack = 0;
    std::string name{};
    std::string title{};
    Address source{};
    const Entity* entity = nullptr;
    std::string before{};  // the step of the register's workflow that the complete chain allows
    bool voided_by_change = false;
    bool second_person = false;
    std::vector<Signer> signers{};  // in order
    int asked = -1;                 // the define that says whether the chain stands; -1: always
    // The declarations by which both are asked, as a pack writes them: all that it takes to ask
    // them again where the packs are not at hand.
    std::string condition{};
    Position at{};
};

// A department's list held against a register.
struct ComparedPair {
    std::size_t field = 0;   // of the register
    std::size_t source = 0;  // of the list
    std::int64_t tolerance = 0;
    std::string owner{};  // empty: who keeps the field or the list
};
struct ListComparison {
    int pack = 0;
    std::string name{};
    std::string title{};
    Address source{};
    const Entity* list = nullptr;
    const Entity* entity = nullptr;
    std::vector<std::size_t> keys{};  // of the register
    std::vector<ComparedPair> pairs{};
    // Who should be on the list, and who should not: rules that fail for those.
    std::optional<Rule> missing{}, found{};
    Position at{};
};

struct CaseCell {
    std::string path{};  // as written
    std::string text{};
    Position at{};
};
struct Case {
    int pack = 0;
    std::string subject{};  // rule, define, classify or item of a report
    std::vector<CaseCell> cells{};
    std::string expect{};
    Position at{};
    bool of_report = false;  // its cells are the figures of a report
};

struct PackInfo {
    std::string name{};
    std::string title{};
    std::string issuer{};
    Division division{};
    Date from{};
    std::optional<Date> to{};
    std::string parent{};
    std::string digest{};  // SHA-256 of its files in order of name
};

struct CompiledPacks {
    std::vector<PackInfo> packs{};
    std::vector<std::string> files{};  // names, for positions
    std::vector<Parameter> parameters{};
    std::vector<Define> defines{};
    std::vector<PackField> fields{};
    std::vector<Rule> rules{};
    std::vector<Grant> grants{};
    std::vector<WorkCalendar> calendars{};
    std::vector<Context> contexts{};
    std::vector<Case> cases{};
    std::vector<FigureReport> reports{};
    std::vector<Form> forms{};
    std::vector<Chain> chains{};
    std::vector<Assessment> assessments{};
    std::vector<ListComparison> comparisons{};
    Catalog catalog{};
};

// Whether names of `ancestor` are seen in `pack`: it is that pack or below it.
bool sees(const CompiledPacks& packs, int pack, int ancestor);

// By when an item that opens on a day must be done; nothing when the rule doesn't say.
std::optional<Date> deadline(const CompiledPacks& packs, const Rule& rule, Date opened);

enum class Verdict : std::uint8_t { kHolds, kFails, kUnknown, kNotApplicable };

// The dates of a run: facts as of a day, law as of a day.
struct RunDates {
    Date as_of{};
    Date law_date{};
};

}  // namespace tz::policy
