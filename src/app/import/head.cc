#include "app/import/head.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace tz::intake {
namespace {

constexpr std::int64_t kHeadRowMax = kHeaderRowMax + 3;
constexpr std::size_t kGroupRowsMax = 2;   // rows of headings over a header
constexpr std::size_t kLabelsMin = 3;      // known labels that make a header …
constexpr std::size_t kSmallSheet = 4;     // … two in a sheet of so few columns
constexpr std::size_t kRivalPercent = 80;  // of the best row's labels

std::size_t filled(const HeadRow& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row.cells, [](const std::string& cell) { return !cell.empty(); }));
}

std::size_t labels_in(const HeadRow& row, const IsLabel& is_label) {
    std::set<std::string> seen;
    for (const std::string& cell : row.cells)
        if (!cell.empty() && is_label(header_key(cell))) seen.insert(header_key(cell));
    return seen.size();
}

bool is_enough(const HeadRow& row, std::size_t labels) {
    return labels >= (filled(row) <= kSmallSheet ? kLabelsMin - 1 : kLabelsMin);
}

// "填报单位：…" and dates stand over a header without being a group of columns.
bool is_remark(std::string_view cell) {
    return cell.find(':') != std::string_view::npos || cell.find("：") != std::string_view::npos;
}

bool is_group_row(const HeadRow& row) {
    if (filled(row) < 2) return false;
    return std::ranges::none_of(row.cells, [](const std::string& c) { return is_remark(c); });
}

// The row below is a second storey: it has names only where the upper one has groups.
bool is_child_row(const HeadRow& upper, const HeadRow& lower, const IsLabel& is_label) {
    if (lower.number != upper.number + 1 || filled(lower) == 0) return false;
    for (std::size_t c = 0; c < lower.cells.size(); ++c) {
        if (lower.cells[c].empty()) continue;
        const std::string_view above = upper.at(c);
        if (!above.empty() && is_label(header_key(above)) && !is_label(header_key(lower.cells[c])))
            return false;
        if (!above.empty() && !lower.at(c + 1).empty() && !upper.at(c + 1).empty()) return false;
    }
    return labels_in(lower, is_label) * 2 >= filled(lower);
}

struct Block {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t best = 0;
    bool is_found = false;
};

// Whether a row leaves columns without a name or uses a name twice: then its groups matter.
bool needs_groups(const HeadRow& row, const HeadRow& above) {
    std::set<std::string> seen;
    for (std::size_t c = 0; c < std::max(row.cells.size(), above.cells.size()); ++c) {
        if (row.at(c).empty() && !above.at(c).empty()) return true;
        if (!row.at(c).empty() && !seen.insert(header_key(row.at(c))).second) return true;
    }
    return false;
}

Block grow(const std::vector<HeadRow>& head, std::size_t best, const IsLabel& is_label) {
    Block block{best, best, best, true};
    if (best + 1 < head.size() && is_child_row(head[best], head[best + 1], is_label))
        block.last = best + 1;
    while (block.first > 0 && block.last - block.first < kGroupRowsMax) {
        const HeadRow& above = head[block.first - 1];
        if (above.number + 1 != head[block.first].number || !is_group_row(above)) break;
        if (!needs_groups(head[block.first], above)) break;
        --block.first;
    }
    return block;
}

Block find_block(const std::vector<HeadRow>& head, const IsLabel& is_label,
                 std::int64_t wished_row) {
    std::size_t best = head.size(), most = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (wished_row != 0 ? head[i].number != wished_row : head[i].number > kHeaderRowMax)
            continue;
        const std::size_t labels = labels_in(head[i], is_label);
        const bool is_better = wished_row != 0 || (is_enough(head[i], labels) && labels > most);
        if (!is_better) continue;
        best = i;
        most = labels;
    }
    if (best == head.size()) return {};
    return grow(head, best, is_label);
}

// The header printed again; told as skipped when the rows are read.
bool is_copy(const HeadRow& row, const HeadRow& header) {
    const std::size_t width = std::max(row.cells.size(), header.cells.size());
    for (std::size_t c = 0; c < width; ++c)
        if (header_key(row.at(c)) != header_key(header.at(c))) return false;
    return true;
}

