// Fix sheets that come back from a village: each row with a corrected value changes one field of
// one record; remarks go to the ledger. Owned by one import; one thread at a time.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "app/import/draft.h"
#include "port/store.h"
#include "sheet/reader.h"

namespace tz::intake {

bool is_fix_sheet(const Header& header);

class FixSheet {
  public:
    FixSheet(Store& store, const Session& session, Catalog catalog, const Header& header,
             SheetReport& report, Reporter& reporter, Chunk& chunk, Date today);

    void add(const sheet::RowView& row);
    // Compares with the register and puts one envelope a record into the chunk.
    Status finish();
    const SheetPlan& plan() const { return plan_; }

  private:
    struct Correction {
        std::size_t field = 0;
        std::int64_t row = 0;
        std::string former{};  // as the sheet showed it
        Value value{};
        std::string written{};
    };
    struct Fix {
        std::size_t slot = 0;
        Id record{};
        std::int64_t version = 0;
        std::int64_t row = 0;
        std::string subject{};
        std::vector<Correction> corrections{};
    };

    std::string_view cell(const sheet::RowView& row, std::size_t column) const;
    void take_note(const sheet::RowView& row);
    void take_correction(const sheet::RowView& row);
    std::size_t slot_of(std::string_view register_name);
    void refuse(std::int64_t row, std::size_t column, std::string_view value, Text reason,
                Text action);
    void settle(const Fix& fix, const Record& record);
    bool agrees(const Fix& fix, const Correction& correction, const Record& record);

    Store& store_;
    Scope scope_;
    Catalog catalog_;
    SheetReport& report_;
    Reporter& reporter_;
    Chunk& chunk_;
    Date today_{};
    SheetPlan plan_;
    std::vector<std::size_t> columns_;  // of kFixColumns; kNone where the sheet has none
    std::vector<Fix> fixes_;
    std::map<std::string, std::size_t> fix_of_;  // record id → position
};

}  // namespace tz::intake
