// Published figures and the table that holds them. Pure; a table that is filled may be read by any
// thread.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/check/typed_report.h"

namespace tz::policy {

struct Figure {
    std::string id{};  // may be empty: then it is found by its name
    std::string name{};
    std::string printed{};          // the number as it stands, without unit
    std::string before{}, after{};  // 近, 超过, 余 …: shown, not computed with
    std::string as_of{};
    std::string place{};  // file and row, for messages
    FigureUnit unit{};
    std::optional<PrintedNumber> number{};  // of `printed`; nothing when it is not a number
    std::vector<std::string> list{};        // of `printed`, when it is several names
    std::string shown() const { return before + printed + after + unit.name; }
};

struct FigureCells {
    std::string id{}, name{}, value{}, unit{}, as_of{}, place{};
};
// Reads "436011.81", "85.6%", "20余", "近10", "10.09 %", "七", "甲、乙、丙".
Figure make_figure(const FigureCells& cells);

enum class Found : std::uint8_t { kNothing, kOne, kSeveral };
struct FoundFigure {
    Found how = Found::kNothing;
    const Figure* figure = nullptr;
};

class FigureTable {
  public:
    // The figure with this id that says something else; nothing when the new one was taken.
    const Figure* add(Figure figure);
    // By id, else by name; a name of several figures finds none.
    FoundFigure find(std::string_view key) const;
    const std::vector<Figure>& figures() const { return figures_; }

  private:
    std::vector<Figure> figures_{};
    std::map<std::string, std::vector<std::size_t>, std::less<>> places_{};
};

}  // namespace tz::policy
