// A pack as written: the syntax tree. Names are not resolved yet. Plain values; any thread.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "policy/syntax/token.h"

namespace tz::policy {

struct Name {
    std::string text{};
    Spot at{};
    bool empty() const { return text.empty(); }
};

enum class ExprKind : std::uint8_t {
    kPath,       // path
    kNumber,     // text, unit
    kDate,       // text
    kMonth,      // text
    kText,       // text
    kBool,       // text: true or false
    kSet,        // args
    kCall,       // text(args where …); aggregates too
    kNot,        // args[0]
    kNegate,     // args[0]
    kBinary,     // args[0] text args[1]: or and = != < <= > >= + - * /
    kBetween,    // args: x, low, high
    kIn,         // args: x, set; text is "in" or "not in"
    kHas,        // args: x, choices; text is "", "any", "all", "only"
    kIsEmpty,    // args[0]
    kKnown,      // args[0]
    kMissingAs,  // args: x, replacement
    kIf,         // args: condition, then, else
    kRound,      // args: x, step; text is "down" or "half up"
};

struct Expr;
using ExprPtr = std::shared_ptr<const Expr>;

struct Expr {
    ExprKind kind = ExprKind::kPath;
    Spot at{};  // of the word or sign that names it
    std::string text{};
    std::string unit{};
    std::vector<Name> path{};
    std::vector<ExprPtr> args{};
    ExprPtr where{};
};

struct AddressSyntax {
    Name document{};
    std::string clause{};
};

struct TypeSyntax {
    Name name{};      // bool, number, money …
    Name argument{};  // a unit or a code list
};

struct ParameterRowSyntax {
    Cell division{}, from{}, to{};
    ExprPtr value{};  // null: unset
    AddressSyntax source{};
    Spot at{};
};
struct ParameterSyntax {
    Name name{};
    std::string title{};
    TypeSyntax type{};
    std::string binding{};  // "", "may raise", "may lower", "fixed"
    std::vector<ParameterRowSyntax> rows{};
};
struct CodesSyntax {
    Name name{};
    std::string title{};
    Name list{};
    std::vector<Name> choices{};
};
struct DefineSyntax {
    Name name{};
    std::string title{};
    AddressSyntax source{};
    Name entity{};
    ExprPtr body{};
    bool in_scope = false;  // true or false, and true only where and when its pack applies
};
struct ElseSyntax {
    Name category{};
    std::string problem{};
    Name owner{};
    Cell due{};      // a date, as written
    Name due_end{};  // due end of month | quarter | year | school_year
    int within_days = 0;
    bool workdays = false;
    Spot at{};
};
struct RequireSyntax {
    Name name{};
    std::string title{};
    bool proposed = false;
    AddressSyntax source{};
    Name entity{};
    ExprPtr when{};
    ExprPtr that{};
    Name every{};  // month, quarter, year, school_year; empty: the facts as they stand
    ElseSyntax otherwise{};
    int severity = 0;  // 0: not said
    std::string note{};
};
struct ExceptionSyntax {
    Name rule{};
    std::string title{};
    AddressSyntax source{};
    ExprPtr when{};
};
struct ClassRowSyntax {
    ExprPtr when{};  // null: otherwise
    Name name{};
    std::string label{};
};
struct ClassifySyntax {
    Name name{};
    std::string title{};
    AddressSyntax source{};
    Name entity{};
    std::vector<ClassRowSyntax> rows{};
};
struct ContextSyntax {
    AddressSyntax source{};
    std::string reason{};
    Spot at{};
};
struct CalendarRowSyntax {
    Cell from{}, to{}, is{};  // is: holiday or working
    AddressSyntax source{};
};
struct CalendarSyntax {
    Name name{};
    std::string title{};
    std::vector<CalendarRowSyntax> rows{};
};
struct GrantSyntax {
    Name name{};
    std::string title{};
    bool proposed = false;
    AddressSyntax source{};
    Name entity{};
    ExprPtr when{};
    ExprPtr amount{};
    Name per{};  // once, case, month, quarter, semester, year, school_year
    Name payer{};
    ExprPtr received{};
    std::vector<ExprPtr> unless{};  // paths to other grants
    ElseSyntax otherwise{};
    bool has_else = false;
    std::string note{};
};
struct CaseSyntax {
    Name subject{};
    std::vector<Cell> columns{};  // the last one is `expect`
    std::vector<std::vector<Cell>> rows{};
};

// figure NAME "title" = "ID" from ADDRESS: a name for a figure of the table.
struct ReportFigureSyntax {
    Name name{};
    std::string title{};
    std::string key{};
    AddressSyntax source{};
};
// value | derive | check | hypothesis | limit | test
struct ReportItemSyntax {
    Name keyword{};
    Name name{};
    std::string title{};
    std::vector<ExprPtr> values{};  // of value and derive; otherwise the condition alone
    std::string unit{};             // shown in …
    ExprPtr tolerance{};
    bool by_rounding = false;
    Name assumed{};  // the divisor that is not printed beside the rate
    std::string unclear{};
    std::string note{};
    AddressSyntax source{};
};
struct ReportTextSyntax {
    std::string text{};
    Spot at{};
};
struct ReportSyntax {
    Name name{};
    std::string title{};
    AddressSyntax source{};
    std::vector<ReportFigureSyntax> figures{};
    std::vector<ReportItemSyntax> items{};
    std::vector<ReportTextSyntax> texts{};
};

// assess: a scorecard. Each item's points are kept between least and most, then added up.
struct ScoreSyntax {
    Name name{};
    std::string title{};
    ExprPtr points{}, least{}, most{};
};
// first N as NAME "label"
struct CutSyntax {
    ExprPtr count{};  // a number, or the name of one; null: not said
    Name name{};
    std::string label{};
};
struct AssessSyntax {
    Name name{};
    std::string title{};
    AddressSyntax source{};
    Name entity{};
    ExprPtr when{};
    std::vector<ScoreSyntax> items{};
    Name ranked{};  // high, low; empty: not ranked
    Name ties{};    // better, worse, unranked; or, tied_by, the parameter that says which
    bool tied_by = false;
    CutSyntax first{}, last{};
    Name overlap{};  // first, last, neither
};

// chain: who signs, in which order; equal order: in any.
struct SignerSyntax {
    int order = 0;
    Name role{};
    std::string title{};
    ExprPtr when{};       // null: always
    int within_days = 0;  // 0: not said
    bool workdays = false;
};
struct ChainSyntax {
    Name name{};
    std::string title{};
    AddressSyntax source{};
    Name entity{};
    Name before{};           // the step that the complete chain allows
    ExprPtr when{};          // null: it stands before that step of every record
    ElseSyntax otherwise{};  // what a signature that is late is called
    bool has_else = false;
    bool voided_by_change = false;
    bool second_person = false;
    std::vector<SignerSyntax> signers{};
};

// form: questions asked about a record, or about each record of one of its relations.
struct ChoiceSyntax {
    Name name{};
    std::string label{};
};
struct AnswerSyntax {
    Name kind{};      // yes_no, number, money, text, date, month, choice, choices, photo, …
    Name argument{};  // unit or code list
    std::vector<ChoiceSyntax> choices{};  // written here instead of a code list
};
// field: a column that a pack adds to a register.
struct FieldSyntax {
    Name name{};
    std::string title{};
    AddressSyntax source{};
    Name entity{};
    TypeSyntax type{};
    std::vector<ChoiceSyntax> choices{};  // written here instead of a code list
};
struct TriggerSyntax {
    std::vector<Name> answers{};  // yes, no, or choices
    std::string sign{};           // or a comparison with
    ExprPtr bound{};
    bool empty() const { return answers.empty() && sign.empty(); }
};
struct QuestionSyntax {
    Name name{};
    std::string title{};
    ExprPtr when{};  // null: always asked
    AnswerSyntax answer{};
    Name field{};  // the answer is the value of this field; empty: of none
    TriggerSyntax trigger{};
    ElseSyntax problem{};
};
struct FormSectionSyntax {
    Name name{};
    std::string title{};
    Name relation{};  // each record of it is asked; empty: the record itself
    std::vector<QuestionSyntax> questions{};
};
struct FormSyntax {
    Name name{};
    std::string title{};
    AddressSyntax source{};
    Name entity{};
    ExprPtr when{};
    std::vector<FormSectionSyntax> sections{};
};

// compare: a department's list against a register.
struct ComparedSyntax {
    Name field{};
    Name source{};
    ExprPtr tolerance{};
    Name owner{};
};
struct AbsenceSyntax {
    ElseSyntax problem{};
    ExprPtr when{};
    bool is_said = false;
};
struct ComparisonSyntax {
    Name name{};
    std::string title{};
    AddressSyntax source{};
    Name list{};    // the register that the list is a file of
    Name entity{};  // the register it is held against
    std::vector<Name> keys{};
    std::vector<ComparedSyntax> fields{};
    AbsenceSyntax missing{};  // in the register, not in the list
    AbsenceSyntax found{};    // in the list
};

using Declaration = std::variant<ParameterSyntax, CodesSyntax, DefineSyntax, RequireSyntax,
                                 ExceptionSyntax, ClassifySyntax, ContextSyntax, CaseSyntax,
                                 ReportSyntax, GrantSyntax, CalendarSyntax, AssessSyntax,
                                 ChainSyntax, FormSyntax, ComparisonSyntax, FieldSyntax>;

struct Tree {
    std::vector<Declaration> declarations{};
    std::set<std::string> broken{};  // names of declarations that could not be read
    std::set<std::string> made{};    // rules that another declaration stands for
};

}  // namespace tz::policy
