// A department's list as people of it: one entry a person and row, with its number, name, birth
// date, sex and the values that are compared. Headers and columns are found by app/import. Owned
// by one comparison; read by one thread, then plain data for many.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/cross_check/id_cell.h"
#include "app/cross_check/profile.h"
#include "app/import/plan.h"
#include "base/result.h"
#include "sheet/reader.h"

namespace tz::cross_check {

struct ListEntry {
    std::uint64_t key = 0;
    std::uint32_t row = 0;  // as the sheet shows it
    std::uint32_t name_at = 0;
    std::int32_t birth = kNoBirth;  // as the list states it
    std::uint16_t name_size = 0;
    std::uint16_t sheet = 0;
    std::uint8_t sex = 0;
    IdState state = IdState::kBlank;
    std::uint8_t person = 0;  // of the row: which of ListSheet::people
};

struct ListOptions {
    std::string layout{};  // empty: found by the headers
    intake::Answers answers{};
    intake::Answers learnt{};
    Date today{};
    const Declared* declared = nullptr;  // by packs; outlives the list
};

// Columns of one person of a row; a wide row has several.
struct PersonColumns {
    std::size_t id = intake::kNone;
    std::size_t name = intake::kNone;
    std::size_t birth = intake::kNone;
    std::size_t sex = intake::kNone;
    bool is_head = false;
    std::vector<Code> implied{};  // by read: what the layout says without a column
    struct Cell {
        std::size_t column = 0;
        std::size_t read = 0;
        intake::CellReader reader;
    };
    std::vector<Cell> cells{};
};

struct ListSheet {
    std::size_t sheet = 0;  // of the file
    std::string name{};
    std::int64_t last_header_row = 0;
    std::vector<std::string> headers{};
    std::vector<PersonColumns> people{};
};

// Something about the file that people should know: columns left out, cells that can't be read.
struct ListNote {
    std::string sheet{};
    std::int64_t row = 0;  // 0: about the sheet
    std::string column{};  // its letter
    std::string value{};
    Text text{};
};

class List {
  public:
    std::string file{};
    std::string layout{};
    std::string title{};
    Comparing comparing{};
    std::vector<ListSheet> sheets{};
    std::vector<ListEntry> entries{};
    std::vector<ListNote> notes{};  // the first ones
    std::int64_t unreadable = 0;    // cells
    std::int64_t rows = 0;          // of data
    std::int64_t skipped = 0;       // titles, totals, signatures

    std::string_view name(const ListEntry& entry) const {
        return std::string_view(names_).substr(entry.name_at, entry.name_size);
    }
    // As the list has it.
    std::string id_number(std::uint32_t entry) const;
    Codes values(std::uint32_t entry) const {
        return Codes(values_).subspan(entry * comparing.reads.size(), comparing.reads.size());
    }
    const ListSheet& sheet_of(const ListEntry& entry) const { return sheets[entry.sheet]; }
    const PersonColumns& columns_of(const ListEntry& entry) const {
        return sheet_of(entry).people[entry.person];
    }
    // The column in which a compared value stands; kNone when the layout implies it.
    std::size_t column_of(const ListEntry& entry, std::size_t read) const;

  private:
    friend class ListReader;
    std::string names_;
    std::vector<Code> values_;
    std::vector<std::pair<std::uint32_t, std::string>> odd_ids_;  // by entry
};

struct OpenList {
    std::unique_ptr<sheet::Reader> reader{};
    List list{};
};
// Finds headers and columns; reads no row of data. An error says why nobody can be read from it.
Result<OpenList> open_list(std::string_view bytes, std::string_view file_name,
                           const Entity& against, const ListOptions& options);
Status read_list(OpenList& open);

}  // namespace tz::cross_check
