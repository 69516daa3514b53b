// A report's arithmetic as it is read: the operands, the formula in names and in numbers. Pure.
#pragma once
#include <string>
#include <vector>

#include "policy/report/evaluate.h"

namespace tz::policy {

enum class Names : std::uint8_t { kTitles, kNumbers };

class Working {
  public:
    Working(const FigureReport& report, const FigureTable& table, Language language)
        : report_(report), table_(table), language_(language) {}
    // Every figure that goes into the item, once, in order.
    std::vector<Operand> operands(const ReportItem& item) const;
    std::string formula(const ReportItem& item, Names names) const;

  private:
    void collect(const Term& term, std::vector<int>& seen) const;
    std::string text(const Term& term, Names names, int tightness) const;
    std::string leaf(const Term& term, Names names) const;
    std::string call(const Term& term, Names names) const;
    std::string in(Text text) const { return tz::in(text, language_); }
    std::string title_of(int figure) const;
    const ReportItem& item_at(int index) const;
    const ReportFigure& figure_at(int index) const;
    const FigureReport& report_;
    const FigureTable& table_;
    Language language_;
};

// What stands where a figure is missing.
std::string missing_mark(const std::string& keys, Language language);

}  // namespace tz::policy
