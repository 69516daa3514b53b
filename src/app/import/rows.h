// Rows to envelopes: what a row says of its household, its people and their other records, and
// what is odd about it. Owned by one import; one thread at a time.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/import/divisions.h"
#include "app/import/draft.h"
#include "sheet/reader.h"

namespace tz::intake {

// What all sheets of a file have in common.
struct RowContext {
    DivisionIndex& divisions;
    FileMemory& memory;
    Reporter& reporter;
    Chunk& chunk;
    bool clears_matter = true;  // there are records that a blank cell could change
    std::optional<Date> holds_from{};
};

class RowBuilder {
  public:
    RowBuilder(SheetPlan& plan, RowContext& context, std::uint32_t sheet, SheetReport& report);

    void add(const sheet::RowView& row);
    // Whether the next row may go to another chunk: it belongs to another household.
    bool is_boundary(const sheet::RowView& row);
    // Closes the household under construction; before a chunk is sent and at the end.
    void finish_group();

  private:
    // The household that the current rows belong to.
    struct Group {
        bool is_open = false;
        bool is_again = false;  // the file has spoken of it before
        std::string number{};
        std::size_t house = kNone;
        std::vector<std::size_t> drafts{};  // by slot; kNone for own slots
        std::vector<std::size_t> said{};    // by slot: values given
    };
    struct Area {
        bool is_known = false;
        Division division{};
        const Placed* placed = nullptr;
    };

    bool skip(const sheet::RowView& row);
    void look_for_strays(const sheet::RowView& row);
    void read_day(const sheet::RowView& row);

    Area read_area(const sheet::RowView& row);
    std::size_t area_column(const Area& area) const;
    bool report_area(const Area& area, const sheet::RowView& row);
    void doubt_area(DraftInfo& info, const Area& area, const sheet::RowView& row);

    bool is_head_row(const sheet::RowView& row);
    std::string head_number(const sheet::RowView& row);
    bool enter_household(const sheet::RowView& row, const Area& area);
    void open_group(const sheet::RowView& row, std::string number, const Area& area);
    void open_shared(const sheet::RowView& row, const Area& area);
    void finish_shared(std::size_t slot);
    void clear_blanks(std::size_t slot, Envelope& envelope);
    void add_shared(const sheet::RowView& row, const Area& area);
    void contradict(CellPlan& plan, std::string_view text, std::int64_t row);
    void move_apart(const sheet::RowView& row, const Area& area);

    bool put_cell(Envelope& envelope, DraftInfo& info, CellPlan& plan, std::string_view text,
                  std::int64_t row);
    // What the row says in columns that packs add; how many of them.
    std::size_t put_added(std::size_t draft, const sheet::RowView& row);
    void fill(Envelope& envelope, DraftInfo& info, const Slot& slot, const Area& area) const;
    void add_own(const sheet::RowView& row, const Area& area);
    void add_slot(const sheet::RowView& row, std::size_t slot, const Area& area);
    void take_head(Envelope& envelope, const Slot& slot) const;
    bool settle(std::size_t draft, std::size_t said, const sheet::RowView& row, const Area& area);
    bool has_identity(const Envelope& envelope, const Slot& slot, const sheet::RowView& row);
    bool is_repeat(std::size_t draft, const sheet::RowView& row);
    void check_document(std::size_t draft, const sheet::RowView& row);
    void count_member(std::size_t draft, const sheet::RowView& row);
    std::size_t slot_index(const Slot& slot) const;
    void doubt(DraftInfo& info, std::size_t column, std::string_view value, Text reason,
               Text action);
    void refuse_row(std::int64_t row, std::size_t column, std::string_view value, Text reason,
                    Text action);

    SheetPlan& plan_;
    RowContext& context_;
    std::uint32_t sheet_;
    SheetReport& report_;
    std::size_t primary_ = kNone;  // the slot that a refused row counts for
    std::vector<std::vector<CellPlan*>> own_by_slot_;
    std::vector<std::size_t> nameless_;  // columns without a header
    std::vector<std::size_t> doubted_;   // columns of this row that have a doubt already
    std::optional<Date> row_day_;        // of a column with the day the row speaks of
    Group group_;
    std::string last_number_;
    std::vector<std::string> last_area_;
    Area last_;
};

bool is_head_code(const Field& field, const Value& value);  // 户主

// Households of the file without a head, once all rows are read.
void report_headless(const FileMemory& memory, Reporter& reporter);

}  // namespace tz::intake
