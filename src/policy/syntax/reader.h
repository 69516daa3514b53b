// What the parsers of all declarations share: heads, addresses, consequences, tables. Each function
// answers false after it reported an error. One thread.
#pragma once
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "policy/syntax/cursor.h"
#include "policy/syntax/section.h"

namespace tz::policy {

using TableRow = std::vector<Cell>;
using NameList = std::vector<std::string>;

class Reader {
  public:
    Reader(Section section, const Report& report)
        : c_(std::move(section.tokens), report), rows_(std::move(section.rows)), report_(report) {}

    const std::string& name() const { return name_; }  // of the declaration, once it is read
    Cursor& cursor() { return c_; }
    const Report& report() const { return report_; }
    const std::vector<TableRow>& rows() const { return rows_; }

    bool named(Name& out);
    bool title(std::string& out);
    bool address(AddressSyntax& out);
    bool source_cell(const Cell& cell, AddressSyntax& out);
    bool condition(ExprPtr& out);
    bool on(Name& out);
    bool twice(const Token& clause);
    // A clause that every such declaration has is not there.
    bool lacks(const Name& declaration, std::string_view keyword, std::string_view clause);
    // else problem CATEGORY "title" owner DEPARTMENT [due DATE | due end of PERIOD |
    // within N days | within N workdays]
    bool otherwise(ElseSyntax& out);
    // The same from CATEGORY on.
    bool consequence(ElseSyntax& out);
    bool deadline(ElseSyntax& out);

    // The places of columns by the names in the first row; an optional one that is not there has
    // kNoColumn.
    static constexpr std::size_t kNoColumn = ~std::size_t{0};
    bool header(const NameList& names, std::vector<std::size_t>& places);
    bool header(std::span<const TableRow> rows, const NameList& names, const NameList& optional,
                std::vector<std::size_t>& places);
    static Cell cell_at(const TableRow& row, std::size_t place);
    // Whether a row has no more cells than the first one; others are reported.
    bool fits(const TableRow& row) { return fits(row, rows_[0]); }
    bool fits(const TableRow& row, const TableRow& head);

  protected:
    Cursor c_;
    std::vector<TableRow> rows_;
    const Report& report_;
    std::string name_{};

  private:
    bool no_column(const TableRow& head, const std::string& name, const NameList& names);
    bool extra_column(const TableRow& head, const NameList& names);
};

}  // namespace tz::policy
