#include "app/crossfoot/figure_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "app/import/head.h"
#include "base/text.h"
#include "sheet/reader.h"

namespace tz::crossfoot {
namespace {

enum Part : std::size_t { kId, kName, kValue, kUnit, kAsOf, kParts };

constexpr std::array<std::array<std::string_view, 6>, kParts> kLabels = {
    {{"编号", "代码", "指标代码", "序号", "id", "code"},
     {"指标", "指标名称", "名称", "项目", "name", "indicator"},
     {"数值", "指标数值", "指标值", "原文数字", "值", "value"},
     {"单位", "计量单位", "unit", "", "", ""},
     {"时点", "截止日期", "统计期", "报告期", "as_of", "asof"}}};

bool is_label_of(std::size_t part, std::string_view key) {
    const auto& labels = kLabels[part];
    return !key.empty() && std::find(labels.begin(), labels.end(), key) != labels.end();
}

bool is_label(std::string_view key) {
    for (std::size_t part = 0; part < kParts; ++part)
        if (is_label_of(part, key)) return true;
    return false;
}

using Columns = std::array<std::optional<std::size_t>, kParts>;

// A heading may name its unit: 数值(万元) has the unit of all rows below it.
struct Plan {
    Columns columns{};
    std::int64_t last_header_row = 0;
};

Plan plan_of(const intake::Header& header) {
    Plan plan;
    plan.last_header_row = header.last_row;
    for (std::size_t part = 0; part < kParts; ++part)
        for (const std::string_view label : kLabels[part])
            for (const intake::HeaderCell& cell : header.cells)
                if (!label.empty() && cell.key == label && !plan.columns[part])
                    plan.columns[part] = cell.column;
    return plan;
}

Error no_columns(const std::string& file) {
    return invalid(
        fmt::format("“{}”里没有找到数字表：应有列名“指标”和“数值”，最好还有“单位”和“编号”", file),
        fmt::format("\"{}\" holds no table of figures: it needs the columns 指标 and 数值, and "
                    "better also 单位 and 编号",
                    file),
        file);
}

Error twice(const policy::Figure& old, const policy::FigureCells& cells) {
    return invalid(
        fmt::format("编号“{}”出现两次，数值不同：{} 是 {}，{} 是 {}{}", cells.id, old.place,
                    old.shown(), cells.place, cells.value, cells.unit),
        fmt::format("the id {} is there twice with different values: {} in {}, {}{} in "
                    "{}",
                    cells.id, old.shown(), old.place, cells.value, cells.unit, cells.place),
        cells.place);
}

class TableReader {
  public:
    TableReader(sheet::Reader& reader, const std::string& file, policy::FigureTable& table)
        : reader_(reader), file_(file), table_(table) {}

    Status run() {
        bool found = false;
        for (std::size_t i = 0; i < reader_.sheets().size(); ++i) {
            ASSIGN_OR_RETURN(const bool has_table, read_sheet(i));
            found = found || has_table;
        }
        return found ? ok() : Status(no_columns(file_));
    }

  private:
    Result<bool> read_sheet(std::size_t position) {
        ASSIGN_OR_RETURN(const auto head, intake::read_head(reader_, position));
        ASSIGN_OR_RETURN(const intake::Header header,
                         intake::find_header(reader_, position, head, is_label, 0));
        const Plan plan = plan_of(header);
        if (!plan.columns[kName] && !plan.columns[kId]) return false;
        if (!plan.columns[kValue]) return false;
        std::optional<Error> wrong;
        RETURN_IF_ERROR(reader_.read(position, [&](const sheet::RowView& row) {
            if (row.number > plan.last_header_row) wrong = add(plan, row, position);
            return !wrong;
        }));
        if (wrong) return *wrong;
        return true;
    }

    std::optional<Error> add(const Plan& plan, const sheet::RowView& row, std::size_t position) {
        const auto cell = [&](Part part) {
            const auto& column = plan.columns[part];
            return column ? std::string(trim(row.at(*column))) : std::string();
        };
        policy::FigureCells cells{cell(kId),   cell(kName), cell(kValue),
                                  cell(kUnit), cell(kAsOf), place(row.number, position)};
        if (cells.value.empty() || (cells.id.empty() && cells.name.empty())) return std::nullopt;
        const policy::Figure* other = table_.add(policy::make_figure(cells));
        return other ? std::optional(twice(*other, cells)) : std::nullopt;
    }

    std::string place(std::int64_t row, std::size_t position) const {
        const std::string& sheet = reader_.sheets()[position].name;
        return sheet.empty() ? fmt::format("{}第{}行", file_, row)
                             : fmt::format("{}“{}”第{}行", file_, sheet, row);
    }

    sheet::Reader& reader_;
    const std::string& file_;
    policy::FigureTable& table_;
};

}  // namespace

Status read_figures(std::string_view bytes, const std::string& file_name,
                    policy::FigureTable& table) {
    ASSIGN_OR_RETURN(const auto reader, sheet::open(bytes, file_name));
    return TableReader(*reader, file_name, table).run();
}

}  // namespace tz::crossfoot
