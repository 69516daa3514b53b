// Import: a file as an office has it, in; records, or why not, out. A dry run says what would
// happen and writes nothing. Owned by app/import; one thread at a time.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/execute.h"
#include "app/undo.h"
#include "base/date.h"
#include "base/division.h"
#include "base/result.h"
#include "policy/check/typed.h"

namespace tz {

struct ImportOptions {
    std::string source{};  // whose file it is ("民政局"); columns learnt are kept under it
    std::string layout{};  // name of the layout; empty: found by the headers
    // Answers to questions about columns: header, "group/header" or column letter, and where it
    // goes: "register.field", or "-" to leave it out.
    std::vector<std::pair<std::string, std::string>> map{};
    bool apply = false;                // false: a dry run
    std::optional<Date> holds_from{};  // the day from which the values hold; else the file's month
    std::optional<Month> month{};      // the file speaks of; else found in its name and titles
    Division default_division{};       // the area of the file; names are looked up in it
    std::int64_t header_row = 0;       // 0: found
    std::size_t chunk = 2000;          // source rows a transaction
    std::size_t details_max = 2'000;   // issues and changes kept one by one; all are counted
    // Gives a pack by its name; filled-in forms are read by the pack they are of.
    std::function<Result<policy::CompiledPacks>(const std::string&)> packs{};
    // Columns that packs add to registers, by their labels.
    std::vector<policy::PackField> added{};
};

// What happened to the records of one register.
struct ImportCounts {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t doubtful = 0;  // records with a doubt; counted among the three above too
    std::int64_t refused = 0;
};

enum class IssueKind : std::uint8_t {
    kDoubt,    // kept, but somebody should look
    kRefusal,  // not taken
    kQuestion  // about a column or sheet: an answer is needed
};

struct ImportIssue {
    IssueKind kind = IssueKind::kDoubt;
    std::string file{};
    std::string sheet{};
    std::int64_t row = 0;  // 0: about the sheet
    std::string column{};  // its letter; empty: about the row
    std::string header{};
    std::string value{};
    std::string register_name{};
    Text reason{};
    Text action{};
};

enum class ColumnFate : std::uint8_t { kPlaced, kIgnored, kUnplaced };

struct ColumnReport {
    std::string column{};  // its letter
    std::string header{};  // "group/child" where grouped
    ColumnFate fate = ColumnFate::kUnplaced;
    std::string place{};  // "register.field" when placed
    Text reason{};        // how it was found, or why it is left out
};

struct SheetReport {
    std::string name{};
    std::string layout{};        // its name; empty: none fits
    std::string layout_title{};  // what people call it
    Text why{};                  // … it was taken for that, or skipped
    bool is_read = false;
    std::int64_t header_row = 0;  // the last of them
    std::int64_t rows = 0;        // of data
    std::vector<ColumnReport> columns{};
    std::vector<std::pair<std::int64_t, std::string>> skipped{};  // titles, totals, signatures
};

// A field that gets another value.
struct FieldChange {
    std::string sheet{};
    std::int64_t row = 0;
    std::string register_name{};
    Id record{};
    std::string subject{};  // whose record: name or number
    std::string field{};
    std::string label{};
    std::string before{};
    std::string after{};
};

// A remark of a fix sheet about a ledger item, without a corrected value.
struct FixNote {
    std::int64_t row = 0;
    std::string item{};  // 问题编号
    std::string remark{};
    std::string done_on{};
    std::string responsible{};
};

struct ImportReport {
    std::string file{};
    std::string digest{};
    bool is_applied = false;
    bool is_resumed = false;  // an import that had been cut off was taken up again
    std::string source{};     // of the values written; import_undo takes it back
    Id batch{};
    std::vector<SheetReport> sheets{};
    std::map<std::string, ImportCounts, std::less<>> counts{};          // by register
    std::map<std::string, std::int64_t, std::less<>> changed_fields{};  // by register.field
    std::vector<ImportIssue> issues{};  // the first ones; counted below
    std::int64_t doubts = 0;
    std::int64_t refusals = 0;
    std::int64_t questions = 0;
    std::vector<FieldChange> changes{};  // the first ones; counted in changed_fields
    std::vector<FixNote> notes{};
    std::int64_t rows = 0;

    ImportCounts total() const;
};

// A file that can't be opened or is of a kind nobody knows is an error; what is wrong inside of it
// stands in the report. The store is the registrar's.
Result<ImportReport> import_file(Registrar& registrar, Store& store, const Session& session,
                                 std::string_view file_name, std::string_view bytes,
                                 const ImportOptions& options, Progress* progress);

// Takes back what an import wrote, by the source of its values, and marks the batch as undone.
Result<UndoSummary> import_undo(Registrar& registrar, Store& store, const Session& session,
                                const std::string& source, const UndoSink& sink,
                                Progress* progress);

std::string to_json(const ImportReport& report);
std::string to_text(const ImportReport& report, Language language);

}  // namespace tz
