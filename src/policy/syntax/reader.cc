#include "policy/syntax/reader.h"

namespace tz::policy {
namespace {

struct ClauseForm {
    std::string_view clause{}, zh{}, en{};
};
// What to write where a clause is missing.
constexpr ClauseForm kClauseForms[] = {
    {"from", "from 文件名 @ \"条款位置\"", "from DOCUMENT @ \"PLACE\""},
    {"on", "on 登记表，如 on household", "on REGISTER"},
    {"that", "that 应当成立的条件", "that CONDITION"},
    {"else", "else problem 类别 \"名称\" owner 部门",
     "else problem CATEGORY \"TITLE\" owner DEPARTMENT"},
    {"amount", "amount 金额，如 amount 500 元", "amount 500 元"},
    {"per", "per 周期，如 per year", "per PERIOD"},
    {"payer", "payer 部门", "payer DEPARTMENT"}};

Text clause_form(std::string_view clause) {
    for (const ClauseForm& form : kClauseForms)
        if (form.clause == clause)
            return {fmt::format("加上 {}", form.zh), fmt::format("add `{}`", form.en)};
    return {};
}

}  // namespace

bool Reader::named(Name& out) {
    if (!c_.expect_name(out, say("英文标识符作为名字", "a name"))) return false;
    name_ = out.text;
    return true;
}

bool Reader::title(std::string& out) { return c_.expect_text(out, say("标题", "a title")); }

bool Reader::address(AddressSyntax& out) {
    return c_.expect_name(out.document, say("文件的名字", "the name of a document")) &&
           c_.expect("@",
                     say("写成 {} @ \"条款位置\"", "write `{} @ \"PLACE\"`", out.document.text)) &&
           c_.expect_text(out.clause, say("条款的位置", "the place of a clause"));
}

bool Reader::source_cell(const Cell& cell, AddressSyntax& out) {
    Reader inner(Section{tokenize(cell.text, cell.at, report_), {}}, report_);
    return inner.address(out) &&
           (inner.c_.done() || inner.c_.fail(say("格子的结尾", "the end of the cell")));
}

bool Reader::condition(ExprPtr& out) {
    out = parse_expression(c_);
    return out != nullptr;
}

bool Reader::on(Name& out) {
    return c_.expect("on") && c_.expect_name(out, say("登记表的名字", "the name of a register"));
}

bool Reader::lacks(const Name& declaration, std::string_view keyword, std::string_view clause) {
    return c_.refuse(declaration.at, say("{} 缺少“{}”", "this `{}` has no `{}`", keyword, clause),
                     clause_form(clause));
}

bool Reader::twice(const Token& clause) {
    report_.error(clause.at, say("“{}”写了两次", "`{}` is said twice", clause.text));
    return false;
}

bool Reader::otherwise(ElseSyntax& out) {
    out.at = c_.take().at;
    return c_.expect("problem") && consequence(out);
}

bool Reader::consequence(ElseSyntax& out) {
    if (!c_.expect_name(out.category, say("问题的类别", "the category of the problem")))
        return false;
    if (!c_.expect_text(out.problem, say("问题的名称", "what the problem is called"))) return false;
    if (!c_.expect("owner")) return false;
    if (!c_.expect_name(out.owner, say("负责的部门", "the department that must act"))) return false;
    return deadline(out);
}

bool Reader::deadline(ElseSyntax& out) {
    if (c_.accept("due")) {
        if (c_.accept("end", "of"))
            return c_.expect_name(out.due_end, say("month、quarter、year 或 school_year",
                                                   "`month`, `quarter`, `year` or `school_year`"));
        if (c_.peek().kind != TokenKind::kDate)
            return c_.fail(say("日期，如 2020-05-31", "a date, such as 2020-05-31"));
        out.due = {c_.peek().text, c_.peek().at};
        c_.take();
    } else if (c_.accept("within")) {
        if (!c_.expect_whole(out.within_days, say("天数", "a number of days"))) return false;
        out.workdays = c_.accept("workday") || c_.accept("workdays");
        return out.workdays || c_.accept("day") ||
               c_.expect("days", say("days 是日历日，workdays 是工作日",
                                     "`days` of the calendar, or `workdays`"));
    }
    return true;
}

bool Reader::header(const NameList& names, std::vector<std::size_t>& places) {
    return header(rows_, names, {}, places);
}

bool Reader::header(std::span<const TableRow> rows, const NameList& names, const NameList& optional,
                    std::vector<std::size_t>& places) {
    NameList all = names;
    all.insert(all.end(), optional.begin(), optional.end());
    if (rows.empty()) {
        return c_.fail(
            say("表格（首行是列名 {}）", "a table with the columns {}", join(all, " | ")));
    }
    const TableRow& head = rows[0];
    std::size_t known = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto here = [&](const Cell& cell) { return cell.text == all[i]; };
        const auto found = std::find_if(head.begin(), head.end(), here);
        if (found == head.end() && i < names.size()) return no_column(head, all[i], all);
        if (found != head.end()) ++known;
        places.push_back(found == head.end() ? kNoColumn
                                             : static_cast<std::size_t>(found - head.begin()));
    }
    return head.size() == known || extra_column(head, all);
}

bool Reader::no_column(const TableRow& head, const std::string& name, const NameList& names) {
    report_.error(head.empty() ? Spot{} : head[0].at,
                  say("表格缺少列“{}”", "the table has no column `{}`", name),
                  say("列名应为 {}", "the columns are {}", join(names, " | ")));
    return false;
}

bool Reader::extra_column(const TableRow& head, const NameList& names) {
    for (const Cell& cell : head) {
        if (std::find(names.begin(), names.end(), cell.text) != names.end()) continue;
        report_.error(cell.at, say("不认识列“{}”", "unknown column `{}`", cell.text),
                      did_you_mean(cell.text, names));
    }
    return false;
}

Cell Reader::cell_at(const TableRow& row, std::size_t place) {
    if (place < row.size()) return row[place];
    Cell cell;
    if (!row.empty()) cell.at = {row.back().at.line, row.back().at.column + row.back().at.width, 1};
    return cell;
}

bool Reader::fits(const TableRow& row, const TableRow& head) {
    if (row.size() <= head.size()) return true;
    report_.error(row.back().at, say("这一行有{}格，表头只有{}格", "{} cells under {} columns",
                                     row.size(), head.size()));
    return false;
}

}  // namespace tz::policy
