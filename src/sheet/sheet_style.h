// How an office's sheet looks: fonts, borders, fills, number formats, each made once a workbook.
// Pure. One thread at a time.
#pragma once
#include <xlsxwriter.h>

#include <compare>
#include <cstdint>
#include <map>

#include "sheet/writer.h"

namespace tz::sheet {

enum class Part : std::uint8_t { kTitle, kSubtitleLeft, kSubtitleRight, kHeader, kCell };

struct StyleKey {
    Part part = Part::kCell;
    Look look = Look::kOffice;
    Kind kind = Kind::kText;
    int decimals = 0;
    bool wrap = false;
    bool centred = false;
    bool locked = true;
    auto operator<=>(const StyleKey&) const = default;
};

class Styles {
  public:
    explicit Styles(lxw_workbook* book) : book_(book) {}
    lxw_format* get(const StyleKey& key);

  private:
    lxw_format* make(const StyleKey& key);

    lxw_workbook* book_;  // owns the formats
    std::map<StyleKey, lxw_format*> made_{};
};

}  // namespace tz::sheet