std::int64_t find_rival(const std::vector<HeadRow>& head, const Block& block,
                        const IsLabel& is_label) {
    const std::size_t most = labels_in(head[block.best], is_label);
    for (std::size_t i = 0; i < head.size(); ++i) {
        if ((i >= block.first && i <= block.last) || head[i].number > kHeaderRowMax) continue;
        const std::size_t labels = labels_in(head[i], is_label);
        if (is_enough(head[i], labels) && labels * 100 >= most * kRivalPercent &&
            !is_copy(head[i], head[block.best]))
            return head[i].number;
    }
    return 0;
}

// The merged area that begins or covers a cell of the header, else the cell itself.
struct Extent {
    std::size_t first = 0;
    std::size_t last = 0;
};
Extent extent_of(const std::vector<sheet::Merge>& merges, std::int64_t row, std::size_t column) {
    for (const sheet::Merge& merge : merges) {
        if (merge.first_row > row) break;
        if (merge.last_row >= row && merge.first_column <= static_cast<std::int32_t>(column) &&
            static_cast<std::int32_t>(column) <= merge.last_column)
            return {static_cast<std::size_t>(merge.first_column),
                    static_cast<std::size_t>(merge.last_column)};
    }
    return {column, column};
}

// The heading that stands over a column in a row of groups. Without merged areas (csv) a heading
// reaches to the next one.
std::string_view heading_over(const HeadRow& row, const std::vector<sheet::Merge>& merges,
                              std::size_t column) {
    if (!merges.empty()) return trim(row.at(extent_of(merges, row.number, column).first));
    for (std::size_t c = std::min(column + 1, row.cells.size()); c-- > 0;)
        if (!row.at(c).empty()) return row.at(c);
    return {};
}

HeaderCell name_column(const std::vector<HeadRow>& head, const Block& block,
                       const std::vector<sheet::Merge>& merges, std::size_t column) {
    HeaderCell cell{column, {}, {}, {}, {}};
    std::size_t row = block.last + 1;
    while (row > block.first && cell.text.empty()) cell.text = head[--row].at(column);
    if (row > block.first && !cell.text.empty())
        cell.group = heading_over(head[row - 1], merges, column);
    if (cell.group == cell.text) cell.group.clear();
    cell.key = header_key(cell.text);
    cell.group_key = header_key(cell.group);
    return cell;
}

std::string title_of(const HeadRow& row) {
    std::string title;
    for (const std::string& cell : row.cells) {
        if (cell.empty()) continue;
        if (!title.empty()) title += ' ';
        title += cell;
    }
    return title;
}

}  // namespace

Result<std::vector<HeadRow>> read_head(sheet::Reader& reader, std::size_t sheet) {
    std::vector<HeadRow> head;
    RETURN_IF_ERROR(reader.read(sheet, [&](const sheet::RowView& row) {
        if (row.number > kHeadRowMax) return false;
        HeadRow kept{row.number, {}};
        for (const std::string_view cell : row.cells) kept.cells.emplace_back(trim(cell));
        head.push_back(std::move(kept));
        return true;
    }));
    return head;
}

Result<Header> find_header(sheet::Reader& reader, std::size_t sheet,
                           const std::vector<HeadRow>& head, const IsLabel& is_label,
                           std::int64_t wished_row) {
    Header header;
    const Block block = find_block(head, is_label, wished_row);
    for (std::size_t i = 0; i < (block.is_found ? block.first : head.size()); ++i)
        header.titles.push_back(title_of(head[i]));
    if (!block.is_found) return header;
    std::vector<sheet::Merge> merges;
    if (block.first != block.last && reader.kind() != sheet::FileKind::kText) {
        ASSIGN_OR_RETURN(merges, reader.merges(sheet));
    }
    std::size_t width = 0;
    for (std::size_t i = block.first; i <= block.last; ++i)
        width = std::max(width, head[i].cells.size());
    for (std::size_t c = 0; c < width; ++c) {
        HeaderCell cell = name_column(head, block, merges, c);
        if (!cell.text.empty()) header.cells.push_back(std::move(cell));
    }
    header.first_row = head[block.first].number;
    header.last_row = head[block.last].number;
    if (wished_row == 0) header.rival_row = find_rival(head, block, is_label);
    return header;
}

}  // namespace tz::intake
