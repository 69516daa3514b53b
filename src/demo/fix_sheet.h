// Plays the village clerk: fills fix sheets with what is right. Pure.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace tz::demo {

// From record and field to the right value, as corrections.csv of the county has them.
class Answers {
  public:
    static Result<Answers> read(std::string_view corrections_csv);
    // Null when nothing is known about it; an empty text: the cell should be empty.
    const std::string* find(std::string_view record, std::string_view field) const;
    struct Cell {
        std::string field{}, planted{}, right{};
    };
    // All that is wrong in a record.
    const std::vector<Cell>& of(const std::string& record) const;
    std::size_t size() const { return records_.size(); }

  private:
    std::unordered_map<std::string, std::vector<Cell>> records_;
};

struct FilledSheet {
    std::string bytes{};  // a workbook with the same columns, as plain texts
    std::size_t rows = 0;
    std::size_t filled = 0;
};

// Fills 更正值 for so many of a hundred records; which ones is fixed by their numbers. A record is
// put right wholly or not at all: what is wrong in it and not on the sheet gets a row below.
Result<FilledSheet> fill_fix_sheet(std::string_view bytes, std::string_view file_name,
                                   const Answers& answers, unsigned share);

}  // namespace tz::demo
